//! What an export for other people can leave out.
//!
//! **Invariant:** statuses, dates and history stay, so that redaction does not change scores.

use super::{Profile, Table};

/// What is left out of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Redaction {
    /// Notes, reasons, and notes of the incident runbook.
    pub notes: bool,
    /// Owners of controls.
    pub owners: bool,
    /// The name of the profile, and the response-team sheet.
    pub names: bool,
}

impl Profile {
    /// A copy without what is redacted.
    #[must_use]
    pub fn redacted(&self, redaction: Redaction) -> Profile {
        let mut copy = self.clone();
        for (_, answer) in &mut copy.answers {
            if redaction.notes {
                answer.note = None;
                answer.reason = None;
            }
            if redaction.owners {
                answer.owner = None;
            }
        }
        if redaction.notes {
            copy.table_mut(Table::RunbookNotes).clear();
        }
        if redaction.names {
            copy.name.clear();
            copy.table_mut(Table::ResponseTeam).clear();
        }
        copy
    }
}

#[cfg(test)]
mod tests {
    use super::Redaction;
    use crate::assessment::{Change, Profile, Status, Table};
    use crate::base::time::Timestamp;

    fn full() -> Profile {
        let now = Timestamp::parse("2026-11-24T00:00:00Z").unwrap();
        let mut profile = Profile { id: "p".to_owned(), name: "本番".to_owned(), ..Profile::default() };
        let reason = Some("not ours".to_owned());
        let change = Change { reason, ..Change::by_person(Status::NotApplicable) };
        profile.record("a", change, now).unwrap();
        profile.record_note("a", "a note", now).unwrap();
        profile.record_owner("a", "Sato", now).unwrap();
        for table in Table::ALL {
            profile.record_entry(table, "key", "2026-11-24T03:00:00Z").unwrap();
        }
        profile
    }

    /// Whether it has a name, note, reason and owner, and entries in the four tables.
    fn present(profile: &Profile) -> [bool; 8] {
        let answer = profile.answer("a").unwrap();
        let [quiz, runbook, notes, team] = Table::ALL.map(|table| profile.entry(table, "key").is_some());
        let (note, reason, owner) = (answer.note.is_some(), answer.reason.is_some(), answer.owner.is_some());
        [!profile.name.is_empty(), note, reason, owner, quiz, runbook, notes, team]
    }

    #[test]
    fn each_choice_leaves_out_its_own_and_nothing_else() {
        let (full, none) = (full(), Redaction::default());
        assert_eq!(full.redacted(none), full);
        let notes = present(&full.redacted(Redaction { notes: true, ..none }));
        assert_eq!(notes, [true, false, false, true, true, true, false, true]);
        let owners = present(&full.redacted(Redaction { owners: true, ..none }));
        assert_eq!(owners, [true, true, true, false, true, true, true, true]);
        let names = present(&full.redacted(Redaction { names: true, ..none }));
        assert_eq!(names, [false, true, true, true, true, true, true, false]);
    }

    #[test]
    fn statuses_and_dates_stay() {
        let full = full();
        let bare = full.redacted(Redaction { notes: true, owners: true, names: true });
        assert_eq!(bare.statuses(), full.statuses());
        assert_eq!(bare.answer("a").unwrap().changed_at, full.answer("a").unwrap().changed_at);
        assert_eq!((&bare.id, &bare.history), (&full.id, &full.history));
    }
}
