//! What changed in the catalogue since the person last answered.

pub(crate) mod page;
mod words;
