//! A control of Security Hub CSPM that has failed.
//!
//! Source: "EventBridge event formats for Security Hub CSPM" and "Required top-level ASFF attributes" of its user
//! guide, read 2026-11-29.

use super::{any, event, object};
use crate::base::json::Json;

/// The event of a failed control.
#[must_use]
pub fn failed_control(account: Option<&str>, region: &str) -> Json {
    let finding = object([
        ("SchemaVersion", Json::from("2018-10-08")),
        ("Id", any()),
        ("ProductArn", Json::from(format!("arn:aws:securityhub:{region}::product/aws/securityhub"))),
        ("ProductName", Json::from("Security Hub")),
        ("CompanyName", Json::from("AWS")),
        ("Region", Json::from(region)),
        ("AwsAccountId", account.map_or_else(any, Json::from)),
        ("Severity", object([("Label", Json::from("CRITICAL")), ("Normalized", Json::Number(90.0))])),
        ("Title", any()),
        ("Description", any()),
        ("Compliance", object([("Status", Json::from("FAILED")), ("SecurityControlId", Json::from("IAM.6"))])),
        ("RecordState", Json::from("ACTIVE")),
        ("Workflow", object([("Status", Json::from("NEW"))])),
    ]);
    let detail = object([("findings", Json::List(vec![finding]))]);
    event("aws.securityhub", "Security Hub Findings - Imported", account, region, detail)
}
