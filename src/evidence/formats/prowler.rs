//! Prowler 4 and 5: CSV, JSON-OCSF, and JSON-ASFF.
//! <https://docs.prowler.com/user-guide/cli/tutorials/reporting>

use super::Reading;
use super::sieve::Keep::{self, All, Only};
use super::table::Table;
use crate::evidence::calls;
use crate::evidence::facts::{Check, CheckResult, Format, Scan, Scanner};
use crate::evidence::problem;
use crate::json::Json;
use crate::secrets;

/// Whether a text begins like Prowler's CSV; a spreadsheet may have changed the delimiter.
pub(super) fn is_csv(header: &str) -> bool {
    ["CHECK_ID", "STATUS", "FINDING_UID"].into_iter().all(|name| header.contains(name))
}

/// Reads the CSV.
pub(super) fn read_csv(reading: &mut Reading<'_>, text: &str) {
    let table = Table::read(text);
    let column = |name: &str| table.column(&[name]);
    let [id, status, muted, region, account, resource, name, provider] = [
        column("CHECK_ID"),
        column("STATUS"),
        column("MUTED"),
        column("REGION"),
        column("ACCOUNT_UID"),
        column("RESOURCE_UID"),
        column("RESOURCE_NAME"),
        column("PROVIDER"),
    ];
    let mut checks = Vec::new();
    let mut is_partial = false;
    for row in table.rows() {
        if row.len() < table.width() {
            reading.problems.push(problem::cut_row(reading.file, row.line, row.len(), table.width()));
            is_partial = true;
            continue;
        }
        let cell = |column| row.cell(column).unwrap_or_default();
        if !matches!(cell(provider), "aws" | "") {
            continue;
        }
        let named = Some(cell(resource)).filter(|uid| !uid.is_empty()).unwrap_or(cell(name));
        checks.push(check(
            cell(id),
            cell(status),
            cell(muted).eq_ignore_ascii_case("true"),
            cell(region),
            cell(account),
            named,
        ));
    }
    add(reading, checks, is_partial);
}

/// What is read of a Detection Finding.
pub(super) const OCSF_FIELDS: Keep = Only(&[
    ("metadata", Only(&[("event_code", All)])),
    ("cloud", Only(&[("provider", All), ("region", All), ("account", Only(&[("uid", All)]))])),
    ("resources", Only(&[("region", All), ("uid", All), ("name", All)])),
    ("status", All),
    ("status_code", All),
]);

/// Reads JSON-OCSF: a list of Detection Findings.
pub(super) fn read_ocsf(reading: &mut Reading<'_>, value: &Json) {
    let null = &Json::Null;
    let Json::List(items) = value else {
        return;
    };
    let checks = items.iter().filter_map(|item| {
        let id = item.get("metadata")?.words("event_code");
        let cloud = item.get("cloud").unwrap_or(null);
        let account = cloud.get("account").unwrap_or(null).words("uid");
        let resource = item.items("resources").first().unwrap_or(null);
        let region = Some(resource.words("region")).filter(|region| !region.is_empty());
        let named = Some(resource.words("uid")).filter(|uid| !uid.is_empty()).unwrap_or(resource.words("name"));
        if id.is_empty() || !matches!(cloud.words("provider"), "aws" | "") {
            return None;
        }
        let is_muted = item.words("status") == "Suppressed";
        let region = region.unwrap_or(cloud.words("region"));
        Some(check(id, item.words("status_code"), is_muted, region, account, named))
    });
    let checks = checks.collect();
    add(reading, checks, false);
}

/// Reads findings in ASFF that Prowler wrote.
pub(super) fn read_asff(reading: &mut Reading<'_>, findings: &[&Json], is_partial: bool) {
    let checks = findings.iter().map(|finding| {
        let id = finding.words("GeneratorId").trim_start_matches("prowler-");
        let status = match finding.get("Compliance").unwrap_or(&Json::Null).words("Status") {
            "PASSED" => "PASS",
            "FAILED" => "FAIL",
            _ => "MANUAL",
        };
        let resource = finding.items("Resources").first().unwrap_or(&Json::Null).words("Id");
        let is_muted = finding.get("Workflow").unwrap_or(&Json::Null).words("Status") == "SUPPRESSED";
        check(id, status, is_muted, finding.words("Region"), finding.words("AwsAccountId"), resource)
    });
    let checks = checks.collect();
    add(reading, checks, is_partial);
}

fn check(id: &str, status: &str, is_muted: bool, region: &str, account: &str, resource: &str) -> Check {
    Check {
        id: id.to_owned(),
        result: match status {
            "PASS" => CheckResult::Passed,
            "FAIL" => CheckResult::Failed,
            _ => CheckResult::Unknown,
        },
        is_muted,
        region: Some(region.to_owned()).filter(|region| calls::is_region(region)),
        account: Some(account).filter(|account| !account.is_empty()).map(secrets::mask),
        resource: resource.to_owned(),
        standards: Vec::new(),
    }
}

fn add(reading: &mut Reading<'_>, checks: Vec<Check>, is_partial: bool) {
    reading.note(Format::Prowler.title());
    let origin = reading.origin(Format::Prowler);
    reading.facts.scans.push(Scan { origin, scanner: Scanner::Prowler, checks, is_partial });
}
