//! Evidence: what the formats and rules make of real and hand-made input.

mod cases;
mod cuts;
mod files;
mod hostile;
mod narrowing;
mod operations;
mod samples;
mod strangers;
mod trial;

use guard_navi::base::time::Timestamp;
use guard_navi::evidence::{Judge, Judgement, Outcome};

/// When the samples were collected, more or less.
const NOW: &str = "2026-11-24T09:00:00Z";

/// Judges named files, each with the command line that printed it (empty: unknown).
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
