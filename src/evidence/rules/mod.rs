//! One function per control, all named in one table.
//!
//! To add a rule: write `rules/<control_id>.rs` with a `judge`, and name it in [`RULES`].

mod iam_root_mfa;

use super::facts::Facts;
use super::{Outcome, Verdict};
use crate::time::Timestamp;

/// A rule: none where the facts hold nothing about its control.
type Rule = fn(&Facts, Timestamp) -> Option<Verdict>;

const RULES: &[Rule] = &[iam_root_mfa::judge];

pub(super) fn judge(facts: &Facts, now: Timestamp) -> Vec<Verdict> {
    RULES.iter().filter_map(|rule| rule(facts, now)).collect()
}
