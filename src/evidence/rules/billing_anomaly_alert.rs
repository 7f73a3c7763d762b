//! `billing-anomaly-alert`: is there a cost monitor whose alerts reach somebody?

use super::alert_targets::target_notifies;
use super::partial::is_whole;
use super::verdict_builder::VerdictBuilder;
use crate::base::i18n::{Text, t};
use crate::base::json::Json;
use crate::evidence::facts::{Facts, Output};
use crate::evidence::trial::Truth;

const MONITORS: &str = "ce get-anomaly-monitors";
const SUBSCRIPTIONS: &str = "ce get-anomaly-subscriptions";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for (call, list, none) in
        [(MONITORS, "AnomalyMonitors", NO_MONITOR), (SUBSCRIPTIONS, "AnomalySubscriptions", NO_SUBSCRIPTION)]
    {
        for output in verdict.outputs(call) {
            match verdict.json(output).map(|value| value.get(list)) {
                Some(Some(Json::List(items))) if items.is_empty() && is_whole(output) => {
                    verdict.fail(&output.origin, none)
                }
                Some(Some(Json::List(_))) if !is_whole(output) => verdict.doubt(&output.origin, MORE),
                Some(Some(Json::List(_))) | None => {}
                Some(_) => verdict.doubt(&output.origin, UNREADABLE),
            }
        }
    }
    let facts = verdict.facts;
    let items = |call: &'static str, list: &'static str| -> Vec<&Json> {
        facts.outputs(call).filter_map(Output::value).flat_map(|value| value.items(list)).collect()
    };
    let monitors = items(MONITORS, "AnomalyMonitors");
    let subscriptions = items(SUBSCRIPTIONS, "AnomalySubscriptions");
    let is_all = [MONITORS, SUBSCRIPTIONS].into_iter().all(|call| facts.outputs(call).all(is_whole));
    let monitors_of = |subscription: &Json| -> Vec<&Json> {
        let is_linked =
            |monitor: &&&Json| subscription.texts("MonitorArnList").any(|arn| monitor.words("MonitorArn") == arn);
        monitors.iter().filter(is_linked).copied().collect()
    };
    let linked: Vec<&Json> = subscriptions.iter().filter(|one| !monitors_of(one).is_empty()).copied().collect();
    let watched = |subscription: &&Json| Truth::any(monitors_of(subscription).into_iter().map(watches_all));
    let any_linked = |test: &dyn Fn(&&Json) -> Truth| Truth::any(linked.iter().map(test));
    for output in verdict.outputs(SUBSCRIPTIONS).take(1) {
        if !verdict.has_any(&[MONITORS]) {
            verdict.doubt(&output.origin, ONE_OF_TWO);
        } else if any_linked(&|one| watched(one).and(meets_threshold(one)).and(reaches_somebody(facts, one)))
            == Truth::Yes
        {
            verdict.pass(&output.origin, GOOD);
        } else if !is_all {
            // Another page may have a monitor and a subscription that belong together.
        } else if linked.is_empty() {
            if !monitors.is_empty() && !subscriptions.is_empty() {
                verdict.fail(&output.origin, NOT_LINKED);
            }
        } else {
            match any_linked(&|one| reaches_somebody(facts, one)) {
                Truth::No => verdict.fail(&output.origin, NOBODY),
                Truth::Unclear => verdict.doubt(&output.origin, UNREADABLE),
                Truth::Yes if any_linked(&|one| watched(one)) != Truth::Yes => {
                    verdict.doubt(&output.origin, NOT_ALL_WATCHED)
                }
                Truth::Yes => verdict.doubt(&output.origin, TOO_HIGH),
            }
        }
    }
    for output in verdict.outputs(MONITORS).take(1) {
        if !verdict.has_any(&[SUBSCRIPTIONS]) {
            verdict.doubt(&output.origin, ONE_OF_TWO);
        }
    }
}

/// A large anomaly that every alert should report: the total impact in US dollars, and in per cent.
const ANOMALY: (f64, f64) = (10_000.0, 1_000.0);

/// Whether a monitor covers all services or all accounts, and not only a tag or a cost category.
fn watches_all(monitor: &Json) -> Truth {
    match (monitor.words("MonitorType"), monitor.words("MonitorDimension")) {
        ("DIMENSIONAL", "SERVICE" | "LINKED_ACCOUNT") => Truth::Yes,
        ("DIMENSIONAL", "TAG" | "COST_CATEGORY") => Truth::No,
        // A list of accounts, which may include this one.
        ("CUSTOM", _) if monitor.get("MonitorSpecification").is_some_and(|of| of.get("Dimensions").is_some()) => {
            Truth::Unclear
        }
        ("CUSTOM", _) => Truth::No,
        _ => Truth::Unclear,
    }
}

