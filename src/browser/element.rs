//! Elements that keep themselves up to date: a small builder over the DOM, driven by leptos' signals.
//!
//! `view!` gives every shape of markup a type of its own, and each type its own code: these pages came to 234 KB
//! (brotli) of wasm with it, 209 KB with `erase_components`. Here every element is the same type, a piece that
//! changes is drawn anew, and the same pages take a third of that.
//!
//! What takes closures is a thin generic shell around one function that is not, for the same reason.
//!
//! **Invariant:** text is text, never markup. Effects and listeners live as long as the owner that drew them.

use super::effects::{create_effect, keep};
use js_sys::{Array, Reflect};
use leptos::prelude::{Owner, request_animation_frame};
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element under construction, or finished: adding to it returns it.
#[derive(Clone, Debug)]
pub struct Element(web_sys::Element);

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// A new HTML element.
#[must_use]
pub fn el(tag: &'static str) -> Element {
    made(document().and_then(|document| document.create_element(tag).ok()))
}

/// A new SVG element.
#[must_use]
pub fn svg(tag: &'static str) -> Element {
    made(document().and_then(|document| document.create_element_ns(Some(SVG), tag).ok()))
}

/// There is always a document and the tags are ours and valid; a stand-in that is never shown keeps this total.
fn made(element: Option<web_sys::Element>) -> Element {
    Element(element.unwrap_or_else(|| JsValue::NULL.unchecked_into()))
}

