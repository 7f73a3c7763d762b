//! `iam-root-not-used-daily`: has the root user been used within 30 days?

use super::credentials;
use super::weigh::{Weigh, say};
use crate::evidence::facts::When;
use crate::i18n::{Text, t};
use crate::json::Json;

/// This product's own choice: CIS gives no number, Prowler takes one day.
const LIMIT: i64 = 30;

pub(super) fn judge(w: &mut Weigh<'_>) {
    for report in credentials::readable(w) {
        let Some(root) = &report.root else {
            w.doubt(&report.origin, credentials::no_root_row(report));
            continue;
        };
        let on = report.origin.collected_at.unwrap_or(w.now);
        let uses = [root.password_last_used, root.keys[0].last_used, root.keys[1].last_used];
        let latest =
            uses.iter().filter_map(|use_of_it| if let When::At(at) = use_of_it { Some(*at) } else { None }).max();
        if uses.contains(&When::Unreadable) {
            w.doubt(&report.origin, UNREADABLE);
        }
        let Some(at) = latest else {
            w.pass(&report.origin, NEVER);
            continue;
        };
        let (days, date) = (on.days_since(at), at.date());
        if days >= LIMIT {
            w.pass(
                &report.origin,
                say(
                    format!("ルートユーザーが最後に使われたのは {date}({days} 日前)です。"),
                    format!("The root user was last used on {date}, {days} days ago."),
                ),
            );
        } else if days < 1 {
            // Whoever is setting up MFA right now has just signed in.
            w.doubt(&report.origin, TODAY);
        } else {
            w.fail(
                &report.origin,
                say(
                    format!("ルートユーザーが {date}({days} 日前)に使われています(このツールの目安では、{LIMIT} 日以内の使用は不合格です)。"),
                    format!(
                        "The root user was used on {date}, {days} days ago (this tool's own limit is {LIMIT} days)."
                    ),
                ),
            );
        }
    }
    for output in w.outputs("cloudtrail lookup-events") {
        let Some(value) = w.json(output) else {
            continue;
        };
        let is_sign_in =
            |event: &&Json| event.words("EventName") == "ConsoleLogin" && event.words("Username") == "root";
        let count = value.items("Events").iter().filter(is_sign_in).count();
        if count > 0 {
            w.warn(say(
                format!("イベント履歴に、ルートユーザーのサインインが {count} 件あります。"),
                format!("The event history shows {count} sign-in(s) of the root user."),
            ));
        }
    }
}

const NEVER: Text =
    t("ルートユーザーが使われた記録はありません。", "There is no record of the root user having been used.");
const TODAY: Text = t(
    "ルートユーザーが 1 日以内に使われています。いま設定のためにサインインしたのであれば、問題ありません。心当たりがなければ、「緊急時の対応」のページへ進んでください。",
    "The root user was used within a day. If that was you, setting things up, it is fine. If nobody knows of it, go to the page “Something happened”.",
);
const UNREADABLE: Text =
    t("<root_account> の行に、読み取れない日付があります。", "A date in the row <root_account> cannot be read.");
