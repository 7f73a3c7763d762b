//! Conditions of policies.
//!
//! Source: "IAM JSON policy elements: Condition operators" and "Conditions with multiple context keys or values" of the
//! IAM user guide.

use super::like::like;
use crate::base::json::Json;
use crate::base::time::Timestamp;
use crate::evidence::trial::Truth;
use crate::evidence::trial::ranges::{Reach, reach};
use crate::evidence::trial::text::is_same_ignoring_case;
use ipnet::IpNet;
use std::net::IpAddr;

/// What is known about a request: the values of condition keys.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Keys, in lower case, and their values.
    pub values: Vec<(String, Value)>,
    /// Whether a global key (`aws:…`) that is not listed may have any value. All other unlisted keys are absent.
    pub is_open: bool,
}

/// The value of a condition key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Not in the request.
    Absent,
    /// In the request; several values for multivalued keys.
    Is(Vec<String>),
    /// Not known.
    Open,
    /// Any public address; the requester can choose it.
    Anywhere,
}

impl Context {
    fn get(&self, key: &str) -> &Value {
        let key = key.to_ascii_lowercase();
        let known = self.values.iter().find(|(name, _)| *name == key).map(|(_, value)| value);
        known.unwrap_or(if self.is_open && is_of_aws_itself(&key) { &Value::Open } else { &Value::Absent })
    }
}

/// Whether a key is global (`aws:…`). Tag keys are excluded: a request or resource without tags does not have them.
fn is_of_aws_itself(key: &str) -> bool {
    let is_of_request = |start: &str| key.starts_with(start);
    key.starts_with("aws:") && !["aws:requesttag/", "aws:resourcetag/", "aws:tagkeys"].into_iter().any(is_of_request)
}

/// One key under one operator.
#[derive(Debug)]
pub(super) struct Condition {
    pub key: String,
    pub values: Vec<String>,
    quantifier: Quantifier,
    if_exists: bool,
    operator: Operator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quantifier {
    One,
    ForAllValues,
    ForAnyValue,
}

#[derive(Clone, Copy, Debug)]
enum Operator {
    Null,
    /// A comparison, and whether it is negated (`StringNotEquals`).
    Compare(Comparison, bool),
    NotUnderstood,
}

#[derive(Clone, Copy, Debug)]
enum Comparison {
    Equals,
    EqualsIgnoreCase,
    Like,
    Bool,
    Within,
    Numeric(Order),
    Date(Order),
}

#[derive(Clone, Copy, Debug)]
enum Order {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Parses a condition block; none if its structure is not valid.
pub(super) fn read(block: Option<&Json>) -> Option<Vec<Condition>> {
    let Some(block) = block else {
        return Some(Vec::new());
    };
    let Json::Object(operators) = block else {
        return None;
    };
    let mut conditions = Vec::new();
    for (operator, keys) in operators {
        let Json::Object(keys) = keys else {
            return None;
        };
        for (key, values) in keys {
            conditions.push(Condition::read(operator, key, values)?);
        }
    }
    Some(conditions)
}

impl Condition {
    fn read(operator: &str, key: &str, values: &Json) -> Option<Condition> {
        let (quantifier, rest) = match operator.split_once(':') {
            Some(("ForAllValues", rest)) => (Quantifier::ForAllValues, rest),
            Some(("ForAnyValue", rest)) => (Quantifier::ForAnyValue, rest),
            Some(_) | None => (Quantifier::One, operator),
        };
        let (name, if_exists) = rest.strip_suffix("IfExists").map_or((rest, false), |name| (name, true));
        let plain = |value: &Json| match value {
            Json::Bool(is) => Some(is.to_string()),
            Json::Number(number) => Some(number.to_string()),
            Json::Text(text) => Some(text.clone()),
            Json::Null | Json::List(_) | Json::Object(_) => None,
        };
        let values = match values {
            Json::List(items) => items.iter().map(plain).collect::<Option<_>>()?,
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => vec![plain(values)?],
        };
        Some(Condition { key: key.to_owned(), values, quantifier, if_exists, operator: by_name(name) })
    }

    /// Whether a request meets the condition. If the requester can choose the value, one that lets the request through
    /// is assumed: it meets the condition of an allowing statement, and does not meet that of a denying one.
    pub fn is_met(&self, context: &Context, is_allowing: bool) -> Truth {
        let value = context.get(&self.key);
        let Operator::Compare(comparison, is_inverted) = self.operator else {
            return self.is_null(value);
        };
        match value {
            Value::Open => Truth::Unclear,
            Value::Anywhere if matches!(comparison, Comparison::Within) => {
                let reached = reach(self.values.iter().map(String::as_str));
                let is_inside_wanted = is_allowing != is_inverted;
                let can_be = if is_inside_wanted { can_be_inside(reached) } else { self.can_be_outside(reached) };
                if is_allowing { can_be } else { !can_be }
            }
            Value::Anywhere => Truth::Unclear,
            // An absent key meets `ForAllValues`, `…IfExists` and negated operators.
            Value::Absent => (match self.quantifier {
                Quantifier::ForAllValues => true,
                Quantifier::ForAnyValue => false,
                Quantifier::One => self.if_exists || is_inverted,
            })
            .into(),
            Value::Is(values) => {
                let each = values.iter().map(|value| {
                    let is_any = Truth::any(self.values.iter().map(|wanted| compare(comparison, value, wanted)));
                    if is_inverted { !is_any } else { is_any }
                });
                if self.quantifier == Quantifier::ForAllValues { Truth::all(each) } else { Truth::any(each) }
            }
        }
    }

