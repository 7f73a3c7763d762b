//! A verdict: its outcome and reasons, its effect on the checklist, and the person's decision.

use crate::assessment::{Change, Status};
use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::browser::element::{Element, el};
use crate::content::catalogue;
use crate::content::route::Route;
use crate::content::topics::Topic;
use crate::evidence::{Outcome, Problem, Verdict};
use crate::ui::core::alarm::{self, QUARANTINE};
use crate::ui::core::judging::{VerdictState, applied_to, change_of, settled};
use crate::ui::core::state::AppState;
use crate::ui::core::topic_files::Load;
use crate::ui::core::words::{self, evidence as text};
use crate::ui::kit::badges::outcome;
use crate::ui::kit::basics::{button, link, p, section, span};
use leptos::prelude::*;

/// One row, with the control's title as a link; none if this version does not have the control.
pub(crate) fn verdict_row(app: AppState, verdict: &Verdict, locale: Locale) -> Option<Element> {
    let control = catalogue::find(&verdict.control)?;
    let title = el("h3").child(link(&Route::Control(control.id.to_owned()), control.title.get(locale)));
    Some(row(app, control.id, [Some(title), None], verdict, locale))
}

/// The same on the page of the control: without the title, and with the alarm.
pub(crate) fn verdict_alone(app: AppState, verdict: &Verdict, locale: Locale) -> Option<Element> {
    Some(row(app, catalogue::find(&verdict.control)?.id, [None, alarm(verdict, locale)], verdict, locale))
}

fn row(
    app: AppState,
    control: &'static str,
    heading: [Option<Element>; 2],
    verdict: &Verdict,
    locale: Locale,
) -> Element {
    let details = el("div")
        .children(heading.into_iter().flatten())
        .children(reasons(verdict, locale))
        .child(source(app, verdict, locale));
    let decision = if verdict.asks {
        question(app, control, verdict, locale)
    } else if verdict.is_conflict {
        Some(either(app, control, locale))
    } else {
        change_of(verdict).map(|change| accept(app, control, change, locale))
    };
    let row = el("div").class("verdict").attr("data-control", control);
    row.child(outcome(verdict.outcome, locale))
        .child(details)
        .child(el("div").class("decision").child(effect(app, control, change_of(verdict), locale)).children(decision))
}

/// The way to the incident page where the evidence says that a key has leaked.
pub(crate) fn alarm(verdict: &Verdict, locale: Locale) -> Option<Element> {
    let is_open = verdict.control == QUARANTINE && verdict.outcome == Outcome::Fail;
    is_open.then(|| alarm::alarm(text::LEAKED.get(locale), text::ACT, locale))
}

/// The first reasons, and the rest collapsed.
fn reasons(verdict: &Verdict, locale: Locale) -> Vec<Element> {
    const SHOWN: usize = 3;
    let mut lines = verdict.reasons.iter().map(|reason| p("", reason.get(locale)));
    let mut shown: Vec<Element> = lines.by_ref().take(SHOWN).collect();
    let rest: Vec<Element> = lines.collect();
    if !rest.is_empty() {
        let fold = el("summary").class("small").text(&text::more_reasons(rest.len(), locale));
        shown.push(el("details").child(fold).children(rest));
    }
    shown
}

/// File, format, time and Regions.
fn source(app: AppState, verdict: &Verdict, locale: Locale) -> Element {
    let source = &verdict.source;
    let mut line = p("quiet small", source.format.title().get(locale)).text(" · ").child(span("file", &source.file));
    if let Some(at) = source.collected_at {
        line = line.text(" · ").text(&words::date(app.local_date(at), locale));
    }
    if !verdict.regions.is_empty() {
        line = line.text(" · ").text(&text::regions(&verdict.regions, locale));
    }
    line
}

/// The current status, the status after accepting, and how the two relate.
fn effect(app: AppState, control: &'static str, change: Option<Change>, locale: Locale) -> Element {
    let to_apply = change.clone();
    let becomes = move || {
        let applied = |change: Change| app.assessment.with(|a| applied_to(a.current.answer(control), change).status);
        to_apply.clone().map_or(text::NO_CHANGE, |change| applied(change).title()).get(locale).to_owned()
    };
    let status = move || app.assessment.with(|a| a.current.status(control)).title().get(locale).to_owned();
    let list = el("dl")
        .class("small")
        .child(el("dt").text(text::NOW.get(locale)))
        .child(el("dd").reactive_text(status))
        .child(el("dt").text(text::BECOMES.get(locale)))
        .child(el("dd").reactive_text(becomes));
    let comparison =
        el("p").class("small standing").reactive_text(move || comparison(app, control, change.as_ref(), locale));
    el("div").child(list).child(comparison)
}

