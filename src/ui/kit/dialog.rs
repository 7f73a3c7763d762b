//! A modal dialogue: the browser's own, which keeps the focus inside and gives it back afterwards.

use crate::browser::element::{Element, el};
use leptos::prelude::Owner;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDialogElement;

/// Closes the dialogue that it belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Close(HtmlDialogElement);

impl Close {
    pub(crate) fn close(&self) {
        self.0.close();
    }
}

/// Opens a dialogue named by the element with the id `title`; it leaves the page when it is closed.
pub(crate) fn open(title: &str, content: impl FnOnce(Close) -> Vec<Element>) {
    let dialog = el("dialog").attr("aria-labelledby", title);
    let element: HtmlDialogElement = dialog.element().clone().unchecked_into();
    let gone = element.clone();
    // Opened by an event, where nothing else owns what is drawn: what is live in it ends with it. Nobody's child, whom
    // a parent would remember.
    let owner = Owner::default();
    let drawn = owner.with(|| content(Close(element.clone())));
    let all = owner.clone();
    let close = move |_| {
        all.cleanup();
        gone.remove();
    };
    owner.with(|| dialog.on("close", close)).children(drawn).mount();
    // Refused only for a dialogue that is open already.
    let _ = element.show_modal();
}
