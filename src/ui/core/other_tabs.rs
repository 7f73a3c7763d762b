//! Applies changes that other tabs of this browser write to storage.

use crate::assessment::Assessment;
use crate::assessment::saving::{CatchUp, StorageSession, UNREADABLE_PREFIX};
use crate::browser::handover::HandOver;
use crate::browser::{dom, storage};
use crate::content::commands::PlaceholderValues;
use crate::ui::core::backup;
use crate::ui::core::clock::now;
use crate::ui::core::profiles::name_of;
use crate::ui::core::state::AppState;

impl AppState {
    /// Applies a storage event: another tab wrote or removed a key. Without a key, the whole storage was cleared.
    pub(crate) fn apply_storage_event(self, key: Option<&str>, written: Option<&str>) {
        self.take_over_from(&mut |session, own| session.apply_event(key, written, own, now()));
    }

    /// Loads the stored state of the current account. Called before every change, so that a tab that was suspended does
    /// not overwrite a newer answer with an old one.
    pub(crate) fn catch_up(self) {
        self.take_over_from(&mut |session, own| session.catch_up(own, now()));
    }

    /// As `catch_up`, for all accounts. Called before changes to several accounts, and when this tab may have been
    /// suspended.
    pub(crate) fn catch_up_all(self) {
        self.take_over_from(&mut |session, own| session.catch_up_all(own, now()));
    }

    fn take_over_from(self, read_changes: &mut dyn FnMut(&mut StorageSession, &Assessment) -> CatchUp) {
        let before = self.problem();
        let mut outcome = CatchUp::Same;
        self.with_session(&mut |session, own| outcome = read_changes(session, own));
        match outcome {
            CatchUp::Same if self.problem() == before => return,
            CatchUp::Same => {}
            CatchUp::Changed(assessment) => self.take_over(*assessment),
            CatchUp::Erased => return self.restart(),
        }
        self.hand_over_unsaved();
    }

    fn take_over(self, assessment: Assessment) {
        // A tab opened before the first answer has a blank account of its own, which is replaced silently.
        let is_other_account =
            self.assessment.with_untracked(|a| a.current.id != assessment.current.id && !a.current.is_blank());
        self.assessment.set(assessment);
        if is_other_account {
            // Open dialogues and typed text belong to the account that another tab deleted or replaced.
            self.notice.set(None);
            dom::close_dialog_and_blur();
            let locale = self.locale.get_untracked();
            dom::announce(&self.assessment.with_untracked(|a| name_of(&a.current, locale)));
        }
    }

    /// Starts again from storage after everything was erased, here or in another tab.
    pub(crate) fn restart(self) {
        self.discard_files();
        self.notice.set(None);
        self.placeholder_values.set(PlaceholderValues::default());
        let (session, fresh) = (self.load)(&HandOver::default());
        let problem = session.problem();
        *self.session.lock() = session;
        self.set_problem(problem);
        self.assessment.set(fresh);
        self.refresh_set_aside();
        self.restarts.set(());
        self.hand_over_unsaved();
    }

    /// Reloads the list of texts that were set aside, and the time of the last backup, which another tab may have
    /// changed.
    pub(crate) fn refresh_set_aside(self) {
        self.save_state.update(|state| state.aside = storage::keys(UNREADABLE_PREFIX));
        self.backup.set(backup::load());
    }
}
