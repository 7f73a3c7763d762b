//! The workshop: for the facilitator a link to hand out and a place to collect files; for a participant what opens when
//! they follow the link, and their own page.

mod guest;
mod host;
mod room;

use crate::browser::element::El;
use crate::browser::following::derived;
use crate::i18n::Locale;
use crate::ui::parts::basics::{h1, p};
use crate::ui::state::AppState;
use crate::ui::text::{shell, workshop as text};
use crate::workshop_link;
use leptos::prelude::*;

pub(crate) fn workshop(app: AppState, locale: Locale) -> Vec<El> {
    // Another account in front is another page.
    let front = derived(move || app.assessment.with(|a| a.current.id.clone()));
    front.with(|_| ());
    match app.query.with(|query| workshop_link::decode(query)) {
        Some(Ok(workshop)) => guest::invited(app, workshop, locale),
        Some(Err(why)) => {
            vec![h1(shell::WORKSHOP.get(locale)), p("warn", text::unusable(why).get(locale)).attr("role", "alert")]
        }
        None if app.is_hosting() => host::host(app, locale),
        None => app
            .assessment
            .with_untracked(|a| a.current.participation())
            .map(|part| guest::guest(app, &part, locale))
            .unwrap_or_default(),
    }
}
