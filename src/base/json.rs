//! JSON as a small tree, and its objects read field by field.
//!
//! serde_json reads and writes the text. The tree is our own because of what it costs in the wasm: objects are
//! short lists, not B-trees, and no code is derived per type. Measured on the start path: 20 KB (brotli) less.
//! Whatever is left over after reading is what this version does not know, in one natural place.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
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
    /// Reads a text; at most 128 levels deep.
    ///
    /// # Errors
    ///
    /// With its place, when it is not JSON.
    pub fn parse(text: &str) -> serde_json::Result<Json> {
        serde_json::from_str(text)
    }

    /// The value under a key, if this is an object that has it. Not inlined: rules call it in hundreds of places, and
    /// each would take its bytes in the judge.
    #[must_use]
    #[inline(never)]
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(object) => object.iter().find(|(name, _)| name == key).map(|(_, value)| value),
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

    /// `true` or `false` under a key; none where neither stands there.
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

    /// The texts of the list under a key; what is no text is left out.
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
        // A tree of text keys and plain values can always be written.
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

/// Sets a field of an object; the last one stays where a field is set twice.
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
            // Whole numbers stay whole.
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

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "as every reader of JSON in a browser does")]
    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "as every reader of JSON in a browser does")]
    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut object = Object::new();
        while let Some(entry) = entries.next_entry()? {
            object.push(entry);
        }
        Ok(Json::Object(object))
    }
}

/// A field that is missing or wrong, by its path: `profiles[0].answers.iam-root-mfa.status`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub String);

/// The fields of an object, taken one by one. Never inlined: read in many places, and bytes matter more.
#[derive(Debug)]
pub struct Fields {
    /// What has not been taken yet.
    pub rest: Object,
    /// Where the object stands; empty at the top.
    pub path: String,
}

impl Fields {
    /// The fields of `value`, which stands at `path`.
    ///
    /// # Errors
    ///
    /// When it is not an object.
    pub fn of(value: Json, path: String) -> Result<Fields, Wrong> {
        match value {
            Json::Object(rest) => Ok(Fields { rest, path }),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => Err(Wrong(path)),
        }
    }

    /// The path of a field.
    #[must_use]
    #[inline(never)]
    pub fn path(&self, field: &str) -> String {
        let dot = if self.path.is_empty() { "" } else { "." };
        [self.path.as_str(), dot, field].concat()
    }

    /// The error for a field.
    #[must_use]
    pub fn wrong(&self, field: &str) -> Wrong {
        Wrong(self.path(field))
    }

    /// Whether something stands there.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.rest.iter().any(|(name, value)| name == field && *value != Json::Null)
    }

    /// Takes a count that may be missing.
    ///
    /// # Errors
    ///
    /// When something else stands there.
    #[inline(never)]
    pub fn optional_count(&mut self, field: &str) -> Result<Option<u16>, Wrong> {
        match self.take(field) {
            Json::Null => Ok(None),
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range and whole")]
            Json::Number(count) if (0.0..65536.0).contains(&count) && count % 1.0 == 0.0 => Ok(Some(count as u16)),
            Json::Number(_) | Json::Bool(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => Err(self.wrong(field)),
        }
    }

    /// Takes whatever stands there; nothing is the same as `null`.
    #[inline(never)]
    pub fn take(&mut self, field: &str) -> Json {
        let place = self.rest.iter().position(|(name, _)| name == field);
        place.map(|place| self.rest.remove(place).1).unwrap_or_default()
    }

    /// Takes an object.
    ///
    /// # Errors
    ///
    /// When there is none.
    #[inline(never)]
    pub fn object(&mut self, field: &str) -> Result<Fields, Wrong> {
        Fields::of(self.take(field), self.path(field))
    }

    /// Takes a list of objects.
    ///
    /// # Errors
    ///
    /// When there is none, or something else is in it.
    #[inline(never)]
    pub fn objects(&mut self, field: &str) -> Result<Vec<Fields>, Wrong> {
        let path = self.path(field);
        let mut objects = Vec::new();
        for value in self.list(field)? {
            let index = objects.len().to_string();
            objects.push(Fields::of(value, [path.as_str(), "[", &index, "]"].concat())?);
        }
        Ok(objects)
    }

    /// Takes a list of texts.
    ///
    /// # Errors
    ///
    /// When there is none, or something else is in it.
    #[inline(never)]
    pub fn texts(&mut self, field: &str) -> Result<Vec<String>, Wrong> {
        let mut texts = Vec::new();
        for value in self.list(field)? {
            let Json::Text(text) = value else {
                return Err(self.wrong(field));
            };
            texts.push(text);
        }
        Ok(texts)
    }

    fn list(&mut self, field: &str) -> Result<Vec<Json>, Wrong> {
        match self.take(field) {
            Json::List(list) => Ok(list),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => Err(self.wrong(field)),
        }
    }

    /// Takes a text that may be missing.
    ///
    /// # Errors
    ///
    /// When something else stands there.
    #[inline(never)]
    pub fn optional_text(&mut self, field: &str) -> Result<Option<String>, Wrong> {
        match self.take(field) {
            Json::Null => Ok(None),
            Json::Text(text) => Ok(Some(text)),
            Json::Bool(_) | Json::Number(_) | Json::List(_) | Json::Object(_) => Err(self.wrong(field)),
        }
    }

    /// Takes a text.
    ///
    /// # Errors
    ///
    /// When there is none.
    #[inline(never)]
    pub fn text(&mut self, field: &str) -> Result<String, Wrong> {
        self.optional_text(field)?.ok_or_else(|| self.wrong(field))
    }

    /// Takes a text that may be missing, and reads it.
    ///
    /// # Errors
    ///
    /// When something else stands there, or it cannot be read.
    pub fn parsed<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Result<Option<T>, Wrong> {
        match self.optional_text(field)? {
            None => Ok(None),
            Some(text) => parse(&text).map(Some).ok_or_else(|| self.wrong(field)),
        }
    }

    /// Takes a text and reads it.
    ///
    /// # Errors
    ///
    /// When there is none, or it cannot be read.
    pub fn needed<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Result<T, Wrong> {
        self.parsed(field, parse)?.ok_or_else(|| self.wrong(field))
    }
}
