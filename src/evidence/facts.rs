//! The normalised picture of an account: what the formats read and the rules look at.
//!
//! **Invariant:** no raw text and no whole account id; only what a rule needs.

use crate::i18n::Text;
use crate::time::Timestamp;
use serde::Serialize;

/// A format that evidence comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// The IAM credential report, as CSV or inside the JSON of `get-credential-report`.
    CredentialReport,
    /// The JSON of `iam get-account-summary`.
    AccountSummary,
}

impl Format {
    /// The name in progress files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Format::CredentialReport => "credential-report",
            Format::AccountSummary => "account-summary",
        }
    }

    /// The name on the page.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Format::CredentialReport => Text { ja: "認証情報レポート", en: "Credential report" },
            Format::AccountSummary => Text { ja: "アカウントの概要", en: "Account summary" },
        }
    }

    /// The format with this name, for answers that were stored with it.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Format> {
        [Format::CredentialReport, Format::AccountSummary].into_iter().find(|format| format.id() == id)
    }
}

/// Where a fact was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The file's name.
    pub file: String,
    /// What it was.
    pub format: Format,
    /// When AWS collected it; none when the file does not say.
    pub collected_at: Option<Timestamp>,
}

/// Everything that was read so far.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Credential reports, in the order they came.
    pub credential_reports: Vec<CredentialReport>,
    /// Account summaries, in the order they came.
    pub account_summaries: Vec<AccountSummary>,
}

/// A credential report.
#[derive(Clone, Debug)]
pub struct CredentialReport {
    /// Where it was read.
    pub origin: Origin,
    /// The account, masked; none when no row names it.
    pub account: Option<String>,
    /// The row `<root_account>`.
    pub root: Option<RootRow>,
    /// How many rows are IAM users.
    pub users: u64,
    /// Whether it holds several reports or accounts, one behind the other.
    pub is_mixed: bool,
    /// The first line that has fewer cells than the header, counted from 1: the file was cut off there.
    pub cut_at_line: Option<u64>,
}

/// What the root user's row says. `None` is a cell that says neither true nor false.
#[derive(Clone, Copy, Debug)]
pub struct RootRow {
    /// Column `mfa_active`.
    pub mfa_active: Option<bool>,
    /// Column `password_enabled`.
    pub password_enabled: Option<bool>,
    /// Whether either access key is active.
    pub access_key_active: bool,
}

/// The fields of `SummaryMap` that rules look at; `None` where the output has none.
#[derive(Clone, Debug)]
pub struct AccountSummary {
    /// Where it was read.
    pub origin: Origin,
    /// `AccountMFAEnabled`.
    pub root_mfa: Option<bool>,
    /// `AccountPasswordPresent`.
    pub root_password: Option<bool>,
    /// `AccountAccessKeysPresent`.
    pub root_access_keys: Option<bool>,
    /// `Users`.
    pub users: Option<u64>,
}
