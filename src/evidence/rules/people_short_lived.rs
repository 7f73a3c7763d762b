//! `people-short-lived`: do people sign in as IAM users? Only a person knows the MFA setting of Identity Center, and
//! whose the access keys are.

use super::credentials;
use super::iam_policies::is_for_account_access;
use super::partial::is_all;
use super::verdict_builder::{NO_REGION, VerdictBuilder, say};
use crate::base::i18n::{Text, Words, quantity, t};
use crate::base::json::Json;
use crate::evidence::facts::{CredentialReport, CredentialRow, Output, When};

const DETAILS: &str = "iam get-account-authorization-details";
/// In days: a password that was used since belongs to somebody who works with it. This product's own choice.
const IN_USE: i64 = 90;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.ask_person();
    for report in credentials::readable(verdict) {
        let with_password: Vec<&CredentialRow> =
            report.users.iter().filter(|user| user.password_enabled != Some(false)).collect();
        for user in &with_password {
            judge_user(verdict, report, user, with_password.len() == 1);
        }
        if with_password.is_empty() {
            let users = report.users.len();
            verdict.pass(
                &report.origin,
                say(
                    format!("パスワードを持つ IAM ユーザーはいません(IAM ユーザー {users} 人)。"),
                    format!("No IAM user has a password ({users} IAM users)."),
                ),
            );
        }
    }
    if verdict.facts.credential_reports.is_empty() {
        verdict.missing(NO_REPORT);
    }
    ways_in(verdict);
}

/// Judges a user with a password, or one whose row does not say whether there is one.
fn judge_user(verdict: &mut VerdictBuilder<'_>, report: &CredentialReport, row: &CredentialRow, is_only_one: bool) {
    let user = row.user.as_str();
    if row.password_enabled.is_none() {
        verdict.doubt(&report.origin, unreadable(user));
        return;
    }
    let on = report.origin.collected_at.unwrap_or(verdict.now);
    match row.password_last_used {
        // Emergency access has to be tested now and then.
        When::At(at) if on.days_since(at) < IN_USE && is_only_one && row.mfa_active == Some(true) => {
            let date = at.date();
            verdict.doubt(
                &report.origin,
                say(
                    format!("パスワードを持つ IAM ユーザーは {user} だけで、最後に使われたのは {date} です。緊急用のユーザーを試しただけなら問題ありません。ふだん使っているなら、この対策は済んでいません。"),
                    format!("{user} is the only IAM user with a password, last used on {date}. If that was a test of the user for emergencies, it is fine; if somebody works with it, this control is not in place."),
                ),
            );
        }
        When::At(at) if on.days_since(at) < IN_USE => {
            let date = at.date();
            verdict.fail(
                &report.origin,
                say(
                    format!("IAM ユーザー {user} が、パスワードでコンソールに入っています(最後は {date})。"),
                    format!("IAM user {user} signs in to the console with a password (last on {date})."),
                ),
            );
        }
        When::Unreadable => verdict.doubt(&report.origin, unreadable(user)),
        // Nobody works with it: a leftover, or the user for emergencies that AWS recommends.
        When::At(_) | When::Never => verdict.doubt(
            &report.origin,
            say(
                format!("IAM ユーザー {user} にはパスワードがありますが、この {IN_USE} 日間に使われた記録がありません。緊急用のユーザーでなければ、パスワードを消してください。"),
                format!("IAM user {user} has a password without a record of use within {IN_USE} days. Unless it is the user for emergencies, take the password away."),
            ),
        ),
    }
}

fn unreadable(user: &str) -> Words {
    say(
        format!("レポートの {user} の行から、パスワードの有無と最後に使われた日を読み取れません。"),
        format!("The row of {user} in the report does not say whether there is a password, and when it was used."),
    )
}

/// Looks for a way in for people: roles of Identity Center or another identity provider.
fn ways_in(verdict: &mut VerdictBuilder<'_>) {
    let (roles, is_none_assigned) = identity_center_roles(verdict);
    let providers = saml_providers(verdict);
    let has_instance = instances(verdict);
    if roles || providers {
        return;
    }
    if !verdict.has_any(&["iam list-roles", "iam list-saml-providers", DETAILS]) {
        verdict.missing(NO_LISTS);
    } else if has_instance && is_none_assigned {
        verdict.missing(NOBODY_ASSIGNED);
    } else {
        verdict.missing(NO_WAY_IN);
    }
}

