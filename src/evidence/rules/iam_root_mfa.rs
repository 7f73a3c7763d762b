//! `iam-root-mfa`: does the root user have MFA?

use super::credentials;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, quantity, t};
use crate::base::json::Json;
use crate::evidence::facts::{CredentialRow, When};

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.is_about_one_fact();
    by_summary(verdict);
    by_report(verdict);
    kind_of_mfa(verdict);
}

fn by_summary(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs("iam get-account-summary") {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let Some(map) = value.get("SummaryMap") else {
            verdict.doubt(&output.origin, SUMMARY_WITHOUT);
            continue;
        };
        let count = |key: &str| map.number(key);
        let (password, keys) = (count("AccountPasswordPresent"), count("AccountAccessKeysPresent"));
        match count("AccountMFAEnabled") {
            Some(1.0) => verdict.pass(&output.origin, SUMMARY_ON),
            Some(0.0) if password == Some(1.0) || keys == Some(1.0) => verdict.fail(&output.origin, SUMMARY_OFF),
            // No credentials at all (central root access); the credential report has to agree.
            Some(0.0) if has_no_credentials(map) && credentials::roots(verdict.facts).any(is_without_credentials) => {
                verdict.pass(&output.origin, NO_CREDENTIALS);
            }
            Some(0.0) => verdict.doubt_pass(&output.origin, SUMMARY_SILENT),
            _ => verdict.doubt(&output.origin, SUMMARY_WITHOUT),
        }
    }
}

fn by_report(verdict: &mut VerdictBuilder<'_>) {
    for report in credentials::readable(verdict) {
        let account = report.account.as_ref().map(|account| format!("({account})")).unwrap_or_default();
        // English has a space before a bracket.
        let in_english = if account.is_empty() { String::new() } else { [" ", &account].concat() };
        let users = report.users.len();
        let Some(root) = &report.root else { continue };
        let summaries = || verdict.facts.outputs("iam get-account-summary").filter_map(credentials::summary_map);
        match root.mfa_active {
            Some(true) => verdict.pass(&report.origin, say(
                format!("認証情報レポート: ルートユーザー{account}の MFA は有効です(IAM ユーザー {users} 人分を読みました)。"),
                format!("Credential report: MFA of the root user{in_english} is on ({} read).", quantity(users, "IAM user")),
            )),
            Some(false) if is_with_credentials(root) || has_signed_in(verdict, root) => verdict.fail(&report.origin, say(
                format!("認証情報レポート: ルートユーザー{account}の MFA が有効になっていません。"),
                format!("Credential report: the root user{in_english} has no MFA."),
            )),
            Some(false) if is_without_credentials(root) && summaries().any(has_no_credentials) => {
                verdict.pass(&report.origin, NO_CREDENTIALS);
            }
            Some(false) if is_without_credentials(root) => verdict.doubt_pass(&report.origin, REPORT_SILENT),
            Some(false) => verdict.doubt_pass(&report.origin, REPORT_ODD),
            None => verdict.doubt(&report.origin, CELL_ODD),
        }
    }
}

/// Warns about a virtual MFA device, since IAM.6 of Security Hub requires more than this control.
fn kind_of_mfa(verdict: &mut VerdictBuilder<'_>) {
    let is_root = |device: &Json| {
        let user = device.get("User").map_or("", |user| user.words("Arn"));
        device.words("SerialNumber").ends_with(":mfa/root-account-mfa-device") || user.ends_with(":root")
    };
    for output in verdict.outputs("iam list-virtual-mfa-devices") {
        if output.error_code().is_none()
            && verdict.json(output).is_some_and(|value| value.items("VirtualMFADevices").iter().any(is_root))
        {
            verdict.warn(VIRTUAL);
        }
    }
}

fn has_no_credentials(map: &Json) -> bool {
    map.number("AccountPasswordPresent") == Some(0.0) && map.number("AccountAccessKeysPresent") == Some(0.0)
}

fn is_with_credentials(root: &CredentialRow) -> bool {
    root.password_enabled == Some(true) || root.keys.iter().any(|key| key.active == Some(true))
}

/// Whether the root user signed in with a password recently: older reports say `not_supported` instead of whether there
/// is a password.
fn has_signed_in(verdict: &VerdictBuilder<'_>, root: &CredentialRow) -> bool {
    const RECENT_DAYS: i64 = 90;
    let is_recent = |at| (0..=RECENT_DAYS).contains(&verdict.now.days_since(at));
    root.password_enabled.is_none() && matches!(root.password_last_used, When::At(at) if is_recent(at))
}

/// Not the opposite of [`is_with_credentials`]: older reports say `not_supported` of the root user's password.
fn is_without_credentials(root: &CredentialRow) -> bool {
    root.password_enabled == Some(false) && root.keys.iter().all(|key| key.active == Some(false))
}

const SUMMARY_ON: Text = t(
    "アカウントの概要: ルートユーザーの MFA は有効です(AccountMFAEnabled: 1)。",
    "Account summary: MFA of the root user is on (AccountMFAEnabled: 1).",
);
const SUMMARY_OFF: Text = t(
    "アカウントの概要: ルートユーザーの MFA が有効になっていません(AccountMFAEnabled: 0)。",
    "Account summary: the root user has no MFA (AccountMFAEnabled: 0).",
);
const SUMMARY_SILENT: Text = t(
    "アカウントの概要では MFA が無効ですが、ルートユーザーにパスワードがあるかどうかが分かりません。認証情報レポートも入れてください。",
    "The account summary says MFA is off, but not whether the root user has a password. Add the credential report.",
);
const SUMMARY_WITHOUT: Text =
    t("アカウントの概要に AccountMFAEnabled がありません。", "The account summary has no AccountMFAEnabled.");
const NO_CREDENTIALS: Text = t(
    "ルートユーザーにはパスワードもアクセスキーもありません(ルートアクセスの一元管理)。MFA は不要です。",
    "The root user has neither password nor access key (central root access), so there is nothing to protect with MFA.",
);
const REPORT_SILENT: Text = t(
    "ルートユーザーのパスワードが無効になっています。get-account-summary の出力も入れると判定できます。",
    "The root user's password is disabled. Add the output of get-account-summary to decide.",
);
const REPORT_ODD: Text = t(
    "認証情報レポートでは MFA が無効ですが、ルートユーザーにパスワードやアクセスキーがあるかどうかを読み取れません。get-account-summary の出力も入れてください。",
    "The credential report says MFA is off, but not whether the root user has a password or an access key. Add the output of get-account-summary.",
);
const CELL_ODD: Text = t(
    "<root_account> の行の mfa_active が true でも false でもありません。",
    "mfa_active in the row <root_account> is neither true nor false.",
);
const VIRTUAL: Text = t(
    "ルートユーザーの MFA は仮想 MFA です。パスキーやセキュリティキーなら、フィッシングに強く、Security Hub の IAM.6 にも合格します。",
    "The root user has a virtual MFA device. A passkey or security key withstands phishing and also passes IAM.6 of Security Hub.",
);
