//! Sentences of the topics: console labels, written as `[Next]`, in bold, and web addresses as links.

use crate::base::web_address;
use crate::browser::element::{Element, el};
use crate::ui::kit::basics::external_link;

/// The sentence with its labels in bold, without the brackets, and with its addresses as links.
pub(crate) fn with_console_labels(tag: &'static str, sentence: &str) -> Element {
    labelled(tag, sentence, with_links)
}

/// The same with its addresses as plain text, for the first pages, where the code that finds addresses would count.
pub(crate) fn with_labels_alone(tag: &'static str, sentence: &str) -> Element {
    labelled(tag, sentence, Element::text)
}

fn labelled(tag: &'static str, sentence: &str, write: fn(Element, &str) -> Element) -> Element {
    let mut out = el(tag);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((label, after_label)) = after.split_once(']') else {
            break;
        };
        out = write(out, before).child(el("b").class("ui").attr("translate", "no").text(label));
        rest = after_label;
    }
    write(out, rest)
}

fn with_links(mut out: Element, text: &str) -> Element {
    let mut rest = text;
    while let Some([before, address, after]) = web_address::split(rest) {
        out = out.text(before).child(external_link(&web_address::href(address), address));
        rest = after;
    }
    out.text(rest)
}
