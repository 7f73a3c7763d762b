//! Event patterns of Amazon EventBridge, run over events.
//!
//! Source: "Creating Amazon EventBridge event patterns" and "Comparison operators" of the EventBridge user guide; where
//! they are silent (arrays of objects), what AWS's own matcher, `aws/event-ruler`, says of itself.

use super::Truth;
use super::event::{Event, Field, is_any};
use super::text::{Glob, fits, folded, is_same_ignoring_case};
use crate::json::{Json, Object};
use ipnet::IpNet;
use std::net::IpAddr;

/// A pattern that was read. What is not understood in it stays in its place, as a doubt.
#[derive(Debug)]
pub struct EventPattern(Node);

#[derive(Debug)]
enum Node {
    /// Every one of these fields.
    All(Vec<(String, Node)>),
    /// One of these (`$or`).
    Any(Vec<Node>),
    /// One of these values.
    Values(Vec<Test>),
    NotUnderstood,
}

/// A condition on one value.
#[derive(Debug)]
enum Test {
    Is(Json),
    IsIgnoringCase(String),
    Starts { text: String, ignoring_case: bool },
    Ends { text: String, ignoring_case: bool },
    Wildcard(Vec<Glob>),
    AnythingBut(Vec<Test>),
    Numeric(Vec<(Comparison, f64)>),
    Exists(bool),
    Within(IpNet),
    NotUnderstood,
}

#[derive(Clone, Copy, Debug)]
enum Comparison {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl EventPattern {
    /// Reads a pattern. EventBridge takes no other than JSON objects: of anything else nothing can be said.
    #[must_use]
    pub fn parse(text: &str) -> EventPattern {
        EventPattern(match Json::parse(text) {
            Ok(Json::Object(fields)) if !fields.is_empty() => all(&fields),
            Ok(_) | Err(_) => Node::NotUnderstood,
        })
    }

    /// Whether an event comes through.
    #[must_use]
    pub fn matches(&self, event: Event<'_>) -> Truth {
        Trial { event, path: Vec::new() }.node(&self.0, event.root())
    }
}

fn all(fields: &Object) -> Node {
    let is_twice = |key: &str| fields.iter().filter(|(other, _)| other == key).count() > 1;
    let node = |(key, value): &(String, Json)| {
        let node = match value {
            _ if is_twice(key) => Node::NotUnderstood,
            // Which of two conditions on one field counts, inside and beside it, AWS does not say.
            Json::List(items) if key == "$or" && items.iter().any(|item| meets(item, fields)) => Node::NotUnderstood,
            Json::List(items) if key == "$or" => any(items),
            Json::List(items) if !items.is_empty() => Node::Values(items.iter().map(test).collect()),
            Json::Object(fields) if !fields.is_empty() && key != "$or" => all(fields),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => {
                Node::NotUnderstood
            }
        };
        (key.clone(), node)
    };
    Node::All(fields.iter().map(node).collect())
}

/// Whether a branch of `$or` has a condition on a field that stands beside it as well.
fn meets(branch: &Json, beside: &Object) -> bool {
    beside.iter().filter(|(key, _)| key != "$or").any(|(key, value)| match (branch.get(key), value) {
        (Some(inner @ Json::Object(_)), Json::Object(fields)) => meets(inner, fields),
        (Some(_), _) => true,
        (None, _) => false,
    })
}

/// `$or`: two patterns or more.
fn any(items: &[Json]) -> Node {
    let nodes = items.iter().map(|item| match item {
        Json::Object(fields) if !fields.is_empty() => all(fields),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => {
            Node::NotUnderstood
        }
    });
    if items.len() < 2 { Node::NotUnderstood } else { Node::Any(nodes.collect()) }
}

fn test(item: &Json) -> Test {
    match item {
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => Test::Is(item.clone()),
        Json::Object(fields) => match fields.as_slice() {
            [(operator, value)] => by_operator(operator, value),
            _ => Test::NotUnderstood,
        },
        Json::List(_) => Test::NotUnderstood,
    }
}

fn by_operator(operator: &str, value: &Json) -> Test {
    match (operator, value) {
        ("anything-but", Json::Object(fields)) => match fields.as_slice() {
            [(operator, value)] if is_of_text(operator) => anything_but(value, |one| match one {
                Json::Text(text) if !text.is_empty() || operator == "wildcard" => of_text(operator, one),
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => {
                    Test::NotUnderstood
                }
            }),
            _ => Test::NotUnderstood,
        },
        ("anything-but", Json::List(items)) if items.iter().any(is_number) && !items.iter().all(is_number) => {
            Test::NotUnderstood
        }
        ("anything-but", value) => anything_but(value, |one| match one {
            Json::Text(_) | Json::Number(_) => Test::Is(one.clone()),
            Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_) => Test::NotUnderstood,
        }),
        ("numeric", Json::List(words)) => numeric(words),
        ("exists", Json::Bool(is)) => Test::Exists(*is),
        ("cidr", Json::Text(text)) => text.parse().map_or(Test::NotUnderstood, Test::Within),
        (operator, value) => of_text(operator, value),
    }
}

