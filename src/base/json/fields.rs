//! Objects read field by field; an error names the path of the field.

use super::{Json, Object};

/// A field that is missing or wrong, by its path: `profiles[0].answers.iam-root-mfa.status`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError(pub String);

/// The fields of an object, removed as they are read. Not inlined: called in many places, where code size matters more
/// than speed.
#[derive(Debug)]
pub struct Fields {
    /// The fields that have not been taken.
    pub rest: Object,
    /// The path of the object; empty at the root.
    pub path: String,
}

impl Fields {
    /// The fields of `value`, whose path is `path`.
    ///
    /// # Errors
    ///
    /// When `value` is not an object.
    pub fn of(value: Json, path: String) -> Result<Fields, FieldError> {
        match value {
            Json::Object(rest) => Ok(Fields { rest, path }),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => Err(FieldError(path)),
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
    pub fn wrong(&self, field: &str) -> FieldError {
        FieldError(self.path(field))
    }

    /// Whether a field is present and not `null`.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.rest.iter().any(|(name, value)| name == field && *value != Json::Null)
    }

    /// Takes an optional count, 0 to 65535.
    ///
    /// # Errors
    ///
    /// When it is anything else.
    #[inline(never)]
    pub fn optional_count(&mut self, field: &str) -> Result<Option<u16>, FieldError> {
        match self.take(field) {
            Json::Null => Ok(None),
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range and whole")]
            Json::Number(count) if (0.0..65536.0).contains(&count) && count % 1.0 == 0.0 => Ok(Some(count as u16)),
            Json::Number(_) | Json::Bool(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => Err(self.wrong(field)),
        }
    }

    /// Takes a value; `null` when it is missing.
    #[inline(never)]
    pub fn take(&mut self, field: &str) -> Json {
        let index = self.rest.iter().position(|(name, _)| name == field);
        index.map(|index| self.rest.remove(index).1).unwrap_or_default()
    }

    /// Takes an object.
    ///
    /// # Errors
    ///
    /// When it is not an object.
    #[inline(never)]
    pub fn object(&mut self, field: &str) -> Result<Fields, FieldError> {
        Fields::of(self.take(field), self.path(field))
    }

    /// Takes a list of objects.
    ///
    /// # Errors
    ///
    /// When it is not a list, or an item is not an object.
    #[inline(never)]
    pub fn objects(&mut self, field: &str) -> Result<Vec<Fields>, FieldError> {
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
    /// When it is not a list, or an item is not a text.
    #[inline(never)]
    pub fn texts(&mut self, field: &str) -> Result<Vec<String>, FieldError> {
        let mut texts = Vec::new();
        for value in self.list(field)? {
            let Json::Text(text) = value else {
                return Err(self.wrong(field));
            };
            texts.push(text);
        }
        Ok(texts)
    }

    fn list(&mut self, field: &str) -> Result<Vec<Json>, FieldError> {
        match self.take(field) {
            Json::List(list) => Ok(list),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => Err(self.wrong(field)),
        }
    }

    /// Takes an optional text.
    ///
    /// # Errors
    ///
    /// When it is not a text.
    #[inline(never)]
    pub fn optional_text(&mut self, field: &str) -> Result<Option<String>, FieldError> {
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
    /// When it is missing or not a text.
    #[inline(never)]
    pub fn text(&mut self, field: &str) -> Result<String, FieldError> {
        self.optional_text(field)?.ok_or_else(|| self.wrong(field))
    }

    /// Takes an optional text and parses it.
    ///
    /// # Errors
    ///
    /// When it is not a text or cannot be parsed.
    pub fn parsed<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Result<Option<T>, FieldError> {
        match self.optional_text(field)? {
            None => Ok(None),
            Some(text) => parse(&text).map(Some).ok_or_else(|| self.wrong(field)),
        }
    }

    /// Takes a text and parses it.
    ///
    /// # Errors
    ///
    /// When it is missing, not a text, or cannot be parsed.
    pub fn required<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Result<T, FieldError> {
        self.parsed(field, parse)?.ok_or_else(|| self.wrong(field))
    }
}
