//! When a copy of the answers was kept last.

use crate::base::json::{Json, Object, put};
use crate::base::time::Timestamp;
use crate::browser::storage;

/// The key that it stands under.
const KEY: &str = "guard-navi.copied";
const AT: &str = "at";
const LATER: &str = "later";

/// When a copy was kept last, and when that was last put off.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Backup {
    pub(crate) at: Option<Timestamp>,
    later: Option<Timestamp>,
}

/// What storage holds; where it cannot be read, the person is reminded once too often.
pub(crate) fn load() -> Backup {
    let stored = Json::parse(&storage::read(KEY).ok().flatten().unwrap_or_default()).unwrap_or_default();
    let time = |field: &str| Timestamp::parse(stored.words(field));
    Backup { at: time(AT), later: time(LATER) }
}

impl Backup {
    /// Notes that a copy was kept, or put off.
    pub(super) fn note(&mut self, is_kept: bool, now: Timestamp) {
        *if is_kept { &mut self.at } else { &mut self.later } = Some(now);
        let mut stored = Object::new();
        put(&mut stored, AT, self.at.map(|at| at.to_string()));
        put(&mut stored, LATER, self.later.map(|at| at.to_string()));
        // Where nothing can be stored a louder notice says so.
        let _ = storage::write(KEY, &Json::Object(stored).to_string());
    }

    /// When a copy was kept last, or that was put off.
    pub(super) fn last(self) -> Option<Timestamp> {
        self.at.max(self.later)
    }
}
