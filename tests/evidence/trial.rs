//! Trials compared with the documentation: pairs of a pattern or filter and an event, each with its source.

use guard_navi::base::json::Json;
use guard_navi::evidence::trial::Truth;
use guard_navi::evidence::trial::event::Event;
use guard_navi::evidence::trial::event_pattern::EventPattern;
use guard_navi::evidence::trial::log_filter::LogFilter;
use serde_json::Value;

const EVENT_PATTERNS: &str = include_str!("trial/event_patterns.json");
const LOG_FILTERS: &str = include_str!("trial/log_filters.json");

/// Whether a complete event matches a pattern.
pub(crate) fn matches(pattern: &Value, event: &Value) -> Truth {
    let fields = Json::parse(&event.to_string()).unwrap();
    EventPattern::parse(&pattern.to_string()).matches(Event { fields: &fields, is_whole: true })
}

/// Pairs that the documentation does not decide; AWS's own matcher depends on the order of keys or the spelling of
/// paths there.
const LEFT_OPEN: [&str; 6] = [
    "dots: nested pattern, dotted event key",
    "dots: one level too many in the event",
    "objects: dotted pattern keys keep array consistency",
    "objects: exists false although another element has the key",
    "objects: match with later exists false: a second element fits without the key",
    "objects: match with later exists false: the other element has the key",
];

/// The number of pairs in a table, and those with another result.
fn wrong(table: &str, result_of: impl Fn(&Value) -> Truth) -> (usize, Vec<String>) {
    let pairs: Vec<Value> = serde_json::from_str(table).unwrap();
    let is_wrong = |pair: &&Value| {
        let is_open = LEFT_OPEN.contains(&pair["name"].as_str().unwrap());
        let wanted = if is_open { Truth::Unclear } else { Truth::from(pair["matches"].as_bool().unwrap()) };
        result_of(pair) != wanted
    };
    let line =
        |pair: &Value| format!("{:?}: {}: {} on {}", result_of(pair), pair["name"], pair["pattern"], pair["event"]);
    (pairs.len(), pairs.iter().filter(is_wrong).map(line).collect())
}

#[test]
fn event_patterns_match_as_documented() {
    let (count, wrong) = wrong(EVENT_PATTERNS, |pair| matches(&pair["pattern"], &pair["event"]));
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn log_filters_match_as_documented() {
    let (count, wrong) = wrong(LOG_FILTERS, |pair| {
        let filter = LogFilter::parse(pair["pattern"].as_str().unwrap());
        if let Value::String(line) = &pair["event"] {
            return filter.matches_line(line);
        }
        let fields = Json::parse(&pair["event"].to_string()).unwrap();
        filter.matches(Event { fields: &fields, is_whole: true })
    });
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
