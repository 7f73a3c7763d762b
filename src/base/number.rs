//! Numbers and ids as Japanese input methods produce them.

/// The half-width form of a full-width digit; other characters stay.
#[must_use]
pub fn ascii_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        _ => c,
    }
}

/// A number or an id with half-width digits and hyphens: `１２ー３` becomes `12-3`.
#[must_use]
pub fn half_width(text: &str) -> String {
    let character = |c| match c {
        // Full-width hyphen-minus, katakana length mark (also half-width), hyphens, minus and dashes.
        '－' | 'ー' | 'ｰ' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => ascii_digit(c),
    };
    text.chars().map(character).collect()
}

#[cfg(test)]
mod tests {
    use super::half_width;

    #[test]
    fn digits_and_hyphens_become_half_width() {
        assert_eq!(half_width("１２３４－５６７８ー９０‐1"), "1234-5678-90-1");
        assert_eq!(half_width("abc 7"), "abc 7");
    }
}
