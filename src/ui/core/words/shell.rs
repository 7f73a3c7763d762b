//! Words of the frame around every page.

use crate::base::i18n::{Locale, Text, t};
use crate::ui::core::words::points;

pub(crate) use crate::start::words::{
    ABOUT, CHECKLIST, DATA, HANDOUT, HISTORY, HOME, INCIDENT, LEARN, LOADING, NAME, NOT_FOUND, POSTURE, REPORT,
    WORKSHOP,
};

pub(crate) const SKIP: Text = t("本文へ移動", "Skip to the content");
pub(crate) const NOT_LOADED: Text = t(
    "読み込めませんでした。通信の状態を確認して、もう一度読み込んでください。",
    "It could not be loaded. Check the connection and try again.",
);
pub(crate) const LOAD_AGAIN: Text = t("もう一度読み込む", "Try again");
pub(crate) const NOT_FOUND_BODY: Text = t(
    "リンクが古いか、途中で切れているかもしれません。保存した回答はそのまま残っています。",
    "The link may be old or cut short. Your answers are still there.",
);
pub(crate) const GO_HOME: Text = t("ホームへ戻る", "Back to home");

pub(crate) const LANGUAGE: Text = t("表示する言語", "Language");
pub(crate) const THEME: Text = t("画面の明るさ", "Theme");
pub(crate) const THEME_SYSTEM: Text = t("自動", "System");
pub(crate) const THEME_LIGHT: Text = t("明るい", "Light");
pub(crate) const THEME_DARK: Text = t("暗い", "Dark");
pub(crate) const KEYS: Text = t("キー操作", "Keyboard");

pub(crate) const LAST_CHANGE: Text = t("直前の変更", "Last change");
pub(crate) const UNDO: Text = t("元に戻す", "Undo");
pub(crate) const UNDONE: Text = t("元に戻しました。", "Undone.");
pub(crate) const CLOSE: Text = t("閉じる", "Close");
pub(crate) const CANCEL: Text = t("キャンセル", "Cancel");
pub(crate) const SAVE: Text = t("保存する", "Save");

pub(crate) const ASK_REASON: Text = t("理由", "Reason");
pub(crate) const ASK_REASON_HINT: Text =
    t("後から読む人に伝わるように、短く書いてください。", "Briefly, for whoever reads it later.");
pub(crate) const ASK_REVIEW: Text = t("見直す日", "Review on");

pub(crate) const KEYS_TITLE: Text = t("キーボードで操作する", "Work by keyboard");
pub(crate) const KEYS_ON: Text = t("キーボードショートカットを使う", "Use keyboard shortcuts");
pub(crate) const KEY_HELP: [(&str, Text); 8] = [
    ("/", t("対策を探す", "Find controls")),
    ("j k", t("次・前の対策へ", "Next and previous control")),
    ("Enter", t("選んだ対策を開く", "Open the chosen control")),
    (
        "1 – 6",
        t(
            "実施済み、対応中、未実施、わからない、該当しない、リスクを受け入れる",
            "Done, in progress, not done, I don't know, not applicable, accept the risk",
        ),
    ),
    ("0", t("回答を消す", "Clear the answer")),
    ("n", t("メモを書く", "Write a note")),
    ("u", t("直前の変更を元に戻す", "Undo the last change")),
    ("?", t("この一覧を開く", "Open this list")),
];

/// The announcement and the toast after an answer.
pub(crate) fn recorded(status: Text, is_mandatory: bool, score: Option<u8>, locale: Locale) -> String {
    let points = points(score);
    match (locale, is_mandatory) {
        (Locale::Ja, true) => format!("「{}」にしました。スコアは {points} です。", status.ja),
        (Locale::Ja, false) => format!("「{}」にしました。推奨の対策はスコア({points})に入りません。", status.ja),
        (Locale::En, true) => format!("Marked “{}”. The score is {points}.", status.en),
        (Locale::En, false) => format!("Marked “{}”. Recommended controls are not in the score ({points}).", status.en),
    }
}

/// The message after verdicts were accepted.
pub(crate) fn accepted(count: usize, score: Option<u8>, locale: Locale) -> String {
    let points = points(score);
    match locale {
        Locale::Ja => format!("{count} 件の判定を反映しました。スコアは {points} です。"),
        Locale::En if count == 1 => format!("1 verdict accepted. The score is {points}."),
        Locale::En => format!("{count} verdicts accepted. The score is {points}."),
    }
}

/// Shown while a file is being dragged over the page.
pub(crate) const DROP: Text = t("ここで離すとファイルを読み込みます", "Drop the files anywhere here");
pub(crate) const PRINT: Text = t("印刷・PDF に保存", "Print or save as PDF");

pub(crate) const MENU: Text = t("メニュー", "Menu");
pub(crate) const ACCOUNT: Text = t("アカウント", "Account");
pub(crate) const DEFAULT_NAME: Text = t("AWS アカウント", "AWS account");

/// The message when all mandatory controls of a section are done.
pub(crate) fn section_done(section: Text, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("「{}」の必須の対策がそろいました。", section.ja),
        Locale::En => format!(" Every mandatory control of “{}” is done.", section.en),
    }
}

/// The message when a level is reached.
pub(crate) fn level_reached(level: u8, title: Text, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("レベル {level}「{}」に届きました。", title.ja),
        Locale::En => format!(" Level {level}, {}, is reached.", title.en),
    }
}

/// The message after several controls were changed at once.
pub(crate) fn recorded_many(count: usize, status: Text, score: Option<u8>, locale: Locale) -> String {
    let points = points(score);
    match locale {
        Locale::Ja => format!("{count} 件を「{}」にしました。スコアは {points} です。", status.ja),
        Locale::En => format!("{count} marked “{}”. The score is {points}.", status.en),
    }
}
