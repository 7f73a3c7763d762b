//! Words of the form above the report.

use crate::i18n::{Text, t};

pub(crate) const LEAD: Text = t(
    "1 ページ目だけで、アカウントの状態が分かります。概要は 4 ページまで、全体には判定の理由、担当、メモも載ります。",
    "The first page alone says where the account stands. The summary has at most 4 pages; the full report adds reasons, owners and notes.",
);
pub(crate) const LENGTH: Text = t("長さ", "Length");
pub(crate) const SUMMARY: Text = t("概要", "Summary");
pub(crate) const FULL: Text = t("全体", "Full report");
pub(crate) const PAPER: Text = t("用紙", "Paper");
pub(crate) const LETTER: Text = t("US レター", "US Letter");
pub(crate) const BY: Text = t("作成者", "Prepared by");
pub(crate) const ACCOUNT: Text = t("アカウント(ID は伏せて載せます)", "Account (an ID is masked)");
pub(crate) const NOTES: Text = t("メモを含める", "With notes");
pub(crate) const ALARMS: Text =
    t("カレンダーの予定に、前日 9 時の通知を付ける", "Calendar: remind at nine on the day before");
pub(crate) const KEPT: Text = t(
    "作成者とアカウントは、このページを閉じるまでの間だけ覚えています。",
    "Prepared by and account are remembered until this page is closed.",
);
pub(crate) const SAVE_AS: Text = t("ファイルに保存する", "Save as a file");
pub(crate) const CALENDAR: Text = t("カレンダー(.ics)", "Calendar (.ics)");
pub(crate) const CALENDAR_HINT: Text = t(
    "カレンダーには、期限、リスクを見直す日、90 日後にもう一度確認する日が入ります。保存し直して読み込むと、同じ予定が動きます。",
    "The calendar holds due dates, risk reviews, and the days to check again after 90 days. Saved and opened anew, the same events move.",
);
pub(crate) const PROGRESS: Text = t("JSON(進捗ファイル)", "JSON (progress file)");
pub(crate) const NOT_SAVED: Text = t(
    "ファイルを作れませんでした。通信の状態を確認して、もう一度お試しください。",
    "The file could not be made. Check the connection and try again.",
);
pub(crate) const NO_DATES: Text = t(
    "カレンダーに入れる日付が、まだありません。回答や期限を入力すると保存できます。",
    "There are no dates for a calendar yet. They come with answers and due dates.",
);
