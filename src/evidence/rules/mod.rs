//! One function per control, all named in one table.
//!
//! To add a rule: write `rules/<control_id>.rs` with a `judge`, and name it in [`RULES`] and in
//! [`JUDGED`](super::JUDGED), which the page reads.

mod iam_root_mfa;

use super::facts::Facts;
use super::{JUDGED, Outcome, Verdict};
use crate::time::Timestamp;

/// A rule: none where the facts hold nothing about its control.
type Rule = fn(&Facts, Timestamp) -> Option<Verdict>;

const RULES: &[Rule] = &[iam_root_mfa::judge];

// Leaving one out of either table does not compile.
const _: () = assert!(RULES.len() == JUDGED.len());

pub(super) fn judge(facts: &Facts, now: Timestamp) -> Vec<Verdict> {
    RULES.iter().filter_map(|rule| rule(facts, now)).collect()
}
