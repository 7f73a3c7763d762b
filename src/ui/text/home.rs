//! Words of the home page.

use crate::i18n::{Locale, Text, t};

pub(crate) use crate::report::words::{FREE, PAID, level, minutes, of_mandatory};

pub(crate) const WELCOME: Text = t("AWS アカウントを、不正利用から守る", "Protect your AWS account from misuse");
pub(crate) const PROMISES: [Text; 3] = [
    t("インストールも、AWS の認証情報も要りません。", "Nothing to install, and no AWS credentials."),
    t("回答はこのブラウザーの中にだけ残ります。", "Your answers stay in this browser only."),
    t("質問にひととおり答えるのに約 15 分です。", "About 15 minutes to answer everything once."),
];
pub(crate) const START: Text = t("はじめる", "Start");
pub(crate) const FIRST: Text = t("最初の一歩", "First step");
pub(crate) const NEXT: Text = t("次の一歩", "Next step");
pub(crate) const GO_ON: Text = t("つづける", "Continue");
pub(crate) const ALL_DONE: Text = t("すべての対策について、対応または判断が済みました", "Every control is settled");
pub(crate) const ALL_DONE_BODY: Text = t(
    "対策は、続けている間だけ効果があります。3 か月に一度、次のことを確かめてください。",
    "Protection works while it is kept up. Once a quarter:",
);
pub(crate) const LEVELS: Text = t("レベルとは", "What the levels are");
pub(crate) const LEVELS_BODY: Text = t(
    "必須の対策を 3 段に分けた道順です。その段と下の段で、対象となる対策がすべて実施済みになると届きます。",
    "A path through the mandatory controls in three stages. A level is reached when all its controls that apply, and those below, are done.",
);
pub(crate) const DOOR_HANDOUT: Text = t("配布資料を印刷する", "Print the handout");
pub(crate) const DOOR_HANDOUT_BODY: Text = t(
    "空欄のチェックリストです。勉強会の準備は「ワークショップ」のページでできます。",
    "A blank checklist on paper. To prepare an event, use the Workshop page.",
);
pub(crate) const OPEN_REPORT: Text = t("レポートを開く", "Open the report");
pub(crate) const SECTIONS: Text = t("区分ごとの進み具合", "Progress by section");
pub(crate) const RING: Text = t("スコア", "Score");

pub(crate) const DOOR_EVIDENCE: Text = t("証拠で確認する", "Check with evidence");
pub(crate) const DOOR_EVIDENCE_BODY: Text = t(
    "AWS の出力を画面にドロップするだけで判定できます。認証情報は使いません。",
    "Drop what AWS prints on this page and it is judged here. No credentials.",
);
pub(crate) const DOOR_CHECKLIST: Text = t("一覧で答える", "Answer as a list");
pub(crate) const DOOR_CHECKLIST_BODY: Text =
    t("すべての対策を 1 画面で見ながら、まとめて回答します。", "All controls on one page, answered in one go.");
pub(crate) const DOOR_REPORT: Text = t("レポートを印刷する", "Print the report");
pub(crate) const DOOR_REPORT_BODY: Text =
    t("上司や監査の担当者に渡せる A4 の進捗レポートです。", "A progress report on A4 for a manager or an auditor.");

pub(crate) const DOOR_LEARN: Text = t("しくみを知る", "Learn how it happens");
pub(crate) const DOOR_LEARN_BODY: Text = t(
    "不正利用の入口と被害、守りのしくみを 6 分で。最後にクイズがあります。",
    "How they get in, what it does, how the pieces protect. Six minutes and a quiz.",
);
pub(crate) const DOOR_INCIDENT: Text = t("不正利用されたかもしれない", "Something happened");
pub(crate) const DOOR_INCIDENT_BODY: Text = t(
    "身に覚えのない請求、AWS からの通知、見覚えのないリソース。今すぐ行うことを、順に示します。",
    "A strange bill, a mail from AWS, resources that are not yours: what to do now, step by step.",
);

/// Answers or dates that have run out.
pub(crate) fn overdue(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("もう一度確認するもの {count} 件"),
        Locale::En => format!("{count} to check again"),
    }
}
