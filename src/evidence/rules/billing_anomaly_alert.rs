//! `billing-anomaly-alert`: is there a cost monitor, and somebody who hears of it?

use super::partial::is_whole;
use super::weigh::Weigh;
use crate::evidence::facts::Output;
use crate::i18n::{Text, t};
use crate::json::Json;

const MONITORS: &str = "ce get-anomaly-monitors";
const SUBSCRIPTIONS: &str = "ce get-anomaly-subscriptions";

pub(super) fn judge(w: &mut Weigh<'_>) {
    for (call, list, none) in
        [(MONITORS, "AnomalyMonitors", NO_MONITOR), (SUBSCRIPTIONS, "AnomalySubscriptions", NO_SUBSCRIPTION)]
    {
        for output in w.outputs(call) {
            match w.json(output).map(|value| value.get(list)) {
                Some(Some(Json::List(items))) if items.is_empty() && is_whole(output) => w.fail(&output.origin, none),
                Some(Some(Json::List(_))) if !is_whole(output) => w.doubt(&output.origin, MORE),
                Some(Some(Json::List(_))) | None => {}
                Some(_) => w.doubt(&output.origin, UNREADABLE),
            }
        }
    }
    let facts = w.facts;
    let items = |call: &'static str, list: &'static str| -> Vec<&Json> {
        facts.outputs(call).filter_map(Output::value).flat_map(|value| value.items(list)).collect()
    };
    let monitors = items(MONITORS, "AnomalyMonitors");
    let subscriptions = items(SUBSCRIPTIONS, "AnomalySubscriptions");
    let watches = |arn: &str| monitors.iter().any(|monitor| monitor.words("MonitorArn") == arn);
    let hears = |subscription: &&&Json| {
        let is_somebody = |one: &Json| !one.words("Address").is_empty() && one.words("Status") != "DECLINED";
        subscription.items("Subscribers").iter().any(is_somebody)
    };
    let is_odd = |subscription: &&&Json| match subscription.get("Subscribers") {
        Some(Json::List(all)) => all.iter().any(|one| one.words("Address").is_empty()),
        Some(_) | None => true,
    };
    let is_all = [MONITORS, SUBSCRIPTIONS].into_iter().all(|call| facts.outputs(call).all(is_whole));
    let linked: Vec<&&Json> = subscriptions.iter().filter(|one| one.texts("MonitorArnList").any(watches)).collect();
    for output in w.outputs(SUBSCRIPTIONS).take(1) {
        if !w.has_any(&[MONITORS]) {
            w.doubt(&output.origin, ONE_OF_TWO);
        } else if linked.iter().any(hears) {
            w.pass(&output.origin, GOOD);
        } else if linked.iter().any(is_odd) {
            w.doubt(&output.origin, UNREADABLE);
        } else if !is_all {
            // Another page may hold what is not here.
        } else if !linked.is_empty() {
            w.fail(&output.origin, NOBODY);
        } else if !monitors.is_empty() && !subscriptions.is_empty() {
            w.fail(&output.origin, NOT_LINKED);
        }
    }
    for output in w.outputs(MONITORS).take(1) {
        if !w.has_any(&[SUBSCRIPTIONS]) {
            w.doubt(&output.origin, ONE_OF_TWO);
        }
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
