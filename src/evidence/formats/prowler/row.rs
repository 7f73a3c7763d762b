//! One result of Prowler, in whatever form it came, as a check.

use crate::base::time::Timestamp;
use crate::evidence::facts::{Check, CheckResult, Format, Scan, Scanner};
use crate::evidence::formats::reading::Reading;
use crate::evidence::{calls, problem};

/// Whether a date stands there that cannot be read.
pub(super) fn is_odd(text: &str) -> bool {
    !text.is_empty() && Timestamp::parse_loosely(text).is_none()
}

/// One result, in whatever form it came.
pub(super) struct Row<'a> {
    pub(super) provider: &'a str,
    pub(super) id: &'a str,
    pub(super) status: &'a str,
    pub(super) is_muted: bool,
    pub(super) region: &'a str,
    pub(super) account: &'a str,
    pub(super) resource: &'a str,
    /// When it was checked, as it stands there; empty where nothing does.
    pub(super) at: &'a str,
}

pub(super) fn first_of<'a>(one: &'a str, other: &'a str) -> &'a str {
    if one.is_empty() { other } else { one }
}

/// What is told of the rows beside the checks in them.
#[derive(Default)]
pub(super) struct Others {
    /// A cloud that is not AWS.
    pub(super) provider: Option<String>,
    pub(super) has_odd_dates: bool,
}

impl Others {
    pub(super) fn keep(&mut self, row: Row<'_>, checks: &mut Vec<Check>) {
        // What only a person can check, which the rows of a framework hold; a second header, where files were joined.
        if matches!(row.id, "" | "manual" | "manual_check" | "CHECK_ID" | "CHECKID") {
            return;
        }
        self.has_odd_dates |= is_odd(row.at);
        if row.provider.is_empty() || row.provider.eq_ignore_ascii_case("aws") {
            checks.push(check(row));
        } else {
            let is_name = row.provider.len() < 20 && row.provider.bytes().all(|byte| byte.is_ascii_alphanumeric());
            self.provider = Some(if is_name { row.provider } else { "?" }.to_owned());
        }
    }
}

pub(super) fn check(row: Row<'_>) -> Check {
    Check {
        id: row.id.to_owned(),
        result: match row.status.to_ascii_uppercase().as_str() {
            "PASS" => CheckResult::Passed,
            // In version 3, and in ASFF, what is muted is a warning.
            "FAIL" | "WARNING" => CheckResult::Failed,
            _ => CheckResult::Unknown,
        },
        is_muted: row.is_muted || row.status.eq_ignore_ascii_case("WARNING"),
        region: Some(row.region.to_owned()).filter(|region| calls::is_region(region)),
        account: Some(row.account.to_owned()).filter(|account| calls::is_account(account)),
        checked_at: Timestamp::parse_loosely(row.at),
        resource: row.resource.to_owned(),
        standards: Vec::new(),
    }
}

pub(super) fn add(reading: &mut Reading<'_>, checks: Vec<Check>, is_partial: bool, others: &Others) {
    if let Some(provider) = &others.provider {
        reading.problems.push(problem::other_cloud(reading.file, provider));
    } else if checks.is_empty() {
        reading.problems.push(problem::no_results(reading.file));
    }
    if checks.is_empty() {
        return;
    }
    reading.note(Format::Prowler.title());
    let mut origin = reading.origin(Format::Prowler);
    origin.collected_at = newest(&checks).or(origin.collected_at);
    reading.facts.scans.push(Scan {
        origin,
        scanner: Scanner::Prowler,
        checks,
        is_partial: is_partial || reading.is_broken,
        narrowed_by: None,
        is_of_some_controls: false,
        has_odd_dates: others.has_odd_dates,
    });
}

/// The newest date in a result counts as the time of its collection.
pub(in crate::evidence::formats) fn newest(checks: &[Check]) -> Option<Timestamp> {
    checks.iter().filter_map(|check| check.checked_at).max()
}
