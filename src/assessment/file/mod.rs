//! HOW progress is kept: `Assessment` to text and back, as a progress file (`v1`) and as the browser's storage holds it
//! (`stored`).
//!
//! **Invariant:** decoding loses nothing silently: it gives the whole assessment, or says why it cannot, and the
//! caller keeps the text. `tests/persist/v1.json` freezes the shape.

mod decode_error;
mod export;
pub mod import;
mod schema;
pub mod sealed;
pub mod stored;
mod v1;

pub use decode_error::DecodeError;
pub use export::export;

use crate::assessment::Assessment;
use crate::base::json::Json;
use crate::base::time::Timestamp;

/// Writes a progress file, always in the newest shape.
#[must_use]
pub fn encode(assessment: &Assessment, exported_at: Timestamp) -> String {
    v1::encode(assessment, exported_at).to_string()
}

/// Reads a progress file of this or an earlier version.
///
/// # Errors
///
/// When it cannot be read whole; see [`DecodeError`].
pub fn decode(text: &str) -> Result<Assessment, DecodeError> {
    decode_tree(schema::parse(text)?)
}

/// As `decode`, of a text that is a tree already.
///
/// # Errors
///
/// When it cannot be read whole; see [`DecodeError`].
pub fn decode_tree(file: Json) -> Result<Assessment, DecodeError> {
    schema::check(&file, v1::NAME, v1::VERSION)?;
    v1::decode(file)
}
