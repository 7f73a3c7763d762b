//! What an attacker could do with stolen credentials: requests are tried from any public address, without MFA.

use super::{Context, Policies, Value};
use crate::base::time::Timestamp;
use crate::evidence::trial::Truth;

/// How far the permissions of an identity reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// All actions, or enough to obtain them: everything that AWS offers, and actions that grant the identity more
    /// rights.
    Everything,
    /// The same on every resource with an ARN, but not for actions without a resource.
    NearlyEverything,
    /// Everything that AWS offers, but no action that grants the identity more rights.
    AllButRights,
    /// Depends on conditions or variables that are not understood.
    Unclear,
    /// Some actions only.
    Some,
}

/// Actions of made-up services: no policy names them, so whatever allows them allows everything.
const MADE_UP_ACTIONS: [&str; 3] = ["a1-made-up:DoIt", "made-up:DoIt", "zz-made-up:DoIt"];
const MADE_UP_ARNS: [&str; 2] =
    ["arn:aws:made-up:us-east-1:ACCOUNT:thing/one", "arn:aws:another:eu-west-1:ACCOUNT:other"];

/// Actions of which one is enough to become administrator, each with the type of resource that it changes.
const MORE_RIGHTS: [(&str, &str); 13] = [
    ("iam:AddUserToGroup", "group"),
    ("iam:AttachGroupPolicy", "group"),
    ("iam:AttachRolePolicy", "role"),
    ("iam:AttachUserPolicy", "user"),
    ("iam:CreateAccessKey", "user"),
    ("iam:CreateLoginProfile", "user"),
    ("iam:CreatePolicyVersion", "policy"),
    ("iam:PutGroupPolicy", "group"),
    ("iam:PutRolePolicy", "role"),
    ("iam:PutUserPolicy", "user"),
    ("iam:SetDefaultPolicyVersion", "policy"),
    ("iam:UpdateAssumeRolePolicy", "role"),
    ("iam:UpdateLoginProfile", "user"),
];

/// Sample resource names; there are several because a statement may exclude one by name.
const SAMPLE_NAMES: [&str; 3] = ["somebody", "an-other", "1"];

/// Real actions, each with a resource that it accepts.
const KNOWN: [(&str, &str); 8] = [
    ("cloudtrail:StopLogging", "arn:aws:cloudtrail:us-east-1:ACCOUNT:trail/audit"),
    ("ec2:RunInstances", "arn:aws:ec2:us-east-1:ACCOUNT:instance/*"),
    ("ec2:DescribeInstances", "*"),
    ("kms:ScheduleKeyDeletion", "arn:aws:kms:us-east-1:ACCOUNT:key/0"),
    ("s3:DeleteBucket", "arn:aws:s3:::a-bucket"),
    ("s3:GetObject", "arn:aws:s3:::a-bucket/a-key"),
    ("s3:ListAllMyBuckets", "*"),
    ("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:ACCOUNT:secret:a-secret"),
];

/// Condition keys that are in a request only if MFA, a VPC endpoint or another service is used.
const ABSENT: [&str; 13] = [
    "aws:calledvia",
    "aws:calledviafirst",
    "aws:calledvialast",
    "aws:federatedprovider",
    "aws:multifactorauthage",
    "aws:multifactorauthpresent",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:vpcsourceip",
];

/// Maximum number of contexts that are tried; policies that need more are unclear.
const MAX_CONTEXTS: usize = 200;
/// Maximum number of statements that are tried; IAM's quotas for one identity are far below.
const MAX_STATEMENTS: usize = 2_000;

