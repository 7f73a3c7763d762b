//! Evaluates filter patterns of CloudWatch Logs: JSON patterns, terms, regular expressions and space-delimited fields.
//!
//! Source: "Filter pattern syntax for metric filters, subscription filters, filter log events, and Live Tail" of the
//! CloudWatch Logs user guide. What it does not define is [`Truth::Unclear`]: a `*` inside a text, a number compared
//! with a text, "not equal" on several values, more words than fields.

mod fields;
mod json;
mod terms;
mod text;

use super::Truth;
use super::event::Event;

/// A parsed filter pattern.
#[derive(Debug)]
pub struct LogFilter(Filter);

#[derive(Debug)]
enum Filter {
    Json(json::Expression),
    Fields(Vec<fields::Slot>),
    Regex(String),
    Terms(Vec<terms::Term>),
    NotUnderstood,
}

impl LogFilter {
    /// Parses a pattern.
    #[must_use]
    pub fn parse(pattern: &str) -> LogFilter {
        let plain = pattern.trim();
        let between = |start: char, end: char| plain.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
        let read = if let Some(inner) = between('{', '}') {
            json::read(inner).map(Filter::Json)
        } else if let Some(inner) = between('[', ']') {
            fields::read(inner).map(Filter::Fields)
        } else if let Some(regex) = between('%', '%') {
            Some(Filter::Regex(regex.to_owned()))
        } else {
            terms::read(plain).map(Filter::Terms)
        };
        LogFilter(read.unwrap_or(Filter::NotUnderstood))
    }

    /// Whether an event that is logged as JSON matches.
    #[must_use]
    pub fn matches(&self, event: Event<'_>) -> Truth {
        match &self.0 {
            Filter::Json(expression) => json::tried(expression, event),
            Filter::Terms(_) | Filter::Regex(_) | Filter::Fields(_) | Filter::NotUnderstood => {
                self.matches_text(&event.fields.to_string(), event.is_whole)
            }
        }
    }

    /// Whether a line that is not JSON matches.
    #[must_use]
    pub fn matches_line(&self, line: &str) -> Truth {
        self.matches_text(line, true)
    }

    /// If `is_whole` is false (a witness), only a part of the line is known.
    fn matches_text(&self, line: &str, is_whole: bool) -> Truth {
        match &self.0 {
            Filter::Json(_) => Truth::No,
            Filter::Terms(terms) => terms::in_text(terms, line, is_whole),
            Filter::Regex(_) | Filter::Fields(_) if !is_whole => Truth::Unclear,
            Filter::Regex(regex) => text::finds(line, regex),
            Filter::Fields(slots) => fields::tried(slots, line),
            Filter::NotUnderstood => Truth::Unclear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LogFilter;
    use crate::base::json::Json;
    use crate::evidence::trial::Truth;
    use crate::evidence::trial::event::Event;

    #[test]
    fn what_is_not_understood_is_unclear() {
        let event = Json::parse(r#"{"a": {"b": "x"}, "n": 1, "t": true}"#).unwrap();
        for pattern in [
            "{ $.a.b = 'x' }",
            "{ $.a.b EXISTS }",
            "{ $.a.b = \"x\" && }",
            "{ ($.a.b = \"x\" }",
            "{ $.a.b ~ \"x\" }",
            "{ a.b = \"x\" }",
            "{ $.a.b > x }",
            "{ $.a.b = %x(y)% }",
            "{ $.t = true }",
            "{ $.a[*] != 1 }",
            "{}",
            "[a, ..., b, ...]",
            "[a, ",
            "%x(y)%",
            "-x",
        ] {
            let event = Event { fields: &event, is_whole: true };
            assert_eq!(LogFilter::parse(pattern).matches(event), Truth::Unclear, "{pattern}");
        }
        let deep = format!("{{ {}$.a.b = x{} }}", "(".repeat(100_000), ")".repeat(100_000));
        assert_eq!(LogFilter::parse(&deep).matches(Event { fields: &event, is_whole: true }), Truth::Unclear);
    }
}
