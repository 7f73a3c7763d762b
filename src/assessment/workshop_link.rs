//! The link to a workshop: its title, date, controls and language are encoded in the address.
//!
//! **Invariant:** such a link may be malicious: sizes are limited, unknown controls are dropped, and the title is
//! cleaned like any name and only ever shown as text.

use crate::assessment::participation::known;
use crate::assessment::{Participation, clean_name};
use crate::base::i18n::Locale;
use crate::base::json::{Json, Object, put};
use crate::base::time::{Date, Timestamp};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The longest link, in characters.
pub const LINK_LIMIT: usize = 2_000;

/// A workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    /// The event's name.
    pub title: String,
    /// The day, if it has one.
    pub date: Option<Date>,
    /// The controls of the workshop, in the order of the page; empty for all.
    pub controls: Vec<&'static str>,
}

/// Why a link cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// Longer than `LINK_LIMIT`.
    TooLong,
    /// Truncated, or not a workshop link.
    Unreadable,
    /// The title is missing, too long, or contains a secret.
    Title,
    /// None of its controls is known here.
    Controls,
}

impl Workshop {
    /// A participation that starts now.
    #[must_use]
    pub fn participation_from(&self, now: Timestamp) -> Participation {
        let Workshop { title, date, controls } = self.clone();
        Participation { title, date, controls, started_at: Some(now) }
    }
}

/// The query of `#/workshop` for a workshop, which opens in `locale`.
///
/// # Errors
///
/// When the title is invalid or the link is too long.
pub fn encode(workshop: &Workshop, locale: Locale) -> Result<String, Unusable> {
    let title = clean_title(&workshop.title)?;
    let mut out = Object::new();
    put(&mut out, "t", title);
    put(&mut out, "d", workshop.date.map(|date| date.to_string()));
    if !workshop.controls.is_empty() {
        put(&mut out, "c", Json::List(workshop.controls.iter().map(|id| Json::from(*id)).collect()));
    }
    let link = ["lang=", locale.tag(), "&s=", &URL_SAFE_NO_PAD.encode(Json::Object(out).to_string())].concat();
    if link.len() > LINK_LIMIT { Err(Unusable::TooLong) } else { Ok(link) }
}

/// Reads the query of `#/workshop`; none when it contains no workshop.
#[must_use]
pub fn decode(query: &str) -> Option<Result<Workshop, Unusable>> {
    let code = query.split('&').find_map(|pair| pair.strip_prefix("s="))?;
    Some(if query.len() > LINK_LIMIT { Err(Unusable::TooLong) } else { read(code) })
}

fn read(code: &str) -> Result<Workshop, Unusable> {
    let bytes = URL_SAFE_NO_PAD.decode(code.trim_end_matches('=')).map_err(|_| Unusable::Unreadable)?;
    let text = String::from_utf8(bytes).map_err(|_| Unusable::Unreadable)?;
    let file = Json::parse(&text).map_err(|_| Unusable::Unreadable)?;
    let title = clean_title(file.words("t"))?;
    let controls = known(&file, "c");
    if controls.is_empty() && !file.items("c").is_empty() {
        return Err(Unusable::Controls);
    }
    Ok(Workshop { title, date: Date::parse(file.words("d")), controls })
}

fn clean_title(title: &str) -> Result<String, Unusable> {
    clean_name(title).ok().filter(|title| !title.is_empty()).ok_or(Unusable::Title)
}

#[cfg(test)]
mod tests {
    use super::{Unusable, Workshop, decode, encode};
    use crate::base::i18n::Locale;
    use crate::base::time::Date;
    use crate::content::catalogue::all;
    use crate::content::route::{Link, Route};
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use proptest::prelude::*;

    fn link(text: &str) -> String {
        ["s=", &URL_SAFE_NO_PAD.encode(text)].concat()
    }

    #[test]
    fn a_workshop_survives_its_link() {
        let workshop = Workshop {
            title: "<b>はじめての</b> AWS 防御 2026".to_owned(),
            date: Date::parse("2026-12-05"),
            controls: all().iter().map(|control| control.id).collect(),
        };
        for locale in Locale::ALL {
            let link = encode(&workshop, locale).unwrap();
            let Link { route, lang, query } = Route::parse(&Route::Workshop.href_with(&format!("x=1&{link}"))).unwrap();
            assert_eq!((route, lang), (Route::Workshop, Some(locale)));
            assert_eq!(decode(&query), Some(Ok(workshop.clone())));
        }
        assert_eq!(decode("x=1"), None);
    }

    #[test]
    fn a_hostile_link_says_what_is_wrong() {
        let wrong = |query: &str| decode(query).unwrap().unwrap_err();
        assert_eq!(wrong(&format!("s={}", "A".repeat(3_000))), Unusable::TooLong);
        assert_eq!(wrong("s=%%%"), Unusable::Unreadable);
        assert_eq!(wrong("s="), Unusable::Unreadable);
        assert_eq!(wrong(&link("{\"t\":")), Unusable::Unreadable);
        assert_eq!(wrong(&link("[]")), Unusable::Title);
        assert_eq!(wrong(&link("{\"t\": \" \"}")), Unusable::Title);
        assert_eq!(wrong(&link(&format!("{{\"t\": \"{}\"}}", "x".repeat(101)))), Unusable::Title);
        assert_eq!(wrong(&link("{\"t\": \"x\", \"c\": [\"no-such-control\"]}")), Unusable::Controls);
        let some = "{\"t\": \"x\", \"d\": \"soon\", \"c\": [7, \"gone\", \"iam-root-mfa\", \"iam-root-mfa\"]}";
        let some = decode(&link(some));
        let expected = Workshop { title: "x".to_owned(), date: None, controls: vec!["iam-root-mfa"] };
        assert_eq!(some, Some(Ok(expected)));
    }

    #[test]
    fn every_title_that_a_name_may_have_fits() {
        let all = all().iter().map(|control| control.id).collect::<Vec<_>>();
        for title in ["題".repeat(100), "𠮷".repeat(100), "\"".repeat(100)] {
            let workshop = Workshop { title, date: Date::parse("2026-12-05"), controls: all.clone() };
            assert_eq!(decode(&encode(&workshop, Locale::Ja).unwrap()), Some(Ok(workshop)));
        }
    }

    proptest! {
        #[test]
        fn any_title_survives_its_link(title in "\\PC{1,100}") {
            let workshop = Workshop { title, date: None, controls: Vec::new() };
            if let Ok(link) = encode(&workshop, Locale::En) {
                let read = decode(&link).unwrap().unwrap();
                // A second round trip joins no more blanks and masks no more ids.
                prop_assert_eq!(decode(&encode(&read, Locale::En).unwrap()), Some(Ok(read)));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(code in "\\PC{0,400}") {
            let _ = decode(&format!("s={code}"));
            let _ = decode(&link(&code));
        }
    }
}
