//! The file input. Files can be dropped anywhere on the page; the text here says so.

use crate::base::i18n::{Locale, Text};
use crate::browser::element::{Element, el};
use crate::browser::files::{self, File};
use crate::ui::kit::basics::p;
use crate::ui::kit::words::CHOOSE_FILES;

/// The input with its texts; `take` receives the chosen files.
pub(crate) fn drop_zone(words: Text, hint: Text, locale: Locale, take: impl FnMut(Vec<File>) + 'static) -> Element {
    boxed_drop_zone(words, hint, locale, Box::new(take))
}

fn boxed_drop_zone(words: Text, hint: Text, locale: Locale, mut take: Box<dyn FnMut(Vec<File>)>) -> Element {
    let input = el("input").attr("type", "file").attr("multiple", "").class("sr");
    let input = input.on("change", move |event| take(files::chosen(&event)));
    el("div")
        .class("drop")
        .child(p("", words.get(locale)))
        .child(el("label").class("btn ghost").text(CHOOSE_FILES.get(locale)).child(input))
        .child(p("small", hint.get(locale)))
}
