//! The policies in an account's authorization details: their holders and their documents.

use crate::base::json::Json;
use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) const ROLES: &str = "RoleDetailList";
/// The kinds of holders of rights: the list, its field with inline policies, its field with the name.
pub(super) const HOLDERS: [(&str, &str, &str); 3] = [
    ("UserDetailList", "UserPolicyList", "UserName"),
    ("GroupDetailList", "GroupPolicyList", "GroupName"),
    (ROLES, "RolePolicyList", "RoleName"),
];

/// Whether people of Identity Center assume a role through the account access manager of IAM: its trust policy names that
/// service.
pub(super) fn is_for_account_access(role: &Json) -> bool {
    readable(role.get("AssumeRolePolicyDocument"))
        .is_some_and(|trust| trust.to_string().contains("account-access.amazonaws.com"))
}

/// Whether a policy is AWS-managed, in any partition.
pub(super) fn is_of_aws(arn: &str) -> bool {
    arn.split(':').nth(4) == Some("aws")
}

/// The documents of the policies of a holder: inline ones, and attached ones whose document is known.
pub(super) fn documents<'v>(managed: &BTreeMap<&str, &'v Json>, holder: &'v Json, inline: &str) -> Vec<Cow<'v, Json>> {
    let own = holder.items(inline).iter().filter_map(|policy| readable(policy.get("PolicyDocument")));
    let attached = holder.items("AttachedManagedPolicies").iter();
    let attached = attached.filter_map(|policy| {
        let arn = policy.words("PolicyArn");
        managed.get(arn).and_then(|policy| readable(default_version(policy))).or_else(|| of_aws(arn).map(Cow::Owned))
    });
    own.chain(attached).collect()
}

/// The two AWS-managed policies that together allow everything, in a simplified form: the details of the account do not
/// contain their documents.
///
/// Source: "PowerUserAccess" and "IAMFullAccess" in the AWS managed policy reference, read 2026-11-30.
fn of_aws(arn: &str) -> Option<Json> {
    let document = match arn.rsplit('/').next().filter(|_| is_of_aws(arn))? {
        "PowerUserAccess" => {
            r#"{"Statement": {"Effect": "Allow", "NotAction": ["iam:*", "organizations:*", "account:*"], "Resource": "*"}}"#
        }
        "IAMFullAccess" => r#"{"Statement": {"Effect": "Allow", "Action": "iam:*", "Resource": "*"}}"#,
        _ => return None,
    };
    Json::parse(document).ok()
}

/// The document of the default version.
pub(super) fn default_version(policy: &Json) -> Option<&Json> {
    let versions = policy.items("PolicyVersionList");
    versions.iter().find(|version| version.flag("IsDefaultVersion") == Some(true))?.get("Document")
}

/// The account that the details belong to.
pub(super) fn account_of(value: &Json) -> Option<&str> {
    let lists = HOLDERS.iter().flat_map(|(list, ..)| value.items(list));
    lists.filter_map(|holder| holder.words("Arn").split(':').nth(4)).find(|account| !account.is_empty())
}

/// A policy document: JSON, or URL-encoded JSON in a text, as the API returns it.
pub(super) fn readable(document: Option<&Json>) -> Option<Cow<'_, Json>> {
    match document? {
        document @ Json::Object(_) => Some(Cow::Borrowed(document)),
        Json::Text(text) => {
            let plain = String::from_utf8(percent_encoding::percent_decode_str(text).collect()).ok()?;
            Json::parse(&plain).ok().map(Cow::Owned)
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::List(_) => None,
    }
}
