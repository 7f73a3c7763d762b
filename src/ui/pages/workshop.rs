//! The workshop: a link for the participants, made by the facilitator; and what opens when somebody follows it.

use crate::browser::dom;
use crate::browser::element::{El, el, value_of};
use crate::catalogue;
use crate::i18n::Locale;
use crate::report::handout::in_groups;
use crate::route::Route;
use crate::time::Date;
use crate::ui::parts::basics::{button, field, h1, link, p, section};
use crate::ui::parts::command::copied_line;
use crate::ui::parts::controls_choice::{FIRST_GROUP, controls_choice};
use crate::ui::state::AppState;
use crate::ui::text::{self as words, shell, workshop as text};
use crate::workshop_link::{self, Unusable, Workshop};
use leptos::prelude::*;

pub(crate) fn workshop(app: AppState, locale: Locale) -> Vec<El> {
    match app.query.with(|query| workshop_link::decode(query)) {
        None => facilitator(locale),
        Some(Ok(workshop)) => invited(app, workshop, locale),
        Some(Err(why)) => {
            vec![h1(shell::WORKSHOP.get(locale)), p("warn", text::unusable(why).get(locale)).attr("role", "alert")]
        }
    }
}

fn invited(app: AppState, workshop: Workshop, locale: Locale) -> Vec<El> {
    let count = if workshop.controls.is_empty() { catalogue::all().len() } else { workshop.controls.len() };
    let date = workshop.date.map(|date| words::date(date, locale) + " · ").unwrap_or_default();
    let name = workshop.title.clone();
    let start = move || {
        app.add_workshop(&name);
        dom::go(&Route::Home.href());
    };
    vec![
        p("quiet small", text::INVITED.get(locale)),
        h1(&workshop.title),
        p("quiet", &(date + &text::controls(count, locale))),
        p("lead", text::INVITED_BODY.get(locale)),
        button("btn", text::START.get(locale), start),
    ]
}

fn facilitator(locale: Locale) -> Vec<El> {
    let (title, date) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let chosen = RwSignal::new(FIRST_GROUP.to_owned());
    let title_field =
        el("input").attr("type", "text").attr("maxlength", "100").on("input", move |event| title.set(value_of(&event)));
    let date_field = el("input").attr("type", "date").on("input", move |event| date.set(value_of(&event)));
    let form = el("div")
        .class("form")
        .child(
            el("div")
                .class("fields")
                .child(field(text::TITLE.get(locale), title_field))
                .child(field(text::DATE.get(locale), date_field)),
        )
        .child(controls_choice(text::WHAT, chosen, locale));
    let wanted = move || Workshop {
        title: title.get(),
        date: Date::parse(&date.get()),
        controls: chosen.with(|chosen| chosen_ids(chosen)),
    };
    let made = section(text::MAKE.get(locale), None).child(el("div").live(move || {
        match workshop_link::encode(&wanted()) {
            // Nothing to complain of before anything is typed.
            Err(Unusable::Title) if title.with(String::is_empty) => {
                vec![p("quiet", text::unusable(Unusable::Title).get(locale))]
            }
            Err(why) => vec![p("refused", text::unusable(why).get(locale))],
            Ok(query) => made_link(&query, locale),
        }
    }));
    let more = el("p").child(link(&Route::Handout, text::HANDOUT.get(locale)));
    vec![h1(shell::WORKSHOP.get(locale)), p("lead", text::LEAD.get(locale)), form, made, more]
}

fn made_link(query: &str, locale: Locale) -> Vec<El> {
    let address = dom::address_of(&Route::Workshop.href_with(query));
    let code = el("code").text(&address);
    vec![el("div").class("cmd").child(copied_line(code, text::COPY, move || address.clone(), locale))]
}

/// The controls of the chosen groups; none where all are.
fn chosen_ids(chosen: &str) -> Vec<&'static str> {
    let controls = in_groups(chosen);
    let is_all = controls.len() == catalogue::all().len();
    if is_all { Vec::new() } else { controls.iter().map(|control| control.id).collect() }
}
