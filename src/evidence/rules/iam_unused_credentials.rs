//! `iam-unused-credentials`: is a password or an access key unused for 45 days?

use super::credentials;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Words, quantity};
use crate::base::time::Timestamp;
use crate::evidence::facts::{CredentialReport, CredentialRow, When};

/// In days. As in Security Hub's IAM.22: unused for 45 days or more.
const LIMIT: i64 = 45;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for report in credentials::readable(verdict) {
        let on = report.origin.collected_at.unwrap_or(verdict.now);
        for row in &report.users {
            look_at(verdict, report, row, on);
            if row.has_more {
                verdict.doubt(&report.origin, credentials::hides_more(&row.user));
            }
        }
        let users = report.users.len();
        verdict.pass(
            &report.origin,
            say(
                format!(
                    "{LIMIT} 日以上使われていない認証情報がないか確認しました(IAM ユーザー {users} 人分を読みました)。"
                ),
                format!("Credentials unused for {LIMIT} days were looked for ({} read).", quantity(users, "IAM user")),
            ),
        );
    }
}

fn look_at(verdict: &mut VerdictBuilder<'_>, report: &CredentialReport, row: &CredentialRow, on: Timestamp) {
    let user = &row.user;
    // A credential that was never used counts from its creation.
    let password = first([row.password_last_used, row.password_last_changed, row.created]);
    let keys = row.keys.map(|key| (key.active, first([key.last_used, key.last_rotated])));
    let credentials = [
        (row.password_enabled, password, ("パスワード", "the password")),
        (keys[0].0, keys[0].1, ("アクセスキー 1", "access key 1")),
        (keys[1].0, keys[1].1, ("アクセスキー 2", "access key 2")),
    ];
    let mut is_any = false;
    for (active, last, (ja, en)) in credentials {
        is_any |= active != Some(false);
        match (active, last) {
            (Some(false), _) => {}
            (Some(true), When::At(at)) => {
                let days = on.days_since(at);
                if days >= LIMIT {
                    verdict.fail(&report.origin, unused(user, ja, en, days));
                }
            }
            (None, _) | (Some(true), When::Never | When::Unreadable) => verdict.doubt(
                &report.origin,
                say(
                    format!("IAM ユーザー {user} の{ja}の日付を読み取れません。"),
                    format!("The dates of {en} of IAM user {user} cannot be read."),
                ),
            ),
        }
    }
    if !is_any {
        verdict.warn(say(
            format!("IAM ユーザー {user} には有効な認証情報がありません。このユーザーが不要なら削除してください。"),
            format!("IAM user {user} has no active credential. If nobody needs it, delete it."),
        ));
    }
}

/// The first date that is set.
fn first<const N: usize>(dates: [When; N]) -> When {
    dates.into_iter().find(|date| *date != When::Never).unwrap_or(When::Never)
}

fn unused(user: &str, ja: &str, en: &str, days: i64) -> Words {
    say(
        format!("IAM ユーザー {user} の{ja}が {days} 日間使われていません。"),
        format!("IAM user {user}: {en} has not been used for {days} days."),
    )
}
