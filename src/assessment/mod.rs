//! WHAT was answered: profiles and their answers, how a change is recorded, and how two copies become one.
//!
//! Fields and control ids that this version does not know are kept, so that an older page never loses what a
//! newer one wrote.
//!
//! **Invariant:** whatever is recorded holds no secret and no whole account id. No clock: `now` is a parameter.

mod aliases;
mod answer;
mod backup_reminder;
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
