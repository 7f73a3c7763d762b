//! Keeps the answers in this browser: loads them, saves them. What other tabs write comes in by `tabs`.
//!
//! **Invariant:** what could not be read is never overwritten; a save first takes over what another tab wrote.

use super::state::AppState;
use crate::assessment::Assessment;
use crate::browser::{download, handover, random_id, storage};
use crate::catalogue;
use crate::persist::{self, Unreadable};
use crate::score;
use crate::time::Timestamp;
use leptos::prelude::*;

/// The key that the progress stands under.
pub(crate) const KEY: &str = "guard-navi.progress";
/// The media type of what is exported.
pub(crate) const JSON: &str = "application/json";
/// When everything was begun anew on purpose, last. It stays when everything is erased: by it, other tabs tell that from
/// a browser that has lost what it stored.
pub(super) const RESTARTED: &str = "guard-navi.restarted";
/// Where texts stand that could not be read.
pub(super) const ASIDE: &str = "guard-navi.unreadable.";

/// How keeping goes.
#[derive(Clone, Debug)]
pub(crate) struct Keeping {
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
pub(crate) fn load(now: i64) -> (Assessment, Keeping) {
    let (assessment, trouble) = read(now);
    let aside = storage::keys(ASIDE);
    let assessment =
        assessment.unwrap_or_else(|| Assessment { restarted_at: restarted_at(), ..Assessment::new(random_id()) });
    (assessment, Keeping { trouble, aside })
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
    match persist::decode(&text) {
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

impl AppState {
    /// Saves the answers, and says when that fails.
    pub(crate) fn save(self) {
        self.remember_today();
        let text = self.assessment.with_untracked(|assessment| persist::encode(assessment, self.now()));
        let before = self.trouble();
        let trouble = match before {
            // What could not be read stays untouched, and so does what a newer version in another tab wrote.
            Trouble::Newer | Trouble::Stuck => before,
            Trouble::None | Trouble::Blocked | Trouble::Full | Trouble::Cleared => match storage::write(KEY, &text) {
                Ok(()) => Trouble::None,
                Err(storage::Trouble::Blocked) => Trouble::Blocked,
                Err(storage::Trouble::Full) => Trouble::Full,
            },
        };
        if trouble != Trouble::None {
            handover::hold_unsaved(&text);
        } else if before != Trouble::None {
            handover::hold_unsaved("");
        }
        if trouble == Trouble::None {
            self.seen.set_value(text);
        }
        self.set_trouble(trouble);
    }

    /// Keeps how the profile stands at the end of this day, if that changed.
    fn remember_today(self) {
        let today = self.local_date(self.now());
        self.assessment.update_untracked(|a| {
            let statuses = a.current.statuses();
            if a.current.history.last().map_or(!statuses.is_empty(), |last| last.statuses != statuses) {
                a.current.remember(score::snapshot(catalogue::all(), &a.current, today));
            }
        });
    }

    /// Whether storage has room for these answers, tried out; always where nothing is saved anyway.
    pub(crate) fn has_room_for(self, assessment: &Assessment) -> bool {
        if matches!(self.trouble(), Trouble::Newer | Trouble::Stuck) {
            return true;
        }
        let text = persist::encode(assessment, self.now());
        storage::write(KEY, &text) != Err(storage::Trouble::Full)
    }

    pub(super) fn trouble(self) -> Trouble {
        self.keeping.with_untracked(|kept| kept.trouble)
    }

    pub(super) fn set_trouble(self, trouble: Trouble) {
        if self.trouble() != trouble {
            self.keeping.update(|kept| kept.trouble = trouble);
        }
    }

    /// Hands the answers to the person as a progress file.
    pub(crate) fn export(self) {
        let now = self.now();
        let text = self.assessment.with_untracked(|assessment| persist::encode(assessment, now));
        save_file(&format!("guard-navi-{}.json", now.date()), &text, JSON);
        self.note_copy(true);
    }
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
