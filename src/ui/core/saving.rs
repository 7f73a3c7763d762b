//! Keeps the answers in this browser: loads them, saves them. What other tabs write comes in by `tabs`.
//!
//! **Invariant:** what could not be read is never overwritten; a save first takes over what another tab wrote.

use crate::assessment::Assessment;
use crate::assessment::file::{self, Unreadable};
use crate::base::time::Timestamp;
use crate::browser::{download, random_id, storage};

/// The key that the progress stands under.
pub(crate) const KEY: &str = "guard-navi.progress";
/// The media type of what is exported.
pub(crate) const JSON: &str = "application/json";
/// When everything was begun anew on purpose, last. It stays when everything is erased: by it, other tabs tell that from
/// a browser that has lost what it stored.
pub(crate) const RESTARTED: &str = "guard-navi.restarted";
/// Where texts stand that could not be read.
pub(super) const ASIDE: &str = "guard-navi.unreadable.";

/// How keeping goes.
#[derive(Clone, Debug)]
pub(crate) struct SaveState {
    pub(crate) trouble: Trouble,
    /// Keys of stored texts that could not be read.
    pub(crate) aside: Vec<String>,
}

/// What is wrong with keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Every change is saved.
    None,
    /// The browser keeps storage from the page.
    Blocked,
    /// There was no room for the last change.
    Full,
    /// What was stored is gone, and nobody erased it here: this tab alone still holds it.
    Cleared,
    /// A newer version's progress is in storage; it stays untouched.
    Newer,
    /// Unreadable progress is in storage, and there was no room to set it aside; it stays untouched.
    Stuck,
}

/// What storage holds, or a fresh start.
pub(crate) fn load(now: i64) -> (Assessment, SaveState) {
    let (assessment, trouble) = read(now);
    let aside = storage::keys(ASIDE);
    let assessment =
        assessment.unwrap_or_else(|| Assessment { restarted_at: restarted_at(), ..Assessment::new(random_id()) });
    (assessment, SaveState { trouble, aside })
}

/// When everything was begun anew on purpose, as storage says.
pub(super) fn restarted_at() -> Option<Timestamp> {
    Timestamp::parse(&storage::read(RESTARTED).ok().flatten()?)
}

/// Tells other tabs, also those that sleep, when everything was begun anew on purpose.
pub(crate) fn tell_restart(at: Option<Timestamp>) {
    // Where nothing can be stored there is nothing to be begun anew.
    let _ = match at {
        Some(at) => storage::write(RESTARTED, &at.to_string()),
        None => storage::remove(RESTARTED),
    };
}

/// Takes everything of ours out of this browser, but for when that was.
pub(crate) fn erase(at: Timestamp) {
    // First of all: a tab that hears of the rest has to know why.
    tell_restart(Some(at));
    for key in storage::keys("guard-navi.").iter().filter(|key| *key != RESTARTED) {
        // Where storage has been blocked meanwhile, the notice says so.
        let _ = storage::remove(key);
    }
}

/// Why the first pages hand over what storage does not hold.
pub(crate) fn trouble_of_unsaved() -> Trouble {
    if stored().is_empty() { Trouble::Cleared } else { Trouble::Full }
}

/// The stored text; empty without.
pub(crate) fn stored() -> String {
    storage::read(KEY).ok().flatten().unwrap_or_default()
}

fn read(now: i64) -> (Option<Assessment>, Trouble) {
    let text = match storage::read(KEY) {
        Ok(Some(text)) => text,
        Ok(None) => return (None, Trouble::None),
        Err(_) => return (None, Trouble::Blocked),
    };
    match file::decode(&text) {
        Ok(assessment) => (Some(assessment), Trouble::None),
        Err(Unreadable::Newer) => (None, Trouble::Newer),
        Err(_) => (None, set_aside(&text, now)),
    }
}

/// Moves a text that cannot be read to a key of its own.
pub(super) fn set_aside(text: &str, now: i64) -> Trouble {
    // Removed first: a full storage has room for it only once.
    let moved = storage::remove(KEY).and_then(|()| storage::write(&[ASIDE, &now.to_string()].concat(), text));
    if moved.is_ok() {
        return Trouble::None;
    }
    // It has just stood there, so there is room for it.
    let _ = storage::write(KEY, text);
    Trouble::Stuck
}

/// Hands what storage holds under a key to the person, as it is.
pub(crate) fn export_raw(key: &str) {
    if let Ok(Some(text)) = storage::read(key) {
        save_file(&format!("{key}.json"), &text, JSON);
    }
}

/// Hands a text to the person as a file.
pub(crate) fn save_file(name: &str, text: &str, media_type: &str) {
    // Refused only when the browser has no memory left for a copy; its own message says so.
    let _ = download::save(name, text, media_type);
}
