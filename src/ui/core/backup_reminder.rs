//! Whether to remind the person to export a backup.

use super::state::AppState;
use crate::base::time::Timestamp;
use crate::content::route::Route;

impl AppState {
    /// Whether to show the reminder; on the home page only. Tracked.
    pub(crate) fn is_backup_due(self) -> bool {
        let since = self.backup.get().last().unwrap_or(Timestamp::UNIX_EPOCH);
        self.route.with(|route| *route == Route::Home) && self.assessment.with(|a| a.is_backup_due(since, self.now()))
    }

    /// Records that a backup was exported now, or that the reminder was dismissed.
    pub(crate) fn note_backup(self, is_exported: bool) {
        let now = self.now();
        self.backup.update(|backup| backup.note(is_exported, now));
    }
}
