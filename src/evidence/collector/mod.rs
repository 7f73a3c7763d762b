//! The collector: one read-only shell script that runs the catalogue's check commands and writes an evidence bundle.
//!
//! The template is `collect.sh`; `save.sh` is its part that writes the results. Both contain comments and messages in
//! both languages: a line that ends in ` #ja` or ` #en` belongs to that language. The commands are generated from the
//! catalogue, so that the script, the list on the page and the IAM policy cannot differ. `xtask seal` writes the script
//! into the evidence page's file; it is not part of any wasm.
//!
//! **Invariant:** the script only reads, prompts for nothing and sends nothing; it loses nothing that it has read.

mod planned_commands;
mod policy;

pub use planned_commands::{LEFT_OUT, commands};
pub use policy::policy;

use crate::base::i18n::Locale;
use crate::content::ways_to_collect;
use serde_json::{Value, json};

/// The file name of the downloaded script.
pub const FILE_NAME: &str = "guard-navi-collect.sh";

const TEMPLATE: &str = include_str!("collect.sh");
const SAVE: &str = include_str!("save.sh");

/// The script, with comments and messages in one language.
#[must_use]
pub fn script(locale: Locale) -> String {
    let mut script = String::new();
    for line in template().lines().filter_map(|line| in_language(line, locale)) {
        let part = planned_commands::PARTS.into_iter().find(|(placeholder, _)| *placeholder == line);
        let text = part.map_or_else(|| line.to_owned(), |(_, phase)| planned_commands::lines(phase));
        script.push_str(&text);
        script.push('\n');
    }
    script
}

/// The data about the script that the evidence page shows.
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

/// The line without its language suffix; none if it belongs to another language.
fn in_language(line: &str, locale: Locale) -> Option<&str> {
    for language in Locale::ALL {
        if let Some(rest) = line.strip_suffix(language.tag()).and_then(|rest| rest.strip_suffix(" #")) {
            return (language == locale).then_some(rest.trim_end());
        }
    }
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::planned_commands::PARTS;
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
        let count = |suffix: &str| template().lines().filter(|line| line.ends_with(suffix)).count();
        assert_eq!(count(" #ja"), count(" #en"));
        assert!(PARTS.iter().all(|(placeholder, _)| !script(Locale::En).contains(placeholder)));
        assert!(script(Locale::En).lines().all(|line| !line.ends_with("#en") && !line.ends_with("#ja")));
    }

    #[test]
    fn the_english_script_has_no_japanese() {
        assert!(script(Locale::En).chars().all(|c| c.is_ascii() || c == '…'));
        assert!(script(Locale::Ja).contains("読み取り"));
    }
}
