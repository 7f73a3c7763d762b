//! One framework as a table.

/// A framework, a benchmark or a scanner, with the ids that it gives to the same subject.
#[derive(Debug)]
pub struct Framework {
    /// The field of a control in `catalogue.json`.
    pub field: &'static str,
    /// Its name on the control page, the same in both languages.
    pub title: &'static str,
    /// Where its publisher lists its items.
    pub url: &'static str,
    /// Control id and ids of the framework, in the order of the catalogue; a control without any has no row.
    pub rows: &'static [(&'static str, &'static [&'static str])],
}

impl Framework {
    /// The ids for a control; empty where it has none.
    #[must_use]
    pub fn ids(&self, control: &str) -> &'static [&'static str] {
        self.rows.iter().find(|(id, _)| *id == control).map_or(&[], |(_, ids)| *ids)
    }
}
