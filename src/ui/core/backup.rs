//! When the answers were last exported as a backup.

use crate::base::json::{Json, Object, put};
use crate::base::time::Timestamp;
use crate::browser::storage;

/// The local-storage key.
const KEY: &str = "guard-navi.copied";
const AT: &str = "at";
const LATER: &str = "later";

/// When the last backup was exported, and when the reminder was last dismissed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Backup {
    pub(crate) at: Option<Timestamp>,
    later: Option<Timestamp>,
}

/// Loads the stored times. If they cannot be read, the person is reminded once more than needed.
pub(crate) fn load() -> Backup {
    let stored = Json::parse(&storage::read(KEY).ok().flatten().unwrap_or_default()).unwrap_or_default();
    let time = |field: &str| Timestamp::parse(stored.words(field));
    Backup { at: time(AT), later: time(LATER) }
}

impl Backup {
    /// Records that a backup was exported, or that the reminder was dismissed.
    pub(super) fn note(&mut self, is_exported: bool, now: Timestamp) {
        *if is_exported { &mut self.at } else { &mut self.later } = Some(now);
        let mut stored = Object::new();
        put(&mut stored, AT, self.at.map(|at| at.to_string()));
        put(&mut stored, LATER, self.later.map(|at| at.to_string()));
        // If storage fails, the notice about saving the answers reports it.
        let _ = storage::write(KEY, &Json::Object(stored).to_string());
    }

    /// The later of the last backup and the last dismissal.
    pub(super) fn last(self) -> Option<Timestamp> {
        self.at.max(self.later)
    }
}
