//! Home: the score as a ring, one clear next step, and quiet doors to everything else.

use crate::assessment::Profile;
use crate::browser::element::{El, el};
use crate::catalogue::{self, Control, LEVELS, Level};
use crate::guidance::{self, Topic};
use crate::i18n::{Locale, Text};
use crate::report::comparison::overdue;
use crate::report::{SectionLine, sections};
use crate::route::Route;
use crate::score;
use crate::ui::library::Shelf;
use crate::ui::parts::basics::{button_link, h1, h2, link, p, span};
use crate::ui::parts::leaflet::leaflet;
use crate::ui::parts::marks::{segment_class, severity};
use crate::ui::parts::ring::ring;
use crate::ui::parts::trend::trend;
use crate::ui::state::AppState;
use crate::ui::text::{checklist as list_text, home as text, shell};

pub(crate) fn home(app: AppState, locale: Locale) -> Vec<El> {
    let level = move || {
        let standing = app.assessment.with(|a| score::standing(catalogue::all(), &a.current));
        text::level(standing, locale)
    };
    let hero = el("section")
        .class("hero")
        .child(
            el("div")
                .child(ring(app, locale))
                .child(el("p").class("quiet small centre").live_text(level))
                .child(levels(app, locale)),
        )
        .child(el("div").live(move || app.assessment.with(|a| vec![next(app, &a.current, locale)])));
    let tracks = el("section").class("tracks").attr("aria-label", text::SECTIONS.get(locale)).live(move || {
        app.assessment.with(|a| {
            let lines = sections(catalogue::all(), &a.current);
            lines.iter().map(|line| track(line, &a.current, locale)).collect()
        })
    });
    let doors = el("section").class("doors").children([
        door(&Route::Checklist, text::DOOR_CHECKLIST, text::DOOR_CHECKLIST_BODY, locale),
        door(&Route::Evidence, text::DOOR_EVIDENCE, text::DOOR_EVIDENCE_BODY, locale),
        door(&Route::Learn, text::DOOR_LEARN, text::DOOR_LEARN_BODY, locale),
        door(&Route::Handout, text::DOOR_HANDOUT, text::DOOR_HANDOUT_BODY, locale),
        door(&Route::Report, text::DOOR_REPORT, text::DOOR_REPORT_BODY, locale),
        door(&Route::Incident, text::DOOR_INCIDENT, text::DOOR_INCIDENT_BODY, locale).class("door alarm"),
    ]);
    let past = el("section").class("past").live(move || past(app, locale));
    vec![hero, past, tracks, doors]
}

/// How the score went, and what has run out since: nothing at first.
fn past(app: AppState, locale: Locale) -> Vec<El> {
    let now = app.now();
    app.assessment.with(|a| {
        let mut past = trend(&a.current, locale);
        let late = overdue(catalogue::all(), &a.current, now, app.local_date(now)).len();
        if late > 0 {
            past.push(el("p").child(link(&Route::History, &text::overdue(late, locale))));
        } else if !past.is_empty() {
            past.push(el("p").class("small").child(link(&Route::History, shell::HISTORY.get(locale))));
        }
        past
    })
}

/// What the levels are, and how far each one is.
fn levels(app: AppState, locale: Locale) -> El {
    let list = el("ul").class("plain").live(move || {
        let line = |level: &Level| {
            let members: Vec<_> = catalogue::all().iter().copied().filter(|c| c.level == Some(level.number)).collect();
            let count = app.assessment.with(|a| score::score(&members, &a.current)).mandatory;
            let count = list_text::of(count.done, count.applicable, locale);
            el("li").text(&format!("{} {} — {count}", level.number, level.title.get(locale)))
        };
        LEVELS.iter().map(line).collect()
    });
    el("details")
        .class("small levels")
        .child(el("summary").text(text::LEVELS.get(locale)))
        .child(p("quiet", text::LEVELS_BODY.get(locale)))
        .child(list)
}

fn next(app: AppState, profile: &Profile, locale: Locale) -> El {
    match score::next_step(catalogue::all(), profile) {
        Some(control) if profile.is_blank() => welcome(control, locale),
        Some(control) => next_step(app, control, locale),
        None => finished(app, locale),
    }
}

fn welcome(control: &'static Control, locale: Locale) -> El {
    let promises = text::PROMISES.map(|promise| el("li").text(promise.get(locale)));
    let first = p("quiet", text::FIRST.get(locale)).text(": ").text(control.title.get(locale));
    el("div")
        .class("welcome")
        .child(h1(text::WELCOME.get(locale)))
        .child(el("ul").class("promises").children(promises))
        .child(first)
        .child(button_link(&Route::Control(control.id.to_owned()), text::START.get(locale)))
}

fn next_step(app: AppState, control: &'static Control, locale: Locale) -> El {
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
        .child(el("p").live_text(move || why(app, control, locale)))
        .child(facts)
        .child(button_link(&Route::Control(control.id.to_owned()), text::GO_ON.get(locale)))
}

/// Why the next step matters, once its details are there.
fn why(app: AppState, control: &Control, locale: Locale) -> String {
    match app.shelf(Topic::Controls, locale) {
        Shelf::Ready(file) => {
            guidance::read_control(&file, control.id).map(|guidance| guidance.why).unwrap_or_default()
        }
        Shelf::Loading | Shelf::Failed => String::new(),
    }
}

fn finished(app: AppState, locale: Locale) -> El {
    let quarter = leaflet(app, Topic::Controls, locale, |file| {
        vec![el("ul").class("plain").children(file.texts("quarter").map(|line| el("li").text(line)))]
    });
    el("div")
        .class("next")
        .child(h1(text::ALL_DONE.get(locale)))
        .child(p("", text::ALL_DONE_BODY.get(locale)))
        .child(quarter)
        .child(button_link(&Route::Report, text::OPEN_REPORT.get(locale)))
}

fn track(line: &SectionLine, profile: &Profile, locale: Locale) -> El {
    let members = catalogue::of_section(line.section).filter(|control| control.mandatory);
    let cells = members.map(|control| el("i").class(segment_class(profile.status(control.id))));
    let count = list_text::of(line.mandatory.done, line.mandatory.applicable, locale);
    link(&Route::Checklist, "")
        .attr("href", &Route::Checklist.href_with(&format!("section={}", line.section.id())))
        .class("track")
        .child(el("span").text(line.section.title().get(locale)))
        .child(el("span").class("cells").attr("aria-hidden", "true").children(cells))
        .child(span("num quiet", &count))
}

fn door(route: &Route, title: Text, body: Text, locale: Locale) -> El {
    el("div")
        .class("door")
        .child(el("h2").child(link(route, title.get(locale))))
        .child(p("quiet small", body.get(locale)))
}
