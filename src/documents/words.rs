//! Texts of the documents; the page shares some of them.
#![expect(missing_docs, reason = "the words say what they are")]

use super::chart::Trend;
use super::comparison::Overdue;
use crate::assessment::score::{LevelProgress, Score};
use crate::assessment::{Answer, Source};
use crate::base::i18n::{Locale, Text, t};
use crate::base::time::Date;
use crate::evidence::facts::Format;

/// `2026年11月23日` or `23 Nov 2026`.
#[must_use]
pub fn date(date: Date, locale: Locale) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = date.parts();
    match locale {
        Locale::Ja => format!("{year}年{month}月{day}日"),
        Locale::En => {
            let month = MONTHS.get(usize::from(month).saturating_sub(1)).unwrap_or(&"");
            format!("{day} {month} {year}")
        }
    }
}

/// The score, or a dash if no control applies.
#[must_use]
pub fn points(score: Option<u8>) -> String {
    score.map_or_else(|| "–".to_owned(), |score| score.to_string())
}

/// The basis of an answer: the person, or the kind of evidence.
#[must_use]
pub fn by(answer: &Answer) -> Text {
    match &answer.source {
        Source::Person => t("自己申告", "Self-declared"),
        Source::Evidence(evidence) => Format::from_id(&evidence.format).map_or(t("証拠", "Evidence"), Format::title),
    }
}

/// The level, and how many controls are missing for the next one.
#[must_use]
pub fn level(progress: LevelProgress, locale: Locale) -> String {
    let level = progress.level;
    match progress.to_next {
        Some(missing) => match locale {
            Locale::Ja => format!("レベル {level} — あと {missing} 件で次のレベル"),
            Locale::En => format!("Level {level} — {missing} more to the next"),
        },
        None => match locale {
            Locale::Ja => format!("レベル {level}"),
            Locale::En => format!("Level {level}"),
        },
    }
}

/// `約 15 分`
#[must_use]
pub fn minutes(minutes: u16, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("約 {minutes} 分"),
        Locale::En => format!("About {minutes} minutes"),
    }
}

pub const SERIES: Text = t("AWS アカウント不正利用対策", "AWS account misuse prevention");
pub const TITLE: Text = t("進捗レポート", "Progress report");
pub const UNNAMED: Text = t("AWS アカウント", "AWS account");
pub const MADE_BY: Text = t("作成者", "Prepared by");
pub const STANDING: Text = t("いまの状態", "Where the account stands");
pub const SECTION: Text = t("区分", "Section");
pub const DONE: Text = t("実施済み", "Done");
pub const SEVERITY: Text = t("重要度", "Severity");
pub const CONTROL: Text = t("対策", "Control");
pub const STATUS: Text = t("状態", "Status");
pub const BASIS: Text = t("根拠", "Basis");
pub const NOTE: Text = t("メモ", "Note");
pub const HOW: Text = t("スコアの計算", "How the score is calculated");

/// `必須 5 件中 2 件`
#[must_use]
pub fn of_mandatory(score: &Score, locale: Locale) -> String {
    let (done, all) = (score.mandatory.done, score.mandatory.applicable);
    match locale {
        Locale::Ja => format!("必須 {all} 件中 {done} 件"),
        Locale::En => format!("{done} of {all} mandatory"),
    }
}

/// The score and the level in one paragraph that needs no context.
pub fn summary(score: &Score, level: &str, locale: Locale) -> String {
    let (done, all) = (score.mandatory.done, score.mandatory.applicable);
    let (extra, extras) = (score.recommended.done, score.recommended.applicable);
    let value = points(score.value);
    match locale {
        Locale::Ja => format!(
            "スコアは 100 点中 {value} 点。必須の対策 {all} 件のうち {done} 件、推奨の対策 {extras} 件のうち {extra} 件が実施済みです。{level}。"
        ),
        Locale::En => format!(
            "The score is {value} of 100. {done} of {all} mandatory and {extra} of {extras} recommended controls are done. {level}."
        ),
    }
}

/// The trend in one sentence, as the text alternative of the chart.
#[must_use]
pub fn trend(trend: &Trend, locale: Locale) -> String {
    let ((from, before), (to, after)) = (trend.first, trend.last);
    let (from, to) = (date(from, locale), date(to, locale));
    match locale {
        Locale::Ja => format!("{from}の {before} 点から、{to}の {after} 点へ"),
        Locale::En => format!("From {before} on {from} to {after} on {to}"),
    }
}

/// How the score was calculated, with its numbers.
pub fn formula(score: &Score, locale: Locale) -> String {
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

pub const REASON: Text = t("理由", "Reason");
pub const REVIEW_BY: Text = t("見直す日", "Review on");
pub const CHECK_AGAIN: Text = t("もう一度確認", "Check again");
pub const OWNER: Text = t("担当", "Owner");
pub const DUE: Text = t("期限", "Due");

pub const LEVEL: Text = t("レベル", "Level");
pub const RECOMMENDED: Text = t("推奨", "Recommended");
pub const CHECK: Text = t("確認する", "Check");
pub const FIX: Text = t("対処する", "Fix");
pub const FREE: Text = t("無料", "Free");
pub const PAID: Text = t("有料", "Costs money");

pub const FIXED: Text = t("実施済みになったもの", "Newly done");
pub const REGRESSED: Text = t("実施済みでなくなったもの", "No longer done");
pub const MOVED: Text = t("そのほかの変化", "Other changes");
pub const OVERDUE: Text = t("期限を過ぎたもの(今日の時点)", "Overdue today");
pub const NOTHING: Text = t("ありません。", "None.");
pub const SCORE: Text = t("スコア", "Score");
pub const DAY: Text = t("日付", "Day");
pub const FROM: Text = t("前", "Before");
pub const TO: Text = t("後", "After");

/// The score of a day by the list of controls of today, where that is another one.
#[must_use]
pub fn by_the_current_list(day: Date, score: Option<u8>, locale: Locale) -> String {
    let (day, score) = (date(day, locale), points(score));
    match locale {
        Locale::Ja => format!(
            "{day}より後に、スコアに数える対策が変わりました。今の対策の一覧で計算すると、{day}のスコアは {score} です。"
        ),
        Locale::En => format!(
            "The controls that count have changed since {day}: by today's list, the score of that day is {score}."
        ),
    }
}

/// Why something is overdue.
#[must_use]
pub fn overdue(reason: Overdue, locale: Locale) -> String {
    match (reason, locale) {
        (Overdue::Due(day), Locale::Ja) => format!("期限は {} でした", date(day, locale)),
        (Overdue::Due(day), Locale::En) => format!("was due on {}", date(day, locale)),
        (Overdue::Review(day), Locale::Ja) => format!("受け入れたリスクを見直す日は {} でした", date(day, locale)),
        (Overdue::Review(day), Locale::En) => format!("the accepted risk was to be reviewed on {}", date(day, locale)),
        (Overdue::Recheck, Locale::Ja) => "90 日以上前の回答です。今も正しいか確かめてください".to_owned(),
        (Overdue::Recheck, Locale::En) => "answered 90 days ago or more: check that it still holds".to_owned(),
    }
}
