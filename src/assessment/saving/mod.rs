//! How answers get into the browser's storage and out of it again: each account under a key of its own, an index beside
//! them, beside other tabs that do the same.
//!
//! **Invariant:** what could not be read is never overwritten. What the first edition stored stays until the new form
//! was read back. Whatever moment the page dies in, the next one finds every answer that was saved.

mod first_edition;
mod load;
mod other_tabs;
mod save;
mod session;
mod store;

pub use first_edition::FirstEdition;
pub use other_tabs::CatchUp;
pub use session::{LegacyFormat, SaveProblem, StorageSession};
pub use store::{ACCOUNT, FIRST_EDITION, INDEX, RESTARTED, ROOM, Store, StoreError, UNREADABLE_PREFIX};
