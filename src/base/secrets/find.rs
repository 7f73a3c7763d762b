//! Finds secrets by their format: private keys, passwords in URLs, Bedrock API keys, and strings with the format of a
//! secret key near an access-key id.

use super::kind::{Kind, REPLACEMENT, Spans};
use super::letter::{behind, is_base64, letter};
use super::places::{Ticks, places};
use std::ops::Range;

const LINES_BESIDE: usize = 3;
const SECRET_KEY_LENGTH: usize = 40;
pub(super) const KEY_ID_LENGTH: usize = 20;

pub(super) fn private_keys(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    const TITLE_LENGTH: usize = 64;
    let bytes = text.as_bytes();
    let mut from = 0;
    for at in places(bytes, ticks, |a, b| (a == b'-') & (b == b'B')) {
        let start = at.saturating_sub(4);
        let rest = bytes.get(start..).filter(|rest| rest.starts_with(b"-----BEGIN")).unwrap_or_default();
        let title = rest.get(..rest.len().min(TITLE_LENGTH)).unwrap_or_default();
        if start < from || end_of(title, 0, b"PRIVATE KEY").is_none() {
            continue;
        }
        // A truncated block is a secret to the end of the text.
        let closing = end_of(bytes, start, b"-----END");
        let end = closing.and_then(|closing| end_of(bytes, closing, b"-----")).unwrap_or(text.len());
        spans.push((start..end, Kind::PrivateKey));
        from = end;
    }
}

/// The end of the first `needle` at or after `from`. Not `str::find`, whose code would enlarge the first pages.
fn end_of<const N: usize>(bytes: &[u8], from: usize, needle: &[u8; N]) -> Option<usize> {
    let offset = bytes.get(from..)?.array_windows().position(|window| window == needle)?;
    Some(from + offset + N)
}

pub(super) fn url_passwords(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    for at in places(text.as_bytes(), ticks, |a, b| (a == b':') & (b == b'/')) {
        let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix("://")) else {
            continue;
        };
        let start = at + 3;
        let ends = |c: char| matches!(c, '/' | '?' | '#' | '"' | '\'' | '<' | '>' | '`' | '\\') || c.is_whitespace();
        let authority = rest.split(ends).next().unwrap_or_default();
        let Some((user_info, _)) = authority.rsplit_once('@') else {
            continue;
        };
        if let Some((user, password)) = user_info.split_once(':')
            && !password.is_empty()
            && password != REPLACEMENT
        {
            let from = start + user.len() + 1;
            spans.push((from..from + password.len(), Kind::UrlPassword));
        }
    }
}

/// Bedrock API keys, long-lived and short-lived, and session tokens. A real one has at least `SHORTEST` letters after the
/// prefix; shorter ones are examples in documentation.
pub(super) fn api_keys(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    // Each prefix, and the offset in it of the letter pair that is searched for.
    const PREFIXES: [(&[u8], usize, Kind); 3] = [
        (b"ABSK", 0, Kind::ApiKey),
        (b"bedrock-api-key-", 6, Kind::ApiKey),
        (b"IQoJb3JpZ2luX2Vj", 1, Kind::NamedValue),
    ];
    const SHORTEST: usize = 96;
    let bytes = text.as_bytes();
    let mut end = 0;
    for pair in places(bytes, ticks, |a, b| {
        ((a == b'A') & (b == b'B')) | ((a == b'k') & (b == b'-')) | ((a == b'Q') & (b == b'o'))
    }) {
        let prefix_at = |(prefix, offset, kind): (&'static [u8], usize, Kind)| {
            let at = pair.checked_sub(offset).filter(|at| *at >= end)?;
            bytes.get(at..)?.starts_with(prefix).then_some((at..at + prefix.len(), kind))
        };
        let Some((prefix, kind)) = PREFIXES.into_iter().find_map(prefix_at) else {
            continue;
        };
        end = letters_end(bytes, prefix.end, |byte| is_base64(byte) || byte == b'=');
        let is_within = prefix.start.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(|byte| is_base64(*byte));
        if !is_within && end - prefix.end >= SHORTEST {
            spans.push((prefix.start..end, kind));
        }
    }
}

/// The end of the letters from `at` for which `fits` holds.
fn letters_end(bytes: &[u8], mut at: usize, fits: impl Fn(u8) -> bool) -> usize {
    while let Some((_, length)) = letter(bytes, at).filter(|(byte, _)| fits(*byte)) {
        at += length;
    }
    at
}

pub(super) fn beside_key_ids(text: &str, ticks: &Ticks<'_>, spans: &mut Spans) {
    let bytes = text.as_bytes();
    let line_end = |at| position(bytes, at, |b| b == b'\n').map_or(bytes.len(), |end| end + 1);
    let (mut line, mut searched_to) = (0, 0);
    for at in places(bytes, ticks, |a, b| ((a == b'K') | (a == b'S')) & (b == b'I')) {
        let id = at.saturating_sub(1);
        // All ids of a line have the same surrounding lines, so only the first one is examined.
        if id < line || !(is_key_id(bytes, id) || is_masked_key_id(bytes, id)) {
            continue;
        }
        line = line_end(id);
        let before = bytes.get(searched_to..id).unwrap_or_default().iter().enumerate().rev();
        let breaks = before.filter(|(_, b)| **b == b'\n');
        let from = breaks.map(|(offset, _)| searched_to + offset + 1).nth(LINES_BESIDE).unwrap_or(searched_to);
        searched_to = (0..LINES_BESIDE).fold(line, |end, _| line_end(end));
        key_shapes(bytes, from..searched_to, spans);
    }
}

