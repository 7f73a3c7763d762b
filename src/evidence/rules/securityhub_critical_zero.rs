//! `securityhub-critical-zero`: does a control of the must-fix list fail?

use super::weigh::{Weigh, say};
use crate::catalogue::must_fix::MUST_FIX;
use crate::evidence::facts::{Check, CheckResult, Scan, Scanner};
use crate::i18n::{Text, t};
use std::collections::BTreeSet;

pub(super) fn judge(w: &mut Weigh<'_>) {
    let facts = w.facts;
    let mut passed = BTreeSet::new();
    let mut last = None;
    for scan in facts.scans.iter().filter(|scan| scan.scanner == Scanner::SecurityHub) {
        if !w.is_fresh(&scan.origin) {
            continue;
        }
        last = Some(&scan.origin);
        if scan.is_partial {
            w.doubt(&scan.origin, PARTIAL);
        }
        for check in scan.checks.iter().filter(|check| !check.is_muted && is_must_fix(&check.id)) {
            look_at(w, scan, check);
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
        w.doubt(origin, NOTHING_SEEN);
    } else {
        w.pass(
            origin,
            say(
                format!("修復必須のコントロール {all} 個のうち、検出結果に含まれていた {count} 個は成功しています。"),
                format!("{count} of the {all} must-fix controls are in the findings and passed."),
            ),
        );
    }
    let of_hub = facts.scans.iter().filter(|scan| scan.scanner == Scanner::SecurityHub);
    let regions: BTreeSet<&str> =
        of_hub.flat_map(|scan| &scan.checks).filter_map(|check| check.region.as_deref()).collect();
    if !regions.is_empty() {
        let list = regions.into_iter().collect::<Vec<_>>().join(", ");
        w.warn(say(
            format!("入れた検出結果のリージョン: {list}"),
            format!("The findings are of these Regions: {list}"),
        ));
    }
}

fn is_must_fix(id: &str) -> bool {
    MUST_FIX.iter().any(|control| control.id == id)
}

fn look_at(w: &mut Weigh<'_>, scan: &Scan, check: &Check) {
    let (id, resource) = (&check.id, &check.resource);
    let region = check.region.as_deref().map(|region| format!(" ({region})")).unwrap_or_default();
    match check.result {
        CheckResult::Passed => {}
        CheckResult::Failed => w.fail(
            &scan.origin,
            say(format!("{id} が失敗しています: {resource}{region}"), format!("{id} failed: {resource}{region}")),
        ),
        CheckResult::Unknown => w.doubt(
            &scan.origin,
            say(
                format!("{id} は判定できない状態です: {resource}{region}"),
                format!("{id} could not be determined: {resource}{region}"),
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
