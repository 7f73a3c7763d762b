//! Saves the answers in this browser, and hands them to the person as files.

use crate::assessment::saving::{ACCOUNT, FIRST_EDITION, INDEX, SaveProblem, StorageSession};
use crate::assessment::{Assessment, file, score};
use crate::base::json::{Json, Object, put};
use crate::browser::{download, handover, storage};
use crate::content::catalogue;
use crate::ui::core::clock::now;
use crate::ui::core::state::AppState;

/// The media type of what is exported.
pub(crate) const JSON: &str = "application/json";

impl AppState {
    /// Saves the account in front, and says when that fails.
    pub(crate) fn save(self) {
        self.save_with(&mut |session, all| session.save(all, &all.current.id, now()));
    }

    /// Saves the account with this id.
    pub(super) fn save_account(self, id: &str) {
        self.save_with(&mut |session, all| session.save(all, id, now()));
    }

    /// Saves whatever changed in any account.
    pub(crate) fn save_all(self) {
        self.save_with(&mut |session, all| session.save_all(all, now()));
    }

    fn save_with(self, save: &mut dyn FnMut(&mut StorageSession, &Assessment)) {
        self.remember_today();
        self.with_session(save);
        self.hand_over_unsaved();
    }

    /// Leaves with `boot.js` what storage does not hold, as long as there is something; it hands it to the person should
    /// this page die.
    pub(crate) fn hand_over_unsaved(self) {
        let unsaved = self.unsaved();
        let has_any = !unsaved.is_empty();
        let had_any = std::mem::replace(&mut *self.has_handed_over.lock(), has_any);
        if has_any || had_any {
            handover::hand_unsaved_to_boot(&unsaved);
        }
    }

    /// All answers as a progress file, where storage does not hold them; else empty.
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

    /// Keeps how the profile stands at the end of this day, if that changed.
    fn remember_today(self) {
        let today = self.local_date(now());
        let is_news = self.assessment.with_untracked(|a| {
            let statuses = a.current.statuses();
            a.current.history.last().map_or(!statuses.is_empty(), |last| last.statuses != statuses)
        });
        if is_news {
            self.assessment.update_untracked(|a| {
                a.current.remember(score::snapshot(catalogue::all(), &a.current, today));
            });
        }
    }

    /// Does something with the answers and the storage, and shows how saving goes after that. Not generic: each of its
    /// users would take its bytes.
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

    /// Hands the answers to the person as a progress file.
    pub(crate) fn export(self) {
        self.catch_up_all();
        let now = now();
        let text = self.assessment.with_untracked(|assessment| file::encode(assessment, now));
        save_file(&format!("guard-navi-{}.json", now.date()), &text, JSON);
        self.note_backup(true);
    }
}

/// Hands what storage holds under a key to the person, as it is.
pub(crate) fn export_raw(key: &str) {
    if let Ok(Some(text)) = storage::read(key) {
        save_file(&[key, ".json"].concat(), &text, JSON);
    }
}

/// Hands all stored answers to the person, as they are, each text under its key.
pub(crate) fn export_stored() {
    let mut texts = Object::new();
    for key in storage::keys(ACCOUNT).into_iter().chain([INDEX, FIRST_EDITION].map(str::to_owned)) {
        if let Ok(Some(text)) = storage::read(&key) {
            put(&mut texts, &key, text);
        }
    }
    save_file(&[INDEX, ".json"].concat(), &Json::Object(texts).to_string(), JSON);
}

/// Hands a text to the person as a file.
pub(crate) fn save_file(name: &str, text: &str, media_type: &str) {
    // Refused only when the browser has no memory left for a copy; its own message says so.
    let _ = download::save(name, text, media_type);
}
