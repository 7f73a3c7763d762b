//! `billing-budget-alert`: does a budget tell somebody?

use super::partial::is_whole;
use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::i18n::{Text, t};
use crate::json::Json;

const NOTIFICATIONS: &str = "budgets describe-notifications-for-budget";
const SUBSCRIBERS: &str = "budgets describe-subscribers-for-notification";

pub(super) fn judge(w: &mut Weigh<'_>) {
    for output in w.outputs("budgets describe-budgets") {
        let Some(value) = w.json(output) else {
            continue;
        };
        let budgets = value.items("Budgets");
        let is_cost = |budget: &&Json| {
            budget.words("BudgetType") == "COST" && matches!(budget.words("TimeUnit"), "DAILY" | "MONTHLY")
        };
        let cost: Vec<&str> = budgets.iter().filter(is_cost).map(|budget| budget.words("BudgetName")).collect();
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

fn look_at(w: &mut Weigh<'_>, output: &Output, budgets: &[&str]) {
    // Without a name it is of the only budget.
    let of = |call: &'static str, budget: &str| -> Vec<&Json> {
        let is_it = |other: &&Output| other.about("--budget-name").map_or(budgets.len() == 1, |name| name == budget);
        let values = w.facts.outputs(call).filter(is_it).filter_map(Output::value);
        values.collect()
    };
    let mut silent = 0;
    let mut is_good = false;
    for budget in budgets {
        let notifications = of(NOTIFICATIONS, budget);
        let list: Vec<&Json> = notifications.iter().flat_map(|value| value.items("Notifications")).collect();
        let subscribers: usize = of(SUBSCRIBERS, budget).iter().map(|value| value.items("Subscribers").len()).sum();
        if !notifications.is_empty() && list.is_empty() {
            silent += 1;
        } else if !list.is_empty() && subscribers > 0 {
            is_good = true;
            w.pass(
                &output.origin,
                say(
                    format!("予算 {budget} のアラートは {subscribers} か所に届きます。"),
                    format!("Alerts of budget {budget} go to {subscribers} recipient(s)."),
                ),
            );
            let has = |kind: &str| list.iter().any(|one| one.words("NotificationType") == kind);
            if subscribers < 2 || !has("ACTUAL") || !has("FORECASTED") {
                w.warn(HALF);
            }
        }
    }
    refused(w);
    if is_good {
        w.warn(VERIFIED);
    } else if silent == budgets.len() {
        w.fail(&output.origin, SILENT);
    } else {
        w.doubt(&output.origin, NOT_SHOWN);
    }
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
