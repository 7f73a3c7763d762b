//! Web Crypto: AES-GCM with a key that is derived from a password by PBKDF2.
//!
//! **Invariant:** no cryptography of our own; no password or key is stored beyond a call.

use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, Pbkdf2Params, SubtleCrypto};

/// Whether Web Crypto is available: browsers offer it only over https and on localhost.
#[must_use]
pub fn is_available() -> bool {
    crypto().is_ok()
}

fn crypto() -> Result<(Crypto, SubtleCrypto), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let crypto = window.crypto()?;
    let subtle = crypto.subtle();
    if !window.is_secure_context() || subtle.is_undefined() {
        return Err(JsValue::NULL);
    }
    Ok((crypto, subtle))
}

/// `count` random bytes.
///
/// # Errors
///
/// When Web Crypto is not available.
pub fn random(count: usize) -> Result<Vec<u8>, JsValue> {
    let mut bytes = vec![0; count];
    crypto()?.0.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

/// The SHA-384 of `data`.
///
/// # Errors
///
/// When Web Crypto is not available.
pub async fn sha384(data: &[u8]) -> Result<Vec<u8>, JsValue> {
    let digest = crypto()?.1.digest_with_str_and_buffer_source("SHA-384", &bytes(data))?;
    Ok(Uint8Array::new(&JsFuture::from(digest).await?).to_vec())
}

/// Encrypts `data`.
///
/// # Errors
///
/// When Web Crypto is not available or out of memory.
pub async fn seal(password: &str, kdf: (u32, &[u8]), iv: &[u8], data: &[u8]) -> Result<Vec<u8>, JsValue> {
    let (_, subtle) = crypto()?;
    let key = key(&subtle, password, kdf, "encrypt").await?;
    let params = AesGcmParams::new("AES-GCM", &bytes(iv));
    let sealed = subtle.encrypt_with_object_and_buffer_source(&params, &key, &bytes(data))?;
    Ok(Uint8Array::new(&JsFuture::from(sealed).await?).to_vec())
}

/// Decrypts `data`.
///
/// # Errors
///
/// When the password is wrong, the data was altered, or Web Crypto is not available.
pub async fn unseal(password: &str, kdf: (u32, &[u8]), iv: &[u8], data: &[u8]) -> Result<Vec<u8>, JsValue> {
    let (_, subtle) = crypto()?;
    let key = key(&subtle, password, kdf, "decrypt").await?;
    let params = AesGcmParams::new("AES-GCM", &bytes(iv));
    let opened = subtle.decrypt_with_object_and_buffer_source(&params, &key, &bytes(data))?;
    Ok(Uint8Array::new(&JsFuture::from(opened).await?).to_vec())
}

async fn key(
    subtle: &SubtleCrypto,
    password: &str,
    (iterations, salt): (u32, &[u8]),
    usage: &str,
) -> Result<CryptoKey, JsValue> {
    // Keyboards may enter the same character as different code points.
    let password = JsString::from(password).normalize("NFKC");
    let password = bytes(String::from(password).as_bytes());
    let usages = |usage: &str| Array::of1(&usage.into());
    let raw = subtle.import_key_with_str("raw", &password, "PBKDF2", false, &usages("deriveKey"))?;
    let raw: CryptoKey = JsFuture::from(raw).await?.unchecked_into();
    let params = Pbkdf2Params::new("PBKDF2", &"SHA-256".into(), iterations, &bytes(salt));
    let aes = AesDerivedKeyParams::new("AES-GCM", 256);
    let key = subtle.derive_key_with_object_and_object(&params, &raw, &aes, false, &usages(usage))?;
    Ok(JsFuture::from(key).await?.unchecked_into())
}

fn bytes(data: &[u8]) -> Uint8Array {
    Uint8Array::from(data)
}
