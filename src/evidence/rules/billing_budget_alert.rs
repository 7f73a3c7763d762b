//! `billing-budget-alert`: would a budget alert reach somebody when costs run away?

use super::budget_alerts::{Alerts, NOTIFICATIONS, SUBSCRIBERS};
use super::partial::is_whole;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, quantity, t};
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::facts::Output;
use crate::evidence::trial::Truth;

const BUDGETS: &str = "budgets describe-budgets";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs(BUDGETS) {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let budgets = value.items("Budgets");
        let is_cost = |budget: &&Json| {
            budget.words("BudgetType") == "COST" && matches!(budget.words("TimeUnit"), "DAILY" | "MONTHLY")
        };
        let cost: Vec<&Json> = budgets.iter().filter(is_cost).collect();
        if cost.is_empty() && !is_whole(output) {
            // The next page may have one; `json` has added a doubt about more pages.
            continue;
        }
        if budgets.is_empty() {
            verdict.fail(&output.origin, NO_BUDGET);
        } else if cost.is_empty() {
            verdict.fail(&output.origin, NO_COST_BUDGET);
        } else {
            look_at(verdict, output, &cost);
        }
    }
}

fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, budgets: &[&Json]) {
    doubt_refused(verdict);
    let covers: Vec<(&Json, Truth)> =
        budgets.iter().map(|budget| (*budget, covers_all_costs(budget, output, verdict.now))).collect();
    let all_alerts: Vec<Alerts<'_>> = budgets.iter().map(|budget| Alerts::of(verdict, budget, budgets.len())).collect();
    let both = || covers.iter().zip(&all_alerts).map(|((budget, covers), alerts)| (*budget, *covers, alerts));
    let is_good = |(_, covers, alerts): &(&Json, Truth, &Alerts<'_>)| covers.and(alerts.tell()) == Truth::Yes;
    for (budget, _, alerts) in both().filter(is_good) {
        let (name, subscribers) = (budget.words("BudgetName"), alerts.subscribers);
        verdict.pass(
            &output.origin,
            say(
                format!("予算 {name} のアラートは {subscribers} か所に届きます。"),
                format!("Alerts of budget {name} go to {}.", quantity(subscribers, "recipient")),
            ),
        );
        if subscribers < 2 || !alerts.has("ACTUAL") || !alerts.has("FORECASTED") {
            verdict.warn(HALF);
        }
    }
    if both().any(|one| is_good(&one)) {
        verdict.warn(VERIFIED);
        return;
    }
    let is_certain = both().all(|(_, covers, alerts)| covers.and(alerts.tell()) == Truth::No) && is_whole(output);
    if all_alerts.iter().all(|alerts| alerts.list.as_ref().is_some_and(Vec::is_empty)) && is_whole(output) {
        verdict.fail(&output.origin, SILENT);
    } else if all_alerts.iter().any(|alerts| alerts.list.is_none() || alerts.tell() == Truth::Unclear) {
        verdict.doubt(&output.origin, NOT_SHOWN);
    }
    for (budget, covers, alerts) in both() {
        let name = budget.words("BudgetName");
        let words = match (covers, &alerts.list) {
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
            verdict.fail(&output.origin, words);
        } else {
            verdict.doubt(&output.origin, words);
        }
    }
}

/// Whether a budget currently covers all costs of the account.
fn covers_all_costs(budget: &Json, output: &Output, now: Timestamp) -> Truth {
    let filters = Truth::all([budget.get("CostFilters"), budget.get("FilterExpression")].map(|filter| match filter {
        None | Some(Json::Null) => Truth::Yes,
        Some(Json::Object(fields)) if fields.is_empty() => Truth::Yes,
        Some(filter) => names_own_account(filter, output.arg("--account-id")),
    }));
    // A custom billing view may contain only a part of the costs, or those of other accounts.
    let view = budget.words("BillingViewArn");
    let view = if view.is_empty() || view.ends_with("/primary") { Truth::Yes } else { Truth::Unclear };
    let is_healthy = Truth::from(budget.get("HealthStatus").map_or("", |health| health.words("Status")) != "UNHEALTHY");
    let period = budget.get("TimePeriod").unwrap_or(&Json::Null);
    let has_begun = moment(period.get("Start"), |start| start <= now);
    let has_not_ended = moment(period.get("End"), |end| end > now);
    Truth::all([filters, view, is_healthy, has_begun, has_not_ended])
}

/// A filter on this account alone leaves out none of its costs; any other filter does.
fn names_own_account(filter: &Json, account: Option<&str>) -> Truth {
    let only = match filter {
        Json::Object(fields) => match fields.as_slice() {
            [(key, Json::List(accounts))] if key == "LinkedAccount" => Some(accounts),
            [(key, dimension)] if key == "Dimensions" && dimension.words("Key") == "LINKED_ACCOUNT" => {
                return accounts_hold(dimension.items("Values"), account);
            }
            // Leaving out credits and refunds only makes the alert go off earlier.
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

fn accounts_hold(accounts: &[Json], account: Option<&str>) -> Truth {
    match account {
        Some(account) => accounts.iter().any(|one| one.as_text() == Some(account)).into(),
        None => Truth::Unclear,
    }
}

/// Tests a time as the CLI prints it: RFC 3339, or seconds since 1970. Yes without a time.
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

/// Adds doubts for refused outputs; a missing notification is an answer.
fn doubt_refused(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs(NOTIFICATIONS).chain(verdict.outputs(SUBSCRIBERS)) {
        if output.error_code() != Some("NotFoundException") {
            verdict.json(output);
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
