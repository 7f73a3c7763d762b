//! `iam-password-policy`: at least 14 characters, four kinds of characters, no reuse?

use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};
use crate::base::json::Json;
use crate::evidence::facts::CredentialReport;

const KINDS: [&str; 4] =
    ["RequireSymbols", "RequireNumbers", "RequireUppercaseCharacters", "RequireLowercaseCharacters"];

const LENGTH: &str = "MinimumPasswordLength";
const REUSE: &str = "PasswordReusePrevention";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs("iam get-account-password-policy") {
        if output.error_code() == Some("NoSuchEntity") {
            if verdict.is_fresh(&output.origin) {
                verdict.fail(&output.origin, NONE);
            }
            continue;
        }
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let Some(policy @ Json::Object(_)) = value.get("PasswordPolicy") else {
            verdict.doubt(&output.origin, UNREADABLE);
            continue;
        };
        let is_reshaped = output.arg("--query").is_some();
        let (missed, hidden) = (missed(policy, is_reshaped), hidden(policy, is_reshaped));
        if !hidden.is_empty() {
            let list = hidden.join(", ");
            verdict.doubt(
                &output.origin,
                say(format!("出力から {list} を読み取れません。"), format!("The output does not tell {list}.")),
            );
        } else if missed.is_empty() {
            verdict.pass(&output.origin, GOOD);
        }
        if !missed.is_empty() {
            let list = missed.join(", ");
            verdict.fail(
                &output.origin,
                say(
                    format!("パスワードポリシーの設定が足りません: {list}"),
                    format!("The password policy falls short: {list}"),
                ),
            );
        }
    }
    let has_no_password =
        |report: &CredentialReport| report.users.iter().all(|user| user.password_enabled == Some(false));
    if !verdict.facts.credential_reports.is_empty() && verdict.facts.credential_reports.iter().all(has_no_password) {
        verdict.warn(NOBODY);
    }
}

fn missed(policy: &Json, is_reshaped: bool) -> Vec<String> {
    let mut missed = Vec::new();
    for (field, least) in [(LENGTH, 14.0), (REUSE, 24.0)] {
        if let Some(value) = policy.number(field).filter(|value| *value < least) {
            missed.push(format!("{field} {value} < {least}"));
        }
    }
    // Absent means not set, unless --query left it out.
    if policy.get(REUSE).is_none() && !is_reshaped {
        missed.push(format!("{REUSE} (unset) < 24"));
    }
    missed.extend(KINDS.iter().filter(|kind| policy.flag(kind) == Some(false)).map(|kind| format!("{kind} false")));
    missed
}

/// The fields that AWS always prints and that are missing or malformed.
fn hidden(policy: &Json, is_reshaped: bool) -> Vec<&'static str> {
    let kinds = KINDS.into_iter().filter(|kind| policy.flag(kind).is_none());
    let length = policy.number(LENGTH).is_none().then_some(LENGTH);
    let is_reuse_odd = policy.number(REUSE).is_none() && (is_reshaped || policy.get(REUSE).is_some());
    kinds.chain(length).chain(is_reuse_odd.then_some(REUSE)).collect()
}

const GOOD: Text = t(
    "パスワードポリシーは、14 文字以上、4 種類の文字、過去 24 回分の再利用禁止を求めています。",
    "The password policy asks for 14 characters, four kinds of them, and no reuse of the last 24.",
);
const NONE: Text = t(
    "パスワードポリシーが設定されていません(AWS のデフォルトの 8 文字以上が適用されます)。",
    "There is no password policy (AWS's default of 8 characters applies).",
);
const UNREADABLE: Text = t(
    "出力に PasswordPolicy がありません。出力全体を入れてください。",
    "The output has no PasswordPolicy. Hand over the whole output.",
);
const NOBODY: Text = t(
    "パスワードを持つ IAM ユーザーがいないため、「該当しない」を選んでもかまいません(Security Hub では不合格のままです)。",
    "No IAM user has a password, so “not applicable” is right, too (Security Hub still fails it).",
);
