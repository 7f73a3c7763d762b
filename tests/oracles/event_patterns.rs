//! EventBridge patterns, compared with the matchers of moto and of LocalStack.

use super::{answers, generated, python};
use guard_navi::base::json::Json;
use guard_navi::evidence::trial::Truth;
use guard_navi::evidence::trial::event::Event;
use guard_navi::evidence::trial::event_pattern::EventPattern;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const TABLE: &str = include_str!("../evidence/trial/event_patterns.json");
/// Pairs where one of the two differs from the table, and what AWS documents.
const DISAGREEMENTS: &str = include_str!("disagreements.json");

fn ours(pair: &Value) -> Truth {
    let fields = Json::parse(&pair["event"].to_string()).unwrap();
    EventPattern::parse(&pair["pattern"].to_string()).matches(Event { fields: &fields, is_whole: true })
}

#[test]
#[ignore = "needs moto and localstack-core"]
fn each_disagreement_on_the_documented_pairs_is_listed() {
    let table: Vec<Value> = serde_json::from_str(TABLE).unwrap();
    let lists: Vec<Value> = serde_json::from_str(DISAGREEMENTS).unwrap();
    let mut listed = BTreeSet::new();
    for list in &lists {
        for pair in list["pairs"].as_array().unwrap() {
            listed.insert((list["matcher"].as_str().unwrap(), pair.as_str().unwrap()));
        }
    }
    let answers = answers(&python(), "eventbridge.py", &table);
    let mut found = BTreeSet::new();
    for (pair, answer) in table.iter().zip(&answers) {
        for matcher in ["moto", "localstack"] {
            if answer[matcher] != pair["matches"] {
                found.insert((matcher, pair["name"].as_str().unwrap()));
            }
        }
    }
    assert_eq!(found, listed);
}

/// Patterns and events that both matchers are known to handle correctly: no lists of objects, no Booleans, no escapes,
/// no `*` that matches nothing. The table covers these.
#[test]
#[ignore = "needs moto and localstack-core"]
fn generated_pairs_match_alike() {
    let pairs: Vec<Value> = generated((pattern(), event()))
        .into_iter()
        .map(|(pattern, event)| json!({"pattern": pattern, "event": event}))
        .collect();
    let answers = answers(&python(), "eventbridge.py", &pairs);
    let (mut matching, mut wrong) = (0, Vec::new());
    for (pair, answer) in pairs.iter().zip(&answers) {
        let ours = ours(pair);
        matching += usize::from(ours == Truth::Yes);
        let is_same = |matcher: &str| answer[matcher].as_bool().map(Truth::from) == Some(ours);
        if !is_same("moto") || !is_same("localstack") {
            wrong.push(format!("{ours:?}, {answer}: {pair}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), pairs.len(), wrong[..wrong.len().min(20)].join("\n"));
    // Pairs that never match would prove little.
    assert!(matching * 20 > pairs.len(), "only {matching} of {} match", pairs.len());
    eprintln!("{} pairs, {matching} of them matching", pairs.len());
}

const KEYS: [&str; 4] = ["p", "q", "r", "s"];

fn text() -> impl Strategy<Value = Value> {
    select(vec!["a", "b", "ab", "aB", "ba", "abc", "A", "x.y", "10.0.0.7", "10.0.1.7", "2001:db8::1", "é"])
        .prop_map(Value::from)
}

fn number() -> impl Strategy<Value = Value> {
    select(vec![json!(0), json!(1), json!(-1), json!(2.5), json!(5), json!(300), json!(1e9)])
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![6 => text(), 1 => Just(json!("")), 3 => number(), 1 => Just(Value::Null)]
}

fn field() -> impl Strategy<Value = Value> {
    prop_oneof![3 => leaf(), 1 => prop::collection::vec(leaf(), 1..4).prop_map(Value::from)]
}

fn object(
    values: impl Strategy<Value = Value> + Clone + 'static,
    sizes: std::ops::Range<usize>,
) -> BoxedStrategy<Value> {
    subsequence(KEYS.to_vec(), sizes)
        .prop_flat_map(move |keys| {
            let count = keys.len();
            (Just(keys), prop::collection::vec(values.clone(), count))
        })
        .prop_map(|(keys, values)| keys.into_iter().map(str::to_owned).zip(values).collect::<Map<_, _>>().into())
        .boxed()
}

fn event() -> impl Strategy<Value = Value> {
    let inner = object(prop_oneof![3 => field().boxed(), 1 => object(field().boxed(), 1..4)].boxed(), 1..4);
    object(prop_oneof![2 => field().boxed(), 1 => inner].boxed(), 2..5)
}

fn pattern() -> impl Strategy<Value = Value> {
    let conditions = prop::collection::vec(condition(), 1..4).prop_map(Value::from).boxed();
    let inner = object(prop_oneof![3 => conditions.clone(), 1 => object(conditions.clone(), 1..3)].boxed(), 1..3);
    let plain = object(prop_oneof![2 => conditions.clone(), 1 => inner].boxed(), 1..3);
    // A field both beside and inside `$or` is undecided in the documentation.
    let either = prop::collection::vec(object(conditions, 1..3), 2..4).prop_map(|all| json!({"$or": all}));
    prop_oneof![6 => plain, 1 => either]
}

fn condition() -> impl Strategy<Value = Value> {
    let some = |values: &'static [&'static str]| select(values).prop_map(Value::from);
    let one_or_two = |values: &'static [&'static str]| {
        prop_oneof![some(values), prop::collection::vec(some(values), 1..3).prop_map(Value::from)]
    };
    prop_oneof![
        4 => leaf(),
        1 => some(&["a", "ab", "1", ""]).prop_map(|text| json!({"prefix": text})),
        1 => some(&["a", "b", "7"]).prop_map(|text| json!({"suffix": text})),
        1 => some(&["AB", "a", "abC"]).prop_map(|text| json!({"equals-ignore-case": text})),
        1 => some(&["a*c", "x.*", "*.0.7", "1*.*"]).prop_map(|text| json!({"wildcard": text})),
        1 => (select(vec!["=", "<", "<=", ">", ">="]), number()).prop_map(|(sign, number)| json!({"numeric": [sign, number]})),
        1 => select(vec![json!([">", 0, "<=", 5]), json!([">=", -5, "<", 2.5])]).prop_map(|range| json!({"numeric": range})),
        1 => some(&["10.0.0.0/24", "10.0.0.0/8", "2001:db8::/32"]).prop_map(|block| json!({"cidr": block})),
        1 => any::<bool>().prop_map(|is| json!({"exists": is})),
        1 => prop_oneof![text(), number()].prop_map(|value| json!({"anything-but": value})),
        1 => prop::collection::vec(text(), 1..3).prop_map(|values| json!({"anything-but": values})),
        1 => prop::collection::vec(number(), 1..3).prop_map(|values| json!({"anything-but": values})),
        1 => one_or_two(&["a", "1"]).prop_map(|value| json!({"anything-but": {"prefix": value}})),
        1 => one_or_two(&["b", "7"]).prop_map(|value| json!({"anything-but": {"suffix": value}})),
        1 => one_or_two(&["AB", "a"]).prop_map(|value| json!({"anything-but": {"equals-ignore-case": value}})),
        1 => one_or_two(&["*.*.*.*", "a*c"]).prop_map(|value| json!({"anything-but": {"wildcard": value}})),
    ]
}
