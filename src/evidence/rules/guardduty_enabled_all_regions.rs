//! `guardduty-enabled-all-regions`: is GuardDuty on in every enabled Region?

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::json::Json;
use crate::evidence::facts::Output;

const DETECTOR: &str = "guardduty get-detector";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.in_regions("guardduty list-detectors", |verdict, output, region| {
        let Some(ids) = verdict.list(output, "DetectorIds") else {
            return;
        };
        if ids.is_empty() {
            if is_all(verdict, output, &[]) {
                verdict.fail(
                    &output.origin,
                    say(
                        format!("{region}: GuardDuty が有効になっていません。"),
                        format!("{region}: GuardDuty is not on."),
                    ),
                );
            }
            return;
        }
        if !status_of(verdict, output, ids, region) {
            verdict.doubt(
                &output.origin,
                say(
                    format!("{region}: {DETECTOR} の出力がないため、停止していないか分かりません。この出力も入れてください。"),
                    format!("{region}: without the output of {DETECTOR} it is not clear whether it is suspended. Add it."),
                ),
            );
        }
    });
}

/// Adds the status of this Region's detector to the verdict; false without an output of it.
fn status_of<'a>(verdict: &mut VerdictBuilder<'a>, list: &Output, ids: &[Json], region: &str) -> bool {
    let is_id = |output: &&Output| match output.about("--detector-id") {
        Some(id) => ids.iter().any(|known| known.as_text() == Some(id)),
        None => false,
    };
    let all: Vec<&'a Output> = verdict.outputs(DETECTOR).collect();
    // An output whose request names another detector is not of this one.
    let has_no_id = |output: &Output| output.about("--detector-id").is_none();
    let of_region = |output: &&&'a Output| has_no_id(output) && output.region.is_some() && output.region == list.region;
    // The output names neither detector nor Region: the only output belongs to the only Region with a detector.
    let lists = verdict.outputs("guardduty list-detectors").filter(|other| has_detector(other)).count();
    let alone = match all.as_slice() {
        [only] if lists == 1 && only.region.is_none() && has_no_id(only) => Some(*only),
        _ => None,
    };
    let found = all.iter().find(|output| is_id(output)).or_else(|| all.iter().find(of_region)).copied().or(alone);
    let Some(output) = found else {
        return false;
    };
    let Some(value) = verdict.json(output) else {
        return true;
    };
    match value.words("Status") {
        "ENABLED" => verdict.pass(
            &output.origin,
            say(format!("{region}: GuardDuty は有効です。"), format!("{region}: GuardDuty is on.")),
        ),
        "DISABLED" => verdict.fail(
            &output.origin,
            say(format!("{region}: GuardDuty が停止しています。"), format!("{region}: GuardDuty is suspended.")),
        ),
        _ => verdict.doubt(
            &output.origin,
            say(
                format!("{region}: GuardDuty の Status を読み取れません。"),
                format!("{region}: the Status of GuardDuty cannot be read."),
            ),
        ),
    }
    true
}

fn has_detector(output: &Output) -> bool {
    output.value().is_some_and(|value| !value.items("DetectorIds").is_empty())
}
