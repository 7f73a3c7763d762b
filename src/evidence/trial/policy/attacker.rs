//! What a thief of somebody's credentials could do with them: requests tried from anywhere, at any hour, without MFA.

use super::{Context, Policies, Request, Value};
use crate::evidence::trial::Truth;
use crate::time::Timestamp;

/// What somebody may do, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// Everything, or so much that the rest can be had: whatever AWS has, and more rights for oneself.
    Everything,
    /// The same, on all that has an ARN: only actions without a resource are left out.
    NearlyEverything,
    /// Whatever AWS has, but no rights for oneself.
    AllButRights,
    /// Conditions or variables decide that were not understood.
    Unclear,
    /// Some things.
    Some,
}

/// Services that nobody has heard of: what is allowed there was not named, but everything was.
const MADE_UP: [&str; 3] = ["a1-made-up:DoIt", "made-up:DoIt", "zz-made-up:DoIt"];
const MADE_UP_ARNS: [&str; 2] =
    ["arn:aws:made-up:us-east-1:000000000000:thing/one", "arn:aws:another:eu-west-1:000000000000:other"];

/// One is enough to become administrator.
const MORE_RIGHTS: [(&str, &str); 8] = [
    ("iam:AttachRolePolicy", "role/somebody"),
    ("iam:AttachUserPolicy", "user/somebody"),
    ("iam:CreateAccessKey", "user/somebody"),
    ("iam:CreateLoginProfile", "user/somebody"),
    ("iam:CreatePolicyVersion", "policy/something"),
    ("iam:PutRolePolicy", "role/somebody"),
    ("iam:PutUserPolicy", "user/somebody"),
    ("iam:UpdateAssumeRolePolicy", "role/somebody"),
];

/// Known actions, with the resources that they take.
const KNOWN: [(&str, &str); 8] = [
    ("cloudtrail:StopLogging", "arn:aws:cloudtrail:us-east-1:000000000000:trail/audit"),
    ("ec2:RunInstances", "arn:aws:ec2:us-east-1:000000000000:instance/*"),
    ("ec2:DescribeInstances", "*"),
    ("kms:ScheduleKeyDeletion", "arn:aws:kms:us-east-1:000000000000:key/0"),
    ("s3:DeleteBucket", "arn:aws:s3:::a-bucket"),
    ("s3:GetObject", "arn:aws:s3:::a-bucket/a-key"),
    ("s3:ListAllMyBuckets", "*"),
    ("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:000000000000:secret:a-secret"),
];

/// Public addresses from all over the internet; whoever limits an address to some of it is met by one of them.
const ADDRESSES: [&str; 9] = [
    "5.45.100.1",
    "41.60.1.1",
    "77.88.8.8",
    "101.102.103.104",
    "138.197.1.1",
    "163.172.1.1",
    "185.220.101.1",
    "216.73.1.1",
    "2600:1f18::1",
];

/// In the request only where MFA, a VPC endpoint or another service was used.
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

/// How many of the values that policies name for a key are tried.
const MOST_CHOICES: usize = 3;
/// How many statements are tried; all policies that IAM lets one holder have are far below.
const MOST_STATEMENTS: usize = 2_000;

/// What the policies give to whoever has the credentials; `account` is theirs, where it is known.
#[must_use]
pub fn rights(policies: &Policies, account: Option<&str>, now: Timestamp) -> Rights {
    if policies.statements.len() > MOST_STATEMENTS {
        return Rights::Unclear;
    }
    let contexts = contexts(policies, account, now);
    let allows = |action: &str, resource: &str| {
        // The thief chooses where, whence and how.
        Truth::any(contexts.iter().map(|context| policies.allow(&Request { action, resource, context })))
    };
    let own = account.unwrap_or("000000000000");
    let iam = |(action, name): &(&str, &str)| allows(action, &format!("arn:aws:iam::{own}:{name}"));
    let unnamed = Truth::all(MADE_UP.iter().flat_map(|action| MADE_UP_ARNS.map(|arn| allows(action, arn))));
    let without_arn = Truth::all(MADE_UP.iter().map(|action| allows(action, "*")));
    let more_rights = Truth::any(MORE_RIGHTS.iter().map(iam));
    let known =
        Truth::all(KNOWN.iter().map(|(action, resource)| allows(action, resource)).chain(MORE_RIGHTS.iter().map(iam)));
    match (unnamed, without_arn, more_rights) {
        (Truth::Yes, Truth::Yes, Truth::Yes) => Rights::Everything,
        (Truth::Yes, _, Truth::Yes) => Rights::NearlyEverything,
        (Truth::Yes, _, Truth::No) => Rights::AllButRights,
        (Truth::No, _, _) if known == Truth::Yes => Rights::NearlyEverything,
        (Truth::No, _, _) => Rights::Some,
        _ => Rights::Unclear,
    }
}

/// The circumstances that a thief can choose from.
fn contexts(policies: &Policies, account: Option<&str>, now: Timestamp) -> Vec<Context> {
    let is = |value: &str| Value::Is(vec![value.to_owned()]);
    // Only what some condition looks at makes a difference; a few values of each, lest a long list takes for ever.
    let named = |key: &str, others: &[&str]| {
        let named = policies.named(key);
        let others = others.iter().take(if named.is_empty() { 1 } else { others.len() });
        others.map(|other| (*other).to_owned()).chain(named.iter().take(MOST_CHOICES).cloned()).collect::<Vec<_>>()
    };
    let of_account = account.map_or(Value::Open, is);
    let mut fixed: Vec<(String, Value)> = ABSENT.iter().map(|key| ((*key).to_owned(), Value::Absent)).collect();
    fixed.extend(
        [
            ("aws:currenttime", is(&now.to_string())),
            ("aws:epochtime", is(&now.to_string())),
            ("aws:principalaccount", of_account.clone()),
            ("aws:principalisawsservice", is("false")),
            ("aws:resourceaccount", of_account),
            ("aws:securetransport", is("true")),
            ("aws:viaawsservice", is("false")),
        ]
        .map(|(key, value)| (key.to_owned(), value)),
    );
    let mut contexts = Vec::new();
    for address in ADDRESSES.iter().take(if policies.named("aws:SourceIp").is_empty() { 1 } else { ADDRESSES.len() }) {
        for region in named("aws:RequestedRegion", &["us-east-1", "a-region-of-its-own"]) {
            for agent in named("aws:UserAgent", &["anything"]) {
                for referer in named("aws:Referer", &["anything"]) {
                    let chosen = [
                        ("aws:sourceip", *address),
                        ("aws:requestedregion", &region),
                        ("aws:useragent", &agent),
                        ("aws:referer", &referer),
                    ];
                    let chosen = chosen.map(|(key, value)| (key.to_owned(), is(value)));
                    contexts.push(Context { values: fixed.iter().cloned().chain(chosen).collect(), is_open: true });
                }
            }
        }
    }
    contexts
}
