//! The alerts of a budget: which of them go off when costs run away, and whether they reach somebody.

use super::alert_targets::target_notifies;
use super::partial::is_whole;
use super::verdict_builder::VerdictBuilder;
use crate::base::json::Json;
use crate::evidence::facts::Output;
use crate::evidence::trial::Truth;

pub(super) const NOTIFICATIONS: &str = "budgets describe-notifications-for-budget";
pub(super) const SUBSCRIBERS: &str = "budgets describe-subscribers-for-notification";

/// A monthly bill that every alert should report, in US dollars or the currency of the budget.
const RUNAWAY_BILL: f64 = 100_000.0;

/// The alerts of a budget.
pub(super) struct Alerts<'a> {
    /// Each alert, and whether it goes off at a runaway bill and has a recipient; `None` if no output lists them.
    pub list: Option<Vec<(&'a Json, Truth)>>,
    /// The number of recipients of the alerts that go off.
    pub subscribers: usize,
}

impl<'a> Alerts<'a> {
    pub fn of(verdict: &VerdictBuilder<'a>, budget: &Json, budgets: usize) -> Alerts<'a> {
        let name = budget.words("BudgetName");
        // An output without a name belongs to the only budget.
        let is_of_budget = |other: &&Output| other.about("--budget-name").map_or(budgets == 1, |about| about == name);
        let lists = verdict
            .outputs(NOTIFICATIONS)
            .filter(is_of_budget)
            .filter(|output| is_whole(output))
            .filter_map(Output::value);
        let lists: Vec<&'a Json> = lists.filter(|value| value.get("Notifications") != Some(&Json::Null)).collect();
        let notifications: Vec<&'a Json> = lists.iter().flat_map(|value| value.items("Notifications")).collect();
        let mut subscribers = 0;
        let judged = |notification: &'a Json| {
            let goes_off = goes_off(notification, budget);
            let mut reached = Truth::No;
            for output in verdict.outputs(SUBSCRIBERS).filter(is_of_budget) {
                let subscribers_of = output.value().map(|value| value.items("Subscribers")).unwrap_or_default();
                let is_notified = |one: &&Json| match one.words("SubscriptionType") {
                    "SNS" => {
                        target_notifies(verdict.facts, one.words("Address"), account_of(one.words("Address")))
                            == Truth::Yes
                    }
                    _ => true,
                };
                let count = subscribers_of.iter().filter(is_notified).count();
                let belongs = is_of(output, notification, notifications.len());
                if count > 0 && goes_off != Truth::No {
                    reached = reached.or(belongs);
                    subscribers += if belongs == Truth::No { 0 } else { count };
                }
            }
            // A missing recipient proves nothing: each alert has an output of its own.
            (notification, goes_off.and(reached.or(Truth::Unclear)))
        };
        let list: Vec<(&'a Json, Truth)> = notifications.iter().copied().map(judged).collect();
        Alerts { list: (!lists.is_empty()).then_some(list), subscribers }
    }

    pub fn tell(&self) -> Truth {
        self.list.as_ref().map_or(Truth::Unclear, |list| Truth::any(list.iter().map(|(_, result)| *result)))
    }

    pub fn has(&self, kind: &str) -> bool {
        let all = self.list.iter().flatten();
        all.into_iter().any(|(one, result)| one.words("NotificationType") == kind && *result != Truth::No)
    }
}

/// Whether an alert goes off at a runaway bill.
fn goes_off(notification: &Json, budget: &Json) -> Truth {
    match notification.words("ComparisonOperator") {
        "GREATER_THAN" => {}
        "LESS_THAN" | "EQUAL_TO" => return Truth::No,
        _ => return Truth::Unclear,
    }
    let Some(threshold) = notification.number("Threshold") else {
        return Truth::Unclear;
    };
    let is_odd = budget.get("BudgetLimit").is_some_and(|limit| limit.words("Amount").parse::<f64>().is_err());
    let amount = |limit: Option<&Json>| limit.and_then(|limit| limit.words("Amount").parse::<f64>().ok());
    // A daily budget allows its amount every day, so it is compared with a day's share of the monthly bill.
    let days = if budget.words("TimeUnit") == "DAILY" { 30.0 } else { 1.0 };
    let unit = budget.get("BudgetLimit").map_or("", |limit| limit.words("Unit"));
    let bill = RUNAWAY_BILL / days * if unit == "JPY" { 150.0 } else { 1.0 };
    let limit = amount(budget.get("BudgetLimit")).or_else(|| match budget.get("PlannedBudgetLimits") {
        // The largest planned limit, since it applies in some month.
        Some(Json::Object(limits)) => limits.iter().filter_map(|(_, limit)| amount(Some(limit))).reduce(f64::max),
        Some(_) | None => None,
    });
    if notification.words("ThresholdType") == "ABSOLUTE_VALUE" {
        return (threshold <= bill).into();
    }
    match limit {
        _ if is_odd => Truth::Unclear,
        Some(limit) => (limit * threshold / 100.0 <= bill).into(),
        // An auto-adjusting budget has no limit of its own.
        None => (threshold <= 1_000.0).into(),
    }
}

/// Whether an output lists the recipients of this notification.
fn is_of(output: &Output, notification: &Json, notifications: usize) -> Truth {
    let Some(requested) = output.arg("--notification") else {
        return if notifications == 1 { Truth::Yes } else { Truth::Unclear };
    };
    let requested: Vec<(String, String)> = match Json::parse(requested) {
        Ok(Json::Object(fields)) => fields.into_iter().map(|(key, value)| (key, plain(&value))).collect(),
        Ok(_) | Err(_) => {
            let pairs = requested.split(',').filter_map(|pair| pair.split_once('='));
            pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
        }
    };
    let is_same = |key: &str, value: &str| match notification.get(key) {
        Some(Json::Number(number)) => value.parse::<f64>().is_ok_and(|value| (value - number).abs() < f64::EPSILON),
        Some(Json::Text(text)) => text == value,
        // Fields that the CLI adds, such as the state.
        Some(Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_)) | None => true,
    };
    let names = ["NotificationType", "ComparisonOperator", "Threshold", "ThresholdType"];
    let compared = requested.iter().filter(|(key, _)| names.contains(&key.as_str()));
    compared.into_iter().all(|(key, value)| is_same(key, value)).into()
}

fn plain(value: &Json) -> String {
    value.as_text().map_or_else(|| value.to_string(), str::to_owned)
}

/// The account of a topic, which alone lists its subscriptions.
fn account_of(arn: &str) -> Option<&str> {
    arn.split(':').nth(4)
}
