//! The workshop: the link, the participant, the results.

pub(crate) mod guest;
pub(crate) mod host;
pub(crate) mod page;
pub(crate) mod room;
pub(crate) mod room_words;
pub(crate) mod state;
pub(crate) mod words;
