//! `root-signin-alert`: does a sign-in of the root user raise an alert?

use super::eventbridge::{self, EventRule};
use super::partial::is_whole;
use super::weigh::{Weigh, say};
use crate::evidence::facts::{Facts, Output};
use crate::i18n::{Text, t};

const MAIN: &str = "us-east-1";
/// Where the sign-in is recorded depends on the endpoint that was used.
const OTHERS: [&str; 2] = ["us-east-2", "us-west-2"];

pub(super) fn judge(w: &mut Weigh<'_>) {
    let facts = w.facts;
    let by_metric = metric_alarm(w);
    let mut main = None;
    for output in w.outputs("events list-rules") {
        if output.region.as_deref() == Some(MAIN) && w.list(output, "Rules").is_some() {
            main = Some(output);
        }
    }
    if let Some(output) = by_metric {
        w.pass(&output.origin, METRIC);
        return;
    }
    let Some(output) = main else {
        for output in w.outputs("events list-rules").chain(w.outputs("logs describe-metric-filters")).take(1) {
            w.doubt(&output.origin, ELSEWHERE);
        }
        return;
    };
    let rules: Vec<EventRule<'_>> = eventbridge::enabled(facts).into_iter().filter(is_of_root).collect();
    let sends = |rule: &EventRule<'_>| eventbridge::targets(facts, rule).map(|targets| !targets.is_empty());
    let here: Vec<(&EventRule<'_>, Option<bool>)> =
        rules.iter().filter(|rule| rule.region == Some(MAIN)).map(|rule| (rule, sends(rule))).collect();
    if let Some((rule, _)) = here.iter().find(|(_, sends)| *sends == Some(true)) {
        let name = rule.name;
        eventbridge::doubt_targets(w, rule);
        w.pass(
            &output.origin,
            say(
                format!("{MAIN} のルール {name} により、ルートユーザーのサインインが通知されます。"),
                format!("Rule {name} in {MAIN} tells of sign-ins of the root user."),
            ),
        );
        let covers = |region: &str| rules.iter().any(|rule| rule.region == Some(region) && sends(rule) == Some(true));
        if !OTHERS.into_iter().all(covers) {
            w.warn(NOT_THE_OTHERS);
        }
        return;
    }
    for (rule, sends) in &here {
        let name = rule.name;
        match sends {
            None => w.doubt(
                &output.origin,
                say(
                    format!("ルール {name} の送り先(ターゲット)が分かりません。list-targets-by-rule の出力も入れてください。"),
                    format!("The targets of rule {name} are not known. Add the output of list-targets-by-rule."),
                ),
            ),
            Some(_) => w.fail(
                &output.origin,
                say(format!("ルール {name} には送り先(ターゲット)がありません。"), format!("Rule {name} has no target.")),
            ),
        }
    }
    if here.is_empty() {
        // The other way may be there: it was not shown, or not all of it.
        if is_whole(output) && is_metric_shown(facts) {
            w.fail(&output.origin, NONE);
        } else {
            w.doubt(&output.origin, NO_RULE);
        }
    }
}

fn is_of_root(rule: &EventRule<'_>) -> bool {
    const KINDS: [&str; 2] = ["AWS Console Sign In via CloudTrail", "AWS API Call via CloudTrail"];
    let is_sign_in = rule.wants(&["detail-type"], &KINDS);
    rule.wants(&["detail", "userIdentity", "type"], &["Root"]) == Some(true) && is_sign_in != Some(false)
}

/// Whether a filter is on the root user, and not on everybody else.
fn is_for_root(pattern: &str) -> bool {
    let plain: String = pattern.chars().filter(|c| !c.is_whitespace() && *c != '"').collect();
    plain.contains("$.userIdentity.type") && plain.contains("Root") && !plain.contains("$.userIdentity.type!=Root")
}

/// Whether it is known that the other way is not there: all filters, and the alarms where one is on root.
fn is_metric_shown(facts: &Facts) -> bool {
    let is_all = |call: &str| {
        let mut outputs = facts.outputs(call).peekable();
        outputs.peek().is_some() && outputs.all(is_whole)
    };
    let filters = facts.outputs("logs describe-metric-filters").filter_map(Output::value);
    let mut filters = filters.flat_map(|value| value.items("metricFilters"));
    let has_filter = filters.any(|filter| is_for_root(filter.words("filterPattern")));
    is_all("logs describe-metric-filters") && (!has_filter || is_all("cloudwatch describe-alarms"))
}

/// The other way, CIS's: a metric filter on the trail's logs, and an alarm on its metric.
fn metric_alarm<'a>(w: &mut Weigh<'a>) -> Option<&'a Output> {
    let mut metrics = Vec::new();
    for output in w.outputs("logs describe-metric-filters") {
        let filters = w.json(output).map(|value| value.items("metricFilters")).unwrap_or_default();
        for filter in filters {
            let pattern = filter.words("filterPattern");
            if is_for_root(pattern) {
                metrics.extend(filter.items("metricTransformations").iter().map(|one| one.words("metricName")));
            }
        }
    }
    for output in w.outputs("cloudwatch describe-alarms") {
        let alarms = w.json(output).map(|value| value.items("MetricAlarms")).unwrap_or_default();
        let tells = alarms.iter().any(|alarm| {
            let has_action = alarm.texts("AlarmActions").next().is_some();
            metrics.contains(&alarm.words("MetricName")) && has_action && alarm.flag("ActionsEnabled") == Some(true)
        });
        if tells {
            return Some(output);
        }
    }
    None
}

const METRIC: Text = t(
    "メトリクスフィルターとアラームにより、ルートユーザーの利用が通知されます。",
    "A metric filter and an alarm tell of the root user's activity.",
);
const NOT_THE_OTHERS: Text = t(
    "サインインの記録先は us-east-2 や us-west-2 になることもあります。この 2 つのリージョンにも同じルールを作ってください。",
    "Depending on the endpoint, a sign-in is recorded in us-east-2 or us-west-2. Make the same rule there, too.",
);
const NONE: Text = t(
    "ルートユーザーのサインインを知らせるルールも、メトリクスフィルターとアラームもありません。",
    "Neither a rule nor a metric filter with an alarm tells of sign-ins of the root user.",
);
const NO_RULE: Text = t(
    "us-east-1 に、ルートユーザーのサインインを知らせるルールがありません。メトリクスフィルターを使っているかは、logs describe-metric-filters と cloudwatch describe-alarms の出力で分かります。",
    "No rule in us-east-1 tells of sign-ins of the root user. Whether a metric filter does is in the outputs of logs describe-metric-filters and cloudwatch describe-alarms.",
);
const ELSEWHERE: Text = t(
    "us-east-1 のルールの一覧がないため、分かりません。us-east-1 の events list-rules の出力も入れてください。",
    "Without the rules of us-east-1 it is not clear. Add the output of events list-rules of us-east-1.",
);
