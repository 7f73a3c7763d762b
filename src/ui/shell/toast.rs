//! The last change, with its undo. It stays until it is used, closed or replaced; there is no timeout.

use crate::browser::dom;
use crate::browser::element::{Element, el};
use crate::ui::core::state::AppState;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{button, p};
use std::cell::RefCell;
use std::rc::Rc;

/// Shows `app.notice`.
pub(crate) fn toast(app: AppState) -> Element {
    el("div").class("noprint").reactive_children(move || {
        let locale = app.locale.get();
        let Some(words) = app.notice.with(|notice| notice.as_ref().map(|notice| notice.words.clone())) else {
            return Vec::new();
        };
        // Both buttons disappear when pressed, so the focus goes back to where it came from.
        let came_from = Rc::new(RefCell::new(None));
        let [undo_from, close_from] = [(); 2].map(|()| Rc::clone(&came_from));
        let undo = move || {
            app.undo();
            dom::focus_in_place(undo_from.borrow().as_ref());
        };
        let close = move || {
            app.notice.set(None);
            dom::focus_in_place(close_from.borrow().as_ref());
        };
        let remember = move |event| {
            if let Some(element) = dom::related_target(&event).filter(|it| !matches!(it.closest(".toast"), Ok(Some(_))))
            {
                came_from.replace(Some(element));
            }
        };
        let toast = el("section")
            .class("toast")
            .attr("aria-label", shell::LAST_CHANGE.get(locale))
            .on("focusin", remember)
            .child(p("", &words));
        dom::uncover_focus();
        let undo = button("link", shell::UNDO.get(locale), undo);
        vec![toast.child(undo).child(button("link", shell::CLOSE.get(locale), close))]
    })
}
