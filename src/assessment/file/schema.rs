//! Of which format a text is, and of which version: `<name>/<version>` in its field `schema`.

use super::decode_error::DecodeError;
use crate::base::json::Json;

/// Reads a text as a tree.
pub(super) fn parse(text: &str) -> Result<Json, DecodeError> {
    Json::parse(text).map_err(|error| DecodeError::NotJson { line: error.line(), column: error.column() })
}

/// The version of a format that a tree says it is; none where it is of another one.
pub(super) fn version(tree: &Json, name: &str) -> Option<u32> {
    tree.words("schema").strip_prefix(name)?.parse().ok()
}

/// Refuses what is not of this format and version.
pub(super) fn check(tree: &Json, name: &str, known: u32) -> Result<(), DecodeError> {
    match version(tree, name) {
        Some(version) if version == known => Ok(()),
        Some(version) if version > known => Err(DecodeError::Newer),
        Some(_) | None => Err(DecodeError::NotOurs),
    }
}
