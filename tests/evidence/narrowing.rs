//! A narrowed event pattern never passes: with a condition added to the patterns of a passing sample, the sample no
//! longer passes, unless every required event still matches.

use super::evidence_cases::{Case, all};
use super::{judge_as_of, outcome};
use guard_navi::base::json::Json;
use guard_navi::evidence::Outcome;
use guard_navi::evidence::trial::Truth;
use guard_navi::evidence::trial::event::Event;
use guard_navi::evidence::trial::event_pattern::EventPattern;
use guard_navi::evidence::trial::witness::guardduty::{SEVERITIES, TYPES, Way, archive, finding, narrow};
use guard_navi::evidence::trial::witness::health::{KINDS, STATUSES, health_event};
use guard_navi::evidence::trial::witness::sign_in::{SIGN_INS, sign_in_event};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

/// Conditions that leave out events, or may leave out some.
fn narrowing(control: &str) -> Vec<(&'static str, Value)> {
    let mut all = vec![
        ("account", json!(["000000000001"])),
        ("account", json!([{"anything-but": {"prefix": ""}}])),
        ("region", json!(["eu-nowhere-1"])),
        ("version", json!(["1"])),
        ("id", json!(["0"])),
        ("time", json!([{"prefix": "2020-"}])),
        ("resources", json!(["arn:aws:ec2:us-east-1:123456789012:instance/i-1"])),
        ("detail-type", json!(["Something Else"])),
        ("source", json!(["aws.nothing"])),
        ("source", json!([{"suffix": ".nothing"}])),
        ("nothing", json!(["x"])),
        ("detail", json!([{"exists": true}])),
        ("detail.nothing", json!(["x"])),
        ("detail.nothing", json!([{"exists": true}])),
        ("detail.nothing", json!([{"sounds-like": "x"}])),
        ("detail.nothing", json!("x")),
        ("detail.nothing", json!([])),
    ];
    all.extend(match control {
        "guardduty-eventbridge-rule" => vec![
            ("detail.type", json!(["Recon:EC2/PortProbeUnprotectedPort"])),
            ("detail.type", json!([{"anything-but": {"suffix": ".B"}}])),
            ("detail.severity", json!([{"numeric": [">", 1]}])),
            ("detail.severity", json!([{"numeric": ["<", 10]}])),
            ("detail.severity", json!([{"anything-but": 5.5}])),
            ("detail.severity", json!([2, 5, 8, 9])),
            ("detail.accountId", json!(["111122223333"])),
            ("detail.region", json!(["eu-west-1"])),
            ("detail.partition", json!(["aws-cn"])),
            ("detail.resource.resourceType", json!(["Instance"])),
            ("detail.resource.instanceDetails.instanceId", json!([{"exists": true}])),
            ("detail.service.archived", json!([true])),
            ("detail.service.archived", json!([false])),
            ("detail.service.count", json!([1])),
            ("detail.service.resourceRole", json!(["TARGET"])),
            ("detail.service.action.actionType", json!(["AWS_API_CALL"])),
            ("detail.service.additionalInfo.sample", json!([true])),
            ("detail.title", json!([{"wildcard": "*EC2*"}])),
            ("detail.findings.ProductName", json!(["Inspector"])),
        ],
        "health-abuse-alert" => vec![
            ("detail.service", json!(["EC2"])),
            ("detail.eventTypeCode", json!(["AWS_RISK_CREDENTIALS_EXPOSED"])),
            ("detail.eventTypeCategory", json!(["scheduledChange"])),
            ("detail.eventScopeCode", json!(["PUBLIC"])),
            ("detail.statusCode", json!(["closed"])),
            ("detail.statusCode", json!([{"anything-but": "upcoming"}])),
            ("detail.eventRegion", json!(["us-east-1"])),
            ("detail.affectedAccount", json!(["111122223333"])),
            ("detail.affectedEntities.entityValue", json!(["AKIAIOSFODNN7EXAMPLE"])),
            ("detail.page", json!(["2"])),
        ],
        "root-signin-alert" => vec![
            ("detail.userIdentity.type", json!(["IAMUser"])),
            ("detail.userIdentity.userName", json!(["root"])),
            ("detail.eventName", json!([{"anything-but": "ConsoleLogin"}])),
            ("detail.responseElements.ConsoleLogin", json!(["Failure"])),
            ("detail.responseElements.ConsoleLogin", json!(["Success"])),
            ("detail.additionalEventData.MFAUsed", json!(["No"])),
            ("detail.errorMessage", json!([{"exists": true}])),
            ("detail.sourceIPAddress", json!([{"cidr": "203.0.113.0/24"}])),
            ("detail.userAgent", json!([{"prefix": "Mozilla"}])),
            ("detail.recipientAccountId", json!(["111122223333"])),
            ("detail.readOnly", json!([true])),
        ],
        other => panic!("{other}"),
    });
    all
}

