//! The whole app: loaded once the first pages stand, or at once where the address asks for another page.

use guard_navi::browser::handover;
use guard_navi::ui;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Starts it with what the first pages hand over, if they were there.
#[wasm_bindgen]
pub fn start(detail: &JsValue) {
    ui::report_panics();
    ui::mount_whole_app(handover::received(detail));
}

fn main() {}
