//! Compares two days of one profile: which controls were fixed, which regressed, and which are overdue today.

use crate::assessment::{Profile, Snapshot, Status};
use crate::base::time::{Date, Timestamp};
use crate::content::catalogue::Control;

/// The controls whose status differs between two days.
#[derive(Debug, Default)]
pub struct Comparison {
    /// Done on the second day only.
    pub fixed: Vec<Change>,
    /// Done on the first day only.
    pub regressed: Vec<Change>,
    /// Any other change.
    pub moved: Vec<Change>,
}

/// A control whose status changed.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The control.
    pub control: &'static Control,
    /// Its status on the first day.
    pub before: Status,
    /// Its status on the second day.
    pub after: Status,
}

/// Compares the statuses of two snapshots.
#[must_use]
pub fn compare(controls: &[&'static Control], before: &Snapshot, after: &Snapshot) -> Comparison {
    let mut comparison = Comparison::default();
    for &control in controls {
        let change = Change { control, before: before.status(control.id), after: after.status(control.id) };
        match (change.before, change.after) {
            (before, after) if before == after => {}
            (_, Status::Done) => comparison.fixed.push(change),
            // A control that turned out not to apply is not a regression.
            (Status::Done, after) if after != Status::NotApplicable => comparison.regressed.push(change),
            _ => comparison.moved.push(change),
        }
    }
    comparison
}

/// Why a control is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overdue {
    /// The due date has passed and the control is still open.
    Due(Date),
    /// The review date of the accepted risk has passed.
    Review(Date),
    /// The answer is older than the re-check interval.
    Recheck,
}

/// The overdue controls, in the order of `controls`.
#[must_use]
pub fn overdue(
    controls: &[&'static Control],
    profile: &Profile,
    now: Timestamp,
    today: Date,
) -> Vec<(&'static Control, Overdue)> {
    let with_reason = |control: &&'static Control| {
        let answer = profile.answer(control.id)?;
        let due = answer.due.filter(|due| *due < today && answer.status.is_open());
        let review = answer.review_by.filter(|date| *date < today && answer.status == Status::RiskAccepted);
        let reason = due.map(Overdue::Due).or(review.map(Overdue::Review));
        let reason = reason.or_else(|| answer.is_stale(now).then_some(Overdue::Recheck))?;
        Some((*control, reason))
    };
    controls.iter().filter_map(with_reason).collect()
}

#[cfg(test)]
mod tests {
    use super::{Overdue, compare, overdue};
    use crate::assessment::score::snapshot;
    use crate::assessment::{Assessment, Change, Status};
    use crate::base::time::{Date, Timestamp};
    use crate::content::catalogue::all;

    #[test]
    fn two_days_beside_each_other() {
        let at = |text| Timestamp::parse(text).unwrap();
        let mut profile = Assessment::new("p".to_owned()).current;
        let mut set = |control: &str, status, when| {
            let change = Change {
                reason: Some("x".to_owned()),
                review_by: Date::parse("2026-03-01"),
                ..Change::by_person(status)
            };
            profile.record(control, change, at(when)).unwrap();
            snapshot(all(), &profile, at(when).date())
        };
        set("iam-root-mfa", Status::Done, "2026-01-01T00:00:00Z");
        set("config-recording", Status::RiskAccepted, "2026-01-01T00:00:00Z");
        let first = set("iam-user-mfa", Status::NotDone, "2026-01-01T00:00:00Z");
        set("iam-root-mfa", Status::NotDone, "2026-02-01T00:00:00Z");
        set("iam-password-policy", Status::InProgress, "2026-02-01T00:00:00Z");
        let second = set("iam-user-mfa", Status::Done, "2026-02-01T00:00:00Z");
        profile.record_due("iam-root-mfa", Date::parse("2026-02-10"), at("2026-02-01T00:00:00Z"));

        let ids = |changes: &[super::Change]| changes.iter().map(|change| change.control.id).collect::<Vec<_>>();
        let comparison = compare(all(), &first, &second);
        assert_eq!(ids(&comparison.fixed), ["iam-user-mfa"]);
        assert_eq!(ids(&comparison.regressed), ["iam-root-mfa"]);
        assert_eq!(ids(&comparison.moved), ["iam-password-policy"]);
        assert_eq!(second.done, 1);

        let overdue_on = |day| {
            let now = at(day);
            let late = overdue(all(), &profile, now, now.date());
            late.into_iter().map(|(control, reason)| (control.id, reason)).collect::<Vec<_>>()
        };
        assert_eq!(overdue_on("2026-02-10T00:00:00Z"), []);
        let due = Overdue::Due(Date::parse("2026-02-10").unwrap());
        assert_eq!(overdue_on("2026-02-11T00:00:00Z"), [("iam-root-mfa", due)]);
        let later = overdue_on("2026-06-01T00:00:00Z");
        assert!(later.contains(&("config-recording", Overdue::Review(Date::parse("2026-03-01").unwrap()))));
        assert!(later.contains(&("iam-user-mfa", Overdue::Recheck)));
    }
}
