//! What scanners found.

use super::origin::Origin;
use crate::base::time::Timestamp;

/// Who checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scanner {
    /// Security Hub CSPM.
    SecurityHub,
    /// Prowler.
    Prowler,
}

/// A scanner's result: one file.
#[derive(Clone, Debug)]
pub struct Scan {
    /// Where it was read.
    pub origin: Origin,
    /// Who checked.
    pub scanner: Scanner,
    /// One row per check and resource.
    pub checks: Vec<Check>,
    /// Whether there is more of it elsewhere (`NextToken`; the console's CSV is one page of a table).
    pub is_partial: bool,
    /// What left results of a check out: an option of the command that asked for them.
    pub narrowed_by: Option<String>,
    /// Whether it was asked for some checks only: of these, all results are there.
    pub is_of_some_controls: bool,
    /// Whether dates in it cannot be read: nobody knows how old it is.
    pub has_odd_dates: bool,
}

/// One check of one resource.
#[derive(Clone, Debug)]
pub struct Check {
    /// The scanner's name for it: `IAM.4`, `iam_root_mfa_enabled`.
    pub id: String,
    /// What came of it.
    pub result: CheckResult,
    /// Suppressed or muted by somebody: it does not count, but it proves nothing either.
    pub is_muted: bool,
    /// Where.
    pub region: Option<String>,
    /// The account, twelve digits; for other clouds whatever names it.
    pub account: Option<String>,
    /// When it was checked, where the result says it for itself.
    pub checked_at: Option<Timestamp>,
    /// What was checked: an ARN or a name; empty where it does not say.
    pub resource: String,
    /// The standards that it counts for: `aws-foundational-security-best-practices/v/1.0.0`. Security Hub only.
    pub standards: Vec<String>,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckResult {
    /// In order.
    Passed,
    /// Not in order.
    Failed,
    /// `WARNING`, `NOT_AVAILABLE`, `MANUAL`: it could not tell.
    Unknown,
}
