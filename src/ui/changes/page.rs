//! What is new: the controls that the current edition of the catalogue added, and the fixes that it changed.

use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el};
use crate::content::route::Route;
use crate::content::topics::Topic;
use crate::ui::changes::words as text;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_view::{controls, controls_of, topic_view};
use crate::ui::core::words::home;
use crate::ui::kit::basics::{button, h1, p, section};
use crate::ui::kit::console_label::with_console_labels;
use leptos::prelude::*;

pub(crate) fn changes(app: AppState, locale: Locale) -> Vec<Element> {
    vec![
        h1(Route::Changes.title().get(locale)),
        p("lead", text::LEAD.get(locale)),
        current_account(app, locale),
        topic_view(app, Topic::About, locale, move |file| render(file, locale)),
    ]
}

/// What it did to the score of the current account, and a button that takes the line off Home.
fn current_account(app: AppState, locale: Locale) -> Element {
    let words = text_memo(move || {
        let changes = app.assessment.with(|a| a.current.catalogue_changes());
        changes.map(|changes| home::changes(&changes, locale)).unwrap_or_default()
    });
    el("div").class("whats-new").reactive_children(move || {
        let words = words.with(String::clone);
        if words.is_empty() {
            return vec![p("quiet", text::NOTHING_OPEN.get(locale))];
        }
        let seen = button("btn noprint", text::SEEN.get(locale), move || app.see_catalogue());
        vec![p("", &words), seen]
    })
}

fn render(file: &Json, locale: Locale) -> Vec<Element> {
    let change = |change: &Json| {
        let about = controls(change, locale);
        let about = about.unwrap_or_else(|| p("small", text::NEARLY_ALL.get(locale)));
        el("li").child(about).child(with_console_labels("p", change.words("text")))
    };
    let edition = |edition: &Json| {
        let changes = edition.items("changes").iter().map(change);
        [
            section(text::ADDED.get(locale), None).children(controls_of(edition, "added", locale)),
            section(text::CHANGED.get(locale), None).child(el("ul").class("plain changes").children(changes)),
        ]
    };
    // The newest edition comes first.
    file.items("editions").iter().rev().flat_map(edition).collect()
}