/// Whether a subscription has a recipient who did not decline.
fn reaches_somebody(facts: &Facts, subscription: &Json) -> Truth {
    let Some(Json::List(all)) = subscription.get("Subscribers") else {
        return Truth::Unclear;
    };
    Truth::any(all.iter().map(|one| match (one.words("Address"), one.words("Status")) {
        ("", _) => Truth::Unclear,
        (_, "DECLINED") => Truth::No,
        (topic, _) if topic.starts_with("arn:") => target_notifies(facts, topic, topic.split(':').nth(4)),
        _ => Truth::Yes,
    }))
}

/// Whether a large anomaly meets the threshold of a subscription.
fn meets_threshold(subscription: &Json) -> Truth {
    match (subscription.get("ThresholdExpression"), subscription.number("Threshold")) {
        (Some(expression @ Json::Object(_)), _) => is_exceeded(expression, 0),
        (_, Some(dollars)) => (dollars <= ANOMALY.0).into(),
        (_, None) => Truth::Unclear,
    }
}

/// Whether a large anomaly meets an expression of thresholds.
fn is_exceeded(expression: &Json, depth: u8) -> Truth {
    let Json::Object(fields) = expression else {
        return Truth::Unclear;
    };
    let ([(operator, operand)], true) = (fields.as_slice(), depth < 20) else {
        return Truth::Unclear;
    };
    match (operator.as_str(), operand) {
        ("And", Json::List(all)) => Truth::all(all.iter().map(|one| is_exceeded(one, depth + 1))),
        ("Or", Json::List(all)) => Truth::any(all.iter().map(|one| is_exceeded(one, depth + 1))),
        ("Dimensions", dimension) => {
            let is_plain = dimension.texts("MatchOptions").eq(["GREATER_THAN_OR_EQUAL"]);
            let threshold = dimension.texts("Values").next().and_then(|value| value.parse::<f64>().ok());
            match (dimension.words("Key"), threshold) {
                ("ANOMALY_TOTAL_IMPACT_ABSOLUTE", Some(dollars)) if is_plain => (dollars <= ANOMALY.0).into(),
                ("ANOMALY_TOTAL_IMPACT_PERCENTAGE", Some(percent)) if is_plain => (percent <= ANOMALY.1).into(),
                _ => Truth::Unclear,
            }
        }
        _ => Truth::Unclear,
    }
}

const GOOD: Text = t(
    "コスト異常検出のモニターがあり、通知先もあります。",
    "Cost anomaly detection has a monitor, and its alerts reach somebody.",
);
const NO_MONITOR: Text = t("コスト異常検出のモニターがありません。", "There is no cost monitor.");
const NO_SUBSCRIPTION: Text =
    t("コスト異常検出のアラートサブスクリプションがありません。", "There is no alert subscription for cost anomalies.");
const NOBODY: Text = t("アラートの宛先が、どれも受信を拒否しています。", "Every recipient of the alert has declined.");
const NOT_LINKED: Text = t(
    "アラートサブスクリプションが、今あるモニターに結び付いていません。",
    "No alert subscription belongs to an existing monitor.",
);
const ONE_OF_TWO: Text = t(
    "get-anomaly-monitors と get-anomaly-subscriptions の両方の出力が必要です。",
    "Both outputs are needed: get-anomaly-monitors and get-anomaly-subscriptions.",
);
const MORE: Text = t(
    "コスト異常検出の出力には続きがあります。すべての結果を取得してください。",
    "There is more in the list of cost anomaly detection. Get all of it.",
);
const UNREADABLE: Text = t(
    "コスト異常検出の出力を読み取れません。出力全体を入れてください。",
    "The output of cost anomaly detection cannot be read. Hand over the whole output.",
);
const NOT_ALL_WATCHED: Text = t(
    "宛先のあるモニターは、費用の一部(タグ、コストカテゴリ、選んだアカウント)だけを対象にしているか、対象を読み取れないかのどちらかです。「AWS のサービス」のモニターを使ってください。",
    "The monitors with a recipient look at a part of the costs (a tag, a cost category, chosen accounts), or it is not clear at what. Use one with the dimension AWS services.",
);
const TOO_HIGH: Text = t(
    "アラートのしきい値が高すぎるか、または読み取れないため、大きな異常が起きても通知が届くかどうか分かりません。",
    "The threshold of the alert is too high, or cannot be read: it is not clear whether even a large anomaly is told.",
);
