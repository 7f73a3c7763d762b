//! Keeps only the newest of several outputs about the same thing.

use super::calls;
use super::facts::{Answer, Check, Facts, Origin, Output, Scan, Scanner};
use crate::base::time::Timestamp;
use std::collections::BTreeMap;

/// Calls that are made once per user, policy, trail and so on. Without the command line, two outputs may be about two
/// different items.
const PER_ITEM: [&str; 20] = [
    "account get-alternate-contact",
    "budgets describe-notifications-for-budget",
    "budgets describe-subscribers-for-notification",
    "cloudtrail get-event-selectors",
    "cloudtrail get-trail-status",
    "codebuild batch-get-projects",
    "ec2 get-managed-prefix-list-entries",
    "events list-targets-by-rule",
    "gh api",
    "guardduty get-detector",
    "guardduty get-filter",
    "guardduty get-findings",
    "iam get-policy-version",
    "iam list-access-keys",
    "iam list-entities-for-policy",
    "rds describe-db-cluster-snapshot-attributes",
    "rds describe-db-snapshot-attributes",
    "s3api get-bucket-acl",
    "s3api get-bucket-policy-status",
    "s3api get-public-access-block",
];

/// Drops facts that newer ones about the same thing replace: by collection time where known, otherwise by batch. Within
/// one batch nothing is dropped without a time, since pages of one response look alike.
pub(super) fn keep_newest(facts: &mut Facts) {
    keep_outputs(facts);
    drop_redundant_parts(facts);
    // A damaged report adds its doubts to those of an intact one, and replaces none.
    let reports = &mut facts.credential_reports;
    let intact = || reports.iter().filter(|report| report.cut_at_line.is_none() && !report.is_mixed);
    let last = intact().map(|report| report.origin.batch).max();
    let newest =
        intact().filter(|report| Some(report.origin.batch) == last).filter_map(|it| it.origin.collected_at).max();
    reports.retain(|report| Some(report.origin.batch) >= last);
    reports.retain(|report| report.origin.collected_at.is_none_or(|at| Some(at) >= newest));
    keep_checks(facts);
}

type Rank = (u32, Option<Timestamp>);

/// The newest rank for each key. All uses share one map type, since each further type adds to the size of the judge.
#[derive(Default)]
struct Newest(BTreeMap<String, Rank>);

impl Newest {
    fn insert(&mut self, key: String, rank: Rank) {
        self.0.entry(key).and_modify(|known| *known = newer_of(*known, rank)).or_insert(rank);
    }

    fn get(&self, key: &str) -> Option<Rank> {
        self.0.get(key).copied()
    }
}

/// The newer of two ranks: by time if both have one, otherwise by batch.
fn newer_of(a: Rank, b: Rank) -> Rank {
    let is_newer = if a.1.is_some() && b.1.is_some() { (b.1, b.0) > (a.1, a.0) } else { b.0 > a.0 };
    if is_newer { b } else { a }
}

/// Joins the parts of a key with a control character that no text contains.
fn key(parts: &[&str]) -> String {
    parts.join("\u{1f}")
}

fn output_key(output: &Output, args: &[String]) -> String {
    let [subject, region] = [&output.subject, &output.region].map(|part| part.as_deref().unwrap_or_default());
    key(&[output.call, &args.join("\u{1e}"), subject, region])
}

fn keep_outputs(facts: &mut Facts) {
    // Within one terminal transcript the last run of a command counts: the cause may have been fixed in between.
    let typed_key = |output: &Output| {
        let command = output.command?;
        Some((key(&[&output.session.text.to_string(), &output_key(output, &output.args)]), command))
    };
    let mut last = Newest::default();
    for (key, command) in facts.outputs.iter().filter_map(typed_key) {
        last.insert(key, (command, None));
    }
    facts
        .outputs
        .retain(|output| typed_key(output).is_none_or(|(key, command)| last.get(&key) == Some((command, None))));
    let rank = |origin: &Origin| -> Rank { (origin.batch, origin.collected_at) };
    let is_identified =
        |output: &Output| !PER_ITEM.contains(&output.call) || !output.args.is_empty() || output.subject.is_some();
    let mut latest = Newest::default();
    for output in facts.outputs.iter().filter(|output| is_identified(output)) {
        latest.insert(output_key(output, &output.args), rank(&output.origin));
    }
    facts.outputs.retain(|output| {
        !is_identified(output) || latest.get(&output_key(output, &output.args)) == Some(rank(&output.origin))
    });
}

