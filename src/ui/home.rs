//! Home: the start page with the next step for the current answers, and with the score over time.

use crate::assessment::catalogue_changes::CatalogueChanges;
use crate::assessment::{Answer, Profile, Status, Table, score};
use crate::base::i18n::Locale;
use crate::browser::element::{Element, el};
use crate::content::catalogue::{self, Control};
use crate::content::route::Route;
use crate::content::runbook;
use crate::content::topics::{self, Topic};
use crate::documents::comparison::overdue;
use crate::start;
use crate::ui::core::alarm::{QUARANTINE, alarm};
use crate::ui::core::state::AppState;
use crate::ui::core::topic_files::Load;
use crate::ui::core::topic_view::topic_view;
use crate::ui::core::words::{home as text, shell};
use crate::ui::kit::badges::severity;
use crate::ui::kit::basics::{button_link, h1, h2, link, p};
use crate::ui::kit::trend_chart::trend_chart;

pub(crate) fn home(app: AppState, locale: Locale) -> Vec<Element> {
    let next = el("div").reactive_children(move || app.assessment.with(|a| vec![next(app, &a.current, locale)]));
    let past = el("section").class("past").reactive_children(move || past(app, locale));
    start::home::home(&app, next, past, locale)
}

/// What comes before everything on Home: that a key has leaked, and that an incident is being handled.
pub(crate) fn alarms(profile: &Profile, locale: Locale) -> Vec<Element> {
    let quarantine = profile.answer(QUARANTINE).filter(|answer| answer.status == Status::NotDone);
    // "Not done" by a person may also mean that nobody has looked.
    let words = |answer: &Answer| if answer.evidence().is_some() { text::LEAK } else { text::POSSIBLE_LEAK };
    let leak = quarantine.map(|answer| alarm(words(answer).get(locale), text::ACT_NOW, locale));
    let done = runbook::IDS.iter().filter(|step| profile.entry(Table::Runbook, step).is_some()).count();
    let is_running = (1..runbook::IDS.len()).contains(&done);
    let running =
        is_running.then(|| alarm(&text::incident(done, runbook::IDS.len(), locale), text::GO_ON_INCIDENT, locale));
    leak.into_iter().chain(running).collect()
}

/// What changed in the catalogue, the score over time, and the number of overdue answers; empty at first.
fn past(app: AppState, locale: Locale) -> Vec<Element> {
    let now = app.now();
    app.assessment.with(|a| {
        let mut past: Vec<Element> =
            a.current.catalogue_changes().iter().map(|changes| whats_new(changes, locale)).collect();
        past.extend(trend_chart(&a.current, locale));
        let late = overdue(catalogue::all(), &a.current, now, app.local_date(now)).len();
        if late > 0 {
            past.push(el("p").child(link(&Route::History, &text::overdue(late, locale))));
        } else if !past.is_empty() {
            past.push(el("p").class("small").child(link(&Route::History, shell::HISTORY.get(locale))));
        }
        past
    })
}

/// What changed in the catalogue since the answers.
fn whats_new(changes: &CatalogueChanges, locale: Locale) -> Element {
    let link = link(&Route::Changes, text::SEE_CHANGES.get(locale));
    p("whats-new", &text::changes(changes, locale)).text(" ").child(link)
}

fn next(app: AppState, profile: &Profile, locale: Locale) -> Element {
    match score::next_step(catalogue::all(), profile) {
        Some(control) if profile.is_blank() => start::home::welcome(control, locale),
        Some(control) => next_step(app, control, locale),
        None => finished(app, locale),
    }
}

fn next_step(app: AppState, control: &'static Control, locale: Locale) -> Element {
    let free = if control.free { text::FREE } else { text::PAID };
    let fact = |words: &str| el("li").class("quiet").text(words);
    let facts = el("ul")
        .class("facts small")
        .child(el("li").child(severity(control.severity, locale)))
        .child(fact(&text::minutes(control.effort_minutes, locale)))
        .child(fact(free.get(locale)));
    el("div")
        .class("next")
        .child(h1(shell::HOME.get(locale)).class("sr"))
        .child(p("quiet small", text::NEXT.get(locale)))
        .child(h2(control.title.get(locale)))
        .child(el("p").reactive_text(move || why(app, control, locale)))
        .child(facts)
        .child(button_link(&Route::Control(control.id.to_owned()), text::GO_ON.get(locale)))
}

/// Why the next step matters; empty until the topic file is loaded.
fn why(app: AppState, control: &Control, locale: Locale) -> String {
    match app.topic(Topic::Controls, locale) {
        Load::Ready(file) => topics::read_control(&file, control.id).map(|details| details.why).unwrap_or_default(),
        Load::Loading | Load::Failed => String::new(),
    }
}

fn finished(app: AppState, locale: Locale) -> Element {
    let quarter = topic_view(app, Topic::Controls, locale, |file| {
        vec![el("ul").class("plain").children(file.texts("quarter").map(|line| el("li").text(line)))]
    });
    el("div")
        .class("next")
        .child(h1(text::ALL_DONE.get(locale)))
        .child(p("", text::ALL_DONE_BODY.get(locale)))
        .child(quarter)
        .child(button_link(&Route::Report, text::OPEN_REPORT.get(locale)))
}
