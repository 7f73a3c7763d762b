//! Fetching a file that belongs to the page.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

/// The text of a file beside the page, checked against its hash where one is given.
///
/// # Errors
///
/// Where there is no network, no such file, or the file is not the one that was built.
pub async fn text(url: &str, integrity: Option<&str>) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let options = RequestInit::new();
    if let Some(integrity) = integrity {
        options.set_integrity(integrity);
    }
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(url, &options)).await?.unchecked_into();
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}
