//! The history: how the score went, and any two days beside each other.

use crate::browser::element::{El, el, value_of};
use crate::i18n::{Locale, Text};
use crate::json::put;
use crate::ui::desk::document;
use crate::ui::parts::basics::{h1, p, section};
use crate::ui::parts::trend::trend;
use crate::ui::state::AppState;
use crate::ui::text::{self as words, history as text, shell};
use leptos::prelude::*;

/// What stands for "now" in the lists of days.
const NOW: &str = "now";

pub(crate) fn history(app: AppState, locale: Locale) -> Vec<El> {
    let days = Memo::new(move |_| {
        let day = |day: &crate::assessment::Snapshot| day.date;
        app.assessment.with(|a| a.current.history.iter().map(day).collect::<Vec<_>>())
    });
    let first = days.with_untracked(|days| days.first().map(ToString::to_string).unwrap_or_else(|| NOW.to_owned()));
    let before = RwSignal::new(first);
    let after = RwSignal::new(NOW.to_owned());
    let body =
        el("div").live(move || {
            if days.with(Vec::is_empty) {
                return vec![p("", text::EMPTY.get(locale))];
            }
            let line = el("div").live(move || {
                let drawn = app.assessment.with(|a| trend(&a.current, locale));
                if drawn.is_empty() { drawn } else { vec![section(text::TREND.get(locale), None).children(drawn)] }
            });
            let choose = el("div")
                .class("fields")
                .child(day_select(text::BEFORE, before, days, locale))
                .child(day_select(text::AFTER, after, days, locale));
            let told = document(app, "history", locale, move |request| {
                put(request, "before", before.get());
                put(request, "after", after.get());
            });
            vec![line, section(text::COMPARE.get(locale), None).child(choose), told]
        });
    vec![h1(shell::HISTORY.get(locale)), p("lead", text::LEAD.get(locale)), body]
}

fn day_select(label: Text, chosen: RwSignal<String>, days: Memo<Vec<crate::time::Date>>, locale: Locale) -> El {
    let option = |value: &str, name: &str| el("option").attr("value", value).text(name);
    let select = el("select")
        .class("choice")
        .child(option(NOW, text::NOW.get(locale)))
        .children(days.with(|days| {
            days.iter().rev().map(|day| option(&day.to_string(), &words::date(*day, locale))).collect::<Vec<_>>()
        }))
        .live_value(move || chosen.get())
        .on("change", move |event| chosen.set(value_of(&event)));
    el("label").child(el("span").class("small").text(label.get(locale))).child(select)
}
