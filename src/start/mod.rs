//! The front page and the frame around every page, drawn once for two who show them: the app, which keeps them up to date,
//! and `index.html`, where they stand before the app has started (see `shell`).
//!
//! **Invariant:** no DOM and no signals. Whoever shows it brings the elements (`Draw`) and what changes in them (`View`).

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

/// Who looks: language, place and answers, each kept up to date or as it is.
pub trait View {
    /// What is drawn.
    type Element: Draw + 'static;
    /// Puts words into an element, its only content.
    fn words(&self, element: Self::Element, words: Text) -> Self::Element;
    /// Gives an element the name that is read out.
    fn named(&self, element: Self::Element, name: Text) -> Self::Element;
    /// Marks a link to the place that is shown.
    fn current(&self, link: Self::Element, place: Route) -> Self::Element;
    /// Puts a text of the answers into an element, its only content.
    fn text(&self, element: Self::Element, of: impl Fn(&Profile) -> String + 'static) -> Self::Element;
    /// Puts what is drawn of the answers into an element, its only content.
    fn drawn(&self, element: Self::Element, of: impl Fn(&Profile) -> Vec<Self::Element> + 'static) -> Self::Element;
}

fn link<E: Draw>(route: &Route) -> E {
    E::el("a").attr("href", &route.href())
}
