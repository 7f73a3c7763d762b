//! Copying text, where the browser lets us.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Node;

/// Copies a text.
///
/// # Errors
///
/// Where the page is not served over https or localhost, or the person has refused.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    if !window.is_secure_context() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await?;
    Ok(())
}

/// Selects what a node shows, for copying by hand.
pub fn select(node: &Node) {
    if let Some(Ok(Some(selection))) = web_sys::window().map(|window| window.get_selection()) {
        // A node that has just left the page cannot be selected, and need not be.
        let _ = selection.select_all_children(node);
    }
}
