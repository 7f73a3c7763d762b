//! What the talk lists, as far as its public summary tells, with the controls that answer each point.

use crate::base::i18n::{Text, t};

/// A point of the talk.
#[derive(Debug)]
pub struct Point {
    /// What the talk says.
    pub title: Text,
    /// Ids of the controls that answer it.
    pub controls: &'static [&'static str],
}

const fn point(ja: &'static str, en: &'static str, controls: &'static [&'static str]) -> Point {
    Point { title: t(ja, en), controls }
}

/// All points, in the order of the talk.
pub const POINTS: &[Point] = &[
    point(
        "原因: アクセスキーの漏えい",
        "Cause: a leaked access key",
        &["key-leak-prevention", "iam-access-key-age", "iam-unused-credentials"],
    ),
    point(
        "原因: IAM のパスワードの漏えい",
        "Cause: a leaked IAM password",
        &["iam-user-mfa", "iam-password-policy", "people-short-lived"],
    ),
    point("原因: アプリケーションへの攻撃", "Cause: an attacked application", &["workloads-patched", "ec2-imdsv2"]),
    point(
        "被害: 高額の請求",
        "Damage: a huge bill",
        &["billing-budget-alert", "billing-anomaly-alert", "regions-restricted"],
    ),
    point(
        "被害: 情報の漏えい",
        "Damage: leaked data",
        &["s3-account-block-public", "snapshots-not-public", "rds-not-public"],
    ),
    point(
        "被害: 攻撃の踏み台になる",
        "Damage: becoming an attacker",
        &["health-abuse-alert", "contact-security-alternate"],
    ),
    point(
        "クイズの答え: 通知。送り先は 2 か所",
        "The answer to the quiz: notifications, to two destinations",
        &["notify-two-destinations", "billing-budget-alert"],
    ),
    point("CloudTrail を有効にする", "Enable CloudTrail", &["cloudtrail-multi-region"]),
    point("AWS Config を有効にする", "Enable AWS Config", &["config-recording"]),
    point("Security Hub を有効にする", "Enable Security Hub", &["securityhub-cspm-enabled"]),
    point("GuardDuty を有効にする", "Enable GuardDuty", &["guardduty-enabled-all-regions"]),
    point(
        "IAM の棚卸しとアクセスキーの漏えい対策: 7 つの確認",
        "IAM inventory and key leaks: seven checks",
        &[
            "iam-root-mfa",
            "iam-root-no-access-key",
            "iam-user-mfa",
            "iam-unused-credentials",
            "iam-access-key-age",
            "iam-least-privilege",
            "key-leak-prevention",
        ],
    ),
    point("Security Hub のスコアを 100 % にする", "Bring the Security Hub score to 100 %", &["securityhub-score"]),
    point("修復必須のコントロールの一覧", "A list of controls to repair in any case", &["securityhub-critical-zero"]),
    point("GuardDuty の通知を受け取る", "Be notified by GuardDuty", &["guardduty-eventbridge-rule"]),
    point(
        "GuardDuty の検出結果には、重要度「低」でも必ず対応する",
        "Answer every GuardDuty finding, even severity Low",
        &["guardduty-findings-triaged"],
    ),
    point(
        "自社のシステムが原因の検出結果は、抑制ルールで抑制する",
        "Suppress findings that your own system needs",
        &["guardduty-suppression-narrow"],
    ),
    point(
        "不正利用が起きたときの対応",
        "What to do when misuse has happened",
        &["ir-runbook-and-support-access", "no-quarantine-policy"],
    ),
];
