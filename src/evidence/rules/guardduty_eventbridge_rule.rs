//! `guardduty-eventbridge-rule`: is every finding of GuardDuty sent to somebody, in every Region?

use super::event_rule::EventRule;
use super::eventbridge::{Delivery, EventRules, Place, on_other_buses};
use super::eventbridge_words::{names, unclear_pattern};
use super::partial::{is_narrowed, is_whole};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::Words;
use crate::base::json::Json;
use crate::evidence::facts::Output;
use crate::evidence::trial::Truth;
use crate::evidence::trial::witness::guardduty::{SEVERITIES, TYPES, Way, archive, finding, narrow};
use std::collections::BTreeMap;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    let rules = EventRules::of(verdict.facts);
    verdict.in_regions("events list-rules", |verdict, output, region| {
        if verdict.list(output, "Rules").is_some() && !has_no_guardduty(verdict, region) {
            look_at(verdict, &rules, output, region);
        }
    });
}

fn look_at<'a>(verdict: &mut VerdictBuilder<'a>, rules: &EventRules<'a>, output: &'a Output, region: &str) {
    let place = Place(output);
    let account = rules.at(place).find_map(|rule| rule.account);
    let ways = Way::ALL.map(|way| (way, is_open(verdict, way, region)));
    let open = findings(ways, account, region);
    let copies: Vec<(Place<'a>, Json)> = open.iter().map(|(_, _, event)| (place, event.clone())).collect();
    let matching = rules.matching(&copies);
    let trial = Trial { rules, matching: &matching, account, region, ways };
    let any = trial.deliver(&open);
    if any.matches == Truth::No {
        // Another page may have one; `list` has added a doubt about more pages.
        if is_whole(output) {
            verdict.fail(&output.origin, none(region));
            if let Some(words) = on_other_buses(rules, &copies) {
                verdict.warn(words);
            }
        }
        return;
    }
    let missing = if any.matches == Truth::Yes { Missing::default() } else { trial.missing() };
    if let Some(words) = missing.words(region) {
        if is_whole(output) {
            verdict.fail(&output.origin, words);
        }
    } else if any.notified == Truth::Yes || missing.is_notified {
        rules.doubt_targets(verdict, &matching);
        verdict.pass(&output.origin, good(region, &matching));
        if trial.leaves_out_archived() {
            verdict.doubt(&output.origin, not_the_archived(&matching));
        }
    } else if trial.is_hub_unknown() {
        verdict.doubt(&output.origin, hub_unknown());
    } else if missing.is_unclear {
        verdict.doubt(&output.origin, unclear_pattern(&matching, FINDINGS));
    } else {
        rules.judge_targets(verdict, output, &copies);
    }
}

/// Tries the findings of one Region with the rules there.
struct Trial<'t, 'a> {
    rules: &'t EventRules<'a>,
    /// The rules that match some finding, or may do so.
    matching: &'t [&'t EventRule<'a>],
    account: Option<&'a str>,
    region: &'t str,
    /// The ways on which findings arrive, and whether they are in use.
    ways: [(Way, Truth); 3],
}

/// A finding without type and severity, for each way that is in use or may be.
fn findings(ways: [(Way, Truth); 3], account: Option<&str>, region: &str) -> Vec<(Way, Truth, Json)> {
    let open = ways.into_iter().filter(|(_, is_open)| *is_open != Truth::No);
    open.map(|(way, is_open)| (way, is_open, finding(way, account, region))).collect()
}

/// Above this total length of patterns, in bytes, the findings are not tried one by one. It fits as many patterns of
/// the usual length as AWS's quotas allow on a bus.
const MAX_PATTERN_BYTES: usize = 60_000;

impl Trial<'_, '_> {
    fn deliver(&self, findings: &[(Way, Truth, Json)]) -> Delivery {
        let mut result = Delivery { matches: Truth::No, notified: Truth::No };
        for (_, is_open, event) in findings {
            let by_way = self.rules.deliver_to(self.matching.iter().copied(), event);
            result.matches = result.matches.or(is_open.and(by_way.matches));
            result.notified = result.notified.or(is_open.and(by_way.notified));
        }
        result
    }

    /// The findings that no rule matches: every type is tried at every severity. If a severity alone decides for all
    /// types, or a type for all severities, one trial stands for all of them.
    fn missing(&self) -> Missing {
        if self.matching.iter().map(|rule| rule.length).sum::<usize>() > MAX_PATTERN_BYTES {
            return Missing { is_unclear: true, ..Missing::default() };
        }
        let mut missing = Missing { is_notified: true, ..Missing::default() };
        let mut findings = findings(self.ways, self.account, self.region);
        let mut result_of = |kind: Option<&str>, tenths: Option<u8>| {
            for (way, _, event) in &mut findings {
                narrow(event, *way, kind, tenths);
            }
            self.deliver(&findings)
        };
        let is_decided = |result: &Delivery| result.matches == Truth::No || result.notified == Truth::Yes;
        let by_severity: Vec<(u8, Delivery)> =
            SEVERITIES.map(|tenths| (tenths, result_of(None, Some(tenths)))).collect();
        for kind in TYPES {
            let of_kind = result_of(Some(kind), None);
            for (tenths, of_severity) in &by_severity {
                let result = match () {
                    () if is_decided(of_severity) => *of_severity,
                    () if is_decided(&of_kind) => of_kind,
                    () => result_of(Some(kind), Some(*tenths)),
                };
                missing.note(kind, *tenths, result);
            }
        }
        missing
    }

    /// Whether GuardDuty's own findings match, but not those that recur after they were archived.
    fn leaves_out_archived(&self) -> bool {
        let mut event = finding(Way::Direct, self.account, self.region);
        narrow(&mut event, Way::Direct, TYPES.first().copied(), Some(*SEVERITIES.start()));
        let matches = |event: &Json| self.rules.deliver_to(self.matching.iter().copied(), event).matches == Truth::Yes;
        let matches_new = matches(&event);
        archive(&mut event);
        matches_new && !matches(&event)
    }

    /// Whether only Security Hub's copies match, and it is unknown whether Security Hub is on.
    fn is_hub_unknown(&self) -> bool {
        let direct = finding(Way::Direct, self.account, self.region);
        let is_known = self.ways.iter().any(|(way, is_open)| *way != Way::Direct && *is_open == Truth::Yes);
        self.rules.deliver_to(self.matching.iter().copied(), &direct).matches == Truth::No && !is_known
    }
}

/// The findings that no rule matches.
#[derive(Default)]
struct Missing {
    /// Types, and the severities of each, in tenths.
    severities: BTreeMap<&'static str, Vec<u8>>,
    /// Whether it is unclear for some findings whether a rule matches.
    is_unclear: bool,
    /// Whether somebody is notified of every finding.
    is_notified: bool,
}

impl Missing {
    fn note(&mut self, kind: &'static str, tenths: u8, result: Delivery) {
        match result.matches {
            Truth::No => self.severities.entry(kind).or_default().push(tenths),
            Truth::Unclear => self.is_unclear = true,
            Truth::Yes => {}
        }
        self.is_notified &= result.notified == Truth::Yes;
    }

    /// The reason; `None` if nothing is missing.
    fn words(&self, region: &str) -> Option<Words> {
        let (first, tenths) = self.severities.iter().next()?;
        let is_same_for_all = self.severities.values().all(|other| other == tenths);
        let (types, all) = (self.severities.len(), TYPES.len());
        let severities = in_words(tenths);
        Some(if types == all && is_same_for_all {
            say(
                format!(
                    "{region}: 重要度 {severities} の検出結果が、どのルールにも一致しません。この対策では、「低」も含めたすべての検出結果の通知が必要です。"
                ),
                format!(
                    "{region}: findings of severity {severities} come through no rule. This control wants all findings told, low ones included."
                ),
            )
        } else if tenths.len() == SEVERITIES.count() {
            say(
                format!(
                    "{region}: {all} 種類の検出結果のうち {types} 種類が、どのルールにも一致しません(例: {first})。"
                ),
                format!("{region}: {types} of the {all} types of findings come through no rule, for example {first}."),
            )
        } else {
            say(
                format!(
                    "{region}: {types} 種類の検出結果の一部が、どのルールにも一致しません(例: 重要度 {severities} の {first})。"
                ),
                format!(
                    "{region}: of {types} types of findings some come through no rule, for example {first} of severity {severities}."
                ),
            )
        })
    }
}

/// `1.0-3.9, 9.5` from ascending tenths.
fn in_words(tenths: &[u8]) -> String {
    let mut spans: Vec<(u8, u8)> = Vec::new();
    for tenth in tenths {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *tenth => *last = *tenth,
            Some(_) | None => spans.push((*tenth, *tenth)),
        }
    }
    let number = |tenth: u8| format!("{}.{}", tenth / 10, tenth % 10);
    let span = |(first, last): &(u8, u8)| {
        if first == last { number(*first) } else { format!("{}-{}", number(*first), number(*last)) }
    };
    let shown: Vec<String> = spans.iter().take(4).map(span).collect();
    shown.join(", ") + if spans.len() > 4 { " …" } else { "" }
}

