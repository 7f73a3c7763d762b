//! Why a text is not a progress file.

use crate::base::json::FieldError;

/// Why a text could not be decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Not JSON, or JSON that ends too early.
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// JSON, but not a progress file of this product.
    NotOurs,
    /// Written by a newer version of this product.
    Newer,
    /// A progress file with a missing or wrong field.
    Damaged {
        /// Its path, such as `profiles[0].answers.iam-root-mfa.status`.
        field: String,
    },
    /// A progress file without profiles.
    Empty,
}

impl From<FieldError> for DecodeError {
    fn from(FieldError(field): FieldError) -> DecodeError {
        DecodeError::Damaged { field }
    }
}
