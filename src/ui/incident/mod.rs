//! What to do in an incident, and the response team.

pub(crate) mod page;
pub(crate) mod response;
pub(crate) mod words;
