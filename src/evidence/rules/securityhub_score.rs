//! `securityhub-score`: is the score of Security Hub CSPM known, and 100?

use super::weigh::{Weigh, say};
use crate::evidence::facts::Scanner;
use crate::evidence::posture;
use crate::i18n::{Text, t};
use crate::securityhub::standard_score;

pub(super) fn judge(w: &mut Weigh<'_>) {
    let facts = w.facts;
    let mut origin = None;
    let mut regions = Vec::new();
    for scan in facts.scans.iter().filter(|scan| scan.scanner == Scanner::SecurityHub) {
        if w.is_fresh(&scan.origin) {
            origin = Some(&scan.origin);
            regions.extend(scan.checks.iter().filter_map(|check| check.region.as_deref()));
        }
    }
    let (Some(origin), Some(posture)) = (origin, posture::of(facts)) else {
        return;
    };
    let fsbp = posture.standards.iter().find(|standard| standard.name.starts_with("aws-foundational"));
    let Some(score) = fsbp.or(posture.standards.first()).and_then(|standard| standard_score(standard.counts)) else {
        w.doubt(origin, NOTHING_COUNTS);
        return;
    };
    let (percent, counted, missing) = (score.percent, score.counted, score.missing);
    w.pass(
        origin,
        say(
            format!(
                "入れた検出結果から計算したスコアは {percent} % です(対象のコントロール {counted} 件のうち、失敗か不明は {missing} 件)。"
            ),
            format!("The score worked out from these findings is {percent} % ({missing} of {counted} controls to go)."),
        ),
    );
    if missing > 0 {
        // The number is known and does not fail by itself: whether it rises is a person's word.
        w.ask_person();
    }
    if posture.is_partial {
        w.doubt(origin, PARTIAL);
    }
    // AWS works the score out once a day; older findings give an older one.
    if origin.collected_at.is_some_and(|at| w.now.days_since(at) >= 1) {
        w.doubt(origin, OLD);
    }
    w.cover("Security Hub", &regions);
}

const NOTHING_COUNTS: Text =
    t("スコアの対象になる検出結果がありません。", "None of the findings counts for the score.");
const OLD: Text = t(
    "1 日以上前の検出結果なので、今のスコアとは限りません。もう一度取り出してください。",
    "These findings are a day old or more, so the score may have changed. Get them again.",
);
const PARTIAL: Text = t(
    "検出結果の一部しか入っていないため、正しいスコアではありません。",
    "The file holds a part of the findings only, so this is not the score.",
);
