//! The checklist.

pub(crate) mod filter;
pub(crate) mod filters;
pub(crate) mod page;
