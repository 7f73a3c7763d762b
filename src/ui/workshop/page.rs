//! The workshop page: for the facilitator the link and the collected files; for a participant the invitation behind the
//! link, and their own page.

use crate::assessment::workshop_link;
use crate::base::i18n::Locale;
use crate::browser::effects::text_memo;
use crate::browser::element::Element;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{h1, p};
use crate::ui::workshop::facilitator::facilitator;
use crate::ui::workshop::participant::{invited, participant};
use crate::ui::workshop::state::{WorkshopState, is_facilitator};
use crate::ui::workshop::words as text;
use leptos::prelude::*;

pub(crate) fn workshop(state: WorkshopState, locale: Locale) -> Vec<Element> {
    let app = state.app;
    // Rendered again when another account becomes current.
    let current_id = text_memo(move || app.assessment.with(|a| a.current.id.clone()));
    current_id.with(|_| ());
    match app.query.with(|query| workshop_link::decode(query)) {
        Some(Ok(workshop)) => invited(app, workshop, locale),
        Some(Err(error)) => {
            vec![h1(shell::WORKSHOP.get(locale)), p("warn", text::unusable(error).get(locale)).attr("role", "alert")]
        }
        None if is_facilitator(app) => facilitator(state, locale),
        None => app
            .assessment
            .with_untracked(|a| a.current.participation())
            .map(|participation| participant(app, &participation, locale))
            .unwrap_or_default(),
    }
}
