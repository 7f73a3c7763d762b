//! AWS Security Hub CSPM controls.

use super::framework::Framework;

pub(super) const FRAMEWORK: Framework = Framework {
    field: "security_hub_ids",
    title: "Security Hub",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html",
    rows: &[
        ("contact-security-alternate", &["Account.1"]),
        ("root-signin-alert", &["CloudWatch.1"]),
        ("ir-runbook-and-support-access", &["IAM.18"]),
        ("cloudtrail-multi-region", &["CloudTrail.1"]),
        ("cloudtrail-log-protection", &["CloudTrail.4", "CloudTrail.6"]),
        ("config-recording", &["Config.1"]),
        ("guardduty-enabled-all-regions", &["GuardDuty.1", "GuardDuty.10"]),
        ("access-analyzer-external", &["IAM.28"]),
        ("iam-root-mfa", &["IAM.9", "IAM.6"]),
        ("iam-root-no-access-key", &["IAM.4"]),
        ("iam-user-mfa", &["IAM.5", "IAM.19"]),
        ("iam-unused-credentials", &["IAM.22", "IAM.8"]),
        ("iam-access-key-age", &["IAM.3"]),
        ("iam-least-privilege", &["IAM.1", "IAM.2", "IAM.21"]),
        ("key-leak-prevention", &["CodeBuild.1", "CodeBuild.2", "ECS.8"]),
        ("iam-password-policy", &["IAM.7", "IAM.15", "IAM.16"]),
        ("s3-account-block-public", &["S3.1", "S3.2", "S3.3", "S3.8"]),
        ("ec2-no-open-admin-ports", &["EC2.19", "EC2.13", "EC2.14", "EC2.53", "EC2.54"]),
        ("ec2-imdsv2", &["EC2.8", "EC2.170", "AutoScaling.3"]),
        ("snapshots-not-public", &["EC2.1", "EC2.182", "RDS.1"]),
        ("rds-not-public", &["RDS.2"]),
        ("ssm-block-public-sharing", &["SSM.7", "SSM.4"]),
        (
            "workloads-patched",
            &[
                "Inspector.1",
                "Inspector.2",
                "Inspector.3",
                "Inspector.4",
                "SSM.1",
                "SSM.2",
                "ELB.16",
                "CloudFront.6",
                "APIGateway.4",
                "ECR.1",
            ],
        ),
    ],
};