impl Element {
    /// Sets an attribute.
    #[inline(never)]
    #[must_use]
    pub fn attr(self, name: &str, value: &str) -> Element {
        // Attribute names are ours and valid.
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Sets the class.
    #[inline(never)]
    #[must_use]
    pub fn class(self, class: &str) -> Element {
        self.attr("class", class)
    }

    /// Adds text.
    #[inline(never)]
    #[must_use]
    pub fn text(self, text: &str) -> Element {
        // Appending text cannot fail.
        let _ = self.0.append_with_str_1(text);
        self
    }

    /// Adds a child.
    #[inline(never)]
    #[must_use]
    pub fn child(self, child: Element) -> Element {
        // Appending a new element cannot fail.
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Adds children.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Element {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Calls back on an event.
    #[must_use]
    pub fn on(self, event: &'static str, call: impl FnMut(Event) + 'static) -> Element {
        self.listen(event, Box::new(call))
    }

    #[inline(never)]
    fn listen(self, event: &'static str, call: Box<dyn FnMut(Event)>) -> Element {
        let call = Closure::wrap(call);
        // Adding a listener cannot fail.
        let _ = self.0.add_event_listener_with_callback(event, call.as_ref().unchecked_ref());
        keep(Box::new(Listener { element: self.0.clone(), event, call }));
        self
    }

    /// Keeps an attribute as `value` says; none removes it.
    #[must_use]
    pub fn reactive_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Element {
        self.update_attr(name, Box::new(value))
    }

    #[inline(never)]
    fn update_attr(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Element {
        let element = self.0.clone();
        create_effect(Box::new(move || {
            // As above: names are ours and valid.
            let _ = match value() {
                Some(value) => element.set_attribute(name, &value),
                None => element.remove_attribute(name),
            };
        }));
        self
    }

    /// Keeps what a field holds as `value` says.
    #[must_use]
    pub fn reactive_value(self, value: impl Fn() -> String + 'static) -> Element {
        let element = self.0.clone();
        create_effect(Box::new(move || set_value(&element, &value())));
        self
    }

    /// Keeps a box or radio button ticked as `value` says.
    #[must_use]
    pub fn reactive_checked(self, value: impl Fn() -> bool + 'static) -> Element {
        let element = self.0.clone();
        create_effect(Box::new(move || {
            // A box can always be ticked.
            let _ = Reflect::set(&element, &"checked".into(), &value().into());
        }));
        self
    }

    /// Keeps the text, the only content of this element, as `text` says.
    #[must_use]
    pub fn reactive_text(self, text: impl Fn() -> String + 'static) -> Element {
        self.update_text(Box::new(text))
    }

    #[inline(never)]
    fn update_text(self, text: Box<dyn Fn() -> String>) -> Element {
        let element = self.0.clone();
        create_effect(Box::new(move || element.set_text_content(Some(&text()))));
        self
    }

    /// Keeps the children, the only content of this element, as `children` says: all of them are drawn anew.
    #[must_use]
    pub fn reactive_children(self, children: impl Fn() -> Vec<Element> + 'static) -> Element {
        self.update_children(Box::new(children))
    }

    #[inline(never)]
    fn update_children(self, children: Box<dyn Fn() -> Vec<Element>>) -> Element {
        let element = self.0.clone();
        create_effect(Box::new(move || {
            let drawn = Array::new();
            for child in children() {
                drawn.push(&child.0);
            }
            element.replace_children_with_node(&drawn);
        }));
        self
    }

    /// Draws the children some frames later, so that what stands above them is painted first.
    #[must_use]
    pub fn later(self, frames: usize, children: impl FnOnce() -> Vec<Element> + 'static) -> Element {
        let element = self.0.clone();
        let owner = Owner::current().unwrap_or_default();
        after(
            frames,
            Box::new(move || {
                // Whoever has gone to another page meanwhile needs it no more.
                if element.is_connected() {
                    for child in owner.with(children) {
                        // Appending a new element cannot fail.
                        let _ = element.append_child(&child.0);
                    }
                }
            }),
        );
        self
    }

    /// Another one like this, with all that stands in it but what is live: much faster than drawing it again.
    #[must_use]
    pub fn copy(&self) -> Element {
        made(self.0.clone_node_with_deep(true).ok().and_then(|node| node.dyn_into().ok()))
    }

    /// The element itself, for what only it can do.
    #[must_use]
    pub fn element(&self) -> &web_sys::Element {
        &self.0
    }

    /// Puts it at the end of the page.
    pub fn mount(self) {
        if let Some(body) = document().and_then(|document| document.body()) {
            // Appending a new element cannot fail.
            let _ = body.append_child(&self.0);
        }
    }
}

/// A listener of an element. Were it left to the browser, what it calls would hold the element that holds it, across
/// wasm's memory where no collector looks: whatever was drawn once would stay for ever.
struct Listener {
    element: web_sys::Element,
    event: &'static str,
    call: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Removing a listener cannot fail. Gone first: a closure that is dropped must not be called.
        let _ = self.element.remove_event_listener_with_callback(self.event, self.call.as_ref().unchecked_ref());
    }
}

/// Whether another edition of the page has taken over.
static RETIRED: AtomicBool = AtomicBool::new(false);

/// From now on this edition hears nothing of the window.
pub fn retire() {
    RETIRED.store(true, Ordering::Relaxed);
}

/// Calls back on an event of the window, for as long as this edition of the page lives.
pub fn on_window<E: JsCast + 'static>(event: &str, mut call: impl FnMut(E) + 'static) {
    let call: Box<dyn FnMut(Event)> = Box::new(move |event| {
        if !RETIRED.load(Ordering::Relaxed) {
            call(event.unchecked_into());
        }
    });
    if let Some(window) = web_sys::window() {
        // Adding a listener cannot fail.
        let call = Closure::wrap(call).into_js_value();
        let _ = window.add_event_listener_with_callback(event, call.unchecked_ref());
    }
}

/// Runs some frames later.
pub(super) fn after(frames: usize, run: Box<dyn FnOnce()>) {
    if frames == 0 {
        run();
    } else {
        request_animation_frame(move || after(frames - 1, run));
    }
}

/// What a field holds.
#[must_use]
pub fn value(field: &web_sys::Element) -> String {
    Reflect::get(field, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Sets what a field holds; the cursor stays when it is the same.
pub fn set_value(field: &web_sys::Element, text: &str) {
    if value(field) != text {
        // A field's value can always be set.
        let _ = Reflect::set(field, &"value".into(), &text.into());
    }
}

/// Adds a text at the end of a field; the cursor stays where it is.
pub fn append_value(field: &web_sys::Element, text: &str) {
    let cursor = Reflect::get(field, &"selectionEnd".into()).unwrap_or_default();
    set_value(field, &[&value(field), text].concat());
    for name in ["selectionStart", "selectionEnd"] {
        // A field with several lines has a cursor that can always be set.
        let _ = Reflect::set(field, &name.into(), &cursor);
    }
}

/// The field that an event happened in, and what it holds.
#[must_use]
pub fn value_of(event: &Event) -> String {
    event.target().map(|target| value(target.unchecked_ref())).unwrap_or_default()
}
