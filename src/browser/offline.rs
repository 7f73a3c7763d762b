//! Whether this browser keeps the page, to show it without a network, and whether a newer version is there. `offline.js`
//! looks after both; what it found stands on `<html>`, so that it outlives a change of the edition.

use super::dom::{announce_event, root, set_root};
use super::element::on_window;
use web_sys::Event;

const ATTRIBUTE: &str = "data-offline";
const KEPT: &str = "kept";
const NEWER: &str = "newer";

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfflineState {
    /// The page needs the network.
    NotKept,
    /// It does not.
    Kept,
    /// It does not, and a newer version can be had.
    Newer,
}

/// How it stands now.
#[must_use]
pub fn state() -> OfflineState {
    match root(ATTRIBUTE).as_deref() {
        Some(KEPT) => OfflineState::Kept,
        Some(NEWER) => OfflineState::Newer,
        _ => OfflineState::NotKept,
    }
}

/// Calls back whenever that changes.
pub fn listen(changed: impl Fn(OfflineState) + 'static) {
    on_window("guard-navi-offline", move |_: Event| changed(state()));
}

/// The newer version can wait: this page is not told of it again.
pub fn put_off() {
    set_root(ATTRIBUTE, KEPT);
}

/// Loads the page anew, in the newer version.
pub fn take_newer() {
    announce_event("guard-navi-newer");
}
