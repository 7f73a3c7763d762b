//! Profiles, their answers, and how a change is recorded.

use super::answer::{self, Answer, Change, Refusal, Status};
use super::names::clean_name;
use super::snapshot::Snapshot;
use super::table::Entries;
use crate::base::json::Object;
use crate::base::time::{Date, Timestamp};
use std::sync::Arc;

/// All profiles of a browser: the current one and the others. There is always a current one.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The profile that is being worked on.
    pub current: Profile,
    /// The other profiles; shared, so that cloning stays cheap with many of them.
    pub others: Vec<Arc<Profile>>,
    /// Ids of profiles that were deleted.
    pub deleted: Vec<String>,
    /// When everything was last erased or replaced by a file (a restart); none if never.
    pub restarted_at: Option<Timestamp>,
    /// Fields of the file that this version does not know.
    pub extra: Object,
}

/// One account or system that is being assessed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Random; copies of the same profile are matched by it.
    pub id: String,
    /// Entered by the user; empty at first.
    pub name: String,
    /// Answers by control id, each once, in the order of the ids.
    pub answers: Vec<(String, Answer)>,
    /// Quiz, runbook and response team; see [`Table`].
    pub(crate) tables: [Entries; 4],
    /// Earlier days, the oldest first.
    pub history: Vec<Snapshot>,
    /// The participation in a workshop (see `participation`), and fields that this version does not know.
    pub extra: Object,
}

impl Assessment {
    /// A new assessment with a single blank profile.
    #[must_use]
    pub fn new(profile_id: String) -> Assessment {
        Assessment {
            current: Profile { id: profile_id, ..Profile::default() },
            others: Vec::new(),
            deleted: Vec::new(),
            restarted_at: None,
            extra: Object::new(),
        }
    }
}

impl Profile {
    /// The answer to a control, if one was ever given.
    #[must_use]
    pub fn answer(&self, control: &str) -> Option<&Answer> {
        self.answers.iter().find(|(id, _)| id == control).map(|(_, answer)| answer)
    }

    /// The status of a control; `unanswered` without an answer.
    #[must_use]
    pub fn status(&self, control: &str) -> Status {
        self.answer(control).map_or(Status::Unanswered, |answer| answer.status)
    }

    /// Records a status. Note, owner and due date stay; reason and review date belong to the status.
    ///
    /// # Errors
    ///
    /// When the status needs a reason or review date that is missing, or the reason contains a secret or is too long.
    /// Nothing changes then.
    pub fn record(&mut self, control: &str, change: Change, now: Timestamp) -> Result<(), Refusal> {
        let new = change.checked()?;
        self.change(control, now, &mut |answer| {
            answer.status = new.status;
            answer.source = new.source.clone();
            answer.reason = new.reason.clone();
            answer.review_by = new.review_by;
            answer.checked_at = None;
        });
        Ok(())
    }

    /// Records a note; an empty one removes it.
    ///
    /// # Errors
    ///
    /// When the note contains a secret or is too long. Nothing changes then.
    pub fn record_note(&mut self, control: &str, note: &str, now: Timestamp) -> Result<(), Refusal> {
        let note = answer::clean(note)?;
        if self.answer(control).and_then(|answer| answer.note.as_deref()) != note.as_deref() {
            self.change_beside(control, now, &mut |answer| answer.note = note.clone());
        }
        Ok(())
    }

    /// Records who is responsible for a control; blank for nobody.
    ///
    /// # Errors
    ///
    /// When the name contains a secret or is too long. Nothing changes then.
    pub fn record_owner(&mut self, control: &str, owner: &str, now: Timestamp) -> Result<(), Refusal> {
        let owner = Some(clean_name(owner)?).filter(|owner| !owner.is_empty());
        if self.answer(control).and_then(|answer| answer.owner.as_deref()) != owner.as_deref() {
            self.change_beside(control, now, &mut |answer| answer.owner = owner.clone());
        }
        Ok(())
    }

    /// Records the due date of a control.
    pub fn record_due(&mut self, control: &str, due: Option<Date>, now: Timestamp) {
        if self.answer(control).and_then(|answer| answer.due) != due {
            self.change_beside(control, now, &mut |answer| answer.due = due);
        }
    }

    /// Changes fields beside the status. The time of the status stays the same.
    fn change_beside(&mut self, control: &str, now: Timestamp, change: &mut dyn FnMut(&mut Answer)) {
        let since = self.answer(control).map(Answer::since);
        self.change(control, now, &mut |answer| {
            change(answer);
            answer.checked_at = since;
        });
    }

    /// Restores an earlier status with the time `now`, so that a merge keeps it. Note, owner and due date stay.
    pub fn restore(&mut self, control: &str, earlier: Option<Answer>, now: Timestamp) {
        let earlier = earlier.unwrap_or_else(|| Answer::unanswered(now));
        self.change(control, now, &mut |answer| {
            answer.status = earlier.status;
            answer.source = earlier.source.clone();
            answer.reason = earlier.reason.clone();
            answer.review_by = earlier.review_by;
            answer.checked_at = Some(earlier.since());
        });
    }

    /// Changes an answer and sets its time to `now`, but always later than before: after the clock was set back, or
    /// with two changes in one second, a merge must not prefer the older answer.
    fn change(&mut self, control: &str, now: Timestamp, change: &mut dyn FnMut(&mut Answer)) {
        let now = now.clamped();
        let mine = self.answers.iter_mut().find(|(id, _)| id == control);
        if let Some((_, answer)) = mine {
            answer.changed_at = now.max(answer.changed_at.next_second());
            change(answer);
            return;
        }
        if self.answers.is_empty() {
            self.see_catalogue();
        }
        let mut answer = Answer::unanswered(now);
        change(&mut answer);
        self.insert(control.to_owned(), answer);
    }

    /// Inserts an answer in the order of the ids, so that profiles with the same answers are equal.
    pub(crate) fn insert(&mut self, control: String, answer: Answer) {
        let index = self.answers.partition_point(|(id, _)| *id < control);
        self.answers.insert(index, (control, answer));
    }
}
