//! An event on which patterns and filters are evaluated.

use crate::base::json::Json;

/// Marks a field of a witness that is present with an unpredictable value, such as a time or an address.
pub(super) const ANY: &str = "\u{0}any";

/// An event, as JSON.
#[derive(Clone, Copy, Debug)]
pub struct Event<'e> {
    /// Its fields.
    pub fields: &'e Json,
    /// Whether it is a real event with all its fields. A witness represents many events: a missing field may be present
    /// or absent, `null` marks a field that is certainly absent, and `ANY` a field with any value.
    pub is_whole: bool,
}

/// What an event has at a path.
#[derive(Clone, Copy, Debug)]
pub(super) enum Field<'e> {
    /// A value.
    Value(&'e Json),
    /// No field.
    Absent,
    /// Not known.
    Open,
}

impl<'e> Event<'e> {
    /// The event as a whole.
    pub(super) fn root(self) -> Field<'e> {
        Field::Value(self.fields)
    }

    /// The field below a key. A dot in a key, of the pattern or of the event, may also separate two levels: EventBridge
    /// treats both alike.
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

    /// The field below a key that is taken literally.
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

/// Whether an object has a key that continues `key` after a dot.
fn has_dotted(value: &Json, key: &str) -> bool {
    let continues = |name: &String| name.strip_prefix(key).is_some_and(|rest| rest.starts_with('.'));
    matches!(value, Json::Object(fields) if fields.iter().any(|(name, _)| continues(name)))
}

/// Whether a value is `ANY`.
pub(super) fn is_any(value: &Json) -> bool {
    value.as_text() == Some(ANY)
}
