//! `iam-root-mfa`: does the root user have MFA?

use super::credentials;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};
use crate::base::json::Json;
use crate::evidence::facts::{CredentialRow, When};

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
    w.is_about_one_fact();
    by_summary(w);
    by_report(w);
    kind_of_mfa(w);
}

fn by_summary(w: &mut VerdictBuilder<'_>) {
    for output in w.outputs("iam get-account-summary") {
        let Some(value) = w.json(output) else {
            continue;
        };
        let Some(map) = value.get("SummaryMap") else {
            w.doubt(&output.origin, SUMMARY_WITHOUT);
            continue;
        };
        let count = |key: &str| map.number(key);
        let (password, keys) = (count("AccountPasswordPresent"), count("AccountAccessKeysPresent"));
        match count("AccountMFAEnabled") {
            Some(1.0) => w.pass(&output.origin, SUMMARY_ON),
            Some(0.0) if password == Some(1.0) || keys == Some(1.0) => w.fail(&output.origin, SUMMARY_OFF),
            // No credentials at all: central root access. The report has to agree.
            Some(0.0) if has_no_credentials(map) && credentials::roots(w.facts).any(is_without_credentials) => {
                w.pass(&output.origin, NO_CREDENTIALS);
            }
            Some(0.0) => w.doubt(&output.origin, SUMMARY_SILENT),
            _ => w.doubt(&output.origin, SUMMARY_WITHOUT),
        }
    }
}

fn by_report(w: &mut VerdictBuilder<'_>) {
    for report in credentials::readable(w) {
        let account = report.account.as_ref().map(|account| format!("({account})")).unwrap_or_default();
        // English has a blank before a bracket.
        let in_english = if account.is_empty() { String::new() } else { [" ", &account].concat() };
        let users = report.users.len();
        let Some(root) = &report.root else { continue };
        let summaries = || w.facts.outputs("iam get-account-summary").filter_map(credentials::summary_map);
        match root.mfa_active {
            Some(true) => w.pass(&report.origin, say(
                format!("認証情報レポート: ルートユーザー{account}の MFA は有効です(IAM ユーザー {users} 人分を読みました)。"),
                format!("Credential report: MFA of the root user{in_english} is on ({users} IAM users read)."),
            )),
            Some(false) if is_with_credentials(root) || has_signed_in(w, root) => w.fail(&report.origin, say(
                format!("認証情報レポート: ルートユーザー{account}の MFA が有効になっていません。"),
                format!("Credential report: the root user{in_english} has no MFA."),
            )),
            Some(false) if is_without_credentials(root) && summaries().any(has_no_credentials) => {
                w.pass(&report.origin, NO_CREDENTIALS);
            }
            Some(false) if is_without_credentials(root) => w.doubt(&report.origin, REPORT_SILENT),
            Some(false) => w.doubt(&report.origin, REPORT_ODD),
            None => w.doubt(&report.origin, CELL_ODD),
        }
    }
}

/// Passkey or virtual: told beside the verdict, since IAM.6 of Security Hub asks for more than this control.
fn kind_of_mfa(w: &mut VerdictBuilder<'_>) {
    let is_root = |device: &Json| {
        let user = device.get("User").map_or("", |user| user.words("Arn"));
        device.words("SerialNumber").ends_with(":mfa/root-account-mfa-device") || user.ends_with(":root")
    };
    for output in w.outputs("iam list-virtual-mfa-devices") {
        if output.error_code().is_none()
            && w.json(output).is_some_and(|value| value.items("VirtualMFADevices").iter().any(is_root))
        {
            w.warn(VIRTUAL);
        }
    }
}

fn has_no_credentials(map: &Json) -> bool {
    map.number("AccountPasswordPresent") == Some(0.0) && map.number("AccountAccessKeysPresent") == Some(0.0)
}

fn is_with_credentials(root: &CredentialRow) -> bool {
    root.password_enabled == Some(true) || root.keys.iter().any(|key| key.active == Some(true))
}

/// Older reports say `not_supported` of the root user's password; who signs in with it has one.
fn has_signed_in(w: &VerdictBuilder<'_>, root: &CredentialRow) -> bool {
    const RECENT_DAYS: i64 = 90;
    let is_recent = |at| (0..=RECENT_DAYS).contains(&w.now.days_since(at));
    root.password_enabled.is_none() && matches!(root.password_last_used, When::At(at) if is_recent(at))
}

/// Not the opposite: older reports say `not_supported` of the root user's password.
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
