//! The security score of Security Hub CSPM by AWS's formula: the share of controls with a result that passed. It counts
//! controls, not risk; this product's own `score` weighs by severity.
//!
//! Source: AWS Security Hub User Guide, "Calculating security scores" and "Evaluating compliance status and control
//! status" (read 2026-11-23).

/// Controls of a standard by status. AWS does not count controls without data or disabled ones, and leaves out
/// suppressed findings before it derives the status of a control.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Every finding passed.
    pub passed: u32,
    /// At least one finding failed.
    pub failed: u32,
    /// None failed, but at least one could not be determined.
    pub unknown: u32,
}

/// The score of a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandardScore {
    /// In whole per cent, as in the console.
    pub percent: u32,
    /// The controls that count.
    pub counted: u64,
    /// How many controls have not passed yet.
    pub missing: u64,
    /// Whether rounding gives 100 although a control does not pass.
    pub is_rounded_up: bool,
}

/// The score that AWS shows for these counts, rounded to the nearest whole number; `None` if no control counts.
///
/// AWS does not document how it rounds an exact half; this rounds it up.
#[must_use]
pub fn standard_score(counts: Counts) -> Option<StandardScore> {
    let (passed, missing) = (u64::from(counts.passed), u64::from(counts.failed) + u64::from(counts.unknown));
    let counted = passed + missing;
    if counted == 0 {
        return None;
    }
    // At most 100, so it fits.
    let percent = u32::try_from((passed * 200 + counted) / (counted * 2)).unwrap_or(100);
    Some(StandardScore { percent, counted, missing, is_rounded_up: percent == 100 && missing > 0 })
}

#[cfg(test)]
mod tests {
    use super::{Counts, standard_score};

    fn score(passed: u32, failed: u32, unknown: u32) -> Option<(u32, bool)> {
        standard_score(Counts { passed, failed, unknown }).map(|score| (score.percent, score.is_rounded_up))
    }

    #[test]
    fn the_examples_of_aws() {
        for (passed, counted, percent) in [(168, 190, 88), (8, 37, 22), (6, 41, 15), (159, 215, 74), (28, 45, 62)] {
            assert_eq!(score(passed, counted - passed, 0), Some((percent, false)));
        }
        assert_eq!(score(357, 100, 58), Some((69, false)));
    }

    #[test]
    fn nothing_counted_is_no_score() {
        assert_eq!(score(0, 0, 0), None);
        assert_eq!(score(0, 0, 3), Some((0, false)));
    }

    #[test]
    fn a_hundred_can_hide_a_failure() {
        assert_eq!(score(198, 1, 0), Some((99, false)));
        assert_eq!(score(199, 1, 0), Some((100, true)));
        assert_eq!(score(200, 0, 1), Some((100, true)));
        assert_eq!(score(5, 0, 0), Some((100, false)));
    }

    #[test]
    fn a_half_goes_up_and_nothing_overflows() {
        assert_eq!(score(1, 1, 0), Some((50, false)));
        assert_eq!(score(1, 7, 0), Some((13, false)));
        assert_eq!(score(u32::MAX, u32::MAX, u32::MAX), Some((33, false)));
    }
}
