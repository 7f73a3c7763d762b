//! One control.

pub(crate) mod answer_rail;
pub(crate) mod page;
