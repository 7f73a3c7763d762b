//! Realistic input from unknown users: terminal transcripts, outputs of other commands, files of other tools and of
//! several accounts. `whole_inputs/<kind>.json` has the cases of a kind:
//!
//! {"name", "files": [{"name", "text", optional "command"}], "verdicts": {control: "pass" | "fail" | "unknown"} (all of
//! them, and no other; where there are several accounts, `control @ 1234****9012`), "problems" (how the English texts
//! begin, in order), optional "says" (texts that the English reasons contain), "now"}

use super::judge_as_of;
use guard_navi::evidence::Outcome;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// When the files were submitted.
const NOW: &str = "2026-11-29T10:00:00Z";

fn word(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// The differences of a case from its expected verdicts and problems.
fn wrong(case: &Value) -> Vec<String> {
    let file = |file: &Value| (word(file, "name"), word(file, "text").into_bytes(), word(file, "command"));
    let files: Vec<_> = case["files"].as_array().unwrap().iter().map(file).collect();
    let judgement = judge_as_of(case["now"].as_str().unwrap_or(NOW), &files);
    let are_several = judgement.groups().len() > 1;
    let verdicts: BTreeMap<String, &str> = judgement
        .verdicts
        .iter()
        .map(|verdict| {
            let account = verdict.account.as_deref().unwrap_or("?");
            let key = if are_several { format!("{} @ {account}", verdict.control) } else { verdict.control.clone() };
            let outcome = match verdict.outcome {
                Outcome::Pass => "pass",
                Outcome::Fail => "fail",
                Outcome::Unknown => "unknown",
            };
            (key, outcome)
        })
        .collect();
    let wanted: BTreeMap<String, &str> = case["verdicts"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(control, outcome)| (control.clone(), outcome.as_str().unwrap()))
        .collect();
    let reasons = || judgement.verdicts.iter().flat_map(|verdict| &verdict.reasons);
    let mut wrong = Vec::new();
    if verdicts != wanted {
        let reasons: Vec<&str> = reasons().map(|reason| reason.en.as_str()).collect();
        wrong.push(format!("verdicts {verdicts:?}, wanted {wanted:?}; {reasons:?}"));
    }
    let problems: Vec<&str> = judgement.problems.iter().map(|problem| problem.text.en.as_str()).collect();
    let begins = case["problems"].as_array().unwrap();
    let fits = |(problem, begin): (&&str, &Value)| problem.starts_with(begin.as_str().unwrap());
    if problems.len() != begins.len() || !problems.iter().zip(begins).all(fits) {
        wrong.push(format!("problems {problems:?}"));
    }
    for text in case["says"].as_array().into_iter().flatten().map(|text| text.as_str().unwrap()) {
        if !reasons().any(|reason| reason.en.contains(text)) {
            wrong.push(format!("does not say {text}"));
        }
    }
    let texts = reasons().chain(judgement.problems.iter().map(|problem| &problem.text));
    for text in texts {
        if text.ja.is_empty() || text.ja == text.en || text.en.starts_with('?') || text.ja.starts_with('?') {
            wrong.push(format!("not in both languages: {text:?}"));
        }
    }
    wrong
}

#[test]
fn what_strangers_hand_over() {
    let mut all = Vec::new();
    let mut count = 0;
    let mut paths: Vec<_> =
        fs::read_dir("tests/evidence/whole_inputs").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let kind = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let cases: Vec<Value> = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        for case in &cases {
            count += 1;
            all.extend(wrong(case).into_iter().map(|wrong| format!("{kind}: {}: {wrong}", word(case, "name"))));
        }
    }
    assert!(count >= 62, "{count}");
    assert!(all.is_empty(), "{} wrong:\n{}", all.len(), all.join("\n"));
}
