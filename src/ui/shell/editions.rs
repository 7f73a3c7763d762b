//! The two editions of the page, and how one takes over from the other.

use super::{browser_events, frame, keyboard, notices, pages, toast};
use crate::base::i18n::Locale;
use crate::browser::dom;
use crate::browser::effects::create_effect;
use crate::browser::element::{Element, el};
use crate::browser::files::File;
use crate::browser::handover::{self, HandOver};
use crate::content::route::Route;
use crate::ui::core::local_storage::{self, LoadStored};
use crate::ui::core::state::AppState;
use leptos::prelude::{GetValue as _, SetValue as _};
use std::rc::Rc;

/// Lets the page say so when it has died.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        // The shell in index.html says so, and that the answers are kept. Not `{info}`: formatting whatever a panic
        // may carry costs a kilobyte that everybody would load.
        dom::set_root("data-broken", "true");
        dom::log(info.payload_as_str().unwrap_or("panic"));
    }));
}

/// What an edition of the page can do. What it does not name is not in its wasm.
struct Edition {
    page: Box<dyn Fn(Route, Locale) -> Vec<Element>>,
    dropped: Rc<dyn Fn(Vec<File>)>,
}

/// The first pages: what a first visit needs. Every other page makes place for the whole app.
pub fn mount_first_pages() {
    mount(
        |app| Edition {
            page: Box::new(move |route, locale| pages::first_pages(app, &route, locale)),
            dropped: Rc::new(move |files| hand_over_files(app, files)),
        },
        local_storage::load,
        None,
    );
}

/// The whole app. It takes over from the first pages, or starts by itself where the address asks for another page.
pub fn mount_whole_app(handed: Option<HandOver>) {
    mount(
        |app| {
            let features = pages::Features::new(app);
            Edition {
                page: Box::new(move |route, locale| features.page(route, locale)),
                dropped: Rc::new(move |files| features.take_dropped(files)),
            }
        },
        local_storage::load_whole,
        handed,
    );
}

fn mount(edition: fn(AppState) -> Edition, load: LoadStored, handed: Option<HandOver>) {
    // The page draws itself into the body and has nothing to hand to leptos.
    leptos::mount::mount_to_body(move || draw(edition, load, handed));
}

fn draw(edition: fn(AppState) -> Edition, load: LoadStored, received: Option<HandOver>) {
    let is_second = received.is_some();
    let received = received.unwrap_or_default();
    let app = AppState::start(pages::topics, load, &received);
    let edition = edition(app);
    browser_events::listen(app, Rc::clone(&edition.dropped));
    keyboard::listen(app);
    handover::listen(move || handed(app), move || app.has_failed.set(true));
    dom::clear();

    create_effect(Box::new(move || {
        let (locale, route) = (app.locale.get(), app.route.get());
        dom::set_root("lang", locale.tag());
        dom::set_title(&pages::title(&route, locale));
    }));
    create_effect(Box::new(move || dom::set_root("data-theme", app.settings.with(|settings| settings.theme.id()))));

    frame::skip_link(app).mount();
    frame::top_bar(app).mount();
    let page = edition.page;
    el("main")
        .attr("id", "main")
        .class("page")
        .child(notices::notices(app))
        .child(el("div").reactive_children(move || page(app.route.get(), app.locale.get())))
        .mount();
    frame::footer(app).mount();
    crate::start::frame::bottom_bar(&app).mount();
    toast::toast(app).mount();
    dom::announcer().mount();
    if is_second {
        dom::focus("#main h1");
    }
    if !received.files.is_empty() {
        (edition.dropped)(received.files);
    }
}

/// Keeps dropped files for the whole app, which judges them.
fn hand_over_files(app: AppState, files: Vec<File>) {
    dom::go(&Route::Evidence.href());
    app.judging.files.set_value(files);
}

/// What the whole app is to take over.
fn handed(app: AppState) -> HandOver {
    HandOver {
        progress: app.unsaved(),
        settings: app.settings.get_untracked().text(),
        files: app.judging.files.get_value(),
    }
}
