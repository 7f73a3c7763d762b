//! Security Hub CSPM: findings in ASFF (consolidated control findings on and off), and the CSV of its console.
//! <https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html>

use super::sieve::Keep::{self, All, Only};
use super::table::Table;
use super::{Reading, prowler};
use crate::evidence::calls;
use crate::evidence::facts::{Check, CheckResult, Format, Scan, Scanner};
use crate::evidence::problem;
use crate::json::Json;
use crate::secrets;

/// What is read of a finding.
pub(super) const FIELDS: Keep = Only(&[
    ("GeneratorId", All),
    ("ProductArn", All),
    ("RecordState", All),
    ("Region", All),
    ("AwsAccountId", All),
    ("Workflow", Only(&[("Status", All)])),
    ("Resources", Only(&[("Id", All)])),
    (
        "Compliance",
        Only(&[("Status", All), ("SecurityControlId", All), ("AssociatedStandards", Only(&[("StandardsId", All)]))]),
    ),
    ("ProductFields", Only(&[("ControlId", All), ("RuleId", All), ("StandardsArn", All), ("StandardsGuideArn", All)])),
]);

/// Reads findings: `{"Findings": […]}`, a list of them, or one alone.
pub(super) fn read(reading: &mut Reading<'_>, value: &Json) {
    let findings = if let Json::List(items) = value {
        items.as_slice()
    } else if value.get("GeneratorId").is_some() {
        std::slice::from_ref(value)
    } else {
        value.items("Findings")
    };
    let is_prowler = |finding: &Json| finding.words("GeneratorId").starts_with("prowler-");
    let is_partial = !value.words("NextToken").is_empty();
    // What Security Hub has archived tells of a resource that is gone, or of an earlier run.
    let current = findings.iter().filter(|finding| finding.words("RecordState") != "ARCHIVED");
    let (theirs, ours): (Vec<&Json>, Vec<&Json>) = current.partition(|finding| is_prowler(finding));
    if !theirs.is_empty() {
        prowler::read_asff(reading, &theirs, is_partial);
    }
    // Findings of other products (GuardDuty, Inspector …) come through the same call.
    let checks: Vec<Check> = ours.into_iter().filter(|finding| is_of_a_control(finding)).filter_map(check).collect();
    if checks.is_empty() && !theirs.is_empty() {
        return;
    }
    reading.note(Format::SecurityHub.title());
    let origin = reading.origin(Format::SecurityHub);
    reading.facts.scans.push(Scan { origin, scanner: Scanner::SecurityHub, checks, is_partial });
}

/// Our command asks for a few fields only, so that `ProductArn` may be absent.
fn is_of_a_control(finding: &Json) -> bool {
    let product = finding.words("ProductArn");
    (product.is_empty() || product.ends_with("product/aws/securityhub")) && finding.get("Compliance").is_some()
}

fn check(finding: &Json) -> Option<Check> {
    let compliance = finding.get("Compliance").unwrap_or(&Json::Null);
    let fields = finding.get("ProductFields").unwrap_or(&Json::Null);
    let generator = finding.words("GeneratorId");
    let last = generator.rsplit('/').next().unwrap_or_default();
    let id = [compliance.words("SecurityControlId"), fields.words("ControlId"), fields.words("RuleId"), last];
    let id = id.into_iter().find(|id| !id.is_empty())?.to_owned();
    let standards = compliance.items("AssociatedStandards").iter().map(|standard| standard.words("StandardsId"));
    let of_old = [fields.words("StandardsArn"), fields.words("StandardsGuideArn")];
    let standards = standards.chain(of_old).filter(|arn| !arn.is_empty()).map(standard).collect();
    let status = finding.get("Workflow").unwrap_or(&Json::Null).words("Status");
    let resource = finding.items("Resources").first().unwrap_or(&Json::Null).words("Id").to_owned();
    Some(Check {
        id,
        result: match compliance.words("Status") {
            "PASSED" => CheckResult::Passed,
            "FAILED" => CheckResult::Failed,
            _ => CheckResult::Unknown,
        },
        is_muted: status == "SUPPRESSED",
        region: Some(finding.words("Region").to_owned()).filter(|region| calls::is_region(region)),
        account: Some(finding.words("AwsAccountId")).filter(|id| !id.is_empty()).map(secrets::mask),
        resource,
        standards,
    })
}

/// A standard's name without what differs by Region; one of AWS's own samples spells FSBP in another way.
fn standard(arn: &str) -> String {
    let name =
        ["standards/", "ruleset/"].into_iter().find_map(|part| arn.split_once(part)).map_or(arn, |(_, name)| name);
    if name.starts_with("aws-foundation") {
        return "aws-foundational-security-best-practices/v/1.0.0".to_owned();
    }
    name.to_owned()
}

const ID: &[&str] = &["ID", "Control ID", "コントロール ID"];
const FAILED: &[&str] = &["不合格のチェック", "失敗したチェック", "Failed checks"];
const UNKNOWN: &[&str] = &["不明なチェック", "Unknown checks"];
const NOT_AVAILABLE: &[&str] = &["利用不可のチェック", "Not available checks"];
const PASSED: &[&str] = &["合格したチェック", "成功したチェック", "Passed checks"];

/// Whether a text begins like the console's list of controls.
pub(super) fn is_csv(header: &str) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| header.contains(name));
    has(FAILED) && has(PASSED) && has(ID)
}

/// Reads the console's list of controls: one page of the table, as it was filtered.
pub(super) fn read_csv(reading: &mut Reading<'_>, text: &str) {
    let table = Table::read(text);
    let [id, failed, unknown, not_available, passed] =
        [ID, FAILED, UNKNOWN, NOT_AVAILABLE, PASSED].map(|names| table.column(names));
    let mut checks = Vec::new();
    for row in table.rows() {
        if row.len() < table.width() {
            reading.problems.push(problem::cut_row(reading.file, row.line, row.len(), table.width()));
            continue;
        }
        let count = |column| row.cell(column).and_then(|cell| cell.parse::<u64>().ok());
        // The numbers decide: the words for a status are in the console's language.
        let result = match (count(failed), count(unknown), count(not_available), count(passed)) {
            (Some(1..), ..) => CheckResult::Failed,
            (Some(0), Some(0) | None, Some(0) | None, Some(1..)) => CheckResult::Passed,
            (Some(0), Some(0) | None, Some(0) | None, Some(0)) => continue,
            _ => CheckResult::Unknown,
        };
        checks.push(Check {
            id: row.cell(id).unwrap_or_default().to_owned(),
            result,
            is_muted: false,
            region: None,
            account: None,
            resource: String::new(),
            standards: Vec::new(),
        });
    }
    reading.note(Format::SecurityHubCsv.title());
    let origin = reading.origin(Format::SecurityHubCsv);
    reading.facts.scans.push(Scan { origin, scanner: Scanner::SecurityHub, checks, is_partial: true });
}
