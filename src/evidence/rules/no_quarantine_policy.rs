//! `no-quarantine-policy`: has AWS put a quarantine policy on somebody?

use super::partial::is_narrowed;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};
use crate::base::json::Json;
use crate::evidence::facts::Output;

const PREFIX: &str = "AWSCompromisedKeyQuarantine";
/// Values of `--query` that keep all attached policies, without spaces and quotes.
const QUERIES: [&str; 6] = [
    "Policies",
    "Policies[]",
    "Policies[].Arn",
    "Policies[*].Arn",
    "Policies[].PolicyName",
    "Policies[?starts_with(PolicyName,AWSCompromisedKeyQuarantine)].Arn",
];
const LISTS: [(&str, &str); 3] =
    [("PolicyUsers", "UserName"), ("PolicyGroups", "GroupName"), ("PolicyRoles", "RoleName")];

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    let by_list = attached(verdict);
    let by_details = authorization_details(verdict);
    let versions = entities(verdict);
    if by_list || by_details || verdict.has_failed() {
        return;
    }
    // The outputs of single versions have to include at least the two that AWS uses today.
    let has = |version: &str| versions.iter().any(|(name, _)| *name == version);
    for (_, output) in versions.iter().take(1) {
        if !has("V3") || !has("V2") {
            verdict.doubt(&output.origin, TOO_FEW);
        } else if !has("V4") {
            verdict.warn(NOT_V4);
        }
    }
}

/// Judges `list-policies --scope AWS --only-attached`, raw or reduced to ARNs, which includes every version. Returns
/// whether there was one.
fn attached(verdict: &mut VerdictBuilder<'_>) -> bool {
    let mut is_judged = false;
    for output in verdict.outputs("iam list-policies") {
        // A list of customer managed policies, or with unattached ones, proves nothing.
        let includes_aws = matches!(output.arg("--scope"), Some("AWS" | "All"));
        let is_attached_only = output.args.iter().any(|arg| arg == "--only-attached");
        if !includes_aws || !is_attached_only {
            continue;
        }
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let ((Json::List(items), _) | (_, Some(Json::List(items)))) = (value, value.get("Policies")) else {
            verdict.doubt(&output.origin, UNREADABLE);
            continue;
        };
        is_judged = true;
        let found: Vec<&str> = items.iter().flat_map(names).filter(|name| name.starts_with(PREFIX)).collect();
        if found.is_empty() {
            if items.iter().any(|item| names(item).is_empty()) {
                verdict.doubt(&output.origin, UNREADABLE);
            } else if is_narrowed(output) || may_drop_policies(output, value) {
                verdict.doubt(&output.origin, PART);
            } else {
                verdict.pass(&output.origin, NONE_ATTACHED);
            }
        }
        for policy in found {
            verdict.fail(&output.origin, say(
                format!("隔離ポリシー {policy} が付いています。キーが漏えいしています。このツールの「緊急時の対応」ページへ進んでください。誰に付いているかは list-entities-for-policy で分かります。"),
                format!("The quarantine policy {policy} is attached: a key has leaked. Go to the page “Something happened”. list-entities-for-policy tells to whom it is attached."),
            ));
        }
    }
    is_judged
}

/// The policy names in a row of the list: the row itself, its fields, or the columns that `--query` kept.
fn names(item: &Json) -> Vec<&str> {
    let texts: Vec<&str> = match item {
        Json::Text(text) => vec![text],
        Json::List(columns) => columns.iter().filter_map(Json::as_text).collect(),
        Json::Object(_) => vec![item.words("PolicyName"), item.words("Arn")],
        Json::Null | Json::Bool(_) | Json::Number(_) => Vec::new(),
    };
    let names = texts.into_iter().filter_map(|text| text.rsplit('/').next()).filter(|name| !name.is_empty());
    let mut names: Vec<&str> = names.collect();
    names.dedup();
    names
}

/// Whether `--query` may have dropped attached policies: an empty list proves something only with a known query.
fn may_drop_policies(output: &Output, value: &Json) -> bool {
    match output.arg("--query") {
        None => matches!(value, Json::List(_)),
        Some(query) => {
            let plain: String = query.chars().filter(|c| !c.is_whitespace() && !"'`\"".contains(*c)).collect();
            !QUERIES.contains(&plain.as_str())
        }
    }
}

