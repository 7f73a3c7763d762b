//! WHAT was answered: profiles and their answers, how a change is recorded, and how two copies become one.
//!
//! Fields and control ids that this version does not know are kept, so that an older page never loses what a
//! newer one wrote.
//!
//! **Invariant:** whatever is recorded holds no secret and no whole account id. No clock: `now` is a parameter.

mod answer;
mod merge;

pub use answer::{Answer, Change, Evidence, NOTE_LIMIT, Refusal, Source, Status};

use crate::time::Timestamp;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Fields of a file that this version does not know.
pub type Extra = Map<String, Value>;

/// Everything that a browser holds: one profile in front, and the others. There is always one.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The profile that is being worked on.
    pub current: Profile,
    /// The other profiles.
    pub others: Vec<Profile>,
}

/// One account or system that is being assessed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Random, so that copies of the same profile find each other.
    pub id: String,
    /// As the person calls it; empty until they do.
    pub name: String,
    /// Answers by control id.
    pub answers: BTreeMap<String, Answer>,
    /// Fields that no page uses yet, or that this version does not know.
    pub extra: Extra,
}

impl Assessment {
    /// A fresh one with a single empty profile.
    #[must_use]
    pub fn new(profile_id: String) -> Assessment {
        Assessment {
            current: Profile { id: profile_id, ..Profile::default() },
            others: Vec::new(),
        }
    }
}

impl Profile {
    /// The answer to a control, if one was ever given.
    #[must_use]
    pub fn answer(&self, control: &str) -> Option<&Answer> {
        self.answers.get(control)
    }

    /// The status of a control; `unanswered` is the start.
    #[must_use]
    pub fn status(&self, control: &str) -> Status {
        self.answer(control).map_or(Status::Unanswered, |answer| answer.status)
    }

    /// Records a status. Note, owner and due date stay; reason and review date belong to the status.
    ///
    /// # Errors
    ///
    /// When the status needs a reason or review date that is missing, or the reason holds a secret or is too
    /// long. Nothing changes then.
    pub fn record(&mut self, control: &str, change: Change, now: Timestamp) -> Result<(), Refusal> {
        let change = change.checked()?;
        let answer = self.touch(control, now);
        answer.status = change.status;
        answer.source = change.source;
        answer.reason = change.reason;
        answer.review_by = change.review_by;
        Ok(())
    }

    /// Records a note; an empty one removes it.
    ///
    /// # Errors
    ///
    /// When the note holds a secret or is too long. Nothing changes then.
    pub fn record_note(&mut self, control: &str, note: &str, now: Timestamp) -> Result<(), Refusal> {
        let note = answer::clean(note)?;
        if self.answer(control).and_then(|answer| answer.note.as_deref()) != note.as_deref() {
            self.touch(control, now).note = note;
        }
        Ok(())
    }

    /// Puts an earlier answer back, as of now, so that a merge keeps it.
    pub fn restore(&mut self, control: &str, earlier: Option<Answer>, now: Timestamp) {
        let answer = self.touch(control, now);
        let changed_at = answer.changed_at;
        *answer = Answer { changed_at, ..earlier.unwrap_or_else(|| Answer::unanswered(now)) };
    }

    /// The answer to a control, dated now, and always later than it was: a clock that was turned back, or two
    /// changes in one second, must not make a merge prefer the older answer.
    fn touch(&mut self, control: &str, now: Timestamp) -> &mut Answer {
        let answer = self
            .answers
            .entry(control.to_owned())
            .and_modify(|answer| answer.changed_at = now.max(answer.changed_at.next_second()))
            .or_insert_with(|| Answer::unanswered(now));
        answer
    }
}

#[cfg(test)]
mod tests;
