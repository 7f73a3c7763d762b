//! About: what this is and is not, the lists behind it, privacy, dates, licence, whether it works without a network, and
//! whether this copy is genuine.

use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::base::time::Date;
use crate::browser::element::{Element, el};
use crate::browser::offline::OfflineState;
use crate::content::topics::Topic;
use crate::ui::about::origin::origin;
use crate::ui::about::verify::verify;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_view::{sources, texts, topic_view};
use crate::ui::core::words::{self, learn as text, shell};
use crate::ui::kit::basics::{h1, p, section};

pub(crate) fn about(app: AppState, locale: Locale) -> Vec<Element> {
    vec![h1(shell::ABOUT.get(locale)), topic_view(app, Topic::About, locale, move |file| render(app, file, locale))]
}

fn render(app: AppState, file: &Json, locale: Locale) -> Vec<Element> {
    let mut out: Vec<Element> = file
        .items("passages")
        .iter()
        .map(|passage| section(passage.words("title"), None).children(texts(passage, "body").map(|body| p("", body))))
        .collect();
    let date = |key: &str| Date::parse(file.words(key)).map(|date| words::date(date, locale)).unwrap_or_default();
    let reviewed = text::reviewed(&date("oldest"), &date("newest"), env!("CARGO_PKG_VERSION"), locale);
    out.extend(origin(file, locale));
    out.push(section(text::DATES.get(locale), None).child(p("", &reviewed)));
    out.push(section(text::OFFLINE.get(locale), None).child(offline(app, locale)));
    out.push(verify(locale));
    out.push(sources(file, locale));
    vec![el("div").class("prose").children(out)]
}

/// Whether this browser has stored the page for use without a network.
fn offline(app: AppState, locale: Locale) -> Element {
    p("", "").reactive_text(move || {
        let words = if app.offline.get() == OfflineState::NotStored { text::NOT_OFFLINE } else { text::IS_OFFLINE };
        words.get(locale).to_owned()
    })
}
