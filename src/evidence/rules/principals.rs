//! Who acts in an account, by its authorization details: users and assumable roles with all their policies, people apart
//! from programs.

use super::iam_policies::{HOLDERS, ROLES, default_version, documents, is_for_account_access, is_of_aws, readable};
use crate::base::json::Json;
use crate::evidence::facts::Facts;
use crate::evidence::trial::policy::{Policies, Principal};
use std::collections::BTreeMap;

/// Who uses a user or role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Actor {
    /// A person, as far as is known.
    Person,
    /// A program: a user without a password, or a role that only OpenID Connect tokens open.
    Program,
}

/// All users, and the roles that something other than an AWS service assumes: names, actors, policies.
pub(super) fn principals<'v>(value: &'v Json, facts: &Facts) -> Vec<(&'v str, Actor, Principal)> {
    let managed: BTreeMap<&str, &Json> =
        value.items("Policies").iter().map(|policy| (policy.words("Arn"), policy)).collect();
    let groups: BTreeMap<&str, &Json> =
        value.items("GroupDetailList").iter().map(|group| (group.words("GroupName"), group)).collect();
    let mut principals = Vec::new();
    for (list, inline, name) in HOLDERS {
        if list == "GroupDetailList" {
            continue;
        }
        for holder in value.items(list) {
            let name = holder.words(name);
            let actor = if list == ROLES { who_assumes(holder) } else { Some(who_is(name, facts)) };
            let Some(actor) = actor else { continue };
            let mut principal = Principal { arn: holder.words("Arn").to_owned(), ..Principal::default() };
            add(&mut principal, &managed, holder, inline);
            for group in holder.texts("GroupList").filter_map(|name| groups.get(name)) {
                add(&mut principal, &managed, group, "GroupPolicyList");
            }
            let boundary = holder.get("PermissionsBoundary").map(|one| one.words("PermissionsBoundaryArn"));
            principal.boundary = boundary.map(|arn| boundary_of(&managed, arn));
            principals.push((name, actor, principal));
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

/// Whether an IAM user is a program's: the credential report says that it has no password.
fn who_is(user: &str, facts: &Facts) -> Actor {
    let rows = facts.credential_reports.iter().flat_map(|report| &report.users);
    let mut rows = rows.filter(|row| row.user == user).peekable();
    let has_none = rows.peek().is_some() && rows.all(|row| row.password_enabled == Some(false));
    if has_none { Actor::Program } else { Actor::Person }
}

/// Who assumes a role, by its trust policy; none if only AWS services do. Service-linked roles are beyond any policy.
fn who_assumes(role: &Json) -> Option<Actor> {
    if role.words("Path").starts_with("/aws-service-role/") {
        return None;
    }
    let trust = readable(role.get("AssumeRolePolicyDocument"));
    let statements = match trust.as_deref().and_then(|trust| trust.get("Statement")) {
        Some(Json::List(statements)) => statements.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => return Some(Actor::Person),
    };
    let mut program = is_for_account_access(role).then_some(Actor::Person);
    for statement in statements {
        let Some(Json::Object(principals)) = statement.get("Principal") else {
            return Some(Actor::Person);
        };
        for (kind, who) in principals {
            let is_by_token = kind == "Federated" && !who.to_string().contains(":saml-provider/");
            match kind.as_str() {
                "Service" => {}
                _ if is_by_token => program = program.or(Some(Actor::Program)),
                _ => return Some(Actor::Person),
            }
        }
    }
    program
}

#[cfg(test)]
mod tests {
    use super::{Actor, who_assumes};
    use crate::base::json::Json;

    #[test]
    fn who_assumes_a_role() {
        let role = |path: &str, principal: &str| {
            let text = format!(
                r#"{{"Path": "{path}", "AssumeRolePolicyDocument": {{"Statement": [{{"Effect": "Allow", "Principal": {principal}}}]}}}}"#
            );
            who_assumes(&Json::parse(&text).unwrap())
        };
        let (person, program) = (Some(Actor::Person), Some(Actor::Program));
        for (path, principal, wanted) in [
            ("/", r#"{"AWS": "arn:aws:iam::123456789012:root"}"#, person),
            ("/", r#"{"Service": "ec2.amazonaws.com", "AWS": "*"}"#, person),
            ("/", r#"{"Service": "account-access.amazonaws.com"}"#, person),
            ("/", r#""*""#, person),
            (
                "/aws-reserved/sso.amazonaws.com/",
                r#"{"Federated": "arn:aws:iam::123456789012:saml-provider/AWSSSO_1"}"#,
                person,
            ),
            (
                "/",
                r#"{"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}"#,
                program,
            ),
            ("/", r#"{"Federated": "cognito-identity.amazonaws.com", "Service": "ec2.amazonaws.com"}"#, program),
            ("/", r#"{"Service": ["ec2.amazonaws.com"]}"#, None),
            ("/aws-service-role/config.amazonaws.com/", r#"{"AWS": "*"}"#, None),
        ] {
            assert_eq!(role(path, principal), wanted, "{principal}");
        }
        assert_eq!(who_assumes(&Json::parse(r#"{"Path": "/"}"#).unwrap()), person);
    }
}
