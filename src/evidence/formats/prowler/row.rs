//! Converts one result of Prowler, from any of its formats, to a check.

use crate::base::time::Timestamp;
use crate::evidence::facts::{Check, CheckResult, Format, Scan, Scanner};
use crate::evidence::formats::reading::Reading;
use crate::evidence::{calls, problem};

/// Whether a text is a date that cannot be read; an empty text is no date.
pub(super) fn is_odd(text: &str) -> bool {
    !text.is_empty() && Timestamp::parse_loosely(text).is_none()
}

/// One result, from any of the formats.
pub(super) struct Row<'a> {
    pub(super) provider: &'a str,
    pub(super) id: &'a str,
    pub(super) status: &'a str,
    pub(super) is_muted: bool,
    pub(super) region: &'a str,
    pub(super) account: &'a str,
    pub(super) resource: &'a str,
    /// The time of the check as written; empty if there is none.
    pub(super) at: &'a str,
}

pub(super) fn first_of<'a>(one: &'a str, other: &'a str) -> &'a str {
    if one.is_empty() { other } else { one }
}

/// What is reported about the rows in addition to their checks.
#[derive(Default)]
pub(super) struct Others {
    /// A cloud that is not AWS.
    pub(super) provider: Option<String>,
    pub(super) has_unreadable_dates: bool,
}

impl Others {
    pub(super) fn keep(&mut self, row: Row<'_>, checks: &mut Vec<Check>) {
        // Skip manual checks, which the CSV of a framework contains, and the second header of joined files.
        if matches!(row.id, "" | "manual" | "manual_check" | "CHECK_ID" | "CHECKID") {
            return;
        }
        self.has_unreadable_dates |= is_odd(row.at);
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
            // Version 3 and ASFF report a muted result as a warning.
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
        has_unreadable_dates: others.has_unreadable_dates,
    });
}

/// The newest date of the checks; it counts as the collection time.
pub(in crate::evidence::formats) fn newest(checks: &[Check]) -> Option<Timestamp> {
    checks.iter().filter_map(|check| check.checked_at).max()
}
