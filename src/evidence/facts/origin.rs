//! Where a fact was read.

use super::format::Format;
use crate::base::time::Timestamp;
use serde::Serialize;

/// Where a fact was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The file's name.
    pub file: String,
    /// The file's format.
    pub format: Format,
    /// When it was collected from AWS; none if the file does not state it.
    pub collected_at: Option<Timestamp>,
    /// When the file was last changed, from the browser or the archive; used if the file itself states no time.
    #[serde(skip)]
    pub changed_at: Option<Timestamp>,
    /// Sequence number of the batch of files; a later batch replaces the same evidence of an earlier one.
    #[serde(skip)]
    pub batch: u32,
}
