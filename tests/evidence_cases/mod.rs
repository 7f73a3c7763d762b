//! Reads the cases for the evidence rules, one per line: `tests/evidence/cases/<control>.json`, one file per control. A
//! rule with few cases has them in its own file instead; `tests/conventions.rs` checks that each rule has some.
//!
//! A case: {"name", "files": [file], "wanted": "pass" | "fail" | "unknown" | null (no verdict), optional "says" (texts
//! that the English reasons contain), "asks", "conflict", "now"}. A file: one of {"json"}, {"text"}, {"sample": path
//! below samples/, optional "replace": [[from, to]]}, {"regions": [names]} (the list of enabled ones); beside it,
//! optional "name" and "command" (the command line that printed it).

use guard_navi::evidence::Outcome;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// When the samples were collected, roughly; a case may name another time.
const NOW: &str = "2026-11-24T09:00:00Z";

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
pub struct Case {
    pub name: String,
    pub files: Vec<(String, Vec<u8>, String)>,
    pub wanted: Option<Outcome>,
    pub now: String,
    /// The JSON of the case.
    pub row: Value,
}

/// The cases of a control.
pub fn all(control: &str) -> Vec<Case> {
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

/// The controls that have cases, in order.
pub fn controls() -> Vec<String> {
    let paths = fs::read_dir(folder("cases")).unwrap().map(|entry| entry.unwrap().path());
    let mut controls: Vec<String> = paths.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    controls.sort();
    controls
}
