//! Console labels, `[Next]` in the texts, set off in type.

use crate::browser::element::{Element, el};

/// The sentence with its labels in bold, without the brackets.
pub(crate) fn with_console_labels(tag: &'static str, sentence: &str) -> Element {
    let mut out = el(tag);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((label, behind)) = after.split_once(']') else {
            break;
        };
        out = out.text(before).child(el("b").class("ui").text(label));
        rest = behind;
    }
    out.text(rest)
}
