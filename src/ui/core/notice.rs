//! The last change, told with its way back.

use std::sync::Arc;

/// What puts a change back.
pub(crate) type Undo = Arc<dyn Fn() + Send + Sync>;

/// A message with a way back.
#[derive(Clone)]
pub(crate) struct Notice {
    pub(crate) words: String,
    pub(crate) undo: Undo,
}
