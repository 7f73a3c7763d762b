//! The bars of every page: header, footer, and the tab bar on phones.

use super::{Draw, View, link, words};
use crate::base::i18n::Text;
use crate::content::route::Route;

/// The main pages.
const PAGES: [Route; 6] =
    [Route::Home, Route::Checklist, Route::Learn, Route::Evidence, Route::Report, Route::Incident];

/// The tabs on phones: page, short name, and the path of an icon.
const TABS: [(Route, Text, &str); 5] = [
    (Route::Home, words::HOME, "M3 11 12 4l9 7v9h-6v-6H9v6H3z"),
    (Route::Checklist, words::TAB_CHECKLIST, "M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11"),
    (Route::Learn, words::TAB_LEARN, "M12 6c-2-2-6-2-9-1v14c3-1 7-1 9 1 2-2 6-2 9-1V5c-3-1-7-1-9 1zM12 6v14"),
    (Route::Evidence, words::TAB_EVIDENCE, "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5M8 11l2.2 2.2L14 9"),
    (Route::Incident, words::TAB_INCIDENT, "M12 3 2 20h20zM12 10v4M12 17h.1"),
];

/// The pages that the footer and the menu on phones link to: all without a tab.
pub fn more() -> impl Iterator<Item = Route> {
    Route::PAGES.into_iter().filter(|place| !TABS.iter().any(|(tab, ..)| tab == place))
}

/// The header: name and main pages, with `tools` at the end.
pub fn top_bar<V: View>(view: &V, tools: V::Element) -> V::Element {
    let ring = V::Element::svg("circle").attr("cx", "11").attr("cy", "11").attr("r", "8.5");
    let logo = V::Element::svg("svg").attr("width", "22").attr("height", "22").attr("viewBox", "0 0 22 22");
    let brand = link::<V::Element>(&Route::Home)
        .class("brand")
        .child(logo.attr("aria-hidden", "true").child(ring))
        .child(V::Element::el("span").text(words::NAME));
    let places = PAGES.map(|route| {
        let name = route.title();
        place(view, route, name, None)
    });
    let nav = view.named(V::Element::el("nav").class("nav"), words::PAGES).children(places);
    V::Element::el("header").class("bar noprint").child(V::Element::el("div").child(brand).child(nav).child(tools))
}

/// The tab bar on phones.
pub fn bottom_bar<V: View>(view: &V) -> V::Element {
    let places = TABS.map(|(route, name, icon)| place(view, route, name, Some(icon)));
    view.named(V::Element::el("nav").class("tab noprint"), words::PAGES).children(places)
}

/// The footer: the privacy promise and the links that do not fit the header on phones; `tools` are between the links
/// and the version.
pub fn footer<V: View>(view: &V, tools: impl IntoIterator<Item = V::Element>) -> V::Element {
    let more = more().map(|route| view.words(link(&route), route.title()));
    let version = V::Element::el("span").text(words::NAME).text(" ").text(env!("CARGO_PKG_VERSION"));
    V::Element::el("footer")
        .class("foot noprint small quiet")
        .child(view.words(V::Element::el("p"), words::PROMISE))
        .child(V::Element::el("div").class("tools").children(more).children(tools).child(version))
}

fn place<V: View>(view: &V, route: Route, name: Text, icon: Option<&str>) -> V::Element {
    let icon = icon.map(|path| {
        let drawing = V::Element::svg("svg").class("icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true");
        drawing.child(V::Element::svg("path").attr("d", path))
    });
    let link = link::<V::Element>(&route)
        .class(if route == Route::Incident { "alarm" } else { "" })
        .children(icon)
        .child(view.words(V::Element::el("span"), name));
    view.current(link, route)
}
