//! Security Hub CSPM: findings in ASFF (consolidated control findings on and off), and the CSV of its console.
//! <https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html>

use super::hint::Hint;
use super::prowler;
use super::reading::Reading;
use super::table::Table;
use crate::base::json::FieldFilter::{self, All, Only};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::content::catalogue::security_hub_findings::FINDINGS_WITHOUT_DETAILS;
use crate::evidence::facts::{Check, CheckResult, Format, Scan, Scanner};
use crate::evidence::{calls, problem};

/// The fields of a finding that are read.
pub(super) const FIELDS: FieldFilter = Only(&[
    ("GeneratorId", All),
    ("Id", All),
    ("ProductArn", All),
    ("RecordState", All),
    ("Region", All),
    ("AwsAccountId", All),
    ("UpdatedAt", All),
    ("LastObservedAt", All),
    ("ProcessedAt", All),
    ("CreatedAt", All),
    ("FirstObservedAt", All),
    ("Workflow", Only(&[("Status", All)])),
    ("Resources", Only(&[("Id", All), ("Region", All)])),
    (
        "Compliance",
        Only(&[("Status", All), ("SecurityControlId", All), ("AssociatedStandards", Only(&[("StandardsId", All)]))]),
    ),
    ("ProductFields", Only(&[("ControlId", All), ("RuleId", All), ("StandardsArn", All), ("StandardsGuideArn", All)])),
]);

/// Whether an object is a finding in ASFF.
pub(super) fn is_finding(value: &Json) -> bool {
    value.get("GeneratorId").is_some()
}

/// Whether a value contains findings in ASFF, in any of the supported structures.
pub(super) fn is_json(value: &Json) -> bool {
    parts(value).iter().any(|part| part.findings.first().is_some_and(is_finding))
}

/// Findings in a value.
struct Part<'a> {
    findings: &'a [Json],
    /// Whether there are more findings elsewhere.
    is_partial: bool,
}

/// The findings in `{"Findings": […]}`, in a list, or a single one. Findings that EventBridge or another program passed
/// on are partial.
fn parts(value: &Json) -> Vec<Part<'_>> {
    let whole = |findings| vec![Part { findings, is_partial: !value.words("NextToken").is_empty() }];
    let lacks_findings =
        |event: &Json| event.get("detail").map(|detail| detail.items("findings")).unwrap_or_default().is_empty();
    match value {
        Json::List(items) if items.first().is_some_and(|first| !lacks_findings(first)) => {
            let events = items.iter().filter_map(|event| event.get("detail"));
            events.map(|detail| Part { findings: detail.items("findings"), is_partial: true }).collect()
        }
        Json::List(items) => whole(items),
        _ if is_finding(value) => whole(std::slice::from_ref(value)),
        _ if !lacks_findings(value) => {
            let findings = value.get("detail").map(|detail| detail.items("findings")).unwrap_or_default();
            vec![Part { findings, is_partial: true }]
        }
        _ if value.get("findings").is_some() => vec![Part { findings: value.items("findings"), is_partial: true }],
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => {
            whole(value.items("Findings"))
        }
    }
}

/// Reads findings; one of `hints` is the command that printed them, if known.
pub(super) fn read(reading: &mut Reading<'_>, value: &Json, hints: &[Hint]) {
    let hint = hints.iter().find(|hint| hint.call == Some("securityhub get-findings"));
    let narrowed_by = hint.and_then(narrowed_by);
    let is_of_some_controls =
        hint.is_some_and(|hint| filters(hint).is_some_and(|filters| filters.get(BY_CONTROL).is_some()));
    let parts = parts(value);
    let is_partial = parts.iter().any(|part| part.is_partial);
    let is_prowler = |finding: &Json| finding.words("GeneratorId").starts_with("prowler-");
    // Archived findings are about a deleted resource or an earlier run.
    let all = parts.iter().flat_map(|part| part.findings);
    let current = all.filter(|finding| finding.words("RecordState") != "ARCHIVED");
    let (from_prowler, from_security_hub): (Vec<&Json>, Vec<&Json>) = current.partition(|finding| is_prowler(finding));
    if !from_prowler.is_empty() {
        prowler::read_asff(reading, &from_prowler, is_partial, narrowed_by.clone());
    }
    let has_unreadable_dates =
        from_security_hub.iter().any(|finding| is_of_a_control(finding) && has_odd_date(finding));
    // The same call returns findings of other products (GuardDuty, Inspector …).
    let of_controls = from_security_hub.into_iter().filter(|finding| is_of_a_control(finding));
    let checks: Vec<Check> = of_controls.filter_map(check).collect();
    if checks.is_empty() && !from_prowler.is_empty() {
        return;
    }
    reading.note(Format::SecurityHub.title());
    let mut origin = reading.origin(Format::SecurityHub);
    origin.collected_at = prowler::newest(&checks).or(origin.collected_at);
    reading.facts.scans.push(Scan {
        origin,
        scanner: Scanner::SecurityHub,
        has_unreadable_dates,
        checks,
        is_partial: is_partial || reading.is_broken,
        narrowed_by,
        is_of_some_controls,
    });
}

const BY_CONTROL: &str = "ComplianceSecurityControlId";

fn filters(hint: &Hint) -> Option<Json> {
    let place = hint.args.iter().position(|arg| arg == "--filters")?;
    Json::parse(hint.args.get(place + 1)?).ok()
}