fn is_number(value: &Json) -> bool {
    matches!(value, Json::Number(_))
}

fn is_of_text(operator: &str) -> bool {
    matches!(operator, "prefix" | "suffix" | "equals-ignore-case" | "wildcard")
}

/// All but one value, or all but those of a list.
fn anything_but(value: &Json, test: impl Fn(&Json) -> Test) -> Test {
    Test::AnythingBut(match value {
        Json::List(items) if !items.is_empty() => items.iter().map(test).collect(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => {
            vec![test(value)]
        }
    })
}

/// The operators that look at a text.
fn of_text(operator: &str, value: &Json) -> Test {
    let folding = match value {
        Json::Object(fields) => match fields.as_slice() {
            [(key, Json::Text(text))] if key == "equals-ignore-case" => Some(text),
            _ => None,
        },
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => None,
    };
    let ignoring_case = folding.is_some();
    let Some(text) = value.as_text().map(str::to_owned).or_else(|| folding.cloned()) else {
        return Test::NotUnderstood;
    };
    match operator {
        "prefix" => Test::Starts { text, ignoring_case },
        "suffix" => Test::Ends { text, ignoring_case },
        "equals-ignore-case" if !ignoring_case => Test::IsIgnoringCase(text),
        "wildcard" if !ignoring_case => wildcard(&text).map_or(Test::NotUnderstood, Test::Wildcard),
        _ => Test::NotUnderstood,
    }
}

/// `*` is any text; a backslash stands before a `*` or backslash that is meant itself. Two `*` beside each other are refused.
fn wildcard(text: &str) -> Option<Vec<Glob>> {
    let mut glob = Vec::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        glob.push(match c {
            '*' if glob.last() == Some(&Glob::Many) => return None,
            '*' => Glob::Many,
            '\\' => Glob::Char(chars.next().filter(|c| matches!(c, '*' | '\\'))?),
            c => Glob::Char(c),
        });
    }
    Some(glob)
}

/// `[">", 0, "<=", 5]`
fn numeric(words: &[Json]) -> Test {
    let bounds: Option<Vec<(Comparison, f64)>> = words
        .chunks(2)
        .map(|pair| match pair {
            [Json::Text(sign), Json::Number(number)] => Some((comparison(sign)?, *number)),
            _ => None,
        })
        .collect();
    // One bound, or a lower and an upper one.
    let is_valid = |bounds: &Vec<(Comparison, f64)>| match bounds.as_slice() {
        [_] => true,
        [
            (Comparison::Greater | Comparison::GreaterOrEqual, low),
            (Comparison::Less | Comparison::LessOrEqual, high),
        ] => low < high,
        _ => false,
    };
    bounds.filter(is_valid).map_or(Test::NotUnderstood, Test::Numeric)
}

fn comparison(sign: &str) -> Option<Comparison> {
    Some(match sign {
        "=" => Comparison::Equal,
        "<" => Comparison::Less,
        "<=" => Comparison::LessOrEqual,
        ">" => Comparison::Greater,
        ">=" => Comparison::GreaterOrEqual,
        _ => return None,
    })
}

/// One pattern on one event.
struct Trial<'e> {
    event: Event<'e>,
    /// The keys above what is looked at.
    path: Vec<String>,
}

impl<'e> Trial<'e> {
    fn node(&mut self, node: &Node, field: Field<'e>) -> Truth {
        match node {
            Node::NotUnderstood => Truth::Unclear,
            Node::Any(nodes) => Truth::any(nodes.iter().map(|node| self.node(node, field)).collect::<Vec<_>>()),
            Node::Values(tests) => Truth::any(tests.iter().map(|test| self.values(test, field)).collect::<Vec<_>>()),
            Node::All(fields) => match field {
                // All conditions below a list have to meet in one of its items.
                Field::Value(Json::List(items)) if !items.is_empty() => {
                    Truth::any(items.iter().map(|item| self.node(node, Field::Value(item))).collect::<Vec<_>>())
                }
                Field::Value(_) | Field::Absent | Field::Open => self.fields(fields, field),
            },
        }
    }

