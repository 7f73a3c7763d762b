//! Snapshots of earlier days: at most one per day, and only for days with a change.

use super::{Profile, Snapshot, Status};

/// The most days that are kept. Beyond it the second-oldest is removed, so that the first day stays.
const DAYS: usize = 120;

impl Profile {
    /// The current statuses, in the form of a snapshot.
    #[must_use]
    pub fn statuses(&self) -> Vec<(String, Status)> {
        let answered = self.answers.iter().filter(|(_, answer)| answer.status != Status::Unanswered);
        answered.map(|(id, answer)| (id.clone(), answer.status)).collect()
    }

    /// Adds the snapshot of a day, replacing an earlier one of the same day.
    pub fn remember(&mut self, snapshot: Snapshot) {
        let index = self.history.partition_point(|other| other.date < snapshot.date);
        match self.history.get_mut(index) {
            Some(same) if same.date == snapshot.date => {
                let extra = std::mem::take(&mut same.extra);
                *same = Snapshot { extra, ..snapshot };
            }
            _ => self.history.insert(index, snapshot),
        }
        self.trim();
    }

    fn trim(&mut self) {
        while self.history.len() > DAYS {
            self.history.remove(1);
        }
    }

    /// Adds the days of another copy that are missing here.
    pub(super) fn merge_history(&mut self, other: Vec<Snapshot>) {
        for snapshot in other {
            let index = self.history.partition_point(|mine| mine.date < snapshot.date);
            if self.history.get(index).is_none_or(|mine| mine.date != snapshot.date) {
                self.history.insert(index, snapshot);
            }
        }
        self.trim();
    }
}

#[cfg(test)]
mod tests {
    use super::{DAYS, Snapshot};
    use crate::assessment::{Profile, Status};
    use crate::base::time::Date;

    fn day(number: i64, score: u8) -> Snapshot {
        Snapshot {
            date: Date::parse("2026-01-01").unwrap().plus_days(number),
            score: Some(score),
            done: 1,
            applicable: 24,
            statuses: vec![("a".to_owned(), Status::Done)],
            extra: Vec::new(),
        }
    }

    #[test]
    fn one_a_day_in_order_and_the_first_stays() {
        let mut profile = Profile::default();
        for number in [3, 1, 2, 3] {
            profile.remember(day(number, 10 + u8::try_from(number).unwrap()));
        }
        profile.remember(day(2, 99));
        let days: Vec<_> = profile.history.iter().map(|snapshot| (snapshot.date.parts().2, snapshot.score)).collect();
        assert_eq!(days, [(2, Some(11)), (3, Some(99)), (4, Some(13))]);
        for number in 4..500 {
            profile.remember(day(number, 50));
        }
        assert_eq!(profile.history.len(), DAYS);
        assert_eq!(profile.history[0].date, day(1, 0).date);
        assert_eq!(profile.history[DAYS - 1].date, day(499, 0).date);
    }

    #[test]
    fn a_merge_adds_missing_days_only() {
        let (mut mine, mut theirs) = (Profile::default(), Profile::default());
        mine.remember(day(1, 10));
        theirs.remember(day(1, 20));
        theirs.remember(day(2, 30));
        mine.merge_history(theirs.history);
        let scores: Vec<_> = mine.history.iter().map(|snapshot| snapshot.score).collect();
        assert_eq!(scores, [Some(10), Some(30)]);
        assert_eq!(mine.history[0].status("a"), Status::Done);
        assert_eq!(mine.history[0].status("b"), Status::Unanswered);
    }
}