/// The rights that the policies grant to the holder of the credentials; `account` is the holder's account, if known.
#[must_use]
pub fn rights(policies: &Policies, account: Option<&str>, now: Timestamp) -> Rights {
    let (contexts, is_whole) = contexts(policies, account, now);
    if policies.statements.len() > MAX_STATEMENTS {
        return Rights::Unclear;
    }
    let account_id = account.unwrap_or("000000000000");
    let in_any_context = |action: &str, resource: &str, evaluate: &dyn Fn(&super::About<'_>, &Context) -> Truth| {
        let about = policies.about(action, &resource.replace("ACCOUNT", account_id));
        // The attacker can choose any context; without conditions, all contexts are equivalent.
        let count = if about.has_conditions() { contexts.len() } else { 1 };
        Truth::any(contexts.iter().take(count).map(|context| evaluate(&about, context)))
    };
    let allows =
        |action: &str, resource: &str| in_any_context(action, resource, &|about, context| about.allow(context));
    let made_up = |evaluate: &dyn Fn(&super::About<'_>, &Context) -> Truth| {
        let of_action = |action: &&str| MADE_UP_ARNS.map(|arn| in_any_context(action, arn, evaluate));
        Truth::all(MADE_UP_ACTIONS.iter().flat_map(of_action))
    };
    let unnamed = made_up(&|about, context| about.allow(context));
    let before_denials = made_up(&|about, context| about.by(true, context));
    let without_arn = Truth::all(MADE_UP_ACTIONS.iter().map(|action| allows(action, "*")));
    let iam = |(action, kind): &(&str, &str)| {
        Truth::any(SAMPLE_NAMES.map(|name| allows(action, &format!("arn:aws:iam::ACCOUNT:{kind}/{name}"))))
    };
    let more_rights = Truth::any(MORE_RIGHTS.iter().map(iam));
    let known = || Truth::all(KNOWN.iter().map(|(action, resource)| allows(action, resource)));
    let rights = match (unnamed, without_arn, more_rights) {
        (Truth::Yes, Truth::Yes, Truth::Yes) => Rights::Everything,
        (Truth::Yes, _, Truth::Yes) => Rights::NearlyEverything,
        (Truth::Yes, _, Truth::No) => Rights::AllButRights,
        // Everything is allowed and a part of it denied, but not the actions that grant more rights.
        (Truth::No, _, Truth::Yes) if before_denials == Truth::Yes => Rights::NearlyEverything,
        (Truth::No, _, Truth::Yes) if known() == Truth::Yes => Rights::NearlyEverything,
        (Truth::No, _, _) => Rights::Some,
        _ => Rights::Unclear,
    };
    // Contexts that were not tried could allow more.
    if is_whole || rights == Rights::Everything { rights } else { Rights::Unclear }
}

/// The values of condition keys that are the same in every request of a person without MFA, from any public address.
pub(super) fn fixed_values(account: Option<&str>, now: Timestamp) -> Vec<(String, Value)> {
    let one = |value: &str| Value::Is(vec![value.to_owned()]);
    let of_account = account.map_or(Value::Open, one);
    let mut fixed: Vec<(String, Value)> = ABSENT.iter().map(|key| ((*key).to_owned(), Value::Absent)).collect();
    fixed.extend(
        [
            ("aws:currenttime", one(&now.to_string())),
            ("aws:epochtime", one(&now.to_string())),
            ("aws:principalaccount", of_account.clone()),
            ("aws:principalisawsservice", one("false")),
            ("aws:resourceaccount", of_account),
            ("aws:securetransport", one("true")),
            ("aws:sourceip", Value::Anywhere),
            ("aws:viaawsservice", one("false")),
        ]
        .map(|(key, value)| (key.to_owned(), value)),
    );
    fixed
}

/// The contexts that an attacker can choose from, and whether these are all that can make a difference.
fn contexts(policies: &Policies, account: Option<&str>, now: Timestamp) -> (Vec<Context>, bool) {
    let mut contexts = vec![Context { values: fixed_values(account, now), is_open: true }];
    let mut is_whole = true;
    // Only values that a condition names make a difference, plus one value that none names.
    for (key, other) in
        [("aws:RequestedRegion", "us-east-1"), ("aws:UserAgent", "anything"), ("aws:Referer", "anything")]
    {
        let mut values = policies.named(key);
        values.push(other.to_owned());
        values.sort_unstable();
        values.dedup();
        if !policies.named(key).is_empty() {
            values.push("something-else".to_owned());
        }
        let with_each_value = |context: &Context| {
            let context = context.clone();
            values.clone().into_iter().map(move |value| {
                let mut context = context.clone();
                context.values.push((key.to_ascii_lowercase(), Value::Is(vec![value])));
                context
            })
        };
        contexts = contexts.iter().flat_map(with_each_value).take(MAX_CONTEXTS + 1).collect();
        is_whole &= contexts.len() <= MAX_CONTEXTS;
        contexts.truncate(MAX_CONTEXTS);
    }
    (contexts, is_whole)
}