    fn fields(&mut self, fields: &[(String, Node)], field: Field<'e>) -> Truth {
        let mut all = Truth::Yes;
        for (key, node) in fields {
            let truth = if let Node::Any(_) = node {
                // `$or` is no field: its patterns start where it stands.
                self.node(node, field)
            } else {
                self.path.push(key.clone());
                let truth = self.node(node, self.event.below_path(field, key));
                self.path.pop();
                truth
            };
            all = all.and(truth);
            if all == Truth::No {
                break;
            }
        }
        all
    }

    fn values(&self, test: &Test, field: Field<'e>) -> Truth {
        match test {
            Test::NotUnderstood => return Truth::Unclear,
            Test::Exists(true) => return leaf_in(field),
            Test::Exists(false) => {
                let elsewhere = self.is_there(self.event.root(), &self.path);
                // In another item of a list: there AWS's own matcher goes by the order of keys.
                let is_only_elsewhere = leaf_in(field) == Truth::No && elsewhere == Truth::Yes;
                return if is_only_elsewhere { Truth::Unclear } else { !elsewhere };
            }
            Test::Is(_) | Test::IsIgnoringCase(_) | Test::Starts { .. } | Test::Ends { .. } => {}
            Test::Wildcard(_) | Test::AnythingBut(_) | Test::Numeric(_) | Test::Within(_) => {}
        }
        match field {
            Field::Open => Truth::Unclear,
            Field::Absent => Truth::No,
            Field::Value(Json::List(items)) => {
                Truth::any(items.iter().map(|item| self.values(test, Field::Value(item))))
            }
            Field::Value(Json::Object(_)) => Truth::No,
            Field::Value(value) if is_any(value) => Truth::Unclear,
            Field::Value(value) => holds(test, value),
        }
    }

    /// Whether a path leads to a value, through any item of the lists on its way.
    fn is_there(&self, field: Field<'e>, path: &[String]) -> Truth {
        match (field, path) {
            (Field::Value(Json::List(items)), [_, ..]) => {
                Truth::any(items.iter().map(|item| self.is_there(Field::Value(item), path)))
            }
            (field, [key, rest @ ..]) => self.is_there(self.event.below_path(field, key), rest),
            (field, []) => leaf_in(field),
        }
    }
}

/// Whether a value stands there, and no object: those are no leaves.
fn leaf_in(field: Field<'_>) -> Truth {
    match field {
        Field::Open => Truth::Unclear,
        Field::Absent | Field::Value(Json::Object(_)) => Truth::No,
        Field::Value(Json::List(items)) => Truth::any(items.iter().map(|item| leaf_in(Field::Value(item)))),
        Field::Value(Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_)) => Truth::Yes,
    }
}