/// Conditions that every required event meets.
fn harmless(control: &str) -> Vec<(&'static str, Value)> {
    let mut all = vec![("version", json!(["0"])), ("time", json!([{"exists": true}]))];
    all.extend(match control {
        "guardduty-eventbridge-rule" => vec![
            ("detail.severity", json!([{"numeric": [">=", 1, "<=", 10]}])),
            ("detail.type", json!([{"wildcard": "*:*/*"}])),
            ("detail.type", json!([{"anything-but": "Nothing:Of/TheKind"}])),
            ("detail.service.archived", json!([true, false])),
            ("detail.title", json!([{"exists": true}])),
        ],
        "health-abuse-alert" => vec![
            ("detail.statusCode", json!(["open", "closed", "upcoming"])),
            ("detail.eventTypeCode", json!([{"prefix": "AWS_"}])),
            ("detail.eventTypeCategory", json!([{"anything-but": "scheduledChange"}])),
        ],
        "root-signin-alert" => vec![
            ("detail.eventName", json!(["ConsoleLogin"])),
            ("detail.responseElements.ConsoleLogin", json!([{"suffix": "s"}, "Failure"])),
            ("detail.additionalEventData.MFAUsed", json!([{"anything-but": "Perhaps"}])),
        ],
        other => panic!("{other}"),
    });
    all
}

const CONTROLS: [&str; 3] = ["guardduty-eventbridge-rule", "health-abuse-alert", "root-signin-alert"];

