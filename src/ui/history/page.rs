//! The history: the score over time, and a comparison of two days.

use crate::base::i18n::{Locale, Text};
use crate::base::json::put;
use crate::base::time::Date;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el, value_of};
use crate::ui::core::documents::{document, put_progress};
use crate::ui::core::state::AppState;
use crate::ui::core::words::{self, shell};
use crate::ui::history::words as text;
use crate::ui::kit::basics::{field, h1, p, section};
use crate::ui::kit::trend_chart::trend_chart;
use leptos::prelude::*;

/// The value of "now" in the lists of days.
const NOW: &str = "now";

pub(crate) fn history(app: AppState, locale: Locale) -> Vec<Element> {
    // The dates, separated by spaces; the lists change only when a day is added.
    let days = text_memo(move || {
        let days =
            app.assessment.with(|a| a.current.history.iter().map(|day| day.date.to_string()).collect::<Vec<_>>());
        days.join(" ")
    });
    let first = days.with_untracked(|days| days.split(' ').next().unwrap_or(NOW).to_owned());
    let before = RwSignal::new(first);
    let after = RwSignal::new(NOW.to_owned());
    let body =
        el("div").reactive_children(move || {
            if days.with(String::is_empty) {
                return vec![p("", text::EMPTY.get(locale))];
            }
            let line = el("div").reactive_children(move || {
                let chart = app.assessment.with(|a| trend_chart(&a.current, locale));
                if chart.is_empty() { chart } else { vec![section(text::TREND.get(locale), None).children(chart)] }
            });
            let choose = el("div")
                .class("fields")
                .child(day_select(text::BEFORE, before, days, locale))
                .child(day_select(text::AFTER, after, days, locale));
            let comparison = document(app, "history", locale, move |request| {
                put_progress(app, request);
                put(request, "before", before.get());
                put(request, "after", after.get());
            });
            vec![line, section(text::COMPARE.get(locale), None).child(choose), comparison]
        });
    vec![h1(shell::HISTORY.get(locale)), p("lead", text::LEAD.get(locale)), body]
}

fn day_select(label: Text, chosen: RwSignal<String>, days: Memo<String>, locale: Locale) -> Element {
    let option = |value: &str, name: &str| el("option").attr("value", value).text(name);
    let select = el("select")
        .class("choice")
        .child(option(NOW, text::NOW.get(locale)))
        .children(days.with(|days| {
            let date_text = |day: &str| Date::parse(day).map(|date| words::date(date, locale)).unwrap_or_default();
            days.rsplit(' ').map(|day| option(day, &date_text(day))).collect::<Vec<_>>()
        }))
        .reactive_value(move || chosen.get())
        .on("change", move |event| chosen.set(value_of(&event)));
    field(label.get(locale), select)
}
