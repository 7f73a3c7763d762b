//! The files of longer texts: fetched when a page first needs them, kept while the page is open.

use super::parts::response;
use super::state::AppState;
use crate::browser::fetch;
use crate::guidance::Topic;
use crate::i18n::Locale;
use crate::json::Json;
use crate::report::handout::files;
use crate::route::Route;
use leptos::task::spawn_local;
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
pub(crate) type Library = Vec<(Topic, Locale, Shelf)>;

impl AppState {
    /// A file of longer texts; followed.
    pub(crate) fn shelf(self, topic: Topic, locale: Locale) -> Shelf {
        self.library.with(|library| on(library, topic, locale).cloned().unwrap_or(Shelf::Loading))
    }

    /// Fetches what the page that is shown needs, if it is not there in this language.
    pub(crate) fn need_library(self) {
        let locale = self.settings.with_untracked(|settings| settings.locale);
        let topics: &[Topic] = self.route.with_untracked(|route| match route {
            // The response-team sheet and its guide belong to two controls.
            Route::Control(id) if response::belongs_to(id) => &[Topic::Controls, Topic::Incident] as &[Topic],
            Route::Control(_) => &[Topic::Controls],
            Route::Learn => &[Topic::Learn],
            Route::Incident => &[Topic::Incident],
            Route::Posture => &[Topic::Posture],
            Route::About => &[Topic::About],
            // A first visit needs no reason for the next step.
            Route::Home if self.assessment.with_untracked(|a| !a.current.is_blank()) => &[Topic::Controls],
            Route::Evidence => &[Topic::Evidence],
            Route::Checklist => &[Topic::Controls],
            // See below: it can be in another language, and in both.
            Route::Handout
            | Route::Home
            | Route::Report
            | Route::Workshop
            | Route::History
            | Route::Data
            | Route::NotFound => &[],
        });
        let needed = if self.route.with_untracked(|route| *route == Route::Handout) {
            self.handout.with_untracked(|choices| files(&Json::parse(choices).unwrap_or_default(), locale))
        } else {
            topics.iter().map(|&topic| (topic, locale)).collect()
        };
        for (topic, locale) in needed {
            let known = self
                .library
                .with_untracked(|library| on(library, topic, locale).is_some_and(|shelf| *shelf != Shelf::Failed));
            if !known {
                self.put(topic, locale, Shelf::Loading);
                spawn_local(async move {
                    let found = fetched(topic, locale).await;
                    self.put(topic, locale, found.map_or(Shelf::Failed, |file| Shelf::Ready(Arc::new(file))));
                });
            }
        }
    }

    fn put(self, topic: Topic, locale: Locale, shelf: Shelf) {
        self.library.update(|library| {
            library.retain(|(of, language, _)| (*of, *language) != (topic, locale));
            library.push((topic, locale, shelf));
        });
    }
}

fn on(library: &Library, topic: Topic, locale: Locale) -> Option<&Shelf> {
    library.iter().find(|(of, language, _)| (*of, *language) == (topic, locale)).map(|(_, _, shelf)| shelf)
}

async fn fetched(topic: Topic, locale: Locale) -> Option<Json> {
    let text = fetch::text(&[topic.id(), "-", locale.tag()].concat()).await.ok()?;
    Json::parse(&text).ok()
}
