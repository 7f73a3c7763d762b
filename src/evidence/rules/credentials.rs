//! Shared by the rules on credential reports: which reports count, and the doubts about incomplete ones.

use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, Words, quantity, t};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::{CredentialReport, CredentialRow, Facts, Output, When};

/// The recent reports. A report that is truncated, or has other users than the account summary, gets a doubt.
pub(super) fn readable<'a>(verdict: &mut VerdictBuilder<'a>) -> Vec<&'a CredentialReport> {
    let facts = verdict.facts;
    let mut readable = Vec::new();
    for output in verdict.outputs("iam get-credential-report") {
        // Outputs of this call are errors only; reports are in `credential_reports`. If there is a report, the error
        // came before it: AWS returns ReportNotPresent until it has made the report.
        if facts.credential_reports.is_empty() {
            verdict.json(output);
        }
    }
    for report in &facts.credential_reports {
        if !verdict.is_fresh(&report.origin) {
            continue;
        }
        if has_future_date(verdict, report) {
            verdict.doubt(&report.origin, FUTURE);
            continue;
        }
        if let Some(at) = stale_since(verdict, report) {
            verdict.doubt(&report.origin, stale(at));
            continue;
        }
        if report.is_mixed {
            verdict.doubt(&report.origin, MIXED);
            continue;
        }
        if report.origin.collected_at.is_none() && dates(report).next().is_none() && report.root.is_some() {
            verdict.doubt(&report.origin, NO_DATES);
            continue;
        }
        if let Some(line) = report.cut_at_line {
            verdict.doubt(
                &report.origin,
                say(
                    format!("レポートが {line} 行目で切れているか崩れているため、合格と判定できません。もう一度ダウンロードしてください。"),
                    format!("The report is cut off or damaged at line {line}, so it cannot count as a pass. Download it again."),
                ),
            );
        }
        if report.root.is_none() {
            verdict.doubt(&report.origin, if report.users.is_empty() { NO_ROWS.into() } else { no_root_row(report) });
        }
        let read = report.users.len();
        for users in facts.outputs("iam get-account-summary").filter_map(users_of) {
            #[expect(clippy::cast_precision_loss, reason = "a count of users")]
            if users != read as f64 {
                verdict.doubt(&report.origin, say(
                    format!("レポートの IAM ユーザーは {read} 人、アカウントの概要では {users} 人です。取得した時点が違うか、レポートが途中で切れています。両方とも取り直してください。"),
                    format!("The report has {read} IAM users, the account summary says {users}: they are not of the same time, or the report is cut off. Get both again."),
                ));
            }
        }
        readable.push(report);
    }
    readable
}

/// Whether a date is later than the report: then the local clock is wrong, and so is every age.
fn has_future_date(verdict: &VerdictBuilder<'_>, report: &CredentialReport) -> bool {
    let on = report.origin.collected_at.unwrap_or(verdict.now);
    dates(report).any(|at| on.days_since(at) <= -1)
}

/// Every date in a report.
fn dates(report: &CredentialReport) -> impl Iterator<Item = Timestamp> {
    report.root.iter().chain(&report.users).flat_map(|row| {
        let [one, two] = row.keys;
        let times = [row.created, row.password_last_used, row.password_last_changed];
        let times = times.into_iter().chain([one.last_rotated, one.last_used, two.last_rotated, two.last_used]);
        times.filter_map(|when| if let When::At(at) = when { Some(at) } else { None })
    })
}

/// The newest date in a report without a date of its own, if it is long ago: either nothing has happened in the account
/// since, or the report is that old.
fn stale_since(verdict: &VerdictBuilder<'_>, report: &CredentialReport) -> Option<Timestamp> {
    const LONG_AGO_DAYS: i64 = 30;
    let newest = dates(report).max().filter(|_| report.origin.collected_at.is_none())?;
    (verdict.now.days_since(newest) > LONG_AGO_DAYS).then_some(newest)
}

fn stale(newest: Timestamp) -> Words {
    let date = newest.date();
    say(
        format!(
            "レポートにある最も新しい日付は {date} です。古いレポートかもしれないため、判定できません。作り直すか、作成日時も含む aws iam get-credential-report の出力(JSON)を入れてください。"
        ),
        format!(
            "The newest date in the report is {date}. It may be an old report, so it does not decide. Make a new one, or hand over the JSON of aws iam get-credential-report, which says when it was made."
        ),
    )
}

const NO_DATES: Text = t(
    "レポートの日付を 1 つも読み取れません(表計算ソフトで書き換わった可能性があります)。ダウンロードした元のファイルを入れてください。",
    "No date in the report can be read: a spreadsheet may have rewritten them. Hand over the file as it was downloaded.",
);
const MIXED: Text = t(
    "同じアカウントのレポートが 2 つ以上つながっています。1 つずつ入れてください。",
    "Two or more reports of the same account stand in one file. Hand over one at a time.",
);

/// The reason for keys that `additional_credentials_info` mentions and the columns do not show.
pub(super) fn hides_more(user: &str) -> Words {
    say(
        format!("{user} には、レポートに出ない認証情報があります。IAM の画面で、そのアクセスキーも確認してください。"),
        format!(
            "{user} has credentials that the report does not show. Look at those access keys, too, in the IAM console."
        ),
    )
}

const FUTURE: Text = t(
    "レポートに未来の日付があります。このパソコンの時計を確認し、取り直してください。",
    "The report has dates that lie in the future. Check this computer's clock and get it again.",
);
const NO_ROWS: Text = t(
    "レポートにデータの行がありません。もう一度ダウンロードしてください。",
    "The report has no rows. Download it again.",
);

/// The root rows of all reports.
pub(super) fn roots(facts: &Facts) -> impl Iterator<Item = &CredentialRow> {
    facts.credential_reports.iter().filter_map(|report| report.root.as_ref())
}

/// The reason for a report without `<root_account>`, which AWS always writes: other rows may be missing, too.
fn no_root_row(report: &CredentialReport) -> Words {
    let users = report.users.len();
    say(
        format!("レポートに <root_account> の行がありません(IAM ユーザー {users} 人分を読みました)。"),
        format!("The report has no row <root_account> ({} read).", quantity(users, "IAM user")),
    )
}

/// `SummaryMap` of an account summary.
pub(super) fn summary_map(output: &Output) -> Option<&Json> {
    output.value()?.get("SummaryMap")
}

fn users_of(output: &Output) -> Option<f64> {
    summary_map(output)?.number("Users")
}
