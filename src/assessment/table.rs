//! What a person leaves beside the answers: quiz, incident runbook, response team. Small tables of text.
//!
//! Their entries carry no dates of their own. So within one browser the stored copy is the newest one (every tab takes
//! it over before it changes anything), and a file from elsewhere only adds what is missing.

use super::answer::clean;
use super::{Profile, Refusal};

/// Keys and texts, each key once, in the order of the keys.
pub type Entries = Vec<(String, String)>;

/// One of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Question of the quiz: the option that was chosen.
    Quiz,
    /// Step of the incident runbook: when it was done, RFC 3339.
    Runbook,
    /// Step of the incident runbook: what was seen and done.
    RunbookNotes,
    /// Field of the response-team sheet: what stands there.
    ResponseTeam,
}

impl Table {
    /// All of them.
    pub const ALL: [Table; 4] = [Table::Quiz, Table::Runbook, Table::RunbookNotes, Table::ResponseTeam];

    /// The field of a profile in the progress file.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Table::Quiz => "quiz",
            Table::Runbook => "runbook",
            Table::RunbookNotes => "runbook_notes",
            Table::ResponseTeam => "response_team",
        }
    }
}

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
