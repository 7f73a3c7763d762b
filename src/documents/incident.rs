//! The incident log: when each step of the runbook was done, and the notes on it. Markdown for people, JSON for tools.

use super::markdown::{escaped, line as escaped_line};
use crate::assessment::{Profile, Table};
use crate::base::json::{Json, Object, put};
use crate::base::time::Timestamp;

/// A step of the runbook in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogStep {
    /// Its id.
    pub id: String,
    /// Its title, in the reader's language.
    pub title: String,
}

/// The texts around the entries of the Markdown log.
#[derive(Clone, Copy, Debug)]
pub struct LogWords {
    /// The heading.
    pub title: &'static str,
    /// Shown for a profile without a name.
    pub unnamed: &'static str,
    /// The label before the time of export.
    pub exported: &'static str,
    /// Shown instead of the time for a step that is not done.
    pub open: &'static str,
}

/// The log as Markdown.
#[must_use]
pub fn markdown(profile: &Profile, steps: &[LogStep], words: LogWords, now: Timestamp) -> String {
    let name = if profile.name.is_empty() { words.unnamed } else { &profile.name };
    let now = now.to_string();
    let mut out = ["# ", words.title, ": ", &one_line(name), "\n\n", words.exported, ": ", &now, "\n"].concat();
    for (number, step) in steps.iter().enumerate() {
        let done = profile.entry(Table::Runbook, &step.id).unwrap_or(words.open);
        out.push_str(&["\n## ", &number.to_string(), ". ", &step.title, "\n\n", done, "\n"].concat());
        if let Some(note) = profile.entry(Table::RunbookNotes, &step.id) {
            out.push('\n');
            for line in note.lines() {
                // A block quote with escaped text, so that a note cannot create headings or links.
                out.push_str(&["> ", &escaped_line(line), "\n"].concat());
            }
        }
    }
    out
}

/// The log as JSON, `guard-navi.incident-log/1`: {`schema`, `exported_at`, `profile`, `steps` [{`step`, `title`,
/// `done_at` (RFC 3339 or null), `note` (or null)}]}.
#[must_use]
pub fn json(profile: &Profile, steps: &[LogStep], now: Timestamp) -> String {
    let mut lines = Vec::new();
    for step in steps {
        let mut line = Object::new();
        put(&mut line, "step", step.id.as_str());
        put(&mut line, "title", step.title.as_str());
        put(&mut line, "done_at", profile.entry(Table::Runbook, &step.id));
        put(&mut line, "note", profile.entry(Table::RunbookNotes, &step.id));
        lines.push(Json::Object(line));
    }
    let mut out = Object::new();
    put(&mut out, "schema", "guard-navi.incident-log/1");
    put(&mut out, "exported_at", now.to_string());
    put(&mut out, "profile", profile.name.as_str());
    put(&mut out, "steps", Json::List(lines));
    Json::Object(out).to_string()
}

fn one_line(text: &str) -> String {
    escaped(&text.replace(['\r', '\n'], " "))
}

#[cfg(test)]
mod tests {
    use super::{LogStep, LogWords, json, markdown};
    use crate::assessment::{Profile, Table};
    use crate::base::json::Json;
    use crate::base::time::Timestamp;

    fn profile() -> Profile {
        let mut profile = Profile { name: "Prod *1*\n# x".to_owned(), ..Profile::default() };
        profile.record_entry(Table::Runbook, "calm", "2026-11-24T03:00:00Z").unwrap();
        profile.record_entry(Table::RunbookNotes, "calm", "# not a heading\n[x](javascript:1) 日本").unwrap();
        profile
    }

    fn steps() -> [LogStep; 2] {
        [("calm", "Stay calm"), ("contain", "Stop it")]
            .map(|(id, title)| LogStep { id: id.into(), title: title.into() })
    }

    #[test]
    fn the_markdown_is_what_happened() {
        let words = LogWords { title: "Log", unnamed: "-", exported: "Saved", open: "open" };
        let now = Timestamp::parse("2026-11-24T04:00:00Z").unwrap();
        let expected = "# Log: Prod \\*1\\* \\# x\n\nSaved: 2026-11-24T04:00:00Z\n\n## 0. Stay calm\n\n2026-11-24T03:00:00Z\n\n\
            > \\# not a heading\n> \\[x\\](javascript:1) 日本\n\n## 1. Stop it\n\nopen\n";
        assert_eq!(markdown(&profile(), &steps(), words, now), expected);
    }

    #[test]
    fn the_json_says_the_same() {
        let now = Timestamp::parse("2026-11-24T04:00:00Z").unwrap();
        let log = Json::parse(&json(&profile(), &steps(), now)).unwrap();
        let lines = log.items("steps");
        assert_eq!((log.words("schema"), lines.len()), ("guard-navi.incident-log/1", 2));
        assert_eq!(lines[0].words("done_at"), "2026-11-24T03:00:00Z");
        assert_eq!((lines[1].get("done_at"), lines[1].get("note")), (Some(&Json::Null), Some(&Json::Null)));
    }
}
