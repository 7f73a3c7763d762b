//! Texts in both languages of the page. A missing translation does not compile.
//!
//! **Invariant:** no user-facing texts here; they are in `content`, `evidence` and the `words` modules.

use serde::Serialize;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Japanese.
    Ja,
    /// English.
    #[default]
    En,
}

impl Locale {
    /// Both languages, in the order of the language switch.
    pub const ALL: [Locale; 2] = [Locale::Ja, Locale::En];

    /// The BCP 47 tag, as in `lang` attributes and `?lang=`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Locale::Ja => "ja",
            Locale::En => "en",
        }
    }

    /// Parses `ja`, `ja-JP`, `en-GB` …; `None` for any other language.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Locale> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Locale::ALL.into_iter().find(|locale| primary.eq_ignore_ascii_case(locale.tag()))
    }
}

/// The same text in both languages: `&'static str` for constants, `String` where it is composed at run time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Text<S = &'static str> {
    /// Japanese.
    pub ja: S,
    /// English.
    pub en: S,
}

/// A number with an English noun of a regular plural: "1 role", "2 roles".
#[must_use]
pub fn quantity(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A constant text, Japanese first.
#[must_use]
pub const fn t(ja: &'static str, en: &'static str) -> Text {
    Text { ja, en }
}

/// A text that is composed at run time.
pub type Words = Text<String>;

impl Text {
    /// The text in one language.
    #[must_use]
    pub const fn get(self, locale: Locale) -> &'static str {
        match locale {
            Locale::Ja => self.ja,
            Locale::En => self.en,
        }
    }
}

impl Words {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Ja => &self.ja,
            Locale::En => &self.en,
        }
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Words {
        Words { ja: text.ja.to_owned(), en: text.en.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn browsers_write_languages_in_many_ways() {
        assert_eq!(Locale::from_tag("ja"), Some(Locale::Ja));
        assert_eq!(Locale::from_tag("ja-JP"), Some(Locale::Ja));
        assert_eq!(Locale::from_tag("EN_us"), Some(Locale::En));
        assert_eq!(Locale::from_tag("jam"), None);
        assert_eq!(Locale::from_tag(""), None);
    }
}
