//! Texts of the workshop results: the sheet, its CSV, and the list of files.
#![expect(missing_docs, reason = "the words say what they are")]

use super::Median;
use super::participant::RemarkKind;
use crate::base::archive::ArchiveError;
use crate::base::i18n::{Locale, Text, t};

pub const RESULT: Text = t("ワークショップの結果", "Results of the workshop");
pub const PARTICIPANTS: Text = t("参加者", "Participants");
pub const SCORE_MIDDLE: Text = t("スコアの中央値", "Median score");
pub const GAINED_MIDDLE: Text = t("開始後に「実施済み」にした対策(中央値)", "Marked done since the start (median)");
pub const GAINED: Text = t("開始後に「実施済み」になった", "Done since the start");
pub const QUIZ_SHARE: Text = t("クイズの正解率", "Right quiz answers");
pub const MISSED: Text = t("未完了の人が多い対策", "Most often still open");
pub const NONE_MISSED: Text = t("未完了の対策はありません。", "No control is open.");
pub const SCORES: Text = t("スコアの分布", "Scores");
pub const SCORES_CHOSEN: Text = t("スコアの分布(扱った対策)", "Scores, controls of the workshop");
pub const SCORES_MANDATORY: Text = t("スコアの分布(必須の対策すべて)", "Scores, all mandatory controls");
pub const QUIZ: Text = t("クイズ", "Quiz");
pub const QUESTION: Text = t("問題", "Question");
pub const RIGHT: Text = t("正解", "Right");
pub const ANSWERED: Text = t("回答", "Answered");
pub const COMMONEST_WRONG: Text = t("多かった誤答", "Most common wrong answer");
pub const NO_QUIZ: Text = t("クイズに答えた参加者はいません。", "Nobody answered the quiz.");
pub const STATUSES: Text = t("対策ごとの状態", "Control by control");
pub const SHARE_IS: Text =
    t("太い数字は、実施済みの参加者の割合です。", "The bold number is the share of participants who have it in place.");
pub const NOT_COUNTED: Text = t("集計しなかったファイル", "Files that were not counted");
pub const NOTICED: Text = t("ほかに気づいたこと", "What else was noticed");
pub const NOBODY: Text = t(
    "集計できるファイルがありませんでした。下の理由を確認してください。",
    "There was no file that could be counted. See the reasons below.",
);
pub const FEW: Text = t(
    "参加者が 5 人未満です。誰の回答か分かることがあるため、人に見せる前に確かめてください。",
    "There are fewer than five participants, so individuals may be recognisable. Check before you show this to others.",
);
pub const PART: Text = t("区分", "Part");
pub const ITEM: Text = t("項目", "Item");
pub const MEASURE: Text = t("内訳", "Measure");
pub const VALUE: Text = t("値", "Value");
pub const OF: Text = t("分母", "Out of");
pub const SUMMARY: Text = t("概要", "Summary");
pub const STRANGERS: Text = t("別のワークショップのファイル", "Files from another workshop");

/// For how many participants a control is open.
#[must_use]
pub fn open(open: usize, people: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{people} 人中 {open} 人が未完了"),
        Locale::En => format!("open for {open} of {people}"),
    }
}

/// How many controls the workshop covers.
#[must_use]
pub fn controls(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("対策 {count} 件"),
        Locale::En if count == 1 => "1 control".to_owned(),
        Locale::En => format!("{count} controls"),
    }
}

/// The date of the count.
#[must_use]
pub fn counted_on(date: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{date}に集計"),
        Locale::En => format!("counted on {date}"),
    }
}

/// How many of the counted files are of another workshop.
#[must_use]
pub fn other_workshop(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("別のワークショップ、またはワークショップ以外のファイルが {count} 件含まれています。"),
        Locale::En => format!("Files from another workshop, or from none: {count}."),
    }
}

/// How many files were not counted.
#[must_use]
pub fn skipped(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("集計しなかったファイルが {count} 件あります。"),
        Locale::En if count == 1 => "1 file was not counted.".to_owned(),
        Locale::En => format!("{count} files were not counted."),
    }
}

/// How many remarks are not listed.
#[must_use]
pub fn more(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("ほか {count} 件"),
        Locale::En => format!("and {count} more"),
    }
}

