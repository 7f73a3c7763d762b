//! `iam-root-no-access-key`: does the root user have an access key?

use super::credentials;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, quantity, t};
use crate::evidence::facts::When;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.is_about_one_fact();
    for output in verdict.outputs("iam get-account-summary") {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        match value.get("SummaryMap").and_then(|map| map.number("AccountAccessKeysPresent")) {
            Some(0.0) => verdict.pass(&output.origin, SUMMARY_NONE),
            Some(count) if count > 0.0 => verdict.fail(&output.origin, SUMMARY_SOME),
            Some(_) | None => verdict.doubt(&output.origin, SUMMARY_WITHOUT),
        }
    }
    for report in credentials::readable(verdict) {
        let Some(root) = &report.root else { continue };
        let users = report.users.len();
        let is_active = root.keys.iter().any(|key| key.active == Some(true));
        let is_off = root.keys.iter().all(|key| key.active == Some(false));
        let never_rotated = root.keys.iter().all(|key| key.last_rotated == When::Never);
        if root.has_more {
            verdict.doubt(&report.origin, credentials::hides_more(&root.user));
        }
        if is_active {
            verdict.fail(&report.origin, ACTIVE);
        } else if is_off && never_rotated {
            verdict.pass(&report.origin, say(
                format!("認証情報レポート: ルートユーザーのアクセスキーはありません(IAM ユーザー {users} 人分を読みました)。"),
                format!("Credential report: the root user has no access key ({} read).", quantity(users, "IAM user")),
            ));
        } else if is_off && root.keys.iter().any(|key| matches!(key.last_rotated, When::At(_))) {
            verdict.fail(&report.origin, INACTIVE);
        } else {
            verdict.doubt(&report.origin, CELL_ODD);
        }
    }
}

const SUMMARY_NONE: Text = t(
    "アカウントの概要: ルートユーザーのアクセスキーはありません(AccountAccessKeysPresent: 0)。",
    "Account summary: the root user has no access key (AccountAccessKeysPresent: 0).",
);
const SUMMARY_SOME: Text = t(
    "アカウントの概要: ルートユーザーのアクセスキーがあります(AccountAccessKeysPresent: 1)。",
    "Account summary: the root user has an access key (AccountAccessKeysPresent: 1).",
);
const SUMMARY_WITHOUT: Text = t(
    "アカウントの概要に AccountAccessKeysPresent がありません。",
    "The account summary has no AccountAccessKeysPresent.",
);
const ACTIVE: Text = t(
    "認証情報レポート: ルートユーザーのアクセスキーが有効です。",
    "Credential report: the root user has an active access key.",
);
const INACTIVE: Text = t(
    "認証情報レポート: ルートユーザーに、無効にしたアクセスキーが残っています。削除してください。",
    "Credential report: the root user still has an inactive access key. Delete it.",
);
const CELL_ODD: Text = t(
    "<root_account> の行のアクセスキーの欄を読み取れません。",
    "The access key cells in the row <root_account> cannot be read.",
);
