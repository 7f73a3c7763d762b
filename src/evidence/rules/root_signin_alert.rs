//! `root-signin-alert`: does a sign-in of the root user raise an alert?

use super::alert_targets::{is_topic_elsewhere, target_notifies};
use super::eventbridge::{EventRules, Place, on_other_buses};
use super::eventbridge_words::{names, unclear_pattern};
use super::partial::is_whole;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, Words, t};
use crate::base::json::Json;
use crate::evidence::facts::{Facts, Output};
use crate::evidence::trial::Truth;
use crate::evidence::trial::alarm::raised_by_one;
use crate::evidence::trial::event::Event;
use crate::evidence::trial::log_filter::LogFilter;
use crate::evidence::trial::witness::sign_in::{SIGN_INS, SignIn, everyday_record, record, sign_in_event};

const MAIN: &str = "us-east-1";
/// Other Regions that may record a sign-in, depending on the endpoint that was used.
const OTHERS: [&str; 2] = ["us-east-2", "us-west-2"];
const FILTERS: &str = "logs describe-metric-filters";
const ALARMS: &str = "cloudwatch describe-alarms";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    let facts = verdict.facts;
    let by_metric = metric_alarm(verdict);
    if let Some(output) = no_trail(facts) {
        verdict.doubt(&output.origin, NO_TRAIL);
    }
    let mut main = None;
    for output in verdict.outputs("events list-rules") {
        if output.region.as_deref() == Some(MAIN) && verdict.list(output, "Rules").is_some() {
            main = Some(output);
        }
    }
    if let Some((output, Truth::Yes)) = by_metric {
        pass(verdict, output, METRIC);
        return;
    }
    let Some(output) = main else {
        for output in verdict.outputs("events list-rules").chain(verdict.outputs(FILTERS)).take(1) {
            verdict.doubt(&output.origin, ELSEWHERE);
        }
        return;
    };
    look_at(verdict, &EventRules::of(facts), output, by_metric.map(|(output, _)| output));
}

/// Tries the sign-ins with the rules of the main Region. `alarm` is the output of an alarm that may notify of them as
/// well.
fn look_at<'a>(
    verdict: &mut VerdictBuilder<'a>,
    rules: &EventRules<'a>,
    output: &'a Output,
    alarm: Option<&'a Output>,
) {
    let copies = copies(rules, output, MAIN);
    let results: Vec<_> = copies.iter().map(|(place, event)| rules.come(*place, event)).collect();
    let matching = rules.matching(&copies);
    let sign_ins_with = |truth: Truth| -> Vec<SignIn> {
        SIGN_INS
            .iter()
            .zip(&results)
            .filter(|(_, result)| result.matches == truth)
            .map(|(sign_in, _)| *sign_in)
            .collect()
    };
    let unmatched = sign_ins_with(Truth::No);
    if unmatched.len() == results.len() {
        if let Some(alarm) = alarm {
            verdict.doubt(&alarm.origin, PERHAPS_METRIC);
        } else if is_whole(output) && is_metric_shown(verdict.facts) {
            verdict.fail(&output.origin, NONE);
        } else {
            // A metric filter with an alarm may exist: its outputs are missing or incomplete.
            verdict.doubt(&output.origin, NO_RULE);
        }
        if let Some(words) = on_other_buses(rules, &copies) {
            verdict.warn(words);
        }
    } else if !unmatched.is_empty() {
        let words = not_all(&names(&matching), &unmatched);
        // Only an unmatched successful sign-in is a fail; unmatched failed attempts are a doubt.
        if unmatched.iter().any(|one| one.succeeds)
            && alarm.is_none()
            && is_whole(output)
            && is_metric_shown(verdict.facts)
        {
            verdict.fail(&output.origin, words);
        } else {
            verdict.doubt(&output.origin, words);
        }
    } else if !sign_ins_with(Truth::Unclear).is_empty() {
        verdict.doubt(
            &output.origin,
            unclear_pattern(&matching, ("ルートユーザーのサインイン", "sign-ins of the root user")),
        );
    } else if results.iter().all(|result| result.notified == Truth::Yes) {
        rules.doubt_targets(verdict, &matching);
        pass(verdict, output, good(&names(&matching)));
        if !OTHERS.into_iter().all(|region| is_notified_in(verdict.facts, rules, region)) {
            verdict.warn(NOT_THE_OTHERS);
        }
    } else {
        rules.judge_targets(verdict, output, &copies);
    }
}

/// Adds a pass, and a doubt if it is unknown whether a trail records the events.
fn pass(verdict: &mut VerdictBuilder<'_>, output: &Output, words: impl Into<Words>) {
    verdict.pass(&output.origin, words);
    if let Some(trails) = trail_without_status(verdict.facts) {
        verdict.doubt(&trails.origin, NO_STATUS);
    }
}

