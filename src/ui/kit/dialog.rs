//! A modal dialogue: the browser's `<dialog>`, which keeps the focus inside and restores it when it closes.

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

/// Opens a dialogue that is labelled by the element with the id `title`, and is removed from the page when closed.
pub(crate) fn open(title: &str, content: impl FnOnce(Close) -> Vec<Element>) {
    let dialog = el("dialog").attr("aria-labelledby", title);
    let element: HtmlDialogElement = dialog.element().clone().unchecked_into();
    let closed_dialog = element.clone();
    // An event handler has no owner, so the dialogue gets its own, which stops its effects on close. It has no parent,
    // because a parent would keep a reference to it.
    let owner = Owner::default();
    let children = owner.with(|| content(Close(element.clone())));
    let closed_owner = owner.clone();
    let close = move |_| {
        closed_owner.cleanup();
        closed_dialog.remove();
    };
    owner.with(|| dialog.on("close", close)).children(children).mount();
    // Refused only for a dialogue that is open already.
    let _ = element.show_modal();
}
