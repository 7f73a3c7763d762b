//! Texts used only in the progress report.
#![expect(missing_docs, reason = "the words say what they are")]

use super::Findings;
use crate::base::i18n::{Locale, Text, t};

pub const PROFILE: Text = t("対象", "Subject");
pub const ACCOUNT: Text = t("アカウント", "Account");
pub const MADE_ON: Text = t("作成日", "Prepared on");
pub const TREND: Text = t("スコアの推移", "Score over time");
pub const BY_SECTION: Text = t("区分ごとの実施状況", "By section");
pub const MANDATORY: Text = t("必須", "Mandatory");
pub const RECOMMENDED: Text = t("推奨", "Recommended");
pub const NEXT: Text = t("次に行うこと", "Next actions");
pub const NOTHING_LEFT: Text = t(
    "未完了の対策はありません。3 か月に一度、今も有効か確かめてください。",
    "Nothing is left to do. Check once a quarter that everything still holds.",
);

pub const DONE: Text = t("実施済みの対策", "Done");
pub const OPEN: Text = t("未完了の対策", "Open");
pub const RISKS: Text = t("受け入れたリスク", "Accepted risks");
pub const NOT_APPLICABLE: Text = t("該当しない対策", "Not applicable");
pub const CHECKED_ON: Text = t("確認日", "As of");
pub const COLLECTED_ON: Text = t("収集日", "collected");
pub const OVERDUE: Text = t("期限切れ", "overdue");
pub const NOT_SET: Text = t("未定", "not set");
pub const MUST_FIX: Text = t("Security Hub の修復必須コントロール", "Security Hub must-fix controls");
pub const HUB_CONTROL: Text = t("コントロール", "Control");
pub const FAILED: Text = t("失敗したリソース", "Failed resources");

pub const SIGNATURES: Text = t("確認欄", "Signatures");
pub const CHECKED_BY: Text = t("確認者", "Reviewed by");
pub const SIGNED_ON: Text = t("日付", "Date");

pub const READING: Text = t("このレポートの読み方", "How to read this report");
pub const READING_LINES: [Text; 6] = [
    t(
        "対象は、AWS アカウントの不正利用(暗号資産のマイニング、迷惑メールの送信、情報の持ち出しなど)を防ぐ対策です。アプリケーションの脆弱性やデータの保護など、ほかのリスクは扱いません。",
        "It covers controls against misuse of an AWS account, such as cryptocurrency mining, spam and data theft. Other risks, such as application vulnerabilities and data protection, are not covered.",
    ),
    t(
        "スコアは必須の対策だけで計算します。100 点でも、不正利用が起きないことを保証するものではありません。",
        "The score counts mandatory controls only. A score of 100 does not guarantee that no misuse happens.",
    ),
    t(
        "レベルは、必須の対策を 3 段に分けた道順です。1「門を閉める」、2「見張りを立てる」、3「守りを続ける」の順に進み、その段と下の段で、対象となる対策がすべて実施済みになると届きます。",
        "Levels are a path through the mandatory controls: 1 “Doors closed”, 2 “Watch posted”, 3 “Kept up”. A level is reached when all its controls that apply, and those below, are done.",
    ),
    t(
        "「自己申告」は担当者の回答です。出力の名前が書かれた行は、AWS の出力から判定した結果を担当者が確かめて反映したものです。",
        "“Self-declared” is the answer of the person in charge. Where an output is named, the verdict came from what AWS printed, and that person checked and accepted it.",
    ),
    t(
        "「もう一度確認」は、90 日以上前の回答です。点数には入っていますが、今も正しいかは分かりません。",
        "“Check again” marks answers given 90 days ago or more: they still count, but may no longer be true.",
    ),
    t(
        "受け入れたリスクはスコアに入りません。見直す日に、受け入れ続けるかどうかを判断し直してください。",
        "Accepted risks earn no points. On the review date, decide anew whether to keep them.",
    ),
];

/// `実施済みの対策(12 件)`
#[must_use]
pub fn counted(title: Text, count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("{}({count} 件)", title.ja),
        Locale::En => format!("{} ({count})", title.en),
    }
}

/// The number of controls by status.
#[must_use]
pub fn parts(all: usize, parts: &[(Text, usize)], locale: Locale) -> String {
    let part = |(title, count): &(Text, usize)| match locale {
        Locale::Ja => format!("{} {count} 件", title.ja),
        Locale::En => format!("{} {count}", title.en),
    };
    let parts: Vec<_> = parts.iter().map(part).collect();
    match locale {
        Locale::Ja => format!("全 {all} 件の内訳: {}", parts.join("、")),
        Locale::En => format!("All {all} controls: {}", parts.join(", ")),
    }
}

/// How many controls are overdue.
#[must_use]
pub fn late(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("期限や見直す日を過ぎた対策、または 90 日以上確かめていない対策が {count} 件あります。"),
        Locale::En => format!("Controls past a due or review date, or not checked for 90 days: {count}."),
    }
}

/// The result for the must-fix list.
#[must_use]
pub fn must_fix(findings: &Findings, locale: Locale) -> String {
    let part = match (findings.is_partial, locale) {
        (false, _) => "",
        (true, Locale::Ja) => "ただし、検出結果の一部しか読み込んでいません。",
        (true, Locale::En) => " Only part of the findings was read.",
    };
    match (findings.failed.len(), locale) {
        (0, Locale::Ja) => format!("読み込んだ検出結果では、失敗した修復必須コントロールはありません。{part}"),
        (0, Locale::En) => format!("In the findings that were handed over, no must-fix control failed.{part}"),
        (count, Locale::Ja) => {
            format!("読み込んだ検出結果では、修復必須コントロールのうち {count} 件が失敗しています。{part}")
        }
        (count, Locale::En) => {
            format!("In the findings that were handed over, must-fix controls that failed: {count}.{part}")
        }
    }
}

/// `ほか 3 件: EC2.1、S3.2`
#[must_use]
pub fn others(ids: &[&str], locale: Locale) -> String {
    match locale {
        Locale::Ja => format!("ほか {} 件: {}", ids.len(), ids.join("、")),
        Locale::En => format!("{} more: {}", ids.len(), ids.join(", ")),
    }
}
