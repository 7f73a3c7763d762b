//! Saves the answers in local storage, and exports them as files.

use crate::assessment::saving::{ACCOUNT, FIRST_VERSION, INDEX, SaveProblem, StorageSession};
use crate::assessment::{Assessment, file, score};
use crate::base::json::{Json, Object, put};
use crate::browser::{download, handover, storage};
use crate::content::catalogue;
use crate::ui::core::clock::now;
use crate::ui::core::state::AppState;

/// The media type of exported files.
pub(crate) const JSON: &str = "application/json";

impl AppState {
    /// Saves the current account; a failure shows a notice.
    pub(crate) fn save(self) {
        self.save_with(&mut |session, all| session.save(all, &all.current.id, now()));
    }

    /// Saves the account with this id.
    pub(super) fn save_account(self, id: &str) {
        self.save_with(&mut |session, all| session.save(all, id, now()));
    }

    /// Saves all accounts that changed.
    pub(crate) fn save_all(self) {
        self.save_with(&mut |session, all| session.save_all(all, now()));
    }

    fn save_with(self, save: &mut dyn FnMut(&mut StorageSession, &Assessment)) {
        self.update_history();
        self.with_session(save);
        self.hand_over_unsaved();
    }

    /// Gives answers that are not in storage to `boot.js`, which offers them as a file if this page crashes. An empty
    /// text clears them.
    pub(crate) fn hand_over_unsaved(self) {
        let unsaved = self.unsaved();
        let has_any = !unsaved.is_empty();
        let had_any = std::mem::replace(&mut *self.has_handed_over.lock(), has_any);
        if has_any || had_any {
            handover::hand_unsaved_to_boot(&unsaved);
        }
    }

    /// All answers as a progress file if storage does not hold them; otherwise empty.
    pub(crate) fn unsaved(self) -> String {
        match self.problem() {
            SaveProblem::None => String::new(),
            SaveProblem::Blocked
            | SaveProblem::Full
            | SaveProblem::Cleared
            | SaveProblem::Newer
            | SaveProblem::Unreadable => self.assessment.with_untracked(|assessment| file::encode(assessment, now())),
        }
    }

    /// Records today's snapshot in the history if a status changed.
    fn update_history(self) {
        let today = self.local_date(now());
        let has_changed = self.assessment.with_untracked(|a| {
            let statuses = a.current.statuses();
            a.current.history.last().map_or(!statuses.is_empty(), |last| last.statuses != statuses)
        });
        if has_changed {
            self.assessment.update_untracked(|a| {
                a.current.remember(score::snapshot(catalogue::all(), &a.current, today));
            });
        }
    }

    /// Runs `act` on the storage session, then updates the save state. Takes a `dyn` closure because a generic function
    /// would add code to the wasm for each caller.
    pub(crate) fn with_session(self, act: &mut dyn FnMut(&mut StorageSession, &Assessment)) {
        let assessment = self.assessment.shared();
        let mut session = self.session.lock();
        act(&mut session, &assessment);
        let (problem, has_set_aside) = (session.problem(), session.take_has_set_aside());
        drop(session);
        self.set_problem(problem);
        if has_set_aside {
            self.refresh_set_aside();
        }
    }

    pub(super) fn problem(self) -> SaveProblem {
        self.save_state.with_untracked(|state| state.problem)
    }

    pub(super) fn set_problem(self, problem: SaveProblem) {
        if self.problem() != problem {
            self.save_state.update(|state| state.problem = problem);
        }
    }

    /// Exports the answers as a progress file, the backup.
    pub(crate) fn export(self) {
        self.catch_up_all();
        let now = now();
        let text = self.assessment.with_untracked(|assessment| file::encode(assessment, now));
        save_file(&format!("guard-navi-{}.json", now.date()), &text, JSON);
        self.note_backup(true);
    }
}

/// Exports the stored text of a key, unchanged.
pub(crate) fn export_raw(key: &str) {
    if let Ok(Some(text)) = storage::read(key) {
        save_file(&[key, ".json"].concat(), &text, JSON);
    }
}

/// Exports all stored answers, unchanged, as one JSON object with the texts by key.
pub(crate) fn export_stored() {
    let mut texts = Object::new();
    for key in storage::keys(ACCOUNT).into_iter().chain([INDEX, FIRST_VERSION].map(str::to_owned)) {
        if let Ok(Some(text)) = storage::read(&key) {
            put(&mut texts, &key, text);
        }
    }
    save_file(&[INDEX, ".json"].concat(), &Json::Object(texts).to_string(), JSON);
}

/// Saves a text as a file.
pub(crate) fn save_file(name: &str, text: &str, media_type: &str) {
    // Fails only if the browser has no memory for the copy, which it reports itself.
    let _ = download::save(name, text, media_type);
}
