//! The AWS account that a profile stands for: the field `account`, a masked id.

use super::Profile;
use crate::base::json::{Json, field, put};
use crate::base::secrets;

const ACCOUNT: &str = "account";

impl Profile {
    /// The masked id (`1234****9012`) of the AWS account whose verdicts were accepted last; none before the first, and if
    /// an imported file holds something else there.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        field(&self.extra, ACCOUNT)?.as_text().filter(|id| is_masked(id))
    }

    /// Remembers the account, or forgets it.
    pub fn set_account(&mut self, account: Option<&str>) {
        match account {
            Some(account) => put(&mut self.extra, ACCOUNT, Json::Text(secrets::mask(account))),
            None => self.extra.retain(|(field, _)| field != ACCOUNT),
        }
    }
}

fn is_masked(id: &str) -> bool {
    let are_digits = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    id.split_once("****").is_some_and(|(start, end)| are_digits(start) && are_digits(end))
}

#[cfg(test)]
mod tests {
    use super::Profile;
    use crate::base::json::put;

    #[test]
    fn only_the_masked_id_is_remembered() {
        let mut profile = Profile::default();
        assert_eq!(profile.account(), None);
        profile.set_account(Some("123456789012"));
        assert_eq!(profile.account(), Some("1234****9012"));
        put(&mut profile.extra, "account", "production");
        assert_eq!(profile.account(), None);
        profile.set_account(None);
        assert!(profile.extra.is_empty());
    }
}