/// Drops a narrowed list if the complete list of the same call is present.
fn drop_redundant_parts(facts: &mut Facts) {
    let mut wholes = Newest::default();
    for output in &facts.outputs {
        if output.narrowed_by().is_none() && matches!(output.answer, Answer::Json { is_truncated: false, .. }) {
            wholes.insert(output_key(output, &output.args), (0, None));
        }
    }
    facts.outputs.retain(|output| {
        let is_part = output.narrowed_by().is_some() && !PER_ITEM.contains(&output.call);
        !is_part || wholes.get(&output_key(output, &known_args(output))).is_none()
    });
}

/// The arguments of a command without the options that narrow its output.
fn known_args(output: &Output) -> Vec<String> {
    let options = calls::find(output.call).map_or(&[][..], |call| call.options);
    let mut is_known = false;
    let mut is_known_arg = |arg: &&String| {
        is_known = if arg.starts_with("--") { options.contains(&arg.as_str()) } else { is_known };
        is_known
    };
    output.args.iter().filter(|arg| is_known_arg(arg)).cloned().collect()
}

/// Drops replaced checks one by one, since a later scan may cover other checks or another Region only. A Prowler file
/// is one run; Security Hub files may be pages of one response, where only findings about the same resource replace
/// each other.
fn keep_checks(facts: &mut Facts) {
    // A single scan replaces nothing.
    if facts.scans.len() < 2 {
        return;
    }
    let is_of_hub = |scan: &Scan| scan.scanner == Scanner::SecurityHub;
    let check_key = |scan: &Scan, check: &Check| {
        // For IAM checks, Prowler's Region is only where Prowler was run.
        let is_global = !is_of_hub(scan) && check.id.starts_with("iam_");
        let region = check.region.as_deref().filter(|_| !is_global).unwrap_or_default();
        key(&[if is_of_hub(scan) { "hub" } else { "prowler" }, &check.id, region])
    };
    // Security Hub has one finding per resource, and per standard unless findings are consolidated.
    let finding_key = |scan: &Scan, check: &Check| {
        let key_of_check = check_key(scan, check);
        if !is_of_hub(scan) {
            return key_of_check;
        }
        key(&[&key_of_check, &check.resource, &check.standards.join("\u{1e}")])
    };
    let mut batches = Newest::default();
    for (scan, check) in facts.checks() {
        batches.insert(check_key(scan, check), (scan.origin.batch, None));
    }
    retain(facts, |scan, check| batches.get(&check_key(scan, check)) == Some((scan.origin.batch, None)));

    let time = |scan: &Scan, check: &Check| if is_of_hub(scan) { check.checked_at } else { scan.origin.collected_at };
    let mut times = Newest::default();
    for (scan, check) in facts.checks() {
        if let Some(at) = time(scan, check) {
            times.insert(finding_key(scan, check), (0, Some(at)));
        }
    }
    retain(facts, |scan, check| {
        let newest = times.get(&finding_key(scan, check)).and_then(|(_, at)| at);
        let (Some(at), Some(newest)) = (time(scan, check), newest) else {
            return true;
        };
        if is_of_hub(scan) {
            // Without a resource it is unknown whether two findings are about the same thing.
            return at == newest || check.resource.is_empty();
        }
        newest.hours_since(at) <= LOCAL_HOURS
    });
}

/// Prowler writes local times without an offset, so the order of two times is only certain if they differ by more than
/// this.
const LOCAL_HOURS: i64 = 26;

fn retain(facts: &mut Facts, is_kept: impl Fn(&Scan, &Check) -> bool) {
    for scan in &mut facts.scans {
        let checks = std::mem::take(&mut scan.checks);
        scan.checks = checks.into_iter().filter(|check| is_kept(scan, check)).collect();
    }
}
