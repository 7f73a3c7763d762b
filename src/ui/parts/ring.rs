//! The ring is the score: one segment for each mandatory control, grouped by section.
//!
//! Filled = done, hatched = in progress, pale = open, thin = not applicable, dotted = risk accepted; a dot
//! outside marks the next step. For the eye and the mouse only: the same controls are links in the checklist,
//! and the score stands beside it in words.

use super::basics::span;
use crate::assessment::Profile;
use crate::browser::element::{El, el, svg};
use crate::i18n::Locale;
use crate::report::picture::{self, RING_BOX, Shape};
use crate::route::Route;
use crate::ui::state::AppState;
use crate::ui::text::{self as words, home};

/// The score as a ring.
pub(crate) fn ring(app: AppState, locale: Locale) -> El {
    let drawing = svg("svg").attr("viewBox", RING_BOX).attr("aria-hidden", "true");
    let words = el("p")
        .class("score")
        .child(span("sr", home::RING.get(locale)).text(" "))
        .child(el("b").live_text(move || words::points(app.score().value)))
        .child(span("sr", " / 100, "))
        .child(el("span").live_text(move || home::of_mandatory(&app.score(), locale)));
    el("div").class("ring").child(drawing.live(move || app.assessment.with(|a| segments(&a.current)))).child(words)
}

fn segments(profile: &Profile) -> Vec<El> {
    let segment = |segment: &picture::Segment| {
        let page = Route::Control(segment.control.id.to_owned());
        let link = svg("a").attr("href", &page.href()).attr("tabindex", "-1");
        link.child(shape(&segment.arc)).children(segment.pointer.as_ref().map(shape))
    };
    picture::ring(profile).iter().map(segment).collect()
}

/// Draws a shape.
pub(super) fn shape(shape: &Shape) -> El {
    shape.attributes.iter().fold(svg(shape.tag), |drawn, (name, value)| drawn.attr(name, value))
}