/// Whether findings arrive on a way: through Security Hub only if that is on.
fn is_open(verdict: &VerdictBuilder<'_>, way: Way, region: &str) -> Truth {
    let (call, field) = match way {
        Way::Direct => return Truth::Yes,
        Way::SecurityHubCspm => ("securityhub describe-hub", "HubArn"),
        Way::SecurityHub => ("securityhub describe-security-hub-v2", "HubV2Arn"),
    };
    let here = verdict.outputs(call).filter(|output| output.region.as_deref() == Some(region));
    let is_on = here.map(|output| match output.value() {
        Some(value) => (!value.words(field).is_empty()).into(),
        None if matches!(output.error_code(), Some("InvalidAccessException" | "ResourceNotFoundException")) => {
            Truth::No
        }
        None => Truth::Unclear,
    });
    is_on.max().unwrap_or(Truth::Unclear)
}

/// Whether GuardDuty is known to be off: then there is nothing to forward.
fn has_no_guardduty(verdict: &VerdictBuilder<'_>, region: &str) -> bool {
    let mut lists =
        verdict.outputs("guardduty list-detectors").filter(|output| output.region.as_deref() == Some(region));
    lists.any(|output| {
        let ids = output.value().and_then(|value| value.get("DetectorIds"));
        let shows_none = matches!(ids, Some(Json::List(ids)) if ids.is_empty());
        shows_none && is_whole(output) && !is_narrowed(output) && verdict.is_recent(&output.origin)
    })
}

