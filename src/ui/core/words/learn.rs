//! Words of Learn, its quiz, and About.

use crate::base::i18n::{Locale, Text, t};

pub(crate) const LEAD: Text = t(
    "不正利用とは何か、どこから入られ、何が起きるのか。6 分ほどで読めます。最後にクイズがあります。",
    "What misuse is, how they get in, and what it does. About six minutes, with a quiz at the end.",
);
pub(crate) const QUIZ: Text = t("クイズ", "Quiz");
pub(crate) const QUIZ_LEAD: Text = t(
    "答えを選ぶと、すぐに解説が表示されます。結果はこのブラウザーの中にだけ残ります。",
    "Choose an answer to see why. The result stays in this browser only.",
);
pub(crate) const RIGHT: Text = t("正解", "Right");
pub(crate) const WRONG: Text = t("不正解", "Not this one");
pub(crate) const AGAIN: Text = t("もう一度やってみる", "Try again");
pub(crate) const CLEARED: Text = t("クイズの答えを消しました。", "The answers of the quiz are cleared.");
pub(crate) const OPEN_CONTROL: Text = t("関連する対策", "The control");
pub(crate) const DATES: Text = t("確認した日とバージョン", "Dates and version");
pub(crate) const OFFLINE: Text = t("オフラインでの利用", "Without a network");
pub(crate) const IS_OFFLINE: Text = t(
    "このページは、このブラウザーにすべて保存済みです。ネットワークにつながっていなくても、証拠の判定や配布資料の作成まで使えます。新しいバージョンは画面の上で知らせ、あなたが再読み込みするまで切り替えません。",
    "This browser keeps the whole page: it works without a network, judging evidence and making handouts included. A new version is announced at the top, and nothing switches until you reload.",
);
pub(crate) const NOT_OFFLINE: Text = t(
    "このページは、まだこのブラウザーに保存されていません。https または localhost で開くと、数秒後に自動で保存し、次からはネットワークがなくても使えます。プライベートウィンドウなど、ブラウザーが許可しない場合は保存できません。",
    "This browser does not keep the page yet. Opened over https or on localhost, it is kept after some seconds and then works without a network. Some private windows and settings do not allow that.",
);

/// `9 問中 7 問正解`
pub(crate) fn result(answered: usize, right: usize, all: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{all} 問中 {answered} 問に回答、{right} 問正解"),
        Locale::En => format!("{answered} of {all} answered, {right} right"),
    }
}

/// `問 1`
pub(crate) fn number(number: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("問 {number}"),
        Locale::En => format!("Question {number}"),
    }
}

/// The dates on which the sources were reviewed, and the version.
pub(crate) fn reviewed(oldest: &str, newest: &str, version: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!(
            "出典のドキュメントは {oldest} から {newest} の間に確認しました。確認した日は、各対策の出典にも書いています。バージョン {version}。"
        ),
        Locale::En => format!(
            "The documentation was read between {oldest} and {newest}; each control names its pages and dates. Version {version}."
        ),
    }
}