/// The conflict with the person's own answer, or the comparison with earlier evidence.
fn comparison(app: AppState, control: &str, change: Option<&Change>, locale: Locale) -> String {
    let earlier = || {
        app.assessment.with(|a| {
            let answer = a.current.answer(control)?;
            answer.evidence()?;
            Some((answer.status, words::date(app.local_date(answer.known_at()), locale)))
        })
    };
    match (app.verdict_state(control, change), earlier()) {
        (VerdictState::Contradicts, _) => text::AGAINST.get(locale).to_owned(),
        (VerdictState::Older, Some((status, date))) => text::older_than(status.title(), &date, locale),
        (VerdictState::New, Some((status, date))) => text::changed_since(status.title(), &date, locale),
        (VerdictState::Same, Some((_, date))) => text::same_as(&date, locale),
        (
            VerdictState::Open | VerdictState::Accepted | VerdictState::New | VerdictState::Older | VerdictState::Same,
            _,
        ) => String::new(),
    }
}

fn accept(app: AppState, control: &'static str, change: Change, locale: Locale) -> Element {
    let (shown, pressed) = (change.clone(), change.clone());
    let is_accepted = move |change: &Change| app.verdict_state(control, Some(change)) == VerdictState::Accepted;
    let press = move || {
        if !untrack(|| is_accepted(&pressed)) {
            app.accept_verdicts(vec![(control.to_owned(), pressed.clone())]);
        }
    };
    button("btn ghost", "", press)
        .reactive_text(move || {
            let label = if is_accepted(&change) { text::ACCEPTED } else { text::ACCEPT };
            label.get(locale).to_owned()
        })
        .reactive_attr("aria-disabled", move || Some(is_accepted(&shown).to_string()))
}

/// The control's yes-or-no question that only the person can answer.
fn question(app: AppState, control: &'static str, verdict: &Verdict, locale: Locale) -> Option<Element> {
    let yes = settled(verdict, Status::Done)?;
    // From whichever of the two topic files the current page has loaded.
    let question = p("", "").reactive_text(move || {
        let (page, list) = (app.topic(Topic::Controls, locale), app.topic(Topic::Evidence, locale));
        let of_page = |file: &Json| Some(file.get("controls")?.get(control)?.words("attest").to_owned());
        let of_list = |file: &Json| Some(file.get("questions")?.words(control).to_owned());
        let ready = |topic_load| if let Load::Ready(file) = topic_load { Some(file) } else { None };
        let from_page = ready(page).and_then(|file| of_page(&file));
        from_page.or_else(|| ready(list).and_then(|file| of_list(&file))).unwrap_or_default()
    });
    let decide = move |change: Change| app.accept_verdicts(vec![(control.to_owned(), change)]);
    Some(
        el("div")
            .class("asked")
            .child(question)
            .child(button("btn", text::YES.get(locale), move || decide(yes.clone())))
            .child(button("btn ghost", text::NO.get(locale), move || decide(Change::by_person(Status::NotDone)))),
    )
}

/// The choice of a status when sources contradict each other.
fn either(app: AppState, control: &'static str, locale: Locale) -> Element {
    let choices = [Status::Done, Status::NotDone].map(|status| {
        let decide = move || app.accept_verdicts(vec![(control.to_owned(), Change::by_person(status))]);
        button("btn ghost", status.title().get(locale), decide)
    });
    el("div").class("asked").child(p("small", text::CHOOSE_EITHER.get(locale))).children(choices)
}

/// The problems that are secrets, or the others; none without any.
pub(crate) fn problem_list(problems: &[Problem], secret: bool, locale: Locale) -> Option<Element> {
    let (title, class) = if secret { (text::SECRETS, "warn secrets") } else { (text::PROBLEMS, "warn") };
    let rows: Vec<Element> = problems
        .iter()
        .filter(|problem| problem.secret == secret)
        .map(|problem| {
            let place = text::place(&problem.file, problem.line, locale);
            el("div").class(class).child(el("b").text(&place)).child(span("", problem.text.get(locale)))
        })
        .collect();
    let id = if secret { "secrets" } else { "noticed" };
    (!rows.is_empty()).then(|| section(title.get(locale), None).attr("id", id).children(rows))
}
