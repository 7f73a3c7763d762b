//! Words of the page "What is new".

use crate::base::i18n::{Text, t};

pub(crate) const LEAD: Text = t(
    "対策の一覧に加わったものと、手順の内容が変わったものです。回答は自動では変わりません。気になるものがあれば、その対策を開いて確認してください。",
    "What was added to the list of controls, and which fixes changed in substance. No answer changes by itself: open what concerns you and look.",
);
pub(crate) const ADDED: Text = t("新しい対策", "New controls");
pub(crate) const CHANGED: Text = t("内容が変わった対策", "Controls that changed");
pub(crate) const NEARLY_ALL: Text = t("リージョンごとの対策すべて", "All controls that are set per Region");
pub(crate) const SEEN: Text = t("確認した(ホームの案内を消す)", "Seen: take the line off Home");
pub(crate) const NOTHING_OPEN: Text = t(
    "このアカウントの回答は、この一覧で始めたか、変更点を確認済みです。",
    "This account was answered by this list, or its changes were seen.",
);
