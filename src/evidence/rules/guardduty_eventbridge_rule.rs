//! `guardduty-eventbridge-rule`: is every finding of GuardDuty sent to somebody, in every Region?

use super::eventbridge::{self, EventRule};
use super::partial::{is_narrowed, is_whole};
use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::json::Json;

pub(super) fn judge(w: &mut Weigh<'_>) {
    w.in_regions("events list-rules", |w, output, region| {
        if w.list(output, "Rules").is_none() || has_no_guardduty(w, region) {
            return;
        }
        let facts = w.facts;
        let all = eventbridge::enabled(facts);
        let here: Vec<&EventRule<'_>> =
            all.iter().filter(|rule| std::ptr::eq(rule.output, output) && is_of_guardduty(rule)).collect();
        let sends = |rule: &EventRule<'_>| eventbridge::targets(facts, rule).map(|targets| !targets.is_empty());
        // A rule for everything counts before one for some severities.
        let best = here.iter().filter(|rule| sends(rule) == Some(true)).max_by_key(|rule| takes_all(rule));
        if let Some(rule) = best {
            let name = rule.name;
            eventbridge::doubt_targets(w, rule);
            w.pass(
                &output.origin,
                say(
                    format!("{region}: ルール {name} により、GuardDuty の検出結果が通知されます。"),
                    format!("{region}: rule {name} forwards findings of GuardDuty."),
                ),
            );
            if !takes_all(rule) {
                w.warn(say(
                    format!("{region}: ルール {name} には重要度の条件があり、「低」の検出結果は届きません。"),
                    format!("{region}: rule {name} has a condition on severity: low findings do not arrive."),
                ));
            }
        } else {
            tell(w, output, &here, region);
        }
    });
}

fn tell(w: &mut Weigh<'_>, output: &Output, rules: &[&EventRule<'_>], region: &str) {
    // Another page may hold one; that there is more is said already.
    if rules.is_empty() && is_whole(output) {
        w.fail(&output.origin, say(
            format!("{region}: GuardDuty の検出結果を通知するルールがありません(AWS User Notifications で受け取っている場合を除きます)。"),
            format!("{region}: no rule forwards findings of GuardDuty (unless AWS User Notifications sends them)."),
        ));
    }
    for rule in rules {
        let name = rule.name;
        if eventbridge::targets(w.facts, rule).is_some() {
            w.fail(
                &output.origin,
                say(
                    format!("{region}: ルール {name} には送り先(ターゲット)がありません。"),
                    format!("{region}: rule {name} has no target."),
                ),
            );
        } else {
            w.doubt(
                &output.origin,
                say(
                    format!("{region}: ルール {name} の送り先(ターゲット)が分かりません。list-targets-by-rule の出力も入れてください。"),
                    format!("{region}: the targets of rule {name} are not known. Add the output of list-targets-by-rule."),
                ),
            );
        }
    }
}

/// Where GuardDuty is known to be off there is nothing to forward.
fn has_no_guardduty(w: &Weigh<'_>, region: &str) -> bool {
    let mut lists = w.outputs("guardduty list-detectors").filter(|output| output.region.as_deref() == Some(region));
    lists.any(|output| {
        let ids = output.value().and_then(|value| value.get("DetectorIds"));
        let shows_none = matches!(ids, Some(Json::List(ids)) if ids.is_empty());
        shows_none && is_whole(output) && !is_narrowed(output) && w.is_recent(&output.origin)
    })
}

/// GuardDuty's own findings, or their copies in Security Hub.
fn is_of_guardduty(rule: &EventRule<'_>) -> bool {
    let direct = rule.wants(&["source"], &["aws.guardduty"]) == Some(true)
        && rule.wants(&["detail-type"], &["GuardDuty Finding"]) != Some(false);
    let copied = rule.wants(&["source"], &["aws.securityhub"]) == Some(true)
        && rule.wants(&["detail-type"], &["Security Hub Findings - Imported"]) != Some(false)
        && rule.wants(&["detail", "findings", "ProductName"], &["GuardDuty"]) != Some(false);
    direct || copied
}

/// Whether the pattern lets findings of every severity, from 1 on, through.
fn takes_all(rule: &EventRule<'_>) -> bool {
    let Some(severity) = rule.pattern.get("detail").and_then(|detail| detail.get("severity")) else {
        return true;
    };
    let Json::List(conditions) = severity else {
        return false;
    };
    let is_from_one = |condition: &Json| match condition.items("numeric") {
        [Json::Text(sign), Json::Number(number)] => (sign == ">=" && *number <= 1.0) || (sign == ">" && *number < 1.0),
        _ => false,
    };
    // An enumeration takes all of them only if it names every whole number; decimals come as well, so none does.
    conditions.iter().any(is_from_one)
}
