//! The checklist: sections as headed lists, a row answered without leaving it.

use crate::assessment::Status;
use crate::browser::element::{El, el};
use crate::catalogue::{self, Control, Section};
use crate::i18n::Locale;
use crate::report::sections;
use crate::route::Route;
use crate::ui::parts::basics::{h1, h2, link, span};
use crate::ui::parts::marks::severity;
use crate::ui::parts::{source, status_select};
use crate::ui::state::AppState;
use crate::ui::text::{self as words, checklist as text, home as home_text, shell};
use leptos::prelude::*;

pub(crate) fn checklist(app: AppState, locale: Locale) -> Vec<El> {
    let standing = move || {
        let score = app.score();
        format!("{} · {} / 100", home_text::of_mandatory(&score, locale), words::points(score.value))
    };
    let mut page = vec![h1(shell::CHECKLIST.get(locale)), el("p").class("quiet num").live_text(standing)];
    for section in Section::ALL {
        page.extend(section_list(app, section, locale));
    }
    page
}

fn section_list(app: AppState, section: Section, locale: Locale) -> Option<El> {
    let controls: Vec<&'static Control> =
        catalogue::all().iter().copied().filter(|control| control.section == section).collect();
    if controls.is_empty() {
        return None;
    }
    let rows: Vec<El> = controls.iter().map(|control| row(app, control, locale)).collect();
    let count = move || {
        let lines = app.assessment.with(|a| sections(&controls, &a.current));
        let count = lines.first().map(|line| line.mandatory).unwrap_or_default();
        text::of(count.done, count.applicable, locale)
    };
    let header =
        el("header").child(h2(section.title().get(locale))).child(el("span").class("quiet num").live_text(count));
    Some(el("section").class("sect").child(header).children(rows))
}

fn row(app: AppState, control: &'static Control, locale: Locale) -> El {
    let answer = app.answer(control.id);
    let status = move || answer.with(|answer| answer.as_ref().map_or(Status::Unanswered, |answer| answer.status));
    let page = Route::Control(control.id.to_owned());
    let how = page.clone();
    let badges = el("span").class("meta").live(move || {
        let mut badges = answer.with(|answer| source::badges(app, answer.as_ref(), locale));
        if status() == Status::Unsure {
            badges.push(link(&how, text::HOW_TO_CHECK.get(locale)));
        }
        badges
    });
    let meta = el("div")
        .class("meta")
        .child(severity(control.severity, locale).class(&format!("sev sev-inline {}", control.severity.id())))
        .child(span("", &text::minutes(control.effort_minutes, locale)))
        .children(control.free.then(|| span("", home_text::FREE.get(locale))))
        .children((!control.mandatory).then(|| span("", text::RECOMMENDED.get(locale))))
        .child(badges);
    el("div")
        .live_attr("class", move || Some(if status().is_open() { "row" } else { "row done" }.to_owned()))
        .attr("data-control", control.id)
        .child(status_select::status_select(app, control, status, locale))
        .child(el("div").child(el("h3").child(link(&page, control.title.get(locale)))).child(meta))
        .child(el("span").class("sev-column").child(severity(control.severity, locale)))
}
