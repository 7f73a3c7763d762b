//! Saves answers to local storage and loads them: one key per account, and an index. Several tabs may do so at the same
//! time.
//!
//! **Invariant:** data that could not be read is never overwritten. The data of the first version stays until it was
//! read back in the new format. Whenever the page ends, the next start finds every answer that was saved.

mod first_version;
mod load;
mod other_tabs;
mod save;
mod session;
mod store;

pub use first_version::FirstVersion;
pub use other_tabs::CatchUp;
pub use session::{LegacyFormat, SaveProblem, StorageSession};
pub use store::{ACCOUNT, FIRST_VERSION, INDEX, PROBE, RESTARTED, Store, StoreError, UNREADABLE_PREFIX};
