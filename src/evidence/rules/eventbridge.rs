//! Shared by the rules on alerts: tries EventBridge rules with witness events, and determines whether their targets
//! notify somebody.

use super::alert_targets::{is_topic_elsewhere, service_of, target_notifies};
use super::event_rule::EventRule;
use super::eventbridge_words::{no_target, nobody_notified, perhaps_notified, targets_unknown};
use super::partial::is_whole;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::Words;
use crate::base::json::Json;
use crate::evidence::facts::{Facts, Output};
use crate::evidence::trial::Truth;
use crate::evidence::trial::event::Event;
use crate::evidence::trial::event_pattern::EventPattern;

const LISTS: &str = "events list-rules";
const TARGETS: &str = "events list-targets-by-rule";
const DEFAULT_BUS: &str = "default";
/// How many times an event may be forwarded from bus to bus.
const HOPS: u8 = 2;

/// All listed rules.
pub(super) struct EventRules<'a> {
    facts: &'a Facts,
    rules: Vec<EventRule<'a>>,
}

/// Where events of AWS services arrive: the default bus of the Region that an output belongs to.
#[derive(Clone, Copy)]
pub(super) struct Place<'a>(pub &'a Output);

impl<'a> EventRules<'a> {
    pub fn of(facts: &'a Facts) -> EventRules<'a> {
        let lists = facts.outputs(LISTS).filter_map(|output| Some((output, output.value()?)));
        let rows = lists.flat_map(|(output, value)| value.items("Rules").iter().map(move |row| (output, row)));
        // A rule without a pattern runs on a schedule.
        let rules = rows.filter(|(_, row)| row.get("EventPattern").is_some()).map(|(output, row)| {
            let mut rule = EventRule::read(output, row);
            rule.targets = source(facts, &rule).and_then(arns);
            rule
        });
        EventRules { facts, rules: rules.collect() }
    }

    /// All rules, on any bus.
    pub fn iter(&self) -> impl Iterator<Item = &EventRule<'a>> {
        self.rules.iter()
    }

    /// The rules on the default bus of a place.
    pub fn at(&self, place: Place<'a>) -> impl Iterator<Item = &EventRule<'a>> {
        self.rules.iter().filter(move |rule| rule.bus == DEFAULT_BUS && rule.is_of(place.0))
    }

    /// The result of an event that arrives at a place.
    pub fn come(&self, place: Place<'a>, event: &Json) -> Delivery {
        self.deliver_to(self.at(place), event)
    }

    /// The result of an event that is matched against these rules.
    pub fn deliver_to<'r>(&'r self, rules: impl Iterator<Item = &'r EventRule<'a>>, event: &Json) -> Delivery
    where
        'a: 'r,
    {
        let mut result = Delivery { matches: Truth::No, notified: Truth::No };
        for rule in rules {
            let matches = rule.matches(event);
            result.matches = result.matches.or(matches);
            if matches > result.notified {
                result.notified = result.notified.or(matches.and(self.notifies_somebody(rule, event, HOPS)));
            }
        }
        result
    }

    /// The rules that match one of these events, or may do so.
    pub fn matching(&self, copies: &[(Place<'a>, Json)]) -> Vec<&EventRule<'a>> {
        let may_match = |rule: &&EventRule<'a>| {
            let here = copies.iter().filter(|(place, _)| rule.bus == DEFAULT_BUS && rule.is_of(place.0));
            here.into_iter().any(|(_, event)| rule.matches(event) != Truth::No)
        };
        self.rules.iter().filter(may_match).collect()
    }

    fn notifies_somebody(&self, rule: &EventRule<'a>, event: &Json, hops: u8) -> Truth {
        let Some(targets) = &rule.targets else {
            return Truth::Unclear;
        };
        Truth::any(targets.iter().map(|arn| match service_of(arn) {
            "events" if arn.contains(":event-bus/") => self.forwarded_notifies(rule, arn, event, hops),
            _ if is_topic_elsewhere(arn, rule.region) => Truth::Unclear,
            _ => target_notifies(self.facts, arn, rule.account),
        }))
    }

    /// Whether somebody is notified of an event that a rule forwards to another bus.
    fn forwarded_notifies(&self, rule: &EventRule<'a>, bus: &str, event: &Json, hops: u8) -> Truth {
        let mut parts = bus.splitn(6, ':').skip(3);
        let (region, account) = (parts.next().unwrap_or_default(), parts.next());
        let name = last(bus);
        // The rules of another account are unknown, as are those of a bus that was not listed.
        if account != rule.account || account.is_none() || hops == 0 || !self.is_listed(region, name) {
            return Truth::Unclear;
        }
        let next_rules = self.rules.iter().filter(|other| other.bus == name && other.region == Some(region));
        Truth::any(next_rules.map(|other| other.matches(event).and(self.notifies_somebody(other, event, hops - 1))))
    }

    /// Whether all rules of a bus are known.
    fn is_listed(&self, region: &str, bus: &str) -> bool {
        let is_of_bus = |output: &&Output| bus_of(output) == bus;
        let lists = self.facts.outputs(LISTS).filter(|output| output.region.as_deref() == Some(region));
        let mut lists = lists.filter(is_of_bus).peekable();
        lists.peek().is_some() && lists.all(is_whole)
    }

    /// Adds the doubts about the lists of targets that a pass depends on: out of date, or truncated.
    pub fn doubt_targets(&self, verdict: &mut VerdictBuilder<'a>, rules: &[&EventRule<'a>]) {
        for output in rules.iter().filter_map(|rule| source(self.facts, rule)) {
            verdict.json(output);
        }
    }

    /// Adds why nobody is notified of events although rules match them: a fail if that is certain, otherwise a doubt.
    pub fn judge_targets(&self, verdict: &mut VerdictBuilder<'a>, output: &Output, copies: &[(Place<'a>, Json)]) {
        for rule in self.matching(copies) {
            let here = copies.iter().filter(|(place, event)| rule.is_of(place.0) && rule.matches(event) != Truth::No);
            let notifies = Truth::any(here.map(|(_, event)| self.notifies_somebody(rule, event, HOPS)));
            match (&rule.targets, notifies) {
                (_, Truth::Yes) => {}
                (None, _) => verdict.doubt(&output.origin, targets_unknown(rule)),
                (Some(targets), Truth::No) if targets.is_empty() => verdict.fail(&output.origin, no_target(rule)),
                (Some(targets), Truth::No) => verdict.fail(&output.origin, nobody_notified(rule, targets)),
                (Some(targets), Truth::Unclear) => verdict.doubt(&output.origin, perhaps_notified(rule, targets)),
            }
        }
    }
}

