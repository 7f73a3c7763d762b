//! The rules: one function per control, listed in [`RULES`]; the checks of scanners are listed in a second table. Their
//! results for a control are joined into one verdict.
//!
//! To add a rule: write `rules/<control_id>.rs` with a `judge` and its tests below it, and add it to [`RULES`]. A long
//! table of cases goes into `tests/evidence/cases/<control-id>.json` instead.

mod access_analyzer_external;
mod alert_targets;
mod billing_anomaly_alert;
mod billing_budget_alert;
mod budget_alerts;
mod cloudtrail_log_protection;
mod cloudtrail_multi_region;
mod config_recording;
mod contact_info_current;
mod contact_security_alternate;
mod credentials;
mod ec2_imdsv2;
mod ec2_no_open_admin_ports;
mod event_rule;
mod eventbridge;
mod eventbridge_words;
mod guardduty_enabled_all_regions;
mod guardduty_eventbridge_rule;
mod guardduty_findings_triaged;
mod guardduty_suppression_narrow;
mod health_abuse_alert;
mod iam_access_key_age;
mod iam_documents;
mod iam_least_privilege;
mod iam_password_policy;
mod iam_policies;
mod iam_root_mfa;
mod iam_root_no_access_key;
mod iam_root_not_used_daily;
mod iam_service_specific_keys;
mod iam_unused_credentials;
mod iam_user_mfa;
mod ir_runbook_and_support_access;
mod key_leak_prevention;
mod network_leftovers;
mod no_quarantine_policy;
mod notify_two_destinations;
mod partial;
mod people_short_lived;
mod principals;
mod rds_not_public;
mod regions_restricted;
mod root_signin_alert;
mod s3_account_block_public;
mod scanners;
mod security_groups;
mod securityhub_critical_zero;
mod securityhub_cspm_enabled;
mod securityhub_score;
mod snapshots_not_public;
mod ssm_block_public_sharing;
mod trusted_advisor_red;
mod verdict_builder;
mod web_acls;
mod workloads_patched;

use super::facts::Facts;
use super::posture::Posture;
use super::verdict::{Outcome, Verdict};
use crate::base::i18n::{Text, Words, t};
use crate::base::secrets;
use crate::base::time::Timestamp;
use crate::content::catalogue;
use verdict_builder::{CONFLICT, VerdictBuilder};

pub use scanners::prowler_checks;

/// A rule: adds what the facts show about its control to the verdict builder.
type Rule = fn(&mut VerdictBuilder<'_>);

const RULES: &[(&str, Rule)] = &[
    ("access-analyzer-external", access_analyzer_external::judge),
    ("billing-anomaly-alert", billing_anomaly_alert::judge),
    ("billing-budget-alert", billing_budget_alert::judge),
    ("cloudtrail-log-protection", cloudtrail_log_protection::judge),
    ("cloudtrail-multi-region", cloudtrail_multi_region::judge),
    ("config-recording", config_recording::judge),
    ("contact-info-current", contact_info_current::judge),
    ("contact-security-alternate", contact_security_alternate::judge),
    ("ec2-imdsv2", ec2_imdsv2::judge),
    ("ec2-no-open-admin-ports", ec2_no_open_admin_ports::judge),
    ("guardduty-enabled-all-regions", guardduty_enabled_all_regions::judge),
    ("guardduty-eventbridge-rule", guardduty_eventbridge_rule::judge),
    ("guardduty-findings-triaged", guardduty_findings_triaged::judge),
    ("guardduty-suppression-narrow", guardduty_suppression_narrow::judge),
    ("health-abuse-alert", health_abuse_alert::judge),
    ("iam-access-key-age", iam_access_key_age::judge),
    ("iam-least-privilege", iam_least_privilege::judge),
    ("iam-password-policy", iam_password_policy::judge),
    ("iam-root-mfa", iam_root_mfa::judge),
    ("iam-root-no-access-key", iam_root_no_access_key::judge),
    ("iam-root-not-used-daily", iam_root_not_used_daily::judge),
    ("iam-service-specific-keys", iam_service_specific_keys::judge),
    ("iam-unused-credentials", iam_unused_credentials::judge),
    ("iam-user-mfa", iam_user_mfa::judge),
    ("ir-runbook-and-support-access", ir_runbook_and_support_access::judge),
    ("key-leak-prevention", key_leak_prevention::judge),
    ("network-leftovers", network_leftovers::judge),
    ("no-quarantine-policy", no_quarantine_policy::judge),
    ("notify-two-destinations", notify_two_destinations::judge),
    ("people-short-lived", people_short_lived::judge),
    ("rds-not-public", rds_not_public::judge),
    ("regions-restricted", regions_restricted::judge),
    ("root-signin-alert", root_signin_alert::judge),
    ("s3-account-block-public", s3_account_block_public::judge),
    ("securityhub-critical-zero", securityhub_critical_zero::judge),
    ("securityhub-cspm-enabled", securityhub_cspm_enabled::judge),
    ("securityhub-score", securityhub_score::judge),
    ("snapshots-not-public", snapshots_not_public::judge),
    ("ssm-block-public-sharing", ssm_block_public_sharing::judge),
    ("trusted-advisor-red", trusted_advisor_red::judge),
    ("workloads-patched", workloads_patched::judge),
];

/// The input of the rules.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// The facts of the account.
    pub facts: &'a Facts,
    /// The Security Hub posture of the account; `None` without findings.
    pub posture: Option<&'a Posture>,
    pub now: Timestamp,
}

