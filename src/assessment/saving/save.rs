//! Writes what changed.

use super::session::{SaveProblem, StorageSession, key_of};
use super::store::{INDEX, ROOM, StoreError};
use crate::assessment::file::stored;
use crate::assessment::{Assessment, Profile};
use crate::base::time::Timestamp;

impl StorageSession {
    /// Saves an account and the index; all accounts where something is not saved yet.
    pub fn save(&mut self, all: &Assessment, id: &str, now: Timestamp) {
        if self.problem == SaveProblem::None {
            self.run_write(|session| session.write(all, &mut all.profiles().filter(|profile| profile.id == id)));
        } else {
            self.save_all(all, now);
        }
    }

    /// Saves whatever differs from what is stored.
    pub fn save_all(&mut self, all: &Assessment, now: Timestamp) {
        match self.legacy.filter(|_| !self.first_edition.is_empty()) {
            Some(legacy) => self.run_write(|session| legacy.migrate(session, all, now)),
            None => self.run_write(|session| session.write(all, &mut all.profiles())),
        }
    }

    fn run_write(&mut self, write: impl FnOnce(&mut StorageSession) -> Result<(), StoreError>) {
        // What could not be read stays untouched, and so does what a newer version in another tab wrote.
        if !matches!(self.problem, SaveProblem::Newer | SaveProblem::Unreadable) {
            self.problem = write(self).map_or_else(SaveProblem::from, |()| SaveProblem::None);
        }
    }

    /// Writes these accounts, then the index, and takes out what it does not name any more.
    fn write(&mut self, all: &Assessment, accounts: &mut dyn Iterator<Item = &Profile>) -> Result<(), StoreError> {
        let mut late = Vec::new();
        for profile in accounts {
            if self.write_account(profile, all).is_err() {
                late.push(profile);
            }
        }
        self.write_index(all)?;
        // Accounts that the index no longer names are removed by now, which frees storage.
        late.into_iter().try_for_each(|profile| self.write_account(profile, all))
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

    /// Whether storage has room for all of this in place of what it holds: tried with as many characters as it would
    /// grow by, under a key of their own, so that other tabs see nothing of what may not come.
    #[must_use]
    pub fn has_room_for(&self, all: &Assessment) -> bool {
        if !self.first_edition.is_empty() {
            // It has had no room for its own answers in both forms.
            return false;
        }
        let (mut before, mut after) = (self.index.len(), stored::encode_index(all).len());
        let index_growth = after.saturating_sub(before);
        for (id, text) in &self.accounts {
            before += key_of(id).len() + text.len();
        }
        for profile in all.profiles() {
            after += key_of(&profile.id).len() + stored::encode_account(profile, all.restarted_at).len();
        }
        let growth = after.saturating_sub(before).max(index_growth);
        let filler = " ".repeat(growth.saturating_sub(ROOM.len()));
        let has_room = self.store.write(ROOM, &filler) != Err(StoreError::Full);
        // Where storage is blocked nothing was written.
        let _ = self.store.remove(ROOM);
        has_room
    }
}
