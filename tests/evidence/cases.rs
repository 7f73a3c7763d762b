//! Cases for the evidence rules, one per line: `cases/<control>.json`, one file per control. A rule with few cases has
//! them in its own file instead; `tests/conventions.rs` checks that each rule has some.
//!
//! A case: {"name", "files": [file], "wanted": "pass" | "fail" | "unknown" | null (no verdict), optional "says" (texts
//! that the English reasons contain), "asks", "conflict", "now"}. A file: one of {"json"}, {"text"}, {"sample": path
//! below samples/, optional "replace": [[from, to]]}, {"regions": [names]} (the list of enabled ones); beside it,
//! optional "name" and "command" (the command line that printed it).

use super::{NOW, judge_as_of};
use guard_navi::evidence::Outcome;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

fn folder(name: &str) -> PathBuf {
    std::env::current_dir().unwrap().join("tests/evidence").join(name)
}

fn file(file: &Value) -> (String, Vec<u8>, String) {
    let word = |key: &str| file[key].as_str().unwrap_or_default().to_owned();
    let bytes = if let Some(text) = file["text"].as_str() {
        text.as_bytes().to_vec()
    } else if let Some(path) = file["sample"].as_str() {
        let mut text =
            fs::read_to_string(folder("samples").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        for pair in file["replace"].as_array().into_iter().flatten() {
            let (from, to) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
            assert!(text.contains(from), "{path} holds no {from}");
            text = text.replace(from, to);
        }
        text.into_bytes()
    } else if let Some(regions) = file["regions"].as_array() {
        let rows = regions.iter().map(|name| json!({"RegionName": name, "RegionOptStatus": "ENABLED_BY_DEFAULT"}));
        json!({ "Regions": rows.collect::<Vec<_>>() }).to_string().into_bytes()
    } else {
        assert!(file.get("json").is_some(), "no content: {file}");
        file["json"].to_string().into_bytes()
    };
    (word("name"), bytes, word("command"))
}

fn wanted(case: &Value) -> Option<Outcome> {
    match case["wanted"].as_str() {
        Some("pass") => Some(Outcome::Pass),
        Some("fail") => Some(Outcome::Fail),
        Some("unknown") => Some(Outcome::Unknown),
        None if case["wanted"].is_null() => None,
        other => panic!("wanted {other:?}"),
    }
}

/// One case: its input files and the expected outcome.
pub(crate) struct Case {
    pub name: String,
    pub files: Vec<(String, Vec<u8>, String)>,
    pub wanted: Option<Outcome>,
    pub now: String,
    /// The JSON of the case.
    row: Value,
}

/// The cases of a control.
pub(crate) fn all(control: &str) -> Vec<Case> {
    let path = folder("cases").join(control).with_extension("json");
    let rows: Vec<Value> =
        serde_json::from_slice(&fs::read(&path).unwrap()).unwrap_or_else(|error| panic!("{control}: {error}"));
    let case = |row: Value| Case {
        name: row["name"].as_str().unwrap().to_owned(),
        files: row["files"].as_array().unwrap().iter().map(file).collect(),
        wanted: wanted(&row),
        now: row["now"].as_str().unwrap_or(NOW).to_owned(),
        row,
    };
    rows.into_iter().map(case).collect()
}

#[test]
fn every_line_of_the_rules() {
    let mut count = 0;
    let mut wrong = Vec::new();
    let mut paths: Vec<PathBuf> = fs::read_dir(folder("cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let control = path.file_stem().unwrap().to_str().unwrap().to_owned();
        for Case { name, files, wanted, now, row: case } in all(&control) {
            count += 1;
            let judgement = judge_as_of(&now, &files);
            let verdict = judgement.verdicts.iter().find(|verdict| verdict.control == control);
            let reasons = verdict.map(|verdict| verdict.reasons.as_slice()).unwrap_or_default();
            let reasons_text: String = reasons.iter().map(|reason| reason.en.clone() + "\n").collect();
            let mut expect = |is_right: bool, message: &str| {
                if !is_right {
                    wrong.push(format!(
                        "{control}: {name}: {message}\n  reasons: {reasons_text}  problems: {:?}",
                        judgement.problems
                    ));
                }
            };
            let outcome = verdict.map(|verdict| verdict.outcome);
            expect(outcome == wanted, &format!("is {outcome:?}"));
            expect(case["asks"].as_bool().unwrap_or(false) == verdict.is_some_and(|verdict| verdict.asks), "asks");
            expect(
                case["conflict"].as_bool().unwrap_or(false) == verdict.is_some_and(|verdict| verdict.is_conflict),
                "conflict",
            );
            for text in case["says"].as_array().into_iter().flatten() {
                let text = text.as_str().unwrap();
                expect(reasons_text.contains(text), &format!("does not say {text}"));
            }
            for reason in reasons {
                expect(reason.ja != reason.en && !reason.ja.is_empty(), "a reason is not in both languages");
                let is_clean = |text: &str| !text.contains("123456789012") && !text.contains('!');
                expect(is_clean(&reason.ja) && is_clean(&reason.en), "a reason holds an account id or an exclamation");
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