/// Whether a value, no list and no object, meets a condition.
fn holds(test: &Test, value: &Json) -> Truth {
    let of_text = |is: &dyn Fn(&str) -> bool| value.as_text().is_some_and(is).into();
    match test {
        Test::NotUnderstood => Truth::Unclear,
        Test::Is(wanted) => (wanted == value).into(),
        Test::IsIgnoringCase(wanted) => of_text(&|text| is_same_ignoring_case(text, wanted)),
        Test::Starts { text, ignoring_case: false } => of_text(&|value| value.starts_with(text.as_str())),
        Test::Ends { text, ignoring_case: false } => of_text(&|value| value.ends_with(text.as_str())),
        Test::Starts { text, ignoring_case: true } => of_text(&|value| {
            let mut letters = folded(value);
            folded(text).all(|letter| letters.next() == Some(letter))
        }),
        Test::Ends { text, ignoring_case: true } => {
            of_text(&|value| folded(value).collect::<String>().ends_with(&folded(text).collect::<String>()))
        }
        Test::Wildcard(glob) => of_text(&|text| fits(glob, &text.chars().collect::<Vec<_>>())),
        Test::AnythingBut(tests) => !Truth::any(tests.iter().map(|test| holds(test, value))),
        Test::Numeric(bounds) => match value {
            Json::Number(number) => bounds.iter().all(|(sign, bound)| compares(*number, *sign, *bound)).into(),
            Json::Null | Json::Bool(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => Truth::No,
        },
        Test::Exists(wanted) => (*wanted).into(),
        Test::Within(net) => of_text(&|text| text.parse::<IpAddr>().is_ok_and(|address| net.contains(&address))),
    }
}

#[expect(clippy::float_cmp, reason = "both were written in decimals, and are compared as such")]
fn compares(number: f64, sign: Comparison, bound: f64) -> bool {
    match sign {
        Comparison::Equal => number == bound,
        Comparison::Less => number < bound,
        Comparison::LessOrEqual => number <= bound,
        Comparison::Greater => number > bound,
        Comparison::GreaterOrEqual => number >= bound,
    }
}

#[cfg(test)]
mod tests {
    use super::EventPattern;
    use crate::evidence::trial::Truth;
    use crate::evidence::trial::event::{ANY, Event};
    use crate::json::Json;

    fn tried(pattern: &str, event: &str, is_whole: bool) -> Truth {
        let fields = Json::parse(&event.replace("ANY", &ANY.replace('\0', "\\u0000"))).unwrap();
        EventPattern::parse(pattern).matches(Event { fields: &fields, is_whole })
    }

    #[test]
    fn what_is_not_understood_is_unclear_unless_the_rest_decides() {
        for pattern in [
            "",
            "[]",
            "{}",
            r#"{"a": []}"#,
            r#"{"a": "b"}"#,
            r#"{"a": [{"regex": "b"}]}"#,
            r#"{"a": [{"prefix": "b", "suffix": "b"}]}"#,
            r#"{"a": [{"prefix": 1}]}"#,
            r#"{"a": [{"wildcard": "b**"}]}"#,
            r#"{"a": [{"wildcard": "\\b"}]}"#,
            r#"{"a": [{"numeric": ["~", 1]}]}"#,
            r#"{"a": [{"numeric": [">"]}]}"#,
            r#"{"a": [{"cidr": "10.0.0.0"}]}"#,
            r#"{"a": [{"anything-but": {"exists": true}}]}"#,
            r#"{"a": [{"exists": "yes"}]}"#,
            r#"{"$or": [{"a": ["b"]}]}"#,
            r#"{"a": ["b"], "a": ["c"]}"#,
        ] {
            assert_eq!(tried(pattern, r#"{"a": "b"}"#, true), Truth::Unclear, "{pattern}");
        }
        assert_eq!(tried(r#"{"a": [{"regex": "b"}, "b"]}"#, r#"{"a": "b"}"#, true), Truth::Yes);
        assert_eq!(tried(r#"{"a": [{"regex": "b"}], "c": ["d"]}"#, r#"{"a": "b"}"#, true), Truth::No);
    }

    #[test]
    fn a_witness_leaves_open_what_it_does_not_say() {
        let witness = r#"{"known": "x", "free": "ANY", "gone": null, "deep": {"known": 1}}"#;
        for (pattern, wanted) in [
            (r#"{"known": ["x"]}"#, Truth::Yes),
            (r#"{"known": ["y"]}"#, Truth::No),
            (r#"{"free": ["x"]}"#, Truth::Unclear),
            (r#"{"free": [{"anything-but": "x"}]}"#, Truth::Unclear),
            (r#"{"free": [{"exists": true}]}"#, Truth::Yes),
            (r#"{"free": [{"exists": false}]}"#, Truth::No),
            (r#"{"free": {"below": ["x"]}}"#, Truth::Unclear),
            (r#"{"gone": ["x"]}"#, Truth::No),
            (r#"{"gone": [{"exists": false}]}"#, Truth::Yes),
            (r#"{"gone": {"below": [{"exists": false}]}}"#, Truth::Yes),
            (r#"{"other": ["x"]}"#, Truth::Unclear),
            (r#"{"other": [{"exists": false}]}"#, Truth::Unclear),
            (r#"{"deep": {"known": [1]}}"#, Truth::Yes),
            (r#"{"deep": {"other": [1]}}"#, Truth::Unclear),
            (r#"{"known": ["y"], "other": ["x"]}"#, Truth::No),
            (r#"{"$or": [{"known": ["x"]}, {"other": ["x"]}]}"#, Truth::Yes),
        ] {
            assert_eq!(tried(pattern, witness, false), wanted, "{pattern}");
        }
    }
}
