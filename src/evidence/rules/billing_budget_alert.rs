//! `billing-budget-alert`: would a budget tell somebody of a bill that runs away?

use super::alert_targets::target_tells;
use super::partial::is_whole;
use super::weigh::{Weigh, say};
use crate::base::i18n::{Text, t};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::Output;
use crate::evidence::trial::Truth;

const BUDGETS: &str = "budgets describe-budgets";
const NOTIFICATIONS: &str = "budgets describe-notifications-for-budget";
const SUBSCRIBERS: &str = "budgets describe-subscribers-for-notification";

/// A month's bill that everybody wants to hear of, in dollars or whatever the budget counts.
const RUNAWAY_BILL: f64 = 100_000.0;

pub(super) fn judge(w: &mut Weigh<'_>) {
    for output in w.outputs(BUDGETS) {
        let Some(value) = w.json(output) else {
            continue;
        };
        let budgets = value.items("Budgets");
        let is_cost = |budget: &&Json| {
            budget.words("BudgetType") == "COST" && matches!(budget.words("TimeUnit"), "DAILY" | "MONTHLY")
        };
        let cost: Vec<&Json> = budgets.iter().filter(is_cost).collect();
        if cost.is_empty() && !is_whole(output) {
            // The next page may hold one; that there is more is said already.
            continue;
        }
        if budgets.is_empty() {
            w.fail(&output.origin, NO_BUDGET);
        } else if cost.is_empty() {
            w.fail(&output.origin, NO_COST_BUDGET);
        } else {
            look_at(w, output, &cost);
        }
    }
}

