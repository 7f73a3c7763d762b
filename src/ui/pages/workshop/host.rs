//! The facilitator's side: the link for the participants, and below it the room.

use super::room::room;
use crate::browser::dom;
use crate::browser::element::{El, el, value_of};
use crate::catalogue;
use crate::i18n::Locale;
use crate::report::handout::in_groups;
use crate::report::room::words::controls;
use crate::route::Route;
use crate::time::Date;
use crate::ui::hosting::Hosting;
use crate::ui::parts::basics::{choice, field, h1, link, p, section};
use crate::ui::parts::command::copied_line;
use crate::ui::parts::controls_choice::{FIRST_GROUP, controls_choice};
use crate::ui::state::AppState;
use crate::ui::text::{shell, workshop as text};
use crate::workshop_link::{self, Unusable, Workshop};
use leptos::prelude::*;

pub(super) fn host(app: AppState, locale: Locale) -> Vec<El> {
    let mut page = vec![
        h1(shell::WORKSHOP.get(locale)),
        p("lead", text::LEAD.get(locale)),
        section(text::MAKE.get(locale), None).child(form(app, locale)).child(made(app, locale)),
    ];
    page.extend(room(app, locale));
    page
}

/// What is chosen is kept beside the page: it outlives a change of language.
fn form(app: AppState, locale: Locale) -> El {
    let kept = app.hosting.get_untracked();
    let line = |kind: &str, held: &str, put: fn(&mut Hosting, String)| {
        let input = el("input").attr("type", kind).attr("value", held);
        input.on("input", move |event| app.hosting.update(|hosting| put(hosting, value_of(&event))))
    };
    let title = line("text", &kept.title, |hosting, title| hosting.title = title).attr("maxlength", "100");
    let date = line("date", &kept.date, |hosting, date| hosting.date = date);
    let chosen = RwSignal::new(kept.chosen.unwrap_or_else(|| FIRST_GROUP.to_owned()));
    // Behind the boxes' own handlers, which have ticked them.
    let keep = move |_| app.hosting.update(|hosting| hosting.chosen = Some(chosen.get_untracked()));
    el("div")
        .class("form")
        .child(
            el("div")
                .class("fields")
                .child(field(text::TITLE.get(locale), title))
                .child(field(text::DATE.get(locale), date)),
        )
        .child(controls_choice(text::WHAT, chosen, locale).on("change", keep))
        .child(language(app, locale))
}

/// The language that the participants' pages open in.
fn language(app: AppState, locale: Locale) -> El {
    let option = |own: Locale, name: &str| {
        let press = move || app.hosting.update(|hosting| hosting.lang = Some(own));
        choice(move || chosen_language(app, locale) == own, press).attr("lang", own.tag()).text(name)
    };
    let options = el("div")
        .class("seg")
        .attr("role", "group")
        .attr("aria-label", text::LANGUAGE.get(locale))
        .child(option(Locale::Ja, "日本語"))
        .child(option(Locale::En, "English"));
    el("div").child(p("small", text::LANGUAGE.get(locale))).child(options)
}

fn chosen_language(app: AppState, locale: Locale) -> Locale {
    app.hosting.with(|hosting| hosting.lang.unwrap_or(locale))
}

fn made(app: AppState, locale: Locale) -> El {
    // Drawn anew when the link changes, and not when files come in.
    let link = Memo::new(move |_| match wanted(app) {
        None => String::new(),
        Some(workshop) => workshop_link::encode(&workshop, chosen_language(app, locale)).unwrap_or_default(),
    });
    el("div").attr("id", "link").live(move || {
        let query = link.get();
        match untrack(|| wanted(app)) {
            None => vec![p("refused", text::NO_CONTROLS.get(locale))],
            Some(workshop) if query.is_empty() => not_made(app, &workshop, locale),
            Some(workshop) => made_link(&workshop, &query, locale),
        }
    })
}

/// The workshop as the form describes it; none without a control.
fn wanted(app: AppState) -> Option<Workshop> {
    let (title, date, chosen) =
        app.hosting.with(|hosting| (hosting.title.clone(), hosting.date.clone(), hosting.chosen.clone()));
    let chosen = in_groups(chosen.as_deref().unwrap_or(FIRST_GROUP));
    let is_all = chosen.len() == catalogue::all().len();
    let controls = chosen.iter().filter(|_| !is_all).map(|control| control.id).collect();
    (!chosen.is_empty()).then(|| Workshop { title, date: Date::parse(&date), controls })
}

fn not_made(app: AppState, workshop: &Workshop, locale: Locale) -> Vec<El> {
    let why = workshop_link::encode(workshop, locale).err().unwrap_or(Unusable::TooLong);
    // Nothing to complain of before anything is typed.
    let is_new = app.hosting.with(|hosting| hosting.title.is_empty());
    vec![p(if is_new { "quiet" } else { "refused" }, text::unusable(why).get(locale)).attr("role", "status")]
}

fn made_link(workshop: &Workshop, query: &str, locale: Locale) -> Vec<El> {
    let address = dom::address_of(&Route::Workshop.href_with(query));
    let code = el("code").text(&address);
    let is_local =
        ["file:", "http://localhost", "http://127.", "http://[::1]"].iter().any(|own| address.starts_with(own));
    let local = is_local.then(|| p("small quiet", text::LOCAL.get(locale)));
    let count = if workshop.controls.is_empty() { catalogue::all().len() } else { workshop.controls.len() };
    let handout = link(&Route::Handout, text::HANDOUT.get(locale));
    let told = el("p").class("small quiet num").text(&controls(count, locale)).text(" · ");
    let line = copied_line(code, text::COPY, move || address.clone(), locale);
    vec![el("div").class("cmd").child(line), told.child(handout), el("div").children(local)]
}
