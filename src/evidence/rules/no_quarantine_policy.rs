//! `no-quarantine-policy`: has AWS put a quarantine policy on somebody?

use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::i18n::{Text, t};
use crate::json::Json;

const PREFIX: &str = "AWSCompromisedKeyQuarantine";
const LISTS: [(&str, &str); 3] =
    [("PolicyUsers", "UserName"), ("PolicyGroups", "GroupName"), ("PolicyRoles", "RoleName")];

pub(super) fn judge(w: &mut Weigh<'_>) {
    let by_list = attached(w);
    let by_details = authorization_details(w);
    let versions = entities(w);
    if by_list || by_details {
        return;
    }
    // Version by version: the two that AWS uses today, at least.
    let has = |version: &str| versions.iter().any(|(name, _)| *name == version);
    for (_, output) in versions.iter().take(1) {
        if !has("V3") || !has("V2") {
            w.doubt(&output.origin, TOO_FEW);
        } else if !has("V4") {
            w.warn(NOT_V4);
        }
    }
}

/// `list-policies --scope AWS --only-attached`, raw or reduced to ARNs: any version is in it.
fn attached(w: &mut Weigh<'_>) -> bool {
    let mut is_told = false;
    for output in w.outputs("iam list-policies") {
        // A list of one's own policies, or of unattached ones, proves nothing.
        let asks_for_aws = matches!(output.arg("--scope"), Some("AWS" | "All"));
        let is_attached_only = output.args.iter().any(|arg| arg == "--only-attached");
        if !asks_for_aws || !is_attached_only {
            continue;
        }
        let Some(value) = w.json(output) else {
            continue;
        };
        let policies: Vec<&str> = match (value, value.get("Policies")) {
            (Json::List(arns), _) => arns.iter().filter_map(Json::as_text).collect(),
            (_, Some(Json::List(policies))) => policies.iter().map(|policy| policy.words("Arn")).collect(),
            _ => {
                w.doubt(&output.origin, UNREADABLE);
                continue;
            }
        };
        is_told = true;
        let found: Vec<&str> = policies
            .into_iter()
            .filter_map(|arn| arn.rsplit('/').next())
            .filter(|name| name.starts_with(PREFIX))
            .collect();
        if found.is_empty() {
            w.pass(&output.origin, NONE_ATTACHED);
        }
        for policy in found {
            w.fail(&output.origin, say(
                format!("隔離ポリシー {policy} が使われています。誰に付いているかは list-entities-for-policy で分かります。"),
                format!("The quarantine policy {policy} is attached. list-entities-for-policy tells to whom."),
            ));
        }
    }
    is_told
}

/// The versions that were asked for one by one.
fn entities<'a>(w: &mut Weigh<'a>) -> Vec<(&'a str, &'a Output)> {
    let mut versions = Vec::new();
    for output in w.outputs("iam list-entities-for-policy") {
        let Some(about) = output.about("--policy-arn") else {
            continue;
        };
        let name = about.rsplit('/').next().unwrap_or_default();
        let Some((_, version)) = name.split_once("Quarantine") else {
            continue;
        };
        // A version that does not exist is attached to nobody: the oldest, and the newest in some places.
        if output.error_code() == Some("NoSuchEntity") && matches!(version, "" | "V4") {
            versions.push((version, output));
            continue;
        }
        let Some(value) = w.json(output) else {
            continue;
        };
        if LISTS.iter().any(|(list, _)| !matches!(value.get(list), Some(Json::List(_)))) {
            w.doubt(&output.origin, UNREADABLE);
            continue;
        }
        versions.push((version, output));
        let mut is_clean = true;
        for (list, field) in LISTS {
            for holder in value.items(list) {
                is_clean = false;
                quarantined(w, output, holder.words(field), name);
            }
        }
        if is_clean {
            w.pass(
                &output.origin,
                say(format!("{name}: 付いている利用者はいません。"), format!("{name}: attached to nobody.")),
            );
        }
    }
    versions
}

fn authorization_details(w: &mut Weigh<'_>) -> bool {
    let mut is_told = false;
    for output in w.outputs("iam get-account-authorization-details") {
        let Some(value) = w.json(output) else {
            continue;
        };
        let lists = [("UserDetailList", "UserName"), ("GroupDetailList", "GroupName"), ("RoleDetailList", "RoleName")];
        if lists.iter().any(|(list, _)| !matches!(value.get(list), Some(Json::List(_)))) {
            w.doubt(&output.origin, UNREADABLE);
            continue;
        }
        is_told = true;
        let mut is_clean = true;
        for (list, field) in lists {
            for holder in value.items(list) {
                for policy in holder.items("AttachedManagedPolicies") {
                    let policy = policy.words("PolicyName");
                    if policy.starts_with(PREFIX) {
                        is_clean = false;
                        quarantined(w, output, holder.words(field), policy);
                    }
                }
            }
        }
        if is_clean {
            w.pass(&output.origin, NONE_ATTACHED);
        }
    }
    is_told
}

fn quarantined(w: &mut Weigh<'_>, output: &Output, holder: &str, policy: &str) {
    w.fail(&output.origin, say(
        format!("{holder} に隔離ポリシー {policy} が付いています。キーが漏れています。インシデント対応のページへ進んでください。"),
        format!("{holder} carries the quarantine policy {policy}: a key has leaked. Go to the incident page."),
    ));
}

const NONE_ATTACHED: Text =
    t("隔離ポリシーは、どの版も付いていません。", "No version of the quarantine policy is attached.");
const TOO_FEW: Text = t(
    "隔離ポリシーの V3 と V2 の両方を確認する必要があります。",
    "Both V3 and V2 of the quarantine policy have to be looked at.",
);
const NOT_V4: Text =
    t("2026 年 11 月に作られた V4 は確認していません。", "V4, made in November 2026, was not looked at.");
const UNREADABLE: Text = t("出力を読み取れません。", "The output cannot be read.");
