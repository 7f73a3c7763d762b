//! Words of a control's page.

use super::t;
use crate::i18n::{Locale, Text};

pub(crate) const CRUMBS: Text = t("現在地", "You are here");
pub(crate) const CHECK: Text = t("確認する", "Check");
pub(crate) const FIX: Text = t("対処する", "Fix");
pub(crate) const CONSOLE: Text = t("コンソール", "Console");
pub(crate) const WAY: Text = t("手順の種類", "Way");
pub(crate) const COPY: Text = t("コピー", "Copy");
pub(crate) const COPIED: Text = t("コピーしました", "Copied");
pub(crate) const COPY_BY_HAND: Text = t(
    "コピーできませんでした。選択しておいたので、Ctrl+C か長押しでコピーしてください。",
    "It could not be copied. It is selected now: press Ctrl+C, or hold and copy.",
);
pub(crate) const FILL: Text = t("コマンドに入れる値", "Values for the commands");
pub(crate) const FILL_HINT: Text = t(
    "一度入れると、すべてのコマンドに反映されます。保存も送信もしません。",
    "Typed once, used in every command. Not stored, not sent.",
);
pub(crate) const JUDGE: Text = t("出力を貼り付けて判定する", "Paste the output to have it judged");
pub(crate) const BEFORE: Text = t("対処する前に", "Before you begin");
pub(crate) const DONE: Text = t("こうなれば完了", "Done looks like this");
pub(crate) const ORGANISATION: Text = t("組織(AWS Organizations)の場合", "In an organisation");
pub(crate) const NOT_APPLICABLE: Text = t("「該当しない」を選ぶ場合", "When “not applicable” is right");
pub(crate) const EVIDENCE: Text = t("証拠で分かること", "What evidence can tell");
pub(crate) const ATTEST: Text = t("自分で確かめること", "Only you can answer");
pub(crate) const LOADING: Text = t("手順を読み込んでいます…", "Loading the steps…");
pub(crate) const NOT_LOADED: Text = t(
    "手順を読み込めませんでした。通信を確認して、もう一度読み込んでください。回答はこのまま記録できます。",
    "The steps could not be loaded. Check the connection and try again. You can answer all the same.",
);
pub(crate) const LOAD_AGAIN: Text = t("もう一度読み込む", "Try again");
pub(crate) const SOURCES: Text = t("出典", "Sources");
pub(crate) const REFERENCES: Text = t("他の基準との対応", "In other frameworks");
pub(crate) const NEEDS: Text = t("先に済ませる対策", "Needed first");
pub(crate) const STANDING: Text = t("この対策の状態", "Where you stand");
pub(crate) const CLEAR: Text = t("回答を消す", "Clear the answer");
pub(crate) const REASON: Text = t("理由", "Reason");
pub(crate) const REVIEW_BY: Text = t("見直す日", "Review on");
pub(crate) const CHANGE_REASON: Text = t("理由を書き直す", "Change the reason");
pub(crate) const NOTE: Text = t("メモ", "Note");
pub(crate) const NOTE_HINT: Text = t("担当、期限、経緯など", "Owner, date, what happened");
pub(crate) const NOTE_MASKED: Text =
    t("アカウント ID とアクセスキー ID は伏せて保存します。", "Account IDs and access-key IDs are masked when saved.");
pub(crate) const PREVIOUS: Text = t("前へ", "Previous");
pub(crate) const NEXT: Text = t("次へ", "Next");
pub(crate) const NEIGHBOURS: Text = t("前後の対策", "Other controls");

/// `2026年11月23日 確認`
pub(crate) fn reviewed(date: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{date} 確認"),
        Locale::En => format!("reviewed {date}"),
    }
}
