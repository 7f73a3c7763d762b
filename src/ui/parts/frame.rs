//! The frame around every page: skip link, top bar, footer, and the bottom bar of a phone.

use super::basics::{button, choice, h2, link};
use super::{dialog, key_help};
use crate::browser::dom;
use crate::browser::element::{El, el, svg, value_of};
use crate::i18n::{Locale, Text};
use crate::route::Route;
use crate::ui::profiles::name_of;
use crate::ui::settings::Theme;
use crate::ui::state::AppState;
use crate::ui::text::shell;
use leptos::prelude::*;

/// The main places.
const PLACES: [Route; 6] =
    [Route::Home, Route::Checklist, Route::Learn, Route::Evidence, Route::Report, Route::Incident];

/// The five at the bottom of a phone: a short name, and the path of an icon.
const TABS: [(Route, Text, &str); 5] = [
    (Route::Home, shell::HOME, "M3 11 12 4l9 7v9h-6v-6H9v6H3z"),
    (Route::Checklist, shell::TAB_CHECKLIST, "M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11"),
    (Route::Learn, shell::TAB_LEARN, "M12 6c-2-2-6-2-9-1v14c3-1 7-1 9 1 2-2 6-2 9-1V5c-3-1-7-1-9 1zM12 6v14"),
    (Route::Evidence, shell::TAB_EVIDENCE, "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5M8 11l2.2 2.2L14 9"),
    (Route::Incident, shell::TAB_INCIDENT, "M12 3 2 20h20zM12 10v4M12 17h.1"),
];

/// The places that the footer and a phone's menu link to: all that have no tab.
fn more() -> impl Iterator<Item = Route> {
    Route::PLACES.into_iter().filter(|place| !TABS.iter().any(|(tab, ..)| tab == place))
}

/// A text of the frame follows the language; the frame itself stays, and with it the focus.
fn said(app: AppState, words: Text) -> impl Fn() -> String + 'static {
    move || words.get(app.locale.get()).to_owned()
}

fn labelled(element: El, app: AppState, words: Text) -> El {
    element.live_attr("aria-label", move || Some(words.get(app.locale.get()).to_owned()))
}

/// Past the bars, for keyboards.
pub(crate) fn skip_link(app: AppState) -> El {
    // The address keeps its route: a reload must come back to this page.
    let skip = |event: web_sys::Event| {
        event.prevent_default();
        dom::focus("#main h1");
    };
    el("a").class("skip").attr("href", "#main").live_text(said(app, shell::SKIP)).on("click", skip)
}

/// Name, places, language and theme.
pub(crate) fn top_bar(app: AppState) -> El {
    let ring = svg("circle").attr("cx", "11").attr("cy", "11").attr("r", "8.5");
    let mark = svg("svg").attr("width", "22").attr("height", "22").attr("viewBox", "0 0 22 22");
    let brand = el("a")
        .class("brand")
        .attr("href", &Route::Home.href())
        .child(mark.attr("aria-hidden", "true").child(ring))
        .child(el("span").text(shell::NAME));
    let places = PLACES.map(|route| {
        let name = shell::page(&route);
        place(app, route, name, None)
    });
    let tools = el("div")
        .class("tools")
        .child(el("span").class("wide").child(theme_select(app)))
        .child(profile_select(app).class("wide"))
        .child(language_switch(app))
        .child(menu_button(app));
    let inner =
        el("div").child(brand).child(labelled(el("nav").class("nav"), app, shell::PAGES).children(places)).child(tools);
    el("header").class("bar noprint").child(inner)
}

/// The main places at the bottom of a phone.
pub(crate) fn bottom_bar(app: AppState) -> El {
    let places = TABS.map(|(route, name, icon)| place(app, route, name, Some(icon)));
    labelled(el("nav").class("tab noprint"), app, shell::PAGES).children(places)
}

/// The promise, and what a phone's top bar has no room for.
pub(crate) fn footer(app: AppState) -> El {
    let keys = el("button")
        .attr("type", "button")
        .class("link")
        .live_text(said(app, shell::KEYS))
        .on("click", move |_| key_help::open(app));
    let more = more().map(|route| link(&route, "").live_text(said(app, shell::page(&route))));
    let tools = el("div")
        .class("tools")
        .children(more)
        .child(el("span").class("narrow").child(theme_select(app)))
        .child(keys)
        .child(el("span").text(shell::NAME).text(" ").text(env!("CARGO_PKG_VERSION")));
    el("footer").class("foot noprint small quiet").child(el("p").live_text(said(app, shell::PROMISE))).child(tools)
}

/// The accounts, where there are several.
fn profile_select(app: AppState) -> El {
    // Drawn anew when a profile comes, goes, moves or gets another name: not with every answer.
    let names = Memo::new(move |_| {
        app.assessment.with(|a| {
            a.profiles().map(|profile| [&profile.id, " ", &profile.name].concat()).collect::<Vec<_>>().join("\n")
        })
    });
    el("span").live(move || {
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
                .live_value(move || current.clone())
                .on("change", move |event| {
                    app.switch_profile(&value_of(&event));
                    dom::focus(".profile");
                });
            vec![select]
        })
    })
}

/// On a phone, everything that the bar at the bottom has no room for.
fn menu_button(app: AppState) -> El {
    let open = move |_| {
        let locale = app.locale.get_untracked();
        dialog::open("menu-title", move |close| {
            let places = more().map(|route| {
                let close = close.clone();
                el("li").child(link(&route, shell::page(&route).get(locale)).on("click", move |_| close.close()))
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
    el("button").attr("type", "button").class("theme menu-button").live_text(said(app, shell::MENU)).on("click", open)
}

fn place(app: AppState, route: Route, name: Text, icon: Option<&str>) -> El {
    let icon = icon.map(|path| {
        let drawing = svg("svg").class("icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true");
        drawing.child(svg("path").attr("d", path))
    });
    link(&route, "")
        .class(if route == Route::Incident { "alarm" } else { "" })
        .children(icon)
        .child(el("span").live_text(said(app, name)))
        .live_attr("aria-current", move || is_at(app, &route).then(|| "page".to_owned()))
}

/// A control's page belongs to the checklist.
fn is_at(app: AppState, place: &Route) -> bool {
    app.route.with(|here| here == place || (*place == Route::Checklist && matches!(here, Route::Control(_))))
}

fn language_switch(app: AppState) -> El {
    let option = move |locale: Locale, name: &str| {
        let press = move || app.set(|settings| settings.locale = locale);
        choice(move || app.locale.get() == locale, press).attr("lang", locale.tag()).text(name)
    };
    labelled(el("div").class("seg").attr("role", "group"), app, shell::LANGUAGE)
        .child(option(Locale::Ja, "日本語"))
        .child(option(Locale::En, "English"))
}

fn theme_select(app: AppState) -> El {
    let name = |theme| match theme {
        Theme::System => shell::THEME_SYSTEM,
        Theme::Light => shell::THEME_LIGHT,
        Theme::Dark => shell::THEME_DARK,
    };
    let options = Theme::ALL.map(|theme| el("option").attr("value", theme.id()).live_text(said(app, name(theme))));
    let choose = move |event: web_sys::Event| {
        let chosen = value_of(&event);
        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.id() == chosen) {
            app.set(|settings| settings.theme = theme);
        }
    };
    labelled(el("select").class("theme"), app, shell::THEME)
        .children(options)
        .live_value(move || app.settings.with(|settings| settings.theme.id()).to_owned())
        .on("change", choose)
}
