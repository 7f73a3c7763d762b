//! A tab's view of storage.

use super::store::{ACCOUNT, INDEX, RESTARTED, Store, StoreError, UNREADABLE_PREFIX};
use crate::assessment::Assessment;
use crate::base::time::Timestamp;
use std::fmt;
use std::sync::Arc;

/// A tab's view of storage: the texts that it last read or wrote, and the problem with saving. While storage has the
/// same texts, no other tab has written.
#[derive(Clone)]
pub struct StorageSession {
    pub(super) store: Arc<dyn Store>,
    pub(super) legacy: Option<&'static dyn LegacyFormat>,
    pub(super) problem: SaveProblem,
    pub(super) index: String,
    /// Texts by account id.
    pub(super) accounts: Vec<(String, String)>,
    /// The text under the key of the first version; empty after the migration.
    pub(super) first_version: String,
    pub(super) has_set_aside: bool,
}

/// An earlier storage format that can be migrated. A program that does not use an implementation does not contain its
/// code.
pub trait LegacyFormat: Send + Sync {
    /// Merges the data in the earlier format into `mine`; none if there is none or it was read before.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    fn join(
        &self,
        session: &mut StorageSession,
        mine: Option<Assessment>,
        now: Timestamp,
    ) -> Result<Option<Assessment>, SaveProblem>;

    /// Writes everything in the new format, reads it back, and then removes the earlier one.
    ///
    /// # Errors
    ///
    /// When there is no room. Every account is then stored in one format or the other.
    fn migrate(&self, session: &mut StorageSession, all: &Assessment, now: Timestamp) -> Result<(), StoreError>;

    /// Decodes a text in the earlier format.
    fn read(&self, text: &str) -> Option<Assessment>;
}

/// The problem with saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveProblem {
    /// None: every change is saved.
    None,
    /// The browser denies access to storage.
    Blocked,
    /// There was no room for the last change.
    Full,
    /// The stored data disappeared, and was not erased on this page: only this tab still has it.
    Cleared,
    /// Storage has data of a newer version, which is not overwritten.
    Newer,
    /// Storage has unreadable data, and no room to set it aside; it is not overwritten.
    Unreadable,
}

impl From<StoreError> for SaveProblem {
    fn from(error: StoreError) -> SaveProblem {
        match error {
            StoreError::Blocked => SaveProblem::Blocked,
            StoreError::Full => SaveProblem::Full,
        }
    }
}

impl fmt::Debug for StorageSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StorageSession")
            .field("problem", &self.problem)
            .field("index", &self.index)
            .finish_non_exhaustive()
    }
}

impl StorageSession {
    pub(super) fn new(store: Arc<dyn Store>, legacy: Option<&'static dyn LegacyFormat>) -> StorageSession {
        StorageSession {
            store,
            legacy,
            problem: SaveProblem::None,
            index: String::new(),
            accounts: Vec::new(),
            first_version: String::new(),
            has_set_aside: false,
        }
    }

    /// The problem with saving.
    #[must_use]
    pub fn problem(&self) -> SaveProblem {
        self.problem
    }

    /// Sets the problem with saving.
    pub fn set_problem(&mut self, problem: SaveProblem) {
        self.problem = problem;
    }

    /// Whether nothing was read or written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.index.is_empty() && self.accounts.is_empty() && self.first_version.is_empty()
    }

    /// Whether it migrates an earlier format.
    #[must_use]
    pub fn reads_legacy(&self) -> bool {
        self.legacy.is_some()
    }

    /// Whether a text was set aside since the last call.
    pub fn take_has_set_aside(&mut self) -> bool {
        std::mem::take(&mut self.has_set_aside)
    }

    pub(super) fn account(&self, id: &str) -> Option<&str> {
        self.accounts.iter().find(|(known, _)| known == id).map(|(_, text)| text.as_str())
    }

    pub(super) fn set_account(&mut self, id: &str, text: String) {
        match self.accounts.iter_mut().find(|(known, _)| known == id) {
            Some((_, known)) => *known = text,
            None => self.accounts.push((id.to_owned(), text)),
        }
    }

    /// When everything was last restarted deliberately, from storage.
    #[must_use]
    pub fn restarted_at(&self) -> Option<Timestamp> {
        Timestamp::parse(&self.store.read(RESTARTED).ok().flatten()?)
    }

    /// Whether the later restart of the two was deliberate.
    pub(super) fn is_deliberate(&self, one: &Assessment, other: &Assessment) -> bool {
        self.restarted_at() >= one.restarted_at.max(other.restarted_at)
    }

    /// Stores when everything was restarted deliberately, for other tabs, including suspended ones.
    pub fn write_restart(&self, at: Option<Timestamp>) {
        // If nothing can be stored, there is nothing to restart.
        let _ = match at {
            Some(at) => self.store.write(RESTARTED, &at.to_string()),
            None => self.store.remove(RESTARTED),
        };
    }

    /// Removes all data of this product from storage, except the time of the erasure.
    pub fn erase(&self, at: Timestamp) {
        // Written first, so that a tab that handles the following storage events can read the reason.
        self.write_restart(Some(at));
        // Then the index: without it, such a tab detects that its data was removed.
        let keys = self.store.keys("guard-navi.");
        for key in [INDEX].into_iter().chain(keys.iter().map(String::as_str)).filter(|key| *key != RESTARTED) {
            // If storage was blocked meanwhile, the notice reports it.
            let _ = self.store.remove(key);
        }
    }

    /// Moves an unreadable text to a separate key.
    pub(super) fn set_aside(&mut self, key: &str, text: &str, now: Timestamp) -> Result<(), SaveProblem> {
        let mut aside = UNREADABLE_PREFIX.to_owned();
        aside.extend(now.to_string().chars().filter(char::is_ascii_digit));
        while let Ok(Some(_)) = self.store.read(&aside) {
            aside.push('0');
        }
        // In this order, a page that ends in between leaves two copies instead of none.
        let mut moved = self.store.write(&aside, text).and_then(|()| self.store.remove(key));
        if moved == Err(StoreError::Full) {
            // Full storage has room for one copy only.
            moved = self.store.remove(key).and_then(|()| self.store.write(&aside, text));
        }
        if moved.is_ok() {
            self.has_set_aside = true;
            return Ok(());
        }
        // It was stored a moment ago, so there is room for it.
        let _ = self.store.write(key, text);
        Err(SaveProblem::Unreadable)
    }
}

/// The key of an account.
pub(super) fn key_of(id: &str) -> String {
    [ACCOUNT, id].concat()
}
