//! From the first pages to the whole app: two editions of one page, of which one is alive at a time. `boot.js` stands
//! between them.

use super::dom::announce_event;
use super::element::{on_window, retire};
use super::files::File;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, CustomEvent, CustomEventInit, Event};

/// What one edition hands to the other. The address and the browser's storage tell the rest.
#[derive(Debug, Default)]
pub struct HandOver {
    /// Answers as a progress file: where storage is blocked they are nowhere else.
    pub progress: String,
    /// Settings, for the same reason.
    pub settings: String,
    /// Files that were dropped.
    pub files: Vec<File>,
}

/// Asks for the whole app. This edition goes on until the other one is there.
pub fn request() {
    announce_event("guard-navi-whole");
}

/// Hands over and falls silent when the whole app is there, and calls back when it cannot come.
pub fn listen(hand_over: impl Fn() -> HandOver + 'static, mut failed: impl FnMut() + 'static) {
    on_window("guard-navi-retire", move |event: CustomEvent| {
        retire();
        give(&event.detail(), &hand_over());
    });
    on_window("guard-navi-whole-failed", move |_: Event| failed());
}

/// Leaves what could not be stored with `boot.js`, which hands it to the person should this page die; empty when all is
/// stored again.
pub fn hand_unsaved_to_boot(text: &str) {
    let options = CustomEventInit::new();
    options.set_detail(&text.into());
    if let (Some(window), Ok(event)) =
        (web_sys::window(), CustomEvent::new_with_event_init_dict("guard-navi-unsaved", &options))
    {
        // Dispatching an event of our own cannot fail.
        let _ = window.dispatch_event(&event);
    }
}

fn give(detail: &JsValue, handed: &HandOver) {
    let files: Array = handed.files.iter().filter_map(|file| file.sent().ok()).map(JsValue::from).collect();
    let fields = [
        ("progress", handed.progress.as_str().into()),
        ("settings", handed.settings.as_str().into()),
        ("files", JsValue::from(files)),
    ];
    for (name, value) in fields {
        // Setting a field of a new object cannot fail.
        let _ = Reflect::set(detail, &name.into(), &value);
    }
}

/// Reads what was handed over; nothing where the whole app is the first one to start.
#[must_use]
pub fn received(detail: &JsValue) -> Option<HandOver> {
    let text = |name: &str| Reflect::get(detail, &name.into()).ok()?.as_string();
    let list: Array = Reflect::get(detail, &"files".into()).ok()?.dyn_into().ok()?;
    let file = |sent: JsValue| {
        let blob: Blob = Reflect::get(&sent, &"blob".into()).ok()?.dyn_into().ok()?;
        let name = Reflect::get(&sent, &"name".into()).ok()?.as_string()?;
        Some(File { name, blob, command: String::new(), batch: 0 })
    };
    let files = list.iter().filter_map(file).collect();
    Some(HandOver { progress: text("progress")?, settings: text("settings")?, files })
}
