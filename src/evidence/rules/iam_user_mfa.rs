//! `iam-user-mfa`: does every IAM user with a password have MFA?

use super::credentials;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::quantity;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for report in credentials::readable(verdict) {
        let mut with_password = 0;
        for row in &report.users {
            let user = &row.user;
            match (row.password_enabled, row.mfa_active) {
                (Some(false), _) => {}
                (Some(true), Some(true)) => with_password += 1,
                (Some(true), Some(false)) => verdict.fail(
                    &report.origin,
                    say(
                        format!("IAM ユーザー {user} はパスワードでサインインできますが、MFA が登録されていません。"),
                        format!("IAM user {user} has a password but no MFA."),
                    ),
                ),
                (None, _) | (_, None) => verdict.doubt(
                    &report.origin,
                    say(
                        format!("IAM ユーザー {user} の password_enabled か mfa_active を読み取れません。"),
                        format!("password_enabled or mfa_active of IAM user {user} cannot be read."),
                    ),
                ),
            }
        }
        let users = report.users.len();
        verdict.pass(
            &report.origin,
            say(
                format!("パスワードを持つ IAM ユーザーのうち、MFA が登録されているのは {with_password} 人です({users} 人分を読みました)。"),
                format!("{} with a password and MFA ({} read).", quantity(with_password, "IAM user"), quantity(users, "user")),
            ),
        );
    }
}
