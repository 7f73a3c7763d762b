//! A small JSON tree, and access to the fields of its objects.
//!
//! serde_json parses and writes the text. The tree is our own to keep the wasm small: objects are short lists, not
//! B-trees, and no code is derived per type. Measured on the start path: 20 KB (brotli) less. Fields that are left
//! after reading are unknown to this version.

mod fields;
mod parse;

pub use fields::{FieldError, Fields};
pub use parse::{FieldFilter, first_value};

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use std::fmt;

/// The fields of an object, in their order.
pub type Object = Vec<(String, Json)>;

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Object),
}

impl Json {
    /// Parses a text; at most 128 levels deep.
    ///
    /// # Errors
    ///
    /// When it is not JSON; the error has the line and column.
    pub fn parse(text: &str) -> serde_json::Result<Json> {
        serde_json::from_str(text)
    }

    /// The value under a key, if this is an object that has it. Not inlined: rules call it in hundreds of places, and
    /// each copy would enlarge the judge.
    #[must_use]
    #[inline(never)]
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(object) => field(object, key),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => None,
        }
    }

    /// The text under a key; empty without one.
    #[must_use]
    #[inline(never)]
    pub fn words(&self, key: &str) -> &str {
        self.get(key).and_then(Json::as_text).unwrap_or_default()
    }

    /// The list under a key; empty without one.
    #[must_use]
    #[inline(never)]
    pub fn items(&self, key: &str) -> &[Json] {
        match self.get(key) {
            Some(Json::List(list)) => list,
            Some(_) | None => &[],
        }
    }

    /// `true` or `false` under a key; none for any other value.
    #[must_use]
    #[inline(never)]
    pub fn flag(&self, key: &str) -> Option<bool> {
        match self.get(key) {
            Some(Json::Bool(value)) => Some(*value),
            Some(_) | None => None,
        }
    }

    /// The number under a key.
    #[must_use]
    #[inline(never)]
    pub fn number(&self, key: &str) -> Option<f64> {
        match self.get(key) {
            Some(Json::Number(value)) => Some(*value),
            Some(_) | None => None,
        }
    }

    /// The texts of the list under a key; other items are skipped.
    pub fn texts(&self, key: &str) -> impl Iterator<Item = &str> {
        self.items(key).iter().filter_map(Json::as_text)
    }

    /// The text, if this is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::List(_) | Json::Object(_) => None,
        }
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Serialising text keys and plain values cannot fail.
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<usize> for Json {
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    fn from(count: usize) -> Json {
        Json::Number(count as f64)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Json {
        value.map_or(Json::Null, T::into)
    }
}

/// A field of an object.
#[must_use]
pub fn field<'a>(object: &'a Object, name: &str) -> Option<&'a Json> {
    object.iter().find(|(field, _)| field == name).map(|(_, value)| value)
}

/// Sets a field of an object, replacing an earlier value.
pub fn put(object: &mut Object, field: &str, value: impl Into<Json>) {
    set(object, field, value.into());
}

fn set(object: &mut Object, field: &str, value: Json) {
    object.retain(|(name, _)| name != field);
    object.push((field.to_owned(), value));
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            // Whole numbers are written without a fraction.
            #[expect(clippy::cast_possible_truncation, reason = "compared with what it came from")]
            Json::Number(value) if (*value as i64) as f64 == *value => serializer.serialize_i64(*value as i64),
            Json::Number(value) => serializer.serialize_f64(*value),
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(list) => serializer.collect_seq(list),
            Json::Object(object) => {
                let mut map = serializer.serialize_map(None)?;
                for (key, value) in object {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
