//! The reader of a document: language and local time.

use super::words as text;
use crate::base::i18n::{Locale, Text};
use crate::base::time::{Date, Timestamp};

/// The language, and how to convert a time to the reader's local date.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The language.
    pub locale: Locale,
    /// Converts a time to the reader's local date.
    pub local: &'a dyn Fn(Timestamp) -> Date,
}

impl Reader<'_> {
    pub(super) const fn get(&self, text: Text) -> &'static str {
        text.get(self.locale)
    }

    pub(super) fn day(&self, at: Timestamp) -> String {
        text::date((self.local)(at), self.locale)
    }
}
