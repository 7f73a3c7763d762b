//! Decodes bytes to text.

use std::borrow::Cow;
use std::string::FromUtf8Error;

/// Decodes text that is not Unicode; none if the bytes are not text.
pub(in crate::evidence) type Legacy = fn(&[u8]) -> Option<String>;

/// Outside the browser, by a crate: Shift_JIS, which Japanese Excel saves, else Windows-1252.
#[cfg(not(target_arch = "wasm32"))]
pub(in crate::evidence) fn legacy_text(bytes: &[u8]) -> Option<String> {
    let (text, is_broken) = encoding_rs::SHIFT_JIS.decode_without_bom_handling(bytes);
    let text = if is_broken { encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0 } else { text };
    Some(text.into_owned())
}

/// In the browser, unless the caller passes the browser's own decoder.
#[cfg(target_arch = "wasm32")]
pub(in crate::evidence) fn legacy_text(_: &[u8]) -> Option<String> {
    None
}

/// Decodes UTF-8 and UTF-16, with or without BOM (PowerShell's `>` writes UTF-16), and legacy encodings of Windows.
pub(in crate::evidence) fn decode(bytes: Cow<'_, [u8]>, legacy: Legacy) -> Option<String> {
    let has_zero = |offset: usize| {
        let mut some = bytes.iter().skip(offset).step_by(2).take(64).peekable();
        some.peek().is_some() && some.all(|byte| *byte == 0)
    };
    let text = match bytes.as_ref() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        all if has_zero(1) => utf16(all, u16::from_le_bytes),
        all if has_zero(0) => utf16(all, u16::from_be_bytes),
        // UTF-8 text takes over the bytes without a copy.
        _ => utf8(bytes.into_owned()).or_else(|bytes| legacy(&bytes).filter(|text| is_plain(text)).ok_or(())).ok(),
    };
    text.filter(|text| !text.contains('\0'))
}

/// Whether a text has no control characters other than those usual in text.
fn is_plain(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0C' | '\x1B'))
}

/// Decodes UTF-16; none if a code unit or a surrogate pair is incomplete.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    rest.is_empty().then_some(())?;
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().ok()
}

fn utf8(mut bytes: Vec<u8>) -> Result<String, Vec<u8>> {
    const BOM: &[u8] = b"\xEF\xBB\xBF";
    if bytes.starts_with(BOM) {
        bytes.drain(..BOM.len());
    }
    String::from_utf8(bytes).map_err(FromUtf8Error::into_bytes)
}
