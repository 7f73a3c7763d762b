//! Words of "Verify this copy".

use crate::base::i18n::{Locale, Text, t};

pub(crate) const TITLE: Text = t("このコピーを検証する", "Verify this copy");
pub(crate) const LEAD: Text = t(
    "サーバーが配っているファイルをすべて取得し直し、SHA-384 を計算して、ビルドのときに書き出した一覧(SHA384SUMS)と比べます。",
    "Fetches every file from the server again, computes its SHA-384, and compares it with the list that the build wrote (SHA384SUMS).",
);
pub(crate) const LIMIT: Text = t(
    "ただし、書き換えられたコピーは、この検証の結果も偽れます。確実に確かめるには、一覧の SHA-384 を、公開されている値や、自分でソースコードからビルドした値と比べてください。ダウンロードしたフォルダーでは、次のコマンドですべてのファイルを確かめられます。",
    "A copy that has been changed could lie here, too. To be sure, compare the SHA-384 of the list with the one that was published, or with that of your own build from the source. In a folder that you downloaded, these commands check every file.",
);
pub(crate) const ON_LINUX: Text = t("Linux と CloudShell", "Linux and CloudShell");
pub(crate) const ON_MAC: Text = t("macOS", "macOS");
pub(crate) const VERIFY: Text = t("検証する", "Verify");
pub(crate) const AT_WORK: Text = t("検証しています…", "Verifying…");
pub(crate) const NO_CRYPTO: Text = t(
    "この開き方では、ブラウザーの暗号機能(Web Crypto)を使えないため、検証できません。https で開くか、下のコマンドで確かめてください。",
    "Opened this way, the browser offers no cryptography (Web Crypto), so nothing was verified. Open the page by https, or use the commands below.",
);
pub(crate) const NO_LIST: Text = t(
    "一覧(SHA384SUMS)を取得できなかったため、検証していません。通信を確認して、もう一度お試しください。",
    "The list (SHA384SUMS) could not be fetched, so nothing was verified. Check the connection and try again.",
);
pub(crate) const LIST_HASH: Text = t("一覧の SHA-384", "SHA-384 of the list");
pub(crate) const FILES: Text = t("ファイルごとの SHA-384", "SHA-384 of each file");

/// The message if all files match the list.
pub(crate) fn matches(files: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{files} 個のファイルが、すべて一覧と一致しました。"),
        Locale::En => format!("All {files} files match the list."),
    }
}

/// The message if some files differ from the list.
pub(crate) fn differs(names: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("一覧と一致しないファイルがあります: {names}。このコピーは使わないでください。"),
        Locale::En => format!("These files differ from the list: {names}. Do not use this copy."),
    }
}
