//! Reads JSON objects field by field, and can say which field is wrong.
//!
//! Instead of derived code where the page reads JSON: measured, that is a third of the bytes. Whatever is left
//! over after reading is what this version does not know, in one natural place.

use serde_json::{Map, Value};

/// A field that is missing or wrong, by its path: `profiles[0].answers.iam-root-mfa.status`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub String);

/// The fields of an object, taken one by one.
#[derive(Debug)]
pub struct Fields {
    /// What has not been taken yet.
    pub map: Map<String, Value>,
    /// Where the object stands; empty at the top.
    pub path: String,
}

impl Fields {
    /// The fields of `value`, which stands at `path`.
    ///
    /// # Errors
    ///
    /// When it is not an object.
    pub fn of(value: Value, path: String) -> Result<Fields, Wrong> {
        match value {
            Value::Object(map) => Ok(Fields { map, path }),
            _ => Err(Wrong(path)),
        }
    }

    /// The path of a field.
    #[must_use]
    pub fn path(&self, field: &str) -> String {
        if self.path.is_empty() { field.to_owned() } else { format!("{}.{field}", self.path) }
    }

    /// The error for a field.
    #[must_use]
    pub fn wrong(&self, field: &str) -> Wrong {
        Wrong(self.path(field))
    }

    /// Takes whatever stands there; `null` is the same as nothing.
    pub fn take(&mut self, field: &str) -> Option<Value> {
        self.map.remove(field).filter(|value| !value.is_null())
    }

    /// Takes an object.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn object(&mut self, field: &str) -> Result<Fields, Wrong> {
        let value = self.take(field).unwrap_or_default();
        Fields::of(value, self.path(field))
    }

    /// Takes a list of objects.
    ///
    /// # Errors
    ///
    /// When there is none, or something else is in it.
    pub fn objects(&mut self, field: &str) -> Result<Vec<Fields>, Wrong> {
        let path = self.path(field);
        let read = |(index, value)| Fields::of(value, format!("{path}[{index}]"));
        self.list(field)?.into_iter().enumerate().map(read).collect()
    }

    /// Takes a list of texts.
    ///
    /// # Errors
    ///
    /// When there is none, or something else is in it.
    pub fn texts(&mut self, field: &str) -> Result<Vec<String>, Wrong> {
        let mut texts = Vec::new();
        for value in self.list(field)? {
            let Value::String(text) = value else {
                return Err(self.wrong(field));
            };
            texts.push(text);
        }
        Ok(texts)
    }

    fn list(&mut self, field: &str) -> Result<Vec<Value>, Wrong> {
        match self.take(field) {
            Some(Value::Array(list)) => Ok(list),
            _ => Err(self.wrong(field)),
        }
    }

    /// Takes a text that may be missing.
    ///
    /// # Errors
    ///
    /// When something else stands there.
    pub fn optional_text(&mut self, field: &str) -> Result<Option<String>, Wrong> {
        match self.take(field) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(field)),
        }
    }

    /// Takes a text.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn text(&mut self, field: &str) -> Result<String, Wrong> {
        self.optional_text(field)?.ok_or_else(|| self.wrong(field))
    }

    /// Takes a text that may be missing, and reads it.
    ///
    /// # Errors
    ///
    /// When something else stands there, or it cannot be read.
    pub fn parsed<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Result<Option<T>, Wrong> {
        let text = self.optional_text(field)?;
        text.map(|text| parse(&text).ok_or_else(|| self.wrong(field))).transpose()
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
