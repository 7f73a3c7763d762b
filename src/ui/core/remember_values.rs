//! Stores the placeholder values of commands, if the person chose to keep them.

use crate::base::json::{Json, Object, put};
use crate::base::secrets;
use crate::browser::storage;
use crate::content::catalogue::placeholders::Kind;
use crate::ui::core::placeholder_values::{ACCOUNT, ENDS, KEY, ends_in};
use crate::ui::core::state::AppState;

impl AppState {
    /// Stores the values that may be stored; `placeholders` gives the kind of each.
    pub(crate) fn remember_placeholder_values(self, placeholders: &[Json]) {
        let mut stored = Object::new();
        self.placeholder_values.with_untracked(|placeholder_values| {
            for placeholder in placeholders {
                let token = placeholder.words("token");
                let text = placeholder_values.get(token).trim();
                let is_storable = match Kind::from_id(placeholder.words("kind")) {
                    Kind::Region | Kind::Regions | Kind::Email | Kind::CountryCode | Kind::Name => {
                        secrets::mask(text) == text
                    }
                    Kind::AccountId
                    | Kind::Arn
                    | Kind::AccessKeyId
                    | Kind::Digits
                    | Kind::Date
                    | Kind::Time
                    | Kind::Json => false,
                };
                if is_storable && !text.is_empty() && secrets::cut(text).found.is_empty() {
                    put(&mut stored, token, text);
                }
            }
            let account = placeholder_values.get(ACCOUNT).trim();
            let last_digits =
                if Kind::AccountId.fits(account) { account.get(8..).map(str::to_owned) } else { ends_in() };
            put(&mut stored, ENDS, last_digits.unwrap_or_default());
        });
        // If storage fails, the fields are empty next time, as without remembering.
        let _ = storage::write(KEY, &Json::Object(stored).to_string());
    }
}
