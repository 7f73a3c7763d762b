//! `guard-navi.verdicts/1`, as `docs/schemas/` describes it: all that the page shows of a judgement.

use super::{Judged, Row};
use serde_json::{Value, json};

pub(super) fn write(judged: &Judged<'_>) -> Value {
    let judgement = judged.judgement;
    let problems = judgement.problems.iter().map(|problem| {
        json!({
            "file": problem.file,
            "line": problem.line,
            "secret": problem.secret,
            "text": problem.text.get(judged.locale),
        })
    });
    let read = judgement.read.iter().map(|read| json!({ "file": read.file, "what": read.what.get(judged.locale) }));
    json!({
        "schema": "guard-navi.verdicts/1",
        "app_version": env!("CARGO_PKG_VERSION"),
        "judged_at": judged.now,
        "language": judged.locale.tag(),
        "accounts": judgement.accounts,
        "verdicts": judged.rows().map(|row| verdict(judged, &row)).collect::<Value>(),
        "problems": problems.collect::<Value>(),
        "read": read.collect::<Value>(),
    })
}

fn verdict(judged: &Judged<'_>, row: &Row<'_>) -> Value {
    let Row { verdict, control, .. } = row;
    json!({
        "control": control.id,
        "title": control.title.get(judged.locale),
        "section": control.section.id(),
        "mandatory": control.mandatory,
        "severity": control.severity.id(),
        "account": verdict.account,
        "outcome": verdict.outcome,
        "reasons": judged.reasons(verdict).collect::<Value>(),
        "source": verdict.source,
        "regions": verdict.regions,
        "asks": verdict.asks,
        "is_conflict": verdict.is_conflict,
    })
}
