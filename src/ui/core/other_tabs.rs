//! Takes over what other tabs of this browser write.

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
    /// Another tab wrote a text under a key, or took it away; without a key, all of them are gone.
    pub(crate) fn apply_storage_event(self, key: Option<&str>, written: Option<&str>) {
        self.take_over_from(&mut |session, mine| session.apply_event(key, written, mine, now()));
    }

    /// Takes over what storage holds by now of the account in front: before every change, so that a tab that was asleep
    /// does not put an old answer over a newer one.
    pub(crate) fn catch_up(self) {
        self.take_over_from(&mut |session, mine| session.catch_up(mine, now()));
    }

    /// As `catch_up`, of all accounts: before what is about all of them, and where a tab may have slept.
    pub(crate) fn catch_up_all(self) {
        self.take_over_from(&mut |session, mine| session.catch_up_all(mine, now()));
    }

    fn take_over_from(self, look: &mut dyn FnMut(&mut StorageSession, &Assessment) -> CatchUp) {
        let before = self.problem();
        let mut found = CatchUp::Same;
        self.with_session(&mut |session, mine| found = look(session, mine));
        match found {
            CatchUp::Same if self.problem() == before => return,
            CatchUp::Same => {}
            CatchUp::Changed(assessment) => self.take_over(*assessment),
            CatchUp::Erased => self.restart(),
        }
        self.hand_over_unsaved();
    }

    fn take_over(self, assessment: Assessment) {
        // A tab that was opened before the first answer has a blank account of its own, which gives way.
        let is_other_account =
            self.assessment.with_untracked(|a| a.current.id != assessment.current.id && !a.current.is_blank());
        self.assessment.set(assessment);
        if is_other_account {
            // What is asked or typed was meant for the account that another tab has deleted or replaced.
            self.notice.set(None);
            dom::leave_fields();
            let locale = self.locale.get_untracked();
            dom::announce(&self.assessment.with_untracked(|a| name_of(&a.current, locale)));
        }
    }

    /// Everything was erased, here or in another tab: begins with what storage holds now.
    pub(crate) fn restart(self) {
        self.forget_files();
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

    /// Looks again for texts that were set aside, and for a copy that another tab kept.
    pub(crate) fn refresh_set_aside(self) {
        self.save_state.update(|state| state.aside = storage::keys(UNREADABLE_PREFIX));
        self.backup.set(backup::load());
    }
}
