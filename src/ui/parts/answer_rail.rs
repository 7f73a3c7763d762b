//! Where you stand: the six answers, the reason behind one, and the note.

use super::basics::{button, choice, h2, p};
use super::kept::{Place, kept};
use super::marks::status_mark;
use crate::assessment::{Answer, Assessment, Refusal, Status};
use crate::browser::dom;
use crate::browser::element::{El, el};
use crate::catalogue::Control;
use crate::i18n::Locale;
use crate::ui::state::AppState;
use crate::ui::text::{self as words, control as text};
use leptos::prelude::*;

/// The rail beside a control.
pub(crate) fn answer_rail(app: AppState, control: &'static Control, locale: Locale) -> El {
    let answer = app.answer(control.id);
    let status = move || answer.with(|answer| answer.as_ref().map_or(Status::Unanswered, |answer| answer.status));
    let choices = (1..).zip(Status::CHOICES).map(|(key, option)| {
        let choose = move || {
            app.choose(control.id, option);
            if option == Status::Unsure {
                dom::focus("#check button");
            }
        };
        choice(move || status() == option, choose)
            .child(status_mark(option))
            .child(el("span").text(option.title().get(locale)))
            .child(el("kbd").attr("aria-hidden", "true").text(&format!("{key}")))
    });
    let title = text::STANDING.get(locale);
    el("aside")
        .class("rail")
        .attr("aria-label", title)
        .child(h2(title))
        .child(el("div").class("opts").attr("role", "group").attr("aria-label", title).children(choices))
        .child(el("div").live(move || {
            answer.with(|answer| answer.as_ref().map(|answer| given(app, control, answer, locale)).unwrap_or_default())
        }))
        .children(note(app, control, locale))
}

/// What belongs to the answer that was given: its reason, and the way to take it back.
fn given(app: AppState, control: &'static Control, answer: &Answer, locale: Locale) -> Vec<El> {
    let status = answer.status;
    let reason = answer.reason.as_deref().map(|reason| {
        let review = answer
            .review_by
            .map(|date| p("small quiet", text::REVIEW_BY.get(locale)).text(": ").text(&words::date(date, locale)));
        el("div")
            .class("reason")
            .child(p("small quiet", text::REASON.get(locale)))
            .child(p("", reason))
            .children(review)
            .child(button("link", text::CHANGE_REASON.get(locale), move || app.choose(control.id, status)))
    });
    let clear = move || {
        app.choose(control.id, Status::Unanswered);
        // This button goes away with the answer.
        dom::focus(".opts button");
    };
    let mut given = Vec::from_iter(reason);
    if status != Status::Unanswered {
        given.push(button("link", text::CLEAR.get(locale), clear));
    }
    given
}

fn note(app: AppState, control: &'static Control, locale: Locale) -> [El; 4] {
    let area = el("textarea").attr("placeholder", text::NOTE_HINT.get(locale));
    let [area, refused] = kept(area, "note", Note { app, control: control.id }, locale);
    [
        el("label").class("small").attr("for", "note").text(text::NOTE.get(locale)),
        area,
        p("small quiet", text::NOTE_MASKED.get(locale)),
        refused,
    ]
}

/// The note of a control, as the place of a field.
struct Note {
    app: AppState,
    control: &'static str,
}

impl Place for Note {
    fn read(&self) -> String {
        let note = |a: &Assessment| a.current.answer(self.control).and_then(|answer| answer.note.clone());
        self.app.assessment.with(note).unwrap_or_default()
    }

    fn write(&self, text: &str) -> Result<(), Refusal> {
        let now = self.app.now();
        self.app.catch_up();
        let result = self.app.assessment.try_update(|a| a.current.record_note(self.control, text, now));
        self.app.save();
        result.unwrap_or(Ok(()))
    }
}
