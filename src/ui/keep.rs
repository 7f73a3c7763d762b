//! Keeps the answers in this browser: loads them, saves them, takes over what other tabs write.
//!
//! **Invariant:** what could not be read is never overwritten; a save first takes over what another tab wrote.

use super::copied;
use super::opening::CopyFile;
use super::state::AppState;
use crate::assessment::Assessment;
use crate::browser::{self, download, random_id, storage};
use crate::catalogue;
use crate::commands::Fills;
use crate::persist::{self, Unreadable};
use crate::score;
use crate::time::Timestamp;
use leptos::prelude::*;

/// The key that the progress stands under.
pub(crate) const KEY: &str = "guard-navi.progress";
/// The media type of what is exported.
pub(crate) const JSON: &str = "application/json";
/// Where texts stand that could not be read.
const ASIDE: &str = "guard-navi.unreadable.";

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
    /// A newer version's progress is in storage; it stays untouched.
    Newer,
    /// Unreadable progress is in storage, and there was no room to set it aside; it stays untouched.
    Stuck,
}

/// What storage holds, or a fresh start.
pub(crate) fn load(now: i64) -> (Assessment, Keeping) {
    let (assessment, trouble) = read(now);
    let aside = storage::keys(ASIDE);
    let assessment = assessment.unwrap_or_else(|| {
        let mut fresh = Assessment::new(random_id());
        // A tab that slept while everything was erased must not bring it back. Another one may still hold what could
        // not be read here.
        if aside.is_empty() {
            fresh.restart(Timestamp::from_unix_seconds(now).unwrap_or(Timestamp::UNIX_EPOCH));
        }
        fresh
    });
    (assessment, Keeping { trouble, aside })
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
fn set_aside(text: &str, now: i64) -> Trouble {
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
    /// Takes over what storage holds by now: before every change, so that a tab that was asleep does not put an
    /// old answer over a newer one, and whenever another tab has written.
    pub(crate) fn catch_up(self) {
        let text = match storage::read(KEY) {
            Ok(Some(text)) => text,
            Ok(None) => {
                // What this tab has seen is gone, and nobody has set it aside: it was erased.
                if self.seen.with_value(|seen| !seen.is_empty()) && storage::keys(ASIDE).is_empty() {
                    self.begin_anew();
                }
                return;
            }
            Err(_) => return,
        };
        if self.seen.with_value(|seen| *seen == text) {
            return;
        }
        match persist::decode(&text) {
            Ok(theirs) => self.take_over(theirs, text),
            Err(Unreadable::Newer) => self.set_trouble(Trouble::Newer),
            Err(_) if self.trouble() == Trouble::Stuck => {}
            // Damage done while the page is open: the damaged text aside, the good copy in memory in its place.
            Err(_) => {
                self.set_trouble(set_aside(&text, browser::unix_seconds()));
                self.look_aside();
                self.save();
            }
        }
    }

    fn take_over(self, theirs: Assessment, text: String) {
        let mut merged = self.assessment.get_untracked();
        let is_older = theirs.restarted_at < merged.restarted_at && !merged.is_blank();
        let is_first = self.seen.with_value(String::is_empty);
        let is_anew = theirs.restarted_at != merged.restarted_at && !is_first;
        if self.trouble() == Trouble::None || is_anew {
            merged.catch_up(theirs);
        } else {
            // What could not be saved is newer than what is stored.
            merged.restarted_at = merged.restarted_at.max(theirs.restarted_at);
            merged.merge(theirs);
        }
        if self.assessment.with_untracked(|mine| *mine != merged) {
            self.assessment.set(merged);
        }
        self.seen.set_value(text);
        if is_older {
            // Written by a tab that had not heard of the new beginning.
            self.save();
        }
    }

    /// Saves the answers, and says when that fails.
    pub(crate) fn save(self) {
        // What could not be read stays untouched, and so does what a newer version in another tab wrote.
        if matches!(self.trouble(), Trouble::Newer | Trouble::Stuck) {
            return;
        }
        self.remember_today();
        let text = self.assessment.with_untracked(|assessment| persist::encode(assessment, self.now()));
        self.set_trouble(match storage::write(KEY, &text) {
            Ok(()) => {
                self.seen.set_value(text);
                Trouble::None
            }
            Err(storage::Trouble::Blocked) => Trouble::Blocked,
            Err(storage::Trouble::Full) => Trouble::Full,
        });
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

    /// Everything was erased, here or in another tab: begins with what storage holds now.
    pub(crate) fn begin_anew(self) {
        self.forget_files();
        self.copy.set(CopyFile::None);
        self.notice.set(None);
        self.fills.set(Fills::default());
        let (fresh, keeping) = load(browser::unix_seconds());
        self.seen.set_value(stored());
        self.keeping.set(keeping);
        self.copied.set(copied::load());
        self.assessment.set(fresh);
    }

    /// Looks again for texts that were set aside, and for a copy that another tab kept.
    pub(crate) fn look_aside(self) {
        self.keeping.update(|kept| kept.aside = storage::keys(ASIDE));
        self.copied.set(copied::load());
    }

    fn trouble(self) -> Trouble {
        self.keeping.with_untracked(|kept| kept.trouble)
    }

    fn set_trouble(self, trouble: Trouble) {
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
