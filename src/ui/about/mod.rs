//! About: what this is, its sources, and whether this copy is the one that was published.

mod origin;
mod origin_words;
pub(crate) mod page;
pub(crate) mod verify;
pub(crate) mod verify_words;
