//! Events of AWS Health about a leaked key or abuse.
//!
//! Source: "AWS Health events Amazon EventBridge schema" and "Choosing a Region" of the AWS Health user guide; the
//! codes from `aws/aws-health-tools` and "AWS Health concepts": AWS publishes no complete list. Read 2026-11-29.

use super::{any, event, object};
use crate::base::json::Json;

/// The Region that receives global events.
pub const MAIN: &str = "us-east-1";
/// The Region that receives a copy of each global event.
pub const BACKUP: &str = "us-west-2";

/// A kind of event: `RISK` or `ABUSE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The service that the event names.
    pub service: &'static str,
    detail_type: &'static str,
    /// Known codes, and a made-up one for codes that AWS may add.
    pub codes: &'static [&'static str],
}

/// Both kinds.
pub const KINDS: [Kind; 2] = [
    Kind {
        service: "RISK",
        detail_type: "AWS Health Event",
        codes: &[
            "AWS_RISK_ACCOUNT_CONSOLE_COMPROMISE",
            "AWS_RISK_CREDENTIALS_COMPROMISED",
            "AWS_RISK_CREDENTIALS_COMPROMISE_SUSPECTED",
            "AWS_RISK_CREDENTIALS_EXPOSED",
            "AWS_RISK_CREDENTIALS_EXPOSURE_SUSPECTED",
            "AWS_RISK_IAM_QUARANTINE",
            "AWS_RISK_A_NEW_CODE",
        ],
    },
    Kind {
        service: "ABUSE",
        detail_type: "AWS Health Abuse Event",
        codes: &[
            "AWS_ABUSE_COPYRIGHT_DMCA_REPORT",
            "AWS_ABUSE_DOS_REPORT",
            "AWS_ABUSE_PII_CONTENT_REMOVAL_REPORT",
            "AWS_ABUSE_A_NEW_CODE",
        ],
    },
];

/// The possible states of an event.
pub const STATUSES: [&str; 3] = ["open", "closed", "upcoming"];

/// One event, as a Region receives it.
#[must_use]
pub fn health_event(kind: Kind, code: &str, status: &str, account: Option<&str>, region: &str) -> Json {
    let detail = object([
        ("eventArn", any()),
        ("service", Json::from(kind.service)),
        ("eventTypeCode", Json::from(code)),
        ("eventTypeCategory", Json::from("issue")),
        ("eventScopeCode", Json::from("ACCOUNT_SPECIFIC")),
        ("communicationId", any()),
        ("startTime", any()),
        ("lastUpdatedTime", any()),
        ("statusCode", Json::from(status)),
        ("eventRegion", any()),
        ("eventDescription", any()),
        ("page", Json::from("1")),
        ("totalPages", any()),
        ("affectedAccount", account.map_or_else(any, Json::from)),
    ]);
    event("aws.health", kind.detail_type, account, region, detail)
}
