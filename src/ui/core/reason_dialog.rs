//! The dialogue for the reason (and review date) of a status that needs one.

use crate::assessment::{Change, Status};
use crate::base::i18n::Locale;
use crate::base::time::Date;
use crate::browser::element::{Element, el, set_value, value};
use crate::content::catalogue;
use crate::ui::core::state::AppState;
use crate::ui::core::words::{self, shell};
use crate::ui::kit::basics::{button, h2, p};
use crate::ui::kit::dialog::{self, Close};

/// The suggested number of days until an accepted risk is reviewed.
const REVIEW_DAYS: i64 = 90;

impl AppState {
    /// Records the chosen status, or opens the reason dialogue first.
    pub(crate) fn choose(self, control: &'static str, status: Status) {
        if status.needs_reason() {
            open(self, vec![control], status);
            return;
        }
        // Only a reason can be refused, and this status has none.
        let _ = self.record(control, Change::by_person(status));
    }
}

/// Opens the dialogue; saving it records the status.
pub(crate) fn open(app: AppState, controls: Vec<&'static str>, status: Status) {
    dialog::open("ask-title", |close| question(app, controls, status, close));
}

fn question(app: AppState, controls: Vec<&'static str>, status: Status, close: Close) -> Vec<Element> {
    let locale = app.locale.get_untracked();
    // For several controls the reason starts empty.
    let single = if let [control] = *controls { Some(control) } else { None };
    let answer = app.assessment.with_untracked(|a| a.current.answer(single?).cloned());
    let earlier = answer.as_ref().and_then(|answer| answer.reason.as_deref()).unwrap_or_default();
    let soon = app.local_date(app.now()).plus_days(REVIEW_DAYS);
    let suggested = answer.as_ref().and_then(|answer| answer.review_by).unwrap_or(soon);

    let (reason, review) = (reason_field(earlier), review_field(suggested));
    let refused = p("refused", "").attr("id", "ask-refused").attr("role", "alert");
    let titles = titles(&controls, locale);
    let (typed_reason, typed_date, refusal_line) =
        (reason.element().clone(), review.element().clone(), refused.element().clone());
    let close_on_save = close.clone();
    let save = move || {
        let change = Change {
            reason: Some(value(&typed_reason)),
            review_by: Date::parse(&value(&typed_date)).filter(|_| status == Status::RiskAccepted),
            ..Change::by_person(status)
        };
        match app.record_all(&controls, change) {
            Ok(()) => close_on_save.close(),
            Err(refusal) => refusal_line.set_text_content(Some(&words::refusal(refusal, locale))),
        }
    };
    let review_date = [el("label").attr("for", "ask-review").text(shell::ASK_REVIEW.get(locale)), review];
    let form = el("div")
        .class("ask")
        .child(titles)
        .child(h2(status.title().get(locale)).attr("id", "ask-title"))
        .child(el("label").attr("for", "ask-reason").text(shell::ASK_REASON.get(locale)))
        .child(reason)
        .child(p("small quiet", shell::ASK_REASON_HINT.get(locale)).attr("id", "ask-hint"))
        .children((status == Status::RiskAccepted).then_some(review_date).into_iter().flatten())
        .child(refused);
    let buttons = el("div").class("buttons").child(button("btn", shell::SAVE.get(locale), save)).child(button(
        "btn ghost",
        shell::CANCEL.get(locale),
        move || close.close(),
    ));
    vec![form.child(buttons)]
}

fn reason_field(earlier: &str) -> Element {
    el("textarea")
        .attr("id", "ask-reason")
        .attr("aria-describedby", "ask-hint ask-refused")
        .attr("autofocus", "")
        .text(earlier)
}

fn review_field(suggested: Date) -> Element {
    let field = el("input").attr("id", "ask-review").attr("type", "date");
    set_value(field.element(), &suggested.to_string());
    field
}

fn titles(controls: &[&'static str], locale: Locale) -> Element {
    let found = controls.iter().filter_map(|id| catalogue::find(id));
    el("ul").class("plain small quiet").children(found.map(|control| el("li").text(control.title.get(locale))))
}
