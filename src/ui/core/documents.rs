//! Documents on the page: requests to the document worker, and rendering of its responses.

use crate::assessment::{Assessment, Redaction, file};
use crate::base::i18n::{Locale, Text};
use crate::base::json::{Json, Object, put};
use crate::browser::effects::create_effect;
use crate::browser::element::{Element, el, svg};
use crate::browser::files::File;
use crate::browser::worker::{self, Running, WorkerMessage};
use crate::content::catalogue::Severity;
use crate::documents::tree::TAGS;
use crate::ui::core::saving::save_file;
use crate::ui::core::state::AppState;
use crate::ui::core::words::{report as text, shell};
use crate::ui::kit::badges::severity;
use crate::ui::kit::basics::{button, h1, p};
use crate::ui::kit::segment_bar::segment_bar;
use crate::ui::kit::trend_chart::trend_chart;
use crate::{browser, start};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;

/// Stored instead of a response when the document cannot be made; deliberately not JSON.
const FAILED: &str = "failed";

/// The fields of every request: what to make, the language, and the current time.
fn request(app: AppState, make: &str, locale: Locale) -> Object {
    let mut request = Object::new();
    put(&mut request, "make", make);
    put(&mut request, "lang", locale.tag());
    put(&mut request, "now", app.now().to_string());
    put(&mut request, "offset", Json::Number(browser::utc_offset_minutes().into()));
    request
}

/// Sends one request to the document worker; `on_message` receives progress and the result. Dropping the returned
/// handle stops the worker.
pub(crate) fn request_document(
    app: AppState,
    make: &str,
    locale: Locale,
    files: &[File],
    add_fields: impl FnOnce(&mut Object),
    on_message: impl Fn(WorkerMessage) + 'static,
) -> Option<Running> {
    let mut request = request(app, make, locale);
    add_fields(&mut request);
    worker::documents(&Json::Object(request).to_string(), files, on_message).ok()
}

/// A document that is made again when a signal read by `add_fields` changes. `add_fields` adds the fields of this kind
/// of document to the request.
pub(crate) fn document(
    app: AppState,
    make: &'static str,
    locale: Locale,
    add_fields: impl Fn(&mut Object) + 'static,
) -> Element {
    // The document's JSON; empty until it arrives, `FAILED` if it cannot be made.
    let response = RwSignal::new(String::new());
    let running = StoredValue::new_local(None::<Running>);
    create_effect(Box::new(move || {
        let on_message = move |message| match message {
            WorkerMessage::Done(json) => response.set(json),
            WorkerMessage::Failed => response.set(FAILED.to_owned()),
            WorkerMessage::Progress { .. } => {}
        };
        let started = request_document(app, make, locale, &[], &add_fields, on_message);
        if started.is_none() {
            response.set(FAILED.to_owned());
        }
        // Replacing the handle stops a previous worker that is still running.
        running.set_value(started);
    }));
    let render = move |json: &String| match Json::parse(json) {
        Ok(tree) => Vec::from_iter(render(app, &tree, locale)),
        Err(_) if json.is_empty() => vec![p("quiet", shell::LOADING.get(locale))],
        Err(_) => vec![p("warn", shell::NOT_LOADED.get(locale)).attr("role", "alert")],
    };
    el("div").reactive_children(move || response.with(render))
}

/// Returns a function that requests a file of the given kind and saves it, and the element that shows an error.
pub(crate) fn file_saver(
    app: AppState,
    make: &'static str,
    locale: Locale,
    add_fields: impl Fn(&mut Object) + 'static,
) -> (Rc<dyn Fn(&'static str)>, Element) {
    let error_line = p("refused", "").attr("role", "alert");
    let error_element = error_line.element().clone();
    let running = StoredValue::new_local(None::<Running>);
    let save = move |kind: &'static str| {
        error_element.set_text_content(None);
        let alert = error_element.clone();
        let on_message = move |message| match message {
            WorkerMessage::Done(json) => alert.set_text_content(save_response(&json).map(|error| error.get(locale))),
            WorkerMessage::Failed => alert.set_text_content(Some(text::NOT_SAVED.get(locale))),
            WorkerMessage::Progress { .. } => {}
        };
        let add_all_fields = |request: &mut Object| {
            untrack(|| add_fields(request));
            put(request, "as", kind);
        };
        let started = request_document(app, make, locale, &[], add_all_fields, on_message);
        if started.is_none() {
            error_element.set_text_content(Some(text::NOT_SAVED.get(locale)));
        }
        // Replacing the handle stops a previous worker that is still running: one file is made at a time.
        running.set_value(started);
    };
    (Rc::new(save), error_line)
}

