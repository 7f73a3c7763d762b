//! What a tab knows of the storage.

use super::store::{ACCOUNT, INDEX, RESTARTED, Store, StoreError, UNREADABLE_PREFIX};
use crate::assessment::Assessment;
use crate::base::time::Timestamp;
use std::fmt;
use std::sync::Arc;

/// What a tab knows of the storage: the texts that it read or wrote last, and what is wrong. While those texts stand
/// there, nobody else has written.
#[derive(Clone)]
pub struct StorageSession {
    pub(super) store: Arc<dyn Store>,
    pub(super) legacy: Option<&'static dyn LegacyFormat>,
    pub(super) problem: SaveProblem,
    pub(super) index: String,
    /// By id.
    pub(super) accounts: Vec<(String, String)>,
    /// Under the key of the first edition; empty once it was moved over.
    pub(super) first_edition: String,
    pub(super) has_set_aside: bool,
}

/// An earlier form of what is stored, which is moved over. A program that does not name it does not carry its code.
pub trait LegacyFormat: Send + Sync {
    /// `mine`, with what stands there in the earlier form; none where nothing does that was not seen before.
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

    /// Writes everything in the new form, reads it back, and then removes the earlier one.
    ///
    /// # Errors
    ///
    /// When there is no room; all is there then, in one form or the other.
    fn migrate(&self, session: &mut StorageSession, all: &Assessment, now: Timestamp) -> Result<(), StoreError>;

    /// Reads a text of it.
    fn read(&self, text: &str) -> Option<Assessment>;
}

/// What is wrong with saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveProblem {
    /// Every change is saved.
    None,
    /// The browser keeps storage from the page.
    Blocked,
    /// There was no room for the last change.
    Full,
    /// What was stored is gone, and nobody erased it here: this tab alone still holds it.
    Cleared,
    /// A newer version's progress is in storage; it stays untouched.
    Newer,
    /// Unreadable progress is in storage, and there was no room to set it aside; it stays untouched.
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
            first_edition: String::new(),
            has_set_aside: false,
        }
    }

    /// What is wrong with saving.
    #[must_use]
    pub fn problem(&self) -> SaveProblem {
        self.problem
    }

    /// Says that something is wrong with saving.
    pub fn set_problem(&mut self, problem: SaveProblem) {
        self.problem = problem;
    }

    /// Whether it has read or written nothing yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.index.is_empty() && self.accounts.is_empty() && self.first_edition.is_empty()
    }

    /// Whether it can move over an earlier form.
    #[must_use]
    pub fn reads_legacy(&self) -> bool {
        self.legacy.is_some()
    }

    /// Whether a text was set aside since this was asked last.
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

    /// When everything was begun anew on purpose, as storage says.
    #[must_use]
    pub fn restarted_at(&self) -> Option<Timestamp> {
        Timestamp::parse(&self.store.read(RESTARTED).ok().flatten()?)
    }

    /// Whether the one that was begun anew later was so on purpose.
    pub(super) fn is_on_purpose(&self, one: &Assessment, other: &Assessment) -> bool {
        self.restarted_at() >= one.restarted_at.max(other.restarted_at)
    }

    /// Tells other tabs, also those that sleep, when everything was begun anew on purpose.
    pub fn write_restart(&self, at: Option<Timestamp>) {
        // Where nothing can be stored there is nothing to be begun anew.
        let _ = match at {
            Some(at) => self.store.write(RESTARTED, &at.to_string()),
            None => self.store.remove(RESTARTED),
        };
    }

    /// Takes everything of ours out of this browser, but for when that was.
    pub fn erase(&self, at: Timestamp) {
        // First of all: a tab that is told of the rest has to know why.
        self.write_restart(Some(at));
        // Then the index, by which such a tab knows that what it had is gone.
        let keys = self.store.keys("guard-navi.");
        for key in [INDEX].into_iter().chain(keys.iter().map(String::as_str)).filter(|key| *key != RESTARTED) {
            // Where storage has been blocked meanwhile, the notice says so.
            let _ = self.store.remove(key);
        }
    }

    /// Moves a text that cannot be read to a key of its own.
    pub(super) fn set_aside(&mut self, key: &str, text: &str, now: Timestamp) -> Result<(), SaveProblem> {
        let mut aside = UNREADABLE_PREFIX.to_owned();
        aside.extend(now.to_string().chars().filter(char::is_ascii_digit));
        while let Ok(Some(_)) = self.store.read(&aside) {
            aside.push('0');
        }
        // A page that dies in between leaves two of them, and not none.
        let mut moved = self.store.write(&aside, text).and_then(|()| self.store.remove(key));
        if moved == Err(StoreError::Full) {
            // A full storage has room for it only once.
            moved = self.store.remove(key).and_then(|()| self.store.write(&aside, text));
        }
        if moved.is_ok() {
            self.has_set_aside = true;
            return Ok(());
        }
        // It has just stood there, so there is room for it.
        let _ = self.store.write(key, text);
        Err(SaveProblem::Unreadable)
    }
}

/// The key of an account.
pub(super) fn key_of(id: &str) -> String {
    [ACCOUNT, id].concat()
}
