//! The last change, with its undo. It stays until it is used, closed or replaced; there is no timeout.

use crate::browser::dom;
use crate::browser::element::{Element, el};
use crate::ui::core::state::AppState;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{button, p};

/// Shows `app.notice`.
pub(crate) fn toast(app: AppState) -> Element {
    el("div").class("noprint").reactive_children(move || {
        let locale = app.locale.get();
        let Some(words) = app.notice.with(|notice| notice.as_ref().map(|notice| notice.words.clone())) else {
            return Vec::new();
        };
        // Both buttons disappear when pressed, so the focus moves to the heading.
        let undo = move || {
            app.undo();
            dom::focus("#main h1");
        };
        let close = move || {
            app.notice.set(None);
            dom::focus("#main h1");
        };
        let toast =
            el("section").class("toast").attr("aria-label", shell::LAST_CHANGE.get(locale)).child(p("", &words));
        dom::uncover_focus();
        let undo = button("link", shell::UNDO.get(locale), undo);
        vec![toast.child(undo).child(button("link", shell::CLOSE.get(locale), close))]
    })
}
