//! Reasons about EventBridge rules.

use super::alert_targets::service_of;
use super::event_rule::EventRule;
use super::verdict_builder::say;
use crate::base::i18n::Words;

fn listed(targets: &[&str]) -> String {
    let name = |arn: &&str| arn.splitn(6, ':').nth(5).unwrap_or(arn).to_owned();
    targets.iter().take(3).map(|arn| format!("{} {}", service_of(arn), name(arn))).collect::<Vec<_>>().join(", ")
}

pub(super) fn no_target(rule: &EventRule<'_>) -> Words {
    let name = rule.name;
    say(format!("ルール {name} には送り先(ターゲット)がありません。"), format!("Rule {name} has no target."))
}

pub(super) fn targets_unknown(rule: &EventRule<'_>) -> Words {
    let name = rule.name;
    say(
        format!("ルール {name} の送り先(ターゲット)が分かりません。list-targets-by-rule の出力も入れてください。"),
        format!("The targets of rule {name} are not known. Add the output of list-targets-by-rule."),
    )
}

pub(super) fn nobody_notified(rule: &EventRule<'_>, targets: &[&str]) -> Words {
    let (name, list) = (rule.name, listed(targets));
    say(
        format!("ルール {name} の送り先({list})では、誰にも通知が届きません。"),
        format!("Nobody is told through the targets of rule {name} ({list})."),
    )
}

pub(super) fn perhaps_notified(rule: &EventRule<'_>, targets: &[&str]) -> Words {
    let (name, list) = (rule.name, listed(targets));
    say(
        format!("ルール {name} の送り先({list})を通じて誰かに通知が届くかどうかは、出力からは分かりません。"),
        format!("Whether the targets of rule {name} ({list}) tell a person cannot be seen in the outputs."),
    )
}

/// The names of rules, each once.
pub(super) fn names(rules: &[&EventRule<'_>]) -> String {
    let mut names: Vec<&str> = rules.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

/// The reason for rules of which it is unclear whether they match all of these events.
pub(super) fn unclear_pattern(rules: &[&EventRule<'_>], events: (&str, &str)) -> Words {
    let ((ja, en), names) = (events, names(rules));
    say(
        format!(
            "ルール {names} のイベントパターンには、イベントごとに変わる値に対する条件か、このページでは判定できない条件があるため、{ja}がすべて一致するかどうか分かりません。"
        ),
        format!(
            "The event pattern of rule {names} has conditions on values that differ from event to event, or that this page cannot judge: it is not clear whether all {en} come through."
        ),
    )
}
