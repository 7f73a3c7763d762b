//! Words of the page "What is new".

use crate::base::i18n::{Text, t};

pub(crate) const LEAD: Text = t(
    "新しく加わった対策と、手順の内容が変わった対策の一覧です。回答が自動で変わることはありません。気になるものがあれば、その対策を開いて確認してください。",
    "What was added to the list of controls, and which fixes changed in substance. No answer changes by itself: open what concerns you and look.",
);
pub(crate) const ADDED: Text = t("新しい対策", "New controls");
pub(crate) const CHANGED: Text = t("内容が変わった対策", "Controls that changed");
pub(crate) const NEARLY_ALL: Text = t("リージョンごとに設定する対策すべて", "All controls that are set per Region");
pub(crate) const SEEN: Text = t("確認済みにする(ホームの案内を消す)", "Seen: take the line off Home");
pub(crate) const NOTHING_OPEN: Text = t(
    "このアカウントで、確認が必要な変更点はありません。",
    "This account was answered by this list, or its changes were seen.",
);
