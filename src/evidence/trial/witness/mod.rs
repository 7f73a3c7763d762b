//! Witnesses: events that should raise an alert, as AWS sends them.
//!
//! A field with an unpredictable value is `ANY`, a field that is certainly absent is `null`; a field that is left out
//! may be present or absent.

pub mod guardduty;
pub mod guardduty_types;
pub mod health;
pub mod security_hub;
pub mod sign_in;

use super::event::ANY;
use crate::base::json::Json;

/// Any value.
pub(super) fn any() -> Json {
    Json::from(ANY)
}

pub(super) fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// Fields that only a CloudTrail record has in its detail.
const OF_CLOUDTRAIL: [&str; 5] = ["eventName", "eventSource", "requestParameters", "responseElements", "userIdentity"];

/// Wraps a detail in an event; without an account, of any account.
pub(super) fn event(source: &str, kind: &str, account: Option<&str>, region: &str, mut detail: Json) -> Json {
    if let Json::Object(fields) = &mut detail
        && !kind.ends_with("via CloudTrail")
    {
        fields.extend(OF_CLOUDTRAIL.map(|key| (key.to_owned(), Json::Null)));
    }
    object([
        ("version", Json::from("0")),
        ("id", any()),
        ("detail-type", Json::from(kind)),
        ("source", Json::from(source)),
        ("account", Json::from(account.unwrap_or(ANY))),
        ("time", any()),
        ("region", Json::from(region)),
        ("detail", detail),
    ])
}

/// Replaces the value at a path of keys, if the path exists; a number is the index of a list item.
pub(super) fn set(event: &mut Json, path: &[&str], value: Json) {
    let [step, rest @ ..] = path else {
        *event = value;
        return;
    };
    let next = match event {
        Json::Object(fields) => fields.iter_mut().find(|(key, _)| key == step).map(|(_, value)| value),
        Json::List(items) => step.parse::<usize>().ok().and_then(|index| items.get_mut(index)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => None,
    };
    if let Some(next) = next {
        set(next, rest, value);
    }
}
