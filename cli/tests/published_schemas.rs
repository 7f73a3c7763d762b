//! What `guard-navi judge` prints as SARIF and OCSF is valid by the schemas that their makers publish.
//!
//! The schemas come from packages (`tests/oracles/`), so these tests are ignored by default; `cargo xtask test`
//! installs the packages and runs them.

#[allow(dead_code, reason = "shared with other tests")]
mod support;

use jsonschema::Validator;
use serde_json::{Value, json};
use std::fs;
use std::process::Command;
use support::{at_root, run, text};

/// The schema of SARIF 2.1.0.
fn sarif() -> Validator {
    at_root();
    let path = "tests/oracles/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    // In this edition the pattern of languages has a bracket too many; the final one of OASIS has this.
    let (broken, mended) = ("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    assert_eq!(text.matches(broken).count(), 2);
    validator(&serde_json::from_str(&text.replace(broken, mended)).unwrap())
}

/// The schema of a Compliance Finding of OCSF 1.8.0 with the profile `cloud`.
fn ocsf() -> Validator {
    at_root();
    let python = std::env::var("ORACLE_PYTHON").expect("ORACLE_PYTHON names a Python with ocsf-json-schema");
    let output = Command::new(python).arg("tests/oracles/ocsf_schema.py").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    validator(&serde_json::from_slice(&output.stdout).unwrap())
}

fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).unwrap()
}

/// Violations, a line each.
fn errors(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// What is judged: whole accounts, scanners, several accounts, and what cannot be read.
fn inputs() -> Vec<Vec<String>> {
    at_root();
    let of = |folder: &str| {
        let entries = fs::read_dir(format!("tests/evidence/samples/{folder}")).unwrap();
        entries.map(|entry| entry.unwrap().path().to_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let each = [of("synthetic"), of("prowler")].concat().into_iter().map(|path| vec![path]);
    [of("good"), of("bad"), of("synthetic"), of("prowler")].into_iter().chain(each).collect()
}

/// Everything that the program prints of the inputs in one form, in both languages.
fn printed(format: &str) -> Vec<Value> {
    let mut all = Vec::new();
    for files in inputs() {
        for lang in ["ja", "en"] {
            let files: Vec<&str> = files.iter().map(String::as_str).collect();
            let output = run(&[&["judge", "--format", format, "--lang", lang], files.as_slice()].concat(), b"");
            all.push(serde_json::from_str(&text(&output)).unwrap_or_else(|error| panic!("{files:?}: {error}")));
        }
    }
    assert!(all.len() > 20, "{}", all.len());
    all
}

#[test]
#[ignore = "needs the packages of tests/oracles"]
fn sarif_is_valid() {
    let validator = sarif();
    let all = printed("sarif");
    for value in &all {
        assert_eq!(errors(&validator, value), [""; 0]);
    }
    let results: usize = all.iter().map(|value| value["runs"][0]["results"].as_array().unwrap().len()).sum();
    assert!(results > 200, "{results}");
    // The schema refuses what is wrong.
    for (place, wrong) in [
        ("/runs/0/results/0/kind", json!("unknown")),
        ("/runs/0/results/0/message", json!("a text")),
        ("/runs/0/results/0/locations/0/surprise", json!(1)),
        ("/runs/0/invocations/0/endTimeUtc", json!("today")),
    ] {
        assert!(!errors(&validator, &damaged(&all[0], place, wrong)).is_empty(), "{place}");
    }
}

#[test]
#[ignore = "needs the packages of tests/oracles"]
fn ocsf_is_valid() {
    let validator = ocsf();
    let findings: Vec<Value> =
        printed("ocsf").into_iter().flat_map(|value| value.as_array().unwrap().clone()).collect();
    assert!(findings.len() > 200, "{}", findings.len());
    for finding in &findings {
        assert_eq!(errors(&validator, finding), [""; 0]);
    }
    let finding = findings.iter().find(|finding| finding["cloud"]["account"].is_object()).unwrap();
    for (place, wrong) in [
        ("/severity_id", json!(7)),
        ("/class_uid", json!(2002)),
        ("/time", json!("2026-11-24T09:00:00Z")),
        ("/compliance/status_id", json!("Fail")),
        ("/cloud/account", json!({ "type_id": 10 })),
        ("/surprise", json!(1)),
    ] {
        assert!(!errors(&validator, &damaged(finding, place, wrong)).is_empty(), "{place}");
    }
}

/// A value with one field replaced.
fn damaged(value: &Value, place: &str, by: Value) -> Value {
    let mut value = value.clone();
    let (parent, field) = place.rsplit_once('/').unwrap();
    value.pointer_mut(parent).unwrap()[field] = by;
    value
}
