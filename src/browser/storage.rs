//! Local storage, where it is available.
//!
//! `LocalStorage::raw()` of gloo-storage panics where storage is blocked, so `window.localStorage` is checked first.

use gloo_storage::{LocalStorage, Storage as _};
use web_sys::Storage;

/// Why something could not be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser denies access to storage.
    Blocked,
    /// Storage is full.
    Full,
}

fn storage() -> Result<Storage, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Blocked)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) | Err(_) => Err(StorageError::Blocked),
    }
}

/// The text under a key.
///
/// # Errors
///
/// `Blocked` where access is denied.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    storage()?.get_item(key).map_err(|_| StorageError::Blocked)
}

/// Stores a text under a key.
///
/// # Errors
///
/// `Blocked`, or `Full` when there is no room; the previous text then stays.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    storage()?.set_item(key, text).map_err(|_| StorageError::Full)
}

/// Removes a key; no error when there is none.
///
/// # Errors
///
/// `Blocked` where access is denied.
pub fn remove(key: &str) -> Result<(), StorageError> {
    storage()?.remove_item(key).map_err(|_| StorageError::Blocked)
}

/// The keys that begin with `prefix`.
#[must_use]
pub fn keys(prefix: &str) -> Vec<String> {
    let Ok(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or(0);
    let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    keys.filter(|key| key.starts_with(prefix)).collect()
}
