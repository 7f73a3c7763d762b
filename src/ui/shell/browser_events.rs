//! Handlers of window events: address changes, storage events from other tabs, dropped files.

use crate::assessment::saving::{FIRST_VERSION, INDEX, RESTARTED};
use crate::browser::element::on_window;
use crate::browser::files::{self, File};
use crate::browser::{dom, handover, offline};
use crate::ui::core::state::{AppState, HEADING};
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::{DragEvent, Event, StorageEvent};

/// Registers the handlers, for as long as the page lives.
pub(super) fn listen(app: AppState, drop_files: Rc<dyn Fn(Vec<File>)>) {
    on_window("hashchange", move |_: Event| {
        let before = app.route.get_untracked();
        app.follow_address();
        if before != app.route.get_untracked() {
            app.notice.set(None);
            // After the new page is rendered.
            request_animation_frame(move || {
                // A shortcut may have focused a row already; it keeps the focus.
                if dom::focused_attribute("data-control").is_none() {
                    dom::scroll_to_top();
                    dom::focus(app.focus_target.get_untracked());
                }
                app.focus_target.set(HEADING);
            });
        }
    });
    on_window("storage", move |event: StorageEvent| {
        let (key, written) = (event.key(), event.new_value());
        match key.as_deref() {
            // Another tab runs the first version and wrote its storage format: the whole app migrates it.
            Some(FIRST_VERSION) if !app.session.lock().reads_legacy() => handover::request(),
            // The key of the first version is a prefix of the keys of accounts.
            Some(key) if key != INDEX && key != RESTARTED && !key.starts_with(FIRST_VERSION) => app.refresh_set_aside(),
            key => app.apply_storage_event(key, written.as_deref()),
        }
    });
    offline::listen(move |state| app.offline.set(state));
    // A page restored from the back/forward cache has missed storage events.
    on_window("pageshow", move |_: Event| app.catch_up_all());
    // The browser must not open a dropped file in place of the page.
    on_window("dragover", |event: Event| event.prevent_default());
    on_window("drop", move |event: DragEvent| {
        event.prevent_default();
        let files = files::dropped(&event);
        if !files.is_empty() {
            drop_files(files);
        }
    });
}
