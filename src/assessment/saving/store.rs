//! The interface to storage, and its keys.

/// The key of the first version, which stored everything as one progress file.
pub const FIRST_VERSION: &str = "guard-navi.progress";
/// The prefix of the key of an account; the id follows.
pub const ACCOUNT: &str = "guard-navi.progress.";
/// The key of the index.
pub const INDEX: &str = "guard-navi.accounts";
/// When everything was last restarted deliberately. It stays after an erasure, so that other tabs can distinguish that
/// from a browser that lost its data.
pub const RESTARTED: &str = "guard-navi.restarted";
/// Written for a moment to test whether something would fit.
pub const PROBE: &str = "guard-navi.probe";
/// The prefix of the keys of texts that could not be read.
pub const UNREADABLE_PREFIX: &str = "guard-navi.unreadable.";

/// Local storage, or its replacement in tests.
pub trait Store: Send + Sync {
    /// The text under a key.
    ///
    /// # Errors
    ///
    /// `Blocked`
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Stores a text under a key; if that fails, the previous text stays.
    ///
    /// # Errors
    ///
    /// `Blocked`, or `Full`.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Removes a key; no error when there is none.
    ///
    /// # Errors
    ///
    /// `Blocked`
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// The keys that begin with `prefix`.
    fn keys(&self, prefix: &str) -> Vec<String>;
}

/// Why something could not be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser denies access to storage.
    Blocked,
    /// Storage is full.
    Full,
}
