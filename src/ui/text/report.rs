//! Words of the report.

use super::points;
use crate::i18n::{Locale, Text, t};
use crate::score::Score;

pub(crate) const SERIES: Text = t("AWS アカウント不正利用対策", "AWS account misuse prevention");
pub(crate) const TITLE: Text = t("進捗レポート", "Progress report");
pub(crate) const PRINT: Text = t("印刷・PDF に保存", "Print or save as PDF");
pub(crate) const UNNAMED: Text = t("AWS アカウント", "AWS account");
pub(crate) const MADE_BY: Text = t("作成者", "Prepared by");
pub(crate) const STANDING: Text = t("いまの状態", "Where the account stands");
pub(crate) const SECTION: Text = t("区分", "Section");
pub(crate) const DONE: Text = t("実施済み", "Done");
pub(crate) const EACH: Text = t("対策ごとの状態", "Control by control");
pub(crate) const SEVERITY: Text = t("重要度", "Severity");
pub(crate) const CONTROL: Text = t("対策", "Control");
pub(crate) const STATUS: Text = t("状態", "Status");
pub(crate) const BASIS: Text = t("根拠", "Basis");
pub(crate) const NOTE: Text = t("メモ", "Note");
pub(crate) const HOW: Text = t("スコアの計算", "How the score is made");

/// One paragraph that stands alone.
pub(crate) fn summary(score: &Score, level: &str, next: Option<Text>, locale: Locale) -> String {
    let (done, all) = (score.mandatory.done, score.mandatory.applicable);
    let value = points(score.value);
    let mut words = match locale {
        Locale::Ja => {
            format!("スコアは 100 点中 {value} 点。必須の対策 {all} 件のうち {done} 件が実施済みです。{level}。")
        }
        Locale::En => {
            format!("The score is {value} of 100. {done} of {all} mandatory controls are done. {level}.")
        }
    };
    if let Some(next) = next {
        words.push_str(&match locale {
            Locale::Ja => format!("次の一歩は「{}」です。", next.ja),
            Locale::En => format!(" Next step: {}.", next.en),
        });
    }
    words
}

/// The formula with the numbers in it.
pub(crate) fn formula(score: &Score, locale: Locale) -> String {
    let (done, all) = (score.done_weight, score.weight);
    let value = points(score.value);
    match locale {
        Locale::Ja => format!(
            "重みは重大 4、高 3、中 2、低 1。実施済みの重み {done} ÷ 対象となる必須の対策の重み {all} × 100、端数切り捨て = {value}。実施済み以外の状態は 0 点、「該当しない」は対象から除きます。"
        ),
        Locale::En => format!(
            "Weights: critical 4, high 3, medium 2, low 1. Weight of what is done {done} ÷ weight of the mandatory controls that apply {all} × 100, rounded down = {value}. Every other status counts 0; “not applicable” is left out."
        ),
    }
}
