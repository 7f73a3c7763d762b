//! When the user is reminded to export a backup.

use super::Assessment;
use crate::base::time::Timestamp;

/// Answers since the last backup at which a reminder is due.
const ANSWERS: usize = 20;
/// Age in days of an answer without a backup at which a reminder is due.
const DAYS: i64 = 7;

impl Assessment {
    /// Whether a backup is due. `since` is when one was last exported or postponed. Never before the first answer.
    #[must_use]
    pub fn is_backup_due(&self, since: Timestamp, now: Timestamp) -> bool {
        // A time in the future means that the clock was set back. It is ignored: one reminder too many is better than
        // none.
        let since = if since > now { Timestamp::UNIX_EPOCH } else { since };
        let (mut count, mut is_old) = (0, false);
        for (_, answer) in self.profiles().flat_map(|profile| &profile.answers) {
            if answer.changed_at > since {
                count += 1;
                is_old |= now.days_since(answer.changed_at) >= DAYS;
            }
        }
        is_old || count >= ANSWERS
    }
}

#[cfg(test)]
mod tests {
    use crate::assessment::{Assessment, Change, Status};
    use crate::base::time::Timestamp;

    fn day(number: i64) -> Timestamp {
        Timestamp::from_unix_seconds(1_800_000_000 + number * 86_400).unwrap()
    }

    #[test]
    fn after_seven_days_or_twenty_answers_and_never_at_first() {
        let never = Timestamp::UNIX_EPOCH;
        let mut all = Assessment::new("a".to_owned());
        assert!(!all.is_backup_due(never, day(1_000)));
        all.current.record("x", Change::by_person(Status::Done), day(1)).unwrap();
        assert!(!all.is_backup_due(never, day(7)));
        assert!(all.is_backup_due(never, day(8)));
        assert!(!all.is_backup_due(day(1), day(100)));
        for number in 0..20 {
            assert!(!all.is_backup_due(day(1), day(3)), "{number}");
            all.current.record(&format!("c{number}"), Change::by_person(Status::Done), day(2)).unwrap();
        }
        assert!(all.is_backup_due(day(1), day(3)));
        assert!(!all.is_backup_due(day(2), day(3)));
        assert!(all.is_backup_due(day(900), day(3)));
    }
}
