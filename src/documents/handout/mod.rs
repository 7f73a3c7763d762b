//! The workshop handout as a document: what is chosen, how it is laid out, and the sheets that can be added.
//!
//! **Invariant:** nobody's answers are on it.

pub mod address;
mod block;
mod extra;
mod facilitator;
mod layout;
mod model;
mod pieces;
mod plan;
mod words;

pub use layout::handout;
pub use model::{Choices, Extra, GROUPS, Group, Handout, Languages, MINUTES, Order, Paper, files, in_groups};
pub use plan::{Part, Slot, plan};
