//! Other tabs of this browser: takes over what they write, and finds out why nothing stands in storage any more.
//!
//! **Invariant:** every tab takes over what every other one wrote, also what was overwritten before it could be read; a
//! tab writes again only where it knows of more than storage holds. So tabs that write at once end equal, and quiet.

use crate::assessment::Assessment;
use crate::assessment::file::{self, Unreadable};
use crate::browser::{self, storage};
use crate::content::commands::Fills;
use crate::ui::core::backup;
use crate::ui::core::saving::{self, Trouble};
use crate::ui::core::state::AppState;
use leptos::prelude::*;

impl AppState {
    /// Another tab wrote this text, or took it away.
    pub(crate) fn hear(self, written: Option<String>) {
        self.catch_up();
        let Some(text) = written.filter(|text| self.seen.with_value(|seen| seen != text)) else {
            return;
        };
        // Two tabs wrote in the same moment, and the one that came later did not know of this text.
        let Ok(lost) = file::decode(&text) else {
            return;
        };
        let mut merged = self.assessment.get_untracked();
        merged.catch_up_late(lost);
        if self.assessment.with_untracked(|mine| merged.is_ahead_of(mine)) {
            self.assessment.set(merged);
            self.save();
        }
    }

    /// Takes over what storage holds by now: before every change, so that a tab that was asleep does not put an
    /// old answer over a newer one, and whenever another tab has written.
    pub(crate) fn catch_up(self) {
        let text = match storage::read(saving::KEY) {
            Ok(Some(text)) => text,
            Ok(None) => return self.find_nothing(),
            Err(_) => return,
        };
        if self.seen.with_value(|seen| *seen == text) {
            return;
        }
        match file::decode(&text) {
            Ok(theirs) => self.take_over(theirs, text),
            Err(Unreadable::Newer) => self.set_trouble(Trouble::Newer),
            Err(_) if self.trouble() == Trouble::Stuck => {}
            // Damage done while the page is open: the damaged text aside, the good copy in memory in its place.
            Err(_) => {
                self.set_trouble(saving::set_aside(&text, browser::unix_seconds()));
                self.look_aside();
                self.save();
            }
        }
    }

    fn take_over(self, mut theirs: Assessment, text: String) {
        let mut merged = self.assessment.get_untracked();
        let is_on_purpose = saving::restarted_at() >= merged.restarted_at.max(theirs.restarted_at);
        if !is_on_purpose {
            merged.level(&mut theirs);
        }
        let is_anew = theirs.restarted_at != merged.restarted_at;
        if self.trouble() == Trouble::None || is_anew {
            merged.catch_up(theirs.clone());
        } else {
            // What could not be saved is newer than what is stored.
            merged.merge(theirs.clone());
        }
        let is_ahead = merged.is_ahead_of(&theirs);
        if self.assessment.with_untracked(|mine| *mine != merged) {
            self.assessment.set(merged);
        }
        self.seen.set_value(text);
        if is_ahead || self.trouble() == Trouble::Cleared {
            self.save();
        }
    }

    /// Storage holds no answers. Erased on purpose, they go here too; else this tab still has them.
    fn find_nothing(self) {
        let has_seen = self.seen.with_value(|seen| !seen.is_empty());
        if self.assessment.with_untracked(|mine| saving::restarted_at() > mine.restarted_at) {
            self.begin_anew();
        } else if has_seen && self.trouble() == Trouble::None {
            self.set_trouble(Trouble::Cleared);
        }
    }

    /// Everything was erased, here or in another tab: begins with what storage holds now.
    pub(crate) fn begin_anew(self) {
        self.forget_files();
        self.notice.set(None);
        self.fills.set(Fills::default());
        let (fresh, keeping) = saving::load(browser::unix_seconds());
        self.seen.set_value(saving::stored());
        self.save_state.set(keeping);
        self.backup.set(backup::load());
        self.assessment.set(fresh);
        self.begun.set(());
    }

    /// Looks again for texts that were set aside, and for a copy that another tab kept.
    pub(crate) fn look_aside(self) {
        self.save_state.update(|kept| kept.aside = storage::keys(saving::ASIDE));
        self.backup.set(backup::load());
    }
}
