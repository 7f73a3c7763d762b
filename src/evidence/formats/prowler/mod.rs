//! Results of Prowler 3, 4 and 5: CSV, JSON-OCSF, JSON-ASFF, the JSON of version 3, and the CSV of a compliance
//! framework. <https://docs.prowler.com/user-guide/cli/tutorials/reporting>

mod csv;
mod ocsf;

pub(super) use csv::{is_csv, read_csv};
pub(super) use ocsf::{OCSF_FIELDS, is_ocsf, read_ocsf};

use super::Reading;
use crate::evidence::calls;
use crate::evidence::facts::{Check, CheckResult, Format, Scan, Scanner};
use crate::evidence::problem;
use crate::json::Json;
use crate::time::Timestamp;

/// Whether an object is a result in the JSON of version 3.
pub(super) fn is_native(value: &Json) -> bool {
    value.get("CheckID").is_some() && value.get("FindingUniqueId").is_some()
}

/// Reads the JSON of version 3: a list of results, or one.
pub(super) fn read_native(reading: &mut Reading<'_>, value: &Json) {
    let items = if let Json::List(items) = value { items.as_slice() } else { std::slice::from_ref(value) };
    let times: Vec<String> = items.iter().map(time).collect();
    let rows = items.iter().zip(&times).map(|(item, time)| Row {
        provider: item.words("Provider"),
        id: item.words("CheckID"),
        status: item.words("Status"),
        is_muted: false,
        region: item.words("Region"),
        account: item.words("AccountId"),
        resource: first_of(item.words("ResourceArn"), item.words("ResourceId")),
        at: time,
    });
    let (mut checks, mut others) = (Vec::new(), Others::default());
    for row in rows {
        others.keep(row, &mut checks);
    }
    add(reading, checks, false, &others);
}

/// When a result of version 3 was made, as a text.
fn time(item: &Json) -> String {
    match item.get("AssessmentStartTime") {
        Some(Json::Text(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

/// Reads findings in ASFF that Prowler wrote.
pub(super) fn read_asff(reading: &mut Reading<'_>, findings: &[&Json], is_partial: bool, narrowed_by: Option<String>) {
    let mut checks = Vec::new();
    for finding in findings {
        let status = match finding.get("Compliance").unwrap_or(&Json::Null).words("Status") {
            "PASSED" => "PASS",
            "FAILED" => "FAIL",
            // Muted: version 4.0 has its own word for it.
            "WARNING" | "MUTED" => "WARNING",
            _ => "MANUAL",
        };
        let workflow = finding.get("Workflow").unwrap_or(&Json::Null).words("Status");
        let resource = finding.items("Resources").first().unwrap_or(&Json::Null);
        checks.push(check(Row {
            provider: "aws",
            id: finding.words("GeneratorId").trim_start_matches("prowler-"),
            status,
            is_muted: workflow == "SUPPRESSED",
            region: first_of(finding.words("Region"), resource.words("Region")),
            account: finding.words("AwsAccountId"),
            resource: resource.words("Id"),
            at: first_of(finding.words("UpdatedAt"), finding.words("CreatedAt")),
        }));
    }
    let has_odd_dates = findings.iter().any(|finding| is_odd(finding.words("UpdatedAt")));
    let others = Others { provider: None, has_odd_dates };
    add(reading, checks, is_partial, &others);
    if let (Some(by), Some(scan)) = (narrowed_by, reading.facts.scans.last_mut()) {
        scan.narrowed_by = Some(by);
    }
}

/// Whether a date stands there that cannot be read.
fn is_odd(text: &str) -> bool {
    !text.is_empty() && Timestamp::parse_loosely(text).is_none()
}

/// One result, in whatever form it came.
struct Row<'a> {
    provider: &'a str,
    id: &'a str,
    status: &'a str,
    is_muted: bool,
    region: &'a str,
    account: &'a str,
    resource: &'a str,
    /// When it was checked, as it stands there; empty where nothing does.
    at: &'a str,
}

fn first_of<'a>(one: &'a str, other: &'a str) -> &'a str {
    if one.is_empty() { other } else { one }
}

/// What is told of the rows beside the checks in them.
#[derive(Default)]
struct Others {
    /// A cloud that is not AWS.
    provider: Option<String>,
    has_odd_dates: bool,
}

impl Others {
    fn keep(&mut self, row: Row<'_>, checks: &mut Vec<Check>) {
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

fn check(row: Row<'_>) -> Check {
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

fn add(reading: &mut Reading<'_>, checks: Vec<Check>, is_partial: bool, others: &Others) {
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
pub(super) fn newest(checks: &[Check]) -> Option<Timestamp> {
    checks.iter().filter_map(|check| check.checked_at).max()
}
