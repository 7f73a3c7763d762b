//! CIS AWS Foundations Benchmark v3.0.

use super::framework::Framework;

pub(super) const FRAMEWORK: Framework = Framework {
    field: "cis_v3",
    title: "CIS v3.0",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cis-aws-foundations-benchmark.html",
    rows: &[
        ("contact-info-current", &["1.1"]),
        ("contact-security-alternate", &["1.2"]),
        ("root-signin-alert", &["4.3"]),
        ("ir-runbook-and-support-access", &["1.17"]),
        ("cloudtrail-multi-region", &["3.1"]),
        ("cloudtrail-log-protection", &["3.2"]),
        ("config-recording", &["3.3"]),
        ("securityhub-cspm-enabled", &["4.16"]),
        ("access-analyzer-external", &["1.20"]),
        ("iam-root-mfa", &["1.5", "1.6"]),
        ("iam-root-no-access-key", &["1.4"]),
        ("iam-user-mfa", &["1.10"]),
        ("iam-unused-credentials", &["1.12"]),
        ("iam-access-key-age", &["1.13", "1.14"]),
        ("iam-least-privilege", &["1.15", "1.16"]),
        ("iam-password-policy", &["1.8", "1.9"]),
        ("iam-root-not-used-daily", &["1.7"]),
        ("people-short-lived", &["1.21"]),
        ("s3-account-block-public", &["2.1.4"]),
        ("ec2-no-open-admin-ports", &["5.2", "5.3"]),
        ("ec2-imdsv2", &["5.6"]),
        ("rds-not-public", &["2.3.3"]),
    ],
};
