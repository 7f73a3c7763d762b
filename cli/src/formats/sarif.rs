//! SARIF 2.1.0 (OASIS): a rule for each control that was judged, a result for each verdict, a notification for each
//! problem. What passes is a result, too, of the kind `pass`; what the evidence does not decide is of the kind `open`,
//! and what only the question to the user decides is of the kind `review`.

use super::{Judged, Row};
use guard_navi::content::catalogue::Severity;
use guard_navi::evidence::{Outcome, Problem, Verdict};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

/// The characters of a file name that stand in a URI as they are.
const NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) fn write(judged: &Judged<'_>) -> Value {
    // A control that was judged in several accounts is one rule.
    let mut rules: Vec<(&str, Value)> = Vec::new();
    let mut results = Vec::new();
    for row in judged.rows() {
        let known = rules.iter().position(|(id, _)| *id == row.control.id);
        let index = known.unwrap_or_else(|| {
            rules.push((row.control.id, rule(judged, &row)));
            rules.len() - 1
        });
        results.push(result(judged, &row, index));
    }
    let notifications = judged.judgement.problems.iter().map(|problem| notification(judged, problem));
    json!({
        "version": "2.1.0",
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "runs": [{
            "tool": { "driver": {
                "name": "Guard Navi",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.into_iter().map(|(_, rule)| rule).collect::<Value>(),
            }},
            "language": judged.locale.tag(),
            "invocations": [{
                "executionSuccessful": true,
                "endTimeUtc": judged.now,
                "toolExecutionNotifications": notifications.collect::<Value>(),
            }],
            "results": results,
        }],
    })
}

fn rule(judged: &Judged<'_>, row: &Row<'_>) -> Value {
    let Row { control, details, .. } = row;
    let get = |text: guard_navi::base::i18n::Text| json!({ "text": text.get(judged.locale) });
    let mut rule = json!({
        "id": control.id,
        "shortDescription": get(control.title),
        "fullDescription": get(details.why),
        "help": get(details.done),
        "defaultConfiguration": { "level": level(control.severity) },
        "properties": {
            "security-severity": score(control.severity),
            "tags": ["security", "aws", control.section.id(), if control.mandatory { "mandatory" } else { "recommended" }],
        },
    });
    if let (Some(source), Some(fields)) = (details.sources.first(), rule.as_object_mut()) {
        fields.insert("helpUri".to_owned(), json!(source.url));
    }
    rule
}

fn result(judged: &Judged<'_>, row: &Row<'_>, rule: usize) -> Value {
    let Row { verdict, control, .. } = row;
    let (kind, level) = match verdict.outcome {
        Outcome::Pass => ("pass", "none"),
        Outcome::Fail => ("fail", level(control.severity)),
        Outcome::Unknown if verdict.asks => ("review", "none"),
        Outcome::Unknown => ("open", "none"),
    };
    let reasons: Vec<&str> = judged.reasons(verdict).collect();
    json!({
        "ruleId": control.id,
        "ruleIndex": rule,
        "kind": kind,
        "level": level,
        "message": { "text": reasons.join("\n") },
        "locations": [location(verdict)],
        // Without the file's name: the same control of the same account stays the same result.
        "partialFingerprints": { "controlAndAccount/v1": format!("{} {}", control.id, verdict.account.as_deref().unwrap_or("-")) },
        "properties": { "regions": verdict.regions, "conflict": verdict.is_conflict },
    })
}

fn location(verdict: &Verdict) -> Value {
    let mut location = Map::new();
    if !verdict.source.file.is_empty() {
        location.insert("physicalLocation".to_owned(), json!({ "artifactLocation": artifact(&verdict.source.file) }));
    }
    if let Some(account) = &verdict.account {
        location.insert("logicalLocations".to_owned(), json!([{ "name": account, "kind": "account" }]));
    }
    location.into()
}

fn artifact(file: &str) -> Value {
    json!({ "uri": utf8_percent_encode(file, NAME).to_string() })
}

fn notification(judged: &Judged<'_>, problem: &Problem) -> Value {
    let mut place = json!({ "artifactLocation": artifact(&problem.file) });
    if let (Some(line), Some(fields)) = (problem.line, place.as_object_mut()) {
        fields.insert("region".to_owned(), json!({ "startLine": line.max(1) }));
    }
    json!({
        "level": if problem.secret { "error" } else { "warning" },
        "message": { "text": problem.text.get(judged.locale) },
        "locations": [{ "physicalLocation": place }],
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low => "note",
    }
}

/// The middle of the range of CVSS with this name, by which code scanning sorts.
const fn score(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.0",
    }
}
