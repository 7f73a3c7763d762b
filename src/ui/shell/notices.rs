//! Notices: saving problems, with their effect and an export; an available newer version; the alarms of Home; the backup
//! reminder. Empty if there is nothing to report.

use crate::assessment::saving::SaveProblem;
use crate::base::i18n::{Locale, Text};
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el};
use crate::browser::offline::{self, OfflineState};
use crate::browser::{dom, storage};
use crate::content::route::Route;
use crate::ui::accounts::backup_words;
use crate::ui::core::saving;
use crate::ui::core::state::AppState;
use crate::ui::home::alarms;
use crate::ui::kit::basics::{button, p};
use crate::ui::shell::notices_words as text;
use leptos::prelude::*;

/// All notices.
pub(crate) fn notices(app: AppState) -> Element {
    let problem = el("div").attr("role", "status").reactive_children(move || {
        let locale = app.locale.get();
        app.save_state.with(|state| {
            let mut notices = Vec::new();
            match state.problem {
                SaveProblem::None => {}
                SaveProblem::Blocked => notices.push(notice(app, text::BLOCKED, false, locale)),
                SaveProblem::Full => notices.push(notice(app, text::FULL, false, locale)),
                SaveProblem::Cleared => notices.push(cleared(app, locale)),
                SaveProblem::Newer => notices.push(notice(app, text::NEWER, true, locale)),
                SaveProblem::Unreadable => notices.push(notice(app, text::UNREADABLE, true, locale)),
            }
            for key in &state.aside {
                notices.push(set_aside(app, key.clone(), locale));
            }
            notices
        })
    });
    let is_due = text_memo(move || if app.is_backup_due() { "due" } else { "" }.to_owned());
    let reminder = el("div").reactive_children(move || {
        let locale = app.locale.get();
        is_due.with(|due| if due.is_empty() { Vec::new() } else { vec![remind(app, locale)] })
    });
    let alarms = el("div").reactive_children(move || {
        let locale = app.locale.get();
        if app.route.get() == Route::Home { app.assessment.with(|a| alarms(&a.current, locale)) } else { Vec::new() }
    });
    el("div").child(problem).child(newer(app)).child(alarms).child(reminder)
}

/// The offer of a newer version. Not shown while answers are on this page only, because a reload would lose them.
fn newer(app: AppState) -> Element {
    el("div").attr("role", "status").reactive_children(move || {
        let locale = app.locale.get();
        let is_safe = app.save_state.with(|state| matches!(state.problem, SaveProblem::None | SaveProblem::Newer));
        if !is_safe || app.offline.get() != OfflineState::NewerAvailable {
            return Vec::new();
        }
        let later = move || {
            offline::postpone_update();
            app.offline.set(OfflineState::Stored);
            dom::focus("#main h1");
        };
        let line = p("remind small noprint", text::NEWER_VERSION.get(locale));
        let load = button("link", text::LOAD_NEWER.get(locale), offline::reload_newer);
        vec![line.child(load).child(button("link", text::LATER.get(locale), later))]
    })
}

/// The backup reminder. It disappears when either button is pressed.
fn remind(app: AppState, locale: Locale) -> Element {
    let act = |then: fn(AppState)| {
        move || {
            then(app);
            dom::focus("#main h1");
        }
    };
    p("remind small noprint", text::REMIND.get(locale))
        .child(button("link", backup_words::EXPORT.get(locale), act(AppState::export)))
        .child(button("link", text::LATER.get(locale), act(|app| app.note_backup(false))))
}

fn notice_frame(words: Text, locale: Locale) -> Element {
    el("section").class("notice noprint").attr("aria-label", text::TITLE.get(locale)).child(p("", words.get(locale)))
}

/// A notice with an export of the answers, and with `has_old` also of the data in storage, which differs.
fn notice(app: AppState, words: Text, has_old: bool, locale: Locale) -> Element {
    let notice = notice_frame(words, locale).child(button("btn ghost", text::EXPORT.get(locale), move || app.export()));
    if !has_old {
        return notice;
    }
    notice.child(button("btn ghost", text::EXPORT_OLD.get(locale), saving::export_stored))
}

/// The notice that storage was cleared. The person can save the answers again, export them or erase them.
fn cleared(app: AppState, locale: Locale) -> Element {
    let act = |then: fn(AppState)| {
        move || {
            then(app);
            dom::focus("#main h1");
        }
    };
    notice(app, text::CLEARED, false, locale)
        .child(button("btn ghost", text::STORE_AGAIN.get(locale), act(AppState::save)))
        .child(button("link", text::LET_GO.get(locale), act(AppState::erase_everything)))
}

fn set_aside(app: AppState, key: String, locale: Locale) -> Element {
    let exported_key = key.clone();
    let forget = el("button").attr("type", "button").class("link").text(text::FORGET.get(locale));
    let label = forget.element().clone();
    let mut is_confirmed = false;
    // The first press asks for confirmation, the second one deletes.
    let forget = forget.on("click", move |_| {
        if !is_confirmed {
            is_confirmed = true;
            label.set_text_content(Some(text::FORGET_SURE.get(locale)));
            return;
        }
        // If storage is blocked by now, the notice stays.
        let _ = storage::remove(&key);
        app.refresh_set_aside();
    });
    notice_frame(text::SET_ASIDE, locale)
        .child(button("btn ghost", text::EXPORT_OLD.get(locale), move || saving::export_raw(&exported_key)))
        .child(forget)
}
