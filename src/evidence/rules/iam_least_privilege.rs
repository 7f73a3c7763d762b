//! `iam-least-privilege`: does a policy allow `*` on `*`, and do users have AdministratorAccess through groups only?

use super::credentials;
use super::iam_documents::{document, is_made_by_aws, together, versions};
use super::iam_policies::{HOLDERS, ROLES, default_version, is_of_aws};
use super::partial::is_narrowed;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, quantity, t};
use crate::base::json::Json;
use crate::evidence::facts::{Facts, Output};

const ADMINISTRATOR: &str = "AdministratorAccess";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    let mut is_detailed = false;
    for output in verdict.outputs("iam get-account-authorization-details") {
        if let Some(value) = verdict.json(output) {
            is_detailed = true;
            details(verdict, output, value);
        }
    }
    administrators(verdict);
    versions(verdict);
    if !is_detailed {
        // Inline policies are in no other output.
        verdict.missing(NO_DETAILS);
    }
}

/// Judges the authorization details: users, groups, roles and the customer managed policies.
fn details(verdict: &mut VerdictBuilder<'_>, output: &Output, value: &Json) {
    let lists = HOLDERS.iter().map(|(list, ..)| *list).chain(["Policies"]);
    if lists.into_iter().any(|list| !matches!(value.get(list), Some(Json::List(_)))) {
        verdict.doubt(&output.origin, NOT_ALL_LISTS);
    }
    if is_narrowed(output) || output.arg("--query").is_some() || leaves_out_kinds(output) {
        verdict.doubt(&output.origin, PART);
    }
    if counts_more(verdict.facts, value) {
        verdict.doubt(&output.origin, SUMMARY_MORE);
    }
    let mut administrators = Vec::new();
    let mut attached = Vec::new();
    for (list, inline, name) in HOLDERS {
        let is_judged = |holder: &&Json| list != ROLES || !is_made_by_aws(holder);
        for holder in value.items(list).iter().filter(is_judged) {
            let name = holder.words(name);
            inline_policies(verdict, output, holder, inline, name);
            let policies = holder.items("AttachedManagedPolicies").iter().map(|policy| policy.words("PolicyArn"));
            for policy in policies {
                if is_administrator(policy) {
                    administrators.push((list, name));
                } else if !is_of_aws(policy) {
                    attached.push(policy);
                }
            }
        }
    }
    judge_administrators(verdict, output, &administrators);
    managed(verdict, output, value, &attached);
    together(verdict, output, value);
    let users = value.items("UserDetailList").len();
    verdict.pass(
        &output.origin,
        say(
            format!("ユーザー {users} 人と、グループ、ロール、カスタマー管理ポリシーの権限を確認しました。"),
            format!(
                "The rights of {}, and of groups, roles and customer managed policies were looked at.",
                quantity(users, "user")
            ),
        ),
    );
}

/// Whether `--filter` names some kinds only: the lists of the other kinds are empty then.
fn leaves_out_kinds(output: &Output) -> bool {
    const KINDS: [&str; 4] = ["User", "Group", "Role", "LocalManagedPolicy"];
    let mut named = output.args.iter().skip_while(|arg| !arg.starts_with("--filter"));
    let Some(option) = named.next() else {
        return false;
    };
    let first = option.strip_prefix("--filter=").into_iter();
    let kinds: Vec<&str> = first.chain(named.take_while(|arg| !arg.starts_with("--")).map(String::as_str)).collect();
    !KINDS.iter().all(|kind| kinds.contains(kind))
}

/// Whether the account summary counts users, groups or roles although their list is empty.
fn counts_more(facts: &Facts, value: &Json) -> bool {
    let counts = [("UserDetailList", "Users"), ("GroupDetailList", "Groups"), (ROLES, "Roles")];
    facts.outputs("iam get-account-summary").filter_map(credentials::summary_map).any(|map| {
        counts.iter().any(|(list, count)| {
            matches!(value.get(list), Some(Json::List(rows)) if rows.is_empty())
                && map.number(count).is_some_and(|count| count > 0.0)
        })
    })
}

/// Judges the inline policies of one holder, and adds a doubt if its lists cannot be read.
fn inline_policies(verdict: &mut VerdictBuilder<'_>, output: &Output, holder: &Json, inline: &str, name: &str) {
    let attached = holder.get("AttachedManagedPolicies");
    // Without inline policies AWS may leave the list out.
    let is_odd = !matches!(holder.get(inline), None | Some(Json::List(_)))
        || !matches!(attached, Some(Json::List(policies)) if policies.iter().all(|one| !one.words("PolicyArn").is_empty()));
    if is_odd {
        verdict.doubt(
            &output.origin,
            say(
                format!("{name} の権限の一覧を読み取れません。"),
                format!("The list of {name}'s rights cannot be read."),
            ),
        );
    }
    for policy in holder.items(inline) {
        document(
            verdict,
            output,
            policy.get("PolicyDocument"),
            &[name, " / ", policy.words("PolicyName")].concat(),
            true,
        );
    }
}

