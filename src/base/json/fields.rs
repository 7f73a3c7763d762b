//! Objects read field by field; an error names the path of the field.

use super::{Json, Object};

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