/// The part of a command that may leave out findings of a control.
fn narrowed_by(hint: &Hint) -> Option<String> {
    /// Filters that return either all findings of a control or none.
    const WHOLE: [&str; 6] =
        [BY_CONTROL, "ComplianceAssociatedStandardsId", "GeneratorId", "ProductArn", "ProductName", "RecordState"];
    const OPTIONS: [&str; 3] = ["--filters", "--query", "--sort-criteria"];
    let value = |option: &str| {
        let place = hint.args.iter().position(|arg| arg == option)?;
        Some(hint.args.get(place + 1).map(String::as_str).unwrap_or_default())
    };
    if let Some(option) = hint.args.iter().find(|arg| arg.starts_with("--") && !OPTIONS.contains(&arg.as_str())) {
        return Some(option.clone());
    }
    if value("--query")
        .is_some_and(|query| ![FINDINGS_WITHOUT_DETAILS, "Findings", "Findings[]", "Findings[*]"].contains(&query))
    {
        return Some("--query".to_owned());
    }
    if value("--filters").is_some() {
        let Some(Json::Object(fields)) = filters(hint) else {
            return Some("--filters".to_owned());
        };
        let is_active = |value: &Json| !value.to_string().contains("ARCHIVED");
        let fits = |(name, value): &&(String, Json)| {
            WHOLE.contains(&name.as_str()) && (name != "RecordState" || is_active(value))
        };
        if let Some((name, _)) = fields.iter().find(|field| !fits(field)) {
            return Some(["--filters ", name].concat());
        }
    }
    hint.changed_by.clone()
}

/// Whether a finding is of a control. The page's check command selects few fields, so `ProductArn` may be absent.
fn is_of_a_control(finding: &Json) -> bool {
    let product = finding.words("ProductArn");
    (product.is_empty() || product.ends_with("product/aws/securityhub")) && finding.get("Compliance").is_some()
}

/// The update times of a finding or, if it has none, its creation times; each is none if it cannot be read.
fn dates(finding: &Json) -> impl Iterator<Item = Option<Timestamp>> {
    const LATEST: [&str; 3] = ["UpdatedAt", "LastObservedAt", "ProcessedAt"];
    const MADE: [&str; 2] = ["CreatedAt", "FirstObservedAt"];
    let has = |names: &[&str]| names.iter().any(|name| finding.get(name).is_some());
    let names = if has(&LATEST) { &LATEST[..] } else { &MADE[..] };
    names.iter().filter_map(|name| finding.get(name)).map(Timestamp::of_json)
}

/// Whether a finding has dates but none of them can be read.
fn has_odd_date(finding: &Json) -> bool {
    let mut dates = dates(finding).peekable();
    dates.peek().is_some() && dates.all(|date| date.is_none())
}

fn check(finding: &Json) -> Option<Check> {
    let compliance = finding.get("Compliance").unwrap_or(&Json::Null);
    let fields = finding.get("ProductFields").unwrap_or(&Json::Null);
    let generator = finding.words("GeneratorId");
    let last = generator.rsplit('/').next().unwrap_or_default();
    let id = [compliance.words("SecurityControlId"), fields.words("ControlId"), fields.words("RuleId"), last];
    let id = id.into_iter().find(|id| !id.is_empty())?.to_owned();
    let standards = compliance.items("AssociatedStandards").iter().map(|standard| standard.words("StandardsId"));
    let old_standards = [fields.words("StandardsArn"), fields.words("StandardsGuideArn")];
    let standards = standards.chain(old_standards).filter(|arn| !arn.is_empty()).map(standard).collect();
    let status = finding.get("Workflow").unwrap_or(&Json::Null).words("Status");
    let resource = finding.items("Resources").first().unwrap_or(&Json::Null).words("Id").to_owned();
    let checked_at = dates(finding).flatten().max();
    Some(Check {
        id,
        result: match compliance.words("Status") {
            "PASSED" => CheckResult::Passed,
            "FAILED" => CheckResult::Failed,
            _ => CheckResult::Unknown,
        },
        is_muted: status == "SUPPRESSED",
        region: region(finding),
        account: Some(finding.words("AwsAccountId").to_owned()).filter(|id| calls::is_account(id)),
        checked_at,
        resource,
        standards,
    })
}

/// The Region of a finding; older findings have it only in their resource or in their ARNs.
fn region(finding: &Json) -> Option<String> {
    let resource = finding.items("Resources").first().unwrap_or(&Json::Null).words("Region");
    let arns = [finding.words("Id"), finding.words("ProductArn")].into_iter().filter_map(calls::region_of);
    let named = [finding.words("Region"), resource].into_iter().filter(|region| calls::is_region(region));
    named.chain(arns).next().map(str::to_owned)
}

/// A standard's name without the part that differs by Region. One of AWS's samples spells FSBP differently.
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

/// Whether a header line is that of the console's list of controls.
pub(super) fn is_csv(header: &str) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| header.contains(name));
    has(FAILED) && has(PASSED) && has(ID)
}

/// Reads the console's list of controls: one page of the table, with the user's filters applied.
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
        // The counts are used because the status text depends on the console's language.
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
            checked_at: None,
            resource: String::new(),
            standards: Vec::new(),
        });
    }
    reading.note(Format::SecurityHubCsv.title());
    let origin = reading.origin(Format::SecurityHubCsv);
    reading.facts.scans.push(Scan {
        origin,
        scanner: Scanner::SecurityHub,
        checks,
        is_partial: true,
        narrowed_by: None,
        is_of_some_controls: false,
        has_unreadable_dates: false,
    });
}
