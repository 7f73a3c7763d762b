//! Parses a pattern. Syntax that EventBridge rejects is read as `NotUnderstood`.

use super::pattern::{Comparison, Node, Test};
use crate::base::json::{Json, Object};
use crate::evidence::trial::text::Glob;

/// All conditions of an object.
pub(super) fn all(fields: &Object) -> Node {
    let is_twice = |key: &str| fields.iter().filter(|(other, _)| other == key).count() > 1;
    let node = |(key, value): &(String, Json)| {
        let node = match value {
            _ if is_twice(key) => Node::NotUnderstood,
            // If a field has conditions both inside and beside `$or`, AWS does not document which one counts.
            Json::List(items) if key == "$or" && items.iter().any(|item| overlaps(item, fields)) => Node::NotUnderstood,
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

/// Whether a branch of `$or` has a condition on a field that also has one beside `$or`.
fn overlaps(branch: &Json, beside: &Object) -> bool {
    beside.iter().filter(|(key, _)| key != "$or").any(|(key, value)| match (branch.get(key), value) {
        (Some(inner @ Json::Object(_)), Json::Object(fields)) => overlaps(inner, fields),
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

/// The operators on text.
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

/// `*` matches any text; a backslash escapes a `*` or a backslash. Consecutive `*` are rejected.
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
