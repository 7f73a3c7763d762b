//! Results of Prowler 3, 4 and 5: CSV, JSON-OCSF, JSON-ASFF, the JSON of version 3, and the CSV of a compliance
//! framework. <https://docs.prowler.com/user-guide/cli/tutorials/reporting>

mod csv;
mod ocsf;
mod row;

pub(super) use csv::{is_csv, read_csv};
pub(super) use ocsf::{OCSF_FIELDS, is_ocsf, read_ocsf};
pub(super) use row::newest;

use super::reading::Reading;
use crate::base::json::Json;
use row::{Others, Row, add, check, first_of, is_odd};

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

/// The time of a result of version 3, as a text.
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
            // Muted; version 4.0 uses `MUTED`.
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
    let has_unreadable_dates = findings.iter().any(|finding| is_odd(finding.words("UpdatedAt")));
    let others = Others { provider: None, has_unreadable_dates };
    add(reading, checks, is_partial, &others);
    if let (Some(by), Some(scan)) = (narrowed_by, reading.facts.scans.last_mut()) {
        scan.narrowed_by = Some(by);
    }
}
