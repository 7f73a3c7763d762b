//! The workshop: the link, the participant, the results.

pub(crate) mod facilitator;
pub(crate) mod page;
pub(crate) mod participant;
pub(crate) mod results;
pub(crate) mod results_words;
pub(crate) mod state;
pub(crate) mod words;
