//! Masks account ids and access-key ids in everything that is stored.

use super::find::{KEY_ID_LENGTH, is_key_id, stands_alone};
use crate::base::number;

/// Masks account ids (12 digits, also written 1234-5678-9012) and access-key ids: the first and last four characters
/// stay.
#[must_use]
pub fn mask(text: &str) -> String {
    // Japanese input methods also produce full-width digits.
    let text = text.chars().map(number::ascii_digit).collect::<String>();
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    let mut at = 0;
    while at < bytes.len() {
        let Some(length) = id_length(bytes, at) else {
            at += 1;
            continue;
        };
        let head = text.get(end..at + 4).unwrap_or_default();
        let tail = text.get(at + length - 4..at + length).unwrap_or_default();
        out.push_str(head);
        out.push_str("****");
        out.push_str(tail);
        at += length;
        end = at;
    }
    out.push_str(text.get(end..).unwrap_or_default());
    out
}

/// The length of the account id or access-key id that starts here.
fn id_length(bytes: &[u8], at: usize) -> Option<usize> {
    let fits = |length: usize, fits: fn(usize, u8) -> bool| {
        bytes.get(at..at + length).is_some_and(|id| id.iter().enumerate().all(|(i, b)| fits(i, *b)))
            && stands_alone(bytes, at, length, u8::is_ascii_digit)
    };
    if fits(12, |_, b| b.is_ascii_digit()) {
        Some(12)
    } else if fits(14, |i, b| if matches!(i, 4 | 9) { b == b'-' } else { b.is_ascii_digit() }) {
        Some(14)
    } else if is_key_id(bytes, at) {
        Some(KEY_ID_LENGTH)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn ids_are_masked() {
        assert_eq!(mask("arn:aws:iam::123456789012:root"), "arn:aws:iam::1234****9012:root");
        assert_eq!(mask("1234-5678-9012"), "1234****9012");
        assert_eq!(mask("AKIAIOSFODNN7EXAMPLE"), "AKIA****MPLE");
        assert_eq!(mask("1234567890123"), "1234567890123");
        assert_eq!(mask("ID123456789012prod"), "ID1234****9012prod");
        assert_eq!(mask("１２３４５６７８９０１２"), "1234****9012");
        assert_eq!(mask("口座123456789012です"), "口座1234****9012です");
    }
}
