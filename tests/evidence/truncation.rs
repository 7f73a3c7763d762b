//! Truncated output never passes: a passing sample that is cut at either end no longer passes, unless the pass does not
//! depend on the part that is cut off.
//!
//! `GUARD_NAVI_CUTS` sets the number of cuts per file and end.

use super::evidence_cases::{Case, all};
use super::{judge_as_of, outcome};
use guard_navi::content::catalogue;
use guard_navi::evidence::Outcome;
use serde_json::Value;
use std::path::Path;

fn cuts() -> usize {
    std::env::var("GUARD_NAVI_CUTS").ok().and_then(|cuts| cuts.parse().ok()).unwrap_or(12)
}

/// Positions where output may be cut: between two tokens of JSON, at the end of a cell or of a line.
fn places(text: &str) -> Vec<usize> {
    let all: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| "{}[],:\"\n".contains(*c))
        .flat_map(|(at, _)| [at, at + 1])
        .filter(|at| (1..text.len()).contains(at))
        .collect();
    let step = all.len().div_ceil(cuts()).max(1);
    all.into_iter().step_by(step).collect()
}

/// The same output as the AWS CLI prints it, and on one line.
fn written(text: &str) -> Vec<String> {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => vec![serde_json::to_string_pretty(&value).unwrap(), value.to_string()],
        Err(_) => vec![text.to_owned()],
    }
}

/// Whether a cut leaves whole rows of a credential report: such a report cannot be distinguished from a shorter one,
/// except by the account summary beside it.
fn is_whole_rows(text: &str, piece: &str) -> bool {
    let ends_a_row = text.strip_prefix(piece).is_some_and(|rest| rest.starts_with('\n') || piece.ends_with('\n'));
    text.starts_with("user,") && piece.lines().count() > 1 && ends_a_row
}

#[test]
fn nothing_that_is_cut_off_leaves_a_pass() {
    let (mut count, mut wrong) = (0, Vec::new());
    let is_there = |id: &str| Path::new("tests/evidence/cases").join(id).with_extension("json").exists();
    for control in catalogue::all().iter().filter(|control| is_there(control.id)) {
        for case in all(control.id).into_iter().filter(|case| case.wanted == Some(Outcome::Pass)) {
            for index in 0..case.files.len() {
                let passes = |text: &str| passes_with(&case, control.id, index, text);
                // A file that the pass does not depend on may be cut.
                if passes("") {
                    continue;
                }
                let text = String::from_utf8(case.files[index].1.clone()).unwrap();
                for text in written(&text) {
                    for at in places(&text) {
                        for piece in [&text[..at], &text[at..]] {
                            count += 1;
                            let is_all = piece.trim() == text.trim() || is_whole_rows(&text, piece);
                            if !is_all && passes(piece) {
                                wrong.push(format!("{}: {}: {piece:?} of {text:?}", control.id, case.name));
                            }
                        }
                    }
                }
            }
        }
    }
    println!("{count} pieces of passing samples");
    assert!(count > 5_000, "{count}");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
}

fn passes_with(case: &Case, control: &str, index: usize, text: &str) -> bool {
    let mut files = case.files.clone();
    files[index].1 = text.as_bytes().to_vec();
    outcome(&judge_as_of(&case.now, &files), control) == Some(Outcome::Pass)
}
