//! The two editions of the page, and the hand-over between them.

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
use crate::ui::core::words::shell;
use leptos::prelude::{GetValue as _, SetValue as _};
use std::rc::Rc;

/// Installs a panic hook that shows the message of a crashed page.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        // index.html then shows that the page has crashed and that the answers are kept. `{info}` is not formatted:
        // that would add a kilobyte of code to every load.
        dom::set_root("data-broken", "true");
        dom::log(info.payload_as_str().unwrap_or("panic"));
    }));
}

/// The functions that differ between editions. Code that an edition does not reference is not in its wasm.
struct Edition {
    page: Box<dyn Fn(Route, Locale) -> Vec<Element>>,
    on_drop: Rc<dyn Fn(Vec<File>)>,
}

/// Mounts the first pages, which a first visit needs. Any other page loads the whole app.
pub fn mount_first_pages() {
    mount(
        |app| Edition {
            page: Box::new(move |route, locale| pages::first_pages(app, &route, locale)),
            on_drop: Rc::new(move |files| hand_over_files(app, files)),
        },
        local_storage::load,
        None,
    );
}

/// Mounts the whole app: after a hand-over from the first pages, or directly if the address is of another page.
pub fn mount_whole_app(hand_over: Option<HandOver>) {
    mount(
        |app| {
            let features = pages::Features::new(app);
            Edition {
                page: Box::new(move |route, locale| features.page(route, locale)),
                on_drop: Rc::new(move |files| features.handle_drop(files)),
            }
        },
        local_storage::load_whole,
        hand_over,
    );
}

fn mount(edition: fn(AppState) -> Edition, load: LoadStored, hand_over: Option<HandOver>) {
    // The page mounts its elements itself; leptos gets an empty view.
    leptos::mount::mount_to_body(move || render(edition, load, hand_over));
}

fn render(edition: fn(AppState) -> Edition, load: LoadStored, received: Option<HandOver>) {
    let is_hand_over = received.is_some();
    let received = received.unwrap_or_default();
    let app = AppState::start(pages::topics, load, &received);
    let edition = edition(app);
    browser_events::listen(app, Rc::clone(&edition.on_drop));
    keyboard::listen(app);
    handover::listen(move || hand_over_of(app), move || app.has_failed.set(true));
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
    el("p")
        .class("drop-hint")
        .attr("aria-hidden", "true")
        .reactive_text(move || shell::DROP.get(app.locale.get()).to_owned())
        .mount();
    toast::toast(app).mount();
    dom::announcer().mount();
    if is_hand_over {
        dom::focus("#main h1");
        dom::focus(&received.focus);
    }
    if !received.files.is_empty() {
        (edition.on_drop)(received.files);
    }
}

/// Stores dropped files for the whole app, which judges them, and opens the evidence page.
fn hand_over_files(app: AppState, files: Vec<File>) {
    dom::go(&Route::Evidence.href());
    app.judging.files.set_value(files);
}

/// What the whole app takes over.
fn hand_over_of(app: AppState) -> HandOver {
    HandOver {
        progress: app.unsaved(),
        settings: app.settings.get_untracked().text(),
        focus: app.focus_target.get_untracked().to_owned(),
        files: app.judging.files.get_value(),
    }
}
