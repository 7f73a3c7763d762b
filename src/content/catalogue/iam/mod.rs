//! Section: IAM inventory and prevention of key leaks.

pub(crate) mod iam_access_key_age;
pub(crate) mod iam_least_privilege;
pub(crate) mod iam_password_policy;
pub(crate) mod iam_root_mfa;
pub(crate) mod iam_root_no_access_key;
pub(crate) mod iam_root_not_used_daily;
pub(crate) mod iam_service_specific_keys;
pub(crate) mod iam_unused_credentials;
pub(crate) mod iam_user_mfa;
pub(crate) mod key_leak_prevention;
pub(crate) mod people_short_lived;

use super::{Control, Details};

/// The controls of the section, in the order of the page.
pub(crate) const CONTROLS: &[&Control] = &[
    &iam_root_mfa::CONTROL,
    &iam_root_no_access_key::CONTROL,
    &iam_user_mfa::CONTROL,
    &iam_unused_credentials::CONTROL,
    &iam_access_key_age::CONTROL,
    &iam_least_privilege::CONTROL,
    &key_leak_prevention::CONTROL,
    &iam_password_policy::CONTROL,
    &iam_root_not_used_daily::CONTROL,
    &iam_service_specific_keys::CONTROL,
    &people_short_lived::CONTROL,
];

/// Their details, in the same order.
pub const DETAILS: &[&Details] = &[
    &iam_root_mfa::DETAILS,
    &iam_root_no_access_key::DETAILS,
    &iam_user_mfa::DETAILS,
    &iam_unused_credentials::DETAILS,
    &iam_access_key_age::DETAILS,
    &iam_least_privilege::DETAILS,
    &key_leak_prevention::DETAILS,
    &iam_password_policy::DETAILS,
    &iam_root_not_used_daily::DETAILS,
    &iam_service_specific_keys::DETAILS,
    &people_short_lived::DETAILS,
];
