//! Checks every command of the product with the real AWS CLI, its parser and its parameter models, against an endpoint
//! where no server listens. A wrong option name or a missing parameter is refused before any connection.

mod all_commands;
#[allow(dead_code, reason = "shared with another test")]
mod aws;

use all_commands::all_commands;
use aws::{Aws, NOWHERE, VERSION_1, VERSION_2, argv, examples, other_version};
use guard_navi::content::catalogue::Program;

/// The distinct commands of AWS, each with the first place that has it, and the commands of other programs.
fn lines() -> (Vec<(&'static str, Vec<String>)>, Vec<String>) {
    let placeholder_values = examples();
    let (mut lines, mut others) = (Vec::new(), Vec::new());
    for (place, command) in all_commands() {
        let words = argv(command, &placeholder_values);
        match command.program {
            // Many controls use the same command: once is enough.
            Program::Aws if lines.iter().any(|(_, other)| *other == words) => {}
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

/// Options of known operations that Debian's version 2, of January 2023, lacks or still requires.
const NEWER_THAN_VERSION_2: &[(&str, &str)] = &[
    ("ec2 describe-network-interfaces", "--include-managed-resources"),
    ("guardduty get-findings-statistics", "--finding-statistic-types"),
    ("iam list-service-specific-credentials", "--all-users"),
    ("securityhub enable-security-hub", "--control-finding-generator"),
    ("securityhub get-findings", "ComplianceAssociatedStandardsId"),
    ("securityhub get-findings", "ComplianceSecurityControlId"),
];

/// Operations that this version lacks are skipped.
#[test]
#[ignore = "needs the AWS CLI; `cargo xtask test` installs it and runs this"]
fn its_version_2_accepts_every_command_whose_operation_it_knows() {
    let (lines, _) = lines();
    let (unknown, mut refused): (Vec<_>, Vec<_>) =
        refused_by(other_version(), &lines).into_iter().partition(|refusal| refusal.contains("Invalid choice"));
    println!("{} of {} commands are newer than this version: {unknown:#?}", unknown.len(), lines.len());
    if other_version() == VERSION_2 {
        for (call, option) in NEWER_THAN_VERSION_2 {
            let is_it = |refusal: &String| {
                refusal.split_once('\n').is_some_and(|(line, answer)| line.contains(call) && answer.contains(option))
            };
            assert!(refused.iter().any(is_it), "this version has learnt {option} of {call}: take it off the list");
            refused.retain(|refusal| !is_it(refusal));
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    assert!(unknown.len() * 10 < lines.len(), "{}", unknown.len());
}

/// The commands that a version of the CLI refused, with its messages.
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
    for (line, message) in [
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
        let is_refused = answer.to_lowercase().contains(&message.to_lowercase());
        assert!(is_refused && !answer.contains("Could not connect"), "{line}: {answer}");
    }
}
