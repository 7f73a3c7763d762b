//! What a profile has written down in its tables.

use super::answer::{Refusal, clean};
use super::profile::Profile;
use super::table::{Entries, Table};

impl Profile {
    /// The entries of a table.
    #[must_use]
    pub fn table(&self, table: Table) -> &Entries {
        let [quiz, runbook, notes, team] = &self.tables;
        match table {
            Table::Quiz => quiz,
            Table::Runbook => runbook,
            Table::RunbookNotes => notes,
            Table::ResponseTeam => team,
        }
    }

    /// The entries of a table, to be changed as a whole.
    pub fn table_mut(&mut self, table: Table) -> &mut Entries {
        let [quiz, runbook, notes, team] = &mut self.tables;
        match table {
            Table::Quiz => quiz,
            Table::Runbook => runbook,
            Table::RunbookNotes => notes,
            Table::ResponseTeam => team,
        }
    }

    /// What stands under a key.
    #[must_use]
    pub fn entry(&self, table: Table, key: &str) -> Option<&str> {
        self.table(table).iter().find(|(name, _)| name == key).map(|(_, text)| text.as_str())
    }

    /// Puts a text under a key; blank removes it.
    ///
    /// # Errors
    ///
    /// When the text holds a secret or is too long. Nothing changes then.
    pub fn record_entry(&mut self, table: Table, key: &str, text: &str) -> Result<(), Refusal> {
        let text = clean(text)?;
        self.table_mut(table).retain(|(name, _)| name != key);
        if let Some(text) = text {
            self.insert_entry(table, key.to_owned(), text);
        }
        Ok(())
    }

    /// Adds an entry in its place.
    pub(crate) fn insert_entry(&mut self, table: Table, key: String, text: String) {
        let entries = self.table_mut(table);
        let place = entries.partition_point(|(name, _)| *name < key);
        entries.insert(place, (key, text));
    }
}
