//! Reads characters through JSON escapes: `/` may be written as `\/` and `+` as `\u002b`, and a string nested in a
//! string doubles the backslashes.

/// The character at `at`, and its length in bytes. None past the end, and for other escapes, such as `\"` and `\n`.
pub(super) fn letter(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let rest = bytes.get(at..)?;
    match rest.first()? {
        b'\\' => escaped(rest),
        byte => Some((*byte, 1)),
    }
}

fn escaped(rest: &[u8]) -> Option<(u8, usize)> {
    /// Enough for strings nested three deep. Bounded, since a text may consist of backslashes only.
    const MOST: usize = 7;
    let slashes = rest.iter().take(MOST).take_while(|byte| **byte == b'\\').count();
    match rest.get(slashes..)? {
        [b'/', ..] => Some((b'/', slashes + 1)),
        [b'u', b'0', b'0', high, low, ..] => {
            let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            Some((digit(*high)? * 16 + digit(*low)?, slashes + 5))
        }
        _ => None,
    }
}

/// The position after the character at `at`; or after its backslashes and, if they escape a line break, its letter.
pub(super) fn behind(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let slashes = rest.iter().take_while(|byte| **byte == b'\\').count();
    let length = match (letter(bytes, at), rest.get(slashes)) {
        (Some((_, length)), _) => length,
        (None, Some(b'n' | b'r' | b't')) => slashes + 1,
        (None, _) => slashes.max(1),
    };
    at + length
}

pub(super) const fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}
