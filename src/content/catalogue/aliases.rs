//! Control ids that no longer exist because a control was split or merged, and their replacements, to read older files.

/// A former id, and the ids that its answer applies to now.
pub type Alias = (&'static str, &'static [&'static str]);

/// None so far.
pub const ALIASES: &[Alias] = &[];
