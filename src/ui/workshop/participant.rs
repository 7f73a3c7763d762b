//! The participant's pages: the invitation, and the page with the workshop's controls and the file to hand in.

use crate::assessment::workshop_link::Workshop;
use crate::assessment::{Participation, Profile, Status, Table, score};
use crate::base::i18n::Locale;
use crate::base::time::Date;
use crate::browser::dom;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el};
use crate::content::catalogue::{self, Control};
use crate::content::quiz::QUESTIONS;
use crate::content::route::Route;
use crate::documents::workshop_results::words::controls;
use crate::ui::core::state::AppState;
use crate::ui::core::status_select;
use crate::ui::core::words::{self, checklist, home as home_text};
use crate::ui::kit::badges::{segment_class, severity};
use crate::ui::kit::basics::{button, button_link, h1, h2, link, p, section, span};
use crate::ui::workshop::state::facilitator_page;
use crate::ui::workshop::words as text;
use leptos::prelude::*;

/// The page behind the link: it starts a new participation, or continues the existing one.
pub(super) fn invited(app: AppState, workshop: Workshop, locale: Locale) -> Vec<Element> {
    let count = if workshop.controls.is_empty() { catalogue::all().len() } else { workshop.controls.len() };
    let existing = app.profile_in_workshop(&workshop);
    let (lead, press) = match existing {
        Some(_) => (text::AGAIN, text::GO_ON),
        None => (text::INVITED_BODY, text::START),
    };
    let page = vec![
        p("quiet small", text::INVITED.get(locale)),
        h1(&workshop.title),
        p("quiet", &facts(workshop.date, count, locale)),
        p("lead", lead.get(locale)),
    ];
    let start = move || {
        match &existing {
            Some(id) => app.switch_profile(id),
            None => app.add_workshop(&workshop),
        }
        // Without the link in the address, this route shows the participant's own page.
        dom::replace_hash(&Route::Workshop.href());
        app.query.set(String::new());
        request_animation_frame(|| {
            dom::scroll_to_top();
            dom::focus("#main h1");
        });
    };
    page.into_iter().chain([button("btn", press.get(locale), start)]).collect()
}

fn facts(date: Option<Date>, count: usize, locale: Locale) -> String {
    let date = date.map(|date| words::date(date, locale) + " · ").unwrap_or_default();
    date + &controls(count, locale)
}

/// A participant's own page.
pub(super) fn participant(app: AppState, participation: &Participation, locale: Locale) -> Vec<Element> {
    let mut chosen = participation.chosen();
    // In the order in which the next step chooses them.
    chosen.sort_by_key(|control| (!control.mandatory, control.order));
    let title = if participation.title.is_empty() { words::shell::WORKSHOP.get(locale) } else { &participation.title };
    let facilitator_link = el("a").attr("href", &facilitator_page()).text(text::TO_FACILITATOR.get(locale));
    vec![
        p("quiet small", text::TAKING_PART.get(locale)),
        h1(title),
        p("quiet", &facts(participation.date, chosen.len(), locale)),
        overview(app, &chosen, locale),
        list(app, &chosen, locale),
        quiz(app, locale),
        hand_in(app, locale),
        p("small quiet", "").child(facilitator_link),
    ]
}

