//! An event that patterns and filters are tried on.

use crate::base::json::Json;

/// The text in a witness for a field that is there with a value that nobody knows beforehand: a time, an address.
pub(super) const ANY: &str = "\u{0}any";

/// An event, as JSON.
#[derive(Clone, Copy, Debug)]
pub struct Event<'e> {
    /// Its fields.
    pub fields: &'e Json,
    /// Whether it is an event that was seen, with all of its fields. A witness stands for many: a field that it does not
    /// have may be there or not, `null` is one that is not there for certain, and [`ANY`] one with any value.
    pub is_whole: bool,
}

/// What an event has at a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Field<'e> {
    /// A value.
    Value(&'e Json),
    /// Nothing.
    Absent,
    /// Nobody knows.
    Open,
}

impl<'e> Event<'e> {
    /// The event as a whole.
    pub(super) fn root(self) -> Field<'e> {
        Field::Value(self.fields)
    }

    /// What stands below a key. A dot may stand for a step, in the key or in the event: EventBridge makes no difference.
    pub(super) fn below_path(self, field: Field<'e>, key: &str) -> Field<'e> {
        let found = self.below(field, key);
        if matches!(found, Field::Value(_)) {
            return found;
        }
        if matches!(field, Field::Value(value) if has_dotted(value, key)) {
            return Field::Open;
        }
        let Some((first, rest)) = key.split_once('.') else {
            return found;
        };
        let next = self.below(field, first);
        let is_list = matches!(next, Field::Value(Json::List(_)));
        if is_list { Field::Open } else { self.below_path(next, rest) }
    }

    /// What stands below a key, letter by letter.
    pub(super) fn below(self, field: Field<'e>, key: &str) -> Field<'e> {
        match field {
            Field::Open => Field::Open,
            Field::Absent => Field::Absent,
            Field::Value(value) if is_any(value) => Field::Open,
            Field::Value(value) => match value.get(key) {
                Some(Json::Null) if !self.is_whole => Field::Absent,
                Some(value) => Field::Value(value),
                None if self.is_whole || !matches!(value, Json::Object(_)) => Field::Absent,
                None => Field::Open,
            },
        }
    }
}

/// Whether a key is there with more behind a dot.
fn has_dotted(value: &Json, key: &str) -> bool {
    let goes_on = |name: &String| name.strip_prefix(key).is_some_and(|rest| rest.starts_with('.'));
    matches!(value, Json::Object(fields) if fields.iter().any(|(name, _)| goes_on(name)))
}

/// Whether a value is there, and nobody knows which.
pub(super) fn is_any(value: &Json) -> bool {
    value.as_text() == Some(ANY)
}
