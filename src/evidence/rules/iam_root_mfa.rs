//! `iam-root-mfa`: does the root user have MFA?
//!
//! Each report and each summary makes one statement; the statements are then weighed: a contradiction is
//! unknown, a fail beats an unknown, and an incomplete report turns a pass into unknown.

use super::{Outcome, Verdict};
use crate::evidence::facts::{AccountSummary, CredentialReport, Facts, Origin, RootRow};
use crate::i18n::{Text, Words};
use crate::time::Timestamp;

const CONTROL: &str = "iam-root-mfa";

/// How old a report may be to be taken as today's state. AWS itself renews it every four hours at most.
const FRESH_DAYS: i64 = 7;

struct Statement {
    outcome: Outcome,
    reason: Words,
    origin: Origin,
}

pub(super) fn judge(facts: &Facts, now: Timestamp) -> Option<Verdict> {
    let reports = facts.credential_reports.iter().map(|report| of_report(report, facts, now));
    let summaries = facts.account_summaries.iter().map(|summary| of_summary(summary, facts));
    let mut statements: Vec<Statement> = reports.chain(summaries).collect();
    let says = |outcome| statements.iter().any(|statement| statement.outcome == outcome);
    let (passes, fails) = (says(Outcome::Pass), says(Outcome::Fail));

    let doubts = doubts(facts);
    let outcome = match (passes, fails) {
        _ if several_accounts(facts) => Outcome::Unknown,
        (true, false) if doubts.is_empty() => Outcome::Pass,
        (false, true) => Outcome::Fail,
        (true, _) | (false, false) => Outcome::Unknown,
    };
    // What decided comes first: its reason is the one-line summary that is kept.
    statements.sort_by_key(|statement| statement.outcome != outcome);
    let origin = statements.first()?.origin.clone();
    let contradiction = (passes && fails).then(|| Words::from(CONTRADICTION));
    let told = statements.into_iter().map(|statement| statement.reason);
    let reasons = match outcome {
        Outcome::Unknown => contradiction.into_iter().chain(doubts).chain(told).collect(),
        Outcome::Pass | Outcome::Fail => told.chain(doubts).collect(),
    };
    Some(Verdict { control: CONTROL.to_owned(), outcome, reasons, source: origin })
}

const CONTRADICTION: Text = Text {
    ja: "資料の内容が食い違っています。レポートには最大 4 時間前の内容が入っていることがあります。両方とも取り直してください。",
    en: "The files contradict each other. A report can be up to four hours old: get both again.",
};

fn several_accounts(facts: &Facts) -> bool {
    let mut accounts = facts.credential_reports.iter().filter_map(|report| report.account.as_ref());
    let first = accounts.next();
    accounts.any(|account| Some(account) != first) || facts.credential_reports.iter().any(|report| report.is_mixed)
}

/// Why a pass cannot be trusted.
fn doubts(facts: &Facts) -> Vec<Words> {
    let mut doubts = Vec::new();
    if several_accounts(facts) {
        doubts.push(Words::from(Text {
            ja: "複数のアカウントやレポートの資料が混ざっています。1 つのアカウントずつ、1 つのレポートで判定してください。",
            en: "The files are of several accounts or reports. Judge one account at a time, with one report.",
        }));
    }
    for report in &facts.credential_reports {
        if let Some(line) = report.cut_at_line {
            doubts.push(Words {
                ja: format!("レポートが {line} 行目で切れているため、合格とは言えません。"),
                en: format!("The report is cut off at line {line}, so it cannot count as a pass."),
            });
        }
        let read = report.users;
        let counts = facts.account_summaries.iter().filter_map(|summary| summary.users);
        for users in counts.filter(|users| *users != read) {
            doubts.push(Words {
                ja: format!("レポートの IAM ユーザーは {read} 人、アカウントの概要では {users} 人です。取得した時点が違うか、レポートが途中で切れています。"),
                en: format!("The report has {read} IAM users, the account summary says {users}: they are not of the same time, or the report is cut off."),
            });
        }
    }
    doubts
}

fn of_report(report: &CredentialReport, facts: &Facts, now: Timestamp) -> Statement {
    let (outcome, reason) = match (report.root, age_in_days(report, now)) {
        (_, Some(days)) if !(-1..=FRESH_DAYS).contains(&days) => (Outcome::Unknown, out_of_date(report, days)),
        (None, _) => (
            Outcome::Unknown,
            Words {
                ja: format!(
                    "レポートに <root_account> の行がありません(IAM ユーザー {} 人を読みました)。",
                    report.users
                ),
                en: format!("The report has no row <root_account> ({} IAM users read).", report.users),
            },
        ),
        (Some(root), _) => of_root(root, report, facts),
    };
    Statement { outcome, reason, origin: report.origin.clone() }
}