/// Saves the file in the worker's response; returns an error message if there is none.
fn save_response(json: &str) -> Option<Text> {
    let file = Json::parse(json).unwrap_or_default();
    match file.get("text").and_then(Json::as_text) {
        Some("") => Some(text::NO_DATES),
        Some(text) => {
            save_file(file.words("name"), text, file.words("mime"));
            None
        }
        None => Some(text::NOT_SAVED),
    }
}

/// Adds the answers of the current account to a request. Tracked.
pub(crate) fn put_progress(app: AppState, request: &mut Object) {
    let now = app.now();
    let encode_current = |all: &Assessment| file::encode(&file::export(all, false, Redaction::default()), now);
    put(request, "progress", app.assessment.with(encode_current));
}

/// Renders an element from `[tag, class, href, lang, children…]`; none for an unknown tag.
pub(crate) fn render(app: AppState, node: &Json, locale: Locale) -> Option<Element> {
    let Json::List(fields) = node else {
        return None;
    };
    let word = |index: usize| fields.get(index).and_then(Json::as_text).unwrap_or_default();
    let tag = TAGS.into_iter().find(|tag| *tag == word(0))?;
    match tag {
        "severity" => {
            let known = Severity::ALL.into_iter().find(|severity| severity.id() == word(1));
            return known.map(|known| severity(known, Locale::from_tag(word(3)).unwrap_or(locale)));
        }
        "qr" => return qr(word(4), word(5)),
        "ring" => return Some(start::home::ring(&app, locale)),
        "bar" => return Some(segment_bar(word(1), word(4))),
        "trend" => return Some(el("div").children(app.assessment.with_untracked(|a| trend_chart(&a.current, locale)))),
        _ => {}
    }
    let mut element = el(tag);
    for (index, name) in [(1, "class"), (2, "href"), (3, "lang")] {
        if !word(index).is_empty() {
            element = element.attr(name, word(index));
        }
    }
    for child in fields.iter().skip(4) {
        element = match child.as_text() {
            Some(text) => element.text(text),
            None => element.children(render(app, child, locale)),
        };
    }
    if tag == "table" && word(1).contains("controls") {
        label_cells(element.element());
    }
    Some(match tag {
        "th" => element.attr("scope", "col"),
        "code" => element.attr("translate", "no"),
        _ => element,
    })
}

/// Gives each cell the heading of its column, which a narrow window shows beside the cell instead of above the column.
fn label_cells(table: &web_sys::Element) {
    let all = |element: &web_sys::Element, selector: &str| {
        let list = element.query_selector_all(selector).ok();
        list.into_iter().flat_map(|list| (0..list.length()).filter_map(move |index| list.item(index)?.dyn_into().ok()))
    };
    let labels: Vec<String> =
        all(table, "th").map(|head: web_sys::Element| head.text_content().unwrap_or_default()).collect();
    for row in all(table, "tbody tr") {
        for (cell, label) in all(&row, "td").zip(&labels).skip(1) {
            // Setting an attribute cannot fail with a valid name.
            let _ = cell.set_attribute("data-label", label);
        }
    }
}

/// A QR code: black on white in every theme, with the quiet zone of 4 modules that scanners need. It is hidden from
/// screen readers because the address is shown as text below it.
fn qr(side: &str, path: &str) -> Option<Element> {
    let side: u16 = side.parse().ok()?;
    let is_path = path.bytes().all(|byte| byte.is_ascii_digit() || b"Mhvz -".contains(&byte));
    let size = (side + 8).to_string();
    let frame = ["-4 -4 ", &size, " ", &size].concat();
    let code = svg("svg").attr("class", "qr").attr("viewBox", &frame).attr("aria-hidden", "true");
    is_path.then(|| code.child(svg("path").attr("d", path)))
}

/// The row above a document: the page heading and the print button.
pub(crate) fn print_row(title: Text, locale: Locale) -> Element {
    let print = button("btn", shell::PRINT.get(locale), browser::print);
    el("div").class("noprint tools-row").child(h1(title.get(locale))).child(print)
}
