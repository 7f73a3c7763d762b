//! Every command of the catalogue against the real AWS CLI: its parser and its parameter models, with an endpoint
//! where nobody listens. A wrong option name or a missing parameter never gets as far as the endpoint.

use guard_navi::catalogue::{self, Placeholder};
use guard_navi::commands::{self, Fills};
use std::process::Command;

#[test]
#[ignore = "needs the AWS CLI; `cargo xtask test` installs it and runs this"]
fn the_aws_cli_accepts_every_command() {
    let aws = std::env::var("GUARD_NAVI_AWS").expect("GUARD_NAVI_AWS names the AWS CLI");
    let mut fills = Fills::default();
    for placeholder in Placeholder::ALL {
        fills.set(placeholder, placeholder.example().to_owned());
    }
    let mut refused = Vec::new();
    for details in catalogue::details() {
        for command in details.check.cli.iter().chain(details.fix.cli) {
            let words = commands::argv(&commands::words(command), &fills);
            let answer = ask(&aws, &words);
            if !answer.contains("Could not connect to the endpoint URL") {
                refused.push(format!("{}: {}\n{answer}", details.id, words.join(" ")));
            }
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
#[ignore = "needs the AWS CLI; `cargo xtask test` installs it and runs this"]
fn a_wrong_option_would_be_noticed() {
    let aws = std::env::var("GUARD_NAVI_AWS").expect("GUARD_NAVI_AWS names the AWS CLI");
    let answer = ask(&aws, &["iam", "get-account-summary", "--no-such-option"].map(str::to_owned));
    assert!(answer.contains("Unknown options") && !answer.contains("Could not connect"), "{answer}");
}

fn ask(aws: &str, words: &[String]) -> String {
    let output = Command::new(aws)
        .args(["--endpoint-url", "http://127.0.0.1:9", "--cli-connect-timeout", "1"])
        .args(words)
        .env_clear()
        .envs(std::env::var("PATH").map(|path| ("PATH", path)))
        .env("AWS_ACCESS_KEY_ID", "none")
        .env("AWS_SECRET_ACCESS_KEY", "none")
        .env("AWS_DEFAULT_REGION", "ap-northeast-1")
        .env("AWS_MAX_ATTEMPTS", "1")
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stderr).into_owned()
}
