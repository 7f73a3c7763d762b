//! How this person likes the page: language, theme, console or CLI, shortcuts. Kept apart from the answers.

use crate::base::i18n::Locale;
use crate::base::json::{Json, Object, put};
use crate::browser::{self, storage};

const KEY: &str = "guard-navi.settings";

/// Dark, light, or as the system says.
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

/// Which of the two ways the steps show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Way {
    #[default]
    Console,
    Cli,
}

/// How this person likes the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) locale: Locale,
    pub(crate) theme: Theme,
    pub(crate) way: Way,
    /// Whether single keys are shortcuts.
    pub(crate) shortcuts: bool,
}

impl Settings {
    /// What is stored; a text or field that cannot be read falls back to the start, since nothing is lost by that.
    pub(crate) fn load() -> Settings {
        Settings::read(&storage::read(KEY).ok().flatten().unwrap_or_default())
    }

    /// Reads what `text` wrote.
    pub(crate) fn read(text: &str) -> Settings {
        let stored = Json::parse(text).unwrap_or_default();
        let field = |name: &str| stored.get(name).and_then(Json::as_text);
        let chosen = field("lang").and_then(Locale::from_tag);
        // The language chosen before, else the first of the browser's that we speak, else English.
        let browser = || browser::languages().iter().find_map(|tag| Locale::from_tag(tag));
        let theme = Theme::ALL.into_iter().find(|theme| field("theme") == Some(theme.id()));
        Settings {
            locale: chosen.or_else(browser).unwrap_or_default(),
            theme: theme.unwrap_or_default(),
            way: if field("way") == Some("cli") { Way::Cli } else { Way::Console },
            shortcuts: stored.get("shortcuts") != Some(&Json::Bool(false)),
        }
    }

    /// Stores them; where storage is blocked the notice about answers says all there is to say.
    pub(crate) fn save(self) {
        let _ = storage::write(KEY, &self.text());
    }

    /// As they are stored.
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
