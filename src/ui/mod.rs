//! Shows and calls: the app shell, one page per route, and the parts that pages share.
//!
//! Everything is drawn with `browser::element`; `live…` pieces follow leptos' signals.
//!
//! **Invariant:** no rules here. What can be derived is derived; signals are written in event handlers only.
//! A page gets the language as a plain value and is drawn anew when it changes.

mod copied;
mod desk;
mod fills;
mod finding;
mod front;
mod hosting;
mod keep;
mod keyboard;
mod library;
mod live;
mod milestones;
mod opening;
mod pages;
mod parts;
mod profiles;
mod settings;
mod state;
mod tabs;
mod text;

use crate::browser::element::{El, el};
use crate::browser::files::File;
use crate::browser::following::follow;
use crate::browser::handover::Handed;
use crate::browser::{dom, handover};
use crate::i18n::Locale;
use crate::persist;
use crate::route::Route;
use leptos::prelude::{GetValue as _, SetValue as _, untrack};
use parts::{frame, notices, toast};
use state::AppState;

/// Lets the page say so when it has died.
pub fn hear_panics() {
    std::panic::set_hook(Box::new(|info| {
        // The shell in index.html says so, and that the answers are kept. Not `{info}`: formatting whatever a panic
        // may carry costs a kilobyte that everybody would load.
        dom::set_root("data-broken", "true");
        dom::log(info.payload_as_str().unwrap_or("panic"));
    }));
}

/// The first pages: what a first visit needs. Every other page makes place for the whole app.
pub fn mount_first() {
    mount(Edition { page: pages::first, dropped: keep_files }, None);
}

/// The whole app. It takes over from the first pages, or starts by itself where the address asks for another page.
pub fn mount_whole(handed: Option<Handed>) {
    mount(Edition { page: pages::any, dropped: take_dropped }, handed);
}

/// What an edition of the page can do. Functions behind pointers: what an edition does not name is not in its wasm.
#[derive(Clone, Copy)]
pub(crate) struct Edition {
    page: fn(AppState, Route, Locale) -> Vec<El>,
    pub(crate) dropped: fn(AppState, Vec<File>),
}

fn mount(edition: Edition, handed: Option<Handed>) {
    // The page draws itself into the body and has nothing to hand to leptos.
    leptos::mount::mount_to_body(move || draw(edition, handed));
}

fn draw(edition: Edition, received: Option<Handed>) {
    let is_second = received.is_some();
    let received = received.unwrap_or_default();
    let app = AppState::start(edition, &received);
    app.listen();
    keyboard::listen(app);
    handover::listen(move || handed(app), move || app.has_failed.set(true));
    dom::clear();

    follow(Box::new(move || {
        let (locale, route) = (app.locale.get(), app.route.get());
        dom::set_root("lang", locale.tag());
        dom::set_title(&pages::title(&route, locale));
    }));
    follow(Box::new(move || dom::set_root("data-theme", app.settings.with(|settings| settings.theme.id()))));

    frame::skip_link(app).mount();
    frame::top_bar(app).mount();
    el("main")
        .attr("id", "main")
        .class("page")
        .child(notices::notices(app))
        .child(el("div").live(move || (edition.page)(app, app.route.get(), app.locale.get())))
        .mount();
    frame::footer(app).mount();
    crate::front::frame::bottom_bar(&app).mount();
    toast::toast(app).mount();
    dom::announcer().mount();
    if is_second {
        dom::focus("#main h1");
    }
    if !received.files.is_empty() {
        (edition.dropped)(app, received.files);
    }
}

/// Keeps dropped files for the whole app, which judges them.
fn keep_files(app: AppState, files: Vec<File>) {
    dom::go(&Route::Evidence.href());
    app.files.set_value(files);
}

/// A file may be dropped anywhere: the page that is shown takes it, or else it is evidence, to be judged.
fn take_dropped(app: AppState, files: Vec<File>) {
    if app.route.with_untracked(|route| *route == Route::Data) {
        app.open_copy(&files);
        return;
    }
    if untrack(|| app.is_hosting()) {
        return app.collect(files);
    }
    dom::go(&Route::Evidence.href());
    app.take_in(files);
}

/// What the whole app is to take over.
fn handed(app: AppState) -> Handed {
    let now = app.now();
    Handed {
        progress: app.assessment.with_untracked(|assessment| persist::encode(assessment, now)),
        settings: app.settings.get_untracked().text(),
        files: app.files.get_value(),
    }
}
