//! `iam-root-not-used-daily`: has the root user been used within 30 days?

use super::credentials;
use super::verdict_builder::{VerdictBuilder, in_days, say};
use crate::base::i18n::{Text, quantity, t};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::{CredentialReport, When};

/// In days. This product's own choice: CIS gives no number, Prowler uses one day.
const LIMIT: i64 = 30;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for report in credentials::readable(verdict) {
        let Some(root) = &report.root else { continue };
        if root.has_more {
            verdict.doubt(&report.origin, credentials::hides_more(&root.user));
        }
        let uses = [root.password_last_used, root.keys[0].last_used, root.keys[1].last_used];
        if uses.contains(&When::Unreadable) {
            verdict.doubt(&report.origin, UNREADABLE);
        }
        judge_uses(verdict, report, uses);
    }
    history(verdict);
}

/// Judges the last uses of the password and of both keys.
fn judge_uses(verdict: &mut VerdictBuilder<'_>, report: &CredentialReport, uses: [When; 3]) {
    let on = report.origin.collected_at.unwrap_or(verdict.now);
    let date = |when: &When| if let When::At(at) = when { Some(*at) } else { None };
    let Some(latest) = uses.iter().filter_map(date).max() else {
        verdict.pass(&report.origin, NEVER);
        return;
    };
    // Setting up MFA needs a sign-in with the password, so a password used today is no fail; a key used today is.
    let is_today = date(&uses[0]).is_some_and(|at| verdict.now.days_since(at) < 1);
    let counted = uses.iter().skip(usize::from(is_today)).filter_map(date);
    let used = counted.filter(|at| (0..LIMIT).contains(&on.days_since(*at))).max();
    if is_today {
        verdict.doubt(&report.origin, TODAY);
    }
    if let Some(at) = used {
        let (days, date) = (on.days_since(at), at.date());
        verdict.fail(
            &report.origin,
            say(
                format!("ルートユーザーが {date}({days} 日前)に使われています(このツールの目安では、{LIMIT} 日以内の使用は不合格です)。"),
                format!("The root user was used on {date}, {} ago (this tool's own limit is {LIMIT} days).", in_days(days)),
            ),
        );
    } else if !is_today {
        let (days, date) = (on.days_since(latest), latest.date());
        verdict.pass(
            &report.origin,
            say(
                format!("ルートユーザーが最後に使われたのは {date}({days} 日前)です。"),
                format!("The root user was last used on {date}, {} ago.", in_days(days)),
            ),
        );
    }
}

/// Judges the event history, which covers one Region and 90 days: a sign-in in it prevents a pass, none in it proves
/// nothing.
fn history(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs("cloudtrail lookup-events") {
        let Some(value) = output.value() else {
            if verdict.facts.credential_reports.is_empty() {
                verdict.json(output);
            }
            continue;
        };
        let is_sign_in =
            |event: &&Json| event.words("EventName") == "ConsoleLogin" && event.words("Username") == "root";
        let sign_ins: Vec<&Json> = value.items("Events").iter().filter(is_sign_in).collect();
        let count = sign_ins.len();
        if count > 0 {
            verdict.warn(say(
                format!("イベント履歴に、ルートユーザーのサインインが {count} 件あります。"),
                format!("The event history shows {} of the root user.", quantity(count, "sign-in")),
            ));
        }
        let latest = sign_ins.into_iter().filter(|event| !has_failed(event)).filter_map(time_of).max();
        if let Some(at) = latest.filter(|at| verdict.now.days_since(*at) < LIMIT) {
            let date = at.date();
            verdict.doubt(&output.origin, say(
                format!("イベント履歴では、ルートユーザーが {date} にサインインしています。認証情報レポートを作り直して確認してください。"),
                format!("The event history shows a sign-in of the root user on {date}. Make a new credential report and look there."),
            ));
        }
    }
}

/// Whether the sign-in failed.
fn has_failed(event: &Json) -> bool {
    let record = Json::parse(event.words("CloudTrailEvent")).unwrap_or_default();
    record.get("responseElements").is_some_and(|elements| elements.words("ConsoleLogin") == "Failure")
}

/// `EventTime`: a text, or seconds since 1970 from older versions of the CLI.
fn time_of(event: &Json) -> Option<Timestamp> {
    #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970")]
    let seconds = event.number("EventTime").and_then(|seconds| Timestamp::from_unix_seconds(seconds as i64));
    Timestamp::parse(event.words("EventTime")).or(seconds)
}

const NEVER: Text =
    t("ルートユーザーが使われた記録はありません。", "There is no record of the root user having been used.");
const TODAY: Text = t(
    "ルートユーザーが、この 1 日以内に使われています。いま設定のためにサインインしたのであれば、問題ありません。心当たりがなければ、このツールの「緊急時の対応」ページへ進んでください。",
    "The root user was used within a day. If that was you, setting things up, it is fine. If nobody knows of it, go to the page “Something happened”.",
);
const UNREADABLE: Text =
    t("<root_account> の行に、読み取れない日付があります。", "A date in the row <root_account> cannot be read.");
