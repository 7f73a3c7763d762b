//! Texts of the home page and of the frame of every page.
#![expect(missing_docs, reason = "the words say what they are")]

use crate::base::i18n::{Locale, Text, t};

pub use crate::content::route::names::*;
pub use crate::documents::words::{level, of_mandatory, points};

pub const NAME: &str = "Guard Navi";
pub const PAGES: Text = t("ページ", "Pages");
pub const TAB_CHECKLIST: Text = t("一覧", "Checklist");
pub const TAB_LEARN: Text = t("しくみ", "Learn");
pub const TAB_EVIDENCE: Text = t("証拠", "Evidence");
pub const TAB_INCIDENT: Text = t("緊急時", "Incident");

pub const PROMISE: Text = t(
    "すべてこのブラウザーの中だけで動きます。認証情報は要りません。何も送信しません。",
    "Everything happens inside this browser. No credentials are asked for, nothing is sent.",
);
pub const LOADING: Text = t("読み込んでいます…", "Loading…");

pub const WELCOME: Text = t("AWS アカウントを、不正利用から守る", "Protect your AWS account from misuse");
pub const PROMISES: [Text; 3] = [
    t("インストールも、AWS の認証情報も要りません。", "Nothing to install, and no AWS credentials."),
    t("回答はこのブラウザーの中にだけ残ります。", "Your answers stay in this browser only."),
    t("質問にひととおり答えるのに約 15 分です。", "About 15 minutes to answer everything once."),
];
pub const FIRST: Text = t("最初の一歩", "First step");
pub const START: Text = t("はじめる", "Start");
pub const RING: Text = t("スコア", "Score");
pub const LEVELS: Text = t("レベルとは", "What the levels are");
pub const LEVELS_BODY: Text = t(
    "必須の対策を 3 段に分けた道順です。その段と下の段で、対象となる対策がすべて実施済みになると届きます。",
    "A path through the mandatory controls in three stages. A level is reached when all its controls that apply, and those below, are done.",
);
pub const SECTIONS: Text = t("区分ごとの進み具合", "Progress by section");

pub const DOOR_CHECKLIST: Text = t("一覧で答える", "Answer as a list");
pub const DOOR_CHECKLIST_BODY: Text =
    t("すべての対策を 1 画面で見ながら、まとめて回答します。", "All controls on one page, answered in one go.");
pub const DOOR_EVIDENCE: Text = t("証拠で確認する", "Check with evidence");
pub const DOOR_EVIDENCE_BODY: Text = t(
    "AWS の出力を画面にドロップするだけで判定できます。認証情報は使いません。",
    "Drop what AWS prints on this page and it is judged here. No credentials.",
);
pub const DOOR_LEARN: Text = t("しくみを知る", "Learn how it happens");
pub const DOOR_LEARN_BODY: Text = t(
    "不正利用の入口と被害、守りのしくみを 6 分で。最後にクイズがあります。",
    "How they get in, what it does, how the pieces protect. Six minutes and a quiz.",
);
pub const DOOR_HANDOUT: Text = t("配布資料を印刷する", "Print the handout");
pub const DOOR_HANDOUT_BODY: Text = t(
    "空欄のチェックリストです。勉強会の準備は「ワークショップ」のページでできます。",
    "A blank checklist on paper. To prepare an event, use the Workshop page.",
);
pub const DOOR_REPORT: Text = t("レポートを印刷する", "Print the report");
pub const DOOR_REPORT_BODY: Text =
    t("上司や監査の担当者に渡せる A4 の進捗レポートです。", "A progress report on A4 for a manager or an auditor.");
pub const DOOR_INCIDENT: Text = t("不正利用されたかもしれない", "Something happened");
pub const DOOR_INCIDENT_BODY: Text = t(
    "身に覚えのない請求、AWS からの通知、見覚えのないリソース。今すぐ行うことを、順に示します。",
    "A strange bill, a mail from AWS, resources that are not yours: what to do now, step by step.",
);

pub const NO_SCRIPT: Text = t(
    "このページは JavaScript で動きます。ブラウザーの設定で JavaScript を有効にして、再読み込みしてください。古いブラウザーでは動かないため、最新版の Chrome、Edge、Firefox、Safari をお使いください。有効なのに表示されない場合は、ファイルが止められているか、書き換えられています。続くときは、このコピーを使わないでください。",
    "This page runs on JavaScript. Allow JavaScript in your browser's settings and reload. It does not run in very old browsers: use a current Chrome, Edge, Firefox or Safari. If JavaScript is on, a file is blocked or has been changed: if it stays so, do not use this copy.",
);
pub const NO_WASM: Text = t(
    "このブラウザーでは WebAssembly が使えないか、古くて足りない機能があるため、表示できません。最新版の Chrome、Edge、Firefox、Safari をお使いください。保護モードなどで無効にしている場合は、このサイトだけ許可してください。",
    "This browser has no WebAssembly, or one that is too old, so the page cannot run. Use a current Chrome, Edge, Firefox or Safari. If a protected mode has switched it off, allow it for this site.",
);
pub const BLOCKED: Text = t(
    "必要なファイルを読み込めませんでした。通信を確認して、再読み込みしてください。続く場合は、広告ブロックや社内のフィルターが止めていないか確認してください。保存した回答はそのまま残っています。",
    "A file that is needed could not be loaded. Check the connection and reload. If it stays so, see whether an ad blocker or a company filter stops it. Your saved answers are untouched.",
);
pub const ALTERED: Text = t(
    "届いたファイルが、ビルドしたときのものと違います。壊れているか、書き換えられているため、起動を止めました。時間をおいて再読み込みしてください。続く場合は、このコピーを使わず、公開している人に知らせてください。保存した回答はそのまま残っています。",
    "A file that arrived is not the one that was built. It is damaged or has been changed, so the page did not start. Reload in a while. If it stays so, do not use this copy, and tell whoever publishes it. Your saved answers are untouched.",
);

/// `5 件中 2 件`
#[must_use]
pub fn of(done: usize, all: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{all} 件中 {done} 件"),
        Locale::En => format!("{done} of {all}"),
    }
}
