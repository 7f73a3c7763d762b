//! Words of the workshop page.

use crate::assessment::workshop_link::Unusable;
use crate::base::i18n::{Locale, Text, t};

pub(crate) const LEAD: Text = t(
    "この画面だけでワークショップを開けます。参加者用のリンクを配り、最後に参加者のファイルを集めると、参加者全体の状況が分かります。サーバーも登録も要りません。",
    "This page is all that a workshop needs. Hand out a link, collect the participants' files at the end, and see where the whole group stands. No server, no registration.",
);
pub(crate) const TITLE: Text = t("ワークショップの名前", "Name of the workshop");
pub(crate) const DATE: Text = t("日付", "Date");
pub(crate) const WHAT: Text = t("扱う対策", "Controls");
pub(crate) const LANGUAGE: Text = t("参加者の画面の言語", "Language of the participants' pages");
pub(crate) const MAKE: Text = t("参加者用のリンク", "Link for the participants");
pub(crate) const COPY: Text = t("リンクをコピー", "Copy the link");
pub(crate) const HANDOUT: Text = t("配布資料を印刷する", "Print the handout");
pub(crate) const NO_CONTROLS: Text = t("扱う対策を選んでください。", "Choose the controls of the workshop.");
pub(crate) const SHOW_CODE: Text = t("QR コードを大きく表示する", "Show it as a large QR code");
pub(crate) const LOCAL: Text = t(
    "このページは、このパソコンか社内のネットワークでしか開けません。参加者が開けるか確かめてください。",
    "This page opens on this computer or its network only. Make sure that the participants can reach it.",
);
pub(crate) const INVITED: Text = t("ワークショップへようこそ", "Welcome to the workshop");
pub(crate) const INVITED_BODY: Text = t(
    "始めると、このワークショップ専用のチェックリストがこのブラウザーの中にできます。今までの回答はそのまま残り、何も送信しません。",
    "Starting makes a checklist for this workshop in this browser. Answers that are already here stay as they are, and nothing is sent.",
);
pub(crate) const START: Text = t("始める", "Start");
pub(crate) const AGAIN: Text = t(
    "このブラウザーでは、このワークショップをすでに始めています。前回の続きから進められます。",
    "You have already started this workshop in this browser. You can continue where you left off.",
);
pub(crate) const GO_ON: Text = t("続ける", "Continue");
pub(crate) const TAKING_PART: Text = t("参加中のワークショップ", "Workshop that you are taking part in");
pub(crate) const CODE: Text = t("あなたの参加コード", "Your code");
pub(crate) const CODE_HINT: Text = t(
    "進行役に渡すファイルには、名前の代わりにこのコードが入ります。",
    "It stands in for your name in the file for the facilitator.",
);
pub(crate) const HOW: Text = t("確認と対処の手順を見る", "See how to check and fix it");
pub(crate) const ALL_DECIDED: Text = t(
    "このワークショップのすべての対策について、対応または判断が済みました。下のボタンからファイルを保存し、進行役に渡してください。",
    "Every control of this workshop is settled. Save the file below and hand it to the facilitator.",
);
pub(crate) const LIST: Text = t("このワークショップの対策", "Controls of this workshop");
pub(crate) const LIST_HINT: Text =
    t("名前を選ぶと、確認と対処の手順が開きます。", "Choose a name to see how to check and fix it.");
pub(crate) const QUIZ: Text = t("クイズ", "Quiz");
pub(crate) const TO_QUIZ: Text = t("クイズに答える(「しくみを知る」の最後)", "Take the quiz, at the end of “Learn”");
pub(crate) const HAND_IN: Text = t("進行役に渡すファイル", "File for the facilitator");
pub(crate) const HAND_IN_BODY: Text = t(
    "ワークショップの終わりに保存して、進行役の案内に従って渡してください。このページからは何も送信しません。",
    "Save it at the end of the workshop, and hand it in as the facilitator asks. This page sends nothing.",
);
pub(crate) const IN_IT: Text = t("入るもの", "What is in it");
pub(crate) const IN_IT_BODY: Text = t(
    "参加コード、ワークショップの名前・日付・対策と始めた日時、対策ごとの状態とその日時、クイズの回答、保存した日時、ファイルを区別するための乱数。",
    "Your code; the workshop's name, date and controls, and when you started; the status of each control and since when; your quiz answers; when the file was saved; and a random number that tells files apart.",
);
pub(crate) const NOT_IN_IT: Text = t("入らないもの", "What is not in it");
pub(crate) const NOT_IN_IT_BODY: Text = t(
    "あなたの名前、アカウント ID、メモ、理由、担当、期限、証拠の内容、緊急時の記録、日ごとの履歴、ほかのアカウントの回答。",
    "Your name, account IDs, notes, reasons, owners, due dates, what the evidence said, the incident log, the daily history, and the answers of other accounts.",
);
pub(crate) const SAVE_FILE: Text = t("進行役に渡すファイルを保存する", "Save the file for the facilitator");
pub(crate) const TO_FACILITATOR: Text =
    t("進行役の画面(リンクを作る、ファイルを集める)", "The facilitator's page: make a link, collect the files");

/// Why a link cannot be used.
pub(crate) const fn unusable(why: Unusable) -> Text {
    match why {
        Unusable::TooLong => t(
            "リンクが長すぎます(2,000 文字まで)。進行役は、名前を短くするか、対策を減らしてください。",
            "The link is too long: 2,000 characters at most. The facilitator can shorten the name or choose fewer controls.",
        ),
        Unusable::Unreadable => t(
            "リンクが途中で切れているか、このページのものではありません。進行役から、もう一度受け取ってください。",
            "The link is cut short, or is not from this page. Ask the facilitator for it again.",
        ),
        Unusable::Title => t(
            "名前を 1〜100 文字で入力してください。認証情報は入れられません。",
            "Give it a name of 1 to 100 characters, without credentials in it.",
        ),
        Unusable::Controls => t(
            "このリンクの対策は、このバージョンにはありません。ページを再読み込みしてください。",
            "This version has none of the link's controls. Reload the page.",
        ),
    }
}

/// The progress of a participant.
pub(crate) fn progress(answered: usize, done: usize, all: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{all} 件中 {answered} 件に回答、{done} 件が実施済み"),
        Locale::En => format!("{answered} of {all} answered, {done} done"),
    }
}

/// How many questions of the quiz are answered.
pub(crate) fn quiz_answered(answered: usize, all: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{all} 問中 {answered} 問に回答しました。"),
        Locale::En => format!("{answered} of {all} answered."),
    }
}

/// The message after the file was saved.
pub(crate) fn submission(name: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!(
            "{name} を保存しました。進行役に渡してください。回答を変えたら、もう一度保存して渡せます。後から保存したファイルが使われます。"
        ),
        Locale::En => format!(
            "{name} was saved. Hand it to the facilitator. After a change you can save and hand it in again: the later file counts."
        ),
    }
}
