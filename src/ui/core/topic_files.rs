//! Topic files: fetched when a page first needs them, kept in memory while the page is open.

use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::content::topics::Topic;
use std::sync::Arc;

/// A file and its load state.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Load {
    Loading,
    Failed,
    Ready(Arc<Json>),
}

impl Load {
    /// Identifies the load state, without the file.
    pub(crate) const fn stamp(&self) -> &'static str {
        match self {
            Load::Loading => "loading",
            Load::Failed => "failed",
            Load::Ready(_) => "ready",
        }
    }
}

/// The files requested so far, by topic and language.
pub(crate) type TopicFiles = Vec<(Topic, Locale, Load)>;

pub(super) fn load_of(topic_files: &TopicFiles, topic: Topic, locale: Locale) -> Option<&Load> {
    topic_files
        .iter()
        .find(|(file_topic, file_locale, _)| (*file_topic, *file_locale) == (topic, locale))
        .map(|(_, _, topic_load)| topic_load)
}
