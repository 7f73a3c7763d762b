//! Computes the score, the level and the next step from the answers.
//!
//! Score = floor(100 × Σ weight of `done` ÷ Σ weight of mandatory controls that are not `not_applicable`). Every other
//! status counts 0. Recommended controls are counted separately and do not affect the score.
//!
//! **Invariant:** pure; the controls are a parameter, so that reports and workshops can score a selection.

use crate::assessment::{Profile, Snapshot, Status};
use crate::base::time::Date;
use crate::content::catalogue::{Control, LEVELS};

/// The score and the numbers it is computed from, which the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// 0 to 100; none where no mandatory control applies.
    pub value: Option<u8>,
    /// Σ weight of mandatory controls that are done.
    pub done_weight: u32,
    /// Σ weight of mandatory controls that apply.
    pub weight: u32,
    /// Mandatory controls, counted.
    pub mandatory: Count,
    /// Recommended controls, counted.
    pub recommended: Count,
}

/// How many of a group are done, of those that apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Done.
    pub done: usize,
    /// Not `not_applicable`.
    pub applicable: usize,
}

impl Count {
    fn add(&mut self, status: Status) {
        self.applicable += usize::from(status != Status::NotApplicable);
        self.done += usize::from(status == Status::Done);
    }
}

/// Scores the mandatory ones among `controls`.
///
/// ```
/// use guard_navi::assessment::{Change, Profile, Status, score::score};
/// use guard_navi::base::time::Timestamp;
/// use guard_navi::content::catalogue;
///
/// let mut profile = Profile::default();
/// assert_eq!(score(catalogue::all(), &profile).value, Some(0));
/// let now = Timestamp::UNIX_EPOCH;
/// for control in catalogue::all().iter().filter(|control| control.mandatory) {
///     profile.record(control.id, Change::by_person(Status::Done), now).expect("done needs no reason");
/// }
/// assert_eq!(score(catalogue::all(), &profile).value, Some(100));
/// ```
#[must_use]
pub fn score(controls: &[&Control], profile: &Profile) -> Score {
    score_of(controls, &|control| profile.status(control))
}

/// The same for the statuses of an earlier day. It differs from the score of that day where the catalogue has changed
/// since.
#[must_use]
pub fn score_of_day(controls: &[&Control], day: &Snapshot) -> Score {
    score_of(controls, &|control| day.status(control))
}

fn score_of(controls: &[&Control], status: &dyn Fn(&str) -> Status) -> Score {
    let mut score = Score::default();
    for control in controls {
        let status = status(control.id);
        if !control.mandatory {
            score.recommended.add(status);
            continue;
        }
        score.mandatory.add(status);
        if status != Status::NotApplicable {
            score.weight += control.severity.weight();
        }
        if status == Status::Done {
            score.done_weight += control.severity.weight();
        }
    }
    score.value = (100 * score.done_weight).checked_div(score.weight).and_then(|value| u8::try_from(value).ok());
    score
}

/// The snapshot of a profile on a day.
#[must_use]
pub fn snapshot(controls: &[&Control], profile: &Profile, date: Date) -> Snapshot {
    let score = score(controls, profile);
    let Count { done, applicable } = score.mandatory;
    Snapshot { date, score: score.value, done, applicable, statuses: profile.statuses(), extra: Vec::new() }
}

/// The level of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelProgress {
    /// The highest level reached; 0 before the first.
    pub level: u8,
    /// Controls that are missing for the next level; none at the top.
    pub to_next: Option<usize>,
}

/// A level is reached when all its applicable controls, and those of the levels below, are done. A level without any of
/// its controls among `controls` is skipped.
#[must_use]
pub fn level_progress(controls: &[&Control], profile: &Profile) -> LevelProgress {
    let mut level = 0;
    let mut anything_applies = false;
    for number in LEVELS.map(|level| level.number) {
        let mut members =
            controls.iter().filter(|control| control.mandatory && control.level == Some(number)).peekable();
        if members.peek().is_none() {
            continue;
        }
        let mut count = Count::default();
        members.for_each(|control| count.add(profile.status(control.id)));
        anything_applies |= count.applicable > 0;
        if count.done < count.applicable {
            return LevelProgress { level, to_next: Some(count.applicable - count.done) };
        }
        level = number;
    }
    LevelProgress { level: if anything_applies { level } else { 0 }, to_next: None }
}

/// The next step: the first open mandatory control, by `order`, whose needs are met; if none has its needs met, the
/// first open one. Recommended controls only when no mandatory one is open.
#[must_use]
pub fn next_step<'a>(controls: &[&'a Control], profile: &Profile) -> Option<&'a Control> {
    step_after(&[], controls, profile)
}

/// The next steps in order, at most `count`, each as if those before it were done.
#[must_use]
pub fn next_steps<'a>(controls: &[&'a Control], profile: &Profile, count: usize) -> Vec<&'a Control> {
    let mut steps = Vec::new();
    while steps.len() < count
        && let Some(step) = step_after(&steps, controls, profile)
    {
        steps.push(step);
    }
    steps
}

fn step_after<'a>(taken: &[&Control], controls: &[&'a Control], profile: &Profile) -> Option<&'a Control> {
    let is_taken = |id: &str| taken.iter().any(|control| control.id == id);
    let is_left = |control: &&Control| profile.status(control.id).is_open() && !is_taken(control.id);
    let open = || controls.iter().copied().filter(is_left);
    let sort_key = |control: &&Control| (!control.mandatory, control.order);
    let first = open().min_by_key(sort_key)?;
    let needs_met = |control: &&Control| {
        let met = |need: &&str| is_taken(need) || matches!(profile.status(need), Status::Done | Status::NotApplicable);
        control.mandatory == first.mandatory && control.needs.iter().all(met)
    };
    open().filter(needs_met).min_by_key(sort_key).or(Some(first))
}

