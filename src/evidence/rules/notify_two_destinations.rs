//! `notify-two-destinations`: do security alerts reach two confirmed destinations?

use super::alert_targets::{is_confirmed, reaches_person, service_of};
use super::event_rule::EventRule;
use super::eventbridge::EventRules;
use super::partial::is_whole;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, Words, quantity, t};
use crate::base::json::Json;
use crate::evidence::calls;
use crate::evidence::facts::Output;
use crate::evidence::trial::Truth;
use crate::evidence::trial::witness::guardduty::{self, Way};
use crate::evidence::trial::witness::sign_in::{SIGN_INS, sign_in_event};
use crate::evidence::trial::witness::{health, security_hub};
use std::collections::{BTreeMap, BTreeSet};

const ALL: &str = "sns list-subscriptions";
const OF_TOPIC: &str = "sns list-subscriptions-by-topic";

/// The subscriptions from all lists.
struct Lists<'a> {
    /// One of the outputs, as origin of the reasons.
    output: &'a Output,
    /// The confirmed endpoints of each topic.
    confirmed: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// The Regions that were listed, and whether completely.
    regions: BTreeMap<&'a str, bool>,
    /// The topics (ARN or name) with a complete list of their own.
    own: BTreeSet<&'a str>,
    /// The topics with a confirmed subscription whose endpoint cannot be read.
    unreadable: BTreeSet<&'a str>,
}

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    let facts = verdict.facts;
    let Some(lists) = subscriptions(verdict) else {
        return;
    };
    let all = EventRules::of(facts);
    let rules: Vec<&EventRule<'_>> = all.iter().filter(|rule| is_security(rule)).collect();
    // Two targets of one rule count as two destinations; two rules with one target each do not.
    let reached = |rule: &EventRule<'_>| -> usize {
        let targets = || rule.targets().iter().copied();
        let direct = targets().filter(|arn| matches!(service_of(arn), "chatbot" | "notifications"));
        let by_topic = targets().flat_map(|arn| lists.confirmed.get(arn).into_iter().flatten().copied());
        direct.chain(by_topic).collect::<BTreeSet<&str>>().len()
    };
    if let Some(rule) = rules.iter().find(|rule| reached(rule) >= 2) {
        let (name, count) = (rule.name, reached(rule));
        let places = rule.targets().iter().map(|arn| last(arn)).collect::<Vec<_>>().join(", ");
        all.doubt_targets(verdict, &[rule]);
        verdict.pass(
            &lists.output.origin,
            say(
                format!("セキュリティのルール {name} の送り先({places})に、確認済みの宛先が {count} か所あります。"),
                format!("Security rule {name} reaches {count} confirmed destinations ({places})."),
            ),
        );
        return;
    }
    let topics: BTreeSet<&str> =
        rules.iter().flat_map(|rule| rule.targets()).copied().filter(|arn| service_of(arn) == "sns").collect();
    if topics.is_empty() {
        verdict.doubt(&lists.output.origin, NO_LINK);
    }
    let own = facts.account.as_deref().or_else(|| rules.iter().find_map(|rule| rule.account));
    let is_foreign = |topic: &str| own.is_some() && calls::account_of(topic) != own;
    let (foreign, topics): (BTreeSet<&str>, BTreeSet<&str>) = topics.iter().partition(|topic| is_foreign(topic));
    for topic in &foreign {
        verdict.doubt(&lists.output.origin, of_another_account(last(topic)));
    }
    judge_topics(verdict, &lists, &topics, foreign.is_empty());
}

/// Reads all lists; `None` if none can be read.
fn subscriptions<'a>(verdict: &mut VerdictBuilder<'a>) -> Option<Lists<'a>> {
    let mut lists: Option<Lists<'a>> = None;
    for output in verdict.outputs(ALL).chain(verdict.outputs(OF_TOPIC)) {
        let Some(rows) = verdict.list(output, "Subscriptions") else {
            // Refused or out of date: the list of its Region is incomplete.
            if let (ALL, Some(region), Some(lists)) = (output.call, output.region.as_deref(), lists.as_mut()) {
                lists.regions.insert(region, false);
            }
            continue;
        };
        let lists = lists.get_or_insert_with(|| Lists::of(output));
        lists.note(output, rows);
        if rows.iter().any(|row| counts(row) && row.words("Endpoint").is_empty()) {
            verdict.doubt(&output.origin, NO_ENDPOINT);
        }
    }
    lists
}

