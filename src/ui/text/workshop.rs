//! Words of the workshop page.

use crate::i18n::{Locale, Text, t};
use crate::workshop_link::Unusable;

pub(crate) const LEAD: Text = t(
    "この画面だけでワークショップを開けます。参加者用のリンクを作って配ると、開いた人のブラウザーに専用の欄ができます。サーバーも登録も要りません。",
    "This page is all that a workshop needs. Make a link for the participants: whoever opens it gets a place of their own in their browser. No server, no registration.",
);
pub(crate) const TITLE: Text = t("ワークショップの名前", "Name of the workshop");
pub(crate) const DATE: Text = t("日付", "Date");
pub(crate) const WHAT: Text = t("扱う対策", "Controls");
pub(crate) const MAKE: Text = t("参加者用のリンク", "Link for the participants");
pub(crate) const COPY: Text = t("リンクをコピー", "Copy the link");
pub(crate) const HANDOUT: Text = t("配布資料を印刷する", "Print the handout");
pub(crate) const INVITED: Text = t("ワークショップへようこそ", "Welcome to the workshop");
pub(crate) const INVITED_BODY: Text = t(
    "始めると、このワークショップ用の欄がこのブラウザーの中にできます。今までの回答はそのまま残り、何も送信しません。",
    "Starting makes a place for this workshop in this browser. Answers that are already here stay as they are, and nothing is sent.",
);
pub(crate) const START: Text = t("始める", "Start");

/// Why a link cannot be used.
pub(crate) const fn unusable(why: Unusable) -> Text {
    match why {
        Unusable::TooLong => t("リンクが長すぎます。", "The link is too long."),
        Unusable::Unreadable => t(
            "リンクが途中で切れているか、このページのものではありません。主催者に、もう一度もらってください。",
            "The link is cut short, or not one of this page. Ask the organiser for it again.",
        ),
        Unusable::Title => t(
            "名前を 1〜100 文字で入力してください。認証情報は入れられません。",
            "Give it a name of 1 to 100 characters, without credentials in it.",
        ),
        Unusable::Controls => t(
            "このリンクの対策は、このバージョンにはありません。ページを再読み込みしてください。",
            "This version knows none of the link's controls. Reload the page.",
        ),
    }
}

/// How many controls a workshop is about.
pub(crate) fn controls(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("対策 {count} 件"),
        Locale::En => format!("{count} controls"),
    }
}
