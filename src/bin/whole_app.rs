//! The whole app: loaded after the first pages are shown, or directly when the address is that of another page.

use guard_navi::browser::handover;
use guard_navi::ui;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the app with the state that the first pages hand over, if they were loaded.
#[wasm_bindgen]
pub fn start(detail: &JsValue) {
    ui::report_panics();
    ui::mount_whole_app(handover::received(detail));
}

fn main() {}
