//! One participant, and what is noticed of files.

use crate::assessment::{Participation, Profile, Status};
use crate::base::archive::ArchiveError;
use crate::base::secrets;
use crate::base::time::Timestamp;
use crate::content::catalogue::Control;

/// One participant.
#[derive(Debug)]
pub struct Participant {
    /// The file that it was read from; clean.
    pub file: String,
    /// When that was saved.
    pub exported_at: Option<Timestamp>,
    /// The part in a workshop, if the file says of one.
    pub part: Option<Participation>,
    /// What was handed in.
    pub profile: Profile,
}

impl Participant {
    /// How many of these controls were marked as done since the workshop began; none where that is not known.
    #[must_use]
    pub fn gained(&self, controls: &[&'static Control]) -> Option<usize> {
        let started_at = self.part.as_ref()?.started_at?;
        let is_new = |control: &&&'static Control| {
            let answer = self.profile.answer(control.id);
            answer.is_some_and(|answer| answer.status == Status::Done && answer.since() >= started_at)
        };
        Some(controls.iter().filter(is_new).count())
    }

    /// Copies of one participant meet by the code; by the profile's id where there is none.
    pub(super) fn key(&self) -> &str {
        self.profile.code().unwrap_or(&self.profile.id)
    }
}

/// Something about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its name; clean.
    pub file: String,
    /// What.
    pub kind: RemarkKind,
}

/// What is to be said of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Skipped: over 64 MiB.
    TooLarge,
    /// Skipped: nothing in it, or the browser could not read it.
    Empty,
    /// Skipped: not a text.
    NotText,
    /// Skipped: not JSON, or cut short.
    NotJson,
    /// Skipped: JSON of something else.
    Unsupported,
    /// Skipped: behind a password.
    Sealed,
    /// Skipped: of a newer version.
    Newer,
    /// Skipped: a field is missing or wrong.
    Damaged(String),
    /// Skipped: several accounts, none of them a workshop's.
    Several,
    /// Skipped: 1,000 participants were counted before.
    TooManyParticipants,
    /// Skipped, or a part of it: the archive.
    Archive(ArchiveError),
    /// Not counted: the same participant's later file is.
    Replaced {
        /// That file.
        by: String,
    },
    /// Counted; a secret was cut out of this line.
    Secret(secrets::Found),
}
