//! Text comparison in filter patterns.

use crate::evidence::trial::Truth;
use crate::evidence::trial::text::{Glob, fits};
use regex_lite::Regex;

/// A `*` at either end matches any text. One inside used to be literal; the current documentation does not define it.
pub(super) fn is_like(text: &str, wanted: &str) -> Truth {
    let glob: Vec<Glob> = wanted.chars().map(|c| if c == '*' { Glob::Many } else { Glob::Char(c) }).collect();
    let fits = fits(&glob, &text.chars().collect::<Vec<_>>());
    if wanted.trim_matches('*').contains('*') && fits != (text == wanted) {
        return Truth::Unclear;
    }
    fits.into()
}

/// Whether a regular expression matches anywhere in a text. CloudWatch Logs supports only a part of the usual syntax;
/// everything else is unclear.
pub(super) fn finds(text: &str, regex: &str) -> Truth {
    const SIGNS: &str = ":_#=@/;,-^$?[]{}|\\*+. ";
    let is_known = |c: char| c.is_ascii_alphanumeric() || SIGNS.contains(c);
    if regex.is_empty() || !regex.chars().all(is_known) {
        return Truth::Unclear;
    }
    Regex::new(regex).map_or(Truth::Unclear, |regex| regex.is_match(text).into())
}
