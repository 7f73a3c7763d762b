//! Words for exporting and importing backups.

use crate::assessment::ImportMode;
use crate::base::i18n::{Locale, Text, t};
use crate::base::time::Date;

pub(crate) const TITLE: Text = t("控え", "Copies");
pub(crate) const EXPORT: Text = t("控えを取る", "Keep a copy");
pub(crate) const EXPORT_BODY: Text = t(
    "回答、メモ、履歴を 1 つのファイルに保存します。アカウント ID とアクセスキー ID は伏せてあります。ブラウザーのデータを消すと回答も消えるため、ときどき保存してください。",
    "Saves answers, notes and history in one file, with account IDs and access-key IDs masked. Clearing the browser's data clears the answers too: save a copy now and then.",
);
pub(crate) const WHAT: Text = t("含めるもの", "What to include");
pub(crate) const WITH_ALL: Text = t("すべてのアカウント", "All accounts");
pub(crate) const WITH_NOTES: Text = t("メモと理由", "Notes and reasons");
pub(crate) const WITH_OWNERS: Text = t("担当", "Owners");
pub(crate) const WITH_NAMES: Text = t("アカウント名と対応チーム", "Account names and the response team");
pub(crate) const SEAL: Text = t("パスワードで保護する", "Protect it with a password");
pub(crate) const NO_CRYPTO: Text = t(
    "このページは https でも localhost でもないアドレスで開かれているため、ブラウザーの暗号化機能を使えません。パスワードで保護するには、https のアドレスで開いてください。",
    "The address of this page is neither https nor localhost, so the browser's encryption is not available. Open it over https to use a password.",
);
pub(crate) const PASSWORD: Text = t("パスワード", "Password");
pub(crate) const PASSWORD_AGAIN: Text = t("パスワード(確認)", "Password again");
pub(crate) const PASSWORD_LOST: Text = t(
    "パスワードを忘れると、このファイルは誰にも開けなくなります。パスワードはどこにも保存しません。",
    "If you forget the password, nobody can open this file. The password is not stored anywhere.",
);
pub(crate) const SHOW: Text = t("パスワードを表示する", "Show the password");
pub(crate) const PASSWORD_MISSING: Text = t("パスワードを入力してください。", "Enter a password.");
pub(crate) const PASSWORDS_DIFFER: Text = t(
    "2 つのパスワードが一致しません。もう一度入力してください。",
    "The two passwords do not match. Enter them again.",
);
pub(crate) const SEALING: Text = t("暗号化しています…", "Encrypting…");
pub(crate) const NOT_SEALED: Text = t(
    "暗号化できなかったため、保存しませんでした。もう一度試してください。",
    "It could not be encrypted, so nothing was saved. Try again.",
);
pub(crate) const SAVE: Text = t("ファイルに保存する", "Save the file");
pub(crate) const SAVED: Text =
    t("保存しました。ブラウザーのダウンロード先にあります。", "Saved. You will find it in the browser's downloads.");

pub(crate) const IMPORT: Text = t("控えを開く", "Open a copy");
pub(crate) const IMPORT_BODY: Text = t(
    "別のブラウザーで取った控えや、ほかの人から受け取った控えも開けます。何が変わるかを確かめてから取り込めます。",
    "Copies from another browser or another person open too. You see what would change before anything does.",
);
pub(crate) const DROP: Text = t("控えのファイルをここにドロップ", "Drop a copy here");
pub(crate) const DROP_HINT: Text = t(
    "「控えを取る」で保存したファイル(64 MiB まで)。中身はこのブラウザーの中だけで読み取ります。",
    "A file that was saved with “Keep a copy”, up to 64 MiB. It is read inside this browser only.",
);
pub(crate) const READING: Text = t("ファイルを読み取っています…", "Reading the file…");
pub(crate) const NOTHING_CHANGED: Text = t("いまの回答は変わっていません。", "Your answers are untouched.");
pub(crate) const TO_EVIDENCE: Text = t("「証拠で確認」のページへ", "To the Evidence page");
pub(crate) const ONE_ONLY: Text = t("控えは 1 つずつ選んでください。", "Choose one copy at a time.");
pub(crate) const TOO_LARGE: Text = t(
    "ファイルが 64 MiB を超えているため、開きませんでした。このページで保存した控えかどうか確認してください。",
    "The file is larger than 64 MiB, so it was not opened. Check that it is a copy saved on this page.",
);
pub(crate) const FAILED: Text = t(
    "読み取りが途中で止まりました。ページを再読み込みして、もう一度ファイルを選んでください。",
    "Reading stopped halfway. Reload the page and choose the file again.",
);
pub(crate) const STORAGE_FULL: Text = t(
    "ブラウザーの保存領域(約 5 MB)に入りきりません。使わないアカウントを削除するか、「置き換える」を選んでください。",
    "It does not fit in the browser's storage (about 5 MB). Delete accounts that you no longer need, or choose “Replace”.",
);
pub(crate) const LOCKED: Text =
    t("このファイルはパスワードで保護されています", "This file is protected with a password");
