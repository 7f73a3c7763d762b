//! Copies text to the clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Node;

/// Copies a text.
///
/// # Errors
///
/// When the page is not served over https or from localhost, or permission is denied.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    if !window.is_secure_context() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await?;
    Ok(())
}

/// Selects the content of a node, for copying by hand.
pub fn select(node: &Node) {
    if let Some(Ok(Some(selection))) = web_sys::window().map(|window| window.get_selection()) {
        // Fails only for a node that is no longer in the page.
        let _ = selection.select_all_children(node);
    }
}
