//! What the rules on credential reports share: which reports count, and what to say of incomplete ones.

use super::weigh::{Weigh, say};
use crate::evidence::facts::{CredentialReport, CredentialRow, Facts, Output};
use crate::i18n::{Text, Words, t};
use crate::json::Json;

/// The reports that are fresh. A report that is cut off, or has other users than the account summary, gets a doubt.
pub(super) fn readable<'a>(w: &mut Weigh<'a>) -> Vec<&'a CredentialReport> {
    let facts = w.facts;
    let mut readable = Vec::new();
    for output in w.outputs("iam get-credential-report") {
        // Only errors come as outputs; a report itself is one of `credential_reports`.
        w.json(output);
    }
    for report in &facts.credential_reports {
        if !w.is_fresh(&report.origin) {
            continue;
        }
        if let Some(line) = report.cut_at_line {
            w.doubt(
                &report.origin,
                say(
                    format!("レポートが {line} 行目で切れているため、合格と判定できません。もう一度ダウンロードしてください。"),
                    format!("The report is cut off at line {line}, so it cannot count as a pass. Download it again."),
                ),
            );
        }
        if report.root.is_none() && report.users.is_empty() {
            w.doubt(&report.origin, NO_ROWS);
        }
        let read = report.users.len();
        for users in facts.outputs("iam get-account-summary").filter_map(users_of) {
            #[expect(clippy::cast_precision_loss, reason = "a count of users")]
            if users != read as f64 {
                w.doubt(&report.origin, say(
                    format!("レポートの IAM ユーザーは {read} 人、アカウントの概要では {users} 人です。取得した時点が違うか、レポートが途中で切れています。両方とも取り直してください。"),
                    format!("The report has {read} IAM users, the account summary says {users}: they are not of the same time, or the report is cut off. Get both again."),
                ));
            }
        }
        readable.push(report);
    }
    readable
}

const NO_ROWS: Text = t(
    "レポートにデータの行がありません。もう一度ダウンロードしてください。",
    "The report has no rows. Download it again.",
);

/// The root rows of all reports.
pub(super) fn roots(facts: &Facts) -> impl Iterator<Item = &CredentialRow> {
    facts.credential_reports.iter().filter_map(|report| report.root.as_ref())
}

/// What to say of a report without `<root_account>`.
pub(super) fn no_root_row(report: &CredentialReport) -> Words {
    let users = report.users.len();
    say(
        format!("レポートに <root_account> の行がありません(IAM ユーザー {users} 人分を読みました)。"),
        format!("The report has no row <root_account> ({users} IAM users read)."),
    )
}

/// `SummaryMap` of an account summary.
pub(super) fn summary_map(output: &Output) -> Option<&Json> {
    output.value()?.get("SummaryMap")
}

fn users_of(output: &Output) -> Option<f64> {
    summary_map(output)?.number("Users")
}
