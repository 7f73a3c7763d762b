//! The collector: one read-only shell script that runs the catalogue's check commands and writes an evidence bundle.
//!
//! The shell is in `collect.sh`, and in `save.sh` what becomes of the results. The comments of both languages stand side
//! by side: a line that ends in ` #ja` or ` #en` is of that language. What is asked is generated from the catalogue, so
//! that the script, the list on the page and the IAM policy cannot differ. `xtask seal` writes it into the evidence
//! page's file; it is part of no wasm.
//!
//! **Invariant:** the script only reads, asks for nothing and sends nothing; it loses nothing that it has read.

mod policy;
mod questions;

pub use policy::policy;
pub use questions::{NOT_ASKED, commands};

use crate::base::i18n::Locale;
use crate::content::ways_to_collect;
use serde_json::{Value, json};

/// What the script is called when it is downloaded.
pub const FILE_NAME: &str = "guard-navi-collect.sh";

const TEMPLATE: &str = include_str!("collect.sh");
const SAVE: &str = include_str!("save.sh");

/// The script, with comments and messages in one language.
#[must_use]
pub fn script(locale: Locale) -> String {
    let mut script = String::new();
    for line in template().lines().filter_map(|line| in_language(line, locale)) {
        let part = questions::PARTS.into_iter().find(|(mark, _)| *mark == line);
        let text = part.map_or_else(|| line.to_owned(), |(_, phase)| questions::lines(phase));
        script.push_str(&text);
        script.push('\n');
    }
    script
}

/// What the evidence page shows of it.
#[must_use]
pub fn topic(locale: Locale) -> Value {
    json!({
        "script": script(locale),
        "commands": commands(),
        "policy": policy(),
        "name": FILE_NAME,
        "steps": ways_to_collect::RUN,
        "notes": ways_to_collect::RUN_NOTES,
    })
}

/// The two files as one.
fn template() -> String {
    TEMPLATE.replace("@SAVE@\n", SAVE)
}

/// The line without its mark; none where it is of another language.
fn in_language(line: &str, locale: Locale) -> Option<&str> {
    for marked in Locale::ALL {
        if let Some(rest) = line.strip_suffix(marked.tag()).and_then(|rest| rest.strip_suffix(" #")) {
            return (marked == locale).then_some(rest.trim_end());
        }
    }
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::questions::PARTS;
    use super::{script, template};
    use crate::base::i18n::Locale;

    #[test]
    fn both_languages_have_the_same_code() {
        let code = |locale| -> Vec<String> {
            let script = script(locale);
            let is_code = |line: &&str| !line.trim_start().starts_with('#') && !line.contains("echo");
            let bare = |line: &str| line.split("   #").next().unwrap_or_default().to_owned();
            script.lines().filter(is_code).map(bare).collect()
        };
        assert_eq!(code(Locale::Ja), code(Locale::En));
        let marked = |mark: &str| template().lines().filter(|line| line.ends_with(mark)).count();
        assert_eq!(marked(" #ja"), marked(" #en"));
        assert!(PARTS.iter().all(|(mark, _)| !script(Locale::En).contains(mark)));
        assert!(script(Locale::En).lines().all(|line| !line.ends_with("#en") && !line.ends_with("#ja")));
    }

    #[test]
    fn a_reader_of_english_meets_english_only() {
        assert!(script(Locale::En).chars().all(|c| c.is_ascii() || c == '…'));
        assert!(script(Locale::Ja).contains("読み取り"));
    }
}
