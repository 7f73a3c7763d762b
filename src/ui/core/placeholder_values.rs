//! Remembered placeholder values of commands, if the person chose to keep them.
//!
//! **Invariant:** only Regions, e-mail addresses, country codes and names are stored, and the last four digits of the
//! account id; never a key, an ARN or another code, and nothing that contains a secret or an account id.

use crate::base::json::Json;
use crate::browser::storage;
use crate::content::commands::PlaceholderValues;

/// The local-storage key.
pub(super) const KEY: &str = "guard-navi.fills";
pub(super) const ACCOUNT: &str = "<ACCOUNT_ID>";
pub(super) const ENDS: &str = "ends";

fn stored() -> Option<Json> {
    Json::parse(&storage::read(KEY).ok()??).ok()
}

/// The remembered values; empty if there are none.
pub(crate) fn remembered() -> PlaceholderValues {
    let mut placeholder_values = PlaceholderValues::default();
    if let Some(Json::Object(fields)) = stored() {
        for (token, text) in &fields {
            if let Some(text) = text.as_text().filter(|_| token != ENDS) {
                placeholder_values.set(token, text.to_owned());
            }
        }
    }
    placeholder_values
}

/// Whether values are remembered.
pub(crate) fn is_on() -> bool {
    stored().is_some()
}

/// The last four digits of the account id that was entered in an earlier visit.
pub(crate) fn ends_in() -> Option<String> {
    stored().map(|stored| stored.words(ENDS).to_owned()).filter(|ends| !ends.is_empty())
}

/// Stops remembering and removes the stored values.
pub(crate) fn forget() {
    // If storage is blocked, nothing is stored.
    let _ = storage::remove(KEY);
}
