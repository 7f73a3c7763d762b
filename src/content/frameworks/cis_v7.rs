//! CIS AWS Foundations Benchmark v7.0.

use super::framework::Framework;

pub(super) const FRAMEWORK: Framework = Framework {
    field: "cis_v7",
    title: "CIS v7.0",
    url: "https://www.cisecurity.org/benchmark/amazon_web_services",
    rows: &[
        ("contact-info-current", &["2.2"]),
        ("contact-security-alternate", &["2.3"]),
        ("root-signin-alert", &["5.3"]),
        ("ir-runbook-and-support-access", &["2.15"]),
        ("cloudtrail-multi-region", &["4.1"]),
        ("cloudtrail-log-protection", &["4.2"]),
        ("config-recording", &["4.3"]),
        ("securityhub-cspm-enabled", &["5.16"]),
        ("access-analyzer-external", &["2.18"]),
        ("iam-root-mfa", &["2.5", "2.6"]),
        ("iam-root-no-access-key", &["2.4"]),
        ("iam-user-mfa", &["2.10"]),
        ("iam-unused-credentials", &["2.11"]),
        ("iam-access-key-age", &["2.12"]),
        ("iam-least-privilege", &["2.13", "2.14"]),
        ("iam-password-policy", &["2.8", "2.9"]),
        ("iam-root-not-used-daily", &["2.7"]),
        ("people-short-lived", &["2.19"]),
        ("s3-account-block-public", &["3.1.4"]),
        ("ec2-no-open-admin-ports", &["6.3", "6.4"]),
        ("ec2-imdsv2", &["6.7"]),
        ("rds-not-public", &["3.2.3"]),
    ],
};
