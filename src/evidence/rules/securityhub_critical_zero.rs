//! `securityhub-critical-zero`: does a control of the must-fix list fail?

use super::scanners::{ODD_DATES, narrowed, own_origin};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, t};
use crate::content::catalogue::must_fix::MUST_FIX;
use crate::evidence::facts::{Check, CheckResult, Facts, Scan, Scanner};
use std::collections::BTreeSet;

/// Controls that are checked in every account with an enabled standard, with resources or without: if one of them is
/// missing, others may be missing, too. Source: the control references; IAM.6 and IAM.9 are not in every standard.
pub(super) const ALWAYS: [&str; 4] = ["CloudTrail.1", "Config.1", "GuardDuty.1", "IAM.4"];

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    let facts = verdict.facts;
    let (mut passed, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut last = None;
    for scan in facts.scans.iter().filter(|scan| scan.scanner == Scanner::SecurityHub) {
        if !verdict.is_fresh(&scan.origin) {
            continue;
        }
        last = Some(&scan.origin);
        if scan.is_partial {
            verdict.doubt(&scan.origin, PARTIAL);
        }
        if let Some(by) = &scan.narrowed_by {
            verdict.doubt(&scan.origin, narrowed("Security Hub", by));
        }
        if scan.has_unreadable_dates {
            verdict.doubt(&scan.origin, ODD_DATES);
        }
        for check in scan.checks.iter().filter(|check| is_must_fix(&check.id)) {
            seen.insert(check.id.as_str());
            if check.is_muted {
                continue;
            }
            if !verdict.is_fresh(&own_origin(scan, check)) {
                continue;
            }
            look_at(verdict, scan, check);
            if check.result == CheckResult::Passed {
                passed.insert(check.id.as_str());
            }
        }
    }
    let Some(origin) = last else {
        return;
    };
    let (count, all) = (passed.len(), MUST_FIX.len());
    if count == 0 {
        verdict.doubt(origin, NOTHING_SEEN);
        return;
    }
    verdict.pass(
        origin,
        say(
            format!("修復必須のコントロール {all} 個のうち、検出結果に含まれていた {count} 個は成功しています。"),
            format!("{count} of the {all} must-fix controls are in the findings and passed."),
        ),
    );
    let missing = ALWAYS.into_iter().filter(|id| !seen.contains(id)).collect::<Vec<_>>().join(", ");
    if !missing.is_empty() {
        verdict.doubt(origin, say(
            format!("どのアカウントにもあるはずの {missing} の検出結果がありません。一部だけを取り出していないか、標準(FSBP)が有効かを確認してください。"),
            format!("There are no findings of {missing}, which every account has. See whether only a part was taken, and whether the FSBP standard is on."),
        ));
    }
    verdict.cover("Security Hub", &complete_regions(facts));
}

/// The Regions with findings for the controls that Security Hub checks in every Region; other Regions may appear with a
/// single finding.
pub(super) fn complete_regions(facts: &Facts) -> Vec<&str> {
    let regions_with = |id: &str| -> BTreeSet<&str> {
        let checks = facts.checks().filter(|(scan, check)| scan.scanner == Scanner::SecurityHub && check.id == id);
        checks.filter_map(|(_, check)| check.region.as_deref()).collect()
    };
    regions_with("Config.1").intersection(&regions_with("GuardDuty.1")).copied().collect()
}

fn is_must_fix(id: &str) -> bool {
    MUST_FIX.iter().any(|control| control.id == id)
}

fn look_at(verdict: &mut VerdictBuilder<'_>, scan: &Scan, check: &Check) {
    let (id, resource) = (&check.id, &check.resource);
    let region = check.region.as_deref().map(|region| format!(" ({region})")).unwrap_or_default();
    // A CSV need not name the resource.
    let of = if resource.is_empty() { "" } else { ": " };
    match check.result {
        CheckResult::Passed => {}
        CheckResult::Failed => verdict.fail(
            &scan.origin,
            say(format!("{id} が失敗しています{of}{resource}{region}"), format!("{id} failed{of}{resource}{region}")),
        ),
        CheckResult::Unknown => verdict.doubt(
            &scan.origin,
            say(
                format!("{id} は判定できない状態です{of}{resource}{region}"),
                format!("{id} could not be determined{of}{resource}{region}"),
            ),
        ),
    }
}

const PARTIAL: Text = t(
    "検出結果の一部しか入っていません(続きのページがあるか、コンソールの一覧です)。コマンドですべての検出結果を取得してください。",
    "The file holds a part of the findings only (there are more pages, or it is the console's list). Get all of them with the command.",
);
const NOTHING_SEEN: Text = t(
    "修復必須のコントロールに、成功した検出結果が 1 つもありません。リージョンが正しいかと、Security Hub CSPM が有効かを確認してください。",
    "There is no passed finding of a must-fix control. See whether the Region is right and Security Hub CSPM is on.",
);
