//! Words of the incident page, the response-team sheet and the incident log.

use crate::base::i18n::{Locale, Text, quantity, t};
use crate::base::secrets::Found;
use crate::base::time::Timestamp;

pub(crate) const LEAD: Text = t(
    "落ち着いて、上から順に進めてください。1 人で抱え込まず、まず誰かに知らせます。済んだ手順に印を付けると、時刻が残ります。",
    "Stay calm and go from top to bottom. Mark each step when it is done: the time is noted. Tell somebody first; do not do this alone.",
);
pub(crate) const KEPT: Text = t(
    "時刻は UTC で残し、かっこ内に現地の時刻を添えます。記録はこのブラウザーの中にだけ残り、アカウント ID とアクセスキー ID は伏せて保存します。パスワードやキーは書かないでください。書いてしまった場合、見つけたものは切り取って保存します。",
    "Times are kept in UTC; your own time stands beside them. The log stays in this browser only; account IDs and access-key IDs are masked in it. Never write passwords or keys; those that are found are cut out before the note is saved.",
);
pub(crate) const NOT_NOW: Text =
    t("まだ何も起きていないなら、今のうちに次の準備をしておきます。", "Nothing has happened yet? Prepare for it:");
pub(crate) const PRINT: Text = t("手順を印刷する", "Print the runbook");
pub(crate) const MARKDOWN: Text = t("記録を保存(Markdown)", "Save the log (Markdown)");
pub(crate) const JSON: Text = t("記録を保存(JSON)", "Save the log (JSON)");
pub(crate) const START_OVER: Text = t("記録を消す", "Clear the log");
pub(crate) const CLEAR_ASK: Text = t("インシデント記録を消しますか", "Clear the incident log?");
pub(crate) const NOTE_MASKED: Text = t(
    "アカウント ID とアクセスキー ID は伏せて保存します。手順 3 のコマンドに使う ID は、先にコマンドの欄へ入れてください。",
    "Account IDs and access-key IDs are masked when saved. Enter an ID that the commands of step 3 need into their fields first.",
);
pub(crate) const ALL_DONE: Text = t(
    "すべての手順が済みました。記録を保存し、関係者に渡してください。",
    "All steps are done. Save the log and hand it to those who need it.",
);
pub(crate) const PRINTED_AT: Text = t("印刷した日", "Printed on");
pub(crate) const CLEARED: Text = t("緊急時の対応の記録を消しました。", "The incident log is cleared.");
pub(crate) const LEAKED: Text = t("漏えいしたキーを今すぐ止める", "A key has leaked: do this now");
pub(crate) const OVERVIEW: Text = t("手順の一覧", "All steps");
pub(crate) const TO_LOG: Text = t("印刷と記録の保存へ", "Print, and save the log");
pub(crate) const TO_OVERVIEW: Text = t("手順の一覧へ戻る", "Back to all steps");
pub(crate) const MARK: Text = t("済みにする", "Mark as done");
pub(crate) const TIME: Text = t("済んだ時刻(UTC):", "Done at (UTC):");
pub(crate) const REOPEN_ASK: Text = t("この手順を未完了に戻しますか", "Open this step again?");
pub(crate) const REOPEN: Text = t("時刻を消して未完了に戻す", "Remove the time");
pub(crate) const REOPENED: Text =
    t("手順を未完了に戻し、時刻を消しました。", "The step is open again, and its time is removed.");
pub(crate) const NEVER: Text = t("しないこと", "Do not");
pub(crate) const WHO: Text = t("担当", "Who");
pub(crate) const COMMANDS: Text = t("コマンド", "Commands");
pub(crate) const NOTE: Text = t("見たこと、したこと", "What you saw and did");
pub(crate) const RELATED: Text = t("関連する対策", "Related controls");
pub(crate) const REPLY: Text = t("AWS への返信のひな型", "What to write to AWS");
pub(crate) const OPEN: Text = t("未完了", "Open");
pub(crate) const LOG: Text = t("インシデント記録", "Incident log");
pub(crate) const UNNAMED: Text = t("名前のないアカウント", "Unnamed account");
pub(crate) const EXPORTED: Text = t("保存した時刻", "Saved at");

