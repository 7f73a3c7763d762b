//! Console labels, written as `[Next]` in the texts, in bold.

use crate::browser::element::{Element, el};

/// The sentence with its labels in bold, without the brackets.
pub(crate) fn with_console_labels(tag: &'static str, sentence: &str) -> Element {
    let mut out = el(tag);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((label, after_label)) = after.split_once(']') else {
            break;
        };
        out = out.text(before).child(el("b").class("ui").text(label));
        rest = after_label;
    }
    out.text(rest)
}
