//! Badges for the source of an answer (self-declared or evidence) and for whether it is stale, and the reason of a fail.

use crate::assessment::{Answer, Status};
use crate::base::i18n::Locale;
use crate::browser::element::Element;
use crate::ui::core::state::AppState;
use crate::ui::core::words::{self, checklist as text};
use crate::ui::kit::basics::span;

/// The badges of an answer; empty if there is no answer.
pub(crate) fn badges(app: AppState, answer: Option<&Answer>, locale: Locale) -> Vec<Element> {
    let Some(answer) = answer else {
        return Vec::new();
    };
    let mut badges = Vec::new();
    if answer.status != Status::Unanswered {
        let date = words::date(app.local_date(answer.known_at()), locale);
        // "I don't know" declares nothing, so it has a date but no source.
        let words =
            if answer.status == Status::Unsure { date } else { text::source_and_date(text::by(answer), &date, locale) };
        badges.push(span("badge", &words));
    }
    if answer.is_stale(app.now()) {
        badges.push(span("badge old", text::CHECK_AGAIN.get(locale)));
    }
    // What is missing, as evidence said.
    if let Some(evidence) = answer.evidence().filter(|_| answer.status.is_open()) {
        badges.push(span("basis", evidence.summary.get(locale)));
    }
    if answer.note.is_some() {
        badges.push(span("", text::NOTE.get(locale)));
    }
    badges
}
