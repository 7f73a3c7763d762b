//! The score over time, as a small line: a picture for the eye, a sentence for everybody.

use super::basics::p;
use crate::assessment::Profile;
use crate::browser::element::{El, svg};
use crate::i18n::Locale;
use crate::ui::text::{self as words, history as text};

const WIDTH: usize = 320;
const HEIGHT: usize = 60;

/// The line and its sentence; nothing before the second day.
pub(crate) fn trend(profile: &Profile, locale: Locale) -> Vec<El> {
    let days: Vec<_> = profile.history.iter().filter_map(|day| Some((day.date, day.score?))).collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Vec::new();
    };
    if days.len() < 2 {
        return Vec::new();
    }
    // Days on which nothing changed are left out, so the steps are equal: it is the order that tells.
    let point = |(index, (_, score)): (usize, &(_, u8))| {
        let x = index * WIDTH / (days.len() - 1);
        format!("{x},{}", HEIGHT - usize::from(*score) * HEIGHT / 100)
    };
    let points: Vec<String> = days.iter().enumerate().map(point).collect();
    let end = points.last().and_then(|point| point.split_once(',')).unwrap_or_default();
    let drawing = svg("svg")
        .class("trend")
        .attr("viewBox", &format!("-6 -6 {} {}", WIDTH + 12, HEIGHT + 12))
        .attr("aria-hidden", "true")
        .child(svg("path").class("floor").attr("d", &format!("M0 {HEIGHT}H{WIDTH}M0 0H{WIDTH}")))
        .child(svg("polyline").attr("points", &points.join(" ")))
        .child(svg("circle").attr("cx", end.0).attr("cy", end.1).attr("r", "4"));
    let told = |day: &(_, u8)| (words::date(day.0, locale), day.1.to_string());
    let (first, last) = (told(first), told(last));
    vec![drawing, p("small quiet", &text::trend((&first.0, &first.1), (&last.0, &last.1), locale))]
}
