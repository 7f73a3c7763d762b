//! The hand-over from the first pages to the whole app: two editions of one page, of which only one is active.
//! `boot.js` connects them.

use super::dom::dispatch_event;
use super::element::{on_window, retire};
use super::files::File;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, CustomEvent, CustomEventInit, Event};

/// The state that is handed over. Everything else is in the address and in local storage.
#[derive(Debug, Default)]
pub struct HandOver {
    /// Answers as a progress file: where storage is blocked, they are not stored anywhere else.
    pub progress: String,
    /// Settings, for the same reason.
    pub settings: String,
    /// The selector of the element that gets the focus.
    pub focus: String,
    /// Files that were dropped.
    pub files: Vec<File>,
}

/// Requests the whole app. This edition stays active until the other one is loaded.
pub fn request() {
    dispatch_event("guard-navi-whole");
}

/// Hands over and retires this edition when the whole app is loaded; calls `on_failure` if it cannot be loaded.
pub fn listen(hand_over: impl Fn() -> HandOver + 'static, mut on_failure: impl FnMut() + 'static) {
    on_window("guard-navi-retire", move |event: CustomEvent| {
        retire();
        write_state(&event.detail(), &hand_over());
    });
    on_window("guard-navi-whole-failed", move |_: Event| on_failure());
}

/// Passes answers that could not be stored to `boot.js`, which offers them as a download after a crash. An empty text
/// when everything is stored again.
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

fn write_state(detail: &JsValue, state: &HandOver) {
    let files: Array = state.files.iter().filter_map(|file| file.sent().ok()).map(JsValue::from).collect();
    let fields = [
        ("progress", state.progress.as_str().into()),
        ("settings", state.settings.as_str().into()),
        ("focus", state.focus.as_str().into()),
        ("files", JsValue::from(files)),
    ];
    for (name, value) in fields {
        // Setting a field of a new object cannot fail.
        let _ = Reflect::set(detail, &name.into(), &value);
    }
}

/// Reads the state that was handed over; none when the whole app starts without the first pages.
#[must_use]
pub fn received(detail: &JsValue) -> Option<HandOver> {
    let text = |name: &str| Reflect::get(detail, &name.into()).ok()?.as_string();
    let list: Array = Reflect::get(detail, &"files".into()).ok()?.dyn_into().ok()?;
    let file = |object: JsValue| {
        let blob: Blob = Reflect::get(&object, &"blob".into()).ok()?.dyn_into().ok()?;
        let name = Reflect::get(&object, &"name".into()).ok()?.as_string()?;
        Some(File { name, blob, command: String::new(), batch: 0 })
    };
    let files = list.iter().filter_map(file).collect();
    Some(HandOver {
        progress: text("progress")?,
        settings: text("settings")?,
        focus: text("focus").unwrap_or_default(),
        files,
    })
}
