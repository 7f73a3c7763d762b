//! Words of the checklist.

use super::t;
use crate::i18n::{Text, Words};

pub(crate) const STATUS_OF: Text = t("状態", "Status");
pub(crate) const BY_PERSON: Text = t("自己申告", "Self-declared");
pub(crate) const BY_EVIDENCE: Text = t("証拠", "Evidence");
pub(crate) const CHECK_AGAIN: Text = t("もう一度確認", "Check again");
pub(crate) const RECOMMENDED: Text = t("推奨", "Recommended");
pub(crate) const HOW_TO_CHECK: Text = t("確認のしかたを見る", "See how to check");
pub(crate) const NOTE: Text = t("メモあり", "Has a note");

/// `5 件中 2 件`
pub(crate) fn of(done: usize, all: usize) -> Words {
    Words { ja: format!("{all} 件中 {done} 件"), en: format!("{done} of {all}") }
}

/// `15 分`
pub(crate) fn minutes(minutes: u16) -> Words {
    Words { ja: format!("{minutes} 分"), en: format!("{minutes} min") }
}

/// `自己申告(2026年11月23日)`
pub(crate) fn told(by: Text, date: String) -> Words {
    Words { ja: format!("{}({date})", by.ja), en: format!("{}, {date}", by.en) }
}
