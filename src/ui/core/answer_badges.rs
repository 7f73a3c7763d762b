//! Badges for the source of an answer (self-declared or evidence) and for whether it is stale.

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
        let date = words::date(app.local_date(answer.since()), locale);
        badges.push(span("badge", &text::source_and_date(text::by(answer), &date, locale)));
    }
    if answer.is_stale(app.now()) {
        badges.push(span("badge old", text::CHECK_AGAIN.get(locale)));
    }
    if answer.note.is_some() {
        badges.push(span("", text::NOTE.get(locale)));
    }
    badges
}
