//! A bar with one segment per status. It is hidden from screen readers, because the text beside it says the same.

use crate::assessment::Status;
use crate::browser::element::{Element, svg};

/// The full length of a bar. Lengths are in hundredths of a percent.
const WHOLE: u32 = 10_000;

/// Renders a bar from `done:4000 unsure:1500`; invalid segments are skipped.
pub(crate) fn segment_bar(class: &str, segments: &str) -> Element {
    let mut start = 0;
    let mut rects = Vec::new();
    for segment in segments.split(' ') {
        let Some((status, length)) = segment.split_once(':') else {
            continue;
        };
        let (Some(status), Ok(length)) = (Status::from_id(status), length.parse::<u32>()) else {
            continue;
        };
        let length = length.min(WHOLE.saturating_sub(start));
        rects.push(
            svg("rect")
                .class(status.id())
                .attr("x", &percent(start))
                .attr("width", &percent(length))
                .attr("height", "100%"),
        );
        start += length;
    }
    svg("svg").class(&["bar-of ", class].concat()).attr("aria-hidden", "true").children(rects)
}

fn percent(length: u32) -> String {
    format!("{}.{:02}%", length / 100, length % 100)
}
