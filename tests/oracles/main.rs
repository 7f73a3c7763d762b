//! Trials compared with other evaluators: EventBridge patterns with those of moto and LocalStack, IAM policies with
//! `@cloud-copilot/iam-simulate`, address ranges with Python's `ipaddress`. The input is generated, the same on each
//! run.
//!
//! They need these tools, so they are ignored by default; `cargo xtask test` installs the tools and runs them.
//! `ORACLE_CASES` sets the number of cases per test.

mod event_patterns;
mod policies;
mod ranges;

use proptest::strategy::{Strategy, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// The folder of these tests; they run in the root of the checkout.
const FOLDER: &str = "tests/oracles";

fn cases() -> usize {
    std::env::var("ORACLE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
}

/// As many values as [`cases`] says, always the same ones.
fn generated<T>(strategy: impl Strategy<Value = T>) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..cases()).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

/// Sends lines of JSON to a program, and returns its answers, one per line.
fn answers(program: &str, script: &str, questions: &[Value]) -> Vec<Value> {
    let mut process = Command::new(program)
        .arg(script)
        .current_dir(FOLDER)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let mut input = process.stdin.take().unwrap();
    let text: String = questions.iter().map(|question| format!("{question}\n")).collect();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()).unwrap());
    let output = process.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success(), "{script} failed");
    let answers: Vec<Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), questions.len(), "{script} did not answer every line");
    answers
}

fn python() -> String {
    std::env::var("ORACLE_PYTHON").expect("ORACLE_PYTHON names a Python with moto and localstack-core")
}
