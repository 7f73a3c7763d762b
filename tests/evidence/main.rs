//! Tests of the evidence formats and rules with real and hand-made input.

mod cases;
#[path = "../evidence_cases/mod.rs"]
mod evidence_cases;
mod files;
mod hostile;
mod narrowing;
mod operations;
mod samples;
mod trial;
mod truncation;
mod whole_inputs;

use guard_navi::base::time::Timestamp;
use guard_navi::evidence::{Judge, Judgement, Outcome};

/// The approximate time when the samples were collected.
const NOW: &str = "2026-11-24T09:00:00Z";

/// Judges named files, each with the command line that printed it (empty if unknown).
fn judge_as_of(now: &str, files: &[(String, Vec<u8>, String)]) -> Judgement {
    let mut judge = Judge::default();
    for (name, bytes, command) in files {
        judge.add(name, bytes, command);
    }
    judge.finish(Timestamp::parse(now).unwrap())
}

fn outcome(judgement: &Judgement, control: &str) -> Option<Outcome> {
    judgement.verdicts.iter().find(|verdict| verdict.control == control).map(|verdict| verdict.outcome)
}
