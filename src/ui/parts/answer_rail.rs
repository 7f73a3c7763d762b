//! Where you stand: the six answers, the reason behind one, and the note.

use super::basics::{button, choice, h2, p};
use super::marks::status_mark;
use crate::assessment::{Answer, NOTE_LIMIT, Status};
use crate::browser::dom;
use crate::browser::element::{El, el, follow, set_value, value};
use crate::catalogue::Control;
use crate::i18n::Locale;
use crate::ui::state::AppState;
use crate::ui::text::{self as words, control as text};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

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
        .children(note(app, control, answer, locale))
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

/// The note: saved while typing. A secret is never stored, not even the part of it that was typed first: what
/// stood there when the field was entered comes back.
fn note(app: AppState, control: &'static Control, answer: Memo<Option<Answer>>, locale: Locale) -> [El; 4] {
    // The handlers read the app's own signal: `blur` comes even while the page, and the memo with it, goes away.
    let stored = move || {
        let note =
            app.assessment.with_untracked(|a| a.current.answer(control.id).and_then(|answer| answer.note.clone()));
        note.unwrap_or_default()
    };
    let record = move |text: &str| {
        let now = app.now();
        app.catch_up();
        let result = app.assessment.try_update(|a| a.current.record_note(control.id, text, now));
        app.save();
        result.unwrap_or(Ok(()))
    };
    let area = el("textarea")
        .attr("id", "note")
        .attr("data-note", "")
        .attr("maxlength", &NOTE_LIMIT.to_string())
        .attr("placeholder", text::NOTE_HINT.get(locale))
        .attr("aria-describedby", "note-hint note-refused");
    let refused = p("refused", "").attr("id", "note-refused").attr("role", "alert");
    let (field, left, typed) = (area.element().clone(), area.element().clone(), area.element().clone());
    let told = refused.element().clone();
    let is_refused = {
        let told = told.clone();
        move || !told.text_content().unwrap_or_default().is_empty()
    };
    let still_refused = is_refused.clone();
    // While somebody types, the field is theirs, and so is a refused text until it is mended.
    follow(Box::new(move || {
        answer.track();
        if dom::focused_attribute("data-note").is_none() && !is_refused() {
            set_value(&field, &stored());
        }
    }));
    let before = Rc::new(RefCell::new(String::new()));
    let entered = Rc::clone(&before);
    let area = area
        .on("focus", move |_| *entered.borrow_mut() = stored())
        .on("input", move |_| {
            let trouble = record(&value(&typed)).err();
            if trouble.is_some() {
                // What was stored before this field was entered was accepted once.
                let _ = record(&before.borrow());
            }
            let words = trouble.map(|refusal| words::refusal(refusal, locale));
            told.set_text_content(words.as_deref());
        })
        // On leaving it shows what is kept, ids masked; a refused text stays to be mended.
        .on("blur", move |_| {
            if !still_refused() {
                set_value(&left, &stored());
            }
        });
    [
        el("label").class("small").attr("for", "note").text(text::NOTE.get(locale)),
        area,
        p("small quiet", text::NOTE_MASKED.get(locale)).attr("id", "note-hint"),
        refused,
    ]
}