/// The sign-ins as events in a Region.
fn copies<'a>(rules: &EventRules<'a>, output: &'a Output, region: &str) -> Vec<(Place<'a>, Json)> {
    let place = Place(output);
    let account = rules.at(place).find_map(|rule| rule.account);
    SIGN_INS.iter().map(|sign_in| (place, sign_in_event(*sign_in, account, region))).collect()
}

fn is_notified_in(facts: &Facts, rules: &EventRules<'_>, region: &str) -> bool {
    facts.outputs("events list-rules").filter(|output| output.region.as_deref() == Some(region)).any(|output| {
        let copies = copies(rules, output, region);
        copies.iter().all(|(place, event)| rules.come(*place, event).notified == Truth::Yes)
    })
}

/// The output that shows that no trail records: then CloudTrail's events reach neither a rule nor a log group.
fn no_trail(facts: &Facts) -> Option<&Output> {
    let statuses = || facts.outputs("cloudtrail get-trail-status").filter(|output| output.value().is_some());
    let is_off = |output: &Output| output.value().and_then(|value| value.flag("IsLogging")) == Some(false);
    let shows_none = |output: &&Output| {
        let list = output.value().and_then(|value| value.get("trailList"));
        matches!(list, Some(Json::List(trails)) if trails.is_empty())
            && output.region.as_deref().is_none_or(|region| region == MAIN)
    };
    let not_logging = statuses().next().filter(|_| statuses().all(is_off));
    facts.outputs("cloudtrail describe-trails").find(shows_none).or(not_logging)
}

/// The output that lists trails, if no output shows whether they record.
fn trail_without_status(facts: &Facts) -> Option<&Output> {
    let has_status = facts.outputs("cloudtrail get-trail-status").next().is_some();
    facts.outputs("cloudtrail describe-trails").find(|output| output.value().is_some()).filter(|_| !has_status)
}

/// Whether a metric filter with an alarm can be ruled out: all filters are known, and all alarms if a filter may match
/// root sign-ins.
fn is_metric_shown(facts: &Facts) -> bool {
    let is_all = |call: &str| {
        let mut outputs = facts.outputs(call).peekable();
        outputs.peek().is_some() && outputs.all(is_whole)
    };
    let filters = facts.outputs(FILTERS).filter_map(Output::value);
    let mut filters = filters.flat_map(|value| value.items("metricFilters"));
    is_all(FILTERS) && (is_all(ALARMS) || filters.all(|filter| matches_sign_ins(facts, filter) == Truth::No))
}

/// Whether a metric filter matches every sign-in of root, but not everyday events: an alarm that always goes off is
/// useless.
fn matches_sign_ins(facts: &Facts, filter: &Json) -> Truth {
    let alarms = facts.outputs(ALARMS).filter_map(Output::value).flat_map(|value| value.items("MetricAlarms"));
    let account = alarms.filter_map(account_of).next();
    let pattern = LogFilter::parse(filter.words("filterPattern"));
    let matches = |record: &Json| pattern.matches(Event { fields: record, is_whole: false });
    let sign_ins = Truth::all(SIGN_INS.iter().map(|sign_in| matches(&record(*sign_in, account, MAIN))));
    let is_narrowed = !filter.words("fieldSelectionCriteria").is_empty()
        || filter.flag("applyOnTransformedLogs") == Some(true)
        || matches(&everyday_record(account)) != Truth::No;
    if is_narrowed { sign_ins.and(Truth::Unclear) } else { sign_ins }
}

