//! Where an answer comes from, in words: self-declared or evidence, and whether it is stale.

use crate::assessment::{Answer, Status};
use crate::base::i18n::Locale;
use crate::browser::element::Element;
use crate::ui::core::state::AppState;
use crate::ui::core::words::{self, checklist as text};
use crate::ui::kit::basics::span;

/// The badges in a row.
pub(crate) fn badges(app: AppState, answer: Option<&Answer>, locale: Locale) -> Vec<Element> {
    let Some(answer) = answer else {
        return Vec::new();
    };
    let mut badges = Vec::new();
    if answer.status != Status::Unanswered {
        let date = words::date(app.local_date(answer.since()), locale);
        badges.push(span("badge", &text::told(text::by(answer), &date, locale)));
    }
    if answer.is_stale(app.now()) {
        badges.push(span("badge old", text::CHECK_AGAIN.get(locale)));
    }
    if answer.note.is_some() {
        badges.push(span("", text::NOTE.get(locale)));
    }
    badges
}
