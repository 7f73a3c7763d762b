//! Profiles and their answers: recording changes, merging copies, scoring, storing.
//!
//! Unknown fields and control ids are kept, so that an older version never loses the data of a newer one.
//!
//! **Invariant:** recorded texts contain no secret and no complete account id. No clock: `now` is a parameter.

mod account;
mod aliases;
mod answer;
mod backup_reminder;
pub mod catalogue_changes;
mod entries;
pub mod file;
pub mod filter;
mod history;
mod import;
pub mod import_preview;
mod merge;
mod names;
pub mod participation;
mod profile;
mod profiles;
mod redaction;
pub mod saving;
pub mod score;
mod snapshot;
mod table;
pub mod workshop_link;

pub use answer::{Answer, Change, Evidence, NOTE_LIMIT, RECHECK_DAYS, Refusal, Source, Status};
pub use import::{ImportMode, Imported};
pub use names::{NAME_LIMIT, clean_name};
pub use participation::Participation;
pub use profile::{Assessment, Profile};
pub use redaction::Redaction;
pub use snapshot::Snapshot;
pub use table::{Entries, Table};

#[cfg(test)]
mod tests;
