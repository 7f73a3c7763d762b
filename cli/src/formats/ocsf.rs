//! OCSF 1.8.0: a list of Compliance Findings (class 2003) with the profile `cloud`, one for each verdict.
//!
//! Problems of the input have no place in OCSF; the other forms have them.

use super::{Judged, Row};
use guard_navi::base::time::Timestamp;
use guard_navi::content::catalogue::Severity;
use guard_navi::content::frameworks::FRAMEWORKS;
use guard_navi::evidence::{Outcome, Verdict};
use serde_json::{Value, json};

const VERSION: &str = "1.8.0";
const CATEGORY: (u32, &str) = (2, "Findings");
const CLASS: (u32, &str) = (2003, "Compliance Finding");
/// A finding is made anew each time: the program knows of none before.
const ACTIVITY: (u32, &str) = (1, "Create");
/// The account type "AWS Account".
const AWS_ACCOUNT: u32 = 10;

pub(super) fn write(judged: &Judged<'_>) -> Value {
    judged.rows().map(|row| finding(judged, &row)).collect()
}

fn finding(judged: &Judged<'_>, row: &Row<'_>) -> Value {
    let Row { verdict, control, details } = row;
    let account = verdict.account.as_deref().unwrap_or("-");
    let (severity_id, severity) = severity(verdict.outcome, control.severity);
    let reasons: Vec<&str> = judged.reasons(verdict).collect();
    let mut info = json!({
        "uid": format!("{}/{account}", control.id),
        "title": control.title.get(judged.locale),
        "desc": details.why.get(judged.locale),
        "types": [control.section.title().get(judged.locale)],
        "created_time": milliseconds(judged.now),
    });
    if let (Some(collected), Some(fields)) = (verdict.source.collected_at, info.as_object_mut()) {
        fields.insert("last_seen_time".to_owned(), milliseconds(collected));
    }
    let mut finding = json!({
        "activity_id": ACTIVITY.0,
        "activity_name": ACTIVITY.1,
        "category_uid": CATEGORY.0,
        "category_name": CATEGORY.1,
        "class_uid": CLASS.0,
        "class_name": CLASS.1,
        "type_uid": CLASS.0 * 100 + ACTIVITY.0,
        "type_name": format!("{}: {}", CLASS.1, ACTIVITY.1),
        "time": milliseconds(judged.now),
        "severity_id": severity_id,
        "severity": severity,
        "message": reasons.first(),
        "metadata": metadata(judged),
        "finding_info": info,
        "compliance": compliance(row, &reasons),
        "cloud": cloud(verdict),
        "unmapped": {
            "file": verdict.source.file,
            "regions": verdict.regions,
            "asks": verdict.asks,
            "is_conflict": verdict.is_conflict,
        },
    });
    if let (Outcome::Fail | Outcome::Unknown, Some(fields)) = (verdict.outcome, finding.as_object_mut()) {
        fields.insert("remediation".to_owned(), remediation(judged, row));
    }
    finding
}

fn metadata(judged: &Judged<'_>) -> Value {
    json!({
        "version": VERSION,
        "profiles": ["cloud"],
        "product": { "name": "Guard Navi", "version": env!("CARGO_PKG_VERSION"), "lang": judged.locale.tag() },
    })
}

fn compliance(row: &Row<'_>, reasons: &[&str]) -> Value {
    let (status_id, status) = match row.verdict.outcome {
        Outcome::Pass => (1, "Pass"),
        Outcome::Fail => (3, "Fail"),
        Outcome::Unknown => (0, "Unknown"),
    };
    let served = || FRAMEWORKS.iter().filter(|framework| !framework.ids(row.control.id).is_empty());
    let ids = served()
        .flat_map(|framework| framework.ids(row.control.id).iter().map(move |id| [framework.title, " ", id].concat()));
    json!({
        "control": row.control.id,
        "status_id": status_id,
        "status": status,
        "status_details": reasons,
        "standards": served().map(|framework| framework.title).collect::<Vec<_>>(),
        "requirements": ids.collect::<Vec<_>>(),
    })
}

/// The account by its masked id. That is a name, and no `uid`: nothing else knows the account by it.
fn cloud(verdict: &Verdict) -> Value {
    let mut cloud = json!({ "provider": "AWS" });
    if let Some(fields) = cloud.as_object_mut() {
        if let Some(account) = &verdict.account {
            let account = json!({ "name": account, "type_id": AWS_ACCOUNT, "type": "AWS Account" });
            fields.insert("account".to_owned(), account);
        }
        if let [region] = verdict.regions.as_slice() {
            fields.insert("region".to_owned(), json!(region));
        }
    }
    cloud
}

fn remediation(judged: &Judged<'_>, row: &Row<'_>) -> Value {
    let steps: Vec<&str> = row.details.fix.console.iter().map(|step| step.get(judged.locale)).collect();
    let sources: Vec<&str> = row.details.sources.iter().map(|source| source.url).collect();
    json!({ "desc": steps.join("\n"), "references": sources })
}

fn severity(outcome: Outcome, severity: Severity) -> (u32, &'static str) {
    match (outcome, severity) {
        (Outcome::Pass, _) => (1, "Informational"),
        (Outcome::Unknown, _) => (0, "Unknown"),
        (Outcome::Fail, Severity::Critical) => (5, "Critical"),
        (Outcome::Fail, Severity::High) => (4, "High"),
        (Outcome::Fail, Severity::Medium) => (3, "Medium"),
        (Outcome::Fail, Severity::Low) => (2, "Low"),
    }
}

fn milliseconds(time: Timestamp) -> Value {
    json!(time.unix_seconds() * 1000)
}
