//! The frame around every page: skip link, top bar, footer, and the bottom bar of a phone.

use crate::base::i18n::{Locale, Text};
use crate::browser::dom;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el, value_of};
use crate::start::frame;
use crate::ui::core::profiles::name_of;
use crate::ui::core::settings::Theme;
use crate::ui::core::state::AppState;
use crate::ui::core::words::shell;
use crate::ui::kit::basics::{button, choice, h2, link};
use crate::ui::kit::dialog;
use crate::ui::shell::key_help;
use leptos::prelude::*;

/// A text of the frame follows the language; the frame itself stays, and with it the focus.
fn said(app: AppState, words: Text) -> impl Fn() -> String + 'static {
    move || words.get(app.locale.get()).to_owned()
}

fn with_name(element: Element, app: AppState, words: Text) -> Element {
    element.reactive_attr("aria-label", move || Some(words.get(app.locale.get()).to_owned()))
}

/// Past the bars, for keyboards.
pub(crate) fn skip_link(app: AppState) -> Element {
    // The address keeps its route: a reload must come back to this page.
    let skip = |event: web_sys::Event| {
        event.prevent_default();
        dom::focus("#main h1");
    };
    el("a").class("skip").attr("href", "#main").reactive_text(said(app, shell::SKIP)).on("click", skip)
}

/// Name, places, language and theme.
pub(crate) fn top_bar(app: AppState) -> Element {
    let tools = el("div")
        .class("tools")
        .child(el("span").class("wide").child(theme_select(app)))
        .child(profile_select(app).class("wide"))
        .child(language_switch(app))
        .child(menu_button(app));
    frame::top_bar(&app, tools)
}

/// The promise, and what a phone's top bar has no room for.
pub(crate) fn footer(app: AppState) -> Element {
    let keys = el("button")
        .attr("type", "button")
        .class("link")
        .reactive_text(said(app, shell::KEYS))
        .on("click", move |_| key_help::open(app));
    frame::footer(&app, [el("span").class("narrow").child(theme_select(app)), keys])
}

/// The accounts, where there are several.
fn profile_select(app: AppState) -> Element {
    // Drawn anew when a profile comes, goes, moves or gets another name: not with every answer.
    let names = text_memo(move || {
        app.assessment.with(|a| {
            a.profiles().map(|profile| [&profile.id, " ", &profile.name].concat()).collect::<Vec<_>>().join("\n")
        })
    });
    el("span").reactive_children(move || {
        let locale = app.locale.get();
        names.with(|_| ());
        app.assessment.with_untracked(|a| {
            if a.others.is_empty() {
                return Vec::new();
            }
            // By id, so that a name keeps its place in the list whoever is in front.
            let mut names: Vec<(String, String)> = Vec::new();
            for profile in a.profiles() {
                let place = names.partition_point(|(id, _)| *id < profile.id);
                names.insert(place, (profile.id.clone(), name_of(profile, locale)));
            }
            let options = names.iter().map(|(id, name)| el("option").attr("value", id).text(name));
            let current = a.current.id.clone();
            let select = el("select")
                .class("theme profile")
                .attr("aria-label", shell::ACCOUNT.get(locale))
                .children(options)
                .reactive_value(move || current.clone())
                .on("change", move |event| {
                    app.switch_profile(&value_of(&event));
                    dom::focus(".profile");
                });
            vec![select]
        })
    })
}

/// On a phone, everything that the bar at the bottom has no room for.
fn menu_button(app: AppState) -> Element {
    let open = move |_| {
        let locale = app.locale.get_untracked();
        dialog::open("menu-title", move |close| {
            let places = frame::more().map(|route| {
                let close = close.clone();
                el("li").child(link(&route, route.title().get(locale)).on("click", move |_| close.close()))
            });
            let close = close.clone();
            vec![
                h2(shell::MENU.get(locale)).attr("id", "menu-title"),
                el("ul").class("menu").children(places),
                el("p").class("acts").child(profile_select(app)).child(theme_select(app)),
                button("btn ghost", shell::CLOSE.get(locale), move || close.close()),
            ]
        });
    };
    el("button")
        .attr("type", "button")
        .class("theme menu-button")
        .reactive_text(said(app, shell::MENU))
        .on("click", open)
}

fn language_switch(app: AppState) -> Element {
    let option = move |locale: Locale, name: &str| {
        let press = move || app.set(|settings| settings.locale = locale);
        choice(move || app.locale.get() == locale, press).attr("lang", locale.tag()).text(name)
    };
    with_name(el("div").class("seg").attr("role", "group"), app, shell::LANGUAGE)
        .child(option(Locale::Ja, "日本語"))
        .child(option(Locale::En, "English"))
}

fn theme_select(app: AppState) -> Element {
    let name = |theme| match theme {
        Theme::System => shell::THEME_SYSTEM,
        Theme::Light => shell::THEME_LIGHT,
        Theme::Dark => shell::THEME_DARK,
    };
    let options = Theme::ALL.map(|theme| el("option").attr("value", theme.id()).reactive_text(said(app, name(theme))));
    let choose = move |event: web_sys::Event| {
        let chosen = value_of(&event);
        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.id() == chosen) {
            app.set(|settings| settings.theme = theme);
        }
    };
    with_name(el("select").class("theme"), app, shell::THEME)
        .children(options)
        .reactive_value(move || app.settings.with(|settings| settings.theme.id()).to_owned())
        .on("change", choose)
}
