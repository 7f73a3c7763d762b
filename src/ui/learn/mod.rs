//! Learn and the quiz.

pub(crate) mod page;
pub(crate) mod pictures;
