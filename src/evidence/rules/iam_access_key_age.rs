//! `iam-access-key-age`: at most one access key per user, and none older than 90 days?

use super::credentials;
use super::partial::{is_narrowed, is_whole};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, quantity, t};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::{CredentialReport, CredentialRow, Output, When};

const LIMIT: i64 = 90;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    // A refused or partial output does not show which keys there are.
    let is_all = |output: &&Output| is_whole(output) && !is_narrowed(output) && output.arg("--query").is_none();
    let lists = verdict.outputs("iam list-access-keys").filter(is_all);
    let listed: Vec<&str> = lists.filter_map(|output| output.about("--user-name")).collect();
    for report in credentials::readable(verdict) {
        let on = report.origin.collected_at.unwrap_or(verdict.now);
        for row in &report.users {
            look_at(verdict, report, row, on);
            // The report shows two keys at most.
            if row.has_more && !listed.contains(&row.user.as_str()) {
                let user = &row.user;
                verdict.doubt(&report.origin, say(
                    format!("IAM ユーザー {user} には、レポートに出ない認証情報があります。aws iam list-access-keys の出力も入れてください。"),
                    format!("IAM user {user} has credentials that the report does not show. Add the output of aws iam list-access-keys."),
                ));
            }
        }
        let users = report.users.len();
        verdict.pass(
            &report.origin,
            say(
                format!("アクセスキーの本数と古さを確認しました(IAM ユーザー {users} 人分を読みました)。"),
                format!("Number and age of access keys were looked at ({} read).", quantity(users, "IAM user")),
            ),
        );
    }
    for output in verdict.outputs("iam list-access-keys") {
        // The user was deleted.
        if output.error_code() == Some("NoSuchEntity") {
            continue;
        }
        if let Some(value) = verdict.json(output) {
            list(verdict, output, value);
        }
    }
    if verdict.facts.credential_reports.is_empty() {
        verdict.missing(say(
            "認証情報レポートがないため、全員のキーを確認できたか分かりません。レポートも入れてください。".to_owned(),
            "Without the credential report it is not clear whether all users were looked at. Add it.".to_owned(),
        ));
    }
}

fn look_at(verdict: &mut VerdictBuilder<'_>, report: &CredentialReport, row: &CredentialRow, on: Timestamp) {
    let user = &row.user;
    let active: Vec<When> =
        row.keys.iter().filter(|key| key.active == Some(true)).map(|key| key.last_rotated).collect();
    if row.keys.iter().any(|key| key.active.is_none()) {
        verdict.doubt(
            &report.origin,
            say(
                format!("IAM ユーザー {user} のアクセスキーの欄を読み取れません。"),
                format!("The access key cells of IAM user {user} cannot be read."),
            ),
        );
    }
    judge_keys(verdict, &report.origin, user, &active, on);
    let has_inactive = row.keys.iter().any(|key| key.active == Some(false) && key.last_rotated != When::Never);
    if has_inactive {
        verdict.warn(say(
            format!("IAM ユーザー {user} に、無効にしたアクセスキーが残っています。不要なら削除してください。"),
            format!("IAM user {user} still has an inactive access key. If nobody needs it, delete it."),
        ));
    }
}

fn judge_keys(
    verdict: &mut VerdictBuilder<'_>,
    origin: &crate::evidence::facts::Origin,
    user: &str,
    active: &[When],
    on: Timestamp,
) {
    for created in active {
        match created {
            When::At(at) if on.days_since(*at) > LIMIT => {
                let days = on.days_since(*at);
                verdict.fail(
                    origin,
                    say(
                        format!(
                            "IAM ユーザー {user} のアクセスキーは、作成から {days} 日たっています(上限は {LIMIT} 日)。"
                        ),
                        format!("An access key of IAM user {user} is {days} days old (at most {LIMIT})."),
                    ),
                );
            }
            When::At(_) => {}
            When::Never | When::Unreadable => verdict.doubt(
                origin,
                say(
                    format!("IAM ユーザー {user} のアクセスキーの日付を読み取れません。"),
                    format!("The date of an access key of IAM user {user} cannot be read."),
                ),
            ),
        }
    }
    if active.len() > 1 {
        let count = active.len();
        verdict.fail(
            origin,
            say(
                format!("IAM ユーザー {user} に有効なアクセスキーが {count} 本あります(1 人 1 本まで)。"),
                format!("IAM user {user} has {count} active access keys (at most one)."),
            ),
        );
    }
}

fn list(verdict: &mut VerdictBuilder<'_>, output: &Output, value: &Json) {
    let Some(Json::List(keys)) = value.get("AccessKeyMetadata") else {
        verdict.doubt(
            &output.origin,
            say(
                "list-access-keys の出力を読み取れません。出力全体を入れてください。".to_owned(),
                "The output of list-access-keys cannot be read. Hand over the whole output.".to_owned(),
            ),
        );
        return;
    };
    if keys.iter().any(|key| !matches!(key.words("Status"), "Active" | "Inactive")) {
        verdict.doubt(&output.origin, NO_STATUS);
    }
    let active: Vec<When> = keys
        .iter()
        .filter(|key| key.words("Status") == "Active")
        .map(|key| Timestamp::parse(key.words("CreateDate")).map_or(When::Unreadable, When::At))
        .collect();
    let user = keys.first().map_or("", |key| key.words("UserName"));
    let user = if user.is_empty() { output.about("--user-name").unwrap_or("?") } else { user };
    let now = output.origin.collected_at.unwrap_or(verdict.now);
    judge_keys(verdict, &output.origin, user, &active, now);
    verdict.pass(
        &output.origin,
        say(
            format!("IAM ユーザー {user} のアクセスキー {} 本を確認しました。", keys.len()),
            format!("{} of IAM user {user} looked at.", quantity(keys.len(), "access key")),
        ),
    );
}

const NO_STATUS: Text = t(
    "list-access-keys の出力に、Status が Active でも Inactive でもないキーがあります。",
    "The output of list-access-keys has a key whose Status is neither Active nor Inactive.",
);
