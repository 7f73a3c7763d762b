//! Words of a control's page.

use crate::base::i18n::{Locale, Text, t};
use crate::content::catalogue::placeholders::Kind;
use crate::content::commands::Repeat;

pub(crate) const CRUMBS: Text = t("現在地", "You are here");
pub(crate) const CONSOLE: Text = t("コンソール", "Console");
pub(crate) const WAY: Text = t("手順の種類", "Way");
pub(crate) const COPY: Text = t("コピー", "Copy");
pub(crate) const COPY_BY_HAND: Text = t(
    "コピーできませんでした。文字を選択してあるので、Ctrl+C か長押しでコピーしてください。",
    "It could not be copied. It is selected now: press Ctrl+C, or hold and copy.",
);
pub(crate) const FILL: Text = t("コマンドに入れる値", "Values for the commands");
pub(crate) const FILL_HINT: Text = t(
    "一度入れると、すべてのコマンドに反映されます。送信はしません。",
    "Typed once, used in every command. Nothing is sent.",
);
pub(crate) const REMEMBER: Text = t(
    "リージョン、メールアドレス、名前をこのブラウザーに覚えさせる(アカウント ID は下 4 桁だけ)",
    "Remember Region, e-mail addresses and names in this browser (of the account ID only the last four digits)",
);
pub(crate) const STALE: Text =
    t("90 日以上前の回答です。今も正しいですか。", "This was answered 90 days ago or more. Does it still hold?");
pub(crate) const STILL: Text = t("今も正しい", "It still holds");
pub(crate) const JUDGE: Text = t("ファイルやまとめた出力で判定する", "Judge files, or many outputs at once");
pub(crate) const BEFORE: Text = t("対処する前に", "Before you begin");
pub(crate) const DONE: Text = t("こうなれば完了", "Done looks like this");
pub(crate) const ORGANISATION: Text = t("組織(AWS Organizations)の場合", "In an organisation");
pub(crate) const NOT_APPLICABLE: Text = t("「該当しない」を選ぶ場合", "When “not applicable” is right");
pub(crate) const EVIDENCE: Text = t("証拠で分かること", "What evidence can tell");
pub(crate) const ATTEST: Text = t("自分で確かめること", "Only you can answer");
pub(crate) const SOURCES: Text = t("出典", "Sources");
pub(crate) const REFERENCES_AND_SOURCES: Text = t("ほかの基準との対応と出典", "Other frameworks, and sources");
pub(crate) const REFERENCES: Text = t("ほかの基準との対応", "In other frameworks");
pub(crate) const NEEDS: Text = t("先に済ませる対策", "Needed first");
pub(crate) const STANDING: Text = t("この対策の状態", "Where you stand");
pub(crate) const MARKED_UNSURE: Text = t("「わからない」にしました。", "Marked “I don't know”.");
pub(crate) const NEXT_STEP: Text = t("次のステップ:", "Next step:");
pub(crate) const TO_CHECK: Text = t("確認の手順へ", "Check steps");
pub(crate) const CLEAR: Text = t("回答を消す", "Clear the answer");
pub(crate) use crate::documents::words::{CHECK, FIX, NOTE, REASON, RECOMMENDED, REVIEW_BY};
pub(crate) const MANDATORY: Text = t("必須", "Mandatory");
pub(crate) const CHANGE_REASON: Text = t("理由を書き直す", "Change the reason");
pub(crate) const NOTE_HINT: Text = t("経緯、場所など", "What happened, where");
pub(crate) const NOTE_MASKED: Text =
    t("アカウント ID とアクセスキー ID は伏せて保存します。", "Account IDs and access-key IDs are masked when saved.");
pub(crate) const PREVIOUS: Text = t("前へ", "Previous");
pub(crate) const NEXT: Text = t("次へ", "Next");
pub(crate) const NEIGHBOURS: Text = t("前後の対策", "Other controls");

/// The example of a field, marked so that it is not mistaken for a value.
pub(crate) fn example(value: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => ["例: ", value].concat(),
        Locale::En => ["e.g. ", value].concat(),
    }
}

