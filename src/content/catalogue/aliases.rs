//! Control ids that are no more: split or merged, and what they are now. Old files open by this table.

/// An id that is no more, and the ids that its answer belongs to now.
pub type Alias = (&'static str, &'static [&'static str]);

/// None so far.
pub const ALIASES: &[Alias] = &[];
