//! Whether the browser keeps the answers when it runs short of room, and the button that asks it to.

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

/// How it stands, in words, and the button where it helps.
pub(crate) fn kept_here(locale: Locale) -> Element {
    let state = RwSignal::new(String::new());
    spawn_local(async move {
        // The page may be gone by now.
        let _ = state.try_set(of(persistence::is_kept().await.ok(), NO));
    });
    let ask = move || {
        spawn_local(async move {
            let _ = state.try_set(of(persistence::ask().await.ok(), REFUSED));
        });
    };
    let words = move || match state.get().as_str() {
        YES => text::PERSISTED.get(locale).to_owned(),
        NO => text::NOT_PERSISTED.get(locale).to_owned(),
        REFUSED => text::PERSISTENCE_REFUSED.get(locale).to_owned(),
        UNKNOWN => text::PERSISTENCE_UNSUPPORTED.get(locale).to_owned(),
        _ => String::new(),
    };
    let is_idle = move || state.with(|state| !matches!(state.as_str(), NO | REFUSED));
    let button = button("btn ghost", text::ASK_PERSISTENCE.get(locale), ask)
        .reactive_attr("hidden", move || is_idle().then(String::new));
    el("div")
        .class("persistence")
        .child(el("h3").text(text::PERSISTENCE.get(locale)))
        .child(p("small", "").attr("role", "status").reactive_text(words))
        .child(button)
}

fn of(is_kept: Option<bool>, otherwise: &str) -> String {
    match is_kept {
        Some(true) => YES,
        Some(false) => otherwise,
        None => UNKNOWN,
    }
    .to_owned()
}
