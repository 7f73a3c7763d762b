//! What a person leaves beside the answers: quiz, incident runbook, response team. Small tables of text.
//!
//! Their entries carry no dates of their own. So within one browser the stored copy is the newest one (every tab takes
//! it over before it changes anything), and a file from elsewhere only adds what is missing.

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
