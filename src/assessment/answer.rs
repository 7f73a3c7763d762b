//! One answer: its status, the source of the status, and what the user wrote.

use crate::base::i18n::{Text, Words};
use crate::base::json::Object;
use crate::base::secrets;
use crate::base::time::{Date, Timestamp};

/// The longest note or reason, in characters.
pub const NOTE_LIMIT: usize = 10_000;

/// Days after which an answer is due for another check.
pub const RECHECK_DAYS: i64 = 90;

/// The status of a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The initial status; nothing is selected in advance.
    Unanswered,
    /// In place.
    Done,
    /// Started, but not in place.
    InProgress,
    /// Not in place.
    NotDone,
    /// "I don't know".
    Unsure,
    /// Does not apply; needs a reason.
    NotApplicable,
    /// Deliberately left open; needs a reason and a review date.
    RiskAccepted,
}

impl Status {
    /// The six statuses that can be chosen, in the order of the keys 1 to 6.
    pub const CHOICES: [Status; 6] = [
        Status::Done,
        Status::InProgress,
        Status::NotDone,
        Status::Unsure,
        Status::NotApplicable,
        Status::RiskAccepted,
    ];

    /// The name in files, links and style sheets.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Status::Unanswered => "unanswered",
            Status::Done => "done",
            Status::InProgress => "in_progress",
            Status::NotDone => "not_done",
            Status::Unsure => "unsure",
            Status::NotApplicable => "not_applicable",
            Status::RiskAccepted => "risk_accepted",
        }
    }

    /// The status with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Status> {
        std::iter::once(Status::Unanswered).chain(Status::CHOICES).find(|status| status.id() == id)
    }

    /// The name on the page.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Status::Unanswered => Text { ja: "未回答", en: "Unanswered" },
            Status::Done => Text { ja: "実施済み", en: "Done" },
            Status::InProgress => Text { ja: "対応中", en: "In progress" },
            Status::NotDone => Text { ja: "未実施", en: "Not done" },
            Status::Unsure => Text { ja: "わからない", en: "I don't know" },
            Status::NotApplicable => Text { ja: "該当しない", en: "Not applicable" },
            Status::RiskAccepted => Text { ja: "リスクを受け入れる", en: "Risk accepted" },
        }
    }

    /// Whether a reason is required.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Status::NotApplicable | Status::RiskAccepted)
    }

    /// Whether there is still something to do. The next step is chosen from these statuses.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Status::Unanswered | Status::InProgress | Status::NotDone | Status::Unsure => true,
            Status::Done | Status::NotApplicable | Status::RiskAccepted => false,
        }
    }
}

/// The source of a status.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// Entered by the user.
    Person,
    /// Judged from evidence and accepted by the user.
    Evidence(Evidence),
}

impl Source {
    /// When the evidence was collected; none without evidence, and when it has no date.
    #[must_use]
    pub fn collected_at(&self) -> Option<Timestamp> {
        match self {
            Source::Evidence(evidence) => evidence.collected_at,
            Source::Person => None,
        }
    }
}

/// The part of evidence that is stored: never its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The format, e.g. `credential-report`.
    pub format: String,
    /// When it was collected; none when the file has no date.
    pub collected_at: Option<Timestamp>,
    /// The verdict's reason in one line.
    pub summary: Words,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// The answer to one control.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The status.
    pub status: Status,
    /// The source of the status.
    pub source: Source,
    /// The last change of anything in this answer.
    pub changed_at: Timestamp,
    /// When the status was set, if another field was changed later.
    pub checked_at: Option<Timestamp>,
    /// The note.
    pub note: Option<String>,
    /// Who is responsible.
    pub owner: Option<String>,
    /// The due date.
    pub due: Option<Date>,
    /// Why it does not apply, or why the risk is accepted.
    pub reason: Option<String>,
    /// When an accepted risk is to be reviewed.
    pub review_by: Option<Date>,
    /// Fields that this version does not know.
    pub extra: Object,
}

impl Answer {
    pub(super) fn unanswered(changed_at: Timestamp) -> Answer {
        Answer {
            status: Status::Unanswered,
            source: Source::Person,
            changed_at,
            checked_at: None,
            note: None,
            owner: None,
            due: None,
            reason: None,
            review_by: None,
            extra: Object::new(),
        }
    }

    /// The evidence behind the status; none if the person entered it.
    #[must_use]
    pub fn evidence(&self) -> Option<&Evidence> {
        match &self.source {
            Source::Person => None,
            Source::Evidence(evidence) => Some(evidence),
        }
    }

    /// When the status was set.
    #[must_use]
    pub fn since(&self) -> Timestamp {
        self.checked_at.unwrap_or(self.changed_at)
    }

    /// As of when the status is known: when its evidence was collected, otherwise when it was set.
    #[must_use]
    pub fn known_at(&self) -> Timestamp {
        self.source.collected_at().unwrap_or_else(|| self.since())
    }

    /// Whether it is due for another check. It keeps its points.
    #[must_use]
    pub fn is_stale(&self, now: Timestamp) -> bool {
        self.status != Status::Unanswered && now.days_since(self.since()) >= RECHECK_DAYS
    }
}

/// A status that is about to be recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The new status.
    pub status: Status,
    /// The source of the status.
    pub source: Source,
    /// The reason: required by `not_applicable` and `risk_accepted`, dropped for the others.
    pub reason: Option<String>,
    /// The review date: required by `risk_accepted`.
    pub review_by: Option<Date>,
}

impl Change {
    /// A status that the user enters, without a reason.
    #[must_use]
    pub const fn by_person(status: Status) -> Change {
        Change { status, source: Source::Person, reason: None, review_by: None }
    }

    pub(super) fn checked(self) -> Result<Change, Refusal> {
        if !self.status.needs_reason() {
            return Ok(Change { reason: None, review_by: None, ..self });
        }
        let reason = clean(&self.reason.unwrap_or_default())?.ok_or(Refusal::ReasonMissing)?;
        if self.status == Status::RiskAccepted && self.review_by.is_none() {
            return Err(Refusal::ReviewDateMissing);
        }
        Ok(Change { reason: Some(reason), ..self })
    }
}

/// Why an input was not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The status needs a reason.
    ReasonMissing,
    /// An accepted risk needs a review date.
    ReviewDateMissing,
    /// The text contains a secret.
    Secret(secrets::Found),
    /// The text is longer than `limit` characters, by `over`.
    TooLong {
        /// The longest text.
        limit: usize,
        /// How many characters are too many.
        over: usize,
    },
}

/// Refuses a text of more than `limit` characters.
pub(super) fn check_length(text: &str, limit: usize) -> Result<(), Refusal> {
    match text.chars().count().saturating_sub(limit) {
        0 => Ok(()),
        over => Err(Refusal::TooLong { limit, over }),
    }
}

/// Prepares a text for storage: masks ids; none when it is blank.
pub(super) fn clean(text: &str) -> Result<Option<String>, Refusal> {
    if let Some(found) = secrets::cut(text).found.first() {
        return Err(Refusal::Secret(*found));
    }
    check_length(text, NOTE_LIMIT)?;
    Ok((!text.trim().is_empty()).then(|| secrets::mask(text)))
}
