//! `guardduty-enabled-all-regions`: is GuardDuty on in every enabled Region?

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::json::Json;
use crate::evidence::facts::Output;

const DETECTOR: &str = "guardduty get-detector";

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
    w.in_regions("guardduty list-detectors", |w, output, region| {
        let Some(ids) = w.list(output, "DetectorIds") else {
            return;
        };
        if ids.is_empty() {
            if is_all(w, output, &[]) {
                w.fail(
                    &output.origin,
                    say(
                        format!("{region}: GuardDuty が有効になっていません。"),
                        format!("{region}: GuardDuty is not on."),
                    ),
                );
            }
            return;
        }
        if !status_of(w, output, ids, region) {
            w.doubt(
                &output.origin,
                say(
                    format!("{region}: {DETECTOR} の出力がないため、停止していないか分かりません。この出力も入れてください。"),
                    format!("{region}: without the output of {DETECTOR} it is not clear whether it is suspended. Add it."),
                ),
            );
        }
    });
}

/// Says what the detector of this Region is doing; false where its output is not there.
fn status_of<'a>(w: &mut VerdictBuilder<'a>, list: &Output, ids: &[Json], region: &str) -> bool {
    let is_id = |output: &&Output| match output.about("--detector-id") {
        Some(id) => ids.iter().any(|known| known.as_text() == Some(id)),
        None => false,
    };
    let all: Vec<&'a Output> = w.outputs(DETECTOR).collect();
    // What was asked of another detector is not of this one.
    let is_open = |output: &Output| output.about("--detector-id").is_none();
    let of_region = |output: &&&'a Output| is_open(output) && output.region.is_some() && output.region == list.region;
    // The output itself names neither detector nor Region: alone with one Region's list, it belongs to it.
    let lists = w.outputs("guardduty list-detectors").filter(|other| has_detector(other)).count();
    let alone = match all.as_slice() {
        [only] if lists == 1 && only.region.is_none() && is_open(only) => Some(*only),
        _ => None,
    };
    let found = all.iter().find(|output| is_id(output)).or_else(|| all.iter().find(of_region)).copied().or(alone);
    let Some(output) = found else {
        return false;
    };
    let Some(value) = w.json(output) else {
        return true;
    };
    match value.words("Status") {
        "ENABLED" => w.pass(
            &output.origin,
            say(format!("{region}: GuardDuty は有効です。"), format!("{region}: GuardDuty is on.")),
        ),
        "DISABLED" => w.fail(
            &output.origin,
            say(format!("{region}: GuardDuty が停止しています。"), format!("{region}: GuardDuty is suspended.")),
        ),
        _ => w.doubt(
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
