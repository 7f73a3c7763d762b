//! The checklist: sections as lists with headings, search and filters, and rows that are answered in place.

use crate::assessment::{Status, score};
use crate::base::i18n::Locale;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el};
use crate::content::catalogue::{self, Control, Section};
use crate::content::route::Route;
use crate::content::topics::{self, Topic};
use crate::ui::checklist::filter::{self, Shown};
use crate::ui::checklist::filters::filters;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_view::topic_view;
use crate::ui::core::words::{self, checklist as text, control as control_text, home as home_text, shell};
use crate::ui::core::{answer_badges, reason_dialog, status_select};
use crate::ui::kit::badges::severity;
use crate::ui::kit::basics::{button, h1, h2, link, p, span};
use crate::ui::kit::console_label::with_labels_alone;
use leptos::prelude::*;

/// The number of rows that are rendered at once: about what a phone shows below the filters.
const FIRST_ROWS: usize = 2;

pub(crate) fn checklist(app: AppState, locale: Locale) -> Vec<Element> {
    let score_line = move || {
        let score = app.score();
        format!("{} · {} / 100", home_text::of_mandatory(&score, locale), words::points(score.value))
    };
    let shown = filter::shown(app);
    let found = el("p").class("quiet num small").attr("role", "status").reactive_text(move || {
        let count = shown.count();
        if app.filter.with(filter::is_on) { text::found(count, locale) } else { String::new() }
    });
    let none = el("div").reactive_children(move || {
        let reset = move || filter::set(app, |filter| *filter = Default::default());
        let is_empty = shown.count() == 0;
        let message = || vec![p("", text::NONE.get(locale)), button("btn ghost", text::RESET.get(locale), reset)];
        if is_empty { message() } else { Vec::new() }
    });
    let mut page = vec![
        h1(shell::CHECKLIST.get(locale)),
        el("p").class("quiet num").reactive_text(score_line),
        filters(app, locale),
        found,
        none,
    ];
    // Some rows at once, then one section per frame, so that the first rows appear without delay.
    let lists = Section::ALL.into_iter().enumerate();
    page.extend(lists.map(|(index, section)| match index {
        0 => section_list(app, section, shown, FIRST_ROWS, locale),
        _ => el("div").later(index + 2, move || vec![section_list(app, section, shown, usize::MAX, locale)]),
    }));
    page
}

/// A section with `at_once` rows at first, and the others after the next paint.
fn section_list(app: AppState, section: Section, shown: Shown, at_once: usize, locale: Locale) -> Element {
    let members = move || catalogue::of_section(section);
    let blank = status_select::blank(locale);
    let mut rows = members().map(move |control| row(app, control, shown, &blank, locale));
    let first: Vec<Element> = rows.by_ref().take(at_once).collect();
    let more = el("div").later(2, move || rows.collect());
    let is_hidden = move || !members().any(|control| shown.contains(control.id));
    let count = move || {
        let controls: Vec<_> = members().collect();
        let count = app.assessment.with(|a| score::score(&controls, &a.current)).mandatory;
        text::of(count.done, count.applicable, locale)
    };
    // Controls that are already decided are not changed.
    let open = move || -> Vec<&'static str> {
        let is_open = |control: &&Control| app.assessment.with(|a| a.current.status(control.id).is_open());
        members().filter(is_open).map(|control| control.id).collect()
    };
    let bulk = button("link small", text::BULK.get(locale), move || {
        reason_dialog::open(app, untrack(open), Status::NotApplicable);
    });
    let bulk = bulk
        .attr("aria-label", &format!("{}: {}", section.title().get(locale), text::BULK.get(locale)))
        .reactive_attr("hidden", move || (members().count() < 2 || open().is_empty()).then(String::new));
    let header = el("header")
        .child(h2(section.title().get(locale)))
        .child(el("span").class("quiet num").reactive_text(count))
        .child(bulk);
    status_select::record_choices(app, el("section"))
        .class("sect")
        .reactive_attr("hidden", move || is_hidden().then(String::new))
        .child(header)
        .children(first)
        .child(more)
}

fn row(app: AppState, control: &'static Control, shown: Shown, blank: &Element, locale: Locale) -> Element {
    let answer = app.answer(control.id);
    let status = move || answer.status();
    let page = Route::Control(control.id.to_owned());
    let badges = el("span")
        .class("meta")
        .reactive_children(move || answer.with(|answer| answer_badges::badges(app, answer, locale)));
    let open = text_memo(move || app.opened.with(|opened| opened.contains(&control.id)).to_string());
    let toggle = move || {
        app.opened.update(|opened| match opened.iter().position(|id| *id == control.id) {
            Some(place) => {
                opened.remove(place);
            }
            None => opened.push(control.id),
        });
    };
    let how = button("link small", text::HOW_TO_CHECK.get(locale), toggle)
        .attr("aria-label", &format!("{}: {}", text::HOW_TO_CHECK.get(locale), control.title.get(locale)))
        .reactive_attr("aria-expanded", move || Some(open.get()));
    let meta = el("div")
        .class("meta")
        .child(span("", &home_text::minutes(control.effort_minutes, locale)))
        .children(control.free.then(|| span("", home_text::FREE.get(locale))))
        .children((!control.mandatory).then(|| span("", text::RECOMMENDED.get(locale))))
        .child(badges)
        .child(how);
    let steps = el("div").class("steps-place").reactive_children(move || {
        if open.with(|open| open == "true") { vec![steps(app, control, locale)] } else { Vec::new() }
    });
    el("div")
        .reactive_attr("class", move || Some(if status().is_open() { "row" } else { "row done" }.to_owned()))
        .reactive_attr("hidden", move || (!shown.contains(control.id)).then(String::new))
        .attr("data-control", control.id)
        .child(el("h3").child(link(&page, control.title.get(locale))))
        .child(status_select::status_select(blank.copy(), control, status, locale))
        .child(severity(control.severity, locale))
        .child(meta)
        .child(steps)
}

/// Why the control matters, and how to check it in the console, for a person who does not know the answer.
fn steps(app: AppState, control: &'static Control, locale: Locale) -> Element {
    let page = Route::Control(control.id.to_owned());
    topic_view(app, Topic::Controls, locale, move |file| {
        let Ok(details) = topics::read_control(file, control.id) else {
            return vec![p("warn", shell::NOT_LOADED.get(locale))];
        };
        let steps = details.check.console.iter().map(|step| el("li").child(with_labels_alone("span", step)));
        vec![
            p("", &details.why),
            el("h4").text(control_text::CHECK.get(locale)),
            el("ol").class("steps").children(steps),
            el("p").child(link(&page, text::WHOLE.get(locale))),
        ]
    })
    .class("inplace")
}
