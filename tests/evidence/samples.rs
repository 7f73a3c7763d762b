//! The samples: output of the real AWS CLI from a simulated good and a simulated bad account, and hand-made files in
//! the real formats.

use super::{NOW, judge_as_of, outcome};
use guard_navi::evidence::Outcome;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// One file.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    /// Its path: `good/iam_get-account-summary.json`.
    pub name: String,
    pub bytes: Vec<u8>,
    /// The command line that printed it; empty for hand-made ones.
    pub command: String,
}

impl Sample {
    pub fn file_name(&self) -> String {
        self.name.rsplit('/').next().unwrap().to_owned()
    }
}

fn folder() -> PathBuf {
    std::env::current_dir().unwrap().join("tests/evidence/samples")
}

pub(crate) fn read(name: &str) -> Sample {
    let bytes = fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    Sample { name: name.to_owned(), bytes, command: String::new() }
}

/// The index of an account: file, exit code, command line.
fn index(account: &str) -> Vec<(String, i32, String)> {
    let text = fs::read_to_string(folder().join(account).join("_index.tsv")).unwrap();
    let line = |line: &str| {
        let mut parts = line.splitn(3, '\t');
        let mut part = || parts.next().unwrap().to_owned();
        (part(), part().parse().unwrap(), part())
    };
    text.lines().map(line).collect()
}

/// The outputs of an account, each with the command line that printed it.
fn of_account(account: &str) -> Vec<Sample> {
    let rows = index(account).into_iter().map(|(file, exit, command)| {
        let name = if exit == 0 { file } else { format!("{file}.err") };
        Sample { command, ..read(&format!("{account}/{name}")) }
    });
    rows.collect()
}

/// Every sample.
pub(crate) fn all() -> Vec<Sample> {
    let mut all = [of_account("good"), of_account("bad")].concat();
    for made in ["synthetic", "prowler"] {
        for entry in fs::read_dir(folder().join(made)).unwrap() {
            all.push(read(&format!("{made}/{}", entry.unwrap().file_name().to_str().unwrap())));
        }
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

/// An account's outputs as the evidence bundle that the collector writes.
pub(crate) fn bundle(account: &str, is_in: impl Fn(&Sample) -> bool) -> Sample {
    let results = of_account(account).into_iter().filter(is_in).map(|sample| {
        let words = shlex::split(&sample.command).unwrap();
        let (command, args) = (words[1..3].join(" "), &words[3..]);
        let region = args.iter().skip_while(|arg| *arg != "--region").nth(1);
        let text = String::from_utf8(sample.bytes).unwrap();
        let is_good = !sample.name.ends_with(".err");
        let output = is_good.then(|| serde_json::from_str(&text).unwrap_or(Value::from(text.clone())));
        json!({
            "command": command,
            "args": args,
            "region": region,
            "exit": if is_good { 0 } else { 255 },
            "output": output,
            "error": if is_good { "" } else { text.as_str() },
        })
    });
    let bundle = json!({
        "schema": "guard-navi.evidence/1",
        "collected_at": "2026-11-24T00:00:00Z",
        "results": results.collect::<Vec<_>>(),
    });
    Sample {
        name: format!("{account}.json"),
        bytes: serde_json::to_vec_pretty(&bundle).unwrap(),
        command: String::new(),
    }
}

fn judged(files: &[Sample]) -> guard_navi::evidence::Judgement {
    let files: Vec<_> =
        files.iter().map(|sample| (sample.file_name(), sample.bytes.clone(), sample.command.clone())).collect();
    judge_as_of(NOW, &files)
}

/// The same account gives the same verdicts as files and as a bundle.
#[test]
fn files_and_bundle_say_the_same() {
    for account in ["good", "bad"] {
        // The CSV report has no date of its own in a bundle; the report that has one is used instead.
        let is_dated = |sample: &Sample| !sample.name.ends_with("credential-report.csv");
        let by_files = judged(&of_account(account).into_iter().filter(is_dated).collect::<Vec<_>>());
        let by_bundle = judged(&[bundle(account, is_dated)]);
        assert!(by_bundle.verdicts.len() > 20, "{}", by_bundle.verdicts.len());
        for verdict in &by_bundle.verdicts {
            // A file without an AWS error is a problem, not an output; in a bundle it belongs to its command.
            let other = outcome(&by_files, &verdict.control).unwrap_or(Outcome::Unknown);
            assert_eq!(verdict.outcome, other, "{account}: {}: {:?}", verdict.control, verdict.reasons);
        }
    }
}

/// Missing command lines never make a verdict better.
#[test]
fn without_the_commands_nothing_gets_better() {
    for account in ["good", "bad"] {
        let files = of_account(account);
        let with_commands = judged(&files);
        let without_commands: Vec<_> =
            files.iter().map(|sample| Sample { command: String::new(), ..sample.clone() }).collect();
        for verdict in judged(&without_commands).verdicts {
            let known = outcome(&with_commands, &verdict.control);
            let is_no_better = verdict.outcome != Outcome::Pass || known == Some(Outcome::Pass);
            assert!(is_no_better, "{account}: {}: {:?}", verdict.control, verdict.reasons);
        }
    }
}

/// The expected verdicts. A simulated account has the outputs of one Region for many Regions, no root row in its
/// report, and half of AWS's commands, so many verdicts are unknown.
#[test]
fn the_good_account_passes_and_the_bad_one_fails_where_it_can_be_told() {
    let verdicts = |account: &str, wanted: Outcome| -> Vec<String> {
        let judgement = judged(&of_account(account));
        let fits = judgement.verdicts.into_iter().filter(|verdict| verdict.outcome == wanted);
        fits.map(|verdict| verdict.control).collect()
    };
    assert_eq!(
        verdicts("good", Outcome::Pass),
        [
            "contact-security-alternate",
            "notify-two-destinations",
            "health-abuse-alert",
            "root-signin-alert",
            "no-quarantine-policy",
            "cloudtrail-multi-region",
            "cloudtrail-log-protection",
            "iam-root-no-access-key",
            "iam-least-privilege",
            "iam-password-policy",
            "s3-account-block-public",
        ]
    );
    // In this account GuardDuty and its rule are on in one Region only.
    assert_eq!(verdicts("good", Outcome::Fail), ["guardduty-enabled-all-regions", "guardduty-eventbridge-rule"]);
    assert_eq!(
        verdicts("bad", Outcome::Fail),
        [
            "contact-security-alternate",
            "health-abuse-alert",
            "root-signin-alert",
            "billing-budget-alert",
            "ir-runbook-and-support-access",
            "no-quarantine-policy",
            "cloudtrail-multi-region",
            "cloudtrail-log-protection",
            "config-recording",
            "guardduty-enabled-all-regions",
            "iam-user-mfa",
            "iam-unused-credentials",
            "iam-access-key-age",
            "iam-least-privilege",
            "iam-password-policy",
            "securityhub-critical-zero",
            "s3-account-block-public",
            "ec2-no-open-admin-ports",
            "ec2-imdsv2",
            "snapshots-not-public",
            "rds-not-public",
            "ssm-block-public-sharing",
            "regions-restricted",
            "guardduty-eventbridge-rule",
        ]
    );
    // The report has no root row, and the account summary is always 0.
    assert_eq!(verdicts("bad", Outcome::Pass), ["iam-root-no-access-key"]);
}
