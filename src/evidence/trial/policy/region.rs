//! Whether somebody can start compute in a Region: requests are tried with and without MFA.

use super::attacker::fixed_values;
use super::{Context, Policies, Request, Value};
use crate::base::time::Timestamp;
use crate::evidence::trial::Truth;

/// A user or role, with everything that is attached to it.
#[derive(Debug, Default)]
pub struct Principal {
    /// Its ARN.
    pub arn: String,
    /// Its policies, and those of its groups.
    pub policies: Policies,
    /// Its permissions boundary, if it has one: what that does not allow is not allowed.
    pub boundary: Option<Policies>,
    /// Whether it has a policy whose document is not known, so that it may be allowed more.
    pub has_unknown_policy: bool,
}

/// What attackers start where nobody looks: a Region is closed only if all of it is. Each with its resource.
const STARTS: [(&str, &str); 8] = [
    ("ec2:RunInstances", "arn:aws:ec2:REGION:ACCOUNT:instance/*"),
    ("ecs:RunTask", "arn:aws:ecs:REGION:ACCOUNT:task-definition/miner:1"),
    ("lambda:CreateFunction", "arn:aws:lambda:REGION:ACCOUNT:function:miner"),
    ("sagemaker:CreateTrainingJob", "arn:aws:sagemaker:REGION:ACCOUNT:training-job/miner"),
    ("lightsail:CreateInstances", "*"),
    ("codebuild:StartBuild", "arn:aws:codebuild:REGION:ACCOUNT:project/miner"),
    ("eks:CreateNodegroup", "arn:aws:eks:REGION:ACCOUNT:cluster/miner"),
    ("bedrock:InvokeModel", "arn:aws:bedrock:REGION::foundation-model/any"),
];

/// Whether a user or role can start compute, for each of these Regions.
#[must_use]
pub fn starts_compute_in(regions: &[&str], principal: &Principal, account: &str, now: Timestamp) -> Vec<Truth> {
    let in_region = |region: &&str| starts_compute(principal, region, account, now);
    // Most policies say nothing of Regions, and an account has up to thousands of roles.
    let mut policies = std::iter::once(&principal.policies).chain(&principal.boundary);
    if policies.all(Policies::is_alike_in_all_regions) {
        let everywhere = regions.first().map_or(Truth::No, in_region);
        return vec![everywhere; regions.len()];
    }
    regions.iter().map(in_region).collect()
}

fn starts_compute(principal: &Principal, region: &str, account: &str, now: Timestamp) -> Truth {
    let text = |value: &str| Value::Is(vec![value.to_owned()]);
    let mut values = fixed_values(Some(account), now);
    values.push(("aws:requestedregion".to_owned(), text(region)));
    values.push(("aws:principalarn".to_owned(), text(&principal.arn)));
    let without_mfa = Context { values, is_open: true };
    let mut with_mfa = without_mfa.clone();
    for (key, value) in [("aws:multifactorauthpresent", "true"), ("aws:multifactorauthage", "60")] {
        with_mfa.values.retain(|(name, _)| name != key);
        with_mfa.values.push((key.to_owned(), text(value)));
    }
    let contexts = [without_mfa, with_mfa];
    let tried = STARTS.iter().flat_map(|(action, resource)| {
        let resource = resource.replace("REGION", region).replace("ACCOUNT", account);
        contexts.iter().map(move |context| is_allowed(principal, &Request { action, resource: &resource, context }))
    });
    Truth::any(tried)
}

fn is_allowed(principal: &Principal, request: &Request<'_>) -> Truth {
    let mut allowed = principal.policies.allow(request);
    if principal.has_unknown_policy && allowed == Truth::No && principal.policies.deny(request) != Truth::Yes {
        allowed = Truth::Unclear;
    }
    match &principal.boundary {
        Some(boundary) => allowed.and(boundary.allow(request)),
        None => allowed,
    }
}

#[cfg(test)]
mod tests {
    use super::{Principal, starts_compute_in};
    use crate::base::json::Json;
    use crate::base::time::Timestamp;
    use crate::evidence::trial::Truth;
    use crate::evidence::trial::policy::Policies;

