//! Evidence: importing files, showing verdicts, and accepting them.

pub(crate) mod account_choice;
pub(crate) mod judging_progress;
pub(crate) mod ownership;
mod ownership_words;
pub(crate) mod page;
pub(crate) mod paste_under;
pub(crate) mod verdict;
