//! A bar of segments, a status each: the shape of what the words beside it say.

use crate::assessment::Status;
use crate::browser::element::{Element, svg};

/// The whole of a bar, in the lengths that a document gives.
const WHOLE: u32 = 10_000;

/// Draws `done:4000 unsure:1500`; whatever else stands there is left out.
pub(crate) fn bar(class: &str, segments: &str) -> Element {
    let mut from = 0;
    let mut drawn = Vec::new();
    for segment in segments.split(' ') {
        let Some((status, length)) = segment.split_once(':') else {
            continue;
        };
        let (Some(status), Ok(length)) = (Status::from_id(status), length.parse::<u32>()) else {
            continue;
        };
        let length = length.min(WHOLE.saturating_sub(from));
        drawn.push(
            svg("rect")
                .class(status.id())
                .attr("x", &percent(from))
                .attr("width", &percent(length))
                .attr("height", "100%"),
        );
        from += length;
    }
    svg("svg").class(&["bar-of ", class].concat()).attr("aria-hidden", "true").children(drawn)
}

fn percent(length: u32) -> String {
    format!("{}.{:02}%", length / 100, length % 100)
}
