//! Small marks, each with its word: severity as signal bars, status and outcome as a round sign.

use crate::assessment::Status;
use crate::browser::element::{El, el, svg};
use crate::catalogue::Severity;
use crate::evidence::Outcome;
use crate::i18n::Locale;
pub(crate) use crate::report::picture::segment_class;
use crate::ui::text::evidence;

/// Signal bars and the word: reads in greyscale and without colour.
pub(crate) fn severity(severity: Severity, locale: Locale) -> El {
    let bars = [("0", "10", "4"), ("4.6", "7", "7"), ("9.2", "4", "10"), ("13.8", "1", "13")];
    let bars = (0..).zip(bars).map(|(index, (x, y, height))| {
        let class = if index < severity.weight() { "on" } else { "off" };
        let bar = svg("rect").class(class).attr("x", x).attr("y", y);
        bar.attr("width", "3.4").attr("height", height).attr("rx", "1")
    });
    el("span")
        .class(&format!("sev {}", severity.id()))
        .child(svg("svg").attr("viewBox", "0 0 18 14").attr("aria-hidden", "true").children(bars))
        .text(severity.title().get(locale))
}

/// The round sign of a status; its word stands beside it.
pub(crate) fn status_mark(status: Status) -> El {
    let inner = match status {
        Status::Unanswered => None,
        Status::Done => Some("m5.4 9.3 2.5 2.5 4.8-5.4"),
        Status::InProgress => Some("M9 1.8a7.2 7.2 0 0 1 0 14.4z"),
        Status::NotDone => Some("M6 6l6 6M12 6l-6 6"),
        Status::Unsure => Some("M6.9 7.1a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.2.9-1.2 1.7M9 13v.3"),
        Status::NotApplicable => Some("M5.5 9h7"),
        Status::RiskAccepted => Some("M9 5v5M9 12.7v.3"),
    };
    svg("svg")
        .class(&format!("mark {}", status.id()))
        .attr("viewBox", "0 0 18 18")
        .attr("aria-hidden", "true")
        .child(svg("circle").attr("cx", "9").attr("cy", "9").attr("r", "7.2"))
        .children(inner.map(|path| svg("path").attr("d", path)))
}

/// Pass, fail or cannot tell.
pub(crate) fn outcome(outcome: Outcome, locale: Locale) -> El {
    outcome_mark(outcome).text(evidence::outcome(outcome).get(locale))
}

/// The sign of an outcome; its word goes behind it.
pub(crate) fn outcome_mark(outcome: Outcome) -> El {
    let status = match outcome {
        Outcome::Pass => Status::Done,
        Outcome::Fail => Status::NotDone,
        Outcome::Unknown => Status::Unsure,
    };
    el("span").class("outcome").child(status_mark(status))
}
