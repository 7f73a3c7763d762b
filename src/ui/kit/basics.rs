//! The elements that every page is made of.

use crate::browser::element::{Element, el};
use crate::content::route::Route;

/// The page's heading; it gets the focus after navigation.
pub(crate) fn h1(text: &str) -> Element {
    el("h1").attr("tabindex", "-1").text(text)
}

pub(crate) fn h2(text: &str) -> Element {
    el("h2").text(text)
}

pub(crate) fn p(class: &str, text: &str) -> Element {
    el("p").class(class).text(text)
}

pub(crate) fn span(class: &str, text: &str) -> Element {
    el("span").class(class).text(text)
}

pub(crate) fn link(route: &Route, text: &str) -> Element {
    el("a").attr("href", &route.href()).text(text)
}

/// A link that looks like the main button.
pub(crate) fn button_link(route: &Route, text: &str) -> Element {
    link(route, text).class("btn")
}

/// A button that does something.
pub(crate) fn button(class: &str, text: &str, press: impl FnMut() + 'static) -> Element {
    pressed(Box::new(press)).class(class).text(text)
}

fn pressed(mut press: Box<dyn FnMut()>) -> Element {
    el("button").attr("type", "button").on("click", move |_| press())
}

/// One of a group of buttons of which one is pressed.
pub(crate) fn choice(is_pressed: impl Fn() -> bool + 'static, press: impl FnMut() + 'static) -> Element {
    pressed(Box::new(press)).reactive_attr("aria-pressed", move || Some(is_pressed().to_string()))
}

/// A field with its name above it.
pub(crate) fn field(name: &str, field: Element) -> Element {
    el("label").child(span("small", name)).child(field)
}

/// A section with a ruled heading; more can be added to the heading's line.
pub(crate) fn section(title: &str, beside: Option<Element>) -> Element {
    el("section").class("do").child(el("header").child(h2(title)).children(beside))
}

/// A box to tick.
pub(crate) fn tick(label: &str, is_on: impl Fn() -> bool + 'static, press: impl FnMut() + 'static) -> Element {
    boxed(label, Box::new(is_on), Box::new(press))
}

fn boxed(label: &str, is_on: Box<dyn Fn() -> bool>, mut press: Box<dyn FnMut()>) -> Element {
    let tick = el("input").attr("type", "checkbox").reactive_checked(is_on).on("change", move |_| press());
    el("label").class("tick").child(tick).text(label)
}
