//! Words of the home page.

use crate::assessment::catalogue_changes::CatalogueChanges;
use crate::base::i18n::{Locale, Text, t};

pub(crate) use crate::documents::words::{FREE, PAID, minutes, of_mandatory, points};

pub(crate) const NEXT: Text = t("次の一歩", "Next step");
pub(crate) const GO_ON: Text = t("つづける", "Continue");
pub(crate) const LEAK: Text = t(
    "アクセスキーが漏えいし、AWS がユーザーに隔離ポリシーを付けています。",
    "An access key has leaked: AWS has put a quarantine policy on its user.",
);
pub(crate) const POSSIBLE_LEAK: Text = t(
    "隔離ポリシーの確認が「未実施」です。付いたユーザーがいれば、アクセスキーは既に漏えいしています。",
    "The check for a quarantine policy is “not done”. If a user carries one, an access key has leaked.",
);
pub(crate) const ACT_NOW: Text = t("今すぐ対応する", "Act now");
pub(crate) const GO_ON_INCIDENT: Text = t("緊急時の対応をつづける", "Go on with the incident");
pub(crate) const ALL_DONE: Text = t("すべての対策について、対応または判断が済みました", "Every control is settled");
pub(crate) const ALL_DONE_BODY: Text = t(
    "対策は、続けている間だけ効果があります。3 か月に一度、次のことを確かめてください。",
    "Protection works while it is kept up. Once a quarter:",
);
pub(crate) const OPEN_REPORT: Text = t("レポートを開く", "Open the report");

/// How far the incident runbook is.
pub(crate) fn incident(done: usize, all: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("緊急時の対応: 全 {all} 手順のうち {done} 手順が済み。"),
        Locale::En => format!("Incident: {done} of {all} steps done."),
    }
}

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
