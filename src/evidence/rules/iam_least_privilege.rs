//! `iam-least-privilege`: does somebody have `*` on `*` without need, and do users get rights from groups?

use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::i18n::{Text, t};
use crate::json::Json;
use std::borrow::Cow;

const ADMINISTRATOR: &str = "AdministratorAccess";

pub(super) fn judge(w: &mut Weigh<'_>) {
    let mut is_detailed = false;
    for output in w.outputs("iam get-account-authorization-details") {
        if let Some(value) = w.json(output) {
            is_detailed = true;
            details(w, output, value);
        }
    }
    administrators(w);
    versions(w);
    if !is_detailed {
        // Inline policies stand nowhere else.
        w.missing(NO_DETAILS);
    }
}

/// The whole picture: users, groups, roles and the customer managed policies.
fn details(w: &mut Weigh<'_>, output: &Output, value: &Json) {
    let lists = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"];
    if lists.iter().any(|list| !matches!(value.get(list), Some(Json::List(_)))) {
        w.doubt(&output.origin, NOT_ALL_LISTS);
    }
    let mut holders = Vec::new();
    for (list, inline, name) in [
        ("UserDetailList", "UserPolicyList", "UserName"),
        ("GroupDetailList", "GroupPolicyList", "GroupName"),
        ("RoleDetailList", "RolePolicyList", "RoleName"),
    ] {
        for holder in value.items(list).iter().filter(|holder| !is_made_by_aws(holder)) {
            let name = holder.words(name);
            for policy in holder.items(inline) {
                document(w, output, policy.get("PolicyDocument"), name, policy.words("PolicyName"));
            }
            for policy in holder.items("AttachedManagedPolicies") {
                let policy = policy.words("PolicyArn");
                if policy.ends_with(":policy/AdministratorAccess") {
                    holders.push((list, name));
                }
            }
        }
    }
    tell_administrators(w, output, &holders);
    for policy in value.items("Policies").iter().filter(|policy| policy.number("AttachmentCount") != Some(0.0)) {
        let is_aws = policy.words("Arn").starts_with("arn:aws:iam::aws:");
        let version =
            policy.items("PolicyVersionList").iter().find(|version| version.flag("IsDefaultVersion") == Some(true));
        if !is_aws {
            let name = policy.words("Arn").rsplit('/').next().unwrap_or_default();
            document(w, output, version.and_then(|version| version.get("Document")), name, "");
        }
    }
    let users = value.items("UserDetailList").len();
    w.pass(
        &output.origin,
        say(
            format!("ユーザー {users} 人と、グループ、ロール、カスタマー管理ポリシーの権限を確認しました。"),
            format!("The rights of {users} users, and of groups, roles and customer managed policies were looked at."),
        ),
    );
}

/// Service-linked roles and those of IAM Identity Center.
fn is_made_by_aws(holder: &Json) -> bool {
    let path = holder.words("Path");
    path.starts_with("/aws-service-role/")
        || path.starts_with("/aws-reserved/")
        || holder.words("RoleName").starts_with("AWSReservedSSO_")
}

fn tell_administrators(w: &mut Weigh<'_>, output: &Output, holders: &[(&str, &str)]) {
    for (list, name) in holders {
        if *list == "UserDetailList" {
            w.fail(&output.origin, direct(name));
        }
    }
    let others: Vec<&str> =
        holders.iter().filter(|(list, _)| *list != "UserDetailList").map(|(_, name)| *name).collect();
    if !others.is_empty() {
        let list = others.join(", ");
        w.warn(say(
            format!(
                "{ADMINISTRATOR} が付いたグループとロール: {list}。使えるのが本当に必要な人だけか、確かめてください。"
            ),
            format!("Groups and roles with {ADMINISTRATOR}: {list}. See that only those who need it can use them."),
        ));
    }
}

fn direct(name: &str) -> crate::i18n::Words {
    say(
        format!("IAM ユーザー {name} に {ADMINISTRATOR} が直接付いています。"),
        format!("{ADMINISTRATOR} is attached to IAM user {name} directly."),
    )
}