/// A median, or a dash without numbers.
#[must_use]
pub fn median(median: Median) -> String {
    match median.twice {
        None => "–".to_owned(),
        Some(twice) if twice % 2 == 0 => (twice / 2).to_string(),
        Some(twice) => format!("{}.5", twice / 2),
    }
}

/// A share in whole per cent, or a dash if the whole is 0.
#[must_use]
pub fn share(part: usize, whole: usize) -> String {
    let share = (200 * part + whole).checked_div(2 * whole);
    share.map_or_else(|| "–".to_owned(), |share| format!("{share} %"))
}

/// `0–9` … `90–100`
#[must_use]
pub fn bin(index: usize) -> String {
    let last = if index == 9 { 100 } else { index * 10 + 9 };
    format!("{}–{last}", index * 10)
}

/// The number of a question.
#[must_use]
pub fn number(number: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("問 {number}"),
        Locale::En => format!("Q{number}"),
    }
}

/// The text of a remark on a file.
#[must_use]
pub fn remark(kind: &RemarkKind, locale: Locale) -> String {
    let words = match kind {
        RemarkKind::TooLarge => t("64 MiB を超えています。", "It is larger than 64 MiB."),
        RemarkKind::Empty => t(
            "中身が空か、ブラウザーが読み取れません。フォルダーではなく、中のファイルを入れてください。",
            "It is empty, or the browser cannot read it. Add the files inside a folder, not the folder itself.",
        ),
        RemarkKind::NotText => t("テキストではありません。", "It is not a text file."),
        RemarkKind::NotJson => t(
            "JSON として読めません。途中で切れているようです。もう一度保存してもらってください。",
            "It is not valid JSON, and may be cut short. Ask the participant to save it again.",
        ),
        RemarkKind::Unsupported => {
            t("Guard Navi の進捗ファイルではありません。", "It is not a Guard Navi progress file.")
        }
        RemarkKind::Sealed => t(
            "パスワード付きのファイルです。ワークショップのページから保存し直してもらってください。",
            "It is protected with a password. Ask the participant to save it from the workshop page.",
        ),
        RemarkKind::Newer => t(
            "新しいバージョンのファイルです。このページを再読み込みしてから、もう一度入れてください。",
            "It is from a newer version. Reload this page and add it again.",
        ),
        RemarkKind::Damaged(field) => return damaged(field, locale),
        RemarkKind::Several => t(
            "複数のアカウントが入っていますが、どれもワークショップのものではありません。",
            "It holds several accounts, none of them from a workshop.",
        ),
        RemarkKind::TooManyParticipants => {
            t("上限の 1,000 人分をすでに集計しました。", "The limit of 1,000 participants was reached before it.")
        }
        RemarkKind::Archive(error) => archive(*error),
        RemarkKind::Replaced { by } => return replaced(by, locale),
        RemarkKind::Secret(found) => return secret(*found, locale),
    };
    words.get(locale).to_owned()
}

const fn archive(error: ArchiveError) -> Text {
    match error {
        ArchiveError::Broken => t(
            "展開できません。壊れているか、パスワードが付いています。",
            "It cannot be unpacked: it is damaged or has a password.",
        ),
        ArchiveError::TooManyEntries => {
            t("1,000 個を超えるファイルが入っています。", "It holds more than 1,000 files.")
        }
        ArchiveError::TooLarge => t(
            "展開すると 256 MiB を超えるため、残りは集計していません。",
            "It unpacks to more than 256 MiB; the rest was not counted.",
        ),
    }
}

fn damaged(field: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("正しくない部分があります({field})。もう一度保存してもらってください。"),
        Locale::En => format!("Part of it is not valid ({field}). Ask the participant to save it again."),
    }
}

fn replaced(by: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("同じ参加コードのファイルがほかにもあります。後から保存された {by} だけを集計しました。"),
        Locale::En => format!("Another file has the same participant's code. Only {by}, saved later, was counted."),
    }
}

fn secret(found: crate::base::secrets::Found, locale: Locale) -> String {
    let kind = found.kind.name();
    match locale {
        Locale::Ja => format!(
            "{} 行目に{}が含まれていました。取り除いて集計しました。参加者に、その認証情報を無効にして新しいものに替えるよう伝えてください。",
            found.line, kind.ja
        ),
        Locale::En => format!(
            "Line {} held {}. It was cut out, and the rest was counted. Tell the participant to deactivate and replace that credential.",
            found.line, kind.en
        ),
    }
}
