//! The workshop results: participants' files in, the combined results out. The document worker reads and counts.
//!
//! **Invariant:** nothing is stored: files and counts are in memory, and discarded when the page is left.

use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el};
use crate::browser::{self, dom};
use crate::ui::core::documents;
use crate::ui::core::saving::save_file;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{button, p, section};
use crate::ui::kit::drop_zone::drop_zone;
use crate::ui::workshop::results_words as text;
use crate::ui::workshop::state::{Counting, WorkshopState, is_facilitator};
use leptos::prelude::*;

pub(super) fn results(state: WorkshopState, locale: Locale) -> Vec<Element> {
    on_cleanup(move || {
        // A change of language also runs this cleanup, but keeps the files.
        if !untrack(|| is_facilitator(state.app)) {
            state.forget_collected();
        }
    });
    let collect = section(text::COLLECT.get(locale), None)
        .attr("id", "workshop-results")
        .child(p("", text::COLLECT_BODY.get(locale)))
        .child(drop_zone(text::DROP, text::DROP_HINT, locale, move |files| state.collect(files)))
        .child(progress(state, locale));
    // Rendered again when the result changes, not with every file that is read.
    let stage = text_memo(move || {
        state.counting.with(|counting| match counting {
            Counting::Idle | Counting::Running { .. } => String::new(),
            Counting::Failed => "-".to_owned(),
            Counting::Ready(json) => json.clone(),
        })
    });
    let counted =
        el("div").class("counted").reactive_children(move || stage.with(|json| render_results(state, json, locale)));
    vec![collect, counted]
}

fn progress(state: WorkshopState, locale: Locale) -> Element {
    let read = move || {
        state.counting.with(|counting| match counting {
            Counting::Running { done, total } => Some((*done, *total)),
            Counting::Idle | Counting::Failed | Counting::Ready(_) => None,
        })
    };
    let bar = el("progress")
        .attr("aria-label", text::READING.get(locale))
        .reactive_attr("max", move || read().map(|(_, total)| total.to_string()))
        .reactive_attr("value", move || read().map(|(done, _)| done.to_string()));
    let progress_text = move || read().map(|(done, total)| text::progress(done, total, locale)).unwrap_or_default();
    let cancel =
        button("btn ghost", text::CANCEL.get(locale), move || forget(state, Some(text::CANCELLED.get(locale))));
    el("div")
        .class("judging")
        .reactive_attr("hidden", move || read().is_none().then(String::new))
        .child(bar)
        .child(el("p").class("num").reactive_text(progress_text))
        .child(cancel)
}

/// Discards the files. The pressed button disappears, so the focus moves to the file input.
fn forget(state: WorkshopState, message: Option<&str>) {
    state.forget_collected();
    dom::focus("#workshop-results .drop input");
    message.into_iter().for_each(dom::announce);
}

fn render_results(state: WorkshopState, json: &str, locale: Locale) -> Vec<Element> {
    if json.is_empty() {
        return Vec::new();
    }
    let response = Json::parse(json).unwrap_or_default();
    let Some(localised) = response.get(locale.tag()) else {
        return vec![p("warn", text::FAILED.get(locale)).attr("role", "alert")];
    };
    let is_empty = response.number("people") == Some(0.0);
    let sheet = localised.get("document").and_then(|sheet| documents::render(state.app, sheet, locale));
    [tools(state, localised.words("csv").to_owned(), is_empty, locale)].into_iter().chain(sheet).collect()
}

fn tools(state: WorkshopState, csv: String, is_empty: bool, locale: Locale) -> Element {
    let forget = button("btn ghost", text::FORGET.get(locale), move || forget(state, None));
    let row = el("div").class("noprint acts results-tools");
    if is_empty {
        return row.child(forget);
    }
    let save = move || {
        let name = format!("guard-navi-workshop-{}.csv", state.app.local_date(state.app.now()));
        save_file(&name, &csv, "text/csv");
    };
    row.child(button("btn", shell::PRINT.get(locale), browser::print))
        .child(button("btn ghost", text::SAVE_CSV.get(locale), save))
        .child(forget)
        .child(p("small quiet", text::NOT_KEPT.get(locale)))
}
