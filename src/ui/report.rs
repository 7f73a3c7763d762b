//! The progress report: a form, a document on A4 or Letter, and the same as files.

use crate::assessment::{Refusal, clean_name};
use crate::base::i18n::{Locale, Text};
use crate::base::json::{Json, Object, put};
use crate::browser::element::{Element, el, value_of};
use crate::evidence::Verdict;
use crate::evidence::posture::{HubStatus, Posture};
use crate::ui::core::autosaved_field::{Place, autosaved_field};
use crate::ui::core::documents::{document, file_saver, print_row, put_progress};
use crate::ui::core::judging::{VerdictState, change_of};
use crate::ui::core::state::AppState;
use crate::ui::core::words::{report as text, shell};
use crate::ui::kit::basics::{button, field, p, span, tick};
use crate::ui::kit::state::StateSignal;

/// The names of the choices; `ReportState::choices` contains those that are made, separated by spaces.
const FULL: &str = "full";
const LETTER: &str = "letter";
const WITHOUT_NOTES: &str = "without-notes";
const ALARMS: &str = "alarms";
const CHOICES: [&str; 4] = [FULL, LETTER, WITHOUT_NOTES, ALARMS];

/// The control whose verdict is the result for the must-fix list.
const MUST_FIX: &str = "securityhub-critical-zero";

/// The author, the account and the choices for reports; in memory only.
#[derive(Clone, Copy)]
pub(crate) struct ReportState {
    app: AppState,
    by: StateSignal<String>,
    account: StateSignal<String>,
    choices: StateSignal<String>,
}

impl ReportState {
    pub(crate) fn new(app: AppState) -> ReportState {
        let empty = || StateSignal::new(String::new());
        ReportState { app, by: empty(), account: empty(), choices: empty() }
    }
}

pub(crate) fn report(state: ReportState, locale: Locale) -> Vec<Element> {
    let form = el("div")
        .class("noprint form")
        .child(p("lead", text::LEAD.get(locale)))
        .child(
            el("div")
                .class("fields halves")
                .child(either(state, text::LENGTH, FULL, (text::SUMMARY.get(locale), text::FULL.get(locale)), locale))
                .child(either(state, text::PAPER, LETTER, ("A4", text::LETTER.get(locale)), locale))
                .child(line(state, "report-by", text::BY, state.by, locale))
                .child(line(state, "report-account", text::ACCOUNT, state.account, locale))
                .child(p("quiet small", text::KEPT.get(locale)))
                .child(choice(state, text::NOTES, WITHOUT_NOTES, true, locale)),
        )
        .child(files(state, locale));
    let sheet = document(state.app, "report", locale, move |request| {
        state.choices.with(|_| ());
        put_report(state, request);
    });
    vec![print_row(shell::REPORT, locale), form, sheet]
}

/// Adds the answers, the findings and the form to a request. Answers and findings are tracked; the form is not, so that
/// the document is made again when a field is left, not on every key.
fn put_report(state: ReportState, request: &mut Object) {
    put_progress(state.app, request);
    state.choices.with_untracked(|choices| {
        for (name, is_on) in [
            ("full", is_chosen(choices, FULL)),
            ("letter", is_chosen(choices, LETTER)),
            ("notes", !is_chosen(choices, WITHOUT_NOTES)),
            ("alarms", is_chosen(choices, ALARMS)),
        ] {
            put(request, name, Json::Bool(is_on));
        }
    });
    put(request, "by", state.by.get_untracked());
    put(request, "account", state.account.get_untracked());
    if let Some(posture) = state.app.posture().filter(|_| is_must_fix_accepted(state.app)) {
        put(request, "findings", findings(&posture));
    }
}

/// Whether the verdict on the must-fix controls is the answer: the report must not tell of findings that the person did
/// not accept. Tracked.
fn is_must_fix_accepted(app: AppState) -> bool {
    let is_accepted = |verdict: &Verdict| {
        verdict.control == MUST_FIX
            && app.verdict_state(MUST_FIX, change_of(verdict).as_ref()) == VerdictState::Accepted
    };
    app.judging.judgement.with(|judgement| judgement.as_ref().is_some_and(|it| it.verdicts.iter().any(is_accepted)))
}

