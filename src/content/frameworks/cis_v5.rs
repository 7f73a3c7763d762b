//! CIS AWS Foundations Benchmark v5.0.

use super::framework::Framework;

pub(super) const FRAMEWORK: Framework = Framework {
    field: "cis_v5",
    title: "CIS v5.0",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cis-aws-foundations-benchmark.html",
    rows: &[
        ("contact-info-current", &["1.1"]),
        ("contact-security-alternate", &["1.2"]),
        ("root-signin-alert", &["4.3"]),
        ("ir-runbook-and-support-access", &["1.16"]),
        ("cloudtrail-multi-region", &["3.1"]),
        ("cloudtrail-log-protection", &["3.2"]),
        ("config-recording", &["3.3"]),
        ("securityhub-cspm-enabled", &["4.16"]),
        ("access-analyzer-external", &["1.19"]),
        ("iam-root-mfa", &["1.4", "1.5"]),
        ("iam-root-no-access-key", &["1.3"]),
        ("iam-user-mfa", &["1.9"]),
        ("iam-unused-credentials", &["1.11"]),
        ("iam-access-key-age", &["1.12", "1.13"]),
        ("iam-least-privilege", &["1.14", "1.15"]),
        ("iam-password-policy", &["1.7", "1.8"]),
        ("iam-root-not-used-daily", &["1.6"]),
        ("people-short-lived", &["1.20"]),
        ("s3-account-block-public", &["2.1.4"]),
        ("ec2-no-open-admin-ports", &["5.3", "5.4"]),
        ("ec2-imdsv2", &["5.7"]),
        ("rds-not-public", &["2.2.3"]),
    ],
};
