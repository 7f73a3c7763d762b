//! Results of scanners.

use super::origin::Origin;
use crate::base::time::Timestamp;

/// A scanner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scanner {
    /// Security Hub CSPM.
    SecurityHub,
    /// Prowler.
    Prowler,
}

/// The results of a scanner in one file.
#[derive(Clone, Debug)]
pub struct Scan {
    /// Where it was read.
    pub origin: Origin,
    /// The scanner.
    pub scanner: Scanner,
    /// One row per check and resource.
    pub checks: Vec<Check>,
    /// Whether there are more results elsewhere (`NextToken`; the console's CSV is one page of a table).
    pub is_partial: bool,
    /// What may have left out results of a check: an option of the command that requested them.
    pub narrowed_by: Option<String>,
    /// Whether only some checks were requested; all results of these are included.
    pub is_of_some_controls: bool,
    /// Whether it contains dates that cannot be read, so that its age is unknown.
    pub has_unreadable_dates: bool,
}

/// One check of one resource.
#[derive(Clone, Debug)]
pub struct Check {
    /// The scanner's name for it: `IAM.4`, `iam_root_mfa_enabled`.
    pub id: String,
    /// The result.
    pub result: CheckResult,
    /// Suppressed or muted by a user: it does not count as a failure, but proves nothing either.
    pub is_muted: bool,
    /// The Region.
    pub region: Option<String>,
    /// The account, twelve digits; for other clouds their own name for it.
    pub account: Option<String>,
    /// When it was checked, if this result states it.
    pub checked_at: Option<Timestamp>,
    /// The checked resource, an ARN or a name; empty if not stated.
    pub resource: String,
    /// The standards that include it: `aws-foundational-security-best-practices/v/1.0.0`. Security Hub only.
    pub standards: Vec<String>,
}

/// The result of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckResult {
    /// The resource is compliant.
    Passed,
    /// The resource is not compliant.
    Failed,
    /// `WARNING`, `NOT_AVAILABLE`, `MANUAL`: not determined.
    Unknown,
}
