//! Words of the home page.

use crate::base::i18n::{Locale, Text, t};

pub(crate) use crate::documents::words::{FREE, PAID, minutes, of_mandatory};

pub(crate) const NEXT: Text = t("次の一歩", "Next step");
pub(crate) const GO_ON: Text = t("つづける", "Continue");
pub(crate) const ALL_DONE: Text = t("すべての対策について、対応または判断が済みました", "Every control is settled");
pub(crate) const ALL_DONE_BODY: Text = t(
    "対策は、続けている間だけ効果があります。3 か月に一度、次のことを確かめてください。",
    "Protection works while it is kept up. Once a quarter:",
);
pub(crate) const OPEN_REPORT: Text = t("レポートを開く", "Open the report");

/// The number of answers and dates that are overdue.
pub(crate) fn overdue(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("もう一度確認するもの {count} 件"),
        Locale::En => format!("{count} to check again"),
    }
}
