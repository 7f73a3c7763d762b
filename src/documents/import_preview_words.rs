//! Texts on an imported file: why it is refused, and what it would change.
#![expect(missing_docs, reason = "the words say what they are")]

use crate::assessment::file::DecodeError;
use crate::assessment::file::import::ImportError;
use crate::assessment::import_preview::AccountChange;
use crate::base::i18n::{Locale, Text, Words, quantity, t};
use crate::base::secrets::Found;

/// The maximum length of a field name from the file in a message, in characters.
const FIELD_NAME_LIMIT: usize = 120;

/// Why a file is refused, and what to do.
#[must_use]
pub fn refused(error: &ImportError) -> Words {
    match error {
        ImportError::Empty => EMPTY.into(),
        ImportError::NotText => NOT_TEXT.into(),
        ImportError::Packed => PACKED.into(),
        ImportError::Table => TABLE.into(),
        ImportError::Evidence => EVIDENCE.into(),
        ImportError::TooLargeForStorage => TOO_LARGE.into(),
        ImportError::TooDeep { line } => Words {
            ja: format!("{line} 行目で、入れ子が深すぎます(128 段まで)。このページで保存した控えではないようです。"),
            en: format!(
                "Nested too deeply on line {line} (at most 128 levels). It does not seem to be a copy saved on this page."
            ),
        },
        ImportError::CutShort { line } => Words {
            ja: format!(
                "ファイルが {line} 行目で途切れています。コピーやダウンロードをやり直してから、もう一度選んでください。"
            ),
            en: format!(
                "The file ends too early, on line {line}. Copy or download it again, then choose it once more."
            ),
        },
        ImportError::TooMuch { field } => Words {
            ja: format!(
                "「{}」が大きすぎるため、開きませんでした。このページで保存した控えかどうか確認してください。",
                short(field)
            ),
            en: format!(
                "“{}” is too large, so the file was not opened. Check that it is a copy saved on this page.",
                short(field)
            ),
        },
        ImportError::DecodeError(error) => decode_error(error),
    }
}

const EMPTY: Text =
    t("ファイルの中身が空です。別のファイルを選んでください。", "This file is empty. Choose another one.");
const NOT_TEXT: Text = t(
    "テキストのファイルではないため、開けませんでした。このページで保存した控え(JSON)を選んでください。",
    "This is not a text file. Choose a copy (JSON) that was saved on this page.",
);
const PACKED: Text = t(
    "圧縮されたファイルは、ここでは開けません。展開して、中の控え(JSON)を選んでください。AWS の出力をまとめた zip なら、「証拠で確認」のページで判定できます。",
    "Compressed files cannot be opened here. Extract it and choose the copy (JSON) inside. If it is a zip of AWS output, the Evidence page can judge it.",
);
const TABLE: Text = t(
    "CSV などの表のようです。ここで開けるのは、このページで保存した控え(JSON)だけです。",
    "This looks like a table, such as CSV. Only copies (JSON) that were saved on this page can be opened here.",
);
const EVIDENCE: Text = t(
    "AWS の出力のようです。「証拠で確認」のページで判定できます。",
    "This looks like AWS output: the Evidence page can judge it.",
);
const TOO_LARGE: Text = t(
    "このファイルは、ブラウザーの保存領域(約 5 MB)に入りきりません。アカウント 1 つ分の控えか、メモを含めない控えを選んでください。",
    "This file does not fit in the browser's storage (about 5 MB). Choose a copy of a single account, or one without notes.",
);
const NOT_OURS: Text = t(
    "JSON ですが、このページの控えではありません。「控えを取る」で保存したファイルを選んでください。",
    "This is JSON, but not a copy from this page. Choose a file that was saved with “Keep a copy”.",
);
const NEWER: Text = t(
    "新しいバージョンの Guard Navi で保存されたファイルです。ページを再読み込みして新しいバージョンにしてから、もう一度開いてください。",
    "This file was saved by a newer version of Guard Navi. Reload the page to get that version, then open the file again.",
);
const NO_ACCOUNT: Text =
    t("このファイルには、アカウントが 1 つも入っていません。", "There are no accounts in this file.");

