//! Managed rules of AWS Config.

use super::framework::Framework;

pub(super) const FRAMEWORK: Framework = Framework {
    field: "config_rule",
    title: "AWS Config",
    url: "https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html",
    rows: &[
        ("contact-security-alternate", &["security-account-information-provided"]),
        ("ir-runbook-and-support-access", &["iam-policy-in-use"]),
        ("cloudtrail-multi-region", &["multi-region-cloudtrail-enabled"]),
        (
            "cloudtrail-log-protection",
            &[
                "cloud-trail-log-file-validation-enabled",
                "s3-bucket-public-read-prohibited",
                "s3-bucket-public-write-prohibited",
            ],
        ),
        ("securityhub-cspm-enabled", &["securityhub-enabled"]),
        ("guardduty-enabled-all-regions", &["guardduty-enabled-centralized"]),
        ("access-analyzer-external", &["iam-external-access-analyzer-enabled"]),
        ("iam-root-mfa", &["root-account-mfa-enabled", "root-account-hardware-mfa-enabled"]),
        ("iam-root-no-access-key", &["iam-root-access-key-check"]),
        ("iam-user-mfa", &["mfa-enabled-for-iam-console-access", "iam-user-mfa-enabled"]),
        ("iam-unused-credentials", &["iam-user-unused-credentials-check"]),
        ("iam-access-key-age", &["access-keys-rotated"]),
        (
            "iam-least-privilege",
            &[
                "iam-policy-no-statements-with-admin-access",
                "iam-user-no-policies-check",
                "iam-policy-no-statements-with-full-access",
            ],
        ),
        (
            "key-leak-prevention",
            &[
                "codebuild-project-source-repo-url-check",
                "codebuild-project-envvar-awscred-check",
                "ecs-no-environment-secrets",
            ],
        ),
        ("iam-password-policy", &["iam-password-policy"]),
        (
            "s3-account-block-public",
            &[
                "s3-account-level-public-access-blocks-periodic",
                "s3-bucket-public-read-prohibited",
                "s3-bucket-public-write-prohibited",
                "s3-bucket-level-public-access-prohibited",
            ],
        ),
        ("ec2-no-open-admin-ports", &["restricted-common-ports", "restricted-ssh"]),
        ("ec2-imdsv2", &["ec2-imdsv2-check"]),
        (
            "snapshots-not-public",
            &[
                "ebs-snapshot-public-restorable-check",
                "ebs-snapshot-block-public-access",
                "rds-snapshots-public-prohibited",
            ],
        ),
        ("rds-not-public", &["rds-instance-public-access-check"]),
        ("ssm-block-public-sharing", &["ssm-automation-block-public-sharing", "ssm-document-not-public"]),
        (
            "workloads-patched",
            &[
                "inspector-ec2-scan-enabled",
                "ec2-instance-managed-by-systems-manager",
                "ec2-managedinstance-patch-compliance-status-check",
                "alb-waf-enabled",
                "cloudfront-associated-with-waf",
            ],
        ),
        ("network-leftovers", &["ec2-security-group-attached-to-eni-periodic"]),
    ],
};
