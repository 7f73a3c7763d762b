//! Saves the answers in this browser.

use crate::assessment::{Assessment, file, score};
use crate::browser::{handover, storage};
use crate::content::catalogue;
use crate::ui::core::saving::{JSON, KEY, Trouble, save_file};
use crate::ui::core::state::AppState;
use leptos::prelude::*;

impl AppState {
    /// Saves the answers, and says when that fails.
    pub(crate) fn save(self) {
        self.remember_today();
        let text = self.assessment.with_untracked(|assessment| file::encode(assessment, self.now()));
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
        let text = file::encode(assessment, self.now());
        storage::write(KEY, &text) != Err(storage::Trouble::Full)
    }

    pub(super) fn trouble(self) -> Trouble {
        self.save_state.with_untracked(|kept| kept.trouble)
    }

    pub(super) fn set_trouble(self, trouble: Trouble) {
        if self.trouble() != trouble {
            self.save_state.update(|kept| kept.trouble = trouble);
        }
    }

    /// Hands the answers to the person as a progress file.
    pub(crate) fn export(self) {
        let now = self.now();
        let text = self.assessment.with_untracked(|assessment| file::encode(assessment, now));
        save_file(&format!("guard-navi-{}.json", now.date()), &text, JSON);
        self.note_copy(true);
    }
}
