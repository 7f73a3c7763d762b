//! The checklist's search and filters: parsed from the address, written back to it, and applied to each control.
//!
//! **Invariant:** pure and total: parts of an address that are unknown or malformed are ignored.

use crate::assessment::Status;
use crate::content::catalogue::{Control, Section, Severity};

/// The number of minutes that the page offers for `under`.
pub const QUICK_MINUTES: u16 = 10;

/// What the checklist shows. The default shows everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all occur.
    pub words: String,
    /// One status.
    pub status: Option<Status>,
    /// One severity.
    pub severity: Option<Severity>,
    /// One section.
    pub section: Option<Section>,
    /// Mandatory only.
    pub mandatory: bool,
    /// Free only.
    pub free: bool,
    /// Fewer minutes than this.
    pub under: Option<u16>,
}

impl Filter {
    /// Parses the part of a link after `?`; unknown parts are ignored.
    #[must_use]
    pub fn parse(query: &str) -> Filter {
        let mut filter = Filter::default();
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            match key {
                "q" => filter.words = decoded(value),
                "status" => filter.status = Status::from_id(value),
                "severity" => filter.severity = Severity::ALL.into_iter().find(|severity| severity.id() == value),
                "section" => filter.section = Section::ALL.into_iter().find(|section| section.id() == value),
                "mandatory" => filter.mandatory = value == "1",
                "free" => filter.free = value == "1",
                "under" => filter.under = value.parse().ok(),
                _ => {}
            }
        }
        filter
    }

    /// Writes the part of a link after `?`; empty when the filter shows everything.
    #[must_use]
    pub fn query(&self) -> String {
        let words = self.words.trim();
        let fields = [
            ("q", (!words.is_empty()).then(|| encoded(words))),
            ("status", self.status.map(|_| self.status_id().to_owned())),
            ("severity", self.severity.map(|_| self.severity_id().to_owned())),
            ("section", self.section.map(|_| self.section_id().to_owned())),
            ("mandatory", self.mandatory.then(|| "1".to_owned())),
            ("free", self.free.then(|| "1".to_owned())),
            ("under", self.under.map(|minutes| minutes.to_string())),
        ];
        let mut query = String::new();
        for (key, value) in fields {
            if let Some(value) = value {
                query.push_str(if query.is_empty() { "" } else { "&" });
                query.extend([key, "=", value.as_str()]);
            }
        }
        query
    }

    /// The status in the address; empty for any.
    #[must_use]
    pub fn status_id(&self) -> &'static str {
        self.status.map_or("", Status::id)
    }

    /// The severity in the address; empty for any.
    #[must_use]
    pub fn severity_id(&self) -> &'static str {
        self.severity.map_or("", Severity::id)
    }

    /// The section in the address; empty for any.
    #[must_use]
    pub fn section_id(&self) -> &'static str {
        self.section.map_or("", Section::id)
    }

    /// Whether a control is shown. `more` is further text that is searched, such as framework ids.
    #[must_use]
    pub fn shows(&self, control: &Control, status: Status, more: &str) -> bool {
        self.status.is_none_or(|wanted| wanted == status)
            && self.severity.is_none_or(|wanted| wanted == control.severity)
            && self.section.is_none_or(|wanted| wanted == control.section)
            && (!self.mandatory || control.mandatory)
            && (!self.free || control.free)
            && self.under.is_none_or(|minutes| control.effort_minutes < minutes)
            && self.finds(control, more)
    }

    fn finds(&self, control: &Control, more: &str) -> bool {
        let words = folded(&self.words);
        if words.trim().is_empty() {
            return true;
        }
        let section = control.section.title();
        let texts = [control.id, control.title.ja, control.title.en, section.ja, section.en, more].map(folded);
        // Not `str::contains`, whose code would enlarge the first pages: these texts are short.
        let has = |text: &String, word: &str| text.as_bytes().windows(word.len()).any(|part| part == word.as_bytes());
        words.split_whitespace().all(|word| texts.iter().any(|text| has(text, word)))
    }
}

/// Normalises text for the search: lower case, half-width Latin letters, hiragana for katakana.
fn folded(text: &str) -> String {
    let fold = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => shifted(c, 0xfee0).to_ascii_lowercase(),
        '\u{30a1}'..='\u{30f6}' => shifted(c, 0x60),
        _ => c.to_ascii_lowercase(),
    };
    text.chars().map(fold).collect()
}

fn shifted(c: char, down: u32) -> char {
    char::from_u32(u32::from(c) - down).unwrap_or(c)
}

fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

fn decoded(text: &str) -> String {
    let spaced = text.replace('+', " ");
    let bytes: Vec<u8> = percent_encoding::percent_decode_str(&spaced).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::Filter;
    use crate::assessment::Status;
    use crate::content::catalogue::{Section, Severity, all};
    use proptest::prelude::*;

    fn found(query: &str) -> Vec<&'static str> {
        let filter = Filter::parse(query);
        let more = |id: &str| if id == "iam-root-no-access-key" { "IAM.4" } else { "" };
        let shown = all().iter().filter(|control| filter.shows(control, Status::Unanswered, more(control.id)));
        shown.map(|control| control.id).collect()
    }

    #[test]
    fn words_in_any_writing() {
        assert_eq!(found("q=iam.4"), ["iam-root-no-access-key"]);
        assert_eq!(found("q=%EF%BC%A9%EF%BC%A1%EF%BC%AD%EF%BC%8E4"), ["iam-root-no-access-key"]);
        assert!(found("q=%E3%82%8B%E3%83%BC%E3%81%A8").contains(&"iam-root-mfa")); // るーと
        assert!(found("q=MFA+root").contains(&"iam-root-mfa"));
        assert_eq!(found("q=no-such-word"), [""; 0]);
        assert_eq!(found("q=%ff%f"), [""; 0]);
        assert_eq!(found("q="), found(""));
    }

    #[test]
    fn filters_narrow_together() {
        let all = all();
        let shown = found("severity=critical&mandatory=1&free=1&under=10&section=iam&x=1");
        let wanted = all.iter().filter(|control| {
            control.severity == Severity::Critical
                && control.mandatory
                && control.free
                && control.effort_minutes < 10
                && control.section == Section::Iam
        });
        assert_eq!(shown, wanted.map(|control| control.id).collect::<Vec<_>>());
        assert_eq!(found("status=done"), [""; 0]);
        assert_eq!(found("status=unanswered&severity=none").len(), all.len());
    }

    proptest! {
        #[test]
        fn an_address_survives(words in "\\PC{0,20}", mandatory: bool, free: bool, under in proptest::option::of(0_u16..500)) {
            let filter = Filter {
                words: words.trim().to_owned(),
                status: Some(Status::Unsure),
                severity: Some(Severity::Low),
                section: Some(Section::Posture),
                mandatory,
                free,
                under,
            };
            prop_assert_eq!(Filter::parse(&filter.query()), filter);
        }
    }
}
