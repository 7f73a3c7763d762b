//! What a person typed into commands, where they asked the page to remember it.
//!
//! **Invariant:** Region, e-mail addresses and names at most. Of the account id only the last four digits; never a key,
//! an ARN or a code, and nothing that holds a secret or an account id.

use super::state::AppState;
use crate::browser::storage;
use crate::catalogue::placeholders::Kind;
use crate::commands::Fills;
use crate::json::{Json, Object, put};
use crate::secrets;

/// The key that they stand under.
const KEY: &str = "guard-navi.fills";
const ACCOUNT: &str = "<ACCOUNT_ID>";
const ENDS: &str = "ends";

fn stored() -> Option<Json> {
    Json::parse(&storage::read(KEY).ok()??).ok()
}

/// What was remembered; empty without.
pub(crate) fn remembered() -> Fills {
    let mut fills = Fills::default();
    if let Some(Json::Object(fields)) = stored() {
        for (token, text) in &fields {
            if let Some(text) = text.as_text().filter(|_| token != ENDS) {
                fills.set(token, text.to_owned());
            }
        }
    }
    fills
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

impl AppState {
    /// Remembers what may be remembered; `placeholders` tells what kind each is.
    pub(crate) fn remember_fills(self, placeholders: &[Json]) {
        let mut kept = Object::new();
        self.fills.with_untracked(|fills| {
            for placeholder in placeholders {
                let token = placeholder.words("token");
                let text = fills.get(token).trim();
                let is_kept = match Kind::from_id(placeholder.words("kind")) {
                    Kind::Region | Kind::Email | Kind::CountryCode | Kind::Name => secrets::mask(text) == text,
                    Kind::AccountId | Kind::Arn | Kind::AccessKeyId | Kind::Digits | Kind::Date | Kind::Json => false,
                };
                if is_kept && !text.is_empty() && secrets::cut(text).found.is_empty() {
                    put(&mut kept, token, text);
                }
            }
            let account = fills.get(ACCOUNT).trim();
            let ends = if Kind::AccountId.fits(account) { account.get(8..).map(str::to_owned) } else { ends_in() };
            put(&mut kept, ENDS, ends.unwrap_or_default());
        });
        // Where there is no room the fields are empty next time, as without remembering.
        let _ = storage::write(KEY, &Json::Object(kept).to_string());
    }
}
