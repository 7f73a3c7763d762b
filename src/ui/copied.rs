//! When a copy of the answers was kept last, and whether it is time for another one.

use super::state::AppState;
use crate::browser::storage;
use crate::json::{Json, Object, put};
use crate::route::Route;
use crate::time::Timestamp;

/// The key that it stands under.
const KEY: &str = "guard-navi.copied";
const AT: &str = "at";
const LATER: &str = "later";

/// When a copy was kept last, and when that was last put off.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Copied {
    pub(crate) at: Option<Timestamp>,
    later: Option<Timestamp>,
}

/// What storage holds; where it cannot be read, the person is reminded once too often.
pub(crate) fn load() -> Copied {
    let stored = Json::parse(&storage::read(KEY).ok().flatten().unwrap_or_default()).unwrap_or_default();
    let time = |field: &str| Timestamp::parse(stored.words(field));
    Copied { at: time(AT), later: time(LATER) }
}

impl AppState {
    /// Whether the person is to be reminded here: on home, where nothing is more urgent. Followed.
    pub(crate) fn is_copy_due(self) -> bool {
        let Copied { at, later } = self.copied.get();
        let since = at.max(later).unwrap_or(Timestamp::UNIX_EPOCH);
        self.route.with(|route| *route == Route::Home) && self.assessment.with(|a| a.is_copy_due(since, self.now()))
    }

    /// A copy was kept now, or put off.
    pub(crate) fn note_copy(self, is_kept: bool) {
        let now = Some(self.now());
        let copied = self.copied.update(|copied| {
            *if is_kept { &mut copied.at } else { &mut copied.later } = now;
            *copied
        });
        let mut stored = Object::new();
        put(&mut stored, AT, copied.at.map(|at| at.to_string()));
        put(&mut stored, LATER, copied.later.map(|at| at.to_string()));
        // Where nothing can be stored a louder notice says so.
        let _ = storage::write(KEY, &Json::Object(stored).to_string());
    }
}
