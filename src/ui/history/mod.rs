//! How the score went.

pub(crate) mod page;
pub(crate) mod words;
