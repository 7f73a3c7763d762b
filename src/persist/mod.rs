//! HOW progress is kept: `Assessment` to text and back. The same text is the progress file and what the
//! browser's storage holds.
//!
//! **Invariant:** decoding loses nothing silently: it gives the whole assessment, or says why it cannot, and the
//! caller keeps the text. `tests/persist/v1.json` freezes the shape.

mod v1;

use crate::assessment::Assessment;
use crate::json::{Json, Wrong};
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
    /// Progress, but a field is missing or wrong.
    Damaged {
        /// Where it stands, as `profiles[0].answers.iam-root-mfa.status`.
        field: String,
    },
    /// Progress without a single profile.
    Empty,
}

impl From<Wrong> for Unreadable {
    fn from(Wrong(field): Wrong) -> Unreadable {
        Unreadable::Damaged { field }
    }
}

/// Writes a progress file, always in the newest shape.
#[must_use]
pub fn encode(assessment: &Assessment, exported_at: Timestamp) -> String {
    v1::encode(assessment, exported_at).to_string()
}

/// Reads a progress file of this or an earlier version.
///
/// # Errors
///
/// When it cannot be read whole; see [`Unreadable`].
pub fn decode(text: &str) -> Result<Assessment, Unreadable> {
    let file = Json::parse(text).map_err(|error| Unreadable::NotJson { line: error.line(), column: error.column() })?;
    decode_tree(file)
}

/// As `decode`, of a text that is a tree already.
///
/// # Errors
///
/// When it cannot be read whole; see [`Unreadable`].
pub fn decode_tree(file: Json) -> Result<Assessment, Unreadable> {
    let schema = file.get("schema").and_then(Json::as_text);
    let version = schema.and_then(|schema| schema.strip_prefix(v1::NAME)?.parse::<u32>().ok());
    match version {
        Some(v1::VERSION) => v1::decode(file),
        Some(version) if version > v1::VERSION => Err(Unreadable::Newer),
        Some(_) | None => Err(Unreadable::NotOurs),
    }
}
