//! CIS AWS Foundations Benchmark v6.0.

use super::framework::Framework;

pub(super) const FRAMEWORK: Framework = Framework {
    field: "cis_v6",
    title: "CIS v6.0",
    url: "https://www.cisecurity.org/benchmark/amazon_web_services",
    rows: &[
        ("contact-info-current", &["2.1"]),
        ("contact-security-alternate", &["2.2"]),
        ("root-signin-alert", &["5.3"]),
        ("ir-runbook-and-support-access", &["2.16"]),
        ("cloudtrail-multi-region", &["4.1"]),
        ("cloudtrail-log-protection", &["4.2"]),
        ("config-recording", &["4.3"]),
        ("securityhub-cspm-enabled", &["5.16"]),
        ("access-analyzer-external", &["2.19"]),
        ("iam-root-mfa", &["2.4", "2.5"]),
        ("iam-root-no-access-key", &["2.3"]),
        ("iam-user-mfa", &["2.9"]),
        ("iam-unused-credentials", &["2.11"]),
        ("iam-access-key-age", &["2.12", "2.13"]),
        ("iam-least-privilege", &["2.14", "2.15"]),
        ("iam-password-policy", &["2.7", "2.8"]),
        ("iam-root-not-used-daily", &["2.6"]),
        ("people-short-lived", &["2.20"]),
        ("s3-account-block-public", &["3.1.4"]),
        ("ec2-no-open-admin-ports", &["6.3", "6.4"]),
        ("ec2-imdsv2", &["6.7"]),
        ("rds-not-public", &["3.2.3"]),
    ],
};
