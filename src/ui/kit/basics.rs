//! Basic elements of every page.

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

/// A link to another site, opened without a referrer.
pub(crate) fn external_link(url: &str, title: &str) -> Element {
    el("a").attr("href", url).attr("rel", "noreferrer noopener").attr("target", "_blank").text(title)
}

/// A link that looks like the main button.
pub(crate) fn button_link(route: &Route, text: &str) -> Element {
    link(route, text).class("btn")
}

/// A button that calls `press`.
pub(crate) fn button(class: &str, text: &str, press: impl FnMut() + 'static) -> Element {
    boxed_button(Box::new(press)).class(class).text(text)
}

fn boxed_button(mut press: Box<dyn FnMut()>) -> Element {
    el("button").attr("type", "button").on("click", move |_| press())
}

/// One of a group of toggle buttons, of which one is pressed.
pub(crate) fn choice(is_pressed: impl Fn() -> bool + 'static, press: impl FnMut() + 'static) -> Element {
    boxed_button(Box::new(press)).reactive_attr("aria-pressed", move || Some(is_pressed().to_string()))
}

/// A field with its label above it.
pub(crate) fn field(name: &str, field: Element) -> Element {
    el("label").child(span("small", name)).child(field)
}

/// A section with a ruled heading; `beside` is on the line of the heading.
pub(crate) fn section(title: &str, beside: Option<Element>) -> Element {
    el("section").class("do").child(el("header").child(h2(title)).children(beside))
}

/// A checkbox with its label.
pub(crate) fn tick(label: &str, is_on: impl Fn() -> bool + 'static, press: impl FnMut() + 'static) -> Element {
    boxed_tick(label, Box::new(is_on), Box::new(press))
}

fn boxed_tick(label: &str, is_on: Box<dyn Fn() -> bool>, mut press: Box<dyn FnMut()>) -> Element {
    let tick = el("input").attr("type", "checkbox").reactive_checked(is_on).on("change", move |_| press());
    el("label").class("tick").child(tick).text(label)
}
