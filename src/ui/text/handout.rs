//! Words of the form above the handout.

use crate::i18n::{Text, t};

pub(crate) const LEAD: Text = t(
    "空欄のチェックリストを印刷して配れます。回答は載りません。",
    "Prints a blank checklist to hand out. Your answers are not on it.",
);
pub(crate) const EVENT: Text = t("行事の名前", "Event");
pub(crate) const DATE: Text = t("日付", "Date");
pub(crate) const CONTACT: Text = t("質問先", "Questions to");
pub(crate) const WHAT: Text = t("載せる対策", "Controls");
pub(crate) const STEPS: Text = t("確認と対処の手順も載せる", "With the steps to check and fix");
