//! `iam-password-policy`: 14 characters, four kinds, no reuse?

use super::weigh::{Weigh, say};
use crate::evidence::facts::CredentialReport;
use crate::i18n::{Text, t};
use crate::json::Json;

const KINDS: [&str; 4] =
    ["RequireSymbols", "RequireNumbers", "RequireUppercaseCharacters", "RequireLowercaseCharacters"];

pub(super) fn judge(w: &mut Weigh<'_>) {
    for output in w.outputs("iam get-account-password-policy") {
        if output.error_code() == Some("NoSuchEntity") {
            w.fail(&output.origin, NONE);
            continue;
        }
        let Some(value) = w.json(output) else {
            continue;
        };
        let Some(policy @ Json::Object(_)) = value.get("PasswordPolicy") else {
            w.doubt(&output.origin, UNREADABLE);
            continue;
        };
        let missed = missed(policy);
        if missed.is_empty() {
            w.pass(&output.origin, GOOD);
        } else {
            let list = missed.join(", ");
            w.fail(
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
    if !w.facts.credential_reports.is_empty() && w.facts.credential_reports.iter().all(has_no_password) {
        w.warn(NOBODY);
    }
}

fn missed(policy: &Json) -> Vec<String> {
    let mut missed = Vec::new();
    for (field, least) in [("MinimumPasswordLength", 14.0), ("PasswordReusePrevention", 24.0)] {
        // Absent means not set.
        let value = policy.number(field);
        if value.is_none_or(|value| value < least) {
            let value = value.map_or_else(|| "-".to_owned(), |value| value.to_string());
            missed.push(format!("{field} {value} < {least}"));
        }
    }
    missed.extend(KINDS.iter().filter(|kind| policy.flag(kind) != Some(true)).map(|kind| format!("{kind} false")));
    missed
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
