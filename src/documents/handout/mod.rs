//! The workshop handout as a document: choices, layout and optional sheets.
//!
//! **Invariant:** it contains no user's answers.

pub mod address;
mod appendices;
mod control_entry;
mod facilitator;
mod layout;
mod model;
mod parts;
mod timetable;
mod words;

pub use layout::handout;
pub use model::{Appendix, Choices, GROUPS, Group, Handout, Languages, MINUTES, Order, Paper, files, in_groups};
pub use timetable::{Part, Slot, timetable};