impl<'a> Lists<'a> {
    fn of(output: &'a Output) -> Lists<'a> {
        Lists {
            output,
            confirmed: BTreeMap::new(),
            regions: BTreeMap::new(),
            own: BTreeSet::new(),
            unreadable: BTreeSet::new(),
        }
    }

    fn note(&mut self, output: &'a Output, rows: &'a [Json]) {
        if let (ALL, Some(region)) = (output.call, output.region.as_deref()) {
            // A Region's list in pages is complete only if every page is.
            *self.regions.entry(region).or_insert(true) &= is_whole(output);
        }
        if output.call == OF_TOPIC && is_whole(output) {
            self.own.extend(output.about("--topic-arn"));
            self.own.extend(rows.iter().map(|row| row.words("TopicArn")));
        }
        for row in rows.iter().filter(|row| counts(row)) {
            let topic = row.words("TopicArn");
            match row.words("Endpoint") {
                "" => _ = self.unreadable.insert(topic),
                endpoint => _ = self.confirmed.entry(topic).or_default().insert(endpoint),
            }
        }
    }

    /// Whether all subscriptions of a topic are known with their endpoints, from the list of its Region or its own.
    fn shows(&self, topic: &str) -> bool {
        let by_region = topic.split(':').nth(3).and_then(|region| self.regions.get(region)) == Some(&true);
        let by_itself = self.own.contains(topic) || self.own.contains(last(topic));
        (by_region || by_itself) && !self.unreadable.contains(topic)
    }
}

/// The reason for a topic of another account: only the lists of that account have its subscriptions.
fn of_another_account(topic: &str) -> Words {
    say(
        format!(
            "トピック {topic} は別のアカウントのものなので、その宛先はこの一覧に出ません。そのアカウントで確認してください。"
        ),
        format!("Topic {topic} belongs to another account, so its destinations are not in this list. Look there."),
    )
}

/// Adds a fail for each topic if the subscriptions of all topics are known; otherwise a doubt for each unknown one,
/// which may have two destinations. `are_all`: no topic of another account is among the targets.
fn judge_topics(verdict: &mut VerdictBuilder<'_>, lists: &Lists<'_>, topics: &BTreeSet<&str>, are_all: bool) {
    let origin = &lists.output.origin;
    let is_known = are_all && topics.iter().all(|topic| lists.shows(topic));
    for topic in topics {
        let name = last(topic);
        let count = lists.confirmed.get(topic).map_or(0, BTreeSet::len);
        if is_known {
            verdict.fail(
                origin,
                say(
                    format!("トピック {name} の確認済みの宛先は {count} か所です(2 か所以上が必要)。"),
                    format!("Topic {name} has {}; two are needed.", quantity(count, "confirmed destination")),
                ),
            );
        } else if !lists.shows(topic) {
            verdict.doubt(
                origin,
                say(
                    format!("トピック {name} のサブスクリプションが、すべては分かりません。そのリージョンの sns list-subscriptions の出力も入れてください。"),
                    format!("Not all subscriptions of topic {name} are known. Add the output of sns list-subscriptions of its Region."),
                ),
            );
        }
    }
}

/// Whether a subscription is confirmed and delivers to a person or a chat. What a function or a queue does is unknown.
fn counts(subscription: &Json) -> bool {
    is_confirmed(subscription) && reaches_person(subscription)
}

/// Whether a rule matches a security alert: a finding, a notice of abuse, a failed control or a sign-in of root.
fn is_security(rule: &EventRule<'_>) -> bool {
    let (account, region) = (rule.account, rule.region.unwrap_or(health::MAIN));
    let lets_through = |event: &Json| rule.matches(event) == Truth::Yes;
    let is_of_health = |kind: health::Kind| {
        kind.codes.iter().any(|code| lets_through(&health::health_event(kind, code, "open", account, region)))
    };
    let is_finding = |way: Way| {
        let mut finding = guardduty::finding(way, account, region);
        lets_through(&finding)
            || (rule.matches(&finding) != Truth::No
                && guardduty::TYPES.iter().any(|kind| {
                    SOME_SEVERITIES.iter().any(|tenths| {
                        guardduty::narrow(&mut finding, way, Some(kind), Some(*tenths));
                        lets_through(&finding)
                    })
                }))
    };
    lets_through(&security_hub::failed_control(account, region))
        || SIGN_INS.iter().any(|sign_in| lets_through(&sign_in_event(*sign_in, account, region)))
        || health::KINDS.into_iter().any(is_of_health)
        || Way::ALL.into_iter().any(is_finding)
}

/// One severity of each band, in tenths.
const SOME_SEVERITIES: [u8; 4] = [20, 50, 80, 90];

/// The name at the end of an ARN.
fn last(arn: &str) -> &str {
    arn.rsplit(':').next().unwrap_or_default()
}

const NO_LINK: Text = t(
    "セキュリティのルールの送り先になっているトピックが分かりません。events list-rules と list-targets-by-rule の出力も入れてください。",
    "It is not clear which topic a security rule sends to. Add the outputs of events list-rules and list-targets-by-rule.",
);
const NO_ENDPOINT: Text = t(
    "確認済みのサブスクリプションに、宛先(Endpoint)が読み取れないものがあります。",
    "A confirmed subscription has no destination (Endpoint) that can be read.",
);
