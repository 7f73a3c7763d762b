//! Every command of the product against the real AWS CLI: its parser and its parameter models, with an endpoint
//! where nobody listens. A wrong option name or a missing parameter never gets as far as the endpoint.

#[allow(dead_code, reason = "shared with another test")]
mod aws;

use aws::{Aws, NOWHERE, argv, examples};
use guard_navi::catalogue::{self, Command, Program};
use guard_navi::{collecting, runbook};

/// Every command, with where it stands.
fn all_commands() -> impl Iterator<Item = (&'static str, &'static Command)> {
    let controls = catalogue::details()
        .flat_map(|details| details.check.cli.iter().chain(details.fix.cli).map(|command| (details.id, command)));
    let steps = runbook::STEPS.iter().flat_map(|step| step.commands.iter().map(|command| (step.id, command)));
    let noise = runbook::TOO_MANY.iter().flat_map(|advice| advice.commands);
    let ways = collecting::WAYS.iter().flat_map(|way| way.commands).map(|command| ("evidence", command));
    controls.chain(steps).chain(ways).chain(noise.map(|command| ("too-many", command)))
}

#[test]
#[ignore = "needs the AWS CLI; `cargo xtask test` installs it and runs this"]
fn the_aws_cli_accepts_every_command() {
    let fills = examples();
    let (mut lines, mut skipped) = (Vec::new(), Vec::new());
    for (place, command) in all_commands() {
        let words = argv(command, &fills);
        match command.program {
            // Many controls read the same report: once is enough.
            Program::Aws if lines.iter().any(|(_, known)| *known == words) => {}
            Program::Aws => lines.push((place, words)),
            Program::Git | Program::Gh => skipped.push(words.join(" ")),
        }
    }
    println!("{} different commands asked; not AWS's, so only read: {skipped:#?}", lines.len());
    assert!(lines.len() > 150, "{}", lines.len());
    // Two processes: as many as the smallest machine has cores.
    let (first, second) = lines.split_at(lines.len() / 2);
    let refused = std::thread::scope(|scope| {
        let halves = [first, second].map(|half| scope.spawn(|| refused(half)));
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// What the CLI did not accept, and what it said.
fn refused(lines: &[(&str, Vec<String>)]) -> Vec<String> {
    let mut aws = Aws::start(NOWHERE);
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
