//! Words of the form above the report.

use crate::base::i18n::{Text, t};

pub(crate) const LEAD: Text = t(
    "1 ページ目だけで、アカウントの状態が分かります。概要版は 4 ページ以内です。詳細版には、判定の理由、メモ、所要時間なども載ります。",
    "The first page alone says where the account stands. The summary has at most 4 pages; the full report adds the reasons for verdicts, notes, the time needed and more.",
);
pub(crate) const LENGTH: Text = t("長さ", "Length");
pub(crate) const SUMMARY: Text = t("概要版", "Summary");
pub(crate) const FULL: Text = t("詳細版", "Full report");
pub(crate) const PAPER: Text = t("用紙サイズ", "Paper size");
pub(crate) const LETTER: Text = t("US レター", "US Letter");
pub(crate) const BY: Text = t("作成者", "Prepared by");
pub(crate) const ACCOUNT: Text = t("アカウント(ID は伏せて載せます)", "Account (an ID is masked)");
pub(crate) const NOTES: Text = t("メモを含める", "Include notes");
pub(crate) const ALARMS: Text =
    t("カレンダーの予定に、前日 9 時の通知を付ける", "Calendar: remind me at 9:00 the day before");
pub(crate) const KEPT: Text = t(
    "「作成者」と「アカウント」は、このページを閉じるまでの間だけ覚えています。",
    "“Prepared by” and “Account” are remembered only until this page is closed.",
);
pub(crate) const SAVE_AS: Text = t("ファイルに保存する", "Save as a file");
pub(crate) const CALENDAR: Text = t("カレンダー(.ics)", "Calendar (.ics)");
pub(crate) const CALENDAR_HINT: Text = t(
    "カレンダーには、期限、リスクを見直す日、90 日後にもう一度確認する日が入ります。もう一度保存して読み込むと、同じ予定が更新されます。",
    "The calendar holds due dates, risk reviews, and the days to check again after 90 days. Save and import it again to update the same events.",
);
pub(crate) const PROGRESS: Text = t("JSON(進捗ファイル)", "JSON (progress file)");
pub(crate) const NOT_SAVED: Text = t(
    "ファイルを作れませんでした。通信の状態を確認して、もう一度試してください。",
    "The file could not be made. Check the connection and try again.",
);
pub(crate) const NO_DATES: Text = t(
    "カレンダーに入れる日付が、まだありません。回答や期限を入力すると保存できます。",
    "There are no dates for a calendar yet. They come with answers and due dates.",
);
