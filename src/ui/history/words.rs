//! Words of the history.

use crate::base::i18n::{Text, t};

pub(crate) const LEAD: Text = t(
    "変更があった日の終わりの状態を、1 日に 1 つ残しています。2 つの日を選ぶと、その間の変化が分かります。",
    "One snapshot is kept for each day on which something changed. Choose two days to see what happened between them.",
);
pub(crate) const BEFORE: Text = t("前の日", "Earlier day");
pub(crate) const AFTER: Text = t("後の日", "Later day");
pub(crate) const NOW: Text = t("現在", "Now");
pub(crate) const TREND: Text = t("スコアの推移", "Score over time");
pub(crate) const COMPARE: Text = t("2 つの日を比べる", "Compare two days");
pub(crate) const EMPTY: Text = t(
    "まだ履歴がありません。回答すると、その日から残ります。",
    "There is no history yet. It begins with the first answer.",
);
