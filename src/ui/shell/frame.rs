//! The frame around every page: skip link, top bar, footer, and the bottom bar of a phone.

use crate::base::i18n::{Locale, Text};
use crate::browser::dom;
use crate::browser::effects::text_memo;
use crate::browser::element::{Element, el, value_of};
use crate::content::route::Route;
use crate::start::frame;
use crate::ui::core::profiles::name_of;
use crate::ui::core::settings::Theme;
use crate::ui::core::state::AppState;
use crate::ui::core::words::{checklist, shell};
use crate::ui::kit::basics::{button, choice, h2, link};
use crate::ui::kit::deferred_select::{Record, deferred};
use crate::ui::kit::dialog;
use crate::ui::shell::key_help;
use leptos::prelude::*;
use std::rc::Rc;

/// A text that changes with the language. The frame itself is not rendered again, so it keeps the focus.
fn localised(app: AppState, words: Text) -> impl Fn() -> String + 'static {
    move || words.get(app.locale.get()).to_owned()
}

fn with_label(element: Element, app: AppState, words: Text) -> Element {
    element.reactive_attr("aria-label", move || Some(words.get(app.locale.get()).to_owned()))
}

/// The link that skips the bars, for keyboard users.
pub(crate) fn skip_link(app: AppState) -> Element {
    // The default action would replace the route in the address, so that a reload would lose this page.
    let skip = |event: web_sys::Event| {
        event.prevent_default();
        dom::focus("#main h1");
    };
    el("a").class("skip").attr("href", "#main").reactive_text(localised(app, shell::SKIP)).on("click", skip)
}

/// Name, navigation, language and theme.
pub(crate) fn top_bar(app: AppState) -> Element {
    let tools = el("div")
        .class("tools")
        .child(el("span").class("wide").child(theme_select(app)))
        .child(profile_select(app).class("wide"))
        .child(account_name(app))
        .child(language_switch(app))
        .child(menu_button(app));
    frame::top_bar(&app, tools)
}

/// The privacy promise, and the controls that do not fit the top bar of a phone.
pub(crate) fn footer(app: AppState) -> Element {
    let keys = el("button")
        .attr("type", "button")
        .class("link")
        .reactive_text(localised(app, shell::KEYS))
        .on("click", move |_| key_help::open(app));
    frame::footer(&app, [el("span").class("narrow").child(theme_select(app)), keys])
}

/// The account select; empty if there is one account.
fn profile_select(app: AppState) -> Element {
    // Rendered again when a profile is added, removed or renamed, not with every answer or switch: the select keeps the
    // focus. Sorted by id, so that the order does not depend on the current account.
    let names = text_memo(move || {
        let locale = app.locale.get();
        let mut names: Vec<String> = app
            .assessment
            .with(|a| a.profiles().map(|profile| [&profile.id, "\t", &name_of(profile, locale)].concat()).collect());
        names.sort_unstable();
        if names.len() > 1 { names.join("\n") } else { String::new() }
    });
    let place = el("span").reactive_children(move || {
        let options = |names: &String| -> Vec<Element> {
            names
                .lines()
                .filter_map(|line| line.split_once('\t'))
                .map(|(id, name)| el("option").attr("value", id).text(name))
                .collect()
        };
        let options = names.with(options);
        if options.is_empty() {
            return Vec::new();
        }
        let select = el("select")
            .class("theme profile")
            .attr("aria-label", shell::ACCOUNT.get(app.locale.get()))
            .children(options)
            .reactive_value(move || app.assessment.with(|a| a.current.id.clone()));
        vec![select]
    });
    deferred(place, Rc::new(Accounts { app }))
}

/// The account select.
struct Accounts {
    app: AppState,
}

impl Record for Accounts {
    fn recorded(&self, _: &web_sys::Element) -> Option<String> {
        Some(self.app.assessment.with_untracked(|a| a.current.id.clone()))
    }

    fn record(&self, _: &web_sys::Element, value: &str) {
        self.app.switch_profile(value);
    }

    /// Whoever moves on must not find the next answers in another account.
    fn records_on_leaving(&self, _: &str) -> bool {
        false
    }

    fn tell(&self) {
        dom::announce(checklist::PRESS_ENTER.get(self.app.locale.get_untracked()));
    }
}

/// The name of the current account, where the select does not fit; hidden if the only account has no name.
fn account_name(app: AppState) -> Element {
    let name = text_memo(move || {
        let locale = app.locale.get();
        app.assessment.with(|a| {
            let is_unnamed = a.others.is_empty() && a.current.name.is_empty();
            if is_unnamed { String::new() } else { name_of(&a.current, locale) }
        })
    });
    link(&Route::Data, "")
        .class("narrow account-name small")
        .reactive_text(move || name.get())
        .reactive_attr("aria-label", move || Some([shell::ACCOUNT.get(app.locale.get()), ": ", &name.get()].concat()))
        .reactive_attr("hidden", move || name.with(String::is_empty).then(String::new))
}

/// The menu of a phone: the links that do not fit the bottom bar.
fn menu_button(app: AppState) -> Element {
    let open = move |_| {
        let locale = app.locale.get_untracked();
        dialog::open("menu-title", move |close| {
            let links = frame::more().map(|route| {
                let close = close.clone();
                el("li").child(link(&route, route.title().get(locale)).on("click", move |_| close.close()))
            });
            let close = close.clone();
            vec![
                h2(shell::MENU.get(locale)).attr("id", "menu-title"),
                el("ul").class("menu").children(links),
                el("p").class("acts").child(profile_select(app)).child(theme_select(app)),
                button("btn ghost", shell::CLOSE.get(locale), move || close.close()),
            ]
        });
    };
    el("button")
        .attr("type", "button")
        .class("theme menu-button")
        .reactive_text(localised(app, shell::MENU))
        .on("click", open)
}

fn language_switch(app: AppState) -> Element {
    let option = move |locale: Locale, name: &str| {
        let press = move || app.set(|settings| settings.locale = locale);
        choice(move || app.locale.get() == locale, press).attr("lang", locale.tag()).text(name)
    };
    with_label(el("div").class("seg").attr("role", "group"), app, shell::LANGUAGE)
        .child(option(Locale::Ja, "日本語"))
        .child(option(Locale::En, "English"))
}

fn theme_select(app: AppState) -> Element {
    let name = |theme| match theme {
        Theme::System => shell::THEME_SYSTEM,
        Theme::Light => shell::THEME_LIGHT,
        Theme::Dark => shell::THEME_DARK,
    };
    let options =
        Theme::ALL.map(|theme| el("option").attr("value", theme.id()).reactive_text(localised(app, name(theme))));
    let choose = move |event: web_sys::Event| {
        let chosen = value_of(&event);
        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.id() == chosen) {
            app.set(|settings| settings.theme = theme);
        }
    };
    with_label(el("select").class("theme"), app, shell::THEME)
        .children(options)
        .reactive_value(move || app.settings.with(|settings| settings.theme.id()).to_owned())
        .on("change", choose)
}