/// The failed controls of Security Hub; the document worker selects those that must be fixed.
fn findings(posture: &Posture) -> Json {
    let failed = posture.controls.iter().filter(|control| control.status == HubStatus::Failed).map(|control| {
        let resources = control.failed.iter().map(|resource| Json::from(resource.as_str()));
        let mut out = Object::new();
        put(&mut out, "id", control.id.as_str());
        put(&mut out, "resources", Json::List(resources.collect()));
        Json::Object(out)
    });
    let mut out = Object::new();
    put(&mut out, "partial", Json::Bool(posture.is_partial));
    put(&mut out, "failed", Json::List(failed.collect()));
    Json::Object(out)
}

/// The buttons that save the report as a file.
fn files(state: ReportState, locale: Locale) -> Element {
    let (save, error_line) = file_saver(state.app, "report", locale, move |request| put_report(state, request));
    let kinds = [
        ("markdown", "Markdown"),
        ("html", "HTML"),
        ("csv", "CSV"),
        ("json", text::PROGRESS.get(locale)),
        ("calendar", text::CALENDAR.get(locale)),
    ];
    let buttons = kinds.map(|(kind, name)| {
        let save = save.clone();
        button("btn ghost", name, move || save(kind))
    });
    el("section")
        .class("save-as")
        .child(el("h2").text(text::SAVE_AS.get(locale)))
        .child(el("div").class("log-row").children(buttons))
        .child(error_line)
        .child(choice(state, text::ALARMS, ALARMS, false, locale))
        .child(p("quiet small", text::CALENDAR_HINT.get(locale)))
}

fn is_chosen(choices: &str, choice: &str) -> bool {
    choices.split(' ').any(|other| other == choice)
}

fn choose(state: ReportState, choice: &str, is_on: bool) {
    state.choices.update(|choices| {
        let is_in = |other: &&str| if *other == choice { is_on } else { is_chosen(choices, other) };
        *choices = CHOICES.into_iter().filter(is_in).collect::<Vec<_>>().join(" ");
    });
}

/// A checkbox; with `is_reversed` it is ticked while the choice is not made.
fn choice(state: ReportState, label: Text, choice: &'static str, is_reversed: bool, locale: Locale) -> Element {
    let is_on = move |choices: &str| is_chosen(choices, choice) != is_reversed;
    tick(
        label.get(locale),
        move || state.choices.with(|choices| is_on(choices)),
        move || choose(state, choice, !state.choices.with_untracked(|choices| is_chosen(choices, choice))),
    )
}

/// A select of two options, of which the second is the choice.
fn either(state: ReportState, label: Text, choice: &'static str, names: (&str, &str), locale: Locale) -> Element {
    let option = |value: &str, name: &str| el("option").attr("value", value).text(name);
    let select = el("select")
        .class("choice")
        .child(option("", names.0))
        .child(option(choice, names.1))
        .reactive_value(move || {
            let is_on = state.choices.with(|choices| is_chosen(choices, choice));
            if is_on { choice.to_owned() } else { String::new() }
        })
        .on("change", move |event| choose(state, choice, !value_of(&event).is_empty()));
    field(label.get(locale), select)
}

/// A line of text in memory, as the place of a field.
struct Line(StateSignal<String>);

impl Place for Line {
    fn read(&self) -> String {
        self.0.get()
    }

    fn write(&self, text: &str) -> Result<(), Refusal> {
        self.0.set(clean_name(text)?);
        Ok(())
    }
}

fn line(state: ReportState, id: &str, label: Text, line: StateSignal<String>, locale: Locale) -> Element {
    let input = el("input").attr("type", "text").attr("autocomplete", "off");
    let [input, refused] = autosaved_field(input, id, Line(line), locale);
    // The document depends on the choices, so this makes it again when the field is left.
    let input = input.on("change", move |_| state.choices.update(|_| ()));
    el("div").child(el("label").child(span("small", label.get(locale))).child(input)).child(refused)
}
