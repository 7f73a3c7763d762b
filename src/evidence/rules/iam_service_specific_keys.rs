//! `iam-service-specific-keys`: is there a forgotten long-lived credential of a single service?

use super::partial::is_narrowed;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::Output;

const LIMIT: i64 = 90;
/// Services whose API keys work without a password and may never expire.
const API_KEYS: [&str; 4] =
    ["bedrock.amazonaws.com", "aws-external-anthropic.amazonaws.com", "logs.amazonaws.com", "cloudwatch.amazonaws.com"];

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs("iam list-service-specific-credentials") {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let Some(Json::List(credentials)) = value.get("ServiceSpecificCredentials") else {
            verdict.doubt(&output.origin, UNREADABLE);
            continue;
        };
        doubt_part(verdict, output);
        // Inactive and expired credentials do not work.
        let is_off = |one: &Json| matches!(one.words("Status"), "Inactive" | "Expired");
        let active: Vec<&Json> = credentials.iter().filter(|one| !is_off(one)).collect();
        if active.is_empty() {
            verdict.pass(&output.origin, NONE);
        }
        for one in &active {
            let (user, service) = (one.words("UserName"), one.words("ServiceName"));
            let expires = Timestamp::parse(one.words("ExpirationDate"));
            let is_for_ever = one.get("ExpirationDate").is_none() && output.arg("--query").is_none();
            match expires {
                None if is_for_ever && one.words("Status") == "Active" && API_KEYS.contains(&service) => verdict.fail(&output.origin, say(
                    format!("IAM ユーザー {user} に、期限のない {service} の API キーがあります。"),
                    format!("IAM user {user} has an API key of {service} that never expires."),
                )),
                Some(at) if at.days_since(verdict.now) <= LIMIT => verdict.doubt(&output.origin, say(
                    format!("IAM ユーザー {user} の {service} の認証情報({} まで有効)は、心当たりのあるものですか。", at.date()),
                    format!("Do you know the credential of IAM user {user} for {service} (until {})?", at.date()),
                )),
                Some(_) | None => verdict.doubt(&output.origin, say(
                    format!("IAM ユーザー {user} に、{service} の長期間使える認証情報があります。心当たりのあるもので、今も必要か、確かめてください。"),
                    format!("IAM user {user} has a long-lived credential for {service}. See whether you know it and it is still needed."),
                )),
            }
        }
        if active.len() < credentials.len() {
            verdict.warn(INACTIVE);
        }
    }
}

/// Adds a doubt if the list does not cover all users and all services.
fn doubt_part(verdict: &mut VerdictBuilder<'_>, output: &Output) {
    // With --user-name the list covers one user only.
    if let Some(user) = output.about("--user-name") {
        verdict.doubt(
            &output.origin,
            say(
                format!("IAM ユーザー {user} の分だけの一覧です。--all-users を付けて実行し直してください。"),
                format!("This lists what IAM user {user} has, nobody else. Run it again with --all-users."),
            ),
        );
    } else if !output.args.iter().any(|arg| arg == "--all-users") {
        // Without both options the list covers the calling user only.
        verdict.doubt(&output.origin, NOT_ALL_USERS);
    }
    if is_narrowed(output) || output.has_option("--user-name") {
        verdict.doubt(&output.origin, PART);
    }
}

const NOT_ALL_USERS: Text = t(
    "全員分の一覧かどうかが分かりません。--all-users を付けて実行し、出力をコマンドの下に貼り付けてください。",
    "It is not clear that this lists what all users have. Run it with --all-users and paste the output under its command.",
);
const PART: Text = t(
    "絞り込みのオプションを付けた出力なので、ほかにないとは言えません。確認のコマンドのまま取り直してください。",
    "The command asked for a part only, so this does not say that there is no other. Run the check command as it is.",
);
const NONE: Text = t("有効なサービス固有の認証情報はありません。", "There is no active service-specific credential.");
const INACTIVE: Text = t(
    "無効にしたサービス固有の認証情報が残っています。不要なら削除してください。",
    "Inactive service-specific credentials are still there. If nobody needs them, delete them.",
);
const UNREADABLE: Text = t(
    "出力に ServiceSpecificCredentials がありません。出力全体を入れてください。",
    "The output has no ServiceSpecificCredentials. Hand over the whole output.",
);