/// Finds strings with the format of a secret key in a byte range of whole lines.
fn key_shapes(bytes: &[u8], lines: Range<usize>, spans: &mut Spans) {
    let bytes = bytes.get(..lines.end).unwrap_or_default();
    let mut at = lines.start;
    while at < bytes.len() {
        let start = at;
        let (mut count, mut is_hash) = (0, true);
        while let Some((byte, length)) = letter(bytes, at).filter(|(byte, _)| is_base64(*byte)) {
            at += length;
            count += 1;
            is_hash &= matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        }
        if count == SECRET_KEY_LENGTH && !is_hash {
            spans.push((start..at, Kind::BesideKeyId));
        }
        at = behind(bytes, at);
    }
}

/// The first position at or after `from` whose byte fits.
fn position(bytes: &[u8], from: usize, fits: impl Fn(u8) -> bool) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.iter().position(|byte| fits(*byte)).map(|offset| from + offset)
}

/// Whether no adjacent byte of `at..at + length` continues it. The `n` of a line break in a JSON string does not count.
pub(super) fn stands_alone(bytes: &[u8], at: usize, length: usize, continues: fn(&u8) -> bool) -> bool {
    let joins = match bytes.get(..at).unwrap_or_default() {
        [.., b'\\', b'n' | b'r' | b't'] | [] => false,
        [.., last] => continues(last),
    };
    !joins && !bytes.get(at + length).is_some_and(continues)
}

pub(super) fn is_key_id(bytes: &[u8], at: usize) -> bool {
    bytes.get(at..at + KEY_ID_LENGTH).is_some_and(|id| {
        (id.starts_with(b"AKIA") || id.starts_with(b"ASIA"))
            && id.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    }) && stands_alone(bytes, at, KEY_ID_LENGTH, u8::is_ascii_alphanumeric)
}

/// Whether a key id stands here as [`super::mask`] writes it: `AKIA****9986`. A note may get its secret later than its id.
fn is_masked_key_id(bytes: &[u8], at: usize) -> bool {
    let id = bytes.get(at..).unwrap_or_default();
    let end = id.strip_prefix(b"AKIA****").or_else(|| id.strip_prefix(b"ASIA****"));
    end.and_then(|end| end.get(..4)).is_some_and(|end| end.iter().all(u8::is_ascii_alphanumeric))
}

#[cfg(test)]
mod tests {
    use crate::base::secrets::{Found, Kind, cut};

    // AWS's own documentation examples; not credentials.
    const KEY_ID: &str = "AKIAIOSFODNN7EXAMPLE";
    const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    #[test]
    fn a_key_of_bedrock_says_itself_what_it_is() {
        let key = format!("ABSK{}==", "QmVkcm9ja0FQSUtleS1h".repeat(6));
        for text in [key.clone(), format!("{{\"a\": \"{key}\"}}"), format!("Bearer bedrock-api-key-{key}")] {
            let out = cut(&text);
            assert_eq!(out.found, [Found { line: 1, kind: Kind::ApiKey }], "{text}");
            assert!(!out.text.contains("QmVk"), "{text}");
        }
        assert_eq!(cut(&format!("ServiceCredentialSecret={key}")).found, [Found { line: 1, kind: Kind::NamedValue }]);
        for text in [&key[..60], &format!("x{key}")] {
            assert_eq!(cut(text).found, []);
        }
    }

    #[test]
    fn a_secret_beside_a_masked_id_is_cut() {
        for id in ["AKIA****9986", "ASIA****9986"] {
            assert_eq!(cut(&format!("{id} batch-user\n{SECRET}")).found, [Found { line: 2, kind: Kind::BesideKeyId }]);
        }
        for id in ["AKIA***9986", "AKIB****9986", "****9986"] {
            assert_eq!(cut(&format!("{id}\n{SECRET}")).found, []);
        }
    }

    #[test]
    fn a_session_token_is_told_by_its_beginning() {
        let token = format!("IQoJb3JpZ2luX2Vj{}==", "EXAMPLEToken/+12".repeat(8));
        let out = cut(&format!("token was {token}, seen at 3"));
        assert_eq!(out.found, [Found { line: 1, kind: Kind::NamedValue }]);
        assert_eq!(out.text, "token was [cut], seen at 3");
        assert_eq!(cut(&token[..60]).found, []);
    }

    #[test]
    fn a_key_shape_is_told_through_the_escapes_of_json() {
        for text in [
            format!(r#"{{"id": "{KEY_ID}", "key": "{}"}}"#, SECRET.replace('/', r"\/")),
            format!(r#"{{"text": "[default]\n{KEY_ID}\n{SECRET}"}}"#),
            format!(r#"{{"text": "{{\"a\":\"b\\n{KEY_ID}\\n{SECRET}\"}}"}}"#),
        ] {
            let out = cut(&text);
            assert_eq!(out.found.iter().map(|f| f.kind).collect::<Vec<_>>(), [Kind::BesideKeyId], "{text}");
            assert!(!out.text.contains("wJalr") && !out.text.contains("EXAMPLEKEY"), "{text}");
        }
    }
}
