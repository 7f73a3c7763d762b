//! Topics: the longer texts, one file per topic and language beside the page. `xtask seal` writes them from the
//! catalogue; the page fetches each when it is first needed.
//!
//! They are most of the product's text, and few of them are read on a first visit. So they are not part of the first
//! pages, and each file contains one language only.

mod controls;

pub use controls::{ControlDetails, Steps, read as read_control};

use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::content::catalogue::edition::{EDITIONS, Edition};
use crate::content::catalogue::must_fix::{self, Group, MUST_FIX};
use crate::content::catalogue::{self, Details, Scope};
use crate::content::changes::CHANGES;
use crate::content::commands::{CommandLine, Repeat};
use crate::content::{about, catalogue_file as file, frameworks, learn, quiz, runbook, talk, ways_to_collect};
use serde_json::{Map, Value, json};

/// The subject of a topic file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The details of every control, and the placeholders in commands.
    Controls,
    /// Learn and the quiz.
    Learn,
    /// The incident runbook, the response-team sheet, and advice on too many notifications.
    Incident,
    /// The must-fix list.
    Posture,
    /// The kinds of evidence, and how to collect it.
    Evidence,
    /// What the product is, where its list comes from, and what changed in it.
    About,
}

impl Topic {
    /// All topics.
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

/// Writes the file of a topic in one language. Console labels are in square brackets. `collector` is the output of
/// `evidence::collector::topic`.
#[must_use]
pub fn write(topic: Topic, locale: Locale, collector: &Value) -> Value {
    let everything = match topic {
        Topic::Controls => json!({
            "controls": catalogue::details().map(control).collect::<Value>(),
            "placeholders": file::placeholders(),
            "quarter": learn::QUARTER,
        }),
        Topic::Learn => json!({
            "chapters": file::list(learn::CHAPTERS, file::chapter),
            "quiz": file::list(quiz::QUESTIONS, file::question),
        }),
        Topic::Incident => json!({
            "steps": file::list(runbook::STEPS, |step| file::step(step)),
            // AWS's security teams read English, AWS Support in Japan reads both: the user can choose.
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
                "use": way.purpose,
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
                "editions": file::list(EDITIONS, edition),
                "baseline": frameworks::baseline()
                    .map(|(id, title, controls)| json!({ "id": id, "title": title, "controls": controls }))
                    .collect::<Value>(),
                "talk": file::list(talk::POINTS, |point| json!({ "title": point.title, "controls": point.controls })),
            })
        }
    };
    in_language(everything, locale)
}

/// What an edition of the catalogue changed.
fn edition(edition: &Edition) -> Value {
    let changes = CHANGES.iter().filter(|change| change.edition == edition.number);
    json!({
        "added": edition.added,
        "changes": changes.map(|change| json!({ "controls": change.controls, "text": change.text })).collect::<Value>(),
    })
}

/// A control's details with the frameworks that have an item for it.
fn control(details: &Details) -> (String, Value) {
    let mut body = file::body(details);
    if let Value::Object(fields) = &mut body {
        fields.insert("frameworks".to_owned(), file::frameworks(details.id));
    }
    (details.id.to_owned(), body)
}

/// The commands of an item.
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
        let excludes_home_region = command.words("scope") == Scope::OtherRegions.id();
        let is_repeated = excludes_home_region || command.words("scope") == Scope::EachRegion.id();
        is_repeated.then(|| Repeat { regions: words(command, "regions"), excludes_home_region, each: each(command) })
    };
    let line = |command: &Json| CommandLine {
        words: words(command, "words"),
        note: command.get("note").and_then(Json::as_text).map(str::to_owned),
        repeat: repeat(command),
    };
    if let Json::List(commands) = list { commands.iter().map(line).collect() } else { Vec::new() }
}

/// Replaces every `{"ja": …, "en": …}` with its text in one language, and removes the fields that only tools read.
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
