//! Words for saving problems and for a newer version.

use crate::base::i18n::{Text, t};

pub(crate) const TITLE: Text = t("保存について", "About saving");
pub(crate) const BLOCKED: Text = t(
    "このブラウザーでは保存が許可されていないため、画面を閉じると回答が消えます。残すにはファイルに書き出してください。",
    "This browser does not let the page store anything: your answers are gone when you close it. Save them to a file to keep them.",
);
pub(crate) const NOT_SAVED: Text = t("保存できませんでした。", "This could not be saved.");
pub(crate) const SEE: Text = t("理由とできること", "Why, and what to do");
pub(crate) const FULL: Text = t(
    "ブラウザーの保存領域がいっぱいで、最後の変更を保存できませんでした。回答をファイルに書き出してください。",
    "The browser's storage is full, and the last change could not be saved. Save your answers to a file.",
);
pub(crate) const CLEARED: Text = t(
    "保存してあった回答が、サイトのデータの削除などで、このブラウザーから消えました。この画面にはまだ残っています。このまま回答を続けると、残っている分もまた保存します。",
    "The saved answers are gone from this browser, perhaps because its site data was cleared. This page still holds them, and your next change saves them again.",
);
pub(crate) const STORE_AGAIN: Text = t("もう一度保存する", "Save them again");
pub(crate) const LET_GO: Text = t("この画面からも消す", "Let them go here too");
pub(crate) const NEWER: Text = t(
    "このブラウザーには、新しいバージョンの Guard Navi が保存した回答があります。壊さないように、この画面からは上書きしません。再読み込みしても続く場合は、新しいバージョンを開いてください。",
    "This browser holds answers saved by a newer version of Guard Navi. To keep them safe this page does not overwrite them. If reloading does not help, open the newer version.",
);
pub(crate) const SET_ASIDE: Text = t(
    "保存されていた回答を読み取れなかったため、元のデータを別に残して、空の状態から始めました。元のデータはファイルに書き出せます。",
    "The saved answers could not be read. They were put aside untouched, and a fresh start was made. They can be saved to a file.",
);
pub(crate) const UNREADABLE: Text = t(
    "保存されていた回答を読み取れず、別に残すこともできませんでした。上書きしないために、この画面の回答は保存しません。元のデータをファイルに書き出してください。",
    "The saved answers could not be read, and there was no room to put them aside. This page does not overwrite them, so nothing is saved now. Save the old data to a file.",
);
pub(crate) const REMIND: Text = t(
    "控えを取っておきませんか。ブラウザーのデータを消すと、回答も消えます。",
    "How about keeping a copy? Clearing the browser's data clears your answers too.",
);
pub(crate) const LATER: Text = t("あとで", "Later");
pub(crate) const NEWER_VERSION: Text = t(
    "新しいバージョンがあります。再読み込みすると切り替わります。保存した回答は残りますが、このタブに読み込んだファイルと入力途中の文字は消えます。",
    "A new version is available. Reloading switches to it. Saved answers stay; files read into this tab and half-typed text do not.",
);
pub(crate) const LOAD_NEWER: Text = t("再読み込みする", "Reload");
pub(crate) const EXPORT: Text = t("いまの回答を書き出す", "Save the answers to a file");
pub(crate) const EXPORT_OLD: Text = t("元のデータを書き出す", "Save the old data to a file");
pub(crate) const FORGET: Text = t("元のデータを削除する", "Delete the old data");
pub(crate) const FORGET_SURE: Text = t("本当に削除する(元に戻せません)", "Really delete (cannot be undone)");
