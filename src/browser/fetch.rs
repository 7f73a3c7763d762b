//! Fetches the files that were built with the page. The browser refuses a file whose integrity hash differs.

use super::dom;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// Starts to fetch a file; `part` is its name in the list of `xtask/src/seal/files.rs`.
fn start_fetch(part: &str) -> Result<Promise, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let (name, integrity) = dom::built_file(part).ok_or(JsValue::NULL)?;
    let options = RequestInit::new();
    options.set_integrity(&integrity);
    Ok(window.fetch_with_str_and_init(&name, &options))
}

/// The text of a file.
///
/// # Errors
///
/// When there is no network, no such file, or its integrity hash differs.
pub async fn text(part: &str) -> Result<String, JsValue> {
    let response: Response = JsFuture::from(start_fetch(part)?).await?.unchecked_into();
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}

/// A script and the bytes of its wasm, as `Blob` and `ArrayBuffer`.
///
/// # Errors
///
/// As [`text`].
pub async fn program(part: &str) -> Result<(JsValue, JsValue), JsValue> {
    let (script, wasm) = (start_fetch(&[part, "-js"].concat())?, start_fetch(&[part, "-wasm"].concat())?);
    let both: Array = Array::of2(script.as_ref(), wasm.as_ref());
    let responses: Array = JsFuture::from(Promise::all(&both)).await?.unchecked_into();
    let (script, wasm): (Response, Response) = (responses.get(0).unchecked_into(), responses.get(1).unchecked_into());
    Ok((JsFuture::from(script.blob()?).await?, JsFuture::from(wasm.array_buffer()?).await?))
}

/// The bytes of any file beside the page, bypassing the cache.
///
/// # Errors
///
/// When there is no network, or no such file.
pub async fn fresh(name: &str) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoStore);
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(name, &options)).await?.unchecked_into();
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    Ok(Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?).to_vec())
}