/// The participant's code, progress and next step.
fn overview(app: AppState, chosen: &[&'static Control], locale: Locale) -> Element {
    let code = move || app.assessment.with(|a| a.current.code().unwrap_or("–").to_owned());
    let code_block = el("div")
        .child(p("small quiet", text::CODE.get(locale)))
        .child(el("p").class("own-code").reactive_text(code))
        .child(p("small quiet", text::CODE_HINT.get(locale)));
    let all = chosen.to_vec();
    let statuses = move || -> Vec<Status> {
        app.assessment.with(|a| all.iter().map(|control| a.current.status(control.id)).collect())
    };
    let progress_statuses = statuses.clone();
    let progress_line = el("p").class("progress num").attr("role", "status").reactive_text(move || {
        let statuses = progress_statuses();
        let count = |matches: fn(&Status) -> bool| statuses.iter().filter(|status| matches(status)).count();
        let answered = count(|status| *status != Status::Unanswered);
        text::progress(answered, count(|status| *status == Status::Done), statuses.len(), locale)
    });
    let cells = el("div")
        .class("cells")
        .attr("aria-hidden", "true")
        .reactive_children(move || statuses().into_iter().map(|status| el("i").class(segment_class(status))).collect());
    let all = chosen.to_vec();
    let next = text_memo(move || {
        let next = app.assessment.with(|a| score::next_step(&all, &a.current));
        next.map(|control| control.id.to_owned()).unwrap_or_default()
    });
    let next =
        el("div").class("next").reactive_children(move || next.with(|id| next_card(catalogue::find(id), locale)));
    el("div").class("standing-of").child(el("div").child(code_block).child(progress_line).child(cells)).child(next)
}

fn next_card(next: Option<&'static Control>, locale: Locale) -> Vec<Element> {
    let Some(control) = next else {
        return vec![p("", text::ALL_DECIDED.get(locale))];
    };
    vec![
        p("small quiet", home_text::NEXT.get(locale)),
        h2(control.title.get(locale)),
        p("quiet small", &home_text::minutes(control.effort_minutes, locale)),
        button_link(&Route::Control(control.id.to_owned()), text::HOW.get(locale)),
    ]
}

fn list(app: AppState, chosen: &[&'static Control], locale: Locale) -> Element {
    let blank = status_select::blank(locale);
    let rows = chosen.iter().map(|control| row(app, control, &blank, locale));
    let list = section(text::LIST.get(locale), None).child(p("quiet", text::LIST_HINT.get(locale))).children(rows);
    status_select::record_choices(app, list)
}

fn row(app: AppState, control: &'static Control, blank: &Element, locale: Locale) -> Element {
    let answer = app.answer(control.id);
    let status = move || answer.status();
    let meta = el("div")
        .class("meta")
        .child(span("", &home_text::minutes(control.effort_minutes, locale)))
        .children(control.free.then(|| span("", home_text::FREE.get(locale))))
        .children((!control.mandatory).then(|| span("", checklist::RECOMMENDED.get(locale))));
    let title = link(&Route::Control(control.id.to_owned()), control.title.get(locale));
    el("div")
        .reactive_attr("class", move || Some(if status().is_open() { "row" } else { "row done" }.to_owned()))
        .attr("data-control", control.id)
        .child(el("h3").child(title))
        .child(status_select::status_select(blank.copy(), control, status, locale))
        .child(severity(control.severity, locale))
        .child(meta)
}

fn quiz(app: AppState, locale: Locale) -> Element {
    let answered = move || {
        let is_answered = |profile: &Profile, id| profile.entry(Table::Quiz, id).is_some();
        let count =
            app.assessment.with(|a| QUESTIONS.iter().filter(|question| is_answered(&a.current, question.id)).count());
        text::quiz_answered(count, QUESTIONS.len(), locale)
    };
    section(text::QUIZ.get(locale), None)
        .child(el("p").class("num").reactive_text(answered))
        .child(el("p").child(link(&Route::Learn, text::TO_QUIZ.get(locale))))
}

fn hand_in(app: AppState, locale: Locale) -> Element {
    let saved_line = el("p").class("progress").attr("role", "status");
    let saved_element = saved_line.element().clone();
    let save = move || {
        let name = app.hand_in();
        saved_element.set_text_content(Some(&text::submission(&name, locale)));
    };
    let contents = el("dl")
        .class("refs")
        .child(el("dt").text(text::IN_IT.get(locale)))
        .child(el("dd").text(text::IN_IT_BODY.get(locale)))
        .child(el("dt").text(text::NOT_IN_IT.get(locale)))
        .child(el("dd").text(text::NOT_IN_IT_BODY.get(locale)));
    section(text::HAND_IN.get(locale), None)
        .attr("id", "hand-in")
        .child(p("", text::HAND_IN_BODY.get(locale)))
        .child(contents)
        .child(button("btn", text::SAVE_FILE.get(locale), save))
        .child(saved_line)
}
