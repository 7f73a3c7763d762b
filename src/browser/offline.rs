//! Whether the page is stored for offline use, and whether a newer version is available. `offline.js` manages both and
//! writes the state to an attribute of `<html>`, so that it survives the hand-over.

use super::dom::{dispatch_event, root, set_root};
use super::element::on_window;
use web_sys::Event;

const ATTRIBUTE: &str = "data-offline";
const KEPT: &str = "kept";
const NEWER: &str = "newer";

/// The offline state of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfflineState {
    /// Not stored: the page needs the network.
    NotStored,
    /// Stored for offline use.
    Stored,
    /// Stored, and a newer version is available.
    NewerAvailable,
}

/// The current state.
#[must_use]
pub fn state() -> OfflineState {
    match root(ATTRIBUTE).as_deref() {
        Some(KEPT) => OfflineState::Stored,
        Some(NEWER) => OfflineState::NewerAvailable,
        _ => OfflineState::NotStored,
    }
}

/// Calls `on_change` whenever the state changes.
pub fn listen(on_change: impl Fn(OfflineState) + 'static) {
    on_window("guard-navi-offline", move |_: Event| on_change(state()));
}

/// Postpones the newer version: this page does not announce it again.
pub fn postpone_update() {
    set_root(ATTRIBUTE, KEPT);
}

/// Reloads the page in the newer version.
pub fn reload_newer() {
    dispatch_event("guard-navi-newer");
}
