//! Words of the home page.

use crate::assessment::catalogue_changes::CatalogueChanges;
use crate::base::i18n::{Locale, Text, t};

pub(crate) use crate::documents::words::{FREE, PAID, minutes, of_mandatory, points};

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

pub(crate) const SEE_CHANGES: Text = t("変更点を見る", "See what changed");

/// What is new since the answers, and why the score moved.
pub(crate) fn changes(changes: &CatalogueChanges, locale: Locale) -> String {
    let CatalogueChanges { added, mandatory, .. } = changes;
    let score = changes.score.map(|scores| scores.map(points));
    let mut words = match locale {
        Locale::Ja => format!("前回の回答の後に、対策が {added} 件加わりました。"),
        Locale::En => format!("New since you last answered: {added} controls."),
    };
    if *mandatory > 0 {
        words.push_str(&match locale {
            Locale::Ja => format!("ほかに {mandatory} 件が必須になり、スコアに数えるようになりました。"),
            Locale::En => format!(" {mandatory} more became mandatory and counts in the score now."),
        });
    }
    if let Some([before, now]) = score {
        words.push_str(&match locale {
            Locale::Ja => format!("このためスコアが {before} から {now} になりましたが、回答は変わっていません。"),
            Locale::En => format!(" That alone took the score from {before} to {now}: no answer has changed."),
        });
    }
    if let Some([before, now]) = changes.level {
        words.push_str(&match locale {
            Locale::Ja => format!("レベルは {before} から {now} になりました。"),
            Locale::En => format!(" The level went from {before} to {now}."),
        });
    }
    words
}
