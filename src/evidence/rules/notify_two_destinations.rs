//! `notify-two-destinations`: do security alerts reach two confirmed destinations?

use super::eventbridge;
use super::weigh::{Weigh, say};
use crate::evidence::facts::{Facts, Output};
use crate::i18n::{Text, t};
use crate::json::Json;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn judge(w: &mut Weigh<'_>) {
    let facts = w.facts;
    let (mut origin, mut confirmed) = (None, BTreeMap::<&str, BTreeSet<&str>>::new());
    for call in ["sns list-subscriptions", "sns list-subscriptions-by-topic"] {
        for output in w.outputs(call) {
            let Some(subscriptions) = w.list(output, "Subscriptions") else {
                continue;
            };
            origin = Some(output);
            for subscription in subscriptions {
                let endpoints = confirmed.entry(subscription.words("TopicArn")).or_default();
                if counts(subscription) {
                    endpoints.insert(subscription.words("Endpoint"));
                }
            }
        }
    }
    let Some(output) = origin else {
        return;
    };
    let (topics, direct) = alert_topics(facts);
    let reached = |topic: &str| confirmed.get(topic).map_or(0, BTreeSet::len);
    let name = |topic: &str| topic.rsplit(':').next().unwrap_or_default().to_owned();
    if topics.is_empty() && direct < 2 {
        w.doubt(&output.origin, NO_LINK);
        return;
    }
    // Two targets of one rule are two destinations as well.
    let split: usize = topics.iter().filter(|topic| reached(topic) > 0).count();
    match topics.iter().find(|topic| reached(topic) >= 2) {
        Some(topic) => {
            let (name, count) = (name(topic), reached(topic));
            w.pass(
                &output.origin,
                say(
                    format!(
                        "セキュリティのルールの送り先のトピック {name} に、確認済みの宛先が {count} か所あります。"
                    ),
                    format!("Topic {name}, the target of a security rule, has {count} confirmed destinations."),
                ),
            );
        }
        None if split + direct >= 2 => w.pass(&output.origin, TWO_TARGETS),
        None => topics.iter().for_each(|topic| tell_too_few(w, output, &name(topic), reached(topic))),
    }
}

fn tell_too_few(w: &mut Weigh<'_>, output: &Output, name: &str, count: usize) {
    w.fail(
        &output.origin,
        say(
            format!("トピック {name} の確認済みの宛先は {count} か所です(2 か所以上が必要)。"),
            format!("Topic {name} has {count} confirmed destination(s); two are needed."),
        ),
    );
}

/// Whether a subscription reaches somebody: confirmed, and a person or a chat behind it. Where a function or a
/// queue leads, nobody but the user knows.
fn counts(subscription: &Json) -> bool {
    let is_confirmed = subscription.words("SubscriptionArn").starts_with("arn:");
    is_confirmed && !matches!(subscription.words("Protocol"), "lambda" | "sqs" | "firehose" | "application")
}

/// The topics that a security rule sends to, and how many chat-like targets it has beside them.
fn alert_topics(facts: &Facts) -> (BTreeSet<&str>, usize) {
    const SOURCES: [&str; 4] = ["aws.guardduty", "aws.health", "aws.securityhub", "aws.signin"];
    let is_security = |rule: &eventbridge::EventRule<'_>| {
        rule.wants(&["source"], &SOURCES) == Some(true)
            || rule.wants(&["detail", "userIdentity", "type"], &["Root"]) == Some(true)
    };
    let rules = eventbridge::enabled(facts).into_iter().filter(is_security);
    let targets: BTreeSet<&str> = rules.filter_map(|rule| eventbridge::targets(facts, &rule)).flatten().collect();
    let is_topic = |arn: &&&str| arn.split(':').nth(2) == Some("sns");
    let others = targets.iter().filter(|arn| matches!(arn.split(':').nth(2), Some("chatbot" | "notifications")));
    (targets.iter().filter(is_topic).copied().collect(), others.count())
}

const NO_LINK: Text = t(
    "セキュリティのルールの送り先になっているトピックが分かりません。events list-rules と list-targets-by-rule の出力も入れてください。",
    "It is not clear which topic a security rule sends to. Add the outputs of events list-rules and list-targets-by-rule.",
);
const TWO_TARGETS: Text = t(
    "セキュリティのルールに、確認済みの送り先が 2 か所以上あります。",
    "Security rules have two confirmed destinations or more.",
);
