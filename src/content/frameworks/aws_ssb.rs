//! AWS Startup Security Baseline, account part, edition of June 2026.

use super::framework::Framework;
use crate::base::i18n::{Text, t};

pub(super) const FRAMEWORK: Framework = Framework {
    field: "aws_ssb",
    title: "AWS Startup Security Baseline",
    url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/securing-your-account.html",
    rows: &[
        ("contact-info-current", &["ACCT.01"]),
        ("contact-security-alternate", &["ACCT.01"]),
        ("billing-budget-alert", &["ACCT.10"]),
        ("billing-anomaly-alert", &["ACCT.16"]),
        ("cloudtrail-multi-region", &["ACCT.07"]),
        ("cloudtrail-log-protection", &["ACCT.07"]),
        ("config-recording", &["ACCT.15"]),
        ("securityhub-cspm-enabled", &["ACCT.15"]),
        ("guardduty-enabled-all-regions", &["ACCT.14"]),
        ("access-analyzer-external", &["ACCT.11"]),
        ("iam-root-mfa", &["ACCT.05"]),
        ("iam-root-no-access-key", &["ACCT.02"]),
        ("iam-user-mfa", &["ACCT.05"]),
        ("iam-unused-credentials", &["ACCT.03"]),
        ("iam-access-key-age", &["ACCT.03"]),
        ("iam-least-privilege", &["ACCT.04"]),
        ("iam-password-policy", &["ACCT.06"]),
        ("iam-root-not-used-daily", &["ACCT.02"]),
        ("people-short-lived", &["ACCT.03", "ACCT.05", "ACCT.13"]),
        ("securityhub-critical-zero", &["ACCT.15"]),
        ("s3-account-block-public", &["ACCT.08"]),
        ("regions-restricted", &["ACCT.17"]),
        ("trusted-advisor-red", &["ACCT.12"]),
        ("network-leftovers", &["ACCT.09"]),
        ("guardduty-findings-triaged", &["ACCT.14"]),
    ],
};

/// All its measures for the account, with their titles. The Japanese ones are our own translation.
pub(super) const MEASURES: [(&str, Text); 17] = [
    (
        "ACCT.01",
        t(
            "アカウントの連絡先に、有効なメーリングリストを設定する",
            "Set account-level contacts to valid email distribution lists",
        ),
    ),
    ("ACCT.02", t("ルートユーザーの使用を制限する", "Restrict use of the root user")),
    ("ACCT.03", t("利用者ごとにコンソールへのアクセスを設定する", "Configure console access for each user")),
    ("ACCT.04", t("アクセス許可を割り当てる", "Assign permissions")),
    ("ACCT.05", t("サインインで多要素認証を必須にする", "Require multi-factor authentication to log in")),
    ("ACCT.06", t("パスワードポリシーを適用する", "Enforce a password policy")),
    (
        "ACCT.07",
        t("CloudTrail のログを、保護した S3 バケットに送る", "Deliver CloudTrail logs to a protected Amazon S3 bucket"),
    ),
    (
        "ACCT.08",
        t("非公開の S3 バケットへのパブリックアクセスを防ぐ", "Prevent public access to private Amazon S3 buckets"),
    ),
    (
        "ACCT.09",
        t(
            "使っていない VPC、サブネット、セキュリティグループを削除する",
            "Delete unused VPCs, subnets, and security groups",
        ),
    ),
    ("ACCT.10", t("AWS Budgets で支出を監視する", "Configure AWS Budgets to monitor your spending")),
    ("ACCT.11", t("IAM Access Analyzer を有効にする", "Enable IAM Access Analyzer")),
    (
        "ACCT.12",
        t(
            "Trusted Advisor の高リスクの項目を監視し、解決する",
            "Monitor for and resolve AWS Trusted Advisor high-risk items",
        ),
    ),
    (
        "ACCT.13",
        t(
            "AWS のリソースには短期の認証情報でアクセスする",
            "Use short-lived credentials for access to your AWS resources",
        ),
    ),
    ("ACCT.14", t("Amazon GuardDuty を有効にする", "Enable Amazon GuardDuty")),
    ("ACCT.15", t("AWS Security Hub を有効にする", "Enable AWS Security Hub")),
    ("ACCT.16", t("AWS Cost Anomaly Detection を有効にする", "Enable AWS Cost Anomaly Detection")),
    (
        "ACCT.17",
        t("AWS の API の呼び出しを、使っているリージョンに限る", "Restrict AWS API calls to used Regions only"),
    ),
];
