//! Where texts stand under keys.

/// The key that the first edition kept everything under, as a progress file.
pub const FIRST_EDITION: &str = "guard-navi.progress";
/// What the key of an account begins with; its id follows.
pub const ACCOUNT: &str = "guard-navi.progress.";
/// The key of the index.
pub const INDEX: &str = "guard-navi.accounts";
/// When everything was begun anew on purpose, last. It stays when everything is erased: by it, other tabs tell that from
/// a browser that has lost what it stored.
pub const RESTARTED: &str = "guard-navi.restarted";
/// Where it is tried, for a moment, whether something would fit.
pub const ROOM: &str = "guard-navi.room";
/// What the keys begin with under which texts stand that could not be read.
pub const UNREADABLE_PREFIX: &str = "guard-navi.unreadable.";

/// The browser's local storage, or what stands for it in tests.
pub trait Store: Send + Sync {
    /// The text under a key.
    ///
    /// # Errors
    ///
    /// `Blocked`
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Puts a text under a key; where that fails, what stood there stays.
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
    /// The browser keeps storage from this page.
    Blocked,
    /// There is no room left.
    Full,
}
