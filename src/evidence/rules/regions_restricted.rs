//! `regions-restricted`: are there Regions in which nobody can start anything? Only a person knows which ones are in use.

use super::iam_policies::{HOLDERS, ROLES, account_of, default_version, documents, is_of_aws, readable};
use super::partial::is_narrowed;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, Words, t};
use crate::base::json::Json;
use crate::evidence::facts::{Answer, Output};
use crate::evidence::trial::Truth;
use crate::evidence::trial::policy::{Policies, Principal, starts_compute_in};
use std::collections::BTreeMap;

const DETAILS: &str = "iam get-account-authorization-details";
/// How many names a reason lists.
const NAMED: usize = 10;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.ask_person();
    let facts = verdict.facts;
    let enabled = facts.enabled_regions(|output| verdict.is_recent(&output.origin));
    let by_scp: Vec<&str> = facts.closed_regions().into_iter().collect();
    if let Some(refused) = facts.outputs.iter().find(|output| output.is_denied_by_scp()).filter(|_| !by_scp.is_empty())
    {
        verdict.pass(&refused.origin, closed_by_scp(&by_scp));
    }
    let mut is_detailed = false;
    for output in verdict.outputs(DETAILS) {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        is_detailed = true;
        let Some(enabled) = &enabled else {
            verdict.doubt(&output.origin, NO_REGIONS);
            continue;
        };
        if !is_whole(output, value) {
            verdict.doubt(&output.origin, PART);
        }
        let open: Vec<&str> = enabled.iter().copied().filter(|region| !by_scp.contains(region)).collect();
        look_at(verdict, output, value, &open, !by_scp.is_empty());
    }
    if !is_detailed {
        verdict.missing(NO_DETAILS);
    }
    opted_in(verdict);
}

/// Tries every user, and every role that people assume, in the Regions that no SCP closes.
fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, value: &Json, regions: &[&str], has_scp: bool) {
    let account = account_of(value).unwrap_or("000000000000");
    let principals = principals(value);
    let tried: Vec<(&str, Vec<Truth>)> = principals
        .iter()
        .map(|(name, principal)| (*name, starts_compute_in(regions, principal, account, verdict.now)))
        .collect();
    if tried.iter().all(|(_, regions)| regions.iter().all(|can| *can == Truth::No)) {
        verdict.doubt(&output.origin, NOBODY);
        return;
    }
    let is_closed = |index: usize| tried.iter().all(|(_, can)| can.get(index) == Some(&Truth::No));
    let (closed, open): (Vec<usize>, Vec<usize>) = (0..regions.len()).partition(|index| is_closed(*index));
    let names =
        |indices: &[usize]| -> Vec<&str> { indices.iter().filter_map(|index| regions.get(*index)).copied().collect() };
    if !closed.is_empty() {
        verdict.pass(&output.origin, closed_by_policies(&names(&closed)));
    }
    if has_scp || !closed.is_empty() {
        verdict.warn(still_open(&names(&open)));
        return;
    }
    let by = |holds: fn(&[Truth]) -> bool| -> Vec<&str> {
        tried.iter().filter(|(_, can)| holds(can)).map(|(name, _)| *name).collect()
    };
    let certain = by(|can| can.iter().all(|one| *one == Truth::Yes));
    let unclear = by(|can| can.contains(&Truth::Unclear));
    if certain.is_empty() && unclear.is_empty() {
        // Everybody is limited, each to other Regions.
        verdict.pass(&output.origin, still_open(regions));
    } else if certain.is_empty() {
        verdict.doubt(&output.origin, perhaps(&unclear));
    } else if let Some(words) = why_scp_is_open(verdict) {
        verdict.doubt(&output.origin, words);
    } else {
        verdict.fail(&output.origin, everywhere(&certain, regions.len()));
    }
}

/// Why a service control policy that cannot be seen here may close Regions; none if there is no such policy.
fn why_scp_is_open(verdict: &mut VerdictBuilder<'_>) -> Option<Text> {
    let mut is_known = false;
    for output in verdict.outputs("organizations describe-organization") {
        if output.error_code() == Some("AWSOrganizationsNotInUseException") && verdict.is_recent(&output.origin) {
            is_known = true;
        } else if let Some(organization) = verdict.json(output).and_then(|value| value.get("Organization")) {
            let own = verdict.facts.account.as_deref();
            match organization.words("MasterAccountId") {
                master if own == Some(master) => is_known = true,
                _ => return Some(SCP_UNSEEN),
            }
        }
    }
    (!is_known).then_some(NO_ORGANIZATION)
}

