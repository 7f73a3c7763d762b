//! The must-fix list.

pub(crate) mod page;
pub(crate) mod words;
