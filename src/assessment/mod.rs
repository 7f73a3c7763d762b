//! WHAT was answered: profiles and their answers, how a change is recorded, and how two copies become one.
//!
//! Fields and control ids that this version does not know are kept, so that an older page never loses what a
//! newer one wrote.
//!
//! **Invariant:** whatever is recorded holds no secret and no whole account id. No clock: `now` is a parameter.

mod aliases;
mod answer;
mod entries;
pub mod file;
pub mod filter;
mod history;
mod leave_out;
mod merge;
mod names;
mod opening;
pub mod participation;
pub mod plan;
mod profile;
mod profiles;
mod reminder;
pub mod saving;
pub mod score;
mod snapshot;
mod table;
pub mod workshop_link;

pub use answer::{Answer, Change, Evidence, NOTE_LIMIT, RECHECK_DAYS, Refusal, Source, Status};
pub use leave_out::LeaveOut;
pub use names::{NAME_LIMIT, clean_name};
pub use opening::{Opened, Opening};
pub use participation::Participation;
pub use profile::{Assessment, Profile};
pub use snapshot::Snapshot;
pub use table::{Entries, Table};

#[cfg(test)]
mod tests;
