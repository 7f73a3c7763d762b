//! `health-abuse-alert`: are AWS Health's risk and abuse events forwarded?

use super::event_rule::EventRule;
use super::eventbridge::{Delivery, EventRules, Place, on_other_buses};
use super::eventbridge_words::{names, unclear_pattern};
use super::partial::is_whole;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, Words, t};
use crate::base::json::Json;
use crate::evidence::facts::Output;
use crate::evidence::trial::Truth;
use crate::evidence::trial::witness::health::{BACKUP, KINDS, Kind, MAIN, STATUSES, health_event};

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    let facts = verdict.facts;
    let mut lists = Vec::new();
    for output in verdict.outputs("events list-rules") {
        let is_here = output.region.as_deref().is_some_and(|region| [MAIN, BACKUP].contains(&region));
        if is_here && verdict.list(output, "Rules").is_some() {
            lists.push(output);
        }
    }
    // The main Region first; the other one receives a copy of each event.
    lists.sort_by_key(|output| output.region.as_deref() != Some(MAIN));
    let Some(output) = lists.first().copied() else {
        for output in verdict.outputs("events list-rules").take(1) {
            verdict.doubt(&output.origin, ELSEWHERE);
        }
        return;
    };
    look_at(verdict, &EventRules::of(facts), &lists, output);
}

/// An event: its kind, code and status.
type HealthEvent = (Kind, &'static str, &'static str);

fn look_at<'a>(verdict: &mut VerdictBuilder<'a>, rules: &EventRules<'a>, lists: &[&'a Output], output: &'a Output) {
    let each = |kind: Kind| kind.codes.iter().flat_map(move |code| STATUSES.map(|status| (kind, *code, status)));
    let events: Vec<HealthEvent> = KINDS.into_iter().flat_map(each).collect();
    let mut all_copies = Vec::new();
    let mut results = Vec::new();
    for (kind, code, status) in events {
        // The event arrives in both Regions; one of the two is enough.
        let copies: Vec<(Place<'a>, Json)> = lists.iter().map(|list| copy(rules, list, (kind, code, status))).collect();
        results.push((
            (kind, code, status),
            copies.iter().map(|(place, event)| rules.come(*place, event)).reduce(Delivery::or),
        ));
        all_copies.extend(copies);
    }
    let matching = rules.matching(&all_copies);
    let results_with =
        |truth: Truth| results.iter().filter(move |(_, result)| result.is_some_and(|result| result.matches == truth));
    let is_urgent = |(kind, _, status): &HealthEvent| kind.service == "RISK" && *status == "open";
    if results_with(Truth::No).count() == results.len() {
        judge_without_match(verdict, output);
        if let Some(words) = on_other_buses(rules, &all_copies) {
            verdict.warn(words);
        }
    } else if results_with(Truth::No).any(|(event, _)| is_urgent(event))
        && results_with(Truth::Yes).all(|(event, _)| !is_urgent(event))
    {
        // A rule in the other Region, or on another page, may match it.
        let is_certain = output.region.as_deref() == Some(MAIN) && lists.iter().all(|list| is_whole(list));
        let words = not_all(&matching, results_with(Truth::No).map(|(event, _)| event));
        if is_certain { verdict.fail(&output.origin, words) } else { verdict.doubt(&output.origin, words) }
    } else if results_with(Truth::No).next().is_some() {
        verdict.doubt(&output.origin, not_all(&matching, results_with(Truth::No).map(|(event, _)| event)));
    } else if results_with(Truth::Unclear).next().is_some() {
        verdict.doubt(&output.origin, unclear_pattern(&matching, ("AWS Health のイベント", "events of AWS Health")));
    } else if results.iter().all(|(_, result)| result.is_some_and(|result| result.notified == Truth::Yes)) {
        rules.doubt_targets(verdict, &matching);
        verdict.pass(&output.origin, good(&names(&matching)));
    } else {
        rules.judge_targets(verdict, output, &all_copies);
    }
}

fn copy<'a>(rules: &EventRules<'a>, list: &'a Output, (kind, code, status): HealthEvent) -> (Place<'a>, Json) {
    let place = Place(list);
    let account = rules.at(place).find_map(|rule| rule.account);
    (place, health_event(kind, code, status, account, list.region.as_deref().unwrap_or(MAIN)))
}

fn judge_without_match(verdict: &mut VerdictBuilder<'_>, output: &Output) {
    // The other Region has copies: only the complete list of the main Region proves that there is no rule.
    match (output.region.as_deref() == Some(MAIN), is_whole(output)) {
        (true, true) => verdict.fail(&output.origin, NONE),
        (true, false) => {}
        (false, _) => verdict.doubt(&output.origin, ELSEWHERE),
    }
}

fn good(names: &str) -> Words {
    say(
        format!("ルール {names} により、AWS Health のリスクと不正利用のイベントが通知されます。"),
        format!("Rule {names} forwards the risk and abuse events of AWS Health."),
    )
}

/// The reason for events that no rule matches: services with statuses, and an example code.
fn not_all<'e>(rules: &[&EventRule<'_>], unmatched: impl Iterator<Item = &'e HealthEvent>) -> Words {
    let unmatched: Vec<&HealthEvent> = unmatched.collect();
    let mut kinds: Vec<String> =
        unmatched.iter().map(|(kind, _, status)| format!("{} ({status})", kind.service)).collect();
    kinds.dedup();
    kinds.sort_unstable();
    kinds.dedup();
    let (names, kinds) = (names(rules), kinds.join(", "));
    let code = unmatched.first().map_or("", |(_, code, _)| code);
    say(
        format!(
            "ルール {names} に一致しない AWS Health のイベントがあります: {kinds}(例: {code})。イベントパターンの service に RISK と ABUSE を、detail-type に AWS Health Event と AWS Health Abuse Event を指定し、ほかの条件は外してください。"
        ),
        format!(
            "Some events of AWS Health do not come through rule {names}: {kinds}, for example {code}. Name RISK and ABUSE as service, AWS Health Event and AWS Health Abuse Event as detail-type, and remove other conditions."
        ),
    )
}

const NONE: Text = t(
    "us-east-1 に、AWS Health のリスクのイベントを通知するルールがありません(AWS User Notifications で受け取っている場合を除きます)。",
    "No rule in us-east-1 forwards the risk events of AWS Health (unless AWS User Notifications sends them to you).",
);
const ELSEWHERE: Text = t(
    "us-east-1 のルールの一覧がありません。AWS Health のグローバルなイベントは us-east-1 に届きます。us-east-1 の events list-rules の出力も入れてください。",
    "The rules of us-east-1 are missing: that is where global events of AWS Health arrive. Add the output of events list-rules of us-east-1.",
);
