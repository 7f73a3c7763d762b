//! The statuses and the score of a profile at the end of a day.

use super::answer::Status;
use crate::base::json::Object;
use crate::base::time::Date;

/// The statuses and the score of a profile at the end of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The day, in the user's time zone.
    pub date: Date,
    /// The score; none where nothing applied.
    pub score: Option<u8>,
    /// Mandatory controls that were done.
    pub done: usize,
    /// Mandatory controls that applied.
    pub applicable: usize,
    /// Every control that had an answer.
    pub statuses: Vec<(String, Status)>,
    /// Fields that this version does not know.
    pub extra: Object,
}

impl Snapshot {
    /// The status of a control on that day.
    #[must_use]
    pub fn status(&self, control: &str) -> Status {
        self.statuses.iter().find(|(id, _)| id == control).map_or(Status::Unanswered, |(_, status)| *status)
    }
}
