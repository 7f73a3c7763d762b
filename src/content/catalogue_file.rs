//! `guard-navi.catalogue/1`: the whole catalogue as one file for other programs. Shipped as `catalogue.json` beside the
//! page, which does not load it.
//!
//! Every text is `{"ja": …, "en": …}`; `topics` writes the page's own files with the same functions.

use crate::content::catalogue::must_fix::{self, MUST_FIX, MustFix};
use crate::content::catalogue::placeholders::PLACEHOLDERS;
use crate::content::catalogue::{self, Command, Control, Details, Guide, LEVELS, Scope, Section, Source};
use crate::content::commands::{self, PlaceholderValues};
use crate::content::frameworks::FRAMEWORKS;
use crate::content::learn::{CHAPTERS, Chapter};
use crate::content::quiz::{QUESTIONS, Question};
use crate::content::runbook::{self, STEPS, Step};
use serde_json::{Map, Value, json};

/// The whole file.
#[must_use]
pub fn write() -> Value {
    let controls = catalogue::all().iter().zip(catalogue::details());
    json!({
        "schema": "guard-navi.catalogue/1",
        "app_version": env!("CARGO_PKG_VERSION"),
        "sections": list(&Section::ALL, |section| json!({ "id": section.id(), "title": section.title() })),
        "levels": list(&LEVELS, |level| json!({ "level": level.number, "name": level.title })),
        "controls": controls.map(|(control, details)| merged(merged(head(control), with_lines(body(details))), framework_ids(control))).collect::<Value>(),
        "placeholders": placeholders(),
        "must_fix": list(MUST_FIX, must_fix),
        "must_fix_rule": must_fix::RULE,
        "runbook": with_lines(list(STEPS, |step| self::step(step))),
        "quiz": list(QUESTIONS, question),
        "learn": list(CHAPTERS, chapter),
    })
}

fn head(control: &Control) -> Value {
    json!({
        "id": control.id,
        "section": control.section.id(),
        "mandatory": control.mandatory,
        "level": control.level,
        "order": control.order,
        "severity": control.severity.id(),
        "effort_minutes": control.effort_minutes,
        "free": control.free,
        "needs": control.needs,
        "title": control.title,
    })
}

/// The ids of each framework for a control, empty lists included.
fn framework_ids(control: &Control) -> Value {
    FRAMEWORKS.iter().map(|framework| (framework.field.to_owned(), json!(framework.ids(control.id)))).collect()
}

/// The frameworks that have an item for a control.
pub(crate) fn frameworks(control: &str) -> Value {
    let rows = FRAMEWORKS.iter().map(|framework| (framework, framework.ids(control)));
    rows.filter(|(_, ids)| !ids.is_empty())
        .map(|(framework, ids)| json!({ "name": framework.title, "url": framework.url, "ids": ids }))
        .collect()
}

/// The details that the page of one control shows.
pub(crate) fn body(details: &Details) -> Value {
    json!({
        "why": details.why,
        "cost": details.cost,
        "scope": details.scope,
        "check": guide(&details.check),
        "fix": guide(&details.fix),
        "warnings": list(details.warnings, |warning| json!({ "risk": warning.risk.id(), "text": warning.text })),
        "done": details.done,
        "not_applicable": details.not_applicable,
        "organisation": details.organisation,
        "evidence": details.evidence,
        "attest": details.attest,
        "sources": sources(details.sources),
    })
}

fn guide(guide: &Guide) -> Value {
    json!({ "console": guide.console, "cli": list(guide.cli, command), "no_cli": guide.no_cli })
}

/// A command: its words, its chain, and its note.
pub(crate) fn command(command: &Command) -> Value {
    let each =
        command.each.map(|each| json!({ "from": each.from, "path": each.path, "fills": each.placeholder_values }));
    json!({
        "words": commands::words(command),
        "each": each,
        "regional": command.scope.region().is_some(),
        "scope": command.scope.id(),
        "regions": if let Scope::OtherOf(regions) = command.scope { Some(regions) } else { None },
        "action": command.action.id(),
        "note": command.note,
    })
}

/// The placeholders in commands.
pub(crate) fn placeholders() -> Value {
    list(PLACEHOLDERS, |placeholder| {
        json!({
            "token": placeholder.token,
            "kind": placeholder.kind.id(),
            "title": placeholder.title,
            "example": placeholder.example,
        })
    })
}

/// A control of Security Hub that must not fail.
pub(crate) fn must_fix(control: &MustFix) -> Value {
    json!({
        "id": control.id,
        "title": control.title,
        "severity": control.severity.id(),
        "fsbp": control.fsbp,
        "group": control.group.id(),
        "checks": control.checks,
        "url": control.url,
        "control": control.control,
    })
}

/// A step of the incident runbook.
pub(crate) fn step(step: &Step) -> Value {
    json!({
        "step": step.id,
        "title": step.title,
        "who": step.who,
        "goal": step.goal,
        "actions": step.actions,
        "cli": list(step.commands, command),
        "never": step.never,
        "controls": step.controls,
        "sources": sources(step.sources),
    })
}

/// The response-team sheet.
pub(crate) fn team() -> Value {
    let field = |field: &runbook::Field| json!({ "id": field.id, "title": field.title, "hint": field.hint });
    json!({
        "fields": list(runbook::FIELDS, field),
        "deadlines": list(runbook::DEADLINES, |deadline| json!({
            "severity": deadline.severity, "band": deadline.band, "within": deadline.within, "then": deadline.then,
        })),
        "decisions": list(runbook::DECISIONS, |decision| json!({
            "result": decision.decision, "then": decision.then,
        })),
    })
}

/// A question of the quiz.
pub(crate) fn question(question: &Question) -> Value {
    let options = list(
        question.options,
        |option| json!({ "id": option.id, "text": option.text, "right": option.is_right, "why": option.why }),
    );
    json!({ "question": question.id, "text": question.text, "options": options, "control": question.control })
}

/// A chapter of Learn.
pub(crate) fn chapter(chapter: &Chapter) -> Value {
    let points =
        list(chapter.points, |point| json!({ "title": point.title, "body": point.body, "controls": point.controls }));
    json!({
        "id": chapter.id,
        "title": chapter.title,
        "picture": chapter.picture,
        "body": chapter.body,
        "points": points,
        "sources": sources(chapter.sources),
    })
}

/// The sources of an item.
pub(crate) fn sources(sources: &[Source]) -> Value {
    list(sources, |source| json!({ "title": source.title, "url": source.url, "reviewed": source.reviewed }))
}

/// Every item as a value.
pub(crate) fn list<T>(items: &[T], write: impl Fn(&T) -> Value) -> Value {
    items.iter().map(write).collect()
}

fn merged(mut head: Value, body: Value) -> Value {
    if let (Value::Object(head), Value::Object(body)) = (&mut head, body) {
        head.extend(body);
    }
    head
}

/// Adds to each command its line, quoted for the shell, so that programs that read the file need no quoting rules.
fn with_lines(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(with_lines).collect(),
        Value::Object(fields) => {
            let mut fields: Map<String, Value> =
                fields.into_iter().map(|(name, value)| (name, with_lines(value))).collect();
            let words = fields.get("words").and_then(Value::as_array);
            let words: Option<Vec<String>> =
                words.map(|words| words.iter().filter_map(Value::as_str).map(str::to_owned).collect());
            if let Some(words) = words {
                fields.insert("command".to_owned(), commands::line(&words, &PlaceholderValues::default()).into());
            }
            Value::Object(fields)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}
