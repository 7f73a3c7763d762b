//! One file per route. Pages do not import pages.

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
use super::state::AppState;
use super::text::shell;
use crate::browser::element::{El, el};
use crate::browser::handover;
use crate::catalogue;
use crate::i18n::{Locale, Text};
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
    vec![h1(name(route).get(locale)), told]
}

/// The title of the tab, and the name of a printed file.
pub(crate) fn title(route: &Route, locale: Locale) -> String {
    if *route == Route::Home {
        return shell::NAME.to_owned();
    }
    format!("{} — {}", name(route).get(locale), shell::NAME)
}

fn name(route: &Route) -> Text {
    match route {
        Route::Home => shell::HOME,
        Route::Checklist => shell::CHECKLIST,
        Route::Control(id) => catalogue::find(id).map_or(shell::NOT_FOUND, |control| control.title),
        Route::Learn => shell::LEARN,
        Route::Posture => shell::POSTURE,
        Route::Incident => shell::INCIDENT,
        Route::About => shell::ABOUT,
        Route::Evidence => shell::EVIDENCE,
        Route::Report => shell::REPORT,
        Route::Handout => shell::HANDOUT,
        Route::Workshop => shell::WORKSHOP,
        Route::History => shell::HISTORY,
        Route::Data => shell::DATA,
        Route::NotFound => shell::NOT_FOUND,
    }
}
