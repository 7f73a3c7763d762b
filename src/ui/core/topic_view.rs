//! Shows a topic once it is loaded, and a retry button if loading failed.

use crate::base::i18n::Locale;
use crate::base::json::Json;
use crate::base::time::Date;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el};
use crate::content::catalogue;
use crate::content::route::Route;
use crate::content::topics::Topic;
use crate::ui::core::state::AppState;
use crate::ui::core::topic_files::Load;
use crate::ui::core::words::{self, control as text, shell};
use crate::ui::kit::basics::{button, external_link, link, p, section, span};
use leptos::prelude::*;

/// Renders a topic file with `render` once it is loaded.
pub(crate) fn topic_view(
    app: AppState,
    topic: Topic,
    locale: Locale,
    render: impl Fn(&Json) -> Vec<Element> + 'static,
) -> Element {
    // The memo prevents a re-render when another file arrives.
    let stamp = text_memo(move || app.topic(topic, locale).stamp().to_owned());
    el("div").reactive_children(move || {
        stamp.with(|_| ());
        render_load(app, untrack(|| app.topic(topic, locale)), &render, locale)
    })
}

fn render_load(
    app: AppState,
    topic_load: Load,
    render: &dyn Fn(&Json) -> Vec<Element>,
    locale: Locale,
) -> Vec<Element> {
    match topic_load {
        Load::Ready(file) => render(&file),
        Load::Loading => vec![p("quiet", shell::LOADING.get(locale))],
        Load::Failed => {
            let message = p("warn", "").attr("role", "alert").child(span("", shell::NOT_LOADED.get(locale)));
            vec![message, button("btn", shell::LOAD_AGAIN.get(locale), move || app.need_topics())]
        }
    }
}

/// The texts of the list under `key`.
pub(crate) fn texts<'a>(node: &'a Json, key: &str) -> impl Iterator<Item = &'a str> {
    node.items(key).iter().filter_map(Json::as_text)
}

/// The source pages, each with its review date.
pub(crate) fn sources(node: &Json, locale: Locale) -> Element {
    section(text::SOURCES.get(locale), None).child(source_list(node, locale))
}

/// The same, collapsed, for a page with many of them.
pub(crate) fn folded_sources(node: &Json, locale: Locale) -> Element {
    let fold = el("summary").class("small").text(text::SOURCES.get(locale));
    el("details").child(fold).child(source_list(node, locale))
}

fn source_list(node: &Json, locale: Locale) -> Element {
    let line =
        |source: &Json| source_line(source.words("title"), source.words("url"), source.words("reviewed"), locale);
    el("ul").class("sources").children(node.items("sources").iter().map(line))
}

/// A link to a source page, with its review date.
pub(crate) fn source_line(title: &str, url: &str, reviewed: &str, locale: Locale) -> Element {
    let language = if title.is_ascii() { "en" } else { "ja" };
    let date = Date::parse(reviewed).map(|date| words::date(date, locale)).unwrap_or_default();
    el("li")
        .child(external_link(url, title).attr("lang", language))
        .child(span("quiet", " · ").text(&text::reviewed(&date, locale)))
}

/// Links to the controls that a text refers to; none without any.
pub(crate) fn controls(node: &Json, locale: Locale) -> Option<Element> {
    controls_of(node, "controls", locale)
}

/// Links to the controls that the list under `key` names; none without any.
pub(crate) fn controls_of(node: &Json, key: &str, locale: Locale) -> Option<Element> {
    let known: Vec<_> = texts(node, key).filter_map(catalogue::find).collect();
    let links = known
        .iter()
        .map(|control| el("li").child(link(&Route::Control(control.id.to_owned()), control.title.get(locale))));
    (!known.is_empty()).then(|| el("ul").class("plain small").children(links))
}