fn look_at(w: &mut Weigh<'_>, output: &Output, budgets: &[&Json]) {
    refused(w);
    let sees: Vec<(&Json, Truth)> = budgets.iter().map(|budget| (*budget, sees(budget, output, w.now))).collect();
    let tells: Vec<Alerts<'_>> = budgets.iter().map(|budget| Alerts::of(w, budget, budgets.len())).collect();
    let both = || sees.iter().zip(&tells).map(|((budget, sees), alerts)| (*budget, *sees, alerts));
    let is_good = |(_, sees, alerts): &(&Json, Truth, &Alerts<'_>)| sees.and(alerts.tell()) == Truth::Yes;
    for (budget, _, alerts) in both().filter(is_good) {
        let (name, subscribers) = (budget.words("BudgetName"), alerts.subscribers);
        w.pass(
            &output.origin,
            say(
                format!("予算 {name} のアラートは {subscribers} か所に届きます。"),
                format!("Alerts of budget {name} go to {subscribers} recipient(s)."),
            ),
        );
        if subscribers < 2 || !alerts.has("ACTUAL") || !alerts.has("FORECASTED") {
            w.warn(HALF);
        }
    }
    if both().any(|one| is_good(&one)) {
        w.warn(VERIFIED);
        return;
    }
    let is_certain = both().all(|(_, sees, alerts)| sees.and(alerts.tell()) == Truth::No) && is_whole(output);
    if tells.iter().all(|alerts| alerts.list.as_ref().is_some_and(Vec::is_empty)) && is_whole(output) {
        w.fail(&output.origin, SILENT);
    } else if tells.iter().any(|alerts| alerts.list.is_none() || alerts.tell() == Truth::Unclear) {
        w.doubt(&output.origin, NOT_SHOWN);
    }
    for (budget, sees, alerts) in both() {
        let name = budget.words("BudgetName");
        let words = match (sees, &alerts.list) {
            (Truth::No, _) => say(
                format!(
                    "予算 {name} は、費用の一部だけを対象にしているか、今は有効ではないため、費用全体が急増しても知らせません。"
                ),
                format!(
                    "Budget {name} looks at a part of the costs only, or is not in force now: it does not tell when the whole bill runs away."
                ),
            ),
            (Truth::Unclear, _) => say(
                format!("予算 {name} が、このアカウントの費用全体を対象にしているかどうかは、出力からは分かりません。"),
                format!("Whether budget {name} looks at all costs of this account cannot be seen in the output."),
            ),
            (Truth::Yes, Some(list)) if !list.is_empty() && alerts.tell() == Truth::No => say(
                format!(
                    "予算 {name} には、費用が増えたときに届くアラートがありません(条件が「より大きい」(GREATER_THAN)になっていないか、しきい値の金額が大きすぎます)。"
                ),
                format!(
                    "Budget {name} has no alert that goes off when costs rise: its condition is not 'greater than', or its amount is too high."
                ),
            ),
            (Truth::Yes, _) => continue,
        };
        if is_certain {
            w.fail(&output.origin, words);
        } else {
            w.doubt(&output.origin, words);
        }
    }
}

/// Whether a budget sees all costs of the account, today.
fn sees(budget: &Json, output: &Output, now: Timestamp) -> Truth {
    let filters = Truth::all([budget.get("CostFilters"), budget.get("FilterExpression")].map(|filter| match filter {
        None | Some(Json::Null) => Truth::Yes,
        Some(Json::Object(fields)) if fields.is_empty() => Truth::Yes,
        Some(filter) => names_own_account(filter, output.arg("--account-id")),
    }));
    // A view of one's own may hold a part of the costs, or those of somebody else.
    let view = budget.words("BillingViewArn");
    let view = if view.is_empty() || view.ends_with("/primary") { Truth::Yes } else { Truth::Unclear };
    let is_kept = Truth::from(budget.get("HealthStatus").map_or("", |health| health.words("Status")) != "UNHEALTHY");
    let period = budget.get("TimePeriod").unwrap_or(&Json::Null);
    let has_begun = moment(period.get("Start"), |start| start <= now);
    let has_not_ended = moment(period.get("End"), |end| end > now);
    Truth::all([filters, view, is_kept, has_begun, has_not_ended])
}

/// A filter on this account alone leaves nothing of it out; any other one does.
fn names_own_account(filter: &Json, account: Option<&str>) -> Truth {
    let only = match filter {
        Json::Object(fields) => match fields.as_slice() {
            [(key, Json::List(accounts))] if key == "LinkedAccount" => Some(accounts),
            [(key, dimension)] if key == "Dimensions" && dimension.words("Key") == "LINKED_ACCOUNT" => {
                return accounts_hold(dimension.items("Values"), account);
            }
            // Without credits and refunds it goes off earlier.
            [(key, inner)] if key == "Not" => {
                let record = inner.get("Dimensions").filter(|of| of.words("Key") == "RECORD_TYPE");
                let is_credit = |value: &str| matches!(value, "Credit" | "Refund");
                return record.is_some_and(|of| of.texts("Values").all(is_credit)).into();
            }
            _ => None,
        },
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => None,
    };
    only.map_or(Truth::No, |accounts| accounts_hold(accounts, account))
}

/// A topic's subscriptions are in its own account's list.
fn account_of(arn: &str) -> Option<&str> {
    arn.split(':').nth(4)
}

fn accounts_hold(accounts: &[Json], account: Option<&str>) -> Truth {
    match account {
        Some(account) => accounts.iter().any(|one| one.as_text() == Some(account)).into(),
        None => Truth::Unclear,
    }
}

/// A time as the CLI prints it: RFC 3339, or seconds since 1970. Without one, yes.
fn moment(value: Option<&Json>, is: impl Fn(Timestamp) -> bool) -> Truth {
    let at = match value {
        None | Some(Json::Null) => return Truth::Yes,
        Some(Json::Text(text)) => Timestamp::parse(text),
        #[expect(clippy::cast_possible_truncation, reason = "what lies beyond is refused by the type")]
        Some(Json::Number(seconds)) => Timestamp::from_unix_seconds(*seconds as i64),
        Some(Json::Bool(_) | Json::List(_) | Json::Object(_)) => None,
    };
    at.map_or(Truth::Unclear, |at| is(at).into())
}

/// The alerts of a budget.
struct Alerts<'a> {
    /// Each, and whether it goes off at a runaway bill and has a recipient; none where no output lists them.
    list: Option<Vec<(&'a Json, Truth)>>,
    /// Recipients of those that go off.
    subscribers: usize,
}

impl<'a> Alerts<'a> {
    fn of(w: &Weigh<'a>, budget: &Json, budgets: usize) -> Alerts<'a> {
        let name = budget.words("BudgetName");
        // Without a name it is of the only budget.
        let is_it = |other: &&Output| other.about("--budget-name").map_or(budgets == 1, |about| about == name);
        let lists = w.outputs(NOTIFICATIONS).filter(is_it).filter(|output| is_whole(output)).filter_map(Output::value);
        let lists: Vec<&'a Json> = lists.filter(|value| value.get("Notifications") != Some(&Json::Null)).collect();
        let notifications: Vec<&'a Json> = lists.iter().flat_map(|value| value.items("Notifications")).collect();
        let mut subscribers = 0;
        let tried = |notification: &'a Json| {
            let goes_off = goes_off(notification, budget);
            let mut reached = Truth::No;
            for output in w.outputs(SUBSCRIBERS).filter(is_it) {
                let subscribers_of = output.value().map(|value| value.items("Subscribers")).unwrap_or_default();
                let is_told = |one: &&Json| match one.words("SubscriptionType") {
                    "SNS" => {
                        target_tells(w.facts, one.words("Address"), account_of(one.words("Address"))) == Truth::Yes
                    }
                    _ => true,
                };
                let count = subscribers_of.iter().filter(is_told).count();
                let is_of_it = is_of(output, notification, notifications.len());
                if count > 0 && goes_off != Truth::No {
                    reached = reached.or(is_of_it);
                    subscribers += if is_of_it == Truth::No { 0 } else { count };
                }
            }
            // That no recipient is shown proves nothing: each alert is asked for by itself.
            (notification, goes_off.and(reached.or(Truth::Unclear)))
        };
        let list: Vec<(&'a Json, Truth)> = notifications.iter().copied().map(tried).collect();
        Alerts { list: (!lists.is_empty()).then_some(list), subscribers }
    }

    fn tell(&self) -> Truth {
        self.list.as_ref().map_or(Truth::Unclear, |list| Truth::any(list.iter().map(|(_, tells)| *tells)))
    }

    fn has(&self, kind: &str) -> bool {
        let all = self.list.iter().flatten();
        all.into_iter().any(|(one, tells)| one.words("NotificationType") == kind && *tells != Truth::No)
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
    // What a day's budget lets pass unseen comes again each day.
    let days = if budget.words("TimeUnit") == "DAILY" { 30.0 } else { 1.0 };
    let unit = budget.get("BudgetLimit").map_or("", |limit| limit.words("Unit"));
    let bill = RUNAWAY_BILL / days * if unit == "JPY" { 150.0 } else { 1.0 };
    let limit = amount(budget.get("BudgetLimit")).or_else(|| match budget.get("PlannedBudgetLimits") {
        // The largest of them: some month it counts.
        Some(Json::Object(limits)) => limits.iter().filter_map(|(_, limit)| amount(Some(limit))).reduce(f64::max),
        Some(_) | None => None,
    });
    if notification.words("ThresholdType") == "ABSOLUTE_VALUE" {
        return (threshold <= bill).into();
    }
    match limit {
        _ if is_odd => Truth::Unclear,
        Some(limit) => (limit * threshold / 100.0 <= bill).into(),
        // One that follows what was spent before has no limit of its own.
        None => (threshold <= 1_000.0).into(),
    }
}

/// Whether an output lists the recipients of this notification.
fn is_of(output: &Output, notification: &Json, notifications: usize) -> Truth {
    let Some(asked) = output.arg("--notification") else {
        return if notifications == 1 { Truth::Yes } else { Truth::Unclear };
    };
    let asked: Vec<(String, String)> = match Json::parse(asked) {
        Ok(Json::Object(fields)) => fields.into_iter().map(|(key, value)| (key, plain(&value))).collect(),
        Ok(_) | Err(_) => {
            let pairs = asked.split(',').filter_map(|pair| pair.split_once('='));
            pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
        }
    };
    let is_same = |key: &str, value: &str| match notification.get(key) {
        Some(Json::Number(number)) => value.parse::<f64>().is_ok_and(|value| (value - number).abs() < f64::EPSILON),
        Some(Json::Text(text)) => text == value,
        // What the CLI adds by itself, such as the state.
        Some(Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_)) | None => true,
    };
    let names = ["NotificationType", "ComparisonOperator", "Threshold", "ThresholdType"];
    let told = asked.iter().filter(|(key, _)| names.contains(&key.as_str()));
    told.into_iter().all(|(key, value)| is_same(key, value)).into()
}

fn plain(value: &Json) -> String {
    value.as_text().map_or_else(|| value.to_string(), str::to_owned)
}

/// Says what was refused; an absent notification is an answer.
fn refused(w: &mut Weigh<'_>) {
    for output in w.outputs(NOTIFICATIONS).chain(w.outputs(SUBSCRIBERS)) {
        if output.error_code() != Some("NotFoundException") {
            w.json(output);
        }
    }
}

const NO_BUDGET: Text = t("予算が 1 つもありません。", "There is no budget.");
const NO_COST_BUDGET: Text = t("日次または月次のコスト予算がありません。", "There is no daily or monthly cost budget.");
const SILENT: Text = t("どの予算にもアラートがありません。", "No budget has an alert.");
const NOT_SHOWN: Text = t(
    "予算のアラートと宛先が分かりません。describe-notifications-for-budget と describe-subscribers-for-notification の両方の出力を入れてください。",
    "The alerts and recipients of the budget are not all there. Add the outputs of describe-notifications-for-budget and describe-subscribers-for-notification.",
);
const HALF: Text = t(
    "実績と予測の両方のアラートを、2 か所以上に送ることをお勧めします。",
    "Best is an alert for actual and one for forecasted cost, to two recipients or more.",
);
const VERIFIED: Text = t(
    "宛先のメールアドレスが確認済みかどうかは、出力からは分かりません。",
    "Whether the recipients' addresses are verified cannot be seen in the output.",
);
