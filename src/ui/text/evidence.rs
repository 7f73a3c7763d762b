//! Words of the evidence page.

use crate::evidence::Outcome;
use crate::i18n::{Locale, Text, t};

pub(crate) const TITLE: Text = t("証拠で確認する", "Check with evidence");
pub(crate) const LEAD: Text = t(
    "AWS の出力をここに入れると、このブラウザーの中だけで判定します。原文は保存せず、どこにも送りません。結果をチェックリストに反映するかどうかは、あなたが決めます。",
    "Put what AWS prints here and it is judged inside this browser. The text is not stored and goes nowhere. Whether a verdict enters the checklist is up to you.",
);
pub(crate) const HOW: Text = t("いま判定できるもの", "What can be judged today");
pub(crate) const HOW_INTRO: Text = t(
    "どちらか一方でも判定できます。両方あれば、より確かです。CloudShell(コンソール上部のターミナルのアイコン)で実行できます。",
    "One of them is enough; both are better. They can be run in CloudShell (the terminal icon at the top of the console).",
);
pub(crate) const HOW_REPORT: Text = t(
    "認証情報レポート。IAM のコンソールの [認証情報レポート] からダウンロードした CSV か、次のコマンドの出力",
    "The credential report: the CSV downloaded in the IAM console under [Credential report], or the output of",
);
pub(crate) const HOW_SUMMARY: Text = t("アカウントの概要。次のコマンドの出力", "The account summary: the output of");
pub(crate) const DROP: Text = t("ファイルをここにドロップ", "Drop files here");
pub(crate) const CHOOSE: Text = t("ファイルを選ぶ", "Choose files");
pub(crate) const PASTE: Text = t("または、出力を貼り付ける", "Or paste the output");
pub(crate) const PASTED: Text = t("貼り付けたテキスト", "Pasted text");
pub(crate) const JUDGE: Text = t("判定する", "Judge");
pub(crate) const CANCEL: Text = t("中止する", "Cancel");
pub(crate) const CANCELLED: Text = t("中止しました。何も変わっていません。", "Cancelled. Nothing has changed.");
pub(crate) const NOTHING: Text = t(
    "判定するものがありません。出力を貼り付けるか、ファイルを選んでください。",
    "There is nothing to judge. Paste the output or choose a file.",
);
pub(crate) const FAILED: Text = t(
    "判定用のプログラムを読み込めませんでした。通信を確認してからもう一度試してください。回答はそのまま残っています。",
    "The judging part could not be loaded. Check the connection and try again. Your answers are untouched.",
);
pub(crate) const TOO_MANY: Text = t(
    "一度に入れられるのは 1,000 ファイルまでです。分けて入れてください。",
    "At most 1,000 files at a time. Drop them in parts.",
);
pub(crate) const TOO_LARGE: Text = t(
    "64 MiB を超えるファイルは読みません。1 つのコマンドの出力ごとに分けてください。",
    "Files over 64 MiB are not read. Drop the output of one command at a time.",
);
pub(crate) const RESULT: Text = t("判定の結果", "Verdicts");
pub(crate) const NO_VERDICT: Text = t(
    "判定できる内容は見つかりませんでした。下の理由を見てください。",
    "Nothing in it could be judged. See the reasons below.",
);
pub(crate) const PROBLEMS: Text = t("読み取りで気づいたこと", "What was noticed while reading");
pub(crate) const SECRETS: Text = t("秘密情報が含まれていました", "There were secrets in it");
pub(crate) const NOW: Text = t("いまの状態", "Now");
pub(crate) const BECOMES: Text = t("反映すると", "Becomes");
pub(crate) const NO_CHANGE: Text = t("変わりません", "No change");
pub(crate) const ACCEPT: Text = t("反映する", "Accept");
pub(crate) const ACCEPTED: Text = t("反映済み", "Accepted");
pub(crate) const ACCEPT_ALL: Text = t("すべて反映する", "Accept all");

pub(crate) const fn outcome(outcome: Outcome) -> Text {
    match outcome {
        Outcome::Pass => t("合格", "Pass"),
        Outcome::Fail => t("不合格", "Fail"),
        Outcome::Unknown => t("判定できません", "Cannot tell"),
    }
}

/// While it runs.
pub(crate) fn progress(done: usize, total: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("判定しています({total} 件中 {done} 件)"),
        Locale::En => format!("Judging ({done} of {total})"),
    }
}

/// When it is done.
pub(crate) fn judged(verdicts: usize, problems: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("判定が終わりました。判定 {verdicts} 件、お知らせ {problems} 件です。"),
        Locale::En => format!("Judged: {verdicts} verdict(s), {problems} remark(s)."),
    }
}

/// Where in a file a problem is.
pub(crate) fn place(file: &str, line: Option<u64>, locale: Locale) -> String {
    match (line, locale) {
        (None, _) => file.to_owned(),
        (Some(line), Locale::Ja) => format!("{file}、{line} 行目"),
        (Some(line), Locale::En) => format!("{file}, line {line}"),
    }
}
