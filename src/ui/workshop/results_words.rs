//! Words of the workshop results.

use crate::base::i18n::{Locale, Text, t};

pub(crate) const COLLECT: Text = t("ファイルを集める", "Collect the files");
pub(crate) const COLLECT_BODY: Text = t(
    "参加者が保存したファイルをここに集めると、参加者全体の状況をまとめて表示します。ファイルはこのブラウザーの中だけで読み取り、保存も送信もしません。",
    "Drop the participants' files here to see where the whole group stands. They are read inside this browser, and neither stored nor sent.",
);
pub(crate) const DROP: Text =
    t("参加者のファイルか、それをまとめた zip をここにドロップ", "Drop the participants' files here, or a zip of them");
pub(crate) const DROP_HINT: Text =
    t("1,000 人分まで入れられます。後から追加もできます。", "Up to 1,000 participants; more can be added later.");
pub(crate) const READING: Text = t("読み取りの進み具合", "Reading");
pub(crate) const CANCEL: Text = t("中止する", "Cancel");
pub(crate) const CANCELLED: Text =
    t("中止しました。読み取った内容は消しました。", "Cancelled. What had been read was discarded.");
pub(crate) const FORGET: Text = t("集めた内容を消す", "Forget what was collected");
pub(crate) const SAVE_CSV: Text = t("CSV を保存する", "Save as CSV");
pub(crate) const NOT_KEPT: Text = t(
    "この集計はどこにも保存していません。このページを離れると消えます。",
    "These results are not stored anywhere. They are gone when you leave this page.",
);
pub(crate) const FAILED: Text = t(
    "集計できませんでした。通信の状態を確認して、もう一度ファイルを入れてください。",
    "The files could not be counted. Check the connection and add them again.",
);

/// The progress while files are read.
pub(crate) fn progress(done: usize, total: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{total} ファイル中 {done} ファイルを読み取りました"),
        Locale::En => format!("{done} of {total} files read"),
    }
}

/// The announcement when counting is done.
pub(crate) fn counted(people: f64, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{people} 人分を集計しました。"),
        Locale::En => format!("Participants counted: {people}."),
    }
}
