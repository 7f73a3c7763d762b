//! One participant, and remarks on files.

use crate::assessment::{Participation, Profile, Status};
use crate::base::archive::ArchiveError;
use crate::base::secrets;
use crate::base::time::Timestamp;
use crate::content::catalogue::Control;

/// One participant.
#[derive(Debug)]
pub struct Participant {
    /// The name of the file that it was read from, cleaned for display.
    pub file: String,
    /// When the file was saved.
    pub exported_at: Option<Timestamp>,
    /// The participant's workshop, if the file names one.
    pub part: Option<Participation>,
    /// The submitted profile.
    pub profile: Profile,
}

impl Participant {
    /// How many of these controls were marked as done since the workshop started; `None` if the start is not known.
    #[must_use]
    pub fn gained(&self, controls: &[&'static Control]) -> Option<usize> {
        let started_at = self.part.as_ref()?.started_at?;
        let is_new = |control: &&&'static Control| {
            let answer = self.profile.answer(control.id);
            answer.is_some_and(|answer| answer.status == Status::Done && answer.since() >= started_at)
        };
        Some(controls.iter().filter(is_new).count())
    }

    /// Identifies the participant across files: the code, or the profile's id without one.
    pub(super) fn key(&self) -> &str {
        self.profile.code().unwrap_or(&self.profile.id)
    }
}

/// A remark on a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The file's name, cleaned for display.
    pub file: String,
    /// The kind of remark.
    pub kind: RemarkKind,
}

/// Why a file was not counted, or what else was noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Skipped: over 64 MiB.
    TooLarge,
    /// Skipped: empty, or the browser could not read it.
    Empty,
    /// Skipped: not text.
    NotText,
    /// Skipped: not JSON, or cut short.
    NotJson,
    /// Skipped: JSON, but not a progress file.
    Unsupported,
    /// Skipped: protected with a password.
    Sealed,
    /// Skipped: saved by a newer version.
    Newer,
    /// Skipped: a field is missing or wrong.
    Damaged(String),
    /// Skipped: several accounts, none of them of a workshop.
    Several,
    /// Skipped: the limit of 1,000 participants was reached before.
    TooManyParticipants,
    /// Skipped entirely or in part: an archive with this error.
    Archive(ArchiveError),
    /// Not counted: a later file of the same participant is counted.
    Replaced {
        /// The later file.
        by: String,
    },
    /// Counted; a secret was removed from this line.
    Secret(secrets::Found),
}
