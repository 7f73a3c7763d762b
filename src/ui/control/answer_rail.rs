//! The answer to a control: the six statuses, the reason, the note, the owner and the due date.

use crate::assessment::{Answer, Change, Refusal, Status};
use crate::base::i18n::Locale;
use crate::base::time::Date;
use crate::browser::dom;
use crate::browser::element::{Element, el, value_of};
use crate::content::catalogue::Control;
use crate::documents::words as report;
use crate::ui::core::autosaved_field::{Place, autosaved_field};
use crate::ui::core::state::AppState;
use crate::ui::core::words::{self, control as text};
use crate::ui::kit::badges::status_badge;
use crate::ui::kit::basics::{button, choice, h2, p};

/// The column beside a control.
pub(crate) fn answer_rail(app: AppState, control: &'static Control, locale: Locale) -> Element {
    let answer = app.answer(control.id);
    let status = move || answer.status();
    let choices = (1..).zip(Status::CHOICES).map(|(key, option)| {
        let choose = move || {
            app.choose(control.id, option);
            if option == Status::Unsure {
                dom::focus("#check button");
            }
        };
        choice(move || status() == option, choose)
            .child(status_badge(option))
            .child(el("span").text(option.title().get(locale)))
            .child(el("kbd").attr("aria-hidden", "true").text(&format!("{key}")))
    });
    let title = text::STANDING.get(locale);
    el("aside")
        .class("rail")
        .attr("aria-label", title)
        .child(h2(title))
        .child(el("div").class("opts").attr("role", "group").attr("aria-label", title).children(choices))
        .child(el("div").reactive_children(move || {
            answer.with(|answer| answer.map(|answer| answer_details(app, control, answer, locale)).unwrap_or_default())
        }))
        .children(note(app, control, locale))
        .children(owner(app, control, locale))
        .children(due(app, control, locale))
}

/// The reason of the answer, its confirmation if it is stale, and the button that clears it.
fn answer_details(app: AppState, control: &'static Control, answer: &Answer, locale: Locale) -> Vec<Element> {
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
        // This button disappears with the answer, so the focus moves.
        dom::focus(".opts button");
    };
    let mut details = Vec::from_iter(reason);
    if answer.is_stale(app.now()) {
        let confirmed =
            Change { reason: answer.reason.clone(), review_by: answer.review_by, ..Change::by_person(status) };
        let confirm = move || {
            // The reason was accepted before, so it is not refused.
            let _ = app.record(control.id, confirmed.clone());
            dom::focus(".opts [aria-pressed=true]");
        };
        details.push(p("small", text::STALE.get(locale)));
        details.push(button("btn ghost", text::STILL.get(locale), confirm));
    }
    if status != Status::Unanswered {
        details.push(button("link", text::CLEAR.get(locale), clear));
    }
    details
}

fn note(app: AppState, control: &'static Control, locale: Locale) -> [Element; 4] {
    let area = el("textarea").attr("placeholder", text::NOTE_HINT.get(locale));
    let [area, refused] =
        autosaved_field(area, "note", AnswerText { app, control: control.id, kind: TextKind::Note }, locale);
    [
        el("label").class("small").attr("for", "note").text(text::NOTE.get(locale)),
        area,
        p("small quiet", text::NOTE_MASKED.get(locale)),
        refused,
    ]
}

fn owner(app: AppState, control: &'static Control, locale: Locale) -> [Element; 3] {
    let field = el("input").attr("type", "text").attr("autocomplete", "off");
    let [field, refused] =
        autosaved_field(field, "owner", AnswerText { app, control: control.id, kind: TextKind::Owner }, locale);
    [el("label").class("small").attr("for", "owner").text(report::OWNER.get(locale)), field, refused]
}

fn due(app: AppState, control: &'static Control, locale: Locale) -> [Element; 2] {
    let read = move || app.assessment.with(|a| a.current.answer(control.id).and_then(|answer| answer.due));
    let field = el("input")
        .attr("id", "due")
        .attr("type", "date")
        .reactive_value(move || read().map(|date| date.to_string()).unwrap_or_default())
        .on("change", move |event| {
            app.catch_up();
            let (due, now) = (Date::parse(&value_of(&event)), app.now());
            app.assessment.update(|a| a.current.record_due(control.id, due, now));
            app.save();
        });
    [el("label").class("small").attr("for", "due").text(report::DUE.get(locale)), field]
}

/// A text of an answer, as the place of a field.
struct AnswerText {
    app: AppState,
    control: &'static str,
    kind: TextKind,
}

/// Which text of the answer.
#[derive(Clone, Copy)]
enum TextKind {
    Note,
    Owner,
}

impl Place for AnswerText {
    fn catch_up(&self) {
        self.app.catch_up();
    }

    fn read(&self) -> String {
        self.app.assessment.with(|a| {
            let answer = a.current.answer(self.control);
            let text = answer.and_then(|answer| match self.kind {
                TextKind::Note => answer.note.clone(),
                TextKind::Owner => answer.owner.clone(),
            });
            text.unwrap_or_default()
        })
    }

    fn write(&self, text: &str) -> Result<(), Refusal> {
        let now = self.app.now();
        self.app.catch_up();
        let result = self.app.assessment.update(|a| match self.kind {
            TextKind::Note => a.current.record_note(self.control, text, now),
            TextKind::Owner => a.current.record_owner(self.control, text, now),
        });
        self.app.save();
        result
    }
}
