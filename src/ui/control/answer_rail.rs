//! The answer to a control: the six statuses, the reason, the note, the owner and the due date.
//!
//! On a phone the column comes after the text, and the statuses are in bars in the text instead.

use crate::assessment::{Answer, Change, Refusal, Status, score};
use crate::base::i18n::Locale;
use crate::base::time::Date;
use crate::browser::dom;
use crate::browser::element::{Element, el, value_of};
use crate::content::catalogue::{self, Control};
use crate::content::route::Route;
use crate::documents::words as report;
use crate::ui::core::autosaved_field::{Place, autosaved_field};
use crate::ui::core::state::AppState;
use crate::ui::core::words::{self, control as text};
use crate::ui::kit::badges::status_badge;
use crate::ui::kit::basics::{button, choice, h2, link, p, span};

/// The column beside a control.
pub(crate) fn answer_rail(app: AppState, control: &'static Control, locale: Locale) -> Element {
    let answer = app.answer(control.id);
    let title = text::STANDING.get(locale);
    el("aside")
        .class("rail")
        .attr("aria-label", title)
        .child(h2(title).attr("tabindex", "-1"))
        .child(el("div").class("opts").children(choices(app, control, locale)))
        .child(el("div").reactive_children(move || {
            answer.with(|answer| answer.map(|answer| answer_details(app, control, answer, locale)).unwrap_or_default())
        }))
        .children(note(app, control, locale))
        .children(owner(app, control, locale))
        .children(due(app, control, locale))
}

/// The statuses in the text, for a phone.
pub(crate) fn answer_bar(app: AppState, control: &'static Control, locale: Locale) -> Element {
    el("div").class("answer-bar noprint").children(choices(app, control, locale))
}

/// The six statuses, what evidence said, and after an answer the way on: to the check steps after "I don't know" (nobody
/// is moved there unasked), otherwise to the next step.
fn choices(app: AppState, control: &'static Control, locale: Locale) -> [Element; 3] {
    let answer = app.answer(control.id);
    let status = move || answer.status();
    let options = (1..).zip(Status::CHOICES).map(|(key, option)| {
        choice(move || status() == option, move || app.choose(control.id, option))
            .child(status_badge(option))
            .child(el("span").text(option.title().get(locale)))
            .child(el("kbd").attr("aria-hidden", "true").text(&format!("{key}")))
    });
    let way = el("p").class("small to-check").reactive_children(move || match status() {
        Status::Unanswered => Vec::new(),
        Status::Unsure => vec![
            span("", text::MARKED_UNSURE.get(locale)),
            button("link", text::TO_CHECK.get(locale), || dom::jump_to("#check h2")),
        ],
        Status::Done | Status::InProgress | Status::NotDone | Status::NotApplicable | Status::RiskAccepted => {
            next_step(app, control, locale)
        }
    });
    let group = el("div").class("answers").attr("role", "group").attr("aria-label", text::STANDING.get(locale));
    let basis = el("p").class("small basis").reactive_text(move || {
        answer.with(|answer| answer.and_then(|answer| evidence(app, answer, locale)).unwrap_or_default())
    });
    [group.children(options), basis, way]
}

/// The link to the next step, other than this control; none when nothing else is open.
fn next_step(app: AppState, control: &Control, locale: Locale) -> Vec<Element> {
    let steps = app.assessment.with_untracked(|a| score::next_steps(catalogue::all(), &a.current, 2));
    let next = steps.into_iter().find(|step| step.id != control.id);
    next.into_iter()
        .flat_map(|next| {
            let page = Route::Control(next.id.to_owned());
            [span("quiet", text::NEXT_STEP.get(locale)), link(&page, next.title.get(locale))]
        })
        .collect()
}

/// What the accepted verdict said, with its format and date; none for the person's own answer.
fn evidence(app: AppState, answer: &Answer, locale: Locale) -> Option<String> {
    let summary = answer.evidence()?.summary.get(locale);
    let date = words::date(app.local_date(answer.known_at()), locale);
    Some(text::basis(summary, report::by(answer).get(locale), &date, locale))
}

/// Moves the focus to a choice of the column, from a button that disappears. On a phone the column has no choices, and
/// its heading keeps the focus.
fn focus_choice(choice: &str) {
    dom::focus(".rail h2");
    dom::focus(choice);
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
        focus_choice(".opts button");
    };
    let mut details = Vec::from_iter(reason);
    if answer.is_stale(app.now()) {
        let confirmed =
            Change { reason: answer.reason.clone(), review_by: answer.review_by, ..Change::by_person(status) };
        let confirm = move || {
            // The reason was accepted before, so it is not refused.
            let _ = app.record(control.id, confirmed.clone());
            focus_choice(".opts [aria-pressed=true]");
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
