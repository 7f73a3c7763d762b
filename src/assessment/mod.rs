//! WHAT was answered: profiles and their answers, how a change is recorded, and how two copies become one.
//!
//! The types carry serde's shape of `guard-navi.progress/1`; `tests/persist/v1.json` freezes it. Unknown fields
//! and unknown control ids are kept, so that an older page never loses what a newer one wrote.
//!
//! **Invariant:** whatever is recorded holds no secret and no whole account id. No clock: `now` is a parameter.

mod answer;
mod merge;

pub use answer::{Answer, Change, Evidence, NOTE_LIMIT, Refusal, Source, Status};

use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Random, so that copies of the same profile find each other.
    pub id: String,
    /// As the person calls it; empty until they do.
    #[serde(default)]
    pub name: String,
    /// Random participant code of a workshop.
    #[serde(default)]
    pub code: Option<String>,
    /// The workshop that this profile was made in.
    #[serde(default)]
    pub workshop: Option<Workshop>,
    /// Answers by control id.
    #[serde(default)]
    pub answers: BTreeMap<String, Answer>,
    /// Chosen options by quiz question.
    #[serde(default)]
    pub quiz: BTreeMap<String, Value>,
    /// When each step of the incident runbook was ticked.
    #[serde(default)]
    pub runbook: BTreeMap<String, Timestamp>,
    /// One snapshot a day.
    #[serde(default)]
    pub history: Vec<Snapshot>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A workshop, as a participant's file names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Workshop {
    /// The event.
    pub title: String,
    /// When the participant opened the link.
    pub started_at: Timestamp,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Where a profile stood on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The day.
    pub date: Date,
    /// 0 to 100; none where nothing was applicable.
    pub score: Option<u8>,
    /// Mandatory controls that were done.
    pub done: u32,
    /// Mandatory controls that applied.
    pub applicable: u32,
    /// Status by control id.
    pub statuses: BTreeMap<String, Status>,
    /// Fields that this version does not know.
    #[serde(flatten)]
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
