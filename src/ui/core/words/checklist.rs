//! Words of the checklist.

use crate::base::i18n::{Locale, Text, t};

pub(crate) use crate::documents::words::{CHECK_AGAIN, RECOMMENDED, SECTION, SEVERITY, by};
pub(crate) use crate::start::words::of;

pub(crate) const STATUS_OF: Text = t("状態", "Status");
pub(crate) const PRESS_ENTER: Text = t("Enter で決定します。", "Press Enter to choose.");
pub(crate) const HOW_TO_CHECK: Text = t("確認のしかた", "How to check");
pub(crate) const WHOLE: Text = t("対処の手順とコマンドを見る", "See the fix and the commands");
pub(crate) const FIND: Text = t("対策を探す", "Find controls");
pub(crate) const FIND_HINT: Text = t("語句、IAM.4 など", "Words, or IAM.4");
pub(crate) const ANY: Text = t("すべて", "any");
pub(crate) const MANDATORY: Text = t("必須のみ", "Mandatory only");
pub(crate) const FREE: Text = t("無料のみ", "Free only");
pub(crate) const NONE: Text = t("当てはまる対策がありません。", "No control fits.");
pub(crate) const RESET: Text = t("すべて表示する", "Show everything");
pub(crate) const BULK: Text = t("まとめて「該当しない」にする", "Mark what is open as not applicable");
pub(crate) const NOTE: Text = t("メモあり", "Has a note");

/// How many controls are shown.
pub(crate) fn found(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{count} 件を表示しています"),
        Locale::En => format!("Showing {count}"),
    }
}

/// Less than this many minutes.
pub(crate) fn under(minutes: u16, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{minutes} 分未満"),
        Locale::En => format!("Under {minutes} minutes"),
    }
}

/// The source and date of an answer: `自己申告(2026年11月23日)`.
pub(crate) fn source_and_date(by: Text, date: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{}({date})", by.ja),
        Locale::En => format!("{}, {date}", by.en),
    }
}