/// The verdicts, in the order of the catalogue.
///
/// `account` is the masked account id. `is_unassigned`: there are several accounts, and it is unknown to which of them
/// the facts belong.
pub(super) fn judge(context: Context<'_>, account: Option<&str>, is_unassigned: bool) -> Vec<Verdict> {
    let Context { facts, now, .. } = context;
    let is_elsewhere = facts.is_of_another_partition();
    let rule = |control: &str| RULES.iter().find(|(id, _)| *id == control).map(|(_, rule)| rule);
    let verdicts = catalogue::all().iter().filter_map(|control| {
        let by_rule = rule(control.id).and_then(|rule| {
            facts.narrowed();
            let mut builder = VerdictBuilder::new(facts, now);
            builder.posture = context.posture;
            rule(&mut builder);
            builder.doubt_narrowed();
            if is_elsewhere && BY_ONE_REGION.contains(&control.id) {
                builder.missing(ANOTHER_PARTITION);
            }
            builder.verdict(control.id)
        });
        let mut verdict = joined(by_rule.into_iter().chain(scanners::judge(control.id, facts, now)).collect())?;
        verdict.account = account.map(str::to_owned);
        if is_unassigned {
            verdict.outcome = Outcome::Unknown;
            verdict.asks = false;
            verdict.reasons.insert(0, UNASSIGNED.into());
        }
        for reason in &mut verdict.reasons {
            *reason = Words { ja: secrets::mask(&reason.ja), en: secrets::mask(&reason.en) };
        }
        Some(verdict)
    });
    verdicts.collect()
}

/// Controls that depend on the Region where AWS's global events arrive, or on a service of AWS's main partition.
const BY_ONE_REGION: [&str; 4] =
    ["billing-anomaly-alert", "billing-budget-alert", "health-abuse-alert", "root-signin-alert"];
const ANOTHER_PARTITION: Text = t(
    "AWS GovCloud (US) や中国リージョンのアカウントです。この対策の判定は、それ以外のリージョンにだけ対応しています。",
    "This account is in AWS GovCloud (US) or China. For this control only the other Regions are covered.",
);
const UNASSIGNED: Text = t(
    "複数のアカウントの出力があり、これがどのアカウントのものか分かりません。aws sts get-caller-identity の出力も、同じファイルかフォルダーに入れてください。",
    "There are outputs of several accounts, and nothing tells of which one this is. Add the output of aws sts get-caller-identity to the same file or folder.",
);