const FINDINGS: (&str, &str) = ("GuardDuty の検出結果", "findings of GuardDuty");

fn none(region: &str) -> Words {
    say(
        format!(
            "{region}: GuardDuty の検出結果を通知するルールがありません(AWS User Notifications で受け取っている場合を除きます)。"
        ),
        format!("{region}: no rule forwards findings of GuardDuty (unless AWS User Notifications sends them)."),
    )
}

fn hub_unknown() -> Words {
    say(
        "GuardDuty の検出結果は Security Hub を通じて通知される設定ですが、Security Hub が有効かどうか分かりません。securityhub describe-hub の出力も入れてください。".to_owned(),
        "Findings of GuardDuty are sent through Security Hub, but whether that is on is not known. Add the output of securityhub describe-hub.".to_owned(),
    )
}

fn good(region: &str, rules: &[&EventRule<'_>]) -> Words {
    let names = names(rules);
    say(
        format!("{region}: ルール {names} により、GuardDuty のすべての検出結果が通知されます。"),
        format!("{region}: rule {names} forwards all findings of GuardDuty."),
    )
}

fn not_the_archived(rules: &[&EventRule<'_>]) -> Words {
    let names = names(rules);
    say(
        format!(
            "アーカイブした検出結果と同じものが再び検出されても、ルール {names} では通知されません。イベントパターンから service.archived の条件を外してください。"
        ),
        format!(
            "Rule {names} does not tell when a finding that somebody archived happens again. Remove the condition on service.archived."
        ),
    )
}
