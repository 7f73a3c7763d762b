//! Remembers what a person typed into commands, where they asked for it.

use crate::base::json::{Json, Object, put};
use crate::base::secrets;
use crate::browser::storage;
use crate::content::catalogue::placeholders::Kind;
use crate::ui::core::placeholder_values::{ACCOUNT, ENDS, KEY, ends_in};
use crate::ui::core::state::AppState;

impl AppState {
    /// Remembers what may be remembered; `placeholders` tells what kind each is.
    pub(crate) fn remember_placeholder_values(self, placeholders: &[Json]) {
        let mut kept = Object::new();
        self.placeholder_values.with_untracked(|placeholder_values| {
            for placeholder in placeholders {
                let token = placeholder.words("token");
                let text = placeholder_values.get(token).trim();
                let is_kept = match Kind::from_id(placeholder.words("kind")) {
                    Kind::Region | Kind::Email | Kind::CountryCode | Kind::Name => secrets::mask(text) == text,
                    Kind::AccountId | Kind::Arn | Kind::AccessKeyId | Kind::Digits | Kind::Date | Kind::Json => false,
                };
                if is_kept && !text.is_empty() && secrets::cut(text).found.is_empty() {
                    put(&mut kept, token, text);
                }
            }
            let account = placeholder_values.get(ACCOUNT).trim();
            let ends = if Kind::AccountId.fits(account) { account.get(8..).map(str::to_owned) } else { ends_in() };
            put(&mut kept, ENDS, ends.unwrap_or_default());
        });
        // Where there is no room the fields are empty next time, as without remembering.
        let _ = storage::write(KEY, &Json::Object(kept).to_string());
    }
}
