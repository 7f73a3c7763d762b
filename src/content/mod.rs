//! The content of the product: the catalogue of controls with their commands, the runbook, Learn and the quiz, the
//! routes, and all of these as files.
//!
//! **Invariant:** data and the code that reads it; no user's answers.

pub mod about;
pub mod catalogue;
pub mod catalogue_file;
pub mod changes;
pub mod commands;
pub mod frameworks;
pub mod learn;
pub mod quiz;
pub mod route;
pub mod runbook;
pub mod talk;
pub mod topics;
pub mod ways_to_collect;