/// Judges the customer managed policies that are attached, or may be.
fn managed(verdict: &mut VerdictBuilder<'_>, output: &Output, value: &Json, attached: &[&str]) {
    let policies = value.items("Policies");
    for policy in policies.iter().filter(|policy| !is_of_aws(policy.words("Arn"))) {
        let arn = policy.words("Arn");
        let is_attached = attached.contains(&arn) || policy.number("AttachmentCount").is_some_and(|count| count > 0.0);
        if !is_attached && policy.number("AttachmentCount").is_some() {
            continue;
        }
        document(verdict, output, default_version(policy), last(arn), is_attached);
    }
    if let Some(arn) = attached.iter().find(|arn| !policies.iter().any(|policy| policy.words("Arn") == **arn)) {
        let name = last(arn);
        verdict.doubt(
            &output.origin,
            say(
                format!("付いているポリシー {name} の中身が Policies にありません。--filter に LocalManagedPolicy も付けてください。"),
                format!("Policy {name} is attached, but not in Policies. Add LocalManagedPolicy to --filter."),
            ),
        );
    }
}

/// The name at the end of an ARN.
fn last(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or_default()
}

/// Whether this is AWS's own policy; a customer managed one may have the same name.
fn is_administrator(arn: &str) -> bool {
    is_of_aws(arn) && last(arn) == ADMINISTRATOR
}

fn judge_administrators(verdict: &mut VerdictBuilder<'_>, output: &Output, holders: &[(&str, &str)]) {
    for (list, name) in holders {
        if *list == "UserDetailList" {
            verdict.fail(&output.origin, direct(name));
        }
    }
    let others: Vec<&str> =
        holders.iter().filter(|(list, _)| *list != "UserDetailList").map(|(_, name)| *name).collect();
    if !others.is_empty() {
        let list = others.join(", ");
        verdict.warn(say(
            format!(
                "{ADMINISTRATOR} が付いたグループとロール: {list}。使えるのが本当に必要な人だけか、確かめてください。"
            ),
            format!("Groups and roles with {ADMINISTRATOR}: {list}. See that only those who need it can use them."),
        ));
    }
}

fn direct(name: &str) -> crate::base::i18n::Words {
    say(
        format!("IAM ユーザー {name} に {ADMINISTRATOR} が直接付いています。"),
        format!("{ADMINISTRATOR} is attached to IAM user {name} directly."),
    )
}

/// Judges `list-entities-for-policy` of AdministratorAccess.
fn administrators(verdict: &mut VerdictBuilder<'_>) {
    let facts = verdict.facts;
    for output in verdict.outputs("iam list-entities-for-policy") {
        // A file name contains the name of the policy only, not its ARN.
        let is_it = |policy: &str| policy == ADMINISTRATOR || is_administrator(policy);
        let is_boundary = output.arg("--policy-usage-filter") == Some("PermissionsBoundary");
        if is_boundary || !output.about("--policy-arn").is_some_and(is_it) {
            continue;
        }
        if let Some(value) = verdict.json(output) {
            for user in value.items("PolicyUsers").iter().map(|user| user.words("UserName")) {
                if !is_bounded_only(facts, user) {
                    verdict.fail(&output.origin, direct(user));
                }
            }
            if matches!(value.get("PolicyUsers"), Some(Json::List(users)) if users.is_empty()) {
                verdict.pass(&output.origin, NO_DIRECT);
            }
        }
    }
}

/// Whether a user has AdministratorAccess as permissions boundary only: `list-entities-for-policy` lists both uses
/// alike.
fn is_bounded_only(facts: &Facts, user: &str) -> bool {
    let details = facts.outputs("iam get-account-authorization-details").filter_map(Output::value);
    details.flat_map(|value| value.items("UserDetailList")).any(|row| {
        let boundary = row.get("PermissionsBoundary").map_or("", |one| one.words("PermissionsBoundaryArn"));
        let mut attached = row.items("AttachedManagedPolicies").iter().map(|policy| policy.words("PolicyArn"));
        row.words("UserName") == user && is_administrator(boundary) && !attached.any(is_administrator)
    })
}

const NO_DIRECT: Text =
    t("AdministratorAccess が直接付いた IAM ユーザーはいません。", "No IAM user has AdministratorAccess directly.");
const NO_DETAILS: Text = t(
    "get-account-authorization-details の出力がないため、インラインポリシーを確認できません。この出力も入れてください。",
    "Without the output of get-account-authorization-details inline policies cannot be looked at. Add it.",
);
const NOT_ALL_LISTS: Text = t(
    "ユーザー、グループ、ロール、ポリシーのどれかの一覧がありません。--filter User Role Group LocalManagedPolicy で実行し、--query は付けないでください。",
    "A list of users, groups, roles or policies is missing. Run it with --filter User Role Group LocalManagedPolicy and without --query.",
);
const PART: Text = t(
    "絞り込みのオプションを付けた出力なので、全員の権限は分かりません。確認のコマンドのまま取り直してください。",
    "The command asked for a part only, so this does not show everybody's rights. Run the check command as it is.",
);
const SUMMARY_MORE: Text = t(
    "ユーザー、グループ、ロールのどれかの一覧が空ですが、アカウントの概要にはあります。--filter User Role Group LocalManagedPolicy で取り直してください。",
    "A list of users, groups or roles is empty, but the account summary counts some. Run it with --filter User Role Group LocalManagedPolicy.",
);
