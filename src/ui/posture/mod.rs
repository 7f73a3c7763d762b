//! The posture page: the score calculator and the must-fix list.

pub(crate) mod page;
pub(crate) mod words;
