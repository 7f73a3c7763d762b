//! Serialises an `Assessment` as a progress file (`v1`) and for local storage (`stored`).
//!
//! **Invariant:** decoding never loses data silently: it returns the complete assessment or an error, and the caller
//! keeps the text. `tests/stored_fixtures/v1.json` fixes the format.

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

/// Writes a progress file, always in the newest format.
///
/// ```
/// use guard_navi::assessment::{Assessment, Change, Status, file};
/// use guard_navi::base::time::Timestamp;
///
/// let now = Timestamp::parse("2026-12-01T00:00:00Z").expect("RFC 3339");
/// let mut assessment = Assessment::new("a random id".to_owned());
/// assessment.current.record("iam-root-mfa", Change::by_person(Status::Done), now).expect("done needs no reason");
/// let text = file::encode(&assessment, now);
/// assert!(text.starts_with(r#"{"schema":"guard-navi.progress/1""#));
/// assert_eq!(file::decode(&text), Ok(assessment));
/// ```
#[must_use]
pub fn encode(assessment: &Assessment, exported_at: Timestamp) -> String {
    v1::encode(assessment, exported_at).to_string()
}

/// Reads a progress file of this or an earlier version.
///
/// ```
/// use guard_navi::assessment::file::{DecodeError, decode};
///
/// assert_eq!(decode(r#"{"schema": "guard-navi.progress/2"}"#), Err(DecodeError::Newer));
/// ```
///
/// # Errors
///
/// When it cannot be decoded completely; see [`DecodeError`].
pub fn decode(text: &str) -> Result<Assessment, DecodeError> {
    decode_tree(schema::parse(text)?)
}

/// As [`decode`], for text that is already parsed.
///
/// # Errors
///
/// When it cannot be decoded completely; see [`DecodeError`].
pub fn decode_tree(file: Json) -> Result<Assessment, DecodeError> {
    schema::check(&file, v1::NAME, v1::VERSION)?;
    v1::decode(file)
}
