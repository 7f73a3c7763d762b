//! Words of the posture page.

use crate::base::i18n::{Locale, Text, t};
use crate::evidence::posture::{Posture, Standard};
use crate::evidence::security_score::StandardScore;

pub(crate) const LEAD: Text = t(
    "Security Hub CSPM の結果を読み解くためのページです。スコアの計算と、修復必須の一覧(失敗したままにしてはいけないコントロール)があります。",
    "Two aids for reading Security Hub CSPM: how its score comes about, and the must-fix list of controls that must not stay failed.",
);
pub(crate) const CALCULATOR: Text = t("スコアを計算する", "Work out the score");
pub(crate) const CALCULATOR_LEAD: Text = t(
    "[セキュリティ標準] の [結果の表示] で、コントロールの数を状態ごとに数えて入力します。AWS の計算式は「成功 ÷(成功 + 失敗 + 不明)」で、整数に丸めます。",
    "Under [Security standards], [View results], count the controls by status. AWS divides Passed by Passed + Failed + Unknown and rounds to a whole number.",
);
pub(crate) const PASSED: Text = t("成功", "Passed");
pub(crate) const FAILED: Text = t("失敗", "Failed");
pub(crate) const UNKNOWN: Text = t("不明", "Unknown");
pub(crate) const TYPE_NUMBERS: Text =
    t("コントロールの数を入力してください。", "Enter how many controls there are of each.");
pub(crate) const NOT_A_NUMBER: Text =
    t("0 以上の整数を入力してください(9 桁まで)。", "Enter whole numbers from 0 (at most 9 digits).");
pub(crate) const NO_SCORE: Text =
    t("対象のコントロールがないため、スコアはありません。", "Nothing counts, so there is no score.");
pub(crate) const TRAPS: Text = t("スコアの落とし穴", "Traps of the score");
pub(crate) const TRAP_LIST: [Text; 5] = [
    t(
        "スコアはコントロールの数だけで決まり、重要度は考慮されません。「重大」1 件も「低」1 件も同じ重みです。そのため、下の修復必須の一覧を別に確認します。",
        "It counts controls, not risk: one Critical weighs as much as one Low. That is why the list below is looked at by itself.",
    ),
    t(
        "整数に丸められるため、100 % でも失敗が残っていることがあります。対象が 200 件以上あると、1 件失敗していても 100 % と表示されます。ちょうど 0.5 になる場合の丸め方は AWS のドキュメントに書かれていないため、ここでは切り上げています。",
        "Rounding hides failures: with 200 controls or more, one that fails still shows 100 %. Which way AWS rounds an exact half is not documented; here it goes up.",
    ),
    t(
        "「データなし」のコントロールと、無効にしたコントロールは計算に入りません。無効にすると、守りは変わらないのにスコアだけが上がります。",
        "Controls with No data and disabled controls do not count. Disabling one raises the score, not the protection.",
    ),
    t(
        "検出結果を抑制すると計算から外れます。検出結果をすべて抑制したコントロールは、AWS のドキュメントのあるページでは「成功」、別のページでは「データなし」と説明されています。どちらの場合もスコアは上がるので、抑制した理由を書き残してください。",
        "Suppressed findings are left out. A control with all findings suppressed is Passed on one page of AWS's documentation and No data on another; either way the score rises, so write the reason down.",
    ),
    t(
        "対象のリソースがないコントロールは成功と数えられるため、空のアカウントほどスコアが高くなります。スコアの更新は 24 時間ごとで、直した直後には変わりません。",
        "A control without resources counts as passed, so an empty account scores high. The score is renewed every 24 hours: a fix does not show at once.",
    ),
];
pub(crate) const MUST_FIX: Text = t("修復必須の一覧", "Must-fix list");
pub(crate) const CONTROL: Text = t("コントロール", "Control");
pub(crate) const LOOKS_AT: Text = t("確認する内容", "Looks at");
pub(crate) const SEVERITY: Text = t("重要度", "Severity");
pub(crate) const OURS: Text = t("このツールの対策", "Here");
pub(crate) const NOT_FSBP: Text = t("FSBP には含まれない", "not in FSBP");

pub(crate) const FINDINGS: Text = t("検出結果", "Findings");
pub(crate) const NO_FINDING: Text = t("なし", "none");
pub(crate) const IMPORT_HINT: Text = t(
    "証拠のページで Security Hub の検出結果を入れると、この一覧とスコアの計算に結果が表示されます。",
    "Hand over findings of Security Hub, and this list and the calculator are filled.",
);
pub(crate) const IMPORT: Text = t("証拠のページへ", "To the evidence page");

/// The source of the numbers.
pub(crate) fn imported(posture: &Posture, standard: &Standard, locale: Locale) -> String {
    let name = match (standard.name.is_empty(), locale) {
        (true, Locale::Ja) => "すべての標準",
        (true, Locale::En) => "all standards",
        (false, _) => standard.name.split('/').next().unwrap_or_default(),
    };
    let part = match (posture.is_partial, locale) {
        (false, _) => "",
        (true, Locale::Ja) => "ただし、結果の一部しか入っていないため、正しいスコアではありません。",
        (true, Locale::En) => " They hold a part of the results only, so this is not the score.",
    };
    match locale {
        Locale::Ja => format!("入れた検出結果({name})から数えました。{part}"),
        Locale::En => format!("Counted from the findings that you handed over ({name}).{part}"),
    }
}

/// The score as a sentence.
pub(crate) fn score(score: StandardScore, locale: Locale) -> String {
    let StandardScore { percent, counted, missing, .. } = score;
    match locale {
        Locale::Ja => {
            format!("スコアは {percent} % です。対象のコントロール {counted} 件のうち、失敗か不明は {missing} 件です。")
        }
        Locale::En => format!("The score is {percent} %. {missing} of {counted} controls to go."),
    }
}

pub(crate) const ROUNDED_UP: Text = t(
    "100 % と表示されますが、失敗または不明のコントロールが残っています。",
    "It shows as 100 %, yet a control is failed or unknown.",
);