/// Whether the details list all users, groups, roles and customer managed policies.
fn is_whole(output: &Output, value: &Json) -> bool {
    const KINDS: [&str; 4] = ["User", "Group", "Role", "LocalManagedPolicy"];
    let lists = HOLDERS.iter().map(|(list, ..)| *list).chain(["Policies"]);
    let has_all = lists.into_iter().all(|list| matches!(value.get(list), Some(Json::List(_))));
    let is_filtered = output.has_option("--filter")
        && !KINDS.iter().all(|kind| output.values("--filter").any(|value| value == *kind));
    let is_truncated = matches!(output.answer, Answer::Json { is_truncated: true, .. });
    has_all && !is_filtered && !is_truncated && !is_narrowed(output) && output.arg("--query").is_none()
}

/// The users, and the roles that people assume, with their policies.
fn principals(value: &Json) -> Vec<(&str, Principal)> {
    let managed: BTreeMap<&str, &Json> =
        value.items("Policies").iter().map(|policy| (policy.words("Arn"), policy)).collect();
    let groups: BTreeMap<&str, &Json> =
        value.items("GroupDetailList").iter().map(|group| (group.words("GroupName"), group)).collect();
    let mut principals = Vec::new();
    for (list, inline, name) in HOLDERS {
        if list == "GroupDetailList" {
            continue;
        }
        for holder in value.items(list).iter().filter(|holder| list != ROLES || is_for_people(holder)) {
            let mut principal = Principal { arn: holder.words("Arn").to_owned(), ..Principal::default() };
            add(&mut principal, &managed, holder, inline);
            for group in holder.texts("GroupList").filter_map(|name| groups.get(name)) {
                add(&mut principal, &managed, group, "GroupPolicyList");
            }
            let boundary = holder.get("PermissionsBoundary").map(|one| one.words("PermissionsBoundaryArn"));
            principal.boundary = boundary.map(|arn| boundary_of(&managed, arn));
            principals.push((holder.words(name), principal));
        }
    }
    principals
}

/// Adds the policies of a user, group or role.
fn add(principal: &mut Principal, managed: &BTreeMap<&str, &Json>, holder: &Json, inline: &str) {
    for document in documents(managed, holder, inline) {
        principal.has_unknown_policy |= !principal.policies.add(&document);
    }
    for policy in holder.items("AttachedManagedPolicies") {
        let arn = policy.words("PolicyArn");
        let is_known = managed.get(arn).is_some_and(|policy| readable(default_version(policy)).is_some());
        match arn.rsplit('/').next().unwrap_or_default() {
            "AdministratorAccess" if is_of_aws(arn) => _ = principal.policies.add(&everything()),
            // `documents` knows these two.
            "IAMFullAccess" | "PowerUserAccess" if is_of_aws(arn) => {}
            name if is_of_aws(arn) && starts_nothing(name) => {}
            _ => principal.has_unknown_policy |= !is_known,
        }
    }
}

/// AWS-managed policies that let nobody start compute, by their descriptions in the AWS managed policy reference.
fn starts_nothing(name: &str) -> bool {
    const NAMES: [&str; 7] = [
        "AWSCompromisedKeyQuarantineV2",
        "AWSCompromisedKeyQuarantineV3",
        "AWSSupportAccess",
        "Billing",
        "IAMUserChangePassword",
        "SecurityAudit",
        "ViewOnlyAccess",
    ];
    NAMES.contains(&name) || name.ends_with("ReadOnlyAccess")
}

/// What a permissions boundary allows; an AWS-managed one other than `AdministratorAccess` is not known.
fn boundary_of(managed: &BTreeMap<&str, &Json>, arn: &str) -> Policies {
    let mut policies = Policies::default();
    match managed.get(arn).and_then(|policy| readable(default_version(policy))) {
        Some(document) => _ = policies.add(&document),
        None => _ = policies.add(&everything()),
    }
    policies
}

fn everything() -> Json {
    Json::parse(r#"{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#).unwrap_or_default()
}

/// Whether people can assume a role: its trust policy names something other than AWS services. Service-linked roles are
/// beyond any policy.
fn is_for_people(role: &Json) -> bool {
    if role.words("Path").starts_with("/aws-service-role/") {
        return false;
    }
    let Some(trust) = readable(role.get("AssumeRolePolicyDocument")) else {
        return true;
    };
    let statements = match trust.get("Statement") {
        Some(Json::List(statements)) => statements.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => return true,
    };
    statements.iter().any(|statement| match statement.get("Principal") {
        Some(Json::Object(principals)) => principals.iter().any(|(kind, _)| kind != "Service"),
        Some(_) | None => true,
    })
}

/// Opt-in Regions that are enabled: a remark, since somebody may use them.
fn opted_in(verdict: &mut VerdictBuilder<'_>) {
    let mut regions: Vec<&str> = Vec::new();
    for output in verdict.outputs("account list-regions") {
        let rows = output.value().map(|value| value.items("Regions")).unwrap_or_default();
        let is_opted_in = |row: &&Json| row.words("RegionOptStatus") == "ENABLED";
        regions.extend(rows.iter().filter(is_opted_in).map(|row| row.words("RegionName")));
    }
    if !regions.is_empty() {
        let list = limited(&regions);
        verdict.warn(say(
            format!("オプトインして有効にしたリージョン: {list}。使っていなければ無効にしてください。"),
            format!("Regions that somebody opted in to: {list}. Disable those that nobody uses."),
        ));
    }
}

/// The first names, and how many more there are.
fn limited(names: &[&str]) -> String {
    let mut list = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        list.push_str(&format!(" (+{})", names.len() - NAMED));
    }
    list
}

