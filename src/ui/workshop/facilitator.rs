//! The facilitator's page: the link for the participants, and below it the workshop results.

use crate::assessment::workshop_link::{self, Unusable, Workshop};
use crate::base::i18n::Locale;
use crate::base::json::put;
use crate::base::time::Date;
use crate::browser::dom;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el, value_of};
use crate::content::catalogue::{self, Control};
use crate::content::route::Route;
use crate::documents::handout::{address, in_groups};
use crate::documents::workshop_results::words::controls;
use crate::ui::core::command::copied_line;
use crate::ui::core::controls_picker::controls_picker;
use crate::ui::core::documents::document;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{choice, field, h1, link, p, section};
use crate::ui::workshop::results::results;
use crate::ui::workshop::state::{LinkForm, WorkshopState};
use crate::ui::workshop::words as text;
use leptos::prelude::*;

/// The group of controls that is chosen at first.
const FIRST_GROUP: &str = "1";

pub(super) fn facilitator(state: WorkshopState, locale: Locale) -> Vec<Element> {
    let mut page = vec![
        h1(shell::WORKSHOP.get(locale)),
        p("lead", text::LEAD.get(locale)),
        section(text::MAKE.get(locale), None).child(form(state, locale)).child(link_view(state, locale)),
    ];
    page.extend(results(state, locale));
    page
}

/// The form. Its values are in the state, so they survive a change of language.
fn form(state: WorkshopState, locale: Locale) -> Element {
    let saved = state.form.get_untracked();
    let line = |kind: &str, value: &str, set: fn(&mut LinkForm, String)| {
        let input = el("input").attr("type", kind).attr("value", value);
        input.on("input", move |event| state.form.update(|form| set(form, value_of(&event))))
    };
    let title = line("text", &saved.title, |form, title| form.title = title);
    let date = line("date", &saved.date, |form, date| form.date = date);
    let chosen = move || ids(&chosen(state)).join(" ");
    let choose = move |ids| state.form.update(|form| form.chosen = Some(ids));
    el("div")
        .class("form")
        .child(
            el("div")
                .class("fields")
                .child(field(text::TITLE.get(locale), title))
                .child(field(text::DATE.get(locale), date)),
        )
        .child(controls_picker(text::WHAT, chosen, choose, locale))
        .child(language(state, locale))
}

/// The language that the participants' pages open in.
fn language(state: WorkshopState, locale: Locale) -> Element {
    let option = |choice_locale: Locale, name: &str| {
        let press = move || state.form.update(|form| form.lang = Some(choice_locale));
        choice(move || chosen_language(state, locale) == choice_locale, press)
            .attr("lang", choice_locale.tag())
            .text(name)
    };
    let options = el("div")
        .class("seg")
        .attr("role", "group")
        .attr("aria-label", text::LANGUAGE.get(locale))
        .child(option(Locale::Ja, "日本語"))
        .child(option(Locale::En, "English"));
    el("div").child(p("small", text::LANGUAGE.get(locale))).child(options)
}

fn chosen_language(state: WorkshopState, locale: Locale) -> Locale {
    state.form.with(|form| form.lang.unwrap_or(locale))
}

fn link_view(state: WorkshopState, locale: Locale) -> Element {
    // Rendered again when the link changes, not when files are added.
    let link = text_memo(move || match described_workshop(state) {
        None => String::new(),
        Some(workshop) => workshop_link::encode(&workshop, chosen_language(state, locale)).unwrap_or_default(),
    });
    el("div").attr("id", "link").reactive_children(move || {
        let query = link.get();
        match untrack(|| described_workshop(state)) {
            None => vec![p("refused", text::NO_CONTROLS.get(locale))],
            Some(workshop) if query.is_empty() => link_error(state, &workshop, locale),
            Some(workshop) => link_block(state, &workshop, &query, locale),
        }
    })
}

/// The chosen controls; the first level before a choice. Tracked.
fn chosen(state: WorkshopState) -> Vec<&'static Control> {
    let chosen = state.form.with(|form| form.chosen.clone());
    match chosen {
        None => in_groups(FIRST_GROUP),
        Some(ids) => {
            catalogue::all().iter().copied().filter(|control| ids.split(' ').any(|id| id == control.id)).collect()
        }
    }
}

fn ids(controls: &[&'static Control]) -> Vec<&'static str> {
    controls.iter().map(|control| control.id).collect()
}

/// The workshop that the form describes; none without a control. Tracked.
fn described_workshop(state: WorkshopState) -> Option<Workshop> {
    let (title, date) = state.form.with(|form| (form.title.clone(), Date::parse(&form.date)));
    let chosen = chosen(state);
    let is_all = chosen.len() == catalogue::all().len();
    let controls = if is_all { Vec::new() } else { ids(&chosen) };
    (!chosen.is_empty()).then_some(Workshop { title, date, controls })
}

fn link_error(state: WorkshopState, workshop: &Workshop, locale: Locale) -> Vec<Element> {
    let error = workshop_link::encode(workshop, locale).err().unwrap_or(Unusable::TooLong);
    // Before anything is typed, the message is a hint, not an error.
    let is_new = state.form.with(|form| form.title.is_empty());
    vec![p(if is_new { "quiet" } else { "refused" }, text::unusable(error).get(locale)).attr("role", "status")]
}

fn link_block(state: WorkshopState, workshop: &Workshop, query: &str, locale: Locale) -> Vec<Element> {
    let link_to = dom::address_of(&Route::Workshop.href_with(query));
    let code = el("code").text(&link_to);
    let count = if workshop.controls.is_empty() { catalogue::all().len() } else { workshop.controls.len() };
    let handout = link(&Route::Handout, text::HANDOUT.get(locale));
    let facts = p("small quiet num", &controls(count, locale)).text(" · ").child(handout);
    let code_or_hint = match address::public(&dom::address_of("")) {
        Ok(_) => code_of(state, link_to.clone(), locale),
        Err(_) => p("small quiet", text::LOCAL.get(locale)),
    };
    let line = copied_line(code, text::COPY, move || link_to.clone(), locale);
    vec![el("div").class("cmd").child(line), facts, code_or_hint]
}

/// The link as a large QR code to project; it is made when the details are opened.
fn code_of(state: WorkshopState, link: String, locale: Locale) -> Element {
    let opened = RwSignal::new(String::new());
    let code = el("div").class("wall-code").reactive_children(move || {
        let link = link.clone();
        let code = || document(state.app, "qr", locale, move |request| put(request, "text", link.as_str()));
        if opened.with(String::is_empty) { Vec::new() } else { vec![code()] }
    });
    el("details")
        .child(el("summary").text(text::SHOW_CODE.get(locale)))
        .child(code)
        .on("toggle", move |_| opened.set("open".to_owned()))
}