/// The result of an event that arrives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Delivery {
    /// Whether the pattern of a rule matches.
    pub matches: Truth,
    /// Whether somebody is notified.
    pub notified: Truth,
}

impl Delivery {
    /// The combined result of an event that arrives in two ways.
    pub fn or(self, other: Delivery) -> Delivery {
        Delivery { matches: self.matches.or(other.matches), notified: self.notified.or(other.notified) }
    }
}

impl<'a> EventRule<'a> {
    fn read(output: &'a Output, row: &'a Json) -> EventRule<'a> {
        let arn = row.words("Arn");
        let account = arn.split(':').nth(4).filter(|account| !account.is_empty());
        // arn:aws:events:REGION:ACCOUNT:rule/NAME, or rule/BUS/NAME.
        let of_arn = arn.rsplit_once(":rule/").and_then(|(_, path)| path.rsplit_once('/')).map(|(bus, _)| bus);
        let named = Some(row.words("EventBusName")).filter(|bus| !bus.is_empty());
        EventRule {
            name: row.words("Name"),
            bus: named.or(of_arn).map_or_else(|| bus_of(output), last),
            region: output.region.as_deref(),
            account,
            is_on: match row.words("State") {
                "ENABLED" | "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" => Truth::Yes,
                "DISABLED" => Truth::No,
                _ => Truth::Unclear,
            },
            pattern: EventPattern::parse(row.words("EventPattern")),
            length: row.words("EventPattern").len(),
            targets: None,
            output,
        }
    }

    /// Whether the rule is enabled and matches a witness event.
    pub fn matches(&self, event: &Json) -> Truth {
        if self.is_on == Truth::No {
            return Truth::No;
        }
        self.is_on.and(self.pattern.matches(Event { fields: event, is_whole: false }))
    }

    fn is_of(&self, output: &Output) -> bool {
        if output.region.is_some() {
            self.region == output.region.as_deref()
        } else {
            std::ptr::eq(self.output, output)
        }
    }

    /// The ARNs of its targets; none if they are unknown.
    pub fn targets(&self) -> &[&'a str] {
        self.targets.as_deref().unwrap_or_default()
    }
}

/// The output that lists a rule's targets.
fn source<'a>(facts: &'a Facts, rule: &EventRule<'_>) -> Option<&'a Output> {
    let all: Vec<&Output> = facts.outputs(TARGETS).filter(|output| output.value().is_some()).collect();
    let is_it = |output: &Output| {
        let same_region = output.region.is_none() || rule.region.is_none() || output.region.as_deref() == rule.region;
        output.about("--rule") == Some(rule.name) && same_region && bus_of(output) == rule.bus
    };
    // The same Region first: several Regions may have the same rule.
    let exact = all.iter().find(|output| is_it(output) && output.region.as_deref() == rule.region);
    exact.or_else(|| all.iter().find(|output| is_it(output))).copied().or(match all.as_slice() {
        // The output does not name its rule: it belongs to the only rule, if there is just one.
        [only] if only.about("--rule").is_none() && is_only_rule(facts) => Some(*only),
        _ => None,
    })
}

/// The name of the bus that an output belongs to.
fn bus_of(output: &Output) -> &str {
    last(output.arg("--event-bus-name").unwrap_or(DEFAULT_BUS))
}

/// The name of a bus, from its name or its ARN.
fn last(bus: &str) -> &str {
    bus.rsplit('/').next().unwrap_or(bus)
}

fn is_only_rule(facts: &Facts) -> bool {
    let rows = facts.outputs(LISTS).filter_map(|output| Some(output.value()?.items("Rules"))).flatten();
    rows.filter(|row| row.words("State") != "DISABLED").count() == 1
}

fn arns(output: &Output) -> Option<Vec<&str>> {
    let Some(Json::List(targets)) = output.value()?.get("Targets") else {
        return None;
    };
    Some(targets.iter().map(|target| target.words("Arn")).filter(|arn| !arn.is_empty()).collect())
}

/// The reason for a rule that would match an event, but is on a bus where no AWS service sends events.
pub(super) fn on_other_buses(rules: &EventRules<'_>, copies: &[(Place<'_>, Json)]) -> Option<Words> {
    let is_it = |rule: &&EventRule<'_>| {
        let matches = |(place, event): &(Place<'_>, Json)| rule.is_of(place.0) && rule.matches(event) == Truth::Yes;
        rule.bus != DEFAULT_BUS && copies.iter().any(matches)
    };
    let rule = rules.rules.iter().find(is_it)?;
    let (name, bus) = (rule.name, rule.bus);
    Some(say(
        format!(
            "ルール {name} はイベントバス {bus} にあります。AWS のサービスのイベントが届くのは、default のイベントバスだけです。"
        ),
        format!("Rule {name} stands on the event bus {bus}. Events of AWS services arrive on the default bus only."),
    ))
}
