//! Who reads a document: in which language, and where dates are told.

use super::words as text;
use crate::base::i18n::{Locale, Text};
use crate::base::time::{Date, Timestamp};

/// For whom it is laid out: the language, and the date of a moment where the person is.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The language.
    pub locale: Locale,
    /// The date of a moment.
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
