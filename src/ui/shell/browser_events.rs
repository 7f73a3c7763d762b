//! Handlers of window events: address changes, storage events from other tabs, dropped files.

use crate::assessment::saving::{FIRST_VERSION, INDEX, RESTARTED};
use crate::browser::element::on_window;
use crate::browser::files::{self, File};
use crate::browser::{dom, handover, offline};
use crate::ui::core::state::{AppState, HEADING};
use crate::ui::shell::places::Places;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::{DragEvent, Event, StorageEvent};

/// The attribute of `<html>` that says whether a file is being dragged over the page.
const DRAGGING: &str = "data-dragging";

/// Registers the handlers, for as long as the page lives.
pub(super) fn listen(app: AppState, drop_files: Rc<dyn Fn(Vec<File>)>) {
    let places = Places::new();
    if let Some(place) = places.place() {
        places.restore(place);
    }
    on_window("hashchange", move |_: Event| {
        let before = app.route.get_untracked();
        let place = places.navigate();
        app.follow_address();
        if before != app.route.get_untracked() {
            app.notice.set(None);
            // After the new page is rendered.
            let places = places.clone();
            request_animation_frame(move || {
                if let Some(place) = place {
                    dom::focus(HEADING);
                    places.restore(place);
                } else if dom::focused_attribute("data-control").is_none() {
                    // Otherwise a shortcut has focused a row already; it keeps the focus.
                    dom::scroll_to_top();
                    let target = app.focus_target.get_untracked();
                    dom::focus(target);
                    // The whole app may have to be loaded first, and takes the target over.
                    if !dom::has_focus(target) {
                        return;
                    }
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
    on_window("dragover", |event: DragEvent| {
        event.prevent_default();
        dom::set_root(DRAGGING, &files::is_dragged(&event).to_string());
    });
    // Entering another element of the page also fires `dragleave`; leaving the window has no related target.
    on_window("dragleave", |event: DragEvent| {
        if event.related_target().is_none() {
            dom::set_root(DRAGGING, "false");
        }
    });
    on_window("drop", move |event: DragEvent| {
        event.prevent_default();
        dom::set_root(DRAGGING, "false");
        let files = files::dropped(&event);
        if !files.is_empty() {
            drop_files(files);
        }
    });
}
