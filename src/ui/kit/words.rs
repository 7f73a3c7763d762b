//! Words of the kit.

use crate::base::i18n::{Text, t};
use crate::evidence::Outcome;

pub(crate) const fn outcome(outcome: Outcome) -> Text {
    match outcome {
        Outcome::Pass => t("合格", "Pass"),
        Outcome::Fail => t("不合格", "Fail"),
        Outcome::Unknown => t("判定できません", "Cannot tell"),
    }
}

pub(crate) const CHOOSE_FILES: Text = t("ファイルを選ぶ", "Choose files");
