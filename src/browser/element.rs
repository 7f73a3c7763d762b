//! A small builder for DOM elements that are updated by leptos' signals.
//!
//! `view!` gives every shape of markup its own type and code: these pages took 234 KB (brotli) of wasm with it, 209 KB
//! with `erase_components`. Here every element has the same type and a part that changes is rendered anew; the same
//! pages take a third of that.
//!
//! For the same reason, functions that take closures are thin generic wrappers around one non-generic function.
//!
//! **Invariant:** text is inserted as text, never as markup. Effects and listeners live as long as the owner that was
//! current when they were created.

use super::effects::{create_effect, store_in_owner};
use js_sys::{Array, Reflect};
use leptos::prelude::{Owner, request_animation_frame};
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A DOM element. The builder methods return it.
#[derive(Clone, Debug)]
pub struct Element(web_sys::Element);

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// A new HTML element.
#[must_use]
pub fn el(tag: &'static str) -> Element {
    element_or_null(document().and_then(|document| document.create_element(tag).ok()))
}

/// A new SVG element.
#[must_use]
pub fn svg(tag: &'static str) -> Element {
    element_or_null(document().and_then(|document| document.create_element_ns(Some(SVG), tag).ok()))
}

/// There is always a document, and the tags are constants and valid. The fallback is never used; it avoids a panic.
fn element_or_null(element: Option<web_sys::Element>) -> Element {
    Element(element.unwrap_or_else(|| JsValue::NULL.unchecked_into()))
}