pub(crate) const TEAM: Text = t("対応チームシート", "Response-team sheet");
pub(crate) const TEAM_LEAD: Text = t(
    "誰が見て、誰が決めるかを先に書いておきます。印刷して、AWS アカウントの外に保管してください。パスワードやキーは書きません。",
    "Write down beforehand who looks and who decides. Print it and keep it outside the account. No passwords or keys.",
);
pub(crate) const SEVERITY: Text = t("重要度", "Severity");
pub(crate) const WITHIN: Text = t("いつまでに", "Answer within");
pub(crate) const THEN: Text = t("すること", "Then");
pub(crate) const RESULT: Text = t("判断", "Verdict");
pub(crate) const TOO_MANY: Text = t("通知が多すぎるとき", "Too many notifications?");

/// When a step was done: `済み 2026-11-24 03:12 UTC(現地 12:12)`.
pub(crate) fn done_at(at: Timestamp, minutes_ahead: i32, locale: Locale) -> String {
    let done = t("済み", "Done").get(locale);
    [done, " ", &time(at, minutes_ahead, locale)].concat()
}

/// UTC, and the person's own time, with its date if that differs: `2026-11-24 18:12 UTC(現地 2026-11-25 03:12)`.
fn time(at: Timestamp, minutes_ahead: i32, locale: Locale) -> String {
    let (utc, local) = (at.clock_at(0), at.clock_at(minutes_ahead));
    if utc == local {
        return format!("{utc} UTC");
    }
    let day = [&at.date().to_string(), " "].concat();
    let local = local.strip_prefix(&day).unwrap_or(&local);
    match locale {
        Locale::Ja => format!("{utc} UTC(現地 {local})"),
        Locale::En => format!("{utc} UTC ({local} local)"),
    }
}

/// The way to the first step that is not done.
pub(crate) fn go_on(step: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("続きから: {step}"),
        Locale::En => format!("Go on: {step}"),
    }
}

/// What is lost when the log is cleared.
pub(crate) fn log_lost(times: usize, notes: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => {
            format!("済んだ時刻 {times} 件と、メモ {notes} 件が消えます。必要なら、先に記録を保存してください。")
        }
        Locale::En => format!(
            "{} and {} would be lost. Save the log first if you need it.",
            quantity(times, "time"),
            quantity(notes, "note")
        ),
    }
}

/// What is lost when a step is opened again.
pub(crate) fn time_lost(step: &str, at: Timestamp, minutes_ahead: i32, locale: Locale) -> String {
    let time = time(at, minutes_ahead, locale);
    match locale {
        Locale::Ja => format!("「{step}」が済んだ時刻 {time} が、記録から消えます。"),
        Locale::En => format!("The log would lose the time of “{step}”: {time}."),
    }
}

/// Under a note from which secrets were cut; `found` is the first of them.
pub(crate) fn secret_cut(found: Found, count: usize, locale: Locale) -> String {
    let Found { line, kind } = found;
    let kind = kind.name().get(locale);
    match (locale, count) {
        (Locale::Ja, 0 | 1) => format!(
            "{line} 行目の{kind}を切り取り、[cut] に置き換えて保存しました。その認証情報も無効にして、新しいものに替えてください。"
        ),
        (Locale::Ja, _) => format!(
            "{line} 行目の{kind}など {count} か所を切り取り、[cut] に置き換えて保存しました。どの認証情報も無効にして、新しいものに替えてください。"
        ),
        (Locale::En, 0 | 1) => format!(
            "Line {line} held {kind}. It was cut out and the rest is saved, with [cut] in its place. Replace that credential."
        ),
        (Locale::En, _) => format!(
            "{count} secrets were cut out, the first on line {line}: {kind}. The rest is saved, with [cut] in their places. Replace those credentials."
        ),
    }
}

/// The number of steps done: `全 11 手順のうち 3 手順が済み`.
pub(crate) fn progress(done: usize, all: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("全 {all} 手順のうち {done} 手順が済み"),
        Locale::En => format!("{done} of {all} steps done"),
    }
}
