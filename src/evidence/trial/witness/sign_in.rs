//! Sign-ins of the root user to the console, as CloudTrail records them.
//!
//! Source: "AWS Management Console sign-in events" of the CloudTrail user guide, read 2026-11-29.

use super::{any, event, object};
use crate::base::json::Json;
use crate::evidence::trial::event::ANY;

/// One variant of a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Whether the password was correct.
    pub succeeds: bool,
    /// Whether MFA was used.
    pub with_mfa: bool,
}

/// All variants.
pub const SIGN_INS: [SignIn; 4] = [
    SignIn { succeeds: true, with_mfa: false },
    SignIn { succeeds: true, with_mfa: true },
    SignIn { succeeds: false, with_mfa: false },
    SignIn { succeeds: false, with_mfa: true },
];

/// The event that EventBridge receives.
#[must_use]
pub fn sign_in_event(sign_in: SignIn, account: Option<&str>, region: &str) -> Json {
    event("aws.signin", "AWS Console Sign In via CloudTrail", account, region, record(sign_in, account, region))
}

/// The record that CloudTrail writes into a log group.
#[must_use]
pub fn record(sign_in: SignIn, account: Option<&str>, region: &str) -> Json {
    let known = |text: Option<String>| text.map_or_else(any, Json::from);
    let yes_or_no = |value: bool| Json::from(if value { "Yes" } else { "No" });
    let identity = object([
        ("type", Json::from("Root")),
        ("principalId", known(account.map(str::to_owned))),
        ("arn", known(account.map(|account| format!("arn:aws:iam::{account}:root")))),
        ("accountId", known(account.map(str::to_owned))),
        ("invokedBy", Json::Null),
    ]);
    let (result, error) =
        if sign_in.succeeds { ("Success", Json::Null) } else { ("Failure", Json::from("Failed authentication")) };
    object([
        ("eventVersion", any()),
        ("userIdentity", identity),
        ("eventTime", any()),
        ("eventSource", Json::from("signin.amazonaws.com")),
        ("eventName", Json::from("ConsoleLogin")),
        ("awsRegion", Json::from(region)),
        ("sourceIPAddress", any()),
        ("userAgent", any()),
        ("errorCode", Json::Null),
        ("errorMessage", error),
        ("responseElements", object([("ConsoleLogin", Json::from(result))])),
        (
            "additionalEventData",
            object([("LoginTo", any()), ("MobileVersion", any()), ("MFAUsed", yes_or_no(sign_in.with_mfa))]),
        ),
        ("eventID", any()),
        ("readOnly", Json::Bool(false)),
        ("eventType", Json::from("AwsConsoleSignIn")),
        ("managementEvent", Json::Bool(true)),
        ("recipientAccountId", known(account.map(str::to_owned))),
        ("eventCategory", Json::from("Management")),
    ])
}

/// An ordinary record: a program reads something. A filter that matches it raises the alarm all the time.
#[must_use]
pub fn everyday_record(account: Option<&str>) -> Json {
    let account = account.unwrap_or("000000000000");
    let identity = object([
        ("type", Json::from("AssumedRole")),
        ("principalId", any()),
        ("arn", Json::from(format!("arn:aws:sts::{account}:assumed-role/app/session"))),
        ("accountId", Json::from(account)),
        ("accessKeyId", any()),
        ("sessionContext", any()),
        ("invokedBy", Json::Null),
    ]);
    object([
        ("eventVersion", any()),
        ("userIdentity", identity),
        ("eventTime", any()),
        ("eventSource", Json::from("ec2.amazonaws.com")),
        ("eventName", Json::from("DescribeInstances")),
        ("awsRegion", Json::from(ANY)),
        ("sourceIPAddress", any()),
        ("userAgent", any()),
        ("errorCode", Json::Null),
        ("errorMessage", Json::Null),
        ("responseElements", Json::Null),
        ("additionalEventData", Json::Null),
        ("eventID", any()),
        ("readOnly", Json::Bool(true)),
        ("eventType", Json::from("AwsApiCall")),
        ("managementEvent", Json::Bool(true)),
        ("recipientAccountId", any()),
        ("eventCategory", Json::from("Management")),
    ])
}
