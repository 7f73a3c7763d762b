//! Local storage as the store for answers. The rules for saving and for changes from other tabs are in
//! [`crate::assessment::saving`], which has no browser access.

use crate::assessment::saving::{FirstVersion, SaveProblem, StorageSession, Store, StoreError};
use crate::assessment::{Assessment, file};
use crate::browser::handover::HandOver;
use crate::browser::{random_id, storage};
use crate::ui::core::clock::now;
use std::sync::Arc;

/// The state of saving.
#[derive(Clone, Debug)]
pub(crate) struct SaveState {
    pub(crate) problem: SaveProblem,
    /// The keys of stored texts that were set aside because they could not be read.
    pub(crate) aside: Vec<String>,
}

/// The browser's local storage.
struct LocalStorage;

fn store_error(error: storage::StorageError) -> StoreError {
    match error {
        storage::StorageError::Blocked => StoreError::Blocked,
        storage::StorageError::Full => StoreError::Full,
    }
}

impl Store for LocalStorage {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage::read(key).map_err(store_error)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage::write(key, text).map_err(store_error)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage::remove(key).map_err(store_error)
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        storage::keys(prefix)
    }
}

/// Loads the stored answers, and those that the other edition hands over.
pub(crate) type LoadStored = fn(&HandOver) -> (StorageSession, Assessment);

/// Loads the stored answers; empty if there are none. `boot.js` does not start the first pages if an earlier storage
/// format has to be migrated.
pub(crate) fn load(_: &HandOver) -> (StorageSession, Assessment) {
    StorageSession::load(Arc::new(LocalStorage), None, random_id(), now())
}

/// As [`load`], but also migrates the earlier storage format and merges answers that the first pages could not store.
pub(crate) fn load_whole(hand_over: &HandOver) -> (StorageSession, Assessment) {
    let (mut session, mut assessment) =
        StorageSession::load(Arc::new(LocalStorage), Some(&FirstVersion), random_id(), now());
    if let Ok(unsaved) = file::decode(&hand_over.progress) {
        if session.problem() == SaveProblem::None && unsaved.is_ahead_of(&assessment) {
            session.set_problem(if session.is_empty() { SaveProblem::Cleared } else { SaveProblem::Full });
        }
        assessment.merge(unsaved);
    }
    (session, assessment)
}