fn decode_error(error: &DecodeError) -> Words {
    match error {
        DecodeError::NotJson { line, column } => Words {
            ja: format!(
                "JSON として読めません({line} 行目、{column} 文字目)。編集した場合は元に戻すか、保存したときのままのファイルを選んでください。"
            ),
            en: format!(
                "This is not valid JSON (line {line}, character {column}). If the file was edited, undo that, or choose it as it was saved."
            ),
        },
        DecodeError::NotOurs => NOT_OURS.into(),
        DecodeError::Newer => NEWER.into(),
        DecodeError::Damaged { field } => {
            let field = short(field);
            Words {
                ja: format!(
                    "「{field}」の値が正しくないため、開きませんでした。編集した場合は元に戻すか、別の控えを選んでください。"
                ),
                en: format!(
                    "The value of “{field}” is not valid, so the file was not opened. If it was edited, undo that, or choose another copy."
                ),
            }
        }
        DecodeError::Empty => NO_ACCOUNT.into(),
    }
}

/// Shortens a name from the file to fit a sentence.
fn short(field: &str) -> String {
    field.chars().take(FIELD_NAME_LIMIT).collect()
}

/// The message that secrets were removed.
#[must_use]
pub fn cut(found: &[Found]) -> Words {
    let count = found.len();
    let kinds = |name: fn(&Found) -> &'static str, separator: &str| {
        let mut names: Vec<&str> = found.iter().map(name).collect();
        names.sort_unstable();
        names.dedup();
        names.join(separator)
    };
    Words {
        ja: format!(
            "認証情報({})が {count} か所に含まれていたため、取り除きました。漏えいしたものとして扱い、すぐに無効にして新しいものに替えてください。",
            kinds(|found| found.kind.name().ja, "、")
        ),
        en: format!(
            "Credentials ({}) in {} of the file were cut out. Treat them as leaked and rotate them now.",
            kinds(|found| found.kind.name().en, ", "),
            quantity(count, "place")
        ),
    }
}

pub const NOTHING: Text = t(
    "このファイルの内容は、いまの回答と同じです。開いても変わるものはありません。",
    "This file holds the same answers as this browser. Opening it changes nothing.",
);
pub const NOW: Text = t("いま", "Now");
pub const THEN: Text = t("開いた後", "After opening");
pub const ENTRIES: Text =
    t("変わる項目(クイズ、緊急時の記録、対応チーム)", "Changed entries of the quiz, incident log and response team");
pub const DAYS: Text = t("加わる履歴の日数", "Days of history that are added");
pub const DAYS_GONE: Text = t("消える履歴の日数", "Days of history that are removed");
pub const KEPT: Text = t("変わらない回答", "Unchanged answers");

/// The label of a change to an account.
#[must_use]
pub const fn change(change: AccountChange) -> Text {
    match change {
        AccountChange::New => t("加わる", "Added"),
        AccountChange::Changed => t("変わる", "Changed"),
        AccountChange::Same => t("そのまま", "Unchanged"),
        AccountChange::Removed => t("消える", "Removed"),
    }
}

#[must_use]
pub fn comes(answers: usize, days: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("回答 {answers} 件と、{days} 日分の履歴が加わります。"),
        Locale::En => format!("Added: {} and {} of history.", quantity(answers, "answer"), quantity(days, "day")),
    }
}

#[must_use]
pub fn goes(answers: usize, days: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("回答 {answers} 件と、{days} 日分の履歴が、このブラウザーから消えます。"),
        Locale::En => format!(
            "Removed from this browser: {} and {} of history.",
            quantity(answers, "answer"),
            quantity(days, "day")
        ),
    }
}

#[must_use]
pub fn stays(answers: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("回答 {answers} 件は変わりません。"),
        Locale::En => format!("Unchanged: {}.", quantity(answers, "answer")),
    }
}

#[must_use]
pub fn renamed(name: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja if name.is_empty() => "名前がなくなります".to_owned(),
        Locale::Ja => format!("名前が「{name}」に変わります"),
        Locale::En if name.is_empty() => "Its name is removed".to_owned(),
        Locale::En => format!("Its name becomes “{name}”"),
    }
}

/// The line on controls with the same status and a change in another field.
#[must_use]
pub fn beside(titles: &[String], locale: Locale) -> String {
    let count = titles.len();
    match locale {
        Locale::Ja => {
            format!("状態は同じで、メモ、理由、担当、期限、根拠のどれかが変わる対策: {count} 件({})", titles.join("、"))
        }
        Locale::En => {
            format!("Same status, with another note, reason, owner, date or basis: {count} ({})", titles.join("; "))
        }
    }
}

#[must_use]
pub fn counted(count: usize, label: Text, locale: Locale) -> String {
    format!("{}: {count}", label.get(locale))
}
