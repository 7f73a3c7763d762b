//! The browser's storage, as answers are saved in it. How that is done, and what other tabs wrote, is decided above the
//! wall, in [`crate::assessment::saving`].

use crate::assessment::saving::{FirstEdition, SaveProblem, StorageSession, Store, StoreError};
use crate::assessment::{Assessment, file};
use crate::browser::handover::HandOver;
use crate::browser::{random_id, storage};
use crate::ui::core::clock::now;
use std::sync::Arc;

/// How saving goes.
#[derive(Clone, Debug)]
pub(crate) struct SaveState {
    pub(crate) problem: SaveProblem,
    /// Keys of stored texts that could not be read.
    pub(crate) aside: Vec<String>,
}

/// The browser's storage.
struct LocalStorage;

fn why(problem: storage::StorageError) -> StoreError {
    match problem {
        storage::StorageError::Blocked => StoreError::Blocked,
        storage::StorageError::Full => StoreError::Full,
    }
}

impl Store for LocalStorage {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage::read(key).map_err(why)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage::write(key, text).map_err(why)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage::remove(key).map_err(why)
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        storage::keys(prefix)
    }
}

/// Reads what storage holds, and what another edition hands over.
pub(crate) type LoadStored = fn(&HandOver) -> (StorageSession, Assessment);

/// What storage holds, or a fresh start. `boot.js` does not start the first pages where an earlier form has to be moved over.
pub(crate) fn load(_: &HandOver) -> (StorageSession, Assessment) {
    StorageSession::load(Arc::new(LocalStorage), None, random_id(), now())
}

/// The same, with an earlier form moved over, and with what the first pages could not store.
pub(crate) fn load_whole(handed: &HandOver) -> (StorageSession, Assessment) {
    let (mut session, mut assessment) =
        StorageSession::load(Arc::new(LocalStorage), Some(&FirstEdition), random_id(), now());
    if let Ok(handed) = file::decode(&handed.progress) {
        if session.problem() == SaveProblem::None && handed.is_ahead_of(&assessment) {
            session.set_problem(if session.is_empty() { SaveProblem::Cleared } else { SaveProblem::Full });
        }
        assessment.merge(handed);
    }
    (session, assessment)
}
