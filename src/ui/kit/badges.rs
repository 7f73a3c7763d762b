//! Badges: severity as signal bars, status and outcome as round icons.

use crate::assessment::Status;
use crate::base::i18n::Locale;
use crate::browser::element::{Element, el, svg};
use crate::content::catalogue::Severity;
pub(crate) use crate::documents::chart::segment_class;
use crate::evidence::Outcome;
use crate::ui::kit::words;

/// Signal bars and a label; readable in greyscale and without colour.
pub(crate) fn severity(severity: Severity, locale: Locale) -> Element {
    const BARS: [&str; 4] = ["M1.7 14v-4", "M6.3 14V7", "M10.9 14V4", "M15.5 14V1"];
    // One path for the filled bars and one for the rest: a list renders dozens of badges.
    let (on, off) = BARS.split_at(BARS.len().min(severity.weight() as usize));
    let bars = [("on", on), ("off", off)].map(|(class, bars)| svg("path").class(class).attr("d", &bars.concat()));
    el("span")
        .class(&format!("sev {}", severity.id()))
        .child(svg("svg").attr("viewBox", "0 0 18 14").attr("aria-hidden", "true").children(bars))
        .text(severity.title().get(locale))
}

/// The SVG path inside the round icon of a status; empty for a hollow icon.
const fn icon_path(status: Status) -> &'static str {
    match status {
        Status::Unanswered => "",
        Status::Done => "m5.4 9.3 2.5 2.5 4.8-5.4",
        Status::InProgress => "M9 1.8a7.2 7.2 0 0 1 0 14.4z",
        Status::NotDone => "M6 6l6 6M12 6l-6 6",
        Status::Unsure => "M6.9 7.1a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.2.9-1.2 1.7M9 13v.3",
        Status::NotApplicable => "M5.5 9h7",
        Status::RiskAccepted => "M9 5v5M9 12.7v.3",
    }
}

fn round_icon(path: Element) -> Element {
    let circle = svg("circle").attr("cx", "9").attr("cy", "9").attr("r", "7.2");
    svg("svg").attr("viewBox", "0 0 18 18").attr("aria-hidden", "true").child(circle).child(path)
}

/// The round icon of a status, without its label.
pub(crate) fn status_badge(status: Status) -> Element {
    round_icon(svg("path").attr("d", icon_path(status))).class(&["status-icon ", status.id()].concat())
}

/// The same, for a status that changes.
pub(crate) fn reactive_status_badge(status: impl Fn() -> Status + Copy + 'static) -> Element {
    round_icon(svg("path").reactive_attr("d", move || Some(icon_path(status()).to_owned())))
        .reactive_attr("class", move || Some(["status-icon ", status().id()].concat()))
}

/// The icon and the label of an outcome.
pub(crate) fn outcome(outcome: Outcome, locale: Locale) -> Element {
    outcome_badge(outcome).text(words::outcome(outcome).get(locale))
}

/// The icon of an outcome; the caller adds the label.
pub(crate) fn outcome_badge(outcome: Outcome) -> Element {
    let status = match outcome {
        Outcome::Pass => Status::Done,
        Outcome::Fail => Status::NotDone,
        Outcome::Unknown => Status::Unsure,
    };
    el("span").class("outcome").child(status_badge(status))
}
