//! Every command of the product against the real AWS CLI: its parser and its parameter models, with an endpoint
//! where nobody listens. A wrong option name or a missing parameter never gets as far as the endpoint.

#[allow(dead_code, reason = "shared with another test")]
mod aws;
mod every_command;

use aws::{Aws, NOWHERE, VERSION_1, VERSION_2, argv, examples, other_version};
use every_command::every_command;
use guard_navi::content::catalogue::Program;

/// The different commands of AWS's, with where each stands first, and those of others.
fn lines() -> (Vec<(&'static str, Vec<String>)>, Vec<String>) {
    let placeholder_values = examples();
    let (mut lines, mut others) = (Vec::new(), Vec::new());
    for (place, command) in every_command() {
        let words = argv(command, &placeholder_values);
        match command.program {
            // Many controls read the same report: once is enough.
            Program::Aws if lines.iter().any(|(_, known)| *known == words) => {}
            Program::Aws => lines.push((place, words)),
            Program::Git | Program::Gh => others.push(words.join(" ")),
        }
    }
    (lines, others)
}

#[test]
#[ignore = "needs the AWS CLI; `cargo xtask test` installs it and runs this"]
fn the_aws_cli_accepts_every_command() {
    let (lines, others) = lines();
    println!("{} different commands asked; not AWS's, so only read: {others:#?}", lines.len());
    assert!(lines.len() > 150, "{}", lines.len());
    let refused = refused_by(VERSION_1, &lines);
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// Options of known operations that Debian's version 2, of January 2023, does not know or still asks for.
const NEWER_THAN_VERSION_2: &[(&str, &str)] = &[
    ("guardduty get-findings-statistics", "--finding-statistic-types"),
    ("iam list-service-specific-credentials", "--all-users"),
    ("securityhub enable-security-hub", "--control-finding-generator"),
    ("securityhub get-findings", "ComplianceAssociatedStandardsId"),
    ("securityhub get-findings", "ComplianceSecurityControlId"),
];

/// An operation that it does not know yet says nothing.
#[test]
#[ignore = "needs the AWS CLI; `cargo xtask test` installs it and runs this"]
fn its_version_2_accepts_every_command_whose_operation_it_knows() {
    let (lines, _) = lines();
    let (unknown, mut refused): (Vec<_>, Vec<_>) =
        refused_by(other_version(), &lines).into_iter().partition(|told| told.contains("Invalid choice"));
    println!("{} of {} commands are newer than this version: {unknown:#?}", unknown.len(), lines.len());
    if other_version() == VERSION_2 {
        for (call, option) in NEWER_THAN_VERSION_2 {
            let is_it = |told: &String| {
                told.split_once('\n').is_some_and(|(line, answer)| line.contains(call) && answer.contains(option))
            };
            assert!(refused.iter().any(is_it), "this version has learnt {option} of {call}: take it off the list");
            refused.retain(|told| !is_it(told));
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    assert!(unknown.len() * 10 < lines.len(), "{}", unknown.len());
}

/// What a version of the CLI did not accept, and what it said.
fn refused_by(version: &str, lines: &[(&str, Vec<String>)]) -> Vec<String> {
    // Two processes: as many as the smallest machine has cores.
    let (first, second) = lines.split_at(lines.len() / 2);
    std::thread::scope(|scope| {
        let halves = [first, second].map(|half| scope.spawn(|| refused(version, half)));
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect()
    })
}

fn refused(version: &str, lines: &[(&str, Vec<String>)]) -> Vec<String> {
    let mut aws = Aws::with(version, NOWHERE);
    let mut refused = Vec::new();
    for (place, words) in lines {
        let answer = aws.run(words).stderr;
        if !answer.contains("Could not connect to the endpoint URL") {
            refused.push(format!("{place}: {}\n{answer}", words.join(" ")));
        }
    }
    refused
}

#[test]
#[ignore = "needs the AWS CLI; `cargo xtask test` installs it and runs this"]
fn a_wrong_command_would_be_noticed() {
    let mut aws = Aws::start(NOWHERE);
    for (line, told) in [
        ("aws iam get-account-summary --no-such-option", "Unknown options"),
        ("aws iam get-acount-summary", "Invalid choice"),
        ("aws iam list-access-keys --user-name", "expected one argument"),
        ("aws iam get-policy-version --policy-arn arn:aws:iam::aws:policy/X", "--version-id"),
        ("aws ec2 modify-instance-metadata-options --instance-id i-1 --http-put-response-hop-limit two", "invalid"),
        ("aws sns subscribe --topic-arn a --protocol email --notification-endpoint", "expected one argument"),
        (
            "aws guardduty update-detector --detector-id x --enable --finding-publishing-frequency HOURLY x",
            "Unknown options",
        ),
    ] {
        let answer = aws.line(line).stderr;
        let told_so = answer.to_lowercase().contains(&told.to_lowercase());
        assert!(told_so && !answer.contains("Could not connect"), "{line}: {answer}");
    }
}
