//! Words of the form above the handout.

use crate::base::i18n::{Locale, Text, t};
use crate::documents::handout::Appendix;
use crate::documents::handout::address::{LIMIT, Unusable};

pub(crate) const LEAD: Text = t(
    "空欄のチェックリストを印刷して配れます。あなたの回答は載りません。",
    "Print a blank checklist to hand out. Your answers are not on it.",
);
pub(crate) const LANGUAGES: Text = t("言語", "Language");
/// Language names in their own language, the same in both languages of the page.
pub(crate) const JAPANESE: &str = "日本語";
pub(crate) const ENGLISH: &str = "English";
pub(crate) const BOTH: Text = t("日本語と英語(左右に並べる)", "Japanese and English, side by side");
pub(crate) const TITLE: Text = t("表題(任意)", "Title (optional)");
pub(crate) const EVENT: Text = t("イベントの名前(任意)", "Event (optional)");
pub(crate) const DATE: Text = t("日時(任意)", "When (optional)");
pub(crate) const CONTACT: Text = t("質問先(任意)", "Questions to (optional)");
pub(crate) const ABOUT: Text = t("1 ページ目の上部に載せること", "At the top of the first page");
pub(crate) const WHAT: Text = t("載せる対策", "Controls");
pub(crate) const WAY: Text = t("選び方", "Choose");
pub(crate) const BY_LEVEL: Text = t("レベルごとに", "by level");
pub(crate) const BY_SECTION: Text = t("区分ごとに", "by section");
pub(crate) const ONE_BY_ONE: Text = t("1 件ずつ", "one by one");
pub(crate) const STEPS: Text = t("確認と対処の手順も載せる", "Include the steps to check and fix");
pub(crate) const EXTRAS: Text = t("一緒に印刷する資料", "Sheets to print with it");
pub(crate) const ADDRESS: Text = t("QR コードに入れるアドレス", "Address for the QR codes");
pub(crate) const MORE: Text = t("用紙、並び順、時間", "Paper, order and time");
pub(crate) const PAPER: Text = t("用紙サイズ", "Paper size");
pub(crate) const LETTER: Text = t("US レター", "US Letter");
pub(crate) const ORDER: Text = t("対策の並び順", "Order of the controls");
pub(crate) const IN_LEVELS: Text = t("レベル順(おすすめの順番)", "by level, in the suggested order");
pub(crate) const IN_SECTIONS: Text = t("区分順", "by section");
pub(crate) const MINUTES: Text = t("ワークショップの長さ", "Length of the workshop");

/// The name of a sheet.
pub(crate) const fn extra(extra: Appendix) -> Text {
    match extra {
        Appendix::Runbook => t("緊急時の対応手順", "Incident runbook"),
        Appendix::Team => t("対応チームシート", "Response-team sheet"),
        Appendix::Quiz => t("クイズ(答えなし)", "Quiz, without the answers"),
        Appendix::Facilitator => {
            t("進行役の資料(時間配分とクイズの答え)", "Facilitator's sheet: timetable and quiz answers")
        }
    }
}

/// The error of an address, or the hint why there are no QR codes.
pub(crate) fn unusable(error: Unusable, locale: Locale) -> String {
    let words = match error {
        Unusable::Missing => t(
            "参加者が開けるアドレスを入力すると、対策ごとに QR コードが付きます。",
            "Enter an address that the participants can open, and every control gets a QR code.",
        ),
        Unusable::Local => t(
            "このアドレスは、このパソコンか社内のネットワークでしか開けないため、QR コードを付けていません。参加者が開けるアドレスを入力してください。",
            "This address opens on this computer or its network only, so the QR codes are left out. Enter one that the participants can open.",
        ),
        Unusable::Scheme => {
            t("https:// で始まるアドレスを入力してください。", "Enter an address that begins with https://.")
        }
        Unusable::Host => t(
            "アドレスの形式が正しくありません。ブラウザーのアドレス欄からコピーしてください。",
            "This is not a valid address. Copy it from the address bar of the browser.",
        ),
        Unusable::Characters => t(
            "アドレスに使えない文字(空白、全角文字など)があります。ブラウザーのアドレス欄からコピーしてください。",
            "It contains spaces or other characters that an address cannot have. Copy it from the address bar of the browser.",
        ),
        Unusable::Credentials => t(
            "ユーザー名やパスワードを除いたアドレスを入力してください。",
            "Leave the user name and the password out of the address.",
        ),
        Unusable::TooLong => {
            return match locale {
                Locale::Ja => {
                    format!("アドレスは {LIMIT} 文字までです。長いと、QR コードを紙から読み取りにくくなります。")
                }
                Locale::En => {
                    format!(
                        "Use at most {LIMIT} characters: the QR code of a longer address is hard to scan from paper."
                    )
                }
            };
        }
    };
    words.get(locale).to_owned()
}

/// How many controls are chosen.
pub(crate) fn chosen(count: usize, locale: Locale) -> String {
    match (locale, count) {
        (_, 0) => t("対策が選ばれていません。", "No controls are chosen.").get(locale).to_owned(),
        (Locale::Ja, _) => format!("対策 {count} 件を選んでいます。"),
        (Locale::En, 1) => "1 control is chosen.".to_owned(),
        (Locale::En, _) => format!("{count} controls are chosen."),
    }
}

/// `40 分`
pub(crate) fn minutes(minutes: u16, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{minutes} 分"),
        Locale::En => format!("{minutes} minutes"),
    }
}