/// Joins the verdicts of several sources. The deciding verdict comes first. What contradicts itself in one source, and a
/// pass of one against a fail of another, is a conflict, which the user has to resolve.
fn joined(mut verdicts: Vec<Verdict>) -> Option<Verdict> {
    let has = |is: fn(&Verdict) -> bool| verdicts.iter().any(is);
    let (passes, fails) = (has(|it| it.outcome == Outcome::Pass), has(|it| it.outcome == Outcome::Fail));
    let is_conflict = has(|it| it.is_conflict) || (passes && (fails || has(|it| it.speaks_against_pass)));
    let outcome = match (passes, fails) {
        (true, false) if !is_conflict => Outcome::Pass,
        (false, true) if !is_conflict => Outcome::Fail,
        _ => Outcome::Unknown,
    };
    // In a conflict, what speaks against a pass must not be the last of many reasons.
    verdicts.sort_by_key(|verdict| {
        (!verdict.is_conflict, is_conflict && verdict.outcome == Outcome::Pass, verdict.outcome != outcome)
    });
    let mut verdicts = verdicts.into_iter();
    let mut first = verdicts.next()?;
    for other in verdicts {
        first.reasons.extend(other.reasons);
        first.regions.extend(other.regions);
        // The user is asked only if nothing else is in doubt.
        first.asks &= other.asks || other.outcome == Outcome::Pass;
    }
    first.regions.sort_unstable();
    first.regions.dedup();
    if is_conflict && !first.is_conflict {
        first.reasons.insert(0, CONFLICT.into());
    }
    Some(Verdict { outcome, is_conflict, asks: first.asks && !is_conflict, speaks_against_pass: false, ..first })
}

/// Whether a control has a rule of its own.
#[cfg(test)]
pub(super) fn judges(control: &str) -> bool {
    RULES.iter().any(|(id, _)| *id == control)
}

/// The verdict on one output as a line, for the tests below a rule: `fail: A reason. Another one.`, with a `?` after
/// the outcome if the user is asked; `nothing` without a verdict.
#[cfg(test)]
fn judged(control: &str, command: &str, output: &str) -> String {
    let mut judge = super::Judge::default();
    judge.add("output.txt", output.as_bytes(), command);
    let judgement = judge.finish(Timestamp::UNIX_EPOCH);
    let Some(verdict) = judgement.verdicts.into_iter().find(|verdict| verdict.control == control) else {
        return "nothing".to_owned();
    };
    let outcome = match verdict.outcome {
        Outcome::Pass => "pass",
        Outcome::Fail => "fail",
        Outcome::Unknown => "unknown",
    };
    let reasons: Vec<String> = verdict.reasons.into_iter().map(|reason| reason.en).collect();
    format!("{outcome}{}: {}", if verdict.asks { "?" } else { "" }, reasons.join(" "))
}

#[cfg(test)]
mod tests {
    use super::{RULES, judged};
    use crate::content::catalogue;

    #[test]
    fn every_rule_is_of_one_control() {
        let mut seen = Vec::new();
        for (id, _) in RULES {
            assert!(
                catalogue::find(id).is_some(),
                "{id} in src/evidence/rules/mod.rs is not in src/content/catalogue/"
            );
            assert!(!seen.contains(id), "{id} is twice in src/evidence/rules/mod.rs");
            seen.push(*id);
        }
    }
    #[test]
    fn a_verdict_is_written_as_one_line() {
        let line = |output| judged("iam-password-policy", "aws iam get-account-password-policy", output);
        assert!(line(r#"{"PasswordPolicy": {"MinimumPasswordLength": 8}}"#).starts_with("fail: "));
        let refused = "An error occurred (AccessDenied) when calling the GetAccountPasswordPolicy operation: no";
        assert!(line(refused).starts_with("unknown: "));
        assert_eq!(line("<html>no</html>"), "nothing");
    }
}
