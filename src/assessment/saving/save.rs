//! Writes what changed.

use super::session::{SaveProblem, StorageSession, key_of};
use super::store::{INDEX, StoreError};
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
        // What goes makes room.
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

    /// Saves what takes the place of everything, or puts back what stood there where there is no room: false then.
    pub fn try_replace_all(&mut self, all: &Assessment, now: Timestamp) -> bool {
        let before = self.clone();
        self.save_all(all, now);
        if self.problem != SaveProblem::Full {
            return true;
        }
        // What takes less room than what stands there now goes first.
        let now_stands = std::mem::take(&mut self.accounts);
        for (id, _) in now_stands.iter().filter(|(id, _)| before.account(id).is_none()) {
            let _ = self.store.remove(&key_of(id));
        }
        let mut back: Vec<_> = before.accounts.iter().collect();
        let growth = |id: &str, text: &str| {
            let stands = now_stands.iter().find(|(known, _)| known == id).map_or(0, |(_, text)| text.len());
            text.len().saturating_sub(stands)
        };
        back.sort_by_key(|(id, text)| growth(id, text));
        for (id, text) in back {
            let _ = self.store.write(&key_of(id), text);
        }
        let _ = self.store.write(INDEX, &before.index);
        *self = before;
        false
    }
}
