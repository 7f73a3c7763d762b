//! The lists that the catalogue answers: AWS's account baseline and the talk, each point with its controls.

use super::origin_words as text;
use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::browser::element::{Element, el};
use crate::ui::core::topic_view::controls;
use crate::ui::kit::basics::{p, section};

pub(crate) fn origin(file: &Json, locale: Locale) -> [Element; 2] {
    [
        list(file, "baseline", text::BASELINE, text::BASELINE_LEAD, locale),
        list(file, "talk", text::TALK, text::TALK_LEAD, locale),
    ]
}

fn list(file: &Json, key: &str, title: Text, lead: Text, locale: Locale) -> Element {
    let row = |point: &Json| {
        let id = Some(point.words("id")).filter(|id| !id.is_empty()).map(|id| el("b").text(id).text(" "));
        let name = el("td").children(id).text(point.words("title"));
        el("tr").child(name).child(el("td").children(controls(point, locale)))
    };
    let heads = [text::POINT, text::ANSWERED_BY].map(|head| el("th").attr("scope", "col").text(head.get(locale)));
    let table = el("table")
        .class("origin")
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(file.items(key).iter().map(row)));
    section(title.get(locale), None).attr("id", key).child(p("", lead.get(locale))).child(table)
}
