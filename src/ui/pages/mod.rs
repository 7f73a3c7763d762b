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

use super::text::shell;
use crate::catalogue;
use crate::i18n::Locale;
use crate::route::Route;

/// The title of the tab, and the name of a printed file.
pub(crate) fn title(route: &Route, locale: Locale) -> String {
    let page = match route {
        Route::Home => return shell::NAME.to_owned(),
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
    };
    format!("{} — {}", page.get(locale), shell::NAME)
}
