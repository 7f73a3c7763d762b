//! The format and version of a text: `<name>/<version>` in its field `schema`.

use super::decode_error::DecodeError;
use crate::base::json::Json;

/// Parses a text into a tree.
pub(super) fn parse(text: &str) -> Result<Json, DecodeError> {
    Json::parse(text).map_err(|error| DecodeError::NotJson { line: error.line(), column: error.column() })
}

/// The version of the format `name`; none for another format.
pub(super) fn version(tree: &Json, name: &str) -> Option<u32> {
    tree.words("schema").strip_prefix(name)?.parse().ok()
}

/// Refuses every other format or version.
pub(super) fn check(tree: &Json, name: &str, known: u32) -> Result<(), DecodeError> {
    match version(tree, name) {
        Some(version) if version == known => Ok(()),
        Some(version) if version > known => Err(DecodeError::Newer),
        Some(_) | None => Err(DecodeError::NotOurs),
    }
}
