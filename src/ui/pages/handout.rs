//! The workshop handout: a form, and the blank checklist that it prints.

use crate::browser::element::{El, el, value_of};
use crate::guidance::Topic;
use crate::i18n::{Locale, Text};
use crate::json::{Json, put};
use crate::ui::desk::{document, print_row};
use crate::ui::library::Shelf;
use crate::ui::parts::basics::{field, p, tick};
use crate::ui::parts::controls_choice::{FIRST_GROUP, controls_choice};
use crate::ui::parts::leaflet::leaflet;
use crate::ui::state::AppState;
use crate::ui::text::{handout as text, shell};
use leptos::prelude::*;

pub(crate) fn handout(app: AppState, locale: Locale) -> Vec<El> {
    let [event, date, contact] = [(); 3].map(|()| RwSignal::new(String::new()));
    let steps = RwSignal::new(String::new());
    let chosen = RwSignal::new(FIRST_GROUP.to_owned());
    let form = el("div")
        .class("noprint form")
        .child(p("lead", text::LEAD.get(locale)))
        .child(
            el("div")
                .class("fields")
                .child(line(text::EVENT, event, locale))
                .child(line(text::DATE, date, locale))
                .child(line(text::CONTACT, contact, locale)),
        )
        .child(controls_choice(text::WHAT, chosen, locale))
        .child(tick(
            text::STEPS.get(locale),
            move || steps.with(|on| !on.is_empty()),
            move || {
                steps.update(|on| *on = if on.is_empty() { "on".to_owned() } else { String::new() });
            },
        ));
    let sheet = leaflet(app, Topic::Controls, locale, move |_| {
        let sheet = document(app, "handout", locale, move |request| {
            put(request, "event", event.get());
            put(request, "date", date.get());
            put(request, "contact", contact.get());
            put(request, "steps", Json::Bool(steps.with(|on| !on.is_empty())));
            put(request, "levels", chosen.get());
            if let Shelf::Ready(file) = untrack(|| app.shelf(Topic::Controls, locale)) {
                put(request, "guidance", Json::clone(&file));
            }
        });
        vec![sheet]
    });
    vec![print_row(shell::HANDOUT, locale), form, sheet]
}

/// A line of text that only this page needs. Taken over when it is finished: each change makes the sheet anew.
fn line(label: Text, text: RwSignal<String>, locale: Locale) -> El {
    let input = el("input")
        .attr("type", "text")
        .attr("maxlength", "100")
        .live_value(move || text.get())
        .on("change", move |event| text.set(value_of(&event)));
    field(label.get(locale), input)
}
