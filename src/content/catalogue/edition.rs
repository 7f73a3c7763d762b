//! The editions of the catalogue: what each one added, as far as the home page counts it. What changed in the texts is
//! in `content::changes`.

/// An edition after the first.
#[derive(Debug)]
pub struct Edition {
    /// Its number, from 2.
    pub number: u32,
    /// Ids of the controls that it added.
    pub added: &'static [&'static str],
    /// Ids of the controls that existed and count in the score since.
    pub mandatory: &'static [&'static str],
}

/// All editions after the first, the oldest first.
pub const EDITIONS: &[Edition] = &[Edition {
    number: 2,
    added: &[
        "people-short-lived",
        "workloads-patched",
        "regions-restricted",
        "trusted-advisor-red",
        "network-leftovers",
    ],
    mandatory: &["billing-budget-alert"],
}];

/// The current edition.
pub const CURRENT: u32 = 2;