/// The alternative of the CIS benchmark: a metric filter on the logs of the trail, and an alarm on its metric. Returns
/// the result of the best pair, and the output with the alarm.
fn metric_alarm<'a>(verdict: &mut VerdictBuilder<'a>) -> Option<(&'a Output, Truth)> {
    let facts = verdict.facts;
    let mut filters = Vec::new();
    for output in verdict.outputs(FILTERS) {
        let rows = verdict.json(output).map(|value| value.items("metricFilters")).unwrap_or_default();
        let candidates =
            rows.iter().map(|row| (output, row, matches_sign_ins(facts, row).and(is_on_trail(facts, row))));
        filters.extend(candidates.filter(|(.., truth)| *truth != Truth::No));
    }
    let mut best: Option<(&'a Output, Truth)> = None;
    for output in verdict.outputs(ALARMS) {
        let alarms = verdict.json(output).map(|value| value.items("MetricAlarms")).unwrap_or_default();
        for alarm in alarms {
            let notifies = notifies(facts, alarm);
            let raised = filters.iter().filter(|(filter, ..)| is_same_region(filter, output)).map(|(_, row, truth)| {
                let by = row.items("metricTransformations").iter().map(|metric| raised_by_one(metric, alarm));
                truth.and(Truth::any(by))
            });
            let truth = Truth::any(raised).and(notifies);
            if truth > best.map_or(Truth::No, |(_, best)| best) {
                best = Some((output, truth));
            }
        }
    }
    best
}

fn is_same_region(one: &Output, other: &Output) -> bool {
    one.region.is_none() || other.region.is_none() || one.region == other.region
}

/// Whether a filter is on the log group of a trail; assumed without a list of trails.
fn is_on_trail(facts: &Facts, filter: &Json) -> Truth {
    let group = filter.words("logGroupName");
    let trails = || facts.outputs("cloudtrail describe-trails").filter_map(Output::value);
    let mut arns =
        trails().flat_map(|value| value.items("trailList")).map(|trail| trail.words("CloudWatchLogsLogGroupArn"));
    let is_unknown = group.is_empty() || trails().next().is_none();
    if is_unknown || arns.any(|arn| arn.splitn(7, ':').nth(6).is_some_and(|name| name.trim_end_matches(":*") == group))
    {
        Truth::Yes
    } else {
        Truth::Unclear
    }
}

/// Whether an alarm notifies a person when it goes off.
fn notifies(facts: &Facts, alarm: &Json) -> Truth {
    let account = account_of(alarm);
    let is_on = match alarm.flag("ActionsEnabled") {
        Some(is_on) => is_on.into(),
        None => Truth::Unclear,
    };
    let region = alarm.words("AlarmArn").split(':').nth(3);
    let notifies = |arn: &str| match is_topic_elsewhere(arn, region) {
        true => Truth::Unclear,
        false => target_notifies(facts, arn, account),
    };
    let by_itself = Truth::any(alarm.texts("AlarmActions").map(notifies)).and(is_on);
    // A composite alarm may notify instead.
    let mut composites =
        facts.outputs(ALARMS).filter_map(Output::value).flat_map(|value| value.items("CompositeAlarms"));
    let name = alarm.words("AlarmName");
    let is_in_other = !name.is_empty() && composites.any(|other| other.words("AlarmRule").contains(name));
    if is_in_other { by_itself.or(Truth::Unclear) } else { by_itself }
}

/// The account of an alarm.
fn account_of(alarm: &Json) -> Option<&str> {
    alarm.words("AlarmArn").split(':').nth(4).filter(|account| !account.is_empty())
}

fn good(names: &str) -> Words {
    say(
        format!("{MAIN} のルール {names} により、ルートユーザーのサインインが通知されます。"),
        format!("Rule {names} in {MAIN} tells of sign-ins of the root user."),
    )
}

fn not_all(names: &str, unmatched: &[SignIn]) -> Words {
    let of = |ja: bool| {
        let one = |sign_in: &SignIn| match (sign_in.succeeds, sign_in.with_mfa, ja) {
            (true, true, true) => "成功(MFA あり)",
            (true, false, true) => "成功(MFA なし)",
            (false, true, true) => "失敗(MFA あり)",
            (false, false, true) => "失敗(MFA なし)",
            (true, true, false) => "successful with MFA",
            (true, false, false) => "successful without MFA",
            (false, true, false) => "failed with MFA",
            (false, false, false) => "failed without MFA",
        };
        unmatched.iter().map(one).collect::<Vec<_>>().join(if ja { "、" } else { ", " })
    };
    let (ja, en) = (of(true), of(false));
    say(
        format!("ルール {names} に一致しないルートユーザーのサインインがあります: {ja}"),
        format!("Some sign-ins of the root user do not come through rule {names}: {en}."),
    )
}

const NO_STATUS: Text = t(
    "証跡が記録しているかどうか分かりません。記録していないと、サインインのイベントはルールに届きません。cloudtrail get-trail-status の出力も入れてください。",
    "It is not known whether the trail records: without that no sign-in reaches a rule. Add the output of cloudtrail get-trail-status.",
);
const NO_TRAIL: Text = t(
    "記録中の証跡がないため、サインインのイベントはルールにもロググループにも届きません。先に CloudTrail の証跡を有効にしてください。",
    "No trail is recording, so events of sign-ins reach neither a rule nor a log group. Turn on a trail of CloudTrail first.",
);
const PERHAPS_METRIC: Text = t(
    "ルートユーザーのサインインで「アラーム状態」になりそうなアラームはありますが、1 回のサインインだけで誰かに通知されるかどうかは、出力からは分かりません。メトリクスフィルターのパターンとロググループ、アラームのしきい値とアクション(通知先)を確かめてください。",
    "An alarm may ring at a sign-in of the root user, but whether one sign-in is enough to tell a person cannot be seen. Look at the filter's pattern and log group, and at the alarm's threshold and actions.",
);
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
