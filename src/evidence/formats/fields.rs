//! Which fields of a large value are kept while it is read.

/// What is kept of a value. A list is kept, with this much of each of its items.
#[derive(Clone, Copy)]
pub(super) enum Keep {
    /// All of it; of a list of findings, what is read of them.
    All,
    /// Of an object, these fields and this much of each.
    Only(&'static [(&'static str, Keep)]),
    /// None of it.
    Nothing,
}
