//! The history of the score.

pub(crate) mod page;
pub(crate) mod words;