    /// Whether a request can come from outside these ranges.
    fn can_be_outside(&self, reached: Option<Reach>) -> Truth {
        let is_all = |range: &String| matches!(range.as_str(), "0.0.0.0/0" | "::/0");
        match reached {
            Some(Reach::Limited | Reach::Wide | Reach::UnrelatedHosts) => Truth::Yes,
            Some(Reach::World) if self.values.iter().any(is_all) => Truth::No,
            Some(Reach::World) | None => Truth::Unclear,
        }
    }

    /// `Null`: whether the key is absent.
    fn is_null(&self, value: &Value) -> Truth {
        let Operator::Null = self.operator else {
            return Truth::Unclear;
        };
        let is_absent = match value {
            Value::Absent => true,
            Value::Is(_) | Value::Anywhere => false,
            Value::Open => return Truth::Unclear,
        };
        Truth::any(
            self.values
                .iter()
                .map(|wanted| truth_of(wanted).map_or(Truth::Unclear, |wanted| (wanted == is_absent).into())),
        )
    }
}

/// Whether a stranger's request can come from inside the ranges: all large ranges contain machines for rent.
fn can_be_inside(reached: Option<Reach>) -> Truth {
    match reached {
        Some(Reach::World | Reach::UnrelatedHosts) => Truth::Yes,
        Some(Reach::Wide) | None => Truth::Unclear,
        Some(Reach::Limited) => Truth::No,
    }
}

fn by_name(name: &str) -> Operator {
    use Comparison::{Bool, Date, Equals, EqualsIgnoreCase, Like, Numeric, Within};
    let (comparison, is_inverted) = match name {
        "Null" => return Operator::Null,
        "StringEquals" => (Equals, false),
        "StringNotEquals" => (Equals, true),
        "StringEqualsIgnoreCase" => (EqualsIgnoreCase, false),
        "StringNotEqualsIgnoreCase" => (EqualsIgnoreCase, true),
        // `ArnLike` and `ArnEquals` behave identically.
        "StringLike" | "ArnLike" | "ArnEquals" => (Like, false),
        "StringNotLike" | "ArnNotLike" | "ArnNotEquals" => (Like, true),
        "Bool" => (Bool, false),
        "IpAddress" => (Within, false),
        "NotIpAddress" => (Within, true),
        name => {
            let rest = name.strip_prefix("Numeric").map(|rest| (rest, true));
            let rest = rest.or_else(|| name.strip_prefix("Date").map(|rest| (rest, false)));
            let Some((order, is_number)) = rest else {
                return Operator::NotUnderstood;
            };
            let (order, is_inverted) = match order {
                "Equals" => (Order::Equal, false),
                "NotEquals" => (Order::Equal, true),
                "LessThan" => (Order::Less, false),
                "LessThanEquals" => (Order::LessOrEqual, false),
                "GreaterThan" => (Order::Greater, false),
                "GreaterThanEquals" => (Order::GreaterOrEqual, false),
                _ => return Operator::NotUnderstood,
            };
            (if is_number { Numeric(order) } else { Date(order) }, is_inverted)
        }
    };
    Operator::Compare(comparison, is_inverted)
}

fn truth_of(text: &str) -> Option<bool> {
    text.to_ascii_lowercase().parse().ok()
}

/// Whether a value of the request compares with a value of the condition as the operator requires.
fn compare(comparison: Comparison, value: &str, wanted: &str) -> Truth {
    if wanted.contains("${") && !matches!(comparison, Comparison::Like) {
        return Truth::Unclear;
    }
    match comparison {
        Comparison::Equals => (value == wanted).into(),
        Comparison::EqualsIgnoreCase => is_same_ignoring_case(value, wanted).into(),
        Comparison::Like => like(wanted, value, false),
        Comparison::Bool => both(truth_of(value), truth_of(wanted), |value, wanted| value == wanted),
        Comparison::Within => both(value.parse::<IpAddr>().ok(), net(wanted), |value, net| net.contains(&value)),
        Comparison::Numeric(order) => {
            let number = |text: &str| text.parse::<f64>().ok();
            both(number(value), number(wanted), |value, wanted| is_in_order(order, value.partial_cmp(&wanted)))
        }
        Comparison::Date(order) => {
            both(timestamp(value), timestamp(wanted), |value, wanted| is_in_order(order, value.partial_cmp(&wanted)))
        }
    }
}

/// Compares two parsed values; unclear if one of them could not be parsed.
fn both<A, B>(value: Option<A>, wanted: Option<B>, predicate: impl Fn(A, B) -> bool) -> Truth {
    match (value, wanted) {
        (Some(value), Some(wanted)) => predicate(value, wanted).into(),
        (None, _) | (_, None) => Truth::Unclear,
    }
}

/// Parses a range or a single address.
fn net(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from))
}

