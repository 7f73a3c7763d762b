//! The entries of the tables of a profile.

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

    /// The entries of a table, mutable.
    pub fn table_mut(&mut self, table: Table) -> &mut Entries {
        let [quiz, runbook, notes, team] = &mut self.tables;
        match table {
            Table::Quiz => quiz,
            Table::Runbook => runbook,
            Table::RunbookNotes => notes,
            Table::ResponseTeam => team,
        }
    }

    /// The text under a key.
    #[must_use]
    pub fn entry(&self, table: Table, key: &str) -> Option<&str> {
        self.table(table).iter().find(|(name, _)| name == key).map(|(_, text)| text.as_str())
    }

    /// Sets the text under a key; a blank one removes it.
    ///
    /// # Errors
    ///
    /// When the text contains a secret or is too long. Nothing changes then.
    pub fn record_entry(&mut self, table: Table, key: &str, text: &str) -> Result<(), Refusal> {
        let text = clean(text)?;
        self.table_mut(table).retain(|(name, _)| name != key);
        if let Some(text) = text {
            self.insert_entry(table, key.to_owned(), text);
        }
        Ok(())
    }

    /// Inserts an entry in the order of the keys.
    pub(crate) fn insert_entry(&mut self, table: Table, key: String, text: String) {
        let entries = self.table_mut(table);
        let index = entries.partition_point(|(name, _)| *name < key);
        entries.insert(index, (key, text));
    }
}
