//! Trials determine what a setting does: event patterns, filters and policies are evaluated on witnesses (events and
//! requests stored as data), and address ranges are added up.
//!
//! **Invariants:** a verdict depends on the result of the trial, never on how the setting is written. What is not
//! understood, and what a witness leaves open, is [`Truth::Unclear`], which is neither a yes nor a no.

pub mod alarm;
pub mod event;
pub mod event_pattern;
pub mod log_filter;
pub mod policy;
pub mod ranges;
mod text;
pub mod witness;

use std::ops::Not;

/// Three-valued logic (Kleene's): `and` is the minimum, `or` the maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not.
    No,
    /// Not understood, or left open by the witness.
    Unclear,
    /// It does.
    Yes,
}

impl Truth {
    /// Both.
    pub fn and(self, other: Truth) -> Truth {
        self.min(other)
    }

    /// Either.
    pub fn or(self, other: Truth) -> Truth {
        self.max(other)
    }

    /// All of them; yes where there are none.
    pub fn all(truths: impl IntoIterator<Item = Truth>) -> Truth {
        truths.into_iter().min().unwrap_or(Truth::Yes)
    }

    /// One of them; no where there are none.
    pub fn any(truths: impl IntoIterator<Item = Truth>) -> Truth {
        truths.into_iter().max().unwrap_or(Truth::No)
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Truth {
        if value { Truth::Yes } else { Truth::No }
    }
}

impl Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::No => Truth::Yes,
            Truth::Unclear => Truth::Unclear,
            Truth::Yes => Truth::No,
        }
    }
}