/// Parses a day, a time, or seconds since 1970.
fn timestamp(text: &str) -> Option<Timestamp> {
    let of_day = || Timestamp::parse(&format!("{text}T00:00:00Z"));
    Timestamp::parse(text).or_else(of_day).or_else(|| Timestamp::from_unix_seconds(text.parse().ok()?))
}

fn is_in_order(order: Order, found: Option<std::cmp::Ordering>) -> bool {
    found.is_some_and(|found| match order {
        Order::Equal => found.is_eq(),
        Order::Less => found.is_lt(),
        Order::LessOrEqual => found.is_le(),
        Order::Greater => found.is_gt(),
        Order::GreaterOrEqual => found.is_ge(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Context, Value, read};
    use crate::base::json::Json;
    use crate::evidence::trial::Truth;

    fn is_met(block: &str, values: &[(&str, &[&str])]) -> Truth {
        let values = values.iter().map(|(key, values)| {
            ((*key).to_owned(), Value::Is(values.iter().map(|value| (*value).to_owned()).collect()))
        });
        let context = Context { values: values.collect(), is_open: false };
        let conditions = read(Some(&Json::parse(block).unwrap())).unwrap();
        Truth::all(conditions.iter().map(|condition| condition.is_met(&context, true)))
    }

    #[test]
    fn operators_as_documented() {
        let tls: &[(&str, &[&str])] = &[("aws:securetransport", &["true"])];
        let tags: &[(&str, &[&str])] = &[("aws:tagkeys", &["a", "b"])];
        let from: &[(&str, &[&str])] = &[("aws:sourceip", &["8.8.8.8"])];
        for (block, values, wanted) in [
            ("{}", tls, Truth::Yes),
            (r#"{"Bool": {"aws:SecureTransport": true}}"#, tls, Truth::Yes),
            (r#"{"Bool": {"aws:SecureTransport": "False"}}"#, tls, Truth::No),
            (r#"{"Bool": {"aws:MultiFactorAuthPresent": "true"}}"#, tls, Truth::No),
            (r#"{"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}"#, tls, Truth::Yes),
            (r#"{"Null": {"aws:MultiFactorAuthAge": "true"}}"#, tls, Truth::Yes),
            (r#"{"Null": {"aws:SecureTransport": true}}"#, tls, Truth::No),
            (r#"{"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}"#, tls, Truth::Yes),
            (r#"{"StringEquals": {"aws:SourceVpce": "vpce-1"}}"#, tls, Truth::No),
            (r#"{"ForAllValues:StringEquals": {"aws:TagKeys": ["a"]}}"#, tls, Truth::Yes),
            (r#"{"ForAllValues:StringEquals": {"aws:TagKeys": ["a"]}}"#, tags, Truth::No),
            (r#"{"ForAnyValue:StringEquals": {"aws:TagKeys": ["a"]}}"#, tags, Truth::Yes),
            (r#"{"ForAnyValue:StringEquals": {"aws:TagKeys": ["a"]}}"#, tls, Truth::No),
            (r#"{"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "8.0.0.0/6"]}}"#, from, Truth::Yes),
            (r#"{"NotIpAddress": {"aws:SourceIp": "8.8.8.8"}}"#, from, Truth::No),
            (r#"{"IpAddress": {"aws:SourceIp": "somewhere"}}"#, from, Truth::Unclear),
            (r#"{"StringEquals": {"aws:SourceIp": "${aws:username}"}}"#, from, Truth::Unclear),
            (r#"{"StringSounds": {"aws:SourceIp": "x"}}"#, from, Truth::Unclear),
            (r#"{"StringEquals": {"aws:SourceIp": ["1", "8.8.8.8"], "aws:X": "y"}}"#, from, Truth::No),
        ] {
            assert_eq!(is_met(block, values), wanted, "{block}");
        }
        let day: &[(&str, &[&str])] = &[("aws:currenttime", &["2026-11-24T09:00:00Z"])];
        assert_eq!(is_met(r#"{"DateGreaterThan": {"aws:CurrentTime": "2020-01-01"}}"#, day), Truth::Yes);
        assert_eq!(is_met(r#"{"DateLessThan": {"aws:CurrentTime": "2020-01-01T00:00:00Z"}}"#, day), Truth::No);
        assert!(read(Some(&Json::from("x"))).is_none());
    }
}