/// The passing samples that depend on EventBridge rules.
fn passing(control: &str) -> Vec<Case> {
    let has_pattern = |case: &Case| case.files.iter().any(|(_, bytes, _)| text(bytes).contains("EventPattern"));
    all(control).into_iter().filter(|case| case.wanted == Some(Outcome::Pass) && has_pattern(case)).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Adds a condition to a pattern, at a path of keys joined by dots; false if the path is taken.
fn add(pattern: &mut Value, path: &str, condition: &Value) -> bool {
    let Some(fields) = pattern.as_object_mut() else {
        return false;
    };
    match path.split_once('.') {
        None => !fields.contains_key(path) && fields.insert(path.to_owned(), condition.clone()).is_none(),
        Some((first, rest)) => {
            // A condition beside `$or` is fine, one on the same field is not.
            !fields.contains_key("$or") && add(fields.entry(first).or_insert_with(|| json!({})), rest, condition)
        }
    }
}

/// Adds a condition to every pattern in a value; false if the path is taken in one of them.
fn add_to_all(value: &mut Value, path: &str, condition: &Value) -> bool {
    if let Some(Value::String(text)) = value.get_mut("EventPattern") {
        let mut pattern: Value = serde_json::from_str(text).unwrap_or_default();
        let is_added = add(&mut pattern, path, condition);
        *text = pattern.to_string();
        return is_added;
    }
    if let Value::Array(items) = value {
        return items.iter_mut().all(|item| add_to_all(item, path, condition));
    }
    value.as_object_mut().is_none_or(|fields| fields.values_mut().all(|value| add_to_all(value, path, condition)))
}

/// The outcome of a sample with a condition added; `None` if it cannot be added.
fn narrowed(control: &str, case: &Case, path: &str, condition: &Value) -> Option<Option<Outcome>> {
    let mut files = case.files.clone();
    for (_, bytes, _) in &mut files {
        if let Ok(mut value) = serde_json::from_slice::<Value>(bytes) {
            if !add_to_all(&mut value, path, condition) {
                return None;
            }
            *bytes = value.to_string().into_bytes();
        }
    }
    Some(outcome(&judge_as_of(&case.now, &files), control))
}

#[test]
fn every_narrowing_takes_the_pass_away() {
    let mut count = 0;
    for control in CONTROLS {
        let samples = passing(control);
        assert!(samples.len() > 5, "{control}: {} samples", samples.len());
        for case in samples {
            for (path, condition) in narrowing(control) {
                if let Some(found) = narrowed(control, &case, path, &condition) {
                    count += 1;
                    assert!(found != Some(Outcome::Pass), "{control}: {}: passes with {path}: {condition}", case.name);
                }
            }
        }
    }
    assert!(count > 500, "{count}");
}

#[test]
fn a_harmless_condition_leaves_the_pass() {
    for control in CONTROLS {
        let first = passing(control).into_iter().next().unwrap();
        for (path, condition) in harmless(control) {
            if let Some(found) = narrowed(control, &first, path, &condition) {
                assert_eq!(found, Some(Outcome::Pass), "{control}: {path}: {condition}");
            }
        }
    }
}

/// The events that have to match, one by one.
fn required_events(control: &str) -> Vec<Json> {
    let (account, region) = (Some("123456789012"), "us-east-1");
    match control {
        "guardduty-eventbridge-rule" => {
            let each = |kind: &'static str| SEVERITIES.map(move |tenths| (kind, tenths));
            let mut events: Vec<Json> = TYPES
                .into_iter()
                .flat_map(each)
                .map(|(kind, tenths)| {
                    let mut event = finding(Way::Direct, account, region);
                    narrow(&mut event, Way::Direct, Some(kind), Some(tenths));
                    event
                })
                .collect();
            let mut archived = events[0].clone();
            archive(&mut archived);
            events.push(archived);
            events
        }
        "health-abuse-alert" => {
            let codes = KINDS.into_iter().flat_map(|kind| kind.codes.iter().map(move |code| (kind, *code)));
            codes
                .flat_map(|(kind, code)| STATUSES.map(|status| health_event(kind, code, status, account, region)))
                .collect()
        }
        _ => SIGN_INS.iter().map(|sign_in| sign_in_event(*sign_in, account, region)).collect(),
    }
}

/// Generated conditions on the fields of the events: the verdict is a pass exactly if all events match.
#[test]
fn a_generated_condition_leaves_the_pass_where_everything_comes_through() {
    let mut runner = TestRunner::deterministic();
    let (mut passes, mut others) = (0, 0);
    for control in CONTROLS {
        let case = passing(control).into_iter().next().unwrap();
        let events = required_events(control);
        for _ in 0..60 {
            let (path, condition) = condition(control).new_tree(&mut runner).unwrap().current();
            let Some(found) = narrowed(control, &case, path, &condition) else {
                continue;
            };
            let mut pattern = json!({});
            add(&mut pattern, path, &condition);
            let pattern = EventPattern::parse(&pattern.to_string());
            let matches = |event: &Json| pattern.matches(Event { fields: event, is_whole: false }) == Truth::Yes;
            let is_all = events.iter().all(matches);
            *(if is_all { &mut passes } else { &mut others }) += 1;
            assert_eq!(found == Some(Outcome::Pass), is_all, "{control}: {path}: {condition}: {found:?}");
        }
    }
    assert!(passes > 10 && others > 10, "{passes} {others}");
}

fn condition(control: &str) -> impl Strategy<Value = (&'static str, Value)> + use<> {
    let (paths, texts) = match control {
        "guardduty-eventbridge-rule" => (
            vec!["detail.type", "detail.severity", "region"],
            vec!["Recon:", "Recon:EC2/Portscan", "us-", "us-east-1", ""],
        ),
        "health-abuse-alert" => (
            vec!["detail.statusCode", "detail.eventTypeCode", "detail.eventTypeCategory"],
            vec!["open", "AWS_", "AWS_RISK_", "issue", "d", "N"],
        ),
        _ => (
            vec!["detail.eventName", "detail.additionalEventData.MFAUsed", "detail.responseElements.ConsoleLogin"],
            vec!["ConsoleLogin", "Yes", "No", "Success", "C", "s"],
        ),
    };
    let one = (select(texts), 0..9_u8, 0..11_u8).prop_map(|(text, operator, number)| match operator {
        0 => json!(text),
        1 => json!({"prefix": text}),
        2 => json!({"suffix": text}),
        3 => json!({"anything-but": text}),
        4 => json!({"wildcard": format!("*{text}*")}),
        5 => json!({"exists": number > 5}),
        6 => json!({"numeric": [">=", number]}),
        7 => json!({"numeric": ["<=", number]}),
        _ => json!({"equals-ignore-case": text.to_uppercase()}),
    });
    (select(paths), proptest::collection::vec(one, 1..4)).prop_map(|(path, all)| (path, Value::from(all)))
}
