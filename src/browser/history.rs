//! The entries of the tab's history, and a note for each of them in the storage of the tab.

use web_sys::{History, ScrollRestoration, Storage};

const NOTE: &str = "guard-navi.place.";

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

fn tab_storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Turns off the browser's own scrolling after Back and Forward, which comes before a page is rendered.
pub fn take_over_scrolling() {
    if let Some(history) = history() {
        // Every browser of today knows this value.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// The key of the current entry; a new entry gets `new_key`.
#[must_use]
pub fn entry(new_key: String) -> String {
    let Some(history) = history() else {
        return new_key;
    };
    if let Some(key) = history.state().ok().and_then(|state| state.as_string()) {
        return key;
    }
    // Browsers limit the number of calls per second; beyond it, the entry counts as new once more.
    let _ = history.replace_state_with_url(&new_key.as_str().into(), "", None);
    new_key
}

/// Writes the note of an entry. It ends with the tab.
pub fn write_note(entry: &str, note: &str) {
    if let Some(storage) = tab_storage() {
        // Where storage is full or blocked, there is no note.
        let _ = storage.set_item(&[NOTE, entry].concat(), note);
    }
}

/// The note of an entry.
#[must_use]
pub fn note(entry: &str) -> Option<String> {
    tab_storage()?.get_item(&[NOTE, entry].concat()).ok()?
}
