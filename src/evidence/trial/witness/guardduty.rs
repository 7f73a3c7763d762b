//! Findings of Amazon GuardDuty, on the three paths to EventBridge.
//!
//! Source: "Processing GuardDuty findings with Amazon EventBridge", "Severity levels of GuardDuty findings" (GuardDuty
//! user guide), "Amazon EventBridge event types in Security Hub CSPM" and "EventBridge event format for Security Hub"
//! (Security Hub user guide); read 2026-11-29.

use super::{any, event, object, set};
use crate::base::json::Json;

pub use super::guardduty_types::TYPES;

/// The path on which a finding reaches EventBridge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From GuardDuty itself.
    Direct,
    /// Through Security Hub CSPM, as ASFF.
    SecurityHubCspm,
    /// Through the newer Security Hub, as OCSF.
    SecurityHub,
}

impl Way {
    /// All paths.
    pub const ALL: [Way; 3] = [Way::Direct, Way::SecurityHubCspm, Way::SecurityHub];
}

/// Severities in tenths: 1.0 to 10.0, as documented.
pub const SEVERITIES: std::ops::RangeInclusive<u8> = 10..=100;

/// Any finding of a Region.
#[must_use]
pub fn finding(way: Way, account: Option<&str>, region: &str) -> Json {
    match way {
        Way::Direct => direct(account, region),
        Way::SecurityHubCspm => {
            let list = ("findings", Json::List(vec![asff(account, region)]));
            event("aws.securityhub", "Security Hub Findings - Imported", account, region, object([list]))
        }
        Way::SecurityHub => {
            let list = ("findings", Json::List(vec![ocsf(region)]));
            event("aws.securityhub", "Findings Imported V2", account, region, object([list]))
        }
    }
}

/// Sets a finding's type and severity (in tenths; none means any) and marks it as not archived.
pub fn narrow(finding: &mut Json, way: Way, kind: Option<&str>, tenths: Option<u8>) {
    let kind = kind.map_or_else(any, Json::from);
    let severity = tenths.map_or_else(any, |tenths| Json::Number(f64::from(tenths) / 10.0));
    let band = tenths.map(|tenths| match tenths {
        0..40 => 0,
        40..70 => 1,
        70..90 => 2,
        90.. => 3,
    });
    let word = |words: [&str; 4]| {
        let word = band.and_then(|band: usize| words.get(band).copied());
        word.map_or_else(any, Json::from)
    };
    match way {
        Way::Direct => {
            set(finding, &["detail", "type"], kind);
            set(finding, &["detail", "severity"], severity);
            set(finding, &["detail", "service", "archived"], Json::Bool(false));
        }
        Way::SecurityHubCspm => {
            let at = |field| ["detail", "findings", "0", "Severity", field];
            set(finding, &at("Label"), word(["LOW", "MEDIUM", "HIGH", "CRITICAL"]));
            set(finding, &at("Product"), severity);
        }
        Way::SecurityHub => {
            let at = |field| ["detail", "findings", "0", field];
            set(finding, &at("severity"), word(["Low", "Medium", "High", "Critical"]));
            set(finding, &at("severity_id"), band.map_or_else(any, |band| Json::from(band + 2)));
            set(finding, &["detail", "findings", "0", "finding_info", "types"], Json::List(vec![kind]));
        }
    }
}

/// Marks a finding as archived manually; GuardDuty sends it again when it recurs. Findings that a suppression rule
/// archives are not sent at all, and neither kind is sent to Security Hub.
pub fn archive(finding: &mut Json) {
    set(finding, &["detail", "service", "archived"], Json::Bool(true));
}

fn direct(account: Option<&str>, region: &str) -> Json {
    let service = object([
        ("serviceName", Json::from("guardduty")),
        ("detectorId", any()),
        ("archived", any()),
        ("count", any()),
        ("eventFirstSeen", any()),
        ("eventLastSeen", any()),
        // Only sample findings have the field `sample`.
        ("additionalInfo", object([("sample", Json::Null)])),
    ]);
    let detail = object([
        ("schemaVersion", Json::from("2.0")),
        ("accountId", account.map_or_else(any, Json::from)),
        ("region", any()),
        ("partition", any()),
        ("id", any()),
        ("arn", any()),
        ("type", any()),
        ("resource", object([("resourceType", any())])),
        ("service", service),
        ("severity", any()),
        ("createdAt", any()),
        ("updatedAt", any()),
        ("title", any()),
        ("description", any()),
    ]);
    let mut event = event("aws.guardduty", "GuardDuty Finding", account, region, detail);
    if let Json::Object(fields) = &mut event {
        fields.push(("resources".to_owned(), Json::List(Vec::new())));
    }
    event
}

/// A new finding in ASFF; its workflow status is `NEW`.
fn asff(account: Option<&str>, region: &str) -> Json {
    object([
        ("SchemaVersion", Json::from("2018-10-08")),
        ("Id", any()),
        ("ProductArn", Json::from(format!("arn:aws:securityhub:{region}::product/aws/guardduty"))),
        ("ProductName", Json::from("GuardDuty")),
        ("CompanyName", Json::from("Amazon")),
        ("Region", Json::from(region)),
        ("GeneratorId", any()),
        ("AwsAccountId", account.map_or_else(any, Json::from)),
        ("Types", any()),
        ("FirstObservedAt", any()),
        ("LastObservedAt", any()),
        ("CreatedAt", any()),
        ("UpdatedAt", any()),
        ("Severity", object([("Label", any()), ("Product", any()), ("Normalized", any())])),
        ("Title", any()),
        ("Description", any()),
        ("Resources", any()),
        ("Compliance", Json::Null),
        ("RecordState", Json::from("ACTIVE")),
        ("Workflow", object([("Status", Json::from("NEW"))])),
        ("WorkflowState", Json::from("NEW")),
    ])
}

fn ocsf(region: &str) -> Json {
    let product = object([
        ("name", Json::from("GuardDuty")),
        ("uid", Json::from(format!("arn:aws:securityhub:{region}::productv2/aws/guardduty"))),
        ("vendor_name", Json::from("AWS")),
    ]);
    object([
        ("class_uid", Json::from(2004)),
        ("class_name", Json::from("Detection Finding")),
        ("category_uid", Json::from(2)),
        ("severity", any()),
        ("severity_id", any()),
        ("status", Json::from("New")),
        ("status_id", Json::from(1)),
        ("compliance", Json::Null),
        ("metadata", object([("product", product)])),
        ("finding_info", object([("types", any()), ("title", any()), ("uid", any())])),
    ])
}
