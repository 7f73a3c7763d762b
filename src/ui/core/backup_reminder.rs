//! Whether it is time for another copy of the answers.

use super::state::AppState;
use crate::base::time::Timestamp;
use crate::content::route::Route;

impl AppState {
    /// Whether the person is to be reminded here: on home, where nothing is more urgent. Followed.
    pub(crate) fn is_backup_due(self) -> bool {
        let since = self.backup.get().last().unwrap_or(Timestamp::UNIX_EPOCH);
        self.route.with(|route| *route == Route::Home) && self.assessment.with(|a| a.is_backup_due(since, self.now()))
    }

    /// A copy was kept now, or put off.
    pub(crate) fn note_backup(self, is_kept: bool) {
        let now = self.now();
        self.backup.update(|backup| backup.note(is_kept, now));
    }
}
