//! The document: location, language, title, focus, and announcements to screen readers.

use super::element::{Element, after, el};
use js_sys::Reflect;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Document, Event, FocusOptions, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The location's hash, `#` included; empty without one.
#[must_use]
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Navigates to another hash, which fires `hashchange`.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Setting a fragment cannot fail.
        let _ = window.location().set_hash(hash);
    }
}

/// The full address of the page, with another hash.
#[must_use]
pub fn address_of(hash: &str) -> String {
    let page = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    [page.split('#').next().unwrap_or_default(), hash].concat()
}

/// Replaces the hash in the address without navigating. The entry of the history keeps its state.
pub fn replace_hash(hash: &str) {
    if let Some(Ok(history)) = web_sys::window().map(|window| window.history()) {
        // Browsers limit the number of calls per second; beyond it, the address stays as it was.
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(hash));
    }
}

/// Sets an attribute of `<html>`.
pub fn set_root(attribute: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // The attribute names are constants and valid.
        let _ = root.set_attribute(attribute, value);
    }
}

/// An attribute of `<html>`.
#[must_use]
pub fn root(attribute: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(attribute)
}

/// Sets an attribute of an element.
pub fn set_attribute(selector: &str, attribute: &str, value: &str) {
    if let Some(element) = find(selector) {
        // The attribute names are constants and valid.
        let _ = element.set_attribute(attribute, value);
    }
}

/// The address and the integrity hash of a built file, from the attributes of the start script.
#[must_use]
pub fn built_file(part: &str) -> Option<(String, String)> {
    let listed = find("script[data-page-js]")?.get_attribute(&["data-", part].concat())?;
    let (name, integrity) = listed.split_once(' ')?;
    Some((name.to_owned(), integrity.to_owned()))
}

/// Sets the title of the tab after the next paint.
pub fn set_title(title: &str) {
    let title = title.to_owned();
    let set = move || {
        if let Some(document) = document() {
            document.set_title(&title);
        }
    };
    after(2, Box::new(set));
}

/// Logs an error to the console; only for a fatal error.
pub fn log(text: &str) {
    web_sys::console::error_1(&text.into());
}

/// Removes everything from the page except the notice of a fatal error.
pub fn clear() {
    while let Some(element) = find("body > :not(.broken)") {
        element.remove();
    }
}

/// Dispatches an event on the window.
pub fn dispatch_event(name: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(name)) {
        // Dispatching an event of our own cannot fail.
        let _ = window.dispatch_event(&event);
    }
}

/// Whether an element has the focus.
#[must_use]
pub fn has_focus(selector: &str) -> bool {
    find(&[selector, ":focus"].concat()).is_some()
}

/// Focuses an element and brings it into view.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Cannot fail for an element that is in the page.
        let _ = element.focus();
    }
}

/// Focuses an element without scrolling to it; the heading of the page if the element is not in the page any more.
pub fn focus_in_place(element: Option<&web_sys::Element>) {
    let in_page = element.filter(|element| element.is_connected()).cloned();
    if let Some(element) = in_page.or_else(|| find("#main h1")).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let in_place = FocusOptions::new();
        in_place.set_prevent_scroll(true);
        // Cannot fail for an element that is in the page.
        let _ = element.focus_with_options(&in_place);
    }
}

/// The element that loses the focus, or gets it, by a focus event.
#[must_use]
pub fn related_target(event: &Event) -> Option<web_sys::Element> {
    Reflect::get(event, &"relatedTarget".into()).ok()?.dyn_into().ok()
}

/// Scrolls an element to the top of the window and focuses it.
pub fn jump_to(selector: &str) {
    if let Some(element) = find(selector) {
        element.scroll_into_view();
        // Headings take the focus only with this.
        set_attribute(selector, "tabindex", "-1");
        focus(selector);
    }
}

/// Scrolls, after the next paint, so that what floats over the page does not cover the element with the visible focus.
pub fn uncover_focus() {
    let scroll = || {
        if let Some(focused) = find(":focus-visible") {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            focused.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    };
    after(2, Box::new(scroll));
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// How far the page is scrolled, in pixels.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a page is not that long")]
pub fn scrolled() -> i32 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default().round() as i32
}

/// Scrolls the page.
pub fn scroll_by(pixels: i32) {
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, pixels.into());
    }
}

/// The distance of an element from the top of the window.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a page is not that long")]
pub fn top_of(selector: &str) -> Option<i32> {
    Some(find(selector)?.get_bounding_client_rect().top().round() as i32)
}

/// The value of an attribute of the first element that is not above the window.
#[must_use]
pub fn first_in_view(selector: &str, attribute: &str) -> Option<String> {
    let all = document()?.query_selector_all(selector).ok()?;
    let mut all = (0..all.length()).filter_map(|index| all.get(index)?.dyn_into::<web_sys::Element>().ok());
    // A hidden element has an empty box at the top of the page.
    let first = all.find(|element| element.get_bounding_client_rect().bottom() > 0.0)?;
    first.get_attribute(attribute)
}

/// The value of an attribute of the focused element, or of its nearest ancestor that has it.
#[must_use]
pub fn focused_attribute(attribute: &str) -> Option<String> {
    let focused = document()?.active_element()?;
    focused.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Whether a text field has the focus, so that keys must not act as shortcuts.
#[must_use]
pub fn is_typing() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// The live region that screen readers announce.
#[must_use]
pub fn announcer() -> Element {
    el("div").attr("id", "announcer").class("sr").attr("role", "status")
}

/// Announces a text to screen readers, after their current speech. Done after the next paint, so as not to delay it.
pub fn announce(text: &str) {
    let text = text.to_owned();
    let update = move || {
        if let Some(announcer) = find("#announcer") {
            announcer.set_text_content(Some(&text));
        }
    };
    after(2, Box::new(update));
}

/// Removes the focus from the focused element, and closes an open dialogue.
pub fn close_dialog_and_blur() {
    if let Some(dialog) = find("dialog[open]").and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
    let focused = document().and_then(|document| document.active_element());
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Removing the focus cannot fail.
        let _ = focused.blur();
    }
}

/// Whether a dialogue is open.
#[must_use]
pub fn has_open_dialog() -> bool {
    find("dialog[open]").is_some()
}

fn find(selector: &str) -> Option<web_sys::Element> {
    document()?.query_selector(selector).ok()?
}
