//! Fetches topic files.

use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::browser::fetch;
use crate::content::topics::Topic;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_files::{Load, load_of};
use leptos::task::spawn_local;
use std::sync::Arc;

impl AppState {
    /// The load state of a topic file. Tracked.
    pub(crate) fn topic(self, topic: Topic, locale: Locale) -> Load {
        self.topic_files.with(|topic_files| load_of(topic_files, topic, locale).cloned().unwrap_or(Load::Loading))
    }

    /// Fetches the topics that the current page needs in the current language.
    pub(crate) fn need_topics(self) {
        let locale = self.settings.with_untracked(|settings| settings.locale);
        let topics = self.route.with_untracked(|route| (self.needed_topics)(self, route));
        self.need(topics.iter().map(|&topic| (topic, locale)));
    }

    /// Fetches files that are neither loaded nor loading.
    pub(crate) fn need(self, files: impl IntoIterator<Item = (Topic, Locale)>) {
        for (topic, locale) in files {
            let is_known = self.topic_files.with_untracked(|topic_files| {
                load_of(topic_files, topic, locale).is_some_and(|topic_load| *topic_load != Load::Failed)
            });
            if !is_known {
                self.put(topic, locale, Load::Loading);
                spawn_local(async move {
                    let loaded = fetch_topic(topic, locale).await;
                    self.put(topic, locale, loaded.map_or(Load::Failed, |file| Load::Ready(Arc::new(file))));
                });
            }
        }
    }

    fn put(self, topic: Topic, locale: Locale, topic_load: Load) {
        self.topic_files.update(|topic_files| {
            topic_files.retain(|(file_topic, file_locale, _)| (*file_topic, *file_locale) != (topic, locale));
            topic_files.push((topic, locale, topic_load));
        });
    }
}

async fn fetch_topic(topic: Topic, locale: Locale) -> Option<Json> {
    let text = fetch::text(&[topic.id(), "-", locale.tag()].concat()).await.ok()?;
    Json::parse(&text).ok()
}
