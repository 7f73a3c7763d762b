//! The longer texts, one file per topic and language beside the page: `xtask seal` writes them from the
//! catalogue, the page fetches one when it is first needed.
//!
//! They are most of the product's words, and nobody reads them all on a first visit. So they are not part of the
//! start path, and a reader of Japanese never loads the English ones.

mod controls;

pub use controls::{Guidance, Steps, read as read_control};

use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::content::catalogue::must_fix::{self, Group, MUST_FIX};
use crate::content::catalogue::{self, Scope};
use crate::content::commands::{CommandLine, Repeat};
use crate::content::{about, catalogue_file as file, learn, quiz, runbook, ways_to_collect};
use serde_json::{Map, Value, json};

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The details of every control, and the blanks in commands.
    Controls,
    /// Learn and the quiz.
    Learn,
    /// The incident runbook, the response-team sheet, too many notifications.
    Incident,
    /// The must-fix list.
    Posture,
    /// What evidence there is, and how to get it.
    Evidence,
    /// What this is, and where it comes from.
    About,
}

impl Topic {
    /// All of them.
    pub const ALL: [Topic; 6] =
        [Topic::Controls, Topic::Learn, Topic::Incident, Topic::Posture, Topic::Evidence, Topic::About];

    /// The name in file names.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Topic::Controls => "controls",
            Topic::Learn => "learn",
            Topic::Incident => "incident",
            Topic::Posture => "posture",
            Topic::Evidence => "evidence",
            Topic::About => "about",
        }
    }
}

/// The file of a topic in one language. Console labels stand in square brackets. `collector` is what
/// `evidence::collector::topic` says of the script.
#[must_use]
pub fn write(topic: Topic, locale: Locale, collector: &Value) -> Value {
    let everything = match topic {
        Topic::Controls => json!({
            "controls": catalogue::details().map(|details| (details.id.to_owned(), file::body(details))).collect::<Value>(),
            "placeholders": file::placeholders(),
            "quarter": learn::QUARTER,
        }),
        Topic::Learn => json!({
            "chapters": file::list(learn::CHAPTERS, file::chapter),
            "quiz": file::list(quiz::QUESTIONS, file::question),
        }),
        Topic::Incident => json!({
            "steps": file::list(runbook::STEPS, |step| file::step(step)),
            // AWS's security teams read English, AWS Japan's support both: the reader gets the choice.
            "replies": [runbook::REPLY.get(locale), runbook::REPLY.en],
            "team": file::team(),
            "too_many": file::list(runbook::TOO_MANY, |advice| json!({
                "title": advice.title,
                "body": advice.body,
                "cli": file::list(advice.commands, file::command),
            })),
            "placeholders": file::placeholders(),
        }),
        Topic::Posture => json!({
            "rule": must_fix::RULE,
            "groups": file::list(&Group::ALL, |group| json!({
                "id": group.id(), "title": group.title(), "why": group.why(),
            })),
            "must_fix": file::list(MUST_FIX, file::must_fix),
            "sources": file::sources(must_fix::SOURCES),
        }),
        Topic::Evidence => json!({
            "ways": file::list(ways_to_collect::WAYS, |way| json!({
                "title": way.title,
                "use": way.use_of_it,
                "steps": way.steps,
                "cli": file::list(way.commands, file::command),
            })),
            "collector": collector,
            "questions": catalogue::details()
                .filter_map(|details| Some((details.id.to_owned(), json!(details.attest?))))
                .collect::<Value>(),
            "placeholders": file::placeholders(),
        }),
        Topic::About => {
            let (oldest, newest) = about::reviewed();
            json!({
                "passages": file::list(about::PASSAGES, |passage| json!({ "title": passage.title, "body": passage.body })),
                "oldest": oldest,
                "newest": newest,
                "sources": file::sources(&[about::TALK]),
            })
        }
    };
    in_language(everything, locale)
}

/// The commands of a piece of text.
#[must_use]
pub fn steps_cli(node: &Json) -> Vec<CommandLine> {
    node.get("cli").map(command_lines).unwrap_or_default()
}

fn command_lines(list: &Json) -> Vec<CommandLine> {
    let words = |node: &Json, key: &str| node.texts(key).map(str::to_owned).collect::<Vec<_>>();
    let each = |command: &Json| {
        let each = command.get("each")?;
        Some(["from", "path", "fills"].map(|key| each.words(key).to_owned()))
    };
    let repeat = |command: &Json| {
        let is_elsewhere = command.words("scope") == Scope::OtherRegions.id();
        let is_repeated = is_elsewhere || command.words("scope") == Scope::EachRegion.id();
        is_repeated.then(|| Repeat { regions: words(command, "regions"), is_elsewhere, each: each(command) })
    };
    let line = |command: &Json| CommandLine {
        words: words(command, "words"),
        note: command.get("note").and_then(Json::as_text).map(str::to_owned),
        repeat: repeat(command),
    };
    if let Json::List(commands) = list { commands.iter().map(line).collect() } else { Vec::new() }
}

/// The same with every `{"ja": …, "en": …}` as the words of one language, and without what only tools read.
fn in_language(value: Value, locale: Locale) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(|item| in_language(item, locale)).collect(),
        Value::Object(mut fields) => {
            if fields.len() == 2 && fields.contains_key("ja") && fields.contains_key("en") {
                return fields.remove(locale.tag()).unwrap_or_default();
            }
            let is_read = |name: &str, value: &Value| !value.is_null() && !["action", "regional"].contains(&name);
            fields.retain(|name, value| is_read(name, value));
            let fields: Map<String, Value> =
                fields.into_iter().map(|(name, value)| (name, in_language(value, locale))).collect();
            Value::Object(fields)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}
