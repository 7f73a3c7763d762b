//! `root-signin-alert`: does a sign-in of the root user raise an alert?

use super::alert_targets::{is_topic_elsewhere, target_tells};
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
/// Where the sign-in is recorded depends on the endpoint that was used.
const OTHERS: [&str; 2] = ["us-east-2", "us-west-2"];
const FILTERS: &str = "logs describe-metric-filters";
const ALARMS: &str = "cloudwatch describe-alarms";

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
    let facts = w.facts;
    let by_metric = metric_alarm(w);
    if let Some(output) = no_trail(facts) {
        w.doubt(&output.origin, NO_TRAIL);
    }
    let mut main = None;
    for output in w.outputs("events list-rules") {
        if output.region.as_deref() == Some(MAIN) && w.list(output, "Rules").is_some() {
            main = Some(output);
        }
    }
    if let Some((output, Truth::Yes)) = by_metric {
        pass(w, output, METRIC);
        return;
    }
    let Some(output) = main else {
        for output in w.outputs("events list-rules").chain(w.outputs(FILTERS)).take(1) {
            w.doubt(&output.origin, ELSEWHERE);
        }
        return;
    };
    look_at(w, &EventRules::of(facts), output, by_metric.map(|(output, _)| output));
}

/// Tries the sign-ins with the rules of the main Region. `alarm` is there where an alarm may tell of them as well.
fn look_at<'a>(w: &mut VerdictBuilder<'a>, rules: &EventRules<'a>, output: &'a Output, alarm: Option<&'a Output>) {
    let copies = copies(rules, output, MAIN);
    let come: Vec<_> = copies.iter().map(|(place, event)| rules.come(*place, event)).collect();
    let matching = rules.matching(&copies);
    let of = |truth: Truth| -> Vec<SignIn> {
        SIGN_INS.iter().zip(&come).filter(|(_, come)| come.matches == truth).map(|(sign_in, _)| *sign_in).collect()
    };
    let stopped = of(Truth::No);
    if stopped.len() == come.len() {
        if let Some(alarm) = alarm {
            w.doubt(&alarm.origin, PERHAPS_METRIC);
        } else if is_whole(output) && is_metric_shown(w.facts) {
            w.fail(&output.origin, NONE);
        } else {
            // The other way may be there: it was not shown, or not all of it.
            w.doubt(&output.origin, NO_RULE);
        }
        if let Some(words) = on_other_buses(rules, &copies) {
            w.warn(words);
        }
    } else if !stopped.is_empty() {
        let words = not_all(&names(&matching), &stopped);
        // Attempts that fail are worth knowing; it is the others that matter.
        if stopped.iter().any(|one| one.succeeds) && alarm.is_none() && is_whole(output) && is_metric_shown(w.facts) {
            w.fail(&output.origin, words);
        } else {
            w.doubt(&output.origin, words);
        }
    } else if !of(Truth::Unclear).is_empty() {
        w.doubt(
            &output.origin,
            unclear_pattern(&matching, ("ルートユーザーのサインイン", "sign-ins of the root user")),
        );
    } else if come.iter().all(|come| come.told == Truth::Yes) {
        rules.doubt_targets(w, &matching);
        pass(w, output, good(&names(&matching)));
        if !OTHERS.into_iter().all(|region| is_told_in(w.facts, rules, region)) {
            w.warn(NOT_THE_OTHERS);
        }
    } else {
        rules.tell_of_targets(w, output, &copies);
    }
}

/// A pass, unless it is open whether there is anything that the events come from.
fn pass(w: &mut VerdictBuilder<'_>, output: &Output, words: impl Into<Words>) {
    w.pass(&output.origin, words);
    if let Some(trails) = trail_without_status(w.facts) {
        w.doubt(&trails.origin, NO_STATUS);
    }
}

/// The sign-ins as events at a place.
fn copies<'a>(rules: &EventRules<'a>, output: &'a Output, region: &str) -> Vec<(Place<'a>, Json)> {
    let place = Place(output);
    let account = rules.at(place).find_map(|rule| rule.account);
    SIGN_INS.iter().map(|sign_in| (place, sign_in_event(*sign_in, account, region))).collect()
}

fn is_told_in(facts: &Facts, rules: &EventRules<'_>, region: &str) -> bool {
    facts.outputs("events list-rules").filter(|output| output.region.as_deref() == Some(region)).any(|output| {
        let copies = copies(rules, output, region);
        copies.iter().all(|(place, event)| rules.come(*place, event).told == Truth::Yes)
    })
}

