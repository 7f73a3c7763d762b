//! Patterns of terms: `ERROR "a phrase" -not ?either`.

use crate::evidence::trial::Truth;

#[derive(Debug)]
pub(super) struct Term {
    sign: Option<char>,
    text: String,
}

/// Parses `ERROR "phrase" -not ?either`; none if the syntax is not known.
pub(super) fn read(pattern: &str) -> Option<Vec<Term>> {
    let mut terms = Vec::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let sign = matches!(first, '-' | '?').then_some(first);
        let body = rest.get(sign.map_or(0, char::len_utf8)..)?;
        let (text, after) = match body.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => {
                let end = body.find(' ').unwrap_or(body.len());
                let (word, after) = body.split_at_checked(end)?;
                let is_word = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
                is_word.then_some((word, after))?
            }
        };
        if text.contains('\\') || !(after.is_empty() || after.starts_with(' ')) {
            return None;
        }
        terms.push(Term { sign, text: text.to_owned() });
        rest = after.trim_start();
    }
    Some(terms)
}

/// Whether a line contains the terms. If `is_whole` is false (a witness), a missing term may be in the unknown part.
pub(super) fn in_text(terms: &[Term], line: &str, is_whole: bool) -> Truth {
    let holds = |term: &Term| match line.contains(term.text.trim()) {
        true => Truth::Yes,
        false if is_whole => Truth::No,
        false => Truth::Unclear,
    };
    let of_sign = |sign: Option<char>| terms.iter().filter(move |term| term.sign == sign);
    // Terms with a question mark count only if there are no other terms.
    if of_sign(Some('?')).next().is_some() && of_sign(None).next().is_none() && of_sign(Some('-')).next().is_none() {
        return Truth::any(of_sign(Some('?')).map(holds));
    }
    if !terms.is_empty() && of_sign(None).next().is_none() {
        return Truth::Unclear;
    }
    Truth::all(of_sign(None).map(holds)).and(!Truth::any(of_sign(Some('-')).map(holds)))
}