#[cfg(test)]
mod tests {
    use super::{Count, LevelProgress, level_progress, next_step, next_steps, score};
    use crate::assessment::{Assessment, Change, Profile, Status};
    use crate::base::time::{Date, Timestamp};
    use crate::content::catalogue::{Control, Severity, all, iam};

    fn control(id: &'static str, order: u8, severity: Severity) -> Control {
        Control { id, order, severity, needs: &[], ..iam::iam_root_mfa::CONTROL }
    }

    fn profile(answers: &[(&str, Status)]) -> Profile {
        let mut profile = Assessment::new("p".to_owned()).current;
        for (id, status) in answers {
            let change = Change {
                reason: Some("because".to_owned()),
                review_by: Date::parse("2027-01-01"),
                ..Change::by_person(*status)
            };
            let now = Timestamp::parse("2026-11-23T12:00:00Z").unwrap();
            profile.record(id, change, now).unwrap();
        }
        profile
    }

    #[test]
    fn weights_count_and_the_score_rounds_down() {
        let critical = control("a", 1, Severity::Critical);
        let high = control("b", 2, Severity::High);
        let low = Control { mandatory: false, ..control("c", 3, Severity::Low) };
        let controls = [&critical, &high, &low];
        let result = score(&controls, &profile(&[("a", Status::Done), ("c", Status::Done)]));
        assert_eq!(result.value, Some(57)); // 4 / 7
        assert_eq!((result.done_weight, result.weight), (4, 7));
        assert_eq!(result.mandatory, Count { done: 1, applicable: 2 });
        assert_eq!(result.recommended, Count { done: 1, applicable: 1 });
    }

    #[test]
    fn only_done_earns_points_and_only_not_applicable_leaves_the_sum() {
        let a = control("a", 1, Severity::High);
        let b = control("b", 2, Severity::High);
        for (status, expected) in [
            (Status::InProgress, Some(50)),
            (Status::NotDone, Some(50)),
            (Status::Unsure, Some(50)),
            (Status::RiskAccepted, Some(50)),
            (Status::NotApplicable, Some(100)),
            (Status::Done, Some(100)),
        ] {
            let result = score(&[&a, &b], &profile(&[("a", Status::Done), ("b", status)]));
            assert_eq!(result.value, expected, "{status:?}");
        }
        let nothing = profile(&[("a", Status::NotApplicable), ("b", Status::NotApplicable)]);
        assert_eq!(score(&[&a, &b], &nothing).value, None);
    }

    #[test]
    fn levels_are_climbed_in_order() {
        let one = control("a", 1, Severity::Critical);
        let two = Control { level: Some(2), ..control("b", 2, Severity::High) };
        let controls = [&one, &two];
        let progress = |answers: &[(&str, Status)]| level_progress(&controls, &profile(answers));
        assert_eq!(progress(&[]), LevelProgress { level: 0, to_next: Some(1) });
        assert_eq!(progress(&[("b", Status::Done)]), LevelProgress { level: 0, to_next: Some(1) });
        assert_eq!(progress(&[("a", Status::Done)]), LevelProgress { level: 1, to_next: Some(1) });
        let all_done = [("a", Status::Done), ("b", Status::NotApplicable)];
        assert_eq!(progress(&all_done), LevelProgress { level: 2, to_next: None });
        let nothing = [("a", Status::NotApplicable), ("b", Status::NotApplicable)];
        assert_eq!(progress(&nothing), LevelProgress { level: 0, to_next: None });
    }

    #[test]
    fn the_next_step_waits_for_what_it_needs() {
        let first = Control { needs: &["b"], ..control("a", 1, Severity::High) };
        let second = control("b", 2, Severity::High);
        let extra = Control { mandatory: false, ..control("c", 3, Severity::High) };
        let controls = [&extra, &first, &second];
        let next = |answers: &[(&str, Status)]| next_step(&controls, &profile(answers)).map(|c| c.id);
        assert_eq!(next(&[]), Some("b"));
        assert_eq!(next(&[("b", Status::Done)]), Some("a"));
        // An accepted risk never meets the need, so the first open control is offered.
        assert_eq!(next(&[("b", Status::RiskAccepted)]), Some("a"));
        assert_eq!(next(&[("a", Status::Done), ("b", Status::Done)]), Some("c"));
        assert_eq!(next(&[("a", Status::Done), ("b", Status::Done), ("c", Status::Done)]), None);
    }

    #[test]
    fn the_steps_after_it_come_as_if_it_were_done() {
        let first = Control { needs: &["b"], ..control("a", 1, Severity::High) };
        let second = control("b", 2, Severity::High);
        let extra = Control { mandatory: false, ..control("c", 3, Severity::High) };
        let controls = [&extra, &first, &second];
        let next = |count| next_steps(&controls, &profile(&[]), count).iter().map(|c| c.id).collect::<Vec<_>>();
        assert_eq!((next(0), next(2), next(5)), (vec![], vec!["b", "a"], vec!["b", "a", "c"]));
    }

    #[test]
    fn a_fresh_profile_starts_with_the_root_user() {
        assert_eq!(next_step(all(), &profile(&[])).map(|c| c.id), Some("iam-root-mfa"));
    }
}
