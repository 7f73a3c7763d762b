//! What Security Hub CSPM and Prowler say of our controls.
//!
//! Their checks are not ours: some are stricter (a fail of theirs is none of ours), some look at a part (a pass of
//! theirs is none of ours). [`TABLE`] says which is which. Sources: the control references of Security Hub and the
//! check metadata of Prowler 5.46 (read 2026-11-24).

use super::weigh::{Weigh, say};
use crate::evidence::Verdict;
use crate::evidence::facts::{Check, CheckResult, Facts, Scan, Scanner};
use crate::i18n::{Text, t};
use crate::time::Timestamp;

/// How far a scanner's check decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decides {
    /// It looks at the same: its fail is ours, and with the other ones of this kind its pass is, too.
    Both,
    /// It looks at a part, or at more than the control asks: only its fail is ours.
    Fail,
    /// It is stricter: only its pass is ours.
    Pass,
    /// It looks at a part, and asks for more there: neither is ours.
    Neither,
}

use Decides::{Both, Fail, Neither, Pass};

type Checks = &'static [(&'static str, Decides)];

struct Row {
    control: &'static str,
    security_hub: Checks,
    prowler: Checks,
    /// Whether it has to be looked at in every Region.
    regional: bool,
}

const fn row(control: &'static str, regional: bool, security_hub: Checks, prowler: Checks) -> Row {
    Row { control, security_hub, prowler, regional }
}

const TABLE: &[Row] = &[
    row("contact-security-alternate", false, &[("Account.1", Both)], &[]),
    row("root-signin-alert", false, &[("CloudWatch.1", Pass)], &[("cloudwatch_log_metric_filter_root_usage", Pass)]),
    row("ir-runbook-and-support-access", false, &[("IAM.18", Fail)], &[("iam_support_role_created", Fail)]),
    row(
        "cloudtrail-multi-region",
        false,
        &[("CloudTrail.1", Pass)],
        &[("cloudtrail_multi_region_enabled_logging_management_events", Fail)],
    ),
    row(
        "cloudtrail-log-protection",
        false,
        &[("CloudTrail.4", Both), ("CloudTrail.6", Both)],
        &[
            ("cloudtrail_log_file_validation_enabled", Fail),
            ("cloudtrail_logs_s3_bucket_is_not_publicly_accessible", Fail),
        ],
    ),
    row("config-recording", true, &[("Config.1", Pass)], &[("config_recorder_all_regions_enabled", Neither)]),
    row("securityhub-cspm-enabled", true, &[], &[("securityhub_enabled", Fail)]),
    row("guardduty-enabled-all-regions", true, &[("GuardDuty.1", Both)], &[("guardduty_is_enabled", Both)]),
    row("access-analyzer-external", true, &[("IAM.28", Both)], &[("accessanalyzer_enabled", Fail)]),
    row("iam-root-mfa", false, &[("IAM.9", Both)], &[("iam_root_mfa_enabled", Both)]),
    // Prowler does not see an inactive key.
    row("iam-root-no-access-key", false, &[("IAM.4", Both)], &[("iam_no_root_access_key", Fail)]),
    row("iam-user-mfa", false, &[("IAM.5", Both)], &[("iam_user_mfa_enabled_console_access", Both)]),
    row(
        "iam-unused-credentials",
        false,
        &[("IAM.22", Both), ("IAM.8", Fail)],
        // Both pass what was never used.
        &[("iam_user_accesskey_unused", Fail), ("iam_user_console_access_unused", Fail)],
    ),
    row(
        "iam-access-key-age",
        false,
        &[("IAM.3", Fail)],
        &[("iam_rotate_access_key_90_days", Both), ("iam_user_two_active_access_key", Both)],
    ),
    row(
        "iam-least-privilege",
        false,
        &[("IAM.1", Fail)],
        &[
            ("iam_customer_attached_policy_no_administrative_privileges", Both),
            ("iam_inline_policy_no_administrative_privileges", Both),
            ("iam_user_administrator_access_policy", Both),
        ],
    ),
    row("key-leak-prevention", true, &[("CodeBuild.2", Fail)], &[("codebuild_project_no_secrets_in_variables", Fail)]),
    row(
        "iam-password-policy",
        false,
        &[("IAM.7", Both), ("IAM.15", Both), ("IAM.16", Both)],
        &[
            ("iam_password_policy_minimum_length_14", Both),
            ("iam_password_policy_reuse_24", Both),
            ("iam_password_policy_lowercase", Both),
            ("iam_password_policy_uppercase", Both),
            ("iam_password_policy_number", Both),
            ("iam_password_policy_symbol", Both),
        ],
    ),
    // It fails who has just signed in to set up MFA, too.
    row("iam-root-not-used-daily", false, &[], &[("iam_avoid_root_usage", Neither)]),
    // It fails a key that has an end, too, and looks at no other service.
    row("iam-service-specific-keys", false, &[], &[("bedrock_api_key_no_long_term_credentials", Neither)]),
    row("s3-account-block-public", false, &[("S3.1", Both)], &[("s3_account_level_public_access_blocks", Fail)]),
    row(
        "ec2-no-open-admin-ports",
        true,
        &[("EC2.19", Both), ("EC2.13", Fail), ("EC2.14", Fail), ("EC2.53", Fail), ("EC2.54", Fail)],
        &[
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_all_ports", Fail),
        ],
    ),
    row("ec2-imdsv2", true, &[("EC2.8", Both)], &[("ec2_instance_imdsv2_enabled", Both)]),
    row(
        "snapshots-not-public",
        true,
        &[("EC2.1", Both), ("RDS.1", Both)],
        &[("ec2_ebs_public_snapshot", Both), ("rds_snapshots_public_access", Both)],
    ),
    row("rds-not-public", true, &[("RDS.2", Both)], &[("rds_instance_no_public_access", Fail)]),
    row("ssm-block-public-sharing", true, &[("SSM.7", Both)], &[]),
];

