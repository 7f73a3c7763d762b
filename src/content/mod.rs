//! What the product says: the catalogue of controls with their commands, the runbook, what there is to learn, where
//! links lead, and all of it as files.
//!
//! **Invariant:** data and how it is read; nothing of what somebody answered.

pub mod about;
pub mod catalogue;
pub mod catalogue_file;
pub mod commands;
pub mod learn;
pub mod quiz;
pub mod route;
pub mod runbook;
pub mod topics;
pub mod ways_to_collect;