fn of_root(root: RootRow, report: &CredentialReport, facts: &Facts) -> (Outcome, Words) {
    let account = report.account.as_deref().unwrap_or("?");
    let has_credentials = root.password_enabled != Some(false) || root.access_key_active;
    match root.mfa_active {
        Some(true) => (Outcome::Pass, Words {
            ja: format!("認証情報レポート: ルートユーザー({account})の MFA は有効です(IAM ユーザー {} 人を読みました)。", report.users),
            en: format!("Credential report: MFA of the root user ({account}) is on ({} IAM users read).", report.users),
        }),
        Some(false) if has_credentials => (Outcome::Fail, Words {
            ja: format!("認証情報レポート: ルートユーザー({account})の MFA が有効になっていません。"),
            en: format!("Credential report: the root user ({account}) has no MFA."),
        }),
        Some(false) if facts.account_summaries.iter().any(has_no_root_credentials) => (Outcome::Pass, NO_CREDENTIALS.into()),
        Some(false) => (Outcome::Unknown, Text {
            ja: "ルートユーザーのパスワードが無効になっています。get-account-summary の出力も入れると判定できます。",
            en: "The root user's password is disabled. Add the output of get-account-summary to decide.",
        }.into()),
        None => (Outcome::Unknown, Text {
            ja: "<root_account> の行の mfa_active が true でも false でもありません。",
            en: "mfa_active in the row <root_account> is neither true nor false.",
        }.into()),
    }
}

const NO_CREDENTIALS: Text = Text {
    ja: "ルートユーザーにはパスワードもアクセスキーもありません(ルートアクセスの一元管理)。MFA は不要です。",
    en: "The root user has neither password nor access key (central root access), so there is nothing to protect with MFA.",
};

fn has_no_root_credentials(summary: &AccountSummary) -> bool {
    summary.root_password == Some(false) && summary.root_access_keys == Some(false)
}

fn of_summary(summary: &AccountSummary, facts: &Facts) -> Statement {
    let report_agrees = || {
        let mut roots = facts.credential_reports.iter().filter_map(|report| report.root);
        roots.any(|root| root.password_enabled == Some(false) && !root.access_key_active)
    };
    let (outcome, reason) = match summary.root_mfa {
        Some(true) => (
            Outcome::Pass,
            Text {
                ja: "アカウントの概要: ルートユーザーの MFA は有効です(AccountMFAEnabled: 1)。",
                en: "Account summary: MFA of the root user is on (AccountMFAEnabled: 1).",
            },
        ),
        Some(false) if summary.root_password == Some(true) || summary.root_access_keys == Some(true) => (
            Outcome::Fail,
            Text {
                ja: "アカウントの概要: ルートユーザーの MFA が有効になっていません(AccountMFAEnabled: 0)。",
                en: "Account summary: the root user has no MFA (AccountMFAEnabled: 0).",
            },
        ),
        Some(false) if has_no_root_credentials(summary) && report_agrees() => (Outcome::Pass, NO_CREDENTIALS),
        Some(false) => (
            Outcome::Unknown,
            Text {
                ja: "アカウントの概要では MFA が無効ですが、ルートユーザーにパスワードがあるかどうかが分かりません。認証情報レポートも入れてください。",
                en: "The account summary says MFA is off, but not whether the root user has a password. Add the credential report.",
            },
        ),
        None => (
            Outcome::Unknown,
            Text {
                ja: "アカウントの概要に AccountMFAEnabled がありません。",
                en: "The account summary has no AccountMFAEnabled.",
            },
        ),
    };
    Statement { outcome, reason: reason.into(), origin: summary.origin.clone() }
}

fn age_in_days(report: &CredentialReport, now: Timestamp) -> Option<i64> {
    report.origin.collected_at.map(|at| now.days_since(at))
}

fn out_of_date(report: &CredentialReport, days: i64) -> Words {
    let date = report.origin.collected_at.map_or_else(String::new, |at| at.date().to_string());
    if days < 0 {
        return Words {
            ja: format!("レポートの日付({date})が未来です。このパソコンの時計を確認し、レポートを取り直してください。"),
            en: format!(
                "The report's date ({date}) lies in the future. Check this computer's clock and get the report again."
            ),
        };
    }
    Words {
        ja: format!(
            "レポートは {date} のもので、{days} 日前の状態です。aws iam generate-credential-report で作り直してください。"
        ),
        en: format!(
            "The report is of {date}, {days} days ago. Make a new one with aws iam generate-credential-report."
        ),
    }
}
