//! A credential report, column by column.

use super::origin::Origin;
use crate::base::time::Timestamp;

/// A credential report.
#[derive(Clone, Debug)]
pub struct CredentialReport {
    /// Where it was read.
    pub origin: Origin,
    /// The account, twelve digits; none if no row names it.
    pub account: Option<String>,
    /// The row `<root_account>`.
    pub root: Option<CredentialRow>,
    /// All other rows: IAM users.
    pub users: Vec<CredentialRow>,
    /// Whether the file contains several reports of the account.
    pub is_mixed: bool,
    /// The first damaged line, counted from 1: it has fewer cells than the header, or cells of a second row.
    pub cut_at_line: Option<u64>,
}

/// One row of a credential report. `None` is a cell that is neither true nor false.
#[derive(Clone, Debug, Default)]
pub struct CredentialRow {
    /// Column `user`.
    pub user: String,
    /// Column `user_creation_time`.
    pub created: When,
    /// Column `password_enabled`; `not_supported` (old reports, for root) is none.
    pub password_enabled: Option<bool>,
    /// Column `password_last_used`.
    pub password_last_used: When,
    /// Column `password_last_changed`.
    pub password_last_changed: When,
    /// Column `mfa_active`.
    pub mfa_active: Option<bool>,
    /// Columns `access_key_1_…` and `access_key_2_…`.
    pub keys: [CredentialKey; 2],
    /// Whether `additional_credentials_info` lists credentials that the columns do not show.
    pub has_more: bool,
}

/// An access key of a credential report.
#[derive(Clone, Copy, Debug, Default)]
pub struct CredentialKey {
    /// Column `…_active`.
    pub active: Option<bool>,
    /// Column `…_last_rotated`.
    pub last_rotated: When,
    /// Column `…_last_used_date`.
    pub last_used: When,
}

/// A cell of the credential report that holds a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// `N/A`, `no_information`, `not_supported`: no such credential, or never used.
    #[default]
    Never,
    /// A date.
    At(Timestamp),
    /// Something else, or no such column.
    Unreadable,
}