impl Element {
    /// Sets an attribute.
    #[inline(never)]
    #[must_use]
    pub fn attr(self, name: &str, value: &str) -> Element {
        // The attribute names are constants and valid.
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

    /// Adds an event listener.
    #[must_use]
    pub fn on(self, event: &'static str, callback: impl FnMut(Event) + 'static) -> Element {
        self.listen(event, Box::new(callback))
    }

    #[inline(never)]
    fn listen(self, event: &'static str, callback: Box<dyn FnMut(Event)>) -> Element {
        let callback = Closure::wrap(callback);
        // Adding a listener cannot fail.
        let _ = self.0.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
        store_in_owner(Box::new(Listener { element: self.0.clone(), event, callback }));
        self
    }

    /// Binds an attribute to `value`; none removes it.
    #[must_use]
    pub fn reactive_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Element {
        self.update_attr(name, Box::new(value))
    }

    #[inline(never)]
    fn update_attr(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Element {
        let element = self.0.clone();
        create_effect(Box::new(move || {
            // The attribute names are constants and valid.
            let _ = match value() {
                Some(value) => element.set_attribute(name, &value),
                None => element.remove_attribute(name),
            };
        }));
        self
    }

    /// Binds the value of a field to `value`.
    #[must_use]
    pub fn reactive_value(self, value: impl Fn() -> String + 'static) -> Element {
        let element = self.0.clone();
        create_effect(Box::new(move || set_value(&element, &value())));
        self
    }

    /// Binds the checked state of a checkbox or radio button to `value`.
    #[must_use]
    pub fn reactive_checked(self, value: impl Fn() -> bool + 'static) -> Element {
        let element = self.0.clone();
        create_effect(Box::new(move || {
            // Setting `checked` cannot fail.
            let _ = Reflect::set(&element, &"checked".into(), &value().into());
        }));
        self
    }

    /// Binds the text, the only content of this element, to `text`.
    #[must_use]
    pub fn reactive_text(self, text: impl Fn() -> String + 'static) -> Element {
        self.update_text(Box::new(text))
    }

    #[inline(never)]
    fn update_text(self, text: Box<dyn Fn() -> String>) -> Element {
        let element = self.0.clone();
        // Screen readers read a live region again whenever it is written.
        create_effect(Box::new(move || {
            let text = Some(text());
            if element.text_content() != text {
                element.set_text_content(text.as_deref());
            }
        }));
        self
    }

    /// Binds the children, the only content of this element, to `children`. A change renders all of them anew.
    #[must_use]
    pub fn reactive_children(self, children: impl Fn() -> Vec<Element> + 'static) -> Element {
        self.update_children(Box::new(children))
    }

    #[inline(never)]
    fn update_children(self, children: Box<dyn Fn() -> Vec<Element>>) -> Element {
        let element = self.0.clone();
        create_effect(Box::new(move || {
            let rendered = Array::new();
            for child in children() {
                rendered.push(&child.0);
            }
            element.replace_children_with_node(&rendered);
        }));
        self
    }

    /// Renders the children `frames` frames later, so that the content above them is painted first.
    #[must_use]
    pub fn later(self, frames: usize, children: impl FnOnce() -> Vec<Element> + 'static) -> Element {
        let element = self.0.clone();
        let owner = Owner::current().unwrap_or_default();
        after(
            frames,
            Box::new(move || {
                // Not needed after the user has left the page.
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

    /// A deep copy without effects and listeners; much faster than rendering it again.
    #[must_use]
    pub fn copy(&self) -> Element {
        element_or_null(self.0.clone_node_with_deep(true).ok().and_then(|node| node.dyn_into().ok()))
    }

    /// The DOM element, for what this builder does not cover.
    #[must_use]
    pub fn element(&self) -> &web_sys::Element {
        &self.0
    }

    /// Appends it to the body.
    pub fn mount(self) {
        if let Some(body) = document().and_then(|document| document.body()) {
            // Appending a new element cannot fail.
            let _ = body.append_child(&self.0);
        }
    }
}

/// An event listener that is removed on drop. Otherwise its closure and its element would reference each other across
/// the wasm boundary, where no garbage collector frees them: every element once rendered would stay in memory.
struct Listener {
    element: web_sys::Element,
    event: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Removing a listener cannot fail. It is removed before its closure is dropped, which must not be called
        // afterwards.
        let _ = self.element.remove_event_listener_with_callback(self.event, self.callback.as_ref().unchecked_ref());
    }
}

/// What [`is_retired`] returns.
static RETIRED: AtomicBool = AtomicBool::new(false);

/// Stops the window listeners of this edition.
pub fn retire() {
    RETIRED.store(true, Ordering::Relaxed);
}

/// Whether another edition of the page has taken over.
#[must_use]
pub fn is_retired() -> bool {
    RETIRED.load(Ordering::Relaxed)
}

/// Adds a listener for an event of the window, until this edition of the page is retired.
pub fn on_window<E: JsCast + 'static>(event: &str, mut callback: impl FnMut(E) + 'static) {
    let callback: Box<dyn FnMut(Event)> = Box::new(move |event| {
        if !is_retired() {
            callback(event.unchecked_into());
        }
    });
    if let Some(window) = web_sys::window() {
        // Adding a listener cannot fail.
        let callback = Closure::wrap(callback).into_js_value();
        let _ = window.add_event_listener_with_callback(event, callback.unchecked_ref());
    }
}

/// Runs `run` after `frames` frames.
pub(super) fn after(frames: usize, run: Box<dyn FnOnce()>) {
    if frames == 0 {
        run();
    } else {
        request_animation_frame(move || after(frames - 1, run));
    }
}

/// The value of a field.
#[must_use]
pub fn value(field: &web_sys::Element) -> String {
    Reflect::get(field, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Sets the value of a field; the cursor stays if the value is the same.
pub fn set_value(field: &web_sys::Element, text: &str) {
    if value(field) != text {
        // Setting a value cannot fail.
        let _ = Reflect::set(field, &"value".into(), &text.into());
    }
}

/// Adds a text at the end of a field; the cursor stays where it is.
pub fn append_value(field: &web_sys::Element, text: &str) {
    let cursor = Reflect::get(field, &"selectionEnd".into()).unwrap_or_default();
    set_value(field, &[&value(field), text].concat());
    for name in ["selectionStart", "selectionEnd"] {
        // A text area's cursor can always be set.
        let _ = Reflect::set(field, &name.into(), &cursor);
    }
}

/// The value of the field in which an event occurred.
#[must_use]
pub fn value_of(event: &Event) -> String {
    event.target().map(|target| value(target.unchecked_ref())).unwrap_or_default()
}
