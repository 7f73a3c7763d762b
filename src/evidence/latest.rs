//! Of the same things only what is newest.

use super::calls;
use super::facts::{Answer, Check, Facts, Origin, Output, Scan, Scanner};
use crate::base::time::Timestamp;
use std::collections::BTreeMap;

/// Asked once per user, policy, trail …: without the line that printed it, two outputs may be of two things.
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

/// Keeps of the same things only what is newest: by the time of collection where it is known, else by hand-over.
/// Within one hand-over nothing is dropped without a time: pages of one answer look alike.
pub(super) fn keep(facts: &mut Facts) {
    keep_outputs(facts);
    keep_wholes(facts);
    let last = facts.credential_reports.iter().map(|report| report.origin.batch).max();
    facts.credential_reports.retain(|report| Some(report.origin.batch) == last);
    let newest = facts.credential_reports.iter().filter_map(|report| report.origin.collected_at).max();
    facts.credential_reports.retain(|report| report.origin.collected_at.is_none_or(|at| Some(at) == newest));
    keep_checks(facts);
}

type Rank = (u32, Option<Timestamp>);

/// The newest of what has the same key. One kind of map for all: each kind takes its bytes in the judge.
#[derive(Default)]
struct Newest(BTreeMap<String, Rank>);

impl Newest {
    fn see(&mut self, key: String, rank: Rank) {
        self.0.entry(key).and_modify(|known| *known = newer_of(*known, rank)).or_insert(rank);
    }

    fn get(&self, key: &str) -> Option<Rank> {
        self.0.get(key).copied()
    }
}

/// The newer of two: times decide where both have one.
fn newer_of(a: Rank, b: Rank) -> Rank {
    let is_newer = if a.1.is_some() && b.1.is_some() { (b.1, b.0) > (a.1, a.0) } else { b.0 > a.0 };
    if is_newer { b } else { a }
}

/// Parts of a key, told apart by a letter that no text holds.
fn key(parts: &[&str]) -> String {
    parts.join("\u{1f}")
}

fn of_output(output: &Output, args: &[String]) -> String {
    let [subject, region] = [&output.subject, &output.region].map(|part| part.as_deref().unwrap_or_default());
    key(&[output.call, &args.join("\u{1e}"), subject, region])
}

fn keep_outputs(facts: &mut Facts) {
    // In one terminal the last time counts: somebody looked, repaired it, and looked again.
    let typed = |output: &Output| {
        let command = output.command?;
        Some((key(&[&output.session.text.to_string(), &of_output(output, &output.args)]), command))
    };
    let mut last = Newest::default();
    for (key, command) in facts.outputs.iter().filter_map(typed) {
        last.see(key, (command, None));
    }
    facts.outputs.retain(|output| typed(output).is_none_or(|(key, command)| last.get(&key) == Some((command, None))));
    let rank = |origin: &Origin| -> Rank { (origin.batch, origin.collected_at) };
    let is_clear =
        |output: &Output| !PER_ITEM.contains(&output.call) || !output.args.is_empty() || output.subject.is_some();
    let mut latest = Newest::default();
    for output in facts.outputs.iter().filter(|output| is_clear(output)) {
        latest.see(of_output(output, &output.args), rank(&output.origin));
    }
    facts.outputs.retain(|output| {
        !is_clear(output) || latest.get(&of_output(output, &output.args)) == Some(rank(&output.origin))
    });
}

/// Where a whole list is there that was asked for with nothing else, a part of it says nothing more.
fn keep_wholes(facts: &mut Facts) {
    let mut wholes = Newest::default();
    for output in &facts.outputs {
        if output.narrowed_by().is_none() && matches!(output.answer, Answer::Json { is_truncated: false, .. }) {
            wholes.see(of_output(output, &output.args), (0, None));
        }
    }
    facts.outputs.retain(|output| {
        let is_part = output.narrowed_by().is_some() && !PER_ITEM.contains(&output.call);
        !is_part || wholes.get(&of_output(output, &known_args(output))).is_none()
    });
}

/// The words of a command without the options that narrow it.
fn known_args(output: &Output) -> Vec<String> {
    let options = calls::find(output.call).map_or(&[][..], |call| call.options);
    let mut is_kept = false;
    let mut kept = |arg: &&String| {
        is_kept = if arg.starts_with("--") { options.contains(&arg.as_str()) } else { is_kept };
        is_kept
    };
    output.args.iter().filter(|arg| kept(arg)).cloned().collect()
}

/// A later scan may be of other checks or of another Region only, so each check counts for itself. Prowler's files are
/// a run each; Security Hub's may be pages of one answer, where only the same resource is the same.
fn keep_checks(facts: &mut Facts) {
    // One result has nothing to give way to.
    if facts.scans.len() < 2 {
        return;
    }
    let is_of_hub = |scan: &Scan| scan.scanner == Scanner::SecurityHub;
    let of_check = |scan: &Scan, check: &Check| {
        // Of IAM the Region says from where Prowler was run.
        let is_global = !is_of_hub(scan) && check.id.starts_with("iam_");
        let region = check.region.as_deref().filter(|_| !is_global).unwrap_or_default();
        key(&[if is_of_hub(scan) { "hub" } else { "prowler" }, &check.id, region])
    };
    // One finding for each resource, and for each standard where they are not consolidated.
    let of_finding = |scan: &Scan, check: &Check| {
        let key_of_check = of_check(scan, check);
        if !is_of_hub(scan) {
            return key_of_check;
        }
        key(&[&key_of_check, &check.resource, &check.standards.join("\u{1e}")])
    };
    let mut batches = Newest::default();
    for (scan, check) in facts.checks() {
        batches.see(of_check(scan, check), (scan.origin.batch, None));
    }
    retain(facts, |scan, check| batches.get(&of_check(scan, check)) == Some((scan.origin.batch, None)));

    let time = |scan: &Scan, check: &Check| if is_of_hub(scan) { check.checked_at } else { scan.origin.collected_at };
    let mut times = Newest::default();
    for (scan, check) in facts.checks() {
        if let Some(at) = time(scan, check) {
            times.see(of_finding(scan, check), (0, Some(at)));
        }
    }
    retain(facts, |scan, check| {
        let newest = times.get(&of_finding(scan, check)).and_then(|(_, at)| at);
        let (Some(at), Some(newest)) = (time(scan, check), newest) else {
            return true;
        };
        if is_of_hub(scan) {
            // Without a resource it is not known whether two are about the same.
            return at == newest || check.resource.is_empty();
        }
        newest.hours_since(at) <= LOCAL_HOURS
    });
}

/// Prowler writes local times without saying of where: two of them may be in order only if they are further apart.
const LOCAL_HOURS: i64 = 26;

fn retain(facts: &mut Facts, stays: impl Fn(&Scan, &Check) -> bool) {
    for scan in &mut facts.scans {
        let checks = std::mem::take(&mut scan.checks);
        scan.checks = checks.into_iter().filter(|check| stays(scan, check)).collect();
    }
}
