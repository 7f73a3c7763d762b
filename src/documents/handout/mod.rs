//! The workshop handout as a document: what is chosen, how it is laid out, and the sheets that can be added.
//!
//! **Invariant:** nobody's answers are on it.

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
