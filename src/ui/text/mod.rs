//! Every sentence of the UI, a file per page, both languages beside each other.
//!
//! **Invariant:** only words. Errors are data elsewhere; here they get their words.

pub(crate) mod checklist;
pub(crate) mod control;
pub(crate) mod evidence;
pub(crate) mod home;
pub(crate) mod incident;
pub(crate) mod learn;
pub(crate) mod notices;
pub(crate) mod posture;
pub(crate) mod report;
pub(crate) mod shell;

use crate::assessment::{NOTE_LIMIT, Refusal};
use crate::i18n::{Locale, t};
use crate::time::Date;

/// `2026年11月23日` or `23 Nov 2026`.
pub(crate) fn date(date: Date, locale: Locale) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = date.parts();
    match locale {
        Locale::Ja => format!("{year}年{month}月{day}日"),
        Locale::En => {
            let month = MONTHS.get(usize::from(month).saturating_sub(1)).unwrap_or(&"");
            format!("{day} {month} {year}")
        }
    }
}

/// The score; a dash where nothing applies.
pub(crate) fn points(score: Option<u8>) -> String {
    score.map_or_else(|| "–".to_owned(), |score| score.to_string())
}

/// Why something that the person wrote was not saved.
pub(crate) fn refusal(refusal: Refusal, locale: Locale) -> String {
    match (refusal, locale) {
        (Refusal::ReasonMissing, _) => t("理由を入力してください。", "Enter a reason.").get(locale).to_owned(),
        (Refusal::ReviewDateMissing, _) => {
            t("見直す日を入力してください。", "Enter a date for the review.").get(locale).to_owned()
        }
        (Refusal::Secret(found), Locale::Ja) => format!(
            "{} 行目に{}が含まれているため、保存していません。入力欄から消してください。その認証情報も無効にして、新しいものに替えてください。",
            found.line,
            found.kind.name().ja
        ),
        (Refusal::Secret(found), Locale::En) => format!(
            "Line {} holds {}, so this was not saved. Take it out, and replace that credential.",
            found.line,
            found.kind.name().en
        ),
        (Refusal::TooLong, Locale::Ja) => {
            format!("長すぎるため保存していません({NOTE_LIMIT} 文字まで)。")
        }
        (Refusal::TooLong, Locale::En) => {
            format!("Too long to save (at most {NOTE_LIMIT} characters).")
        }
    }
}
