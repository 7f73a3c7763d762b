//! JSON patterns: `{ $.userIdentity.type = "Root" && $.eventName != "x" }`.

use super::text::{finds, is_like};
use crate::base::json::Json;
use crate::evidence::trial::Truth;
use crate::evidence::trial::event::{Event, Field, is_any};

#[derive(Debug)]
pub(super) enum Expression {
    All(Vec<Expression>),
    Any(Vec<Expression>),
    Compare(Selector, Operator, Operand),
    Is(Selector, Property),
}

#[derive(Debug)]
pub(super) struct Selector(Vec<Step>);

#[derive(Debug)]
pub(super) enum Step {
    Key(String),
    Index(usize),
    Each,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Debug)]
pub(super) enum Operand {
    Text(String),
    /// The text as written, and its value.
    Number(String, f64),
    Regex(String),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Property {
    Null,
    True,
    False,
    Absent,
}

/// Parses the text between the braces.
pub(super) fn read(inner: &str) -> Option<Expression> {
    let mut parser = Parser { rest: inner, depth: 0 };
    parser.any().filter(|_| parser.rest.trim().is_empty())
}

/// Maximum nesting of brackets; AWS accepts patterns of up to 1,024 characters.
const DEPTH: usize = 100;

/// A parser of `$.a = "b" && (…)`; `rest` is the unread part.
struct Parser<'p> {
    rest: &'p str,
    depth: usize,
}

impl Parser<'_> {
    /// Alternatives: `||` binds less tightly than `&&`.
    fn any(&mut self) -> Option<Expression> {
        let mut all = vec![self.all()?];
        while self.take("||") {
            all.push(self.all()?);
        }
        if all.len() > 1 { Some(Expression::Any(all)) } else { all.pop() }
    }

    fn all(&mut self) -> Option<Expression> {
        let mut all = vec![self.one()?];
        while self.take("&&") {
            all.push(self.one()?);
        }
        if all.len() > 1 { Some(Expression::All(all)) } else { all.pop() }
    }

    fn one(&mut self) -> Option<Expression> {
        if !self.take("(") {
            return self.condition();
        }
        self.depth += 1;
        let inner = if self.depth > DEPTH { None } else { self.any() };
        self.depth -= 1;
        inner.filter(|_| self.take(")"))
    }

    fn condition(&mut self) -> Option<Expression> {
        let selector = self.selector()?;
        for (words, property) in [
            (&["IS", "NULL"], Property::Null),
            (&["IS", "TRUE"], Property::True),
            (&["IS", "FALSE"], Property::False),
            (&["NOT", "EXISTS"], Property::Absent),
        ] {
            let before = self.rest;
            if words.iter().all(|word| self.take(word)) {
                return Some(Expression::Is(selector, property));
            }
            self.rest = before;
        }
        let operators = [
            ("!=", Operator::NotEqual),
            ("<=", Operator::LessOrEqual),
            (">=", Operator::GreaterOrEqual),
            ("=", Operator::Equal),
            ("<", Operator::Less),
            (">", Operator::Greater),
        ];
        let (_, operator) = operators.into_iter().find(|(sign, _)| self.take(sign))?;
        let operand = self.operand()?;
        let is_order = !matches!(operator, Operator::Equal | Operator::NotEqual);
        let is_valid = !is_order || matches!(operand, Operand::Number(..));
        is_valid.then_some(Expression::Compare(selector, operator, operand))
    }

    /// `$.a.b`, `$.a[0]`, `$.a[*]`, `$.['a.b']`
    fn selector(&mut self) -> Option<Selector> {
        self.take("$").then_some(())?;
        let mut steps = Vec::new();
        loop {
            let dot = self.rest.strip_prefix('.');
            let rest = dot.unwrap_or(self.rest);
            if let Some(inner) = rest.strip_prefix("['") {
                let (key, rest) = inner.split_once("']")?;
                steps.push(Step::Key(key.to_owned()));
                self.rest = rest;
            } else if let (Some(inner), None) = (rest.strip_prefix('['), dot) {
                let (index, rest) = inner.split_once(']')?;
                steps.push(if index == "*" { Step::Each } else { Step::Index(index.parse().ok()?) });
                self.rest = rest;
            } else if dot.is_some() {
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '*')));
                let (key, rest) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
                steps.push(match key {
                    "" => return None,
                    "*" => Step::Each,
                    key if key.contains('*') => return None,
                    key => Step::Key(key.to_owned()),
                });
                self.rest = rest;
            } else {
                break;
            }
        }
        (!steps.is_empty()).then_some(Selector(steps))
    }

    fn operand(&mut self) -> Option<Operand> {
        self.rest = self.rest.trim_start();
        for (quote, wrap) in [('"', Operand::Text as fn(String) -> Operand), ('%', Operand::Regex)] {
            if let Some(inner) = self.rest.strip_prefix(quote) {
                let (text, rest) = inner.split_once(quote)?;
                self.rest = rest;
                return (!text.contains('\\') || quote == '%').then(|| wrap(text.to_owned()));
            }
        }
        // AWS writes addresses and names of services without quotation marks.
        let is_word_char = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '*' | '+' | ':' | '/');
        let end = self.rest.find(|c| !is_word_char(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).filter(|(word, _)| !word.is_empty())?;
        self.rest = rest;
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
        let number = word.parse().ok().filter(|_| is_number);
        Some(number.map_or_else(|| Operand::Text(word.to_owned()), |number| Operand::Number(word.to_owned(), number)))
    }

    /// Consumes a sign or a whole word, with the space before it; false if it is not next.
    fn take(&mut self, token: &str) -> bool {
        let Some(rest) = self.rest.trim_start().strip_prefix(token) else {
            return false;
        };
        let ends_word = !token.starts_with(|c: char| c.is_ascii_alphabetic())
            || !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        if ends_word {
            self.rest = rest;
        }
        ends_word
    }
}

