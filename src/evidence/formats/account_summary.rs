//! The JSON of `aws iam get-account-summary`.
//! <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html>

use crate::evidence::facts::{AccountSummary, Facts, Format, Origin};
use crate::evidence::problem::{self, Problem};
use serde_json::Value;

pub(super) fn read(file: &str, value: &Value, facts: &mut Facts, problems: &mut Vec<Problem>) {
    let Some(map) = value.get("SummaryMap").and_then(Value::as_object) else {
        problems.push(problem::bad_summary(file));
        return;
    };
    let number = |key: &str| map.get(key).and_then(Value::as_u64);
    let flag = |key: &str| number(key).map(|count| count > 0);
    let summary = AccountSummary {
        origin: Origin { file: file.to_owned(), format: Format::AccountSummary, collected_at: None },
        root_mfa: flag("AccountMFAEnabled"),
        root_password: flag("AccountPasswordPresent"),
        root_access_keys: flag("AccountAccessKeysPresent"),
        users: number("Users"),
    };
    if summary.root_mfa.is_none() {
        problems.push(problem::bad_summary(file));
    }
    facts.account_summaries.push(summary);
}
