//! The score over time: a small line chart, which is hidden from screen readers, and a sentence.

use crate::assessment::Profile;
use crate::base::i18n::Locale;
use crate::browser::element::{Element, svg};
use crate::documents::chart::{self, TREND_BOX};
use crate::documents::words;
use crate::start::home::shape;
use crate::ui::kit::basics::p;

/// The chart and its sentence; empty before the second day of history.
pub(crate) fn trend_chart(profile: &Profile, locale: Locale) -> Vec<Element> {
    let Some(trend) = chart::trend(profile) else {
        return Vec::new();
    };
    let drawing = svg("svg").class("trend").attr("viewBox", TREND_BOX).attr("aria-hidden", "true");
    let drawing = drawing.children(trend.shapes.iter().map(shape));
    vec![drawing, p("small quiet", &words::trend(&trend, locale))]
}