fn closed_by_scp(regions: &[&str]) -> Words {
    let list = limited(regions);
    say(
        format!("サービスコントロールポリシー(SCP)で禁止されているリージョン: {list}"),
        format!("Denied by a service control policy (SCP): {list}"),
    )
}

fn closed_by_policies(regions: &[&str]) -> Words {
    let list = limited(regions);
    say(
        format!("どのユーザーも、人が引き受けるどのロールも、何も起動できないリージョン: {list}"),
        format!("No user, and no role that people assume, can start anything in: {list}"),
    )
}

fn still_open(regions: &[&str]) -> Words {
    let list = limited(regions);
    say(
        format!("禁止されていないリージョン: {list}。どれも使っているか確かめてください。"),
        format!("Not denied: {list}. See that each of them is in use."),
    )
}

fn everywhere(names: &[&str], regions: usize) -> Words {
    let list = limited(names);
    say(
        format!(
            "{list} は、有効な {regions} リージョンのどこでもインスタンスなどを起動できます。禁止されているリージョンはありません。"
        ),
        format!(
            "In each of the {regions} enabled Regions {list} can start instances and the like: no Region is denied."
        ),
    )
}

fn perhaps(names: &[&str]) -> Words {
    let list = limited(names);
    say(
        format!(
            "{list} のポリシーには、中身が分からないものか、このページで判定できない条件があるため、禁止されたリージョンがあるかどうか分かりません。"
        ),
        format!(
            "The policies of {list} are not known, or have conditions that this page cannot judge: it is not clear whether a Region is denied."
        ),
    )
}

const NO_DETAILS: Text = t(
    "get-account-authorization-details の出力がないため、IAM のポリシーを確認できません。この出力も入れてください。",
    "Without the output of get-account-authorization-details the IAM policies cannot be tried. Add it.",
);
const NO_REGIONS: Text = t(
    "有効なリージョンの一覧がないため、判定できません。account list-regions の出力も入れてください。",
    "Without a list of the enabled Regions this does not decide. Add the output of account list-regions.",
);
const PART: Text = t(
    "出力にユーザー、グループ、ロール、ポリシーの一部しかないため、全員については判定できません。確認のコマンドのまま取り直してください。",
    "A part of the users, groups, roles or policies only, so this does not tell of everybody. Run the check command as it is.",
);
const NOBODY: Text = t(
    "インスタンスなどを起動できるユーザーやロールが見つかりません。人がどこからサインインして作業しているか確かめてください。",
    "No user or role here can start anything. Find out how people come in to work.",
);
const SCP_UNSEEN: Text = t(
    "IAM のポリシーでは、どのリージョンも禁止されていません。組織の SCP で禁止されているかどうかは、メンバーアカウントからは見えません。組織の管理者に確認してください。",
    "No IAM policy denies a Region. Whether an SCP of the organisation does cannot be seen from a member account: ask its administrator.",
);
const NO_ORGANIZATION: Text = t(
    "IAM のポリシーでは、どのリージョンも禁止されていません。組織の SCP で禁止されているかもしれないため、organizations describe-organization の出力も入れてください。",
    "No IAM policy denies a Region. An SCP of an organisation may: add the output of organizations describe-organization.",
);

#[cfg(test)]
mod tests {
    use super::is_for_people;
    use crate::base::json::Json;

    #[test]
    fn roles_that_people_assume() {
        let role = |path: &str, principal: &str| {
            let text = format!(
                r#"{{"Path": "{path}", "AssumeRolePolicyDocument": {{"Statement": [{{"Effect": "Allow", "Principal": {principal}}}]}}}}"#
            );
            is_for_people(&Json::parse(&text).unwrap())
        };
        assert!(role("/", r#"{"AWS": "arn:aws:iam::123456789012:root"}"#));
        assert!(role("/", r#"{"Service": "ec2.amazonaws.com", "AWS": "*"}"#));
        assert!(role("/aws-reserved/sso.amazonaws.com/", r#"{"Federated": "arn:aws:iam::1:saml-provider/x"}"#));
        assert!(role("/", r#""*""#));
        assert!(!role("/", r#"{"Service": ["ec2.amazonaws.com"]}"#));
        assert!(!role("/aws-service-role/config.amazonaws.com/", r#"{"AWS": "*"}"#));
        assert!(is_for_people(&Json::parse(r#"{"Path": "/"}"#).unwrap()));
    }
}