pub(super) fn tried(expression: &Expression, event: Event<'_>) -> Truth {
    match expression {
        Expression::All(all) => Truth::all(all.iter().map(|one| tried(one, event))),
        Expression::Any(all) => Truth::any(all.iter().map(|one| tried(one, event))),
        Expression::Is(selector, property) => {
            let found = selected(&selector.0, event.root(), event);
            if found.len() > 1 {
                return Truth::Unclear;
            }
            found.first().map_or(Truth::No, |field| has(*field, *property))
        }
        Expression::Compare(selector, operator, operand) => {
            let found = selected(&selector.0, event.root(), event);
            let is_wild = selector.0.iter().any(|step| matches!(step, Step::Each));
            // Whether "not equal" on several values means "none" or "not all" is not documented.
            if is_wild && *operator == Operator::NotEqual {
                return Truth::Unclear;
            }
            Truth::any(found.into_iter().map(|field| compares(field, *operator, operand)))
        }
    }
}

/// The fields that a selector selects.
fn selected<'e>(steps: &[Step], field: Field<'e>, event: Event<'e>) -> Vec<Field<'e>> {
    let [step, rest @ ..] = steps else {
        return vec![field];
    };
    let next: Vec<Field<'e>> = match (step, field) {
        (Step::Key(key), field) => vec![event.below(field, key)],
        (_, Field::Open) => vec![Field::Open],
        (_, Field::Value(value)) if is_any(value) => vec![Field::Open],
        (Step::Index(index), Field::Value(Json::List(items))) => {
            vec![items.get(*index).map_or(Field::Absent, Field::Value)]
        }
        (Step::Each, Field::Value(Json::List(items))) => items.iter().map(Field::Value).collect(),
        (Step::Each, Field::Value(Json::Object(fields))) if event.is_whole => {
            fields.iter().map(|(_, value)| Field::Value(value)).collect()
        }
        (Step::Each, Field::Value(Json::Object(_))) => vec![Field::Open],
        (Step::Index(_) | Step::Each, Field::Value(_) | Field::Absent) => vec![Field::Absent],
    };
    next.into_iter().flat_map(|field| selected(rest, field, event)).collect()
}

fn has(field: Field<'_>, property: Property) -> Truth {
    match (field, property) {
        (Field::Open, _) => Truth::Unclear,
        (Field::Absent, property) => matches!(property, Property::Absent).into(),
        (Field::Value(_), Property::Absent) => Truth::No,
        (Field::Value(value), Property::Null | Property::True | Property::False) if is_any(value) => Truth::Unclear,
        (Field::Value(value), Property::Null) => (*value == Json::Null).into(),
        (Field::Value(value), Property::True) => (*value == Json::Bool(true)).into(),
        (Field::Value(value), Property::False) => (*value == Json::Bool(false)).into(),
    }
}

/// An absent field, an object or a list meets no comparison, not even "not equal".
fn compares(field: Field<'_>, operator: Operator, operand: &Operand) -> Truth {
    let is_equal = match field {
        Field::Open => return Truth::Unclear,
        Field::Absent | Field::Value(Json::Null | Json::List(_) | Json::Object(_)) => return Truth::No,
        Field::Value(value) if is_any(value) => return any_value(operator, operand),
        Field::Value(Json::Bool(_)) => return Truth::Unclear,
        Field::Value(Json::Number(number)) => match operand {
            Operand::Number(_, operand) => return ordered(*number, operator, *operand),
            Operand::Text(text) if text == "*" => Truth::Yes,
            Operand::Text(_) | Operand::Regex(_) => return Truth::Unclear,
        },
        Field::Value(Json::Text(text)) => match operand {
            Operand::Number(written, _) if written != text => Truth::No,
            Operand::Number(..) => return Truth::Unclear,
            Operand::Text(operand) => is_like(text, operand),
            Operand::Regex(regex) => finds(text, regex),
        },
    };
    match operator {
        Operator::Equal => is_equal,
        Operator::NotEqual => !is_equal,
        Operator::Less | Operator::LessOrEqual | Operator::Greater | Operator::GreaterOrEqual => Truth::Unclear,
    }
}

/// Compares a field that has an unknown value.
fn any_value(operator: Operator, operand: &Operand) -> Truth {
    match operand {
        Operand::Text(text) if text == "*" => (operator == Operator::Equal).into(),
        Operand::Text(_) | Operand::Number(..) | Operand::Regex(_) => Truth::Unclear,
    }
}

#[expect(clippy::float_cmp, reason = "both were written in decimals, and are compared as such")]
fn ordered(number: f64, operator: Operator, operand: f64) -> Truth {
    match operator {
        Operator::Equal => number == operand,
        Operator::NotEqual => number != operand,
        Operator::Less => number < operand,
        Operator::LessOrEqual => number <= operand,
        Operator::Greater => number > operand,
        Operator::GreaterOrEqual => number >= operand,
    }
    .into()
}
