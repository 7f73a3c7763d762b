//! Words of the checklist.

use crate::i18n::{Locale, Text, t};

pub(crate) const STATUS_OF: Text = t("状態", "Status");
pub(crate) const BY_PERSON: Text = t("自己申告", "Self-declared");
pub(crate) const BY_EVIDENCE: Text = t("証拠", "Evidence");
pub(crate) const CHECK_AGAIN: Text = t("もう一度確認", "Check again");
pub(crate) const RECOMMENDED: Text = t("推奨", "Recommended");
pub(crate) const HOW_TO_CHECK: Text = t("確認のしかたを見る", "See how to check");
pub(crate) const NOTE: Text = t("メモあり", "Has a note");

/// `5 件中 2 件`
pub(crate) fn of(done: usize, all: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{all} 件中 {done} 件"),
        Locale::En => format!("{done} of {all}"),
    }
}

/// `15 分`
pub(crate) fn minutes(minutes: u16, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{minutes} 分"),
        Locale::En => format!("{minutes} min"),
    }
}

/// `自己申告(2026年11月23日)`
pub(crate) fn told(by: Text, date: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{}({date})", by.ja),
        Locale::En => format!("{}, {date}", by.en),
    }
}
