//! What the page hears of the browser: the address, other tabs, dropped files.

use crate::browser::element::on_window;
use crate::browser::files::{self, File};
use crate::browser::{dom, offline};
use crate::ui::core::saving;
use crate::ui::core::state::{AppState, HEADING};
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::{DragEvent, Event, StorageEvent};

/// Hears the address, other tabs and dropped files, for as long as the page lives.
pub(super) fn listen(app: AppState, drop_files: Rc<dyn Fn(Vec<File>)>) {
    on_window("hashchange", move |_: Event| {
        let before = app.route.get_untracked();
        app.follow_address();
        if before != app.route.get_untracked() {
            app.notice.set(None);
            // After the new page is drawn.
            request_animation_frame(move || {
                // A key may have led to a row already: it is not taken away again.
                if dom::focused_attribute("data-control").is_none() {
                    dom::scroll_to_top();
                    dom::focus(app.goal.get_untracked());
                }
                app.goal.set(HEADING);
            });
        }
    });
    on_window("storage", move |event: StorageEvent| {
        match event.key().as_deref() {
            // Without a key, all of them are gone.
            None | Some(saving::KEY) => app.hear(event.new_value()),
            Some(saving::RESTARTED) => app.catch_up(),
            Some(_) => app.look_aside(),
        }
    });
    offline::listen(move |standing| app.offline.set(standing));
    // A page that comes back from the browser's cache has heard nothing meanwhile.
    on_window("pageshow", move |_: Event| app.catch_up());
    // A dropped file never replaces the page.
    on_window("dragover", |event: Event| event.prevent_default());
    on_window("drop", move |event: DragEvent| {
        event.prevent_default();
        let files = files::dropped(&event);
        if !files.is_empty() {
            drop_files(files);
        }
    });
}
