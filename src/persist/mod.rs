//! HOW progress is kept: `Assessment` to text and back. The same text is the progress file and what the
//! browser's storage holds.
//!
//! **Invariant:** decoding loses nothing silently: it gives the whole assessment, or says why it cannot, and the
//! caller keeps the text.

mod v1;

use crate::assessment::Assessment;
use crate::time::Timestamp;

/// Why a text could not be read as progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not JSON, or JSON that ends too early.
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// JSON, but no progress of this product.
    NotOurs,
    /// Written by a newer version of this product.
    Newer,
    /// Progress, but a field is wrong.
    Damaged {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// The field and what is wrong, in serde's words.
        detail: String,
    },
    /// Progress without a single profile.
    Empty,
}

/// Writes a progress file, always in the newest shape.
#[must_use]
pub fn encode(assessment: &Assessment, exported_at: Timestamp) -> String {
    v1::encode(assessment, exported_at)
}

/// Reads a progress file of this or an earlier version.
///
/// # Errors
///
/// When it cannot be read whole; see [`Unreadable`].
pub fn decode(text: &str) -> Result<Assessment, Unreadable> {
    let header: v1::Header = serde_json::from_str(text).map_err(|error| {
        if error.is_data() {
            Unreadable::NotOurs
        } else {
            Unreadable::NotJson { line: error.line(), column: error.column() }
        }
    })?;
    let version = header.schema.strip_prefix(v1::NAME).and_then(|version| version.parse::<u32>().ok());
    match version {
        Some(v1::VERSION) => v1::decode(text),
        Some(version) if version > v1::VERSION => Err(Unreadable::Newer),
        Some(_) | None => Err(Unreadable::NotOurs),
    }
}