    const ALL: &str = r#"{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#;
    const DENY: &str = r#"{"Statement": {"Effect": "Deny", "NotAction": ["iam:*", "sts:*"], "Resource": "*",
        "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["ap-northeast-1", "us-east-1"]}}}}"#;

    fn policies(documents: &[&str]) -> Policies {
        let mut policies = Policies::default();
        for document in documents {
            assert!(policies.add(&Json::parse(document).unwrap()), "{document}");
        }
        policies
    }

    fn of(documents: &[&str]) -> Principal {
        Principal {
            arn: "arn:aws:iam::123456789012:user/alice".to_owned(),
            policies: policies(documents),
            ..Principal::default()
        }
    }

    /// In a Region that is in use, and in one that is not.
    fn tried(principal: &Principal) -> [Truth; 2] {
        let regions = ["us-east-1", "eu-west-3"];
        starts_compute_in(&regions, principal, "123456789012", Timestamp::UNIX_EPOCH).try_into().unwrap()
    }

    #[test]
    fn a_deny_by_region_holds_in_that_region_only() {
        use Truth::{No, Unclear, Yes};
        let deny = |condition: &str| {
            let text = r#"{"Statement": {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": CONDITION}}"#;
            text.replace("CONDITION", condition)
        };
        let only_ec2 = DENY.replace(r#""NotAction": ["iam:*", "sts:*"]"#, r#""Action": "ec2:*""#);
        let reverse = deny(r#"{"StringEquals": {"aws:RequestedRegion": "us-east-1"}}"#);
        let exempt = deny(
            r#"{"StringNotEquals": {"aws:RequestedRegion": "us-east-1"}, "ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/alice"}}"#,
        );
        let by_tag =
            deny(r#"{"StringNotEquals": {"aws:RequestedRegion": "us-east-1", "aws:PrincipalTag/team": "ops"}}"#);
        let without_mfa = deny(r#"{"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}"#);
        let in_region = r#"{"Statement": {"Effect": "Allow", "Action": "ec2:*", "Resource": "*",
            "Condition": {"StringEquals": {"aws:RequestedRegion": "us-east-1"}}}}"#;
        let by_resource = ALL.replace(r#""Resource": "*""#, r#""Resource": "arn:aws:*:us-east-1:*""#);
        let reads = r#"{"Statement": {"Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*"}}"#;
        for (documents, wanted) in [
            (vec![ALL], [Yes, Yes]),
            (vec![ALL, DENY], [Yes, No]),
            // Denied for EC2 alone, other services still start something.
            (vec![ALL, &only_ec2], [Yes, Yes]),
            (vec![ALL, &reverse], [No, Yes]),
            (vec![ALL, &exempt], [Yes, Yes]),
            (vec![ALL, &by_tag], [Yes, Unclear]),
            // MFA closes no Region.
            (vec![ALL, &without_mfa], [Yes, Yes]),
            (vec![in_region], [Yes, No]),
            (vec![&by_resource], [Yes, No]),
            (vec![reads], [No, No]),
            (vec![], [No, No]),
        ] {
            assert_eq!(tried(&of(&documents)), wanted, "{documents:?}");
        }
    }

    #[test]
    fn a_boundary_limits_and_an_unknown_policy_is_a_doubt() {
        use Truth::{No, Unclear, Yes};
        let bounded = |boundary: &[&str]| Principal { boundary: Some(policies(boundary)), ..of(&[ALL]) };
        assert_eq!(tried(&bounded(&[ALL, DENY])), [Yes, No]);
        // A boundary that only denies allows nothing at all.
        assert_eq!(tried(&bounded(&[DENY])), [No, No]);
        let unknown = |documents: &[&str]| Principal { has_unknown_policy: true, ..of(documents) };
        assert_eq!(tried(&unknown(&[])), [Unclear, Unclear]);
        assert_eq!(tried(&unknown(&[DENY])), [Unclear, No]);
    }
}
