//! The person's settings: language, theme, console or CLI, shortcuts. Stored separately from the answers.

use crate::base::i18n::Locale;
use crate::base::json::{Json, Object, put};
use crate::browser::{self, storage};

const KEY: &str = "guard-navi.settings";

/// Dark, light, or the system's setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The name in storage and in `data-theme`.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// Which kind of steps is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Way {
    #[default]
    Console,
    Cli,
}

/// The person's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) locale: Locale,
    pub(crate) theme: Theme,
    pub(crate) way: Way,
    /// Whether single-key shortcuts are on.
    pub(crate) shortcuts: bool,
}

impl Settings {
    /// Loads the stored settings. Values that cannot be read fall back to the defaults.
    pub(crate) fn load() -> Settings {
        Settings::read(&storage::read(KEY).ok().flatten().unwrap_or_default())
    }

    /// Parses the output of `Settings::text`.
    pub(crate) fn read(text: &str) -> Settings {
        let stored = Json::parse(text).unwrap_or_default();
        let field = |name: &str| stored.get(name).and_then(Json::as_text);
        let chosen = field("lang").and_then(Locale::from_tag);
        // The chosen language, else the first supported language of the browser, else English.
        let browser = || browser::languages().iter().find_map(|tag| Locale::from_tag(tag));
        let theme = Theme::ALL.into_iter().find(|theme| field("theme") == Some(theme.id()));
        Settings {
            locale: chosen.or_else(browser).unwrap_or_default(),
            theme: theme.unwrap_or_default(),
            way: if field("way") == Some("cli") { Way::Cli } else { Way::Console },
            shortcuts: stored.get("shortcuts") != Some(&Json::Bool(false)),
        }
    }

    /// Stores the settings. If storage is blocked, the notice about the answers already reports it.
    pub(crate) fn save(self) {
        let _ = storage::write(KEY, &self.text());
    }

    /// The stored form, as JSON.
    pub(crate) fn text(self) -> String {
        let way = match self.way {
            Way::Console => "console",
            Way::Cli => "cli",
        };
        let mut stored = Object::new();
        put(&mut stored, "lang", self.locale.tag());
        put(&mut stored, "theme", self.theme.id());
        put(&mut stored, "way", way);
        put(&mut stored, "shortcuts", Json::Bool(self.shortcuts));
        Json::Object(stored).to_string()
    }
}
