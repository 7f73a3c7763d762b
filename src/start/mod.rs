//! The home page and the frame of every page, written once for two renderers: the app, which keeps them up to date, and
//! the static shell in `index.html`, which is shown until the app has started (see `shell`).
//!
//! **Invariant:** no DOM and no signals. Renderers supply the elements (`Draw`) and the parts that change (`View`).

pub mod frame;
pub mod home;
pub mod shell;
pub mod words;

use crate::assessment::Profile;
use crate::base::i18n::Text;
use crate::content::route::Route;

/// An element under construction: adding to it returns it.
pub trait Draw: Sized {
    /// A new HTML element.
    fn el(tag: &'static str) -> Self;
    /// A new SVG element.
    fn svg(tag: &'static str) -> Self;
    /// Sets an attribute.
    #[must_use]
    fn attr(self, name: &str, value: &str) -> Self;
    /// Adds text.
    #[must_use]
    fn text(self, text: &str) -> Self;
    /// Adds a child.
    #[must_use]
    fn child(self, child: Self) -> Self;

    /// Sets the class.
    #[must_use]
    fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Adds children.
    #[must_use]
    fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }
}

/// A renderer's language, current page and answers, either reactive or fixed.
pub trait View {
    /// The element type.
    type Element: Draw + 'static;
    /// Sets a text as the element's only content.
    fn words(&self, element: Self::Element, words: Text) -> Self::Element;
    /// Sets the accessible name of an element.
    fn named(&self, element: Self::Element, name: Text) -> Self::Element;
    /// Marks a link as current if `place` is the page that is shown.
    fn current(&self, link: Self::Element, place: Route) -> Self::Element;
    /// Sets a text computed from the answers as the element's only content.
    fn text(&self, element: Self::Element, compute: impl Fn(&Profile) -> String + 'static) -> Self::Element;
    /// Sets elements computed from the answers as the element's only content.
    fn drawn(&self, element: Self::Element, draw: impl Fn(&Profile) -> Vec<Self::Element> + 'static) -> Self::Element;
}

fn link<E: Draw>(route: &Route) -> E {
    E::el("a").attr("href", &route.href())
}
