//! The notice about the last change, with its undo.

use std::sync::Arc;

/// Reverts a change.
pub(crate) type Undo = Arc<dyn Fn() + Send + Sync>;

/// A message with an undo.
#[derive(Clone)]
pub(crate) struct Notice {
    pub(crate) words: String,
    pub(crate) undo: Undo,
}
