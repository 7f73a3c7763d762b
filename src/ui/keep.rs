//! Keeps the answers in this browser: loads them, saves them, takes over what other tabs write.
//!
//! **Invariant:** what could not be read is never overwritten; a save first takes over what another tab wrote.

use super::state::AppState;
use crate::assessment::Assessment;
use crate::browser::storage::{self, Trouble};
use crate::browser::{self, download, random_id};
use crate::persist::{self, Unreadable};
use leptos::prelude::*;

/// The key that the progress stands under.
pub(crate) const KEY: &str = "guard-navi.progress";
/// Where texts stand that could not be read.
const ASIDE: &str = "guard-navi.unreadable.";

/// How keeping goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// Every change is saved.
    Fine,
    /// The browser keeps storage from the page.
    Blocked,
    /// There was no room for the last change.
    Full,
    /// A newer version's progress is in storage; it stays untouched.
    Newer,
    /// Unreadable progress is in storage, and there was no room to set it aside; it stays untouched.
    Stuck,
}

impl Keeping {
    /// Whether storage must not be written.
    const fn is_read_only(self) -> bool {
        match self {
            Keeping::Newer | Keeping::Stuck => true,
            Keeping::Fine | Keeping::Blocked | Keeping::Full => false,
        }
    }
}

/// What storage holds, or a fresh start.
pub(crate) fn load(now: i64) -> (Assessment, Keeping) {
    let fresh = || Assessment::new(random_id());
    let text = match storage::read(KEY) {
        Ok(Some(text)) => text,
        Ok(None) => return (fresh(), Keeping::Fine),
        Err(Trouble::Blocked | Trouble::Full) => return (fresh(), Keeping::Blocked),
    };
    match persist::decode(&text) {
        Ok(assessment) => (assessment, Keeping::Fine),
        Err(Unreadable::Newer) => (fresh(), Keeping::Newer),
        Err(_) => (fresh(), set_aside(&text, now)),
    }
}

/// Moves a text that cannot be read to a key of its own.
fn set_aside(text: &str, now: i64) -> Keeping {
    // Removed first: a full storage has room for it only once.
    let moved = storage::remove(KEY).and_then(|()| storage::write(&format!("{ASIDE}{now}"), text));
    match moved {
        Ok(()) => Keeping::Fine,
        Err(_) => match storage::write(KEY, text) {
            Ok(()) | Err(_) => Keeping::Stuck,
        },
    }
}

/// The keys of texts that were set aside.
pub(crate) fn aside() -> Vec<String> {
    storage::keys(ASIDE)
}

impl AppState {
    /// Saves the answers. The read before it makes two tabs that write at once end equal.
    pub(crate) fn save(self) {
        if self.keeping.get_untracked().is_read_only() {
            return;
        }
        if let Ok(Some(stored)) = storage::read(KEY) {
            self.take_over(&stored);
            // Another tab may have been a newer version.
            if self.keeping.get_untracked().is_read_only() {
                return;
            }
        }
        let text = self.assessment.with_untracked(|assessment| persist::encode(assessment, self.now()));
        self.keeping.set(match storage::write(KEY, &text) {
            Ok(()) => Keeping::Fine,
            Err(Trouble::Blocked) => Keeping::Blocked,
            Err(Trouble::Full) => Keeping::Full,
        });
    }

    /// Takes over what another tab has written.
    pub(crate) fn take_over(self, text: &str) {
        match persist::decode(text) {
            Ok(theirs) => {
                let mut merged = self.assessment.get_untracked();
                merged.merge(theirs);
                if self.assessment.with_untracked(|mine| *mine != merged) {
                    self.assessment.set(merged);
                }
            }
            Err(Unreadable::Newer) => self.keeping.set(Keeping::Newer),
            // Damage done while the page is open: the good copy in memory goes over it, the damaged one aside.
            Err(_) => {
                self.keeping.set(set_aside(text, browser::unix_seconds()));
                self.aside.set(aside());
            }
        }
    }

    /// Hands the answers to the person as a progress file.
    pub(crate) fn export(self) {
        let now = self.now();
        let text = self.assessment.with_untracked(|assessment| persist::encode(assessment, now));
        save_file(&format!("guard-navi-{}.json", now.date()), &text);
    }
}

/// Hands what storage holds under a key to the person, as it is.
pub(crate) fn export_raw(key: &str) {
    if let Ok(Some(text)) = storage::read(key) {
        save_file(&format!("{key}.json"), &text);
    }
}

fn save_file(name: &str, text: &str) {
    // Refused only when the browser has no memory left for a copy; its own message says so.
    let _ = download::save(name, text, "application/json");
}
