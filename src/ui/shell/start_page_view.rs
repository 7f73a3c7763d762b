//! Renders the start page and the frame in the browser, and keeps them up to date.

use crate::assessment::Profile;
use crate::base::i18n::Text;
use crate::browser::element::{Element, el, svg};
use crate::content::route::Route;
use crate::start::{Draw, View};
use crate::ui::core::state::AppState;

impl Draw for Element {
    fn el(tag: &'static str) -> Element {
        el(tag)
    }

    fn svg(tag: &'static str) -> Element {
        svg(tag)
    }

    fn attr(self, name: &str, value: &str) -> Element {
        Element::attr(self, name, value)
    }

    fn text(self, text: &str) -> Element {
        Element::text(self, text)
    }

    fn child(self, child: Element) -> Element {
        Element::child(self, child)
    }
}

impl View for AppState {
    type Element = Element;

    fn words(&self, element: Element, words: Text) -> Element {
        let app = *self;
        element.reactive_text(move || words.get(app.locale.get()).to_owned())
    }

    fn named(&self, element: Element, name: Text) -> Element {
        let app = *self;
        element.reactive_attr("aria-label", move || Some(name.get(app.locale.get()).to_owned()))
    }

    /// A control's page counts as the checklist.
    fn current(&self, link: Element, place: Route) -> Element {
        let app = *self;
        let is_at =
            move |here: &Route| *here == place || (place == Route::Checklist && matches!(here, Route::Control(_)));
        link.reactive_attr("aria-current", move || app.route.with(&is_at).then(|| "page".to_owned()))
    }

    fn text(&self, element: Element, of: impl Fn(&Profile) -> String + 'static) -> Element {
        let app = *self;
        element.reactive_text(move || app.assessment.with(|a| of(&a.current)))
    }

    fn drawn(&self, element: Element, of: impl Fn(&Profile) -> Vec<Element> + 'static) -> Element {
        let app = *self;
        element.reactive_children(move || app.assessment.with(|a| of(&a.current)))
    }
}
