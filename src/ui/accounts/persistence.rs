//! Whether the browser may remove the answers when space is short, and the button that asks it not to.

use crate::base::i18n::Locale;
use crate::browser::element::{Element, el};
use crate::browser::persistence;
use crate::ui::accounts::backup_words as text;
use crate::ui::kit::basics::{button, p};
use leptos::prelude::*;
use leptos::task::spawn_local;

const YES: &str = "yes";
const NO: &str = "no";
const REFUSED: &str = "refused";
const UNKNOWN: &str = "unknown";

/// The current state, and the button if it can change the state.
pub(crate) fn persistence_status(locale: Locale) -> Element {
    let state = RwSignal::new(String::new());
    spawn_local(async move {
        // The page may have been left by now, and the signal disposed of.
        let _ = state.try_set(state_name(persistence::is_persisted().await.ok(), NO));
    });
    let request = move || {
        spawn_local(async move {
            let _ = state.try_set(state_name(persistence::request().await.ok(), REFUSED));
        });
    };
    let state_text = move || match state.get().as_str() {
        YES => text::PERSISTED.get(locale).to_owned(),
        NO => text::NOT_PERSISTED.get(locale).to_owned(),
        REFUSED => text::PERSISTENCE_REFUSED.get(locale).to_owned(),
        UNKNOWN => text::PERSISTENCE_UNSUPPORTED.get(locale).to_owned(),
        _ => String::new(),
    };
    let is_hidden = move || state.with(|state| !matches!(state.as_str(), NO | REFUSED));
    let button = button("btn ghost", text::ASK_PERSISTENCE.get(locale), request)
        .reactive_attr("hidden", move || is_hidden().then(String::new));
    el("div")
        .class("persistence")
        .child(el("h3").text(text::PERSISTENCE.get(locale)))
        .child(p("small", "").attr("role", "status").reactive_text(state_text))
        .child(button)
}

fn state_name(is_persisted: Option<bool>, otherwise: &str) -> String {
    match is_persisted {
        Some(true) => YES,
        Some(false) => otherwise,
        None => UNKNOWN,
    }
    .to_owned()
}