/// Every check of Prowler that a verdict rests on, behind its control, so that tests can look whether Prowler still
/// has it, and agrees.
pub fn prowler_checks() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.iter().flat_map(|row| row.prowler.iter().map(|(id, _)| (row.control, *id)))
}

/// One verdict a scanner that says something of this control.
pub(super) fn judge(control: &str, facts: &Facts, now: Timestamp) -> Vec<Verdict> {
    let Some(row) = TABLE.iter().find(|row| row.control == control) else {
        return Vec::new();
    };
    let by = |scanner, checks| verdict(row, scanner, checks, facts, now);
    by(Scanner::SecurityHub, row.security_hub).into_iter().chain(by(Scanner::Prowler, row.prowler)).collect()
}

fn verdict(row: &Row, scanner: Scanner, checks: Checks, facts: &Facts, now: Timestamp) -> Option<Verdict> {
    let mut weigh = Weigh::new(facts, now);
    let mut seen: Vec<&str> = Vec::new();
    let mut missing = Vec::new();
    for (id, decides) in checks {
        let mut is_seen = false;
        for scan in facts.scans.iter().filter(|scan| scan.scanner == scanner) {
            for check in scan.checks.iter().filter(|check| check.id == *id) {
                is_seen = true;
                seen.extend(check.region.as_deref());
                say_check(&mut weigh, scan, check, *decides);
            }
            if is_seen && scan.is_partial {
                weigh.doubt(&scan.origin, PARTIAL);
            }
        }
        if !is_seen && *decides == Both {
            missing.push(*id);
        }
    }
    if seen.is_empty() && missing.len() == checks.len() {
        return None;
    }
    if !missing.is_empty() {
        let (name, list) = (name(scanner), missing.join(", "));
        weigh.missing(say(
            format!("{name} の結果に、判定に必要な {list} がありません。"),
            format!("The result of {name} lacks {list}, which is needed to decide."),
        ));
    }
    if checks.iter().all(|(_, decides)| matches!(decides, Fail | Neither)) {
        weigh.missing(ONLY_A_PART);
    }
    // A CSV that was cut off behind a row cannot be told from a whole one.
    let read: usize = facts.scans.iter().filter(|scan| scan.scanner == scanner).map(|scan| scan.checks.len()).sum();
    let name_of = name(scanner);
    weigh.warn(say(
        format!("{name_of} の結果 {read} 件を読みました。"),
        format!("{read} results of {name_of} were read."),
    ));
    if row.regional {
        weigh.cover(name(scanner), &seen);
    }
    weigh.verdict(row.control)
}

const PARTIAL: Text = t(
    "結果の一部しか入っていません(続きのページがあるか、画面で絞り込まれています)。すべての結果を入れてください。",
    "The file holds a part of the results only (there are more pages, or the table was filtered). Hand over all of them.",
);

const ONLY_A_PART: Text = t(
    "この検査で分かるのは、この対策の一部だけです。対策のページのコマンドでも確認してください。",
    "This check looks at a part of the control only. Use the commands on the control's page, too.",
);

const fn name(scanner: Scanner) -> &'static str {
    match scanner {
        Scanner::SecurityHub => "Security Hub",
        Scanner::Prowler => "Prowler",
    }
}

fn say_check(weigh: &mut Weigh<'_>, scan: &Scan, check: &Check, decides: Decides) {
    if !weigh.is_fresh(&scan.origin) {
        return;
    }
    let (name, id) = (name(scan.scanner), &check.id);
    let place = [check.resource.as_str(), check.region.as_deref().unwrap_or_default()];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let at = if place.is_empty() { String::new() } else { format!(" ({place})") };
    match (check.result, decides) {
        (CheckResult::Failed, _) if check.is_muted => weigh.doubt(
            &scan.origin,
            say(
                format!("{name}: {id} は不合格ですが、抑制(ミュート)されています{at}。"),
                format!("{name}: {id} failed, but somebody suppressed or muted it{at}."),
            ),
        ),
        (CheckResult::Failed, Both | Fail) => weigh.fail(
            &scan.origin,
            say(format!("{name}: {id} が不合格です{at}。"), format!("{name}: {id} failed{at}.")),
        ),
        (CheckResult::Failed, Pass | Neither) => weigh.doubt(
            &scan.origin,
            say(
                format!("{name}: {id} は不合格ですが、この検査はこの対策より厳しいため、これだけでは不合格と決められません{at}。"),
                format!("{name}: {id} failed, but it asks for more than this control, so this alone does not decide{at}."),
            ),
        ),
        (CheckResult::Passed, _) => {
            weigh.pass(&scan.origin, say(format!("{name}: {id} は合格です。"), format!("{name}: {id} passed.")));
        }
        (CheckResult::Unknown, _) => weigh.doubt(
            &scan.origin,
            say(format!("{name} は {id} を判定できませんでした{at}。"), format!("{name} could not tell {id}{at}.")),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::TABLE;
    use crate::catalogue;

    #[test]
    fn every_row_is_of_a_control() {
        assert!(TABLE.iter().all(|row| catalogue::find(row.control).is_some()));
    }
}
