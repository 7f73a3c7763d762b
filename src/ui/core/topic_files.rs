//! The files of longer texts: fetched when a page first needs them, kept while the page is open.

use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::content::topics::Topic;
use std::sync::Arc;

/// A file, and how far it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shelf {
    Loading,
    Failed,
    Ready(Arc<Json>),
}

impl Shelf {
    /// Tells the three apart.
    pub(crate) const fn stamp(&self) -> &'static str {
        match self {
            Shelf::Loading => "loading",
            Shelf::Failed => "failed",
            Shelf::Ready(_) => "ready",
        }
    }
}

/// The files so far, by topic and language.
pub(crate) type TopicFiles = Vec<(Topic, Locale, Shelf)>;

pub(super) fn on(library: &TopicFiles, topic: Topic, locale: Locale) -> Option<&Shelf> {
    library.iter().find(|(of, language, _)| (*of, *language) == (topic, locale)).map(|(_, _, shelf)| shelf)
}