/// Judges the outputs about single versions, and returns these versions.
fn entities<'a>(verdict: &mut VerdictBuilder<'a>) -> Vec<(&'a str, &'a Output)> {
    let mut versions = Vec::new();
    for output in verdict.outputs("iam list-entities-for-policy") {
        let Some(about) = output.about("--policy-arn") else {
            continue;
        };
        let name = about.rsplit('/').next().unwrap_or_default();
        let Some((_, version)) = name.split_once("Quarantine") else {
            continue;
        };
        // A version that does not exist is attached to nobody: this may be the oldest one and, in some places, the
        // newest.
        if output.error_code() == Some("NoSuchEntity") && matches!(version, "" | "V4") {
            versions.push((version, output));
            continue;
        }
        let Some(value) = verdict.json(output) else {
            continue;
        };
        if LISTS.iter().any(|(list, _)| !matches!(value.get(list), Some(Json::List(_)))) {
            verdict.doubt(&output.origin, UNREADABLE);
            continue;
        }
        versions.push((version, output));
        let mut is_clean = true;
        for (list, field) in LISTS {
            for holder in value.items(list) {
                is_clean = false;
                quarantined(verdict, output, holder.words(field), name);
            }
        }
        if is_clean && is_narrowed(output) {
            verdict.doubt(&output.origin, PART);
        } else if is_clean {
            verdict.pass(
                &output.origin,
                say(format!("{name}: 誰にも付いていません。"), format!("{name}: attached to nobody.")),
            );
        }
    }
    versions
}

fn authorization_details(verdict: &mut VerdictBuilder<'_>) -> bool {
    let mut is_judged = false;
    for output in verdict.outputs("iam get-account-authorization-details") {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let lists = [("UserDetailList", "UserName"), ("GroupDetailList", "GroupName"), ("RoleDetailList", "RoleName")];
        if lists.iter().any(|(list, _)| !matches!(value.get(list), Some(Json::List(_)))) {
            verdict.doubt(&output.origin, UNREADABLE);
            continue;
        }
        is_judged = true;
        let mut is_clean = true;
        for (list, field) in lists {
            for holder in value.items(list) {
                let Some(Json::List(policies)) = holder.get("AttachedManagedPolicies") else {
                    is_clean = false;
                    verdict.doubt(&output.origin, UNREADABLE);
                    continue;
                };
                for policy in policies {
                    let policy = policy.words("PolicyName");
                    if policy.starts_with(PREFIX) {
                        is_clean = false;
                        quarantined(verdict, output, holder.words(field), policy);
                    }
                }
            }
        }
        if is_clean && (is_narrowed(output) || leaves_out_holders(output)) {
            verdict.doubt(&output.origin, PART);
        } else if is_clean {
            verdict.pass(&output.origin, NONE_ATTACHED);
        }
    }
    is_judged
}

/// Whether `--filter` names some kinds of holders, but not all three.
fn leaves_out_holders(output: &Output) -> bool {
    let mut named = output.args.iter().skip_while(|arg| !arg.starts_with("--filter"));
    let Some(option) = named.next() else {
        return false;
    };
    let first = option.strip_prefix("--filter=").into_iter();
    let kinds: Vec<&str> = first.chain(named.take_while(|arg| !arg.starts_with("--")).map(String::as_str)).collect();
    !["User", "Group", "Role"].iter().all(|kind| kinds.contains(kind))
}

fn quarantined(verdict: &mut VerdictBuilder<'_>, output: &Output, holder: &str, policy: &str) {
    verdict.fail(&output.origin, say(
        format!("{holder} に隔離ポリシー {policy} が付いています。キーが漏えいしています。このツールの「緊急時の対応」ページへ進んでください。"),
        format!("{holder} carries the quarantine policy {policy}: a key has leaked. Go to the page “Something happened”."),
    ));
}

const NONE_ATTACHED: Text =
    t("隔離ポリシーは、どのバージョンも付いていません。", "No version of the quarantine policy is attached.");
const PART: Text = t(
    "絞り込みのオプションを付けた出力なので、どのバージョンも付いていないとは言えません。確認のコマンドをそのまま実行し直してください。",
    "The command asked for a part only, so this does not say that no version is attached. Run the check command as it is.",
);
const TOO_FEW: Text = t(
    "隔離ポリシーの V3 と V2 の、両方の出力が必要です。",
    "Both outputs are needed: of V3 and of V2 of the quarantine policy.",
);
const NOT_V4: Text =
    t("2026 年 11 月に追加された V4 は確認していません。", "V4, made in November 2026, was not looked at.");
const UNREADABLE: Text =
    t("出力を読み取れません。出力全体を入れてください。", "The output cannot be read. Hand over the whole output.");
