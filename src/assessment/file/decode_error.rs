//! Why a text is no progress.

use crate::base::json::Wrong;

/// Why a text could not be read as progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
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

impl From<Wrong> for DecodeError {
    fn from(Wrong(field): Wrong) -> DecodeError {
        DecodeError::Damaged { field }
    }
}
