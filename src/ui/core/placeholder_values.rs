//! What a person typed into commands, where they asked the page to remember it.
//!
//! **Invariant:** Region, e-mail addresses and names at most. Of the account id only the last four digits; never a key,
//! an ARN or a code, and nothing that holds a secret or an account id.

use crate::base::json::Json;
use crate::browser::storage;
use crate::content::commands::PlaceholderValues;

/// The key that they stand under.
pub(super) const KEY: &str = "guard-navi.fills";
pub(super) const ACCOUNT: &str = "<ACCOUNT_ID>";
pub(super) const ENDS: &str = "ends";

fn stored() -> Option<Json> {
    Json::parse(&storage::read(KEY).ok()??).ok()
}

/// What was remembered; empty without.
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

/// Whether the page remembers.
pub(crate) fn is_on() -> bool {
    stored().is_some()
}

/// The last four digits of the account id that was typed on another day.
pub(crate) fn ends_in() -> Option<String> {
    stored().map(|stored| stored.words(ENDS).to_owned()).filter(|ends| !ends.is_empty())
}

/// Stops remembering.
pub(crate) fn forget() {
    // Blocked storage remembers nothing anyway.
    let _ = storage::remove(KEY);
}
