//! What the rules on alerts share: EventBridge rules, tried with witness events, and whom their targets tell.

use super::alert_targets::{is_topic_elsewhere, service_of, target_tells};
use super::event_rule::EventRule;
use super::eventbridge_words::{no_target, nobody_told, perhaps_told, targets_unknown};
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
/// How often an event may be passed on from bus to bus.
const HOPS: u8 = 2;

/// All rules that were listed.
pub(super) struct EventRules<'a> {
    facts: &'a Facts,
    rules: Vec<EventRule<'a>>,
}

/// The rules that an event of an AWS service meets first: those on the default bus of the Region that an output is of.
#[derive(Clone, Copy)]
pub(super) struct Place<'a>(pub &'a Output);

impl<'a> EventRules<'a> {
    pub fn of(facts: &'a Facts) -> EventRules<'a> {
        let lists = facts.outputs(LISTS).filter_map(|output| Some((output, output.value()?)));
        let rows = lists.flat_map(|(output, value)| value.items("Rules").iter().map(move |row| (output, row)));
        // A rule without a pattern is one of a schedule.
        let rules = rows.filter(|(_, row)| row.get("EventPattern").is_some()).map(|(output, row)| {
            let mut rule = EventRule::read(output, row);
            rule.targets = source(facts, &rule).and_then(arns);
            rule
        });
        EventRules { facts, rules: rules.collect() }
    }

    /// All of them, on any bus.
    pub fn iter(&self) -> impl Iterator<Item = &EventRule<'a>> {
        self.rules.iter()
    }

    /// The rules at a place.
    pub fn at(&self, place: Place<'a>) -> impl Iterator<Item = &EventRule<'a>> {
        self.rules.iter().filter(move |rule| rule.bus == DEFAULT_BUS && rule.is_of(place.0))
    }

    /// What becomes of an event that arrives at a place.
    pub fn come(&self, place: Place<'a>, event: &Json) -> Come {
        self.come_through(self.at(place), event)
    }

    /// What becomes of an event that meets these rules.
    pub fn come_through<'r>(&'r self, rules: impl Iterator<Item = &'r EventRule<'a>>, event: &Json) -> Come
    where
        'a: 'r,
    {
        let mut come = Come { matches: Truth::No, told: Truth::No };
        for rule in rules {
            let matches = rule.matches(event);
            come.matches = come.matches.or(matches);
            if matches > come.told {
                come.told = come.told.or(matches.and(self.leads_to_somebody(rule, event, HOPS)));
            }
        }
        come
    }

    /// The rules that let one of these events through, or may do so.
    pub fn matching(&self, copies: &[(Place<'a>, Json)]) -> Vec<&EventRule<'a>> {
        let is_it = |rule: &&EventRule<'a>| {
            let here = copies.iter().filter(|(place, _)| rule.bus == DEFAULT_BUS && rule.is_of(place.0));
            here.into_iter().any(|(_, event)| rule.matches(event) != Truth::No)
        };
        self.rules.iter().filter(is_it).collect()
    }

    fn leads_to_somebody(&self, rule: &EventRule<'a>, event: &Json, hops: u8) -> Truth {
        let Some(targets) = &rule.targets else {
            return Truth::Unclear;
        };
        Truth::any(targets.iter().map(|arn| match service_of(arn) {
            "events" if arn.contains(":event-bus/") => self.passes_on(rule, arn, event, hops),
            _ if is_topic_elsewhere(arn, rule.region) => Truth::Unclear,
            _ => target_tells(self.facts, arn, rule.account),
        }))
    }

    /// Whether somebody is told of an event that a rule sends to another bus.
    fn passes_on(&self, rule: &EventRule<'a>, bus: &str, event: &Json, hops: u8) -> Truth {
        let mut parts = bus.splitn(6, ':').skip(3);
        let (region, account) = (parts.next().unwrap_or_default(), parts.next());
        let name = last(bus);
        // Another account's rules are not here, nor those of a bus that nobody listed.
        if account != rule.account || account.is_none() || hops == 0 || !self.is_listed(region, name) {
            return Truth::Unclear;
        }
        let there = self.rules.iter().filter(|other| other.bus == name && other.region == Some(region));
        Truth::any(there.map(|other| other.matches(event).and(self.leads_to_somebody(other, event, hops - 1))))
    }

    /// Whether all rules of a bus are here.
    fn is_listed(&self, region: &str, bus: &str) -> bool {
        let is_of_bus = |output: &&Output| bus_of(output) == bus;
        let lists = self.facts.outputs(LISTS).filter(|output| output.region.as_deref() == Some(region));
        let mut lists = lists.filter(is_of_bus).peekable();
        lists.peek().is_some() && lists.all(is_whole)
    }

    /// Adds the doubts about the lists of targets that a pass rests on: out of date, or more to come.
    pub fn doubt_targets(&self, w: &mut VerdictBuilder<'a>, rules: &[&EventRule<'a>]) {
        for output in rules.iter().filter_map(|rule| source(self.facts, rule)) {
            w.json(output);
        }
    }

    /// Why nobody hears of events although rules let them through: a fail where that is certain.
    pub fn tell_of_targets(&self, w: &mut VerdictBuilder<'a>, output: &Output, copies: &[(Place<'a>, Json)]) {
        for rule in self.matching(copies) {
            let here = copies.iter().filter(|(place, event)| rule.is_of(place.0) && rule.matches(event) != Truth::No);
            let tells = Truth::any(here.map(|(_, event)| self.leads_to_somebody(rule, event, HOPS)));
            match (&rule.targets, tells) {
                (_, Truth::Yes) => {}
                (None, _) => w.doubt(&output.origin, targets_unknown(rule)),
                (Some(targets), Truth::No) if targets.is_empty() => w.fail(&output.origin, no_target(rule)),
                (Some(targets), Truth::No) => w.fail(&output.origin, nobody_told(rule, targets)),
                (Some(targets), Truth::Unclear) => w.doubt(&output.origin, perhaps_told(rule, targets)),
            }
        }
    }
}

/// What becomes of an event.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Come {
    /// Whether it comes through the pattern of a rule.
    pub matches: Truth,
    /// Whether somebody is told.
    pub told: Truth,
}

impl Come {
    /// What becomes of it where it arrives in two ways.
    pub fn or(self, other: Come) -> Come {
        Come { matches: self.matches.or(other.matches), told: self.told.or(other.told) }
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

    /// Whether it is on and lets a witness through.
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

    /// The ARNs that it sends to; none where no output tells.
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
    // The right Region first: the same rule may stand in several.
    let exact = all.iter().find(|output| is_it(output) && output.region.as_deref() == rule.region);
    exact.or_else(|| all.iter().find(|output| is_it(output))).copied().or(match all.as_slice() {
        // It does not say whose targets they are: with one rule in play, its.
        [only] if only.about("--rule").is_none() && is_only_rule(facts) => Some(*only),
        _ => None,
    })
}

/// The bus that an output is of.
fn bus_of(output: &Output) -> &str {
    last(output.arg("--event-bus-name").unwrap_or(DEFAULT_BUS))
}

/// A bus by its name or by its ARN: the name.
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

/// Rules that would let an event through, but stand on a bus where no AWS service sends anything.
pub(super) fn on_other_buses(rules: &EventRules<'_>, copies: &[(Place<'_>, Json)]) -> Option<Words> {
    let is_it = |rule: &&EventRule<'_>| {
        let comes = |(place, event): &(Place<'_>, Json)| rule.is_of(place.0) && rule.matches(event) == Truth::Yes;
        rule.bus != DEFAULT_BUS && copies.iter().any(comes)
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
