//! Evaluates event patterns of Amazon EventBridge on events.
//!
//! Source: "Creating Amazon EventBridge event patterns" and "Comparison operators" of the EventBridge user guide; for
//! what they do not cover (arrays of objects), the documentation of AWS's own matcher, `aws/event-ruler`.

mod pattern;
mod read;

use super::Truth;
use super::event::{Event, Field, is_any};
use super::text::{fits, folded, is_same_ignoring_case};
use crate::base::json::Json;
use pattern::{Comparison, Node, Test};
use std::net::IpAddr;

/// A parsed pattern. Parts that are not understood stay in it and evaluate to [`Truth::Unclear`].
#[derive(Debug)]
pub struct EventPattern(Node);

impl EventPattern {
    /// Parses a pattern. EventBridge accepts only JSON objects; anything else is not understood.
    #[must_use]
    pub fn parse(text: &str) -> EventPattern {
        EventPattern(match Json::parse(text) {
            Ok(Json::Object(fields)) if !fields.is_empty() => read::all(&fields),
            Ok(_) | Err(_) => Node::NotUnderstood,
        })
    }

    /// Whether an event matches.
    #[must_use]
    pub fn matches(&self, event: Event<'_>) -> Truth {
        Trial { event, path: Vec::new() }.node(&self.0, event.root())
    }
}

/// Evaluates one pattern on one event.
struct Trial<'e> {
    event: Event<'e>,
    /// The keys of the path to the current field.
    path: Vec<String>,
}

impl<'e> Trial<'e> {
    fn node(&mut self, node: &Node, field: Field<'e>) -> Truth {
        match node {
            Node::NotUnderstood => Truth::Unclear,
            Node::Any(nodes) => Truth::any(nodes.iter().map(|node| self.node(node, field)).collect::<Vec<_>>()),
            Node::Values(tests) => Truth::any(tests.iter().map(|test| self.values(test, field)).collect::<Vec<_>>()),
            Node::All(fields) => match field {
                // All conditions below a list must be met by the same item.
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
                // `$or` is not a field: its patterns apply to the same level.
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
                // Present only in another item of a list: AWS's own matcher then depends on the order of keys.
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

    /// Whether a path leads to a value, through any item of the lists on the path.
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

/// Whether a field is a leaf: a value other than an object.
fn leaf_in(field: Field<'_>) -> Truth {
    match field {
        Field::Open => Truth::Unclear,
        Field::Absent | Field::Value(Json::Object(_)) => Truth::No,
        Field::Value(Json::List(items)) => Truth::any(items.iter().map(|item| leaf_in(Field::Value(item)))),
        Field::Value(Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_)) => Truth::Yes,
    }
}

/// Whether a value that is neither a list nor an object meets a condition.
fn holds(test: &Test, value: &Json) -> Truth {
    let of_text = |predicate: &dyn Fn(&str) -> bool| value.as_text().is_some_and(predicate).into();
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
    use crate::base::json::Json;
    use crate::evidence::trial::Truth;
    use crate::evidence::trial::event::{ANY, Event};

    fn matched(pattern: &str, event: &str, is_whole: bool) -> Truth {
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
            assert_eq!(matched(pattern, r#"{"a": "b"}"#, true), Truth::Unclear, "{pattern}");
        }
        assert_eq!(matched(r#"{"a": [{"regex": "b"}, "b"]}"#, r#"{"a": "b"}"#, true), Truth::Yes);
        assert_eq!(matched(r#"{"a": [{"regex": "b"}], "c": ["d"]}"#, r#"{"a": "b"}"#, true), Truth::No);
    }

    #[test]
    fn fields_missing_in_a_witness_are_unclear() {
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
            assert_eq!(matched(pattern, witness, false), wanted, "{pattern}");
        }
    }
}
