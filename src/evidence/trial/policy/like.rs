//! Wildcard patterns (`*` and `?`) in policies.

use crate::evidence::trial::Truth;
use crate::evidence::trial::text::{Glob, fits, folded};

/// Whether a text matches a pattern with `*` and `?`. A policy variable (`${aws:username}`) may be any text.
pub(super) fn like(pattern: &str, text: &str, ignoring_case: bool) -> Truth {
    let letters =
        |text: &str| -> Vec<char> { if ignoring_case { folded(text).collect() } else { text.chars().collect() } };
    let mut glob = Vec::new();
    let mut is_open = false;
    let mut chars = letters(pattern).into_iter().peekable();
    while let Some(c) = chars.next() {
        glob.push(match c {
            '$' if chars.peek() == Some(&'{') => {
                let variable: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
                match variable.as_str() {
                    // Escapes of these three characters.
                    "*" | "?" | "$" => Glob::Char(variable.chars().next().unwrap_or_default()),
                    _ => {
                        is_open = true;
                        Glob::Many
                    }
                }
            }
            '*' => Glob::Many,
            '?' => Glob::One,
            c => Glob::Char(c),
        });
    }
    match (fits(&glob, &letters(text)), is_open) {
        (false, _) => Truth::No,
        (true, true) => Truth::Unclear,
        (true, false) => Truth::Yes,
    }
}