/// The output that shows that no trail records: CloudTrail's events reach neither a rule nor a log group then.
fn no_trail(facts: &Facts) -> Option<&Output> {
    let statuses = || facts.outputs("cloudtrail get-trail-status").filter(|output| output.value().is_some());
    let is_off = |output: &Output| output.value().and_then(|value| value.flag("IsLogging")) == Some(false);
    let shows_none = |output: &&Output| {
        let list = output.value().and_then(|value| value.get("trailList"));
        matches!(list, Some(Json::List(trails)) if trails.is_empty())
            && output.region.as_deref().is_none_or(|region| region == MAIN)
    };
    let stopped = statuses().next().filter(|_| statuses().all(is_off));
    facts.outputs("cloudtrail describe-trails").find(shows_none).or(stopped)
}

/// The output that lists trails, where nothing says of any whether it records.
fn trail_without_status(facts: &Facts) -> Option<&Output> {
    let is_told = facts.outputs("cloudtrail get-trail-status").next().is_some();
    facts.outputs("cloudtrail describe-trails").find(|output| output.value().is_some()).filter(|_| !is_told)
}

/// Whether it is known that the other way is not there: all filters, and the alarms where one may be on root.
fn is_metric_shown(facts: &Facts) -> bool {
    let is_all = |call: &str| {
        let mut outputs = facts.outputs(call).peekable();
        outputs.peek().is_some() && outputs.all(is_whole)
    };
    let filters = facts.outputs(FILTERS).filter_map(Output::value);
    let mut filters = filters.flat_map(|value| value.items("metricFilters"));
    is_all(FILTERS) && (is_all(ALARMS) || filters.all(|filter| lets_sign_ins_through(facts, filter) == Truth::No))
}

/// Whether a metric filter lets every sign-in of root through, and not everything that anybody does: an alarm that always
/// rings tells nothing.
fn lets_sign_ins_through(facts: &Facts, filter: &Json) -> Truth {
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

/// The other way, CIS's: a metric filter on the trail's logs, and an alarm on its metric. The best pair of the two, and the
/// output with the alarm.
fn metric_alarm<'a>(w: &mut VerdictBuilder<'a>) -> Option<(&'a Output, Truth)> {
    let facts = w.facts;
    let mut filters = Vec::new();
    for output in w.outputs(FILTERS) {
        let rows = w.json(output).map(|value| value.items("metricFilters")).unwrap_or_default();
        let tried =
            rows.iter().map(|row| (output, row, lets_sign_ins_through(facts, row).and(logs_the_trail(facts, row))));
        filters.extend(tried.filter(|(.., truth)| *truth != Truth::No));
    }
    let mut best: Option<(&'a Output, Truth)> = None;
    for output in w.outputs(ALARMS) {
        let alarms = w.json(output).map(|value| value.items("MetricAlarms")).unwrap_or_default();
        for alarm in alarms {
            let tells = tells(facts, alarm);
            let raised = filters.iter().filter(|(filter, ..)| is_same_region(filter, output)).map(|(_, row, truth)| {
                let by = row.items("metricTransformations").iter().map(|metric| raised_by_one(metric, alarm));
                truth.and(Truth::any(by))
            });
            let truth = Truth::any(raised).and(tells);
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

/// Whether a filter is on the log group of a trail; not asked where no list of trails is there.
fn logs_the_trail(facts: &Facts, filter: &Json) -> Truth {
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

/// Whether an alarm tells a person when it is raised.
fn tells(facts: &Facts, alarm: &Json) -> Truth {
    let account = account_of(alarm);
    let is_on = match alarm.flag("ActionsEnabled") {
        Some(is_on) => is_on.into(),
        None => Truth::Unclear,
    };
    let region = alarm.words("AlarmArn").split(':').nth(3);
    let tells = |arn: &str| match is_topic_elsewhere(arn, region) {
        true => Truth::Unclear,
        false => target_tells(facts, arn, account),
    };
    let by_itself = Truth::any(alarm.texts("AlarmActions").map(tells)).and(is_on);
    // An alarm made of others may tell in its place.
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

fn not_all(names: &str, stopped: &[SignIn]) -> Words {
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
        stopped.iter().map(one).collect::<Vec<_>>().join(if ja { "、" } else { ", " })
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
