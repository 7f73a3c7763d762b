//! Learn and the quiz.

pub(crate) mod diagrams;
pub(crate) mod page;
