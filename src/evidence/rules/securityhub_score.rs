//! `securityhub-score`: is the score of Security Hub CSPM known, and 100?

use super::scanners::{ODD_DATES, narrowed};
use super::securityhub_critical_zero::{ALWAYS, complete_regions};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};
use crate::evidence::facts::Scanner;
use crate::evidence::security_score::standard_score;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    let facts = verdict.facts;
    let mut origin = None;
    let mut is_old = false;
    for scan in facts.scans.iter().filter(|scan| scan.scanner == Scanner::SecurityHub) {
        if verdict.is_fresh(&scan.origin) {
            if let Some(by) = &scan.narrowed_by {
                verdict.doubt(&scan.origin, narrowed("Security Hub", by));
            }
            if scan.has_unreadable_dates {
                verdict.doubt(&scan.origin, ODD_DATES);
            }
            if scan.is_of_some_controls {
                verdict.doubt(&scan.origin, PARTIAL);
            }
            origin = Some(&scan.origin);
            let dates = scan.checks.iter().map(|check| check.checked_at.or(scan.origin.collected_at));
            is_old |= dates.min().flatten().is_some_and(|at| verdict.now.days_since(at) >= 2);
            is_old |= scan.origin.collected_at.is_some_and(|at| verdict.now.days_since(at) >= 1);
        }
    }
    let (Some(origin), Some(posture)) = (origin, verdict.posture) else {
        return;
    };
    let fsbp = posture.standards.iter().find(|standard| standard.name.starts_with("aws-foundational"));
    let Some(score) = fsbp.or(posture.standards.first()).and_then(|standard| standard_score(standard.counts)) else {
        verdict.doubt(origin, NOTHING_COUNTS);
        return;
    };
    let (percent, counted, missing) = (score.percent, score.counted, score.missing);
    verdict.pass(
        origin,
        say(
            format!(
                "入れた検出結果から計算したスコアは {percent} % です(対象のコントロール {counted} 件のうち、失敗か不明は {missing} 件)。"
            ),
            format!("The score worked out from these findings is {percent} % ({missing} of {counted} controls to go)."),
        ),
    );
    if missing > 0 {
        // A score below 100 is no fail by itself: only the user knows whether it rises.
        verdict.ask_person();
    }
    if posture.is_partial {
        verdict.doubt(origin, PARTIAL);
    } else if ALWAYS.iter().any(|id| !posture.controls.iter().any(|control| control.id == *id)) {
        verdict.doubt(origin, FEW);
    }
    // AWS calculates the score once a day; older findings give an older score.
    if is_old {
        verdict.doubt(origin, OLD);
    }
    verdict.cover("Security Hub", &complete_regions(facts));
}

const NOTHING_COUNTS: Text =
    t("スコアの対象になる検出結果がありません。", "None of the findings counts for the score.");
const OLD: Text = t(
    "1 日以上前の検出結果なので、今のスコアとは限りません。もう一度取り出してください。",
    "These findings are a day old or more, so the score may have changed. Get them again.",
);
const FEW: Text = t(
    "どのアカウントにもあるはずのコントロールの検出結果がないため、一部だけとみられます。すべての検出結果を入れてください。",
    "Controls that every account has are not in these findings: they look like a part. Hand over all of them.",
);
const PARTIAL: Text = t(
    "検出結果の一部しか入っていないため、正しいスコアではありません。",
    "The file holds a part of the findings only, so this is not the score.",
);