pub(crate) const UNLOCK: Text = t("開く", "Open");
pub(crate) const UNLOCKING: Text = t("確認しています…", "Checking…");
pub(crate) const WRONG_PASSWORD: Text = t(
    "開けませんでした。パスワードが違うか、ファイルが壊れています。いまの回答は変わっていません。",
    "It could not be opened: the password is wrong, or the file is damaged. Your answers are untouched.",
);

pub(crate) const PREVIEW: Text = t("開くと変わること", "What opening it changes");
pub(crate) const HOW: Text = t("開き方", "How to open it");
pub(crate) const MERGE: Text = t("統合する", "Merge");
pub(crate) const MERGE_BODY: Text = t(
    "対策ごとに、後から変更されたほうの回答を残します。ここにしかないアカウントや履歴は、そのまま残ります。",
    "For each control, the later answer is kept. Accounts and history that are only here stay too.",
);
pub(crate) const MERGE_NOW: Text = t("統合する", "Merge it");
pub(crate) const REPLACE: Text = t("置き換える", "Replace");
pub(crate) const REPLACE_BODY: Text = t(
    "このブラウザーのすべてのアカウントを、回答や履歴とともにファイルの内容に置き換えます。ファイルにないものは消えます。",
    "All accounts in this browser, with their answers and history, are replaced with what is in the file. What is not in the file is removed.",
);
pub(crate) const REPLACE_NOW: Text = t("すべて置き換える", "Replace everything");
pub(crate) const DO_NOT_IMPORT: Text = t("取り込まない", "Do not open it");

pub(crate) const PERSISTENCE: Text = t("ブラウザーに消されないようにする", "Keeping your answers in this browser");
pub(crate) const ASK_PERSISTENCE: Text = t("消さないように頼む", "Ask the browser to keep them");
pub(crate) const PERSISTED: Text = t(
    "空き容量が足りなくなっても、ブラウザーはこのページの回答を消しません。",
    "The browser keeps your answers even when it runs short of space.",
);
pub(crate) const NOT_PERSISTED: Text = t(
    "空き容量が足りなくなると、ブラウザーがこのページの回答を消すことがあります。",
    "When it runs short of space, the browser may remove your answers.",
);
pub(crate) const PERSISTENCE_REFUSED: Text = t(
    "ブラウザーに認められませんでした。このページをブックマークしたり、何度か使ったりすると、認められることがあります。控えも取っておいてください。",
    "The browser did not agree. It may do so once the page is bookmarked or used more often. Keep a copy as well.",
);
pub(crate) const PERSISTENCE_UNSUPPORTED: Text = t(
    "このブラウザーには、消さないように頼む機能がありません。控えを取っておいてください。",
    "This browser cannot be asked to keep your answers. Keep a copy.",
);

/// The message after an import.
pub(crate) const fn imported(how: ImportMode) -> Text {
    match how {
        ImportMode::Merge => t("控えの内容を統合しました。", "The copy was merged."),
        ImportMode::Replace => t("すべてを控えの内容に置き換えました。", "Everything was replaced with the copy."),
    }
}

/// The file name of a backup.
pub(crate) fn file_name(date: Date, is_sealed: bool) -> String {
    format!("guard-navi-{date}{}.json", if is_sealed { ".sealed" } else { "" })
}

/// The date of the last backup.
pub(crate) fn last_export(date: Option<String>, locale: Locale) -> String {
    match (date, locale) {
        (Some(date), Locale::Ja) => format!("最後に控えを取った日: {date}"),
        (Some(date), Locale::En) => format!("Last copy: {date}"),
        (None, Locale::Ja) => "まだ控えを取っていません。".to_owned(),
        (None, Locale::En) => "No copy yet.".to_owned(),
    }
}
