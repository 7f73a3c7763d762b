//! Outputs of all AWS operations, made from the models of the AWS CLI and its sample outputs: only the intended ones
//! are recognised. And every option of our commands: one that narrows the output never leaves a pass.

use super::evidence_cases::{Case, all as cases_of};
use super::{NOW, judge_as_of, outcome};
use guard_navi::content::catalogue;
use guard_navi::evidence::{Judgement, Outcome};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::thread;

/// The lines that `tests/aws/outputs.py` prints.
fn printed() -> Vec<Value> {
    let python = std::env::var_os("AWS_PYTHON").expect("AWS_PYTHON: the Python of the AWS CLI");
    let output = Command::new(python).arg("tests/aws/outputs.py").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Maps many values, in two threads.
fn each<T: Sync, R: Send>(values: &[T], each: impl Fn(&T) -> Vec<R> + Sync) -> Vec<R> {
    let (first, second) = values.split_at(values.len() / 2);
    thread::scope(|scope| {
        let halves = [first, second].map(|half| scope.spawn(|| half.iter().flat_map(&each).collect::<Vec<_>>()));
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect()
    })
}

fn judge(text: String) -> Judgement {
    judge_as_of(NOW, &[("file".to_owned(), text.into_bytes(), String::new())])
}

/// Whether a name is right for an output of a call.
fn is_name(call: &str, name: &str) -> bool {
    match call {
        "securityhub get-findings" => name == "Security Hub findings",
        "iam get-credential-report" => name == "Credential report" || name == call,
        // Custom commands of the AWS CLI: their output ends with that of describe-trails.
        "cloudtrail create-subscription" | "cloudtrail update-subscription" => name == "cloudtrail describe-trails",
        _ => name == call,
    }
}

#[test]
#[ignore = "needs the AWS CLI; `cargo xtask test` installs it and runs this"]
fn nothing_but_what_is_meant_is_recognised() {
    let printed = printed();
    let outputs: Vec<&Value> = printed.iter().filter(|line| line["kind"] == "output").collect();
    assert!(outputs.len() > 40_000, "{}", outputs.len());
    let results = each(&outputs, |output| {
        let (call, origin) = (output["call"].as_str().unwrap(), output["origin"].as_str().unwrap());
        let value = &output["value"];
        let text = value.as_str().map_or_else(|| serde_json::to_string_pretty(value).unwrap(), str::to_owned);
        // Alone, and in a terminal transcript, where an unused command is reported as a problem.
        let alone = judge(text.clone());
        let typed = judge(format!("$ aws {call}\n{text}\n$ "));
        [("alone", alone), ("typed", typed)]
            .map(|(how, judgement)| {
                let read: BTreeSet<&str> = judgement.read.iter().map(|read| read.what.en.as_str()).collect();
                let is_right = read.iter().all(|name| is_name(call, name));
                let is_reported = !read.is_empty() || !judgement.problems.is_empty();
                let wrong = format!("{call} ({origin}, {how}): {read:?} {:?}", judgement.verdicts.first());
                (how, !read.is_empty(), is_right && is_reported, wrong)
            })
            .into()
    });
    let wrong: Vec<&String> = results.iter().filter(|(.., right, _)| !right).map(|(.., wrong)| wrong).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{:#?}", wrong.len(), &wrong[..wrong.len().min(40)]);
    for how in ["alone", "typed"] {
        let of: Vec<_> = results.iter().filter(|result| result.0 == how).collect();
        let read = of.iter().filter(|result| result.1).count();
        println!("{how}: {} outputs, {read} recognised as what they are, no other taken for one", of.len());
        assert!(read > 100, "{how}: {read}");
    }
}

/// Options with which the output does not describe the account: such an output is ignored as a whole.
const IGNORED: [&str; 2] = ["--endpoint-url", "--generate-cli-skeleton"];

/// Options that leave out nothing that a rule uses, or whose values the rule reads.
const HARMLESS: &[&str] = &[
    "--account-id",
    "--assignment-status",
    "--event-bus-name",
    "--finding-statistic-types",
    "--group-by",
    "--cli-auto-prompt",
    "--include-managed-resources",
    "--include-shadow-trails",
    "--no-dry-run",
    "--no-include-public",
    "--no-include-shared",
    "--no-show-filter-expression",
    "--page-size",
    "--show-filter-expression",
    "--sort-by",
    "--sort-criteria",
    "--sort-order",
    "--expected-bucket-owner",
];

#[test]
#[ignore = "needs the AWS CLI; `cargo xtask test` installs it and runs this"]
fn no_option_that_narrows_leaves_a_pass() {
    let printed = printed();
    let options: BTreeMap<&str, &Vec<Value>> = printed
        .iter()
        .filter(|line| line["kind"] == "options")
        .map(|line| (line["call"].as_str().unwrap(), line["options"].as_array().unwrap()))
        .collect();
    let passing: Vec<(&str, Case)> = catalogue::all()
        .iter()
        .filter(|control| std::path::Path::new("tests/evidence/cases").join(control.id).with_extension("json").exists())
        .flat_map(|control| cases_of(control.id).into_iter().map(|case| (control.id, case)))
        .filter(|(_, case)| case.wanted == Some(Outcome::Pass))
        .collect();
    let results = each(&passing, |(control, case)| {
        let mut wrong = Vec::new();
        for (index, (_, _, command)) in case.files.iter().enumerate() {
            let is_pass = |files: &[_]| outcome(&judge_as_of(&case.now, files), control) == Some(Outcome::Pass);
            // A pass that depends on the other files only may remain when this file is ignored.
            let mut others = case.files.clone();
            others.remove(index);
            let is_spare = is_pass(&others);
            // It prints three fields of one caller: narrowed, it is not this output.
            let is_caller = command.starts_with("aws sts get-caller-identity");
            for added in narrowings(command, &options).into_iter().filter(|_| !is_caller) {
                let mut files = case.files.clone();
                files[index].2 = format!("{command} {added}");
                let is_ignored = IGNORED.iter().any(|option| added.starts_with(option));
                let passes = is_pass(&files) && !(is_spare && is_ignored);
                wrong.push(passes.then(|| format!("{control}: {}: {} {added}", case.name, command)));
            }
        }
        wrong
    });
    let wrong: Vec<&String> = results.iter().flatten().collect();
    println!("{} narrowed commands of {} passing cases", results.len(), passing.len());
    assert!(results.len() > 1_000, "{}", results.len());
    assert!(wrong.is_empty(), "{} wrong:\n{:#?}", wrong.len(), &wrong[..wrong.len().min(60)]);
}

/// What may be added to a command so that it prints only a part, or something else.
fn narrowings(command: &str, options: &BTreeMap<&str, &Vec<Value>>) -> Vec<String> {
    /// Calls that only add a warning, or only resolve a doubt.
    const NOT_DECIDING: [&str; 2] = ["cloudtrail lookup-events", "ec2 describe-managed-prefix-lists"];
    let words: Vec<&str> = command.split_whitespace().collect();
    let call = words.get(1..3).filter(|_| words[0] == "aws").map(|call| call.join(" "));
    let Some(call) = call.filter(|call| !NOT_DECIDING.contains(&call.as_str())) else {
        return Vec::new();
    };
    let own = options.get(call.as_str()).unwrap_or_else(|| panic!("{call} is no command")).iter();
    let mut added: Vec<String> = own
        .filter(|option| option["required"] == false)
        .map(|option| (option["name"].as_str().unwrap(), option))
        .filter(|(name, _)| !HARMLESS.contains(name) && !words.contains(name))
        .filter(|(name, _)| !words.contains(&format!("--{}", name.trim_start_matches("--no-")).as_str()))
        .flat_map(|(name, option)| {
            let values: Vec<String> = match (option["kind"].as_str(), option["enum"].as_array()) {
                (Some("boolean"), _) => vec![String::new()],
                (_, Some(values)) => values.iter().map(|value| format!(" {}", value.as_str().unwrap())).collect(),
                (Some("integer"), _) => vec![" 1".to_owned()],
                _ => vec![" x".to_owned()],
            };
            values.into_iter().map(move |value| format!("{name}{value}"))
        })
        .collect();
    added.extend(
        ["--query 'x'", "--endpoint-url http://localhost", "| jq .x", "| head -3", "> file"].map(str::to_owned),
    );
    added
}