/// `list-entities-for-policy` of AdministratorAccess.
fn administrators(w: &mut Weigh<'_>) {
    for output in w.outputs("iam list-entities-for-policy") {
        if !output.about("--policy-arn").is_some_and(|policy| policy.ends_with(ADMINISTRATOR)) {
            continue;
        }
        if let Some(value) = w.json(output) {
            for user in value.items("PolicyUsers") {
                w.fail(&output.origin, direct(user.words("UserName")));
            }
            if matches!(value.get("PolicyUsers"), Some(Json::List(users)) if users.is_empty()) {
                w.pass(&output.origin, NO_DIRECT);
            }
        }
    }
}

/// `get-policy-version`, one policy at a time.
fn versions(w: &mut Weigh<'_>) {
    for output in w.outputs("iam get-policy-version") {
        // Asked about a policy that is gone.
        if output.error_code() == Some("NoSuchEntity") {
            continue;
        }
        if let Some(version) = w.json(output).and_then(|value| value.get("PolicyVersion")) {
            let name = output.about("--policy-arn").unwrap_or("?");
            document(w, output, version.get("Document"), name, "");
        }
    }
}

/// Looks at one policy document: JSON, or JSON with URL escapes in a text, as the API returns it.
fn document(w: &mut Weigh<'_>, output: &Output, document: Option<&Json>, holder: &str, policy: &str) {
    let of = if policy.is_empty() { holder.to_owned() } else { format!("{holder} / {policy}") };
    let document: Option<Cow<'_, Json>> = match document {
        Some(document @ Json::Object(_)) => Some(Cow::Borrowed(document)),
        Some(Json::Text(text)) => {
            let plain = String::from_utf8(percent_encoding::percent_decode_str(text).collect()).ok();
            plain.and_then(|plain| Json::parse(&plain).ok()).map(Cow::Owned)
        }
        Some(_) | None => None,
    };
    let Some(document) = document else {
        w.doubt(
            &output.origin,
            say(format!("ポリシー {of} の中身を読み取れません。"), format!("Policy {of} cannot be read.")),
        );
        return;
    };
    let statements: &[Json] = match document.get("Statement") {
        Some(Json::List(statements)) => statements,
        Some(one @ Json::Object(_)) => std::slice::from_ref(one),
        Some(_) | None => &[],
    };
    for statement in statements.iter().filter(|statement| statement.words("Effect") == "Allow") {
        if !has(statement, "Resource", &["*"]) || statement.get("Condition").is_some() {
            continue;
        }
        if has(statement, "Action", &["*", "*:*"]) {
            w.fail(
                &output.origin,
                say(
                    format!("ポリシー {of} が、すべてのリソースに対するすべての操作(*)を許可しています。"),
                    format!("Policy {of} allows every action (*) on every resource."),
                ),
            );
        } else if statement.get("NotAction").is_some() {
            w.warn(say(
                format!("ポリシー {of} は NotAction を使い、すべてのリソースに対するほとんどの操作を許可しています。"),
                format!("Policy {of} allows nearly everything on every resource, by NotAction."),
            ));
        }
    }
}

/// Whether a field, a text or a list of them, holds one of these.
fn has(statement: &Json, field: &str, wanted: &[&str]) -> bool {
    let single = wanted.contains(&statement.words(field));
    single || statement.texts(field).any(|value| wanted.contains(&value))
}

const NO_DIRECT: Text =
    t("AdministratorAccess が直接付いた IAM ユーザーはいません。", "No IAM user has AdministratorAccess directly.");
const NO_DETAILS: Text = t(
    "get-account-authorization-details の出力がないため、インラインポリシーを確認できません。この出力も入れてください。",
    "Without the output of get-account-authorization-details inline policies cannot be looked at. Add it.",
);
const NOT_ALL_LISTS: Text = t(
    "ユーザー、グループ、ロール、ポリシーのどれかの一覧がありません。--filter User Role Group LocalManagedPolicy を付け、--query は付けずに実行し直してください。",
    "A list of users, groups, roles or policies is missing. Run it with --filter User Role Group LocalManagedPolicy and without --query.",
);
