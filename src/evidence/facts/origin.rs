//! Where a fact was read.

use super::format::Format;
use crate::base::time::Timestamp;
use serde::Serialize;

/// Where a fact was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The file's name.
    pub file: String,
    /// What it was.
    pub format: Format,
    /// When AWS collected it; none when the file does not say.
    pub collected_at: Option<Timestamp>,
    /// When the file was last changed, as the browser or the archive says: the best there is where the file itself
    /// does not say.
    #[serde(skip)]
    pub changed_at: Option<Timestamp>,
    /// The how-manieth hand-over it came with: what is handed over later stands in for the same before.
    #[serde(skip)]
    pub batch: u32,
}
