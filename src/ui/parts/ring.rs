//! The ring is the score: one segment for each mandatory control, grouped by section.
//!
//! Filled = done, hatched = in progress, pale = open, thin = not applicable, dotted = risk accepted; a dot
//! outside marks the next step. For the eye and the mouse only: the same controls are links in the checklist,
//! and the score stands beside it in words.

use super::basics::span;
use super::marks::segment_class;
use crate::assessment::{Profile, Status};
use crate::browser::element::{El, el, svg};
use crate::catalogue::{self, Control};
use crate::i18n::Locale;
use crate::route::Route;
use crate::score;
use crate::ui::state::AppState;
use crate::ui::text::{self as words, home};

/// Angles are whole hundredths of a degree, clockwise from the top: no floating point, no rounding.
const FULL: usize = 36_000;
const GAP: usize = 160;
const SECTION_GAP: usize = 700;

/// The score as a ring.
pub(crate) fn ring(app: AppState, locale: Locale) -> El {
    let drawing = svg("svg").attr("viewBox", "-6 -6 212 212").attr("aria-hidden", "true");
    let words = el("p")
        .class("score")
        .child(span("sr", home::RING.get(locale)).text(" "))
        .child(el("b").live_text(move || words::points(app.score().value)))
        .child(span("sr", " / 100, "))
        .child(el("span").live_text(move || home::of_mandatory(&app.score(), locale)));
    el("div").class("ring").child(drawing.live(move || app.assessment.with(|a| segments(&a.current)))).child(words)
}

fn segments(profile: &Profile) -> Vec<El> {
    let mandatory: Vec<_> = catalogue::all().iter().copied().filter(|control| control.mandatory).collect();
    let next = score::next_step(catalogue::all(), profile).map(|control| control.id);
    let groups = mandatory.chunk_by(|a, b| a.section == b.section).count();
    let gaps = SECTION_GAP * groups + GAP * (mandatory.len() - groups);
    let length = (FULL - gaps) / mandatory.len().max(1);
    let mut start = 0;
    let mut segments = Vec::new();
    for group in mandatory.chunk_by(|a, b| a.section == b.section) {
        for (index, control) in group.iter().enumerate() {
            let is_next = next == Some(control.id);
            segments.push(segment(control, profile.status(control.id), is_next, start, length));
            start += length + if index + 1 < group.len() { GAP } else { SECTION_GAP };
        }
    }
    segments
}

fn segment(control: &'static Control, status: Status, is_next: bool, start: usize, length: usize) -> El {
    let circle = |radius: &str| svg("circle").attr("cx", "100").attr("cy", "100").attr("r", radius);
    let turned = |circle: El, angle: usize| {
        circle.attr("transform", &format!("rotate({}.{:02} 100 100)", angle / 100, angle % 100))
    };
    let class = if is_next { " upcoming" } else { "" };
    let arc = circle("88")
        .class(&format!("{}{class}", segment_class(status)))
        .attr("pathLength", &FULL.to_string())
        .attr("stroke-dasharray", &dashes(status, length));
    // A circle's path begins at three o'clock, a quarter turn after the top.
    let arc = turned(arc, start + FULL * 3 / 4);
    let pointer = is_next.then(|| {
        let dot = circle("3.2").attr("cy", "-1").class("pointer");
        turned(dot, start + length / 2)
    });
    let page = Route::Control(control.id.to_owned());
    svg("a").attr("href", &page.href()).attr("tabindex", "-1").child(arc).children(pointer)
}

/// The stroke pattern of an arc, in the units of its path.
fn dashes(status: Status, length: usize) -> String {
    let (on, off) = match status {
        Status::InProgress => (160, 160),
        Status::RiskAccepted => (10, 400),
        Status::Unanswered | Status::Done | Status::NotDone | Status::Unsure | Status::NotApplicable => {
            return format!("{length} {FULL}");
        }
    };
    // The last gap goes around the rest of the circle.
    format!("{}0 {FULL}", format!("{on} {off} ").repeat(length / (on + off)))
}
