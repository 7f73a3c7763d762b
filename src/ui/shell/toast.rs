//! The last change, with its undo. It stays until it is used, closed or replaced; there is no timeout.

use crate::assessment::saving::SaveProblem;
use crate::base::i18n::Locale;
use crate::browser::dom;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el};
use crate::ui::core::state::AppState;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{button, p};
use crate::ui::kit::state::StateSignal;
use crate::ui::shell::notices_words as text;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// Shows `app.notice`, or else that the last answers could not be saved: the notice that explains it stands at the top
/// of the page, where the person may not be.
pub(crate) fn toast(app: AppState) -> Element {
    let unsaved = text_memo(move || {
        app.save_state.with(|state| if matches!(state.problem, SaveProblem::Full) { "unsaved" } else { "" }.to_owned())
    });
    let is_dismissed = StateSignal::new(false);
    el("div").class("noprint").reactive_children(move || {
        let locale = app.locale.get();
        let Some(words) = app.notice.with(|notice| notice.as_ref().map(|notice| notice.words.clone())) else {
            let is_unsaved = unsaved.with(|unsaved| !unsaved.is_empty()) && !is_dismissed.get();
            return if is_unsaved { vec![not_saved(is_dismissed, locale)] } else { Vec::new() };
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

/// That saving failed, with the way to the notice about it.
fn not_saved(is_dismissed: StateSignal<bool>, locale: Locale) -> Element {
    let dismiss = move || {
        is_dismissed.set(true);
        dom::focus_in_place(None);
    };
    let see = move || {
        is_dismissed.set(true);
        dom::jump_to(".notice p");
    };
    el("section")
        .class("toast")
        .attr("role", "alert")
        .child(p("", text::NOT_SAVED.get(locale)))
        .child(button("link", text::SEE.get(locale), see))
        .child(button("link", shell::CLOSE.get(locale), dismiss))
}
