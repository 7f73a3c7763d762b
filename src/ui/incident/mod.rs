//! The incident runbook and the response-team sheet.

mod note;
pub(crate) mod page;
pub(crate) mod response;
pub(crate) mod words;