/// Whether there are roles of Identity Center; and whether a complete list shows none.
fn identity_center_roles(verdict: &mut VerdictBuilder<'_>) -> (bool, bool) {
    let mut is_empty = false;
    let lists = verdict.outputs("iam list-roles").map(|output| (output, "Roles"));
    for (output, key) in lists.chain(verdict.outputs(DETAILS).map(|output| (output, "RoleDetailList"))) {
        let Some(roles) = verdict.list(output, key) else {
            continue;
        };
        let is_of_people = |role: &&Json| {
            let is_assigned = role.words("Path").starts_with("/aws-reserved/sso.amazonaws.com/")
                && role.words("RoleName").starts_with("AWSReservedSSO_");
            is_assigned || is_for_account_access(role)
        };
        let count = roles.iter().filter(is_of_people).count();
        if count > 0 {
            verdict.pass(
                &output.origin,
                say(
                    format!("IAM Identity Center からこのアカウントに入るためのロールが {count} 個あります。"),
                    format!("{} by which people come in from IAM Identity Center.", quantity(count, "role")),
                ),
            );
            return (true, false);
        }
        is_empty |= is_all(verdict, output, &[]);
    }
    (false, is_empty)
}

/// Whether there is a SAML provider other than those that Identity Center makes.
fn saml_providers(verdict: &mut VerdictBuilder<'_>) -> bool {
    for output in verdict.outputs("iam list-saml-providers") {
        let Some(providers) = verdict.list(output, "SAMLProviderList") else {
            continue;
        };
        let names = providers.iter().filter_map(|provider| provider.words("Arn").split_once("saml-provider/"));
        if let Some((_, name)) = names.into_iter().find(|(_, name)| !name.starts_with("AWSSSO_")) {
            verdict.pass(
                &output.origin,
                say(
                    format!("SAML の ID プロバイダー {name} があります。"),
                    format!("There is a SAML identity provider, {name}."),
                ),
            );
            return true;
        }
    }
    false
}

/// Whether an instance of Identity Center is visible. It alone proves nothing: one of the account alone gives no access
/// to AWS accounts.
fn instances(verdict: &mut VerdictBuilder<'_>) -> bool {
    let active = |output: &Output| {
        let instances = output.value().map(|value| value.items("Instances")).unwrap_or_default();
        instances.iter().any(|instance| matches!(instance.words("Status"), "ACTIVE" | ""))
    };
    let Some(output) = verdict.outputs("sso-admin list-instances").find(|output| active(output)) else {
        return false;
    };
    if verdict.json(output).is_none() {
        return false;
    }
    let region = output.region.as_deref().unwrap_or(NO_REGION);
    verdict.pass(
        &output.origin,
        say(
            format!("IAM Identity Center のインスタンスが {region} にあります。"),
            format!("There is an instance of IAM Identity Center in {region}."),
        ),
    );
    true
}

const NO_REPORT: Text = t(
    "認証情報レポートがないため、パスワードを持つ IAM ユーザーがいるかどうか分かりません。aws iam get-credential-report の出力も入れてください。",
    "Without the credential report it is not clear whether an IAM user has a password. Add the output of aws iam get-credential-report.",
);
const NO_LISTS: Text = t(
    "人がどこからサインインしているか分かりません。aws iam list-roles と aws iam list-saml-providers の出力も入れてください。",
    "It does not show how people come in. Add the output of aws iam list-roles and aws iam list-saml-providers.",
);
const NOBODY_ASSIGNED: Text = t(
    "IAM Identity Center のインスタンスはありますが、このアカウントに入るためのロールがありません。許可セットが割り当てられていないか、AWS アカウントに入れない種類(アカウントインスタンス)です。",
    "There is an instance of IAM Identity Center, but no role to come in by: no permission set is assigned, or it is an account instance.",
);
const NO_WAY_IN: Text = t(
    "IAM Identity Center のロールも、SAML の ID プロバイダーも見つかりません。人が別のアカウントからロールを引き受けて入っているのか、ルートユーザーで入っているのか確かめてください。",
    "Neither roles of IAM Identity Center nor a SAML provider were found. Find out whether people come in from a role of another account, or as root.",
);

#[cfg(test)]
mod tests {
    use crate::evidence::rules::judged;

    #[test]
    fn one_output_alone() {
        let line = |command, output| judged("people-short-lived", command, output);
        let roles = r#"{"Roles": [{"Path": "/aws-reserved/sso.amazonaws.com/", "RoleName": "AWSReservedSSO_Admin_1",
            "RoleId": "AROA1", "Arn": "arn:aws:iam::123456789012:role/x", "AssumeRolePolicyDocument": {}}]}"#;
        let found = line("aws iam list-roles --path-prefix /aws-reserved/sso.amazonaws.com/", roles);
        assert!(found.starts_with("unknown: Without the credential report"), "{found}");
        let none = line("aws iam list-saml-providers", r#"{"SAMLProviderList": []}"#);
        assert!(!none.contains("There is"), "{none}");
    }
}
