//! `health-abuse-alert`: are AWS Health's risk and abuse events forwarded?

use super::event_rule::EventRule;
use super::eventbridge::{Come, EventRules, Place, on_other_buses};
use super::eventbridge_words::{names, unclear_pattern};
use super::partial::is_whole;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, Words, t};
use crate::base::json::Json;
use crate::evidence::facts::Output;
use crate::evidence::trial::Truth;
use crate::evidence::trial::witness::health::{BACKUP, KINDS, Kind, MAIN, STATUSES, health_event};

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
    let facts = w.facts;
    let mut lists = Vec::new();
    for output in w.outputs("events list-rules") {
        let is_here = output.region.as_deref().is_some_and(|region| [MAIN, BACKUP].contains(&region));
        if is_here && w.list(output, "Rules").is_some() {
            lists.push(output);
        }
    }
    // The Region where they arrive first; the other one has a copy of each.
    lists.sort_by_key(|output| output.region.as_deref() != Some(MAIN));
    let Some(output) = lists.first().copied() else {
        for output in w.outputs("events list-rules").take(1) {
            w.doubt(&output.origin, ELSEWHERE);
        }
        return;
    };
    look_at(w, &EventRules::of(facts), &lists, output);
}

/// An event: what it is about, its code, its status.
type Wanted = (Kind, &'static str, &'static str);

fn look_at<'a>(w: &mut VerdictBuilder<'a>, rules: &EventRules<'a>, lists: &[&'a Output], output: &'a Output) {
    let each = |kind: Kind| kind.codes.iter().flat_map(move |code| STATUSES.map(|status| (kind, *code, status)));
    let wanted: Vec<Wanted> = KINDS.into_iter().flat_map(each).collect();
    let mut all_copies = Vec::new();
    let mut come = Vec::new();
    for (kind, code, status) in wanted {
        // It arrives in both Regions: one of the two is enough.
        let copies: Vec<(Place<'a>, Json)> = lists.iter().map(|list| copy(rules, list, (kind, code, status))).collect();
        come.push((
            (kind, code, status),
            copies.iter().map(|(place, event)| rules.come(*place, event)).reduce(Come::or),
        ));
        all_copies.extend(copies);
    }
    let matching = rules.matching(&all_copies);
    let of = |truth: Truth| come.iter().filter(move |(_, come)| come.is_some_and(|come| come.matches == truth));
    let is_urgent = |(kind, _, status): &Wanted| kind.service == "RISK" && *status == "open";
    if of(Truth::No).count() == come.len() {
        tell_none(w, output);
        if let Some(words) = on_other_buses(rules, &all_copies) {
            w.warn(words);
        }
    } else if of(Truth::No).any(|(wanted, _)| is_urgent(wanted)) && of(Truth::Yes).all(|(wanted, _)| !is_urgent(wanted))
    {
        // The other Region's rules, or another page, may let it through.
        let is_certain = output.region.as_deref() == Some(MAIN) && lists.iter().all(|list| is_whole(list));
        let words = not_all(&matching, of(Truth::No).map(|(wanted, _)| wanted));
        if is_certain { w.fail(&output.origin, words) } else { w.doubt(&output.origin, words) }
    } else if of(Truth::No).next().is_some() {
        w.doubt(&output.origin, not_all(&matching, of(Truth::No).map(|(wanted, _)| wanted)));
    } else if of(Truth::Unclear).next().is_some() {
        w.doubt(&output.origin, unclear_pattern(&matching, ("AWS Health のイベント", "events of AWS Health")));
    } else if come.iter().all(|(_, come)| come.is_some_and(|come| come.told == Truth::Yes)) {
        rules.doubt_targets(w, &matching);
        w.pass(&output.origin, good(&names(&matching)));
    } else {
        rules.tell_of_targets(w, output, &all_copies);
    }
}

fn copy<'a>(rules: &EventRules<'a>, list: &'a Output, (kind, code, status): Wanted) -> (Place<'a>, Json) {
    let place = Place(list);
    let account = rules.at(place).find_map(|rule| rule.account);
    (place, health_event(kind, code, status, account, list.region.as_deref().unwrap_or(MAIN)))
}

fn tell_none(w: &mut VerdictBuilder<'_>, output: &Output) {
    // The other Region has copies: without the main one, or with a part of it, nobody can say "none".
    match (output.region.as_deref() == Some(MAIN), is_whole(output)) {
        (true, true) => w.fail(&output.origin, NONE),
        (true, false) => {}
        (false, _) => w.doubt(&output.origin, ELSEWHERE),
    }
}

fn good(names: &str) -> Words {
    say(
        format!("ルール {names} により、AWS Health のリスクと不正利用のイベントが通知されます。"),
        format!("Rule {names} forwards the risk and abuse events of AWS Health."),
    )
}

/// What does not come through: a service as a whole, a status, or some codes.
fn not_all<'w>(rules: &[&EventRule<'_>], stopped: impl Iterator<Item = &'w Wanted>) -> Words {
    let stopped: Vec<&Wanted> = stopped.collect();
    let mut kinds: Vec<String> =
        stopped.iter().map(|(kind, _, status)| format!("{} ({status})", kind.service)).collect();
    kinds.dedup();
    kinds.sort_unstable();
    kinds.dedup();
    let (names, kinds) = (names(rules), kinds.join(", "));
    let code = stopped.first().map_or("", |(_, code, _)| code);
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
