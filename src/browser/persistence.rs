//! Persistent storage: whether the browser keeps the data of this page when disk space runs low.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

fn manager() -> Result<StorageManager, JsValue> {
    let manager = web_sys::window().ok_or(JsValue::NULL)?.navigator().storage();
    if manager.is_undefined() { Err(JsValue::NULL) } else { Ok(manager) }
}

/// Whether the data is persistent.
///
/// # Errors
///
/// When the browser does not support the query.
pub async fn is_persisted() -> Result<bool, JsValue> {
    Ok(JsFuture::from(manager()?.persisted()?).await?.is_truthy())
}

/// Requests persistence, and returns whether it is granted. Some browsers ask the user, others decide by themselves.
///
/// # Errors
///
/// When the browser does not support the request.
pub async fn request() -> Result<bool, JsValue> {
    Ok(JsFuture::from(manager()?.persist()?).await?.is_truthy())
}
