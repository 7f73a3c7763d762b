//! The current time.

use crate::base::time::Timestamp;
use crate::browser;

/// The time of this computer's clock.
pub(super) fn now() -> Timestamp {
    Timestamp::from_unix_seconds(browser::unix_seconds()).unwrap_or(Timestamp::UNIX_EPOCH)
}
