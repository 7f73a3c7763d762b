//! Small tables of text beside the answers: quiz, incident runbook, response team.
//!
//! Their entries have no dates. So within one browser the stored copy counts as the newest (every tab takes it over
//! before it changes anything), and an imported file only adds what is missing.

/// Keys and texts, each key once, in the order of the keys.
pub type Entries = Vec<(String, String)>;

/// One of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// By question of the quiz: the chosen option.
    Quiz,
    /// By step of the incident runbook: when it was done, RFC 3339.
    Runbook,
    /// By step of the incident runbook: what was seen and done.
    RunbookNotes,
    /// By field of the response-team sheet: its content.
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
