//! One file per route, and which of them is shown for it. Pages do not import pages.
//!
//! To add a page: a route in `src/route.rs`, its name in `src/ui/text/shell.rs`, its file here, and an arm each in
//! [`first`], [`any`] and [`topics`].

pub(crate) mod about;
pub(crate) mod checklist;
pub(crate) mod control;
pub(crate) mod data;
pub(crate) mod evidence;
pub(crate) mod handout;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod incident;
pub(crate) mod learn;
pub(crate) mod not_found;
pub(crate) mod posture;
pub(crate) mod report;
pub(crate) mod workshop;

use super::parts::basics::{button, h1, p, span};
use super::parts::response;
use super::state::AppState;
use super::text::shell;
use crate::browser::element::{El, el};
use crate::browser::handover;
use crate::guidance::Topic;
use crate::i18n::Locale;
use crate::route::Route;

/// While the whole app is loaded: the page's heading, and a way out where it does not come.
pub(crate) fn on_the_way(app: AppState, route: &Route, locale: Locale) -> Vec<El> {
    let told = el("div").live(move || {
        if !app.has_failed.get() {
            return vec![p("quiet", shell::LOADING.get(locale))];
        }
        let again = move || {
            app.has_failed.set(false);
            handover::ask();
        };
        let told = p("warn", "").attr("role", "alert").child(span("", shell::NOT_LOADED.get(locale)));
        vec![told, button("btn", shell::LOAD_AGAIN.get(locale), again)]
    });
    vec![h1(shell::page(route).get(locale)), told]
}

/// The title of the tab, and the name of a printed file.
pub(crate) fn title(route: &Route, locale: Locale) -> String {
    if *route == Route::Home {
        return shell::NAME.to_owned();
    }
    format!("{} — {}", shell::page(route).get(locale), shell::NAME)
}

/// What an edition of the first pages shows; any other page makes place for the whole app.
pub(crate) fn first(app: AppState, route: Route, locale: Locale) -> Vec<El> {
    match route {
        Route::Home => home::home(app, locale),
        Route::Checklist => checklist::checklist(app, locale),
        Route::NotFound => not_found::not_found(locale),
        Route::Control(_)
        | Route::Learn
        | Route::Posture
        | Route::Incident
        | Route::About
        | Route::Evidence
        | Route::Report
        | Route::Handout
        | Route::Workshop
        | Route::History
        | Route::Data => {
            if !app.has_failed.with_untracked(|failed| *failed) {
                handover::ask();
            }
            on_the_way(app, &route, locale)
        }
    }
}

/// What the whole app shows.
pub(crate) fn any(app: AppState, route: Route, locale: Locale) -> Vec<El> {
    match route {
        Route::Home => home::home(app, locale),
        Route::Checklist => checklist::checklist(app, locale),
        Route::Control(id) => control::control(app, &id, locale),
        Route::Learn => learn::learn(app, locale),
        Route::Posture => posture::posture(app, locale),
        Route::Incident => incident::incident(app, locale),
        Route::About => about::about(app, locale),
        Route::Evidence => evidence::evidence(app, locale),
        Route::Report => report::report(app, locale),
        Route::Handout => handout::handout(app, locale),
        Route::Workshop => workshop::workshop(app, locale),
        Route::History => history::history(app, locale),
        Route::Data => data::data(app, locale),
        Route::NotFound => not_found::not_found(locale),
    }
}

/// The files of longer texts that a page needs in its language.
pub(crate) fn topics(app: AppState, route: &Route) -> &'static [Topic] {
    match route {
        // The response-team sheet and its guide belong to two controls.
        Route::Control(id) if response::belongs_to(id) => &[Topic::Controls, Topic::Incident],
        Route::Control(_) => &[Topic::Controls],
        Route::Learn => &[Topic::Learn],
        Route::Incident => &[Topic::Incident],
        Route::Posture => &[Topic::Posture],
        Route::About => &[Topic::About],
        // A first visit needs no reason for the next step.
        Route::Home if app.assessment.with_untracked(|a| !a.current.is_blank()) => &[Topic::Controls],
        Route::Evidence => &[Topic::Evidence],
        Route::Checklist => &[Topic::Controls],
        // The handout asks by itself: it can be in another language, and in both.
        Route::Handout
        | Route::Home
        | Route::Report
        | Route::Workshop
        | Route::History
        | Route::Data
        | Route::NotFound => &[],
    }
}
