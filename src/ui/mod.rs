//! Shows and calls: the app shell, one page per route, and the parts that pages share.
//!
//! Everything is drawn with `browser::element`; `live…` pieces follow leptos' signals.
//!
//! **Invariant:** no rules here. What can be derived is derived; signals are written in event handlers only.
//! A page gets the language as a plain value and is drawn anew when it changes.

mod desk;
mod fills;
mod finding;
mod keep;
mod keyboard;
mod library;
mod live;
mod milestones;
mod pages;
mod parts;
mod profiles;
mod settings;
mod state;
mod text;

use crate::browser::dom;
use crate::browser::element::{El, el, follow};
use crate::i18n::Locale;
use crate::route::Route;
use leptos::prelude::*;
use parts::{frame, notices, toast};
use state::AppState;

/// The whole page. It draws itself into the body and has nothing to hand to leptos.
#[component]
pub fn App() -> impl IntoView {
    let app = AppState::start();
    app.listen();
    keyboard::listen(app);

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
        .child(el("div").live(move || page(app, app.route.get(), app.locale.get())))
        .mount();
    frame::footer(app).mount();
    frame::bottom_bar(app).mount();
    toast::toast(app).mount();
    dom::announcer().mount();
}

fn page(app: AppState, route: Route, locale: Locale) -> Vec<El> {
    match route {
        Route::Home => pages::home::home(app, locale),
        Route::Checklist => pages::checklist::checklist(app, locale),
        Route::Control(id) => pages::control::control(app, &id, locale),
        Route::Learn => pages::learn::learn(app, locale),
        Route::Posture => pages::posture::posture(app, locale),
        Route::Incident => pages::incident::incident(app, locale),
        Route::About => pages::about::about(app, locale),
        Route::Evidence => pages::evidence::evidence(app, locale),
        Route::Report => pages::report::report(app, locale),
        Route::Handout => pages::handout::handout(app, locale),
        Route::Workshop => pages::workshop::workshop(app, locale),
        Route::History => pages::history::history(app, locale),
        Route::Data => pages::data::data(app, locale),
        Route::NotFound => pages::not_found::not_found(locale),
    }
}
