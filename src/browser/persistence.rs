//! Whether the browser keeps what this page stores when it runs short of room.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

fn manager() -> Result<StorageManager, JsValue> {
    let manager = web_sys::window().ok_or(JsValue::NULL)?.navigator().storage();
    if manager.is_undefined() { Err(JsValue::NULL) } else { Ok(manager) }
}

/// Whether it is kept.
///
/// # Errors
///
/// Where the browser cannot tell.
pub async fn is_kept() -> Result<bool, JsValue> {
    Ok(JsFuture::from(manager()?.persisted()?).await?.is_truthy())
}

/// Asks the browser to keep it; some ask the person, others decide by themselves. Whether it is kept now.
///
/// # Errors
///
/// Where the browser cannot be asked.
pub async fn ask() -> Result<bool, JsValue> {
    Ok(JsFuture::from(manager()?.persist()?).await?.is_truthy())
}
