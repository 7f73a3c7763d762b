//! Documents, seen from the page: what is asked of the document worker, and how its answer is drawn.

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
use crate::ui::kit::segment_bar::bar;
use crate::ui::kit::trend_chart::trend;
use crate::{browser, start};
use leptos::prelude::*;
use std::rc::Rc;

/// Stands for a document that will not come.
const FAILED: &str = "failed";

/// What every request says: what to make, in which language, and what time it is.
fn request(app: AppState, make: &str, locale: Locale) -> Object {
    let mut request = Object::new();
    put(&mut request, "make", make);
    put(&mut request, "lang", locale.tag());
    put(&mut request, "now", app.now().to_string());
    put(&mut request, "offset", Json::Number(browser::utc_offset_minutes().into()));
    request
}

/// Asks the document worker once; `tell` hears how it goes. The work ends where what comes back is dropped.
pub(crate) fn request_document(
    app: AppState,
    make: &str,
    locale: Locale,
    files: &[File],
    wanted: impl FnOnce(&mut Object),
    tell: impl Fn(WorkerMessage) + 'static,
) -> Option<Running> {
    let mut request = request(app, make, locale);
    wanted(&mut request);
    worker::documents(&Json::Object(request).to_string(), files, tell).ok()
}

/// A document that follows what `wanted` reads. It adds what the kind of document needs to the request.
pub(crate) fn document(
    app: AppState,
    make: &'static str,
    locale: Locale,
    wanted: impl Fn(&mut Object) + 'static,
) -> Element {
    // The document's JSON; empty until it is there, and no JSON where it will not come.
    let answer = RwSignal::new(String::new());
    let running = StoredValue::new_local(None::<Running>);
    create_effect(Box::new(move || {
        let tell = move |news| match news {
            WorkerMessage::Done(json) => answer.set(json),
            WorkerMessage::Failed => answer.set(FAILED.to_owned()),
            WorkerMessage::Progress { .. } => {}
        };
        let started = request_document(app, make, locale, &[], &wanted, tell);
        if started.is_none() {
            answer.set(FAILED.to_owned());
        }
        // The worker before it, if one still runs, ends here.
        running.set_value(started);
    }));
    let drawn = move |json: &String| match Json::parse(json) {
        Ok(tree) => Vec::from_iter(draw(app, &tree, locale)),
        Err(_) if json.is_empty() => vec![p("quiet", shell::LOADING.get(locale))],
        Err(_) => vec![p("warn", shell::NOT_LOADED.get(locale)).attr("role", "alert")],
    };
    el("div").reactive_children(move || answer.with(drawn))
}

/// What saves an answer of the document worker as a file, of the kind that it is called with; and the line that tells when none came.
pub(crate) fn file_saver(
    app: AppState,
    make: &'static str,
    locale: Locale,
    wanted: impl Fn(&mut Object) + 'static,
) -> (Rc<dyn Fn(&'static str)>, Element) {
    let told = p("refused", "").attr("role", "alert");
    let line = told.element().clone();
    let running = StoredValue::new_local(None::<Running>);
    let save = move |kind: &'static str| {
        line.set_text_content(None);
        let heard = line.clone();
        let tell = move |news| match news {
            WorkerMessage::Done(json) => heard.set_text_content(saved(&json).map(|why| why.get(locale))),
            WorkerMessage::Failed => heard.set_text_content(Some(text::NOT_SAVED.get(locale))),
            WorkerMessage::Progress { .. } => {}
        };
        let asked = |request: &mut Object| {
            untrack(|| wanted(request));
            put(request, "as", kind);
        };
        let started = request_document(app, make, locale, &[], asked, tell);
        if started.is_none() {
            line.set_text_content(Some(text::NOT_SAVED.get(locale)));
        }
        // One that is still at work is ended: a file comes after the other.
        running.set_value(started);
    };
    (Rc::new(save), told)
}

/// Saves the file that the document worker made; what is to be said where there is none.
fn saved(json: &str) -> Option<Text> {
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

/// Adds the answers of the account in front, followed, to a request that is about them.
pub(crate) fn put_progress(app: AppState, request: &mut Object) {
    let now = app.now();
    let alone = |all: &Assessment| file::encode(&file::export(all, false, Redaction::default()), now);
    put(request, "progress", app.assessment.with(alone));
}

/// Draws an element: `[tag, class, href, lang, children…]`.
pub(crate) fn draw(app: AppState, node: &Json, locale: Locale) -> Option<Element> {
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
        "bar" => return Some(bar(word(1), word(4))),
        "trend" => return Some(el("div").children(app.assessment.with_untracked(|a| trend(&a.current, locale)))),
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
            None => element.children(draw(app, child, locale)),
        };
    }
    Some(if tag == "th" { element.attr("scope", "col") } else { element })
}

/// A QR code: dark bars on white whatever the theme, with the blank edge that readers need. The address stands below
/// it in words.
fn qr(side: &str, path: &str) -> Option<Element> {
    let side: u16 = side.parse().ok()?;
    let is_path = path.bytes().all(|byte| byte.is_ascii_digit() || b"Mhvz -".contains(&byte));
    let around = (side + 8).to_string();
    let frame = ["-4 -4 ", &around, " ", &around].concat();
    let code = svg("svg").attr("class", "qr").attr("viewBox", &frame).attr("aria-hidden", "true");
    is_path.then(|| code.child(svg("path").attr("d", path)))
}

/// What stands above a document: the page's heading, and the button that prints.
pub(crate) fn print_row(title: Text, locale: Locale) -> Element {
    let print = button("btn", shell::PRINT.get(locale), browser::print);
    el("div").class("noprint tools-row").child(h1(title.get(locale))).child(print)
}
