//! Words of the page for accounts and data.

use crate::base::i18n::{Locale, Text, quantity, t};

pub(crate) const LEAD: Text = t(
    "アカウントごとに、回答と履歴を分けて保存できます。データはこのブラウザーの中にだけ残ります。",
    "Each account has its own answers and history. All of it stays in this browser only.",
);
pub(crate) const ACCOUNTS: Text = t("アカウント", "Accounts");
pub(crate) const NAME: Text = t("名前", "Name");
pub(crate) const NAME_HINT: Text = t("例: 本番、検証", "For example: production, test");
pub(crate) const IN_FRONT: Text = t("表示中", "Shown now");
pub(crate) const USE: Text = t("このアカウントに切り替える", "Switch to this account");
pub(crate) const COPY: Text = t("複製する", "Duplicate");
pub(crate) const DELETE: Text = t("削除する", "Delete");
pub(crate) const ADD: Text = t("アカウントを追加する", "Add an account");
pub(crate) const ERASE: Text = t("すべて消す", "Erase everything here");
pub(crate) const ERASE_BODY: Text = t(
    "共用のパソコンで使い終わったときなどに、このページのデータをすべてこのブラウザーから消します。",
    "For example when you are done on a shared computer: removes everything that this page has stored in this browser.",
);
pub(crate) const ERASE_ASK: Text = t("すべて消してよいですか", "Erase everything?");
pub(crate) const ERASE_NOW: Text = t("すべて消す", "Erase everything");
pub(crate) const ERASED: Text = t("すべて消しました。", "Everything was erased.");

/// What erasing deletes.
pub(crate) fn goes(accounts: usize, answers: usize, days: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!(
            "アカウント {accounts} 件、回答 {answers} 件とそのメモ、{days} 日分の履歴、クイズの回答、緊急時の記録、対応チームシート、言語などの設定、覚えている入力値、控えを取った日の記録が、開いているほかのタブからも消えます。保存した控えのファイルは消えません。このブラウザーに残るのは、消した日時だけです。元に戻せません。"
        ),
        Locale::En => format!(
            "{}, {} with their notes, {} of history, the quiz answers, the incident log, the response-team sheet, settings such as the language, remembered values and the day of the last copy are erased, in other open tabs too. Copies that you saved as files stay. All that is left in this browser is when you erased it. It cannot be undone.",
            quantity(accounts, "account"),
            quantity(answers, "answer"),
            quantity(days, "day")
        ),
    }
}

/// The score and the number of answers of an account.
pub(crate) fn summary(score: &str, answers: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("スコア {score}、回答 {answers} 件"),
        Locale::En => format!("Score {score}, {}", quantity(answers, "answer")),
    }
}

/// The name of a copy.
pub(crate) fn copy_of(name: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{name}のコピー"),
        Locale::En => format!("Copy of {name}"),
    }
}

/// The name of a new account.
pub(crate) fn numbered(number: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("アカウント {number}"),
        Locale::En => format!("Account {number}"),
    }
}

/// The message after an account was deleted.
pub(crate) fn deleted(name: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("「{name}」を削除しました。"),
        Locale::En => format!("“{name}” was deleted."),
    }
}
