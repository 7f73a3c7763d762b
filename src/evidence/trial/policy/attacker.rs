//! What a thief of somebody's credentials could do with them: requests tried from anywhere, at any hour, without MFA.

use super::{Context, Policies, Value};
use crate::base::time::Timestamp;
use crate::evidence::trial::Truth;

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
    ["arn:aws:made-up:us-east-1:ACCOUNT:thing/one", "arn:aws:another:eu-west-1:ACCOUNT:other"];

/// One is enough to become administrator: the action, and the kind of what it changes.
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

/// What they are called: whoever is left out by name is one of many.
const NAMES: [&str; 3] = ["somebody", "an-other", "1"];

/// Known actions, with the resources that they take.
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

/// How many circumstances are tried; what needs more is not understood.
const MOST_CONTEXTS: usize = 200;
/// How many statements are tried; all policies that IAM lets one holder have are far below.
const MOST_STATEMENTS: usize = 2_000;

/// What the policies give to whoever has the credentials; `account` is theirs, where it is known.
#[must_use]
pub fn rights(policies: &Policies, account: Option<&str>, now: Timestamp) -> Rights {
    let (contexts, is_whole) = contexts(policies, account, now);
    if policies.statements.len() > MOST_STATEMENTS {
        return Rights::Unclear;
    }
    let own = account.unwrap_or("000000000000");
    let tried = |action: &str, resource: &str, is_tried: &dyn Fn(&super::About<'_>, &Context) -> Truth| {
        let about = policies.about(action, &resource.replace("ACCOUNT", own));
        // The thief chooses where, whence and how, where that makes a difference.
        let count = if about.has_conditions() { contexts.len() } else { 1 };
        Truth::any(contexts.iter().take(count).map(|context| is_tried(&about, context)))
    };
    let allows = |action: &str, resource: &str| tried(action, resource, &|about, context| about.allow(context));
    let made_up = |is_tried: &dyn Fn(&super::About<'_>, &Context) -> Truth| {
        Truth::all(MADE_UP.iter().flat_map(|action| MADE_UP_ARNS.map(|arn| tried(action, arn, is_tried))))
    };
    let unnamed = made_up(&|about, context| about.allow(context));
    let before_denials = made_up(&|about, context| about.by(true, context));
    let without_arn = Truth::all(MADE_UP.iter().map(|action| allows(action, "*")));
    let iam = |(action, kind): &(&str, &str)| {
        Truth::any(NAMES.map(|name| allows(action, &format!("arn:aws:iam::ACCOUNT:{kind}/{name}"))))
    };
    let more_rights = Truth::any(MORE_RIGHTS.iter().map(iam));
    let known = || Truth::all(KNOWN.iter().map(|(action, resource)| allows(action, resource)));
    let rights = match (unnamed, without_arn, more_rights) {
        (Truth::Yes, Truth::Yes, Truth::Yes) => Rights::Everything,
        (Truth::Yes, _, Truth::Yes) => Rights::NearlyEverything,
        (Truth::Yes, _, Truth::No) => Rights::AllButRights,
        // Everything is allowed, and denied again in part, but not the way to more rights.
        (Truth::No, _, Truth::Yes) if before_denials == Truth::Yes => Rights::NearlyEverything,
        (Truth::No, _, Truth::Yes) if known() == Truth::Yes => Rights::NearlyEverything,
        (Truth::No, _, _) => Rights::Some,
        _ => Rights::Unclear,
    };
    // More could be allowed in circumstances that were not tried.
    if is_whole || rights == Rights::Everything { rights } else { Rights::Unclear }
}

/// The circumstances that a thief can choose from, and whether these are all that make a difference.
fn contexts(policies: &Policies, account: Option<&str>, now: Timestamp) -> (Vec<Context>, bool) {
    let is = |value: &str| Value::Is(vec![value.to_owned()]);
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
            ("aws:sourceip", Value::Anywhere),
            ("aws:viaawsservice", is("false")),
        ]
        .map(|(key, value)| (key.to_owned(), value)),
    );
    let mut contexts = vec![Context { values: fixed, is_open: true }];
    let mut is_whole = true;
    // Only what some condition names makes a difference, beside what none does.
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
        let each = |context: &Context| {
            let context = context.clone();
            values.clone().into_iter().map(move |value| {
                let mut context = context.clone();
                context.values.push((key.to_ascii_lowercase(), Value::Is(vec![value])));
                context
            })
        };
        contexts = contexts.iter().flat_map(each).take(MOST_CONTEXTS + 1).collect();
        is_whole &= contexts.len() <= MOST_CONTEXTS;
        contexts.truncate(MOST_CONTEXTS);
    }
    (contexts, is_whole)
}
