//! Letters as JSON writes them: `/` may stand there as `\/` and `+` as `\u002b`, and a string within a string doubles the
//! backslashes.

/// The letter at a place, and how many bytes write it. None behind the end, and where a backslash says something else:
/// `\"`, `\n`.
pub(super) fn letter(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let rest = bytes.get(at..)?;
    match rest.first()? {
        b'\\' => escaped(rest),
        byte => Some((*byte, 1)),
    }
}

fn escaped(rest: &[u8]) -> Option<(u8, usize)> {
    /// Three strings, each within the next. There must be an end to it: a text may be nothing else.
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

/// The place behind the letter that stands at `at`, or behind the backslashes, and with them the line break that they
/// write.
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