/// The button that enters the time now in UTC.
pub(crate) const TIME_NOW: Text = t("今から 1 分後の時刻を入れる", "One minute from now");
pub(crate) const SECRET_REFUSED: Text = t(
    "秘密情報のようなので、使わずに消しました。ここに入れるのは、アクセスキー ID のような公開してよい値だけです。",
    "This looks like a secret, so it was not used and is gone from the field. Enter only what may be seen, such as the access-key ID.",
);

/// The copy button and the announcement after a command was copied.
pub(crate) fn copied(missing: usize, locale: Locale) -> String {
    match (missing, locale) {
        (0, Locale::Ja) => "コピーしました".to_owned(),
        (0, Locale::En) => "Copied".to_owned(),
        (_, Locale::Ja) => format!("コピーしました。まだ入っていない値が {missing} つあります"),
        (1, Locale::En) => "Copied. 1 value is still missing".to_owned(),
        (_, Locale::En) => format!("Copied. {missing} values are still missing"),
    }
}

/// The heading of a loop over Regions.
pub(crate) const fn in_regions(repeat: &Repeat) -> Text {
    if !repeat.regions.is_empty() {
        IN_THESE_REGIONS
    } else if repeat.excludes_home_region {
        IN_OTHER_REGIONS
    } else {
        IN_ALL_REGIONS
    }
}
const IN_ALL_REGIONS: Text = t(
    "有効なすべてのリージョンでまとめて実行するループ(CloudShell などの bash)",
    "A loop over all enabled Regions (bash, such as CloudShell)",
);
const IN_OTHER_REGIONS: Text = t(
    "ホームリージョン以外の有効なリージョンでまとめて実行するループ(CloudShell などの bash)",
    "A loop over all enabled Regions but the home Region (bash, such as CloudShell)",
);
const IN_THESE_REGIONS: Text = t(
    "次のリージョンのうち、ホームリージョン以外でまとめて実行するループ(CloudShell などの bash)",
    "A loop over these Regions, but not the home Region (bash, such as CloudShell)",
);

/// The last digits of the account id from an earlier visit.
pub(crate) fn ends_in(digits: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("前回の入力は末尾 {digits}"),
        Locale::En => format!("The last one ends in {digits}"),
    }
}

/// `2026年11月23日 確認`
pub(crate) fn reviewed(date: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{date} 確認"),
        Locale::En => format!("reviewed {date}"),
    }
}

/// The hint for an unusual value.
pub(crate) const fn odd(kind: Kind) -> Text {
    match kind {
        Kind::AccountId => t("12 桁の数字を入力してください。", "12 digits are expected."),
        Kind::Region => t("ap-northeast-1 のような形で入力してください。", "It looks like ap-northeast-1."),
        Kind::Regions => t(
            "\"ap-northeast-1\",\"us-east-1\" のように、1 つずつ半角の引用符で囲み、カンマで区切って入力してください。",
            "It looks like \"ap-northeast-1\",\"us-east-1\": in quotes, with commas between.",
        ),
        Kind::Email => t("メールアドレスの形で入力してください。", "This is not an e-mail address."),
        Kind::Arn => t("arn:aws: で始まる文字列を入力してください。", "It begins with arn:aws:"),
        Kind::AccessKeyId => t(
            "AKIA などで始まる、英大文字と数字を入力してください。",
            "Capital letters and digits, beginning with AKIA or so.",
        ),
        Kind::Digits => t("数字だけを入力してください。", "Digits only."),
        Kind::Date => t("2026-11-24 のように入力してください。", "Write it like 2026-11-24."),
        Kind::Time => t("2026-11-24T03:00:00Z のように入力してください。", "Write it like 2026-11-24T03:00:00Z."),
        Kind::CountryCode => t("JP のように、英大文字 2 文字で入力してください。", "Two capital letters, such as US."),
        Kind::Json => t("波かっこで始まる JSON を入力してください。", "JSON that begins with a brace."),
        Kind::Name => t("値を入力してください。", "Enter a value."),
    }
}

/// What evidence said, with its format and date.
pub(crate) fn basis(summary: &str, format: &str, date: &str, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{summary}({format}、{date})"),
        Locale::En => format!("{summary} ({format}, {date})"),
    }
}
