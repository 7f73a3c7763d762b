//! Writes changes to storage.

use super::session::{SaveProblem, StorageSession, key_of};
use super::store::{INDEX, PROBE, StoreError};
use crate::assessment::file::stored;
use crate::assessment::{Assessment, Profile};
use crate::base::time::Timestamp;

impl StorageSession {
    /// Saves an account and the index; all accounts if anything is still unsaved.
    pub fn save(&mut self, all: &Assessment, id: &str, now: Timestamp) {
        if self.problem == SaveProblem::None {
            self.run_write(|session| session.write(all, &mut all.profiles().filter(|profile| profile.id == id)));
        } else {
            self.save_all(all, now);
        }
    }

    /// Saves everything that differs from storage.
    pub fn save_all(&mut self, all: &Assessment, now: Timestamp) {
        match self.legacy.filter(|_| !self.first_version.is_empty()) {
            Some(legacy) => self.run_write(|session| legacy.migrate(session, all, now)),
            None => self.run_write(|session| session.write(all, &mut all.profiles())),
        }
    }

    fn run_write(&mut self, write: impl FnOnce(&mut StorageSession) -> Result<(), StoreError>) {
        // Data that is unreadable, or that a newer version wrote in another tab, must not be overwritten.
        if !matches!(self.problem, SaveProblem::Newer | SaveProblem::Unreadable) {
            self.problem = write(self).map_or_else(SaveProblem::from, |()| SaveProblem::None);
        }
    }

    /// Writes these accounts, then the index, and removes accounts that the index no longer lists.
    fn write(&mut self, all: &Assessment, accounts: &mut dyn Iterator<Item = &Profile>) -> Result<(), StoreError> {
        let mut failed = Vec::new();
        for profile in accounts {
            if self.write_account(profile, all).is_err() {
                failed.push(profile);
            }
        }
        self.write_index(all)?;
        // By now accounts that the index no longer lists are removed, which frees storage.
        failed.into_iter().try_for_each(|profile| self.write_account(profile, all))
    }

    pub(super) fn write_account(&mut self, profile: &Profile, all: &Assessment) -> Result<(), StoreError> {
        let text = stored::encode_account(profile, all.restarted_at);
        if self.account(&profile.id) != Some(&text) {
            self.store.write(&key_of(&profile.id), &text)?;
            self.set_account(&profile.id, text);
        }
        Ok(())
    }

    pub(super) fn write_index(&mut self, all: &Assessment) -> Result<(), StoreError> {
        let text = stored::encode_index(all);
        if self.index != text {
            self.store.write(INDEX, &text)?;
            self.index = text;
            for (id, _) in self.accounts.extract_if(.., |(id, _)| all.profiles().all(|profile| profile.id != *id)) {
                self.store.remove(&key_of(&id))?;
            }
        }
        Ok(())
    }

    /// Whether storage has room for `all` in place of its present content. Tested by writing as many characters as it
    /// would grow by under a separate key, so that other tabs see nothing of a change that may not happen.
    #[must_use]
    pub fn has_room_for(&self, all: &Assessment) -> bool {
        if !self.first_version.is_empty() {
            // Storage had no room for the present answers in both formats.
            return false;
        }
        let (mut before, mut after) = (units(&self.index), units(&stored::encode_index(all)));
        let index_growth = after.saturating_sub(before);
        for (id, text) in &self.accounts {
            before += units(&key_of(id)) + units(text);
        }
        for profile in all.profiles() {
            after += units(&key_of(&profile.id)) + units(&stored::encode_account(profile, all.restarted_at));
        }
        let growth = after.saturating_sub(before).max(index_growth);
        let filler = " ".repeat(growth.saturating_sub(units(PROBE)));
        let has_room = self.store.write(PROBE, &filler) != Err(StoreError::Full);
        // If storage is blocked, nothing was written.
        let _ = self.store.remove(PROBE);
        has_room
    }
}

/// The length of a text as browsers count it: in UTF-16 code units.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
