//! Converts a terminal transcript to plain text: removes escape codes, unifies line ends and spaces.

use std::borrow::Cow;

/// The visible text; borrowed if nothing has to change.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    /// In bytes. A transcript is never longer, and scanning 60 MB of findings would waste time.
    const LONGEST: usize = 8 * 1024 * 1024;
    let mut text = Cow::Borrowed(text);
    if text.len() > LONGEST {
        return text;
    }
    if text.contains('\u{1b}') {
        text = Cow::Owned(without_codes(&text));
    }
    // Recorded terminals end lines with several `\r`, old programs with a single one.
    let is_alone = |pair: &[u8]| matches!(pair, [b'\r', next] if *next != b'\n');
    if text.contains('\r') && text.as_bytes().windows(2).any(is_alone) {
        text = Cow::Owned(text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n"));
    }
    // Web pages and chat programs insert non-breaking spaces and invisible characters.
    if text.contains(['\u{a0}', '\u{200b}', '\u{feff}', '\u{ad}', '\u{c}']) {
        text = Cow::Owned(text.replace(['\u{a0}', '\u{c}'], " ").replace(['\u{200b}', '\u{feff}', '\u{ad}'], ""));
    }
    text
}

/// Removes `ESC [ … letter` (colours, cursor), `ESC ] … BEL` (titles) and the shorter escape codes.
fn without_codes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, code)) = rest.split_once('\u{1b}') {
        out.push_str(before);
        let length = match code.chars().next() {
            Some('[') => code.find(|c: char| ('@'..='~').contains(&c) && c != '[').map_or(code.len(), |end| end + 1),
            Some(']') => code
                .find(['\u{7}', '\u{1b}', '\n'])
                .map_or(code.len(), |end| end + usize::from(!code.get(end..).unwrap_or_default().starts_with('\n'))),
            Some('(' | ')') => 2,
            Some(c) => c.len_utf8(),
            None => 0,
        };
        rest = code.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn escape_codes_and_invisible_characters_are_removed() {
        for (shown, wanted) in [
            ("$ aws iam list-users", "$ aws iam list-users"),
            ("\u{1b}[1;32m$\u{1b}[0m aws \u{1b}[36miam\u{1b}[39m list-users", "$ aws iam list-users"),
            ("\u{1b}]0;me@host\u{7}$ aws iam list-users\r\r\n{}\r\r\n", "$ aws iam list-users\n{}\n"),
            ("\u{1b}[?2004l{\r\n}\r\n", "{\r\n}\r\n"),
            ("one\rtwo", "one\ntwo"),
            ("aws\u{a0}iam\u{200b} list-users", "aws iam list-users"),
        ] {
            assert_eq!(plain(shown), wanted, "{shown:?}");
        }
    }
}
