//! Whether the targets of a rule, and the actions of an alarm, notify a person.

use super::partial::is_whole;
use crate::base::json::Json;
use crate::evidence::facts::{Facts, Output};
use crate::evidence::trial::Truth;

const SUBSCRIPTIONS: &str = "sns list-subscriptions";

/// The service in an ARN.
pub(super) fn service_of(arn: &str) -> &str {
    arn.split(':').nth(2).unwrap_or_default()
}

/// Whether a target of a rule, or an action of an alarm, notifies a person. What a function, a queue or an external
/// endpoint does with an event is unknown.
pub(super) fn target_notifies(facts: &Facts, arn: &str, own_account: Option<&str>) -> Truth {
    match service_of(arn) {
        // Only queues can subscribe to a FIFO topic.
        "sns" if arn.ends_with(".fifo") => Truth::Unclear,
        "sns" => topic_notifies(facts, arn, own_account),
        "chatbot" | "notifications" => Truth::Yes,
        "ssm-incidents" if arn.contains(":response-plan/") => Truth::Yes,
        "logs" | "autoscaling" | "automate" | "ec2" => Truth::No,
        _ => Truth::Unclear,
    }
}

/// Whether a topic is in another Region than its sender: AWS does not deliver across Regions.
pub(super) fn is_topic_elsewhere(arn: &str, region: Option<&str>) -> bool {
    service_of(arn) == "sns" && region.is_some_and(|region| arn.split(':').nth(3) != Some(region))
}

/// A topic counts as notifying a person, unless its subscriptions are known and there are none, or only programs.
fn topic_notifies(facts: &Facts, topic: &str, own_account: Option<&str>) -> Truth {
    let mut parts = topic.split(':').skip(3);
    let (region, account) = (parts.next(), parts.next());
    let lists: Vec<&Output> = facts
        .outputs(SUBSCRIPTIONS)
        .filter(|output| output.region.as_deref() == region && output.value().is_some())
        .collect();
    let rows = || {
        let rows = lists.iter().filter_map(|output| output.value()).flat_map(|value| value.items("Subscriptions"));
        rows.filter(|row| row.words("TopicArn") == topic && is_confirmed(row))
    };
    let is_listed = !lists.is_empty() && lists.iter().all(|output| shows_subscriptions(output));
    // Only the account that owns a topic lists its subscriptions.
    if !is_listed || account != own_account || rows().any(reaches_person) {
        return Truth::Yes;
    }
    if rows().next().is_some() { Truth::Unclear } else { Truth::No }
}

fn shows_subscriptions(output: &Output) -> bool {
    is_whole(output) && matches!(output.value().and_then(|value| value.get("Subscriptions")), Some(Json::List(_)))
}

/// Whether a subscription is confirmed.
pub(super) fn is_confirmed(subscription: &Json) -> bool {
    subscription.words("SubscriptionArn").starts_with("arn:")
}

/// Whether a subscription delivers to a person or a chat.
pub(super) fn reaches_person(subscription: &Json) -> bool {
    !matches!(subscription.words("Protocol"), "lambda" | "sqs" | "firehose" | "application")
}
