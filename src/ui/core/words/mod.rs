//! Texts that more than one feature shows, in both languages.
//!
//! **Invariant:** only texts. Errors are typed values elsewhere and get their texts here.

pub(crate) use crate::documents::words::{date, points};

pub(crate) mod accounts;
pub(crate) mod checklist;
pub(crate) mod control;
pub(crate) mod evidence;
pub(crate) mod handout;
pub(crate) mod home;
pub(crate) mod learn;
pub(crate) mod report;
pub(crate) mod shell;

use crate::assessment::Refusal;
use crate::base::i18n::{Locale, Text, t};

/// The separator between the text typed here and the text from another tab.
pub(crate) const FROM_OTHER_TAB: Text = t("――― 別のタブで入力した内容 ―――", "––– entered in another tab –––");

/// Shown when the field contains both texts.
pub(crate) const BOTH_KEPT: Text = t(
    "この欄は、別のタブでも書き換えられていました。両方の内容を残しましたので、1 つにまとめてください。",
    "This field was changed in another tab as well. Both texts are in it now: combine them into one.",
);

/// Shown when another tab changed a single-line field to `text`.
pub(crate) fn changed_elsewhere(text: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("この欄は、別のタブで「{text}」に書き換えられていました。"),
        Locale::En => format!("Another tab had changed this field to “{text}”."),
    }
}

/// Why a text was not saved.
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
        (Refusal::TooLong { limit, over }, Locale::Ja) => {
            format!("長すぎるため保存していません({limit} 文字まで)。あと {over} 文字減らしてください。")
        }
        (Refusal::TooLong { limit, over }, Locale::En) => {
            let plural = if over == 1 { "" } else { "s" };
            format!("Not saved: {over} character{plural} too long (at most {limit}).")
        }
    }
}
