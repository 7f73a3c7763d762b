//! What the rules on alerts share: EventBridge rules, what they match, and where they send it.

use super::weigh::Weigh;
use crate::evidence::facts::{Facts, Output};
use crate::json::Json;

/// One enabled rule of EventBridge with a pattern.
pub(super) struct EventRule<'a> {
    pub name: &'a str,
    pub region: Option<&'a str>,
    pub pattern: Json,
    /// The output that lists it.
    pub output: &'a Output,
}

/// The enabled rules of all lists that can be read.
pub(super) fn enabled(facts: &Facts) -> Vec<EventRule<'_>> {
    let lists = facts.outputs("events list-rules").filter_map(|output| Some((output, output.value()?)));
    let rules = lists.flat_map(|(output, value)| value.items("Rules").iter().map(move |rule| (output, rule)));
    rules
        // ENABLED, or ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS.
        .filter(|(_, rule)| rule.words("State").starts_with("ENABLED"))
        .filter_map(|(output, rule)| {
            let pattern = Json::parse(rule.words("EventPattern")).ok()?;
            Some(EventRule { name: rule.words("Name"), region: output.region.as_deref(), pattern, output })
        })
        .collect()
}

impl EventRule<'_> {
    /// Whether the pattern's list at a path of keys holds one of these; none where there is no such condition.
    pub fn wants(&self, path: &[&str], wanted: &[&str]) -> Option<bool> {
        let list = path.iter().try_fold(&self.pattern, |value, key| value.get(key))?;
        let Json::List(items) = list else {
            return Some(false);
        };
        Some(items.iter().any(|item| match item {
            Json::Text(text) => wanted.contains(&text.as_str()),
            // {"prefix": "aws."} and the like: what it starts with.
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::List(_) | Json::Object(_) => {
                wanted.iter().any(|wanted| !item.words("prefix").is_empty() && wanted.starts_with(item.words("prefix")))
            }
        }))
    }
}

/// The ARNs that a rule sends to; none where no output tells.
pub(super) fn targets<'a>(facts: &'a Facts, rule: &EventRule<'_>) -> Option<Vec<&'a str>> {
    let Some(Json::List(targets)) = source(facts, rule)?.value()?.get("Targets") else {
        return None;
    };
    Some(targets.iter().map(|target| target.words("Arn")).filter(|arn| !arn.is_empty()).collect())
}

/// Adds the doubts about the list of a rule's targets: out of date, or more to come. For a rule that is to pass.
pub(super) fn doubt_targets(w: &mut Weigh<'_>, rule: &EventRule<'_>) {
    if let Some(output) = source(w.facts, rule) {
        w.json(output);
    }
}

/// The output that lists a rule's targets.
fn source<'a>(facts: &'a Facts, rule: &EventRule<'_>) -> Option<&'a Output> {
    const CALL: &str = "events list-targets-by-rule";
    let all: Vec<&Output> = facts.outputs(CALL).filter(|output| output.value().is_some()).collect();
    let is_it = |output: &Output| {
        let same_region = output.region.is_none() || rule.region.is_none() || output.region.as_deref() == rule.region;
        output.about("--rule") == Some(rule.name) && same_region
    };
    // The right Region first: the same rule may stand in several.
    let exact = all.iter().find(|output| is_it(output) && output.region.as_deref() == rule.region);
    exact.or_else(|| all.iter().find(|output| is_it(output))).copied().or(match all.as_slice() {
        // It does not say whose targets they are: with one rule in play, its.
        [only] if only.about("--rule").is_none() && enabled(facts).len() == 1 => Some(*only),
        _ => None,
    })
}
