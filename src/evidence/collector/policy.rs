//! The smallest IAM policy for the script: an action for each of its commands.

use super::planned_commands;

/// The IAM actions that allow a command, separated by spaces, from the Service Authorization Reference
/// (<https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>).
/// A command that is not listed is allowed by the action that [`action_by_name`] derives.
const ACTIONS: &[(&str, &str)] = &[
    // One permission covers everything about a budget.
    ("budgets describe-budgets", "budgets:ViewBudget"),
    ("budgets describe-notifications-for-budget", "budgets:ViewBudget"),
    ("budgets describe-subscribers-for-notification", "budgets:ViewBudget"),
    // In S3, operations and permissions have different names.
    // Load balancers of every generation share one prefix.
    ("elbv2 describe-load-balancers", "elasticloadbalancing:DescribeLoadBalancers"),
    ("s3api get-bucket-acl", "s3:GetBucketAcl"),
    ("s3api get-bucket-policy-status", "s3:GetBucketPolicyStatus"),
    ("s3api get-public-access-block", "s3:GetBucketPublicAccessBlock"),
    ("s3control get-public-access-block", "s3:GetAccountPublicAccessBlock"),
    // This call needs no permission.
    ("sts get-caller-identity", ""),
    // It returns the whole web ACL.
    ("wafv2 get-web-acl-for-resource", "wafv2:GetWebACL wafv2:GetWebACLForResource"),
];

/// Services whose prefix is not the CLI's name.
const PREFIXES: [(&str, &str); 3] =
    [("accessanalyzer", "access-analyzer"), ("configservice", "config"), ("sso-admin", "sso")];

/// Words that AWS writes in capitals.
const CAPITALS: [(&str, &str); 4] = [("db", "DB"), ("mfa", "MFA"), ("saml", "SAML"), ("v2", "V2")];

/// The actions, sorted.
fn actions() -> Vec<String> {
    let of_call = |call| action(call).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let mut actions: Vec<String> = planned_commands::calls().into_iter().flat_map(of_call).collect();
    actions.sort_unstable();
    actions.dedup();
    actions
}

fn action(call: &str) -> String {
    let listed = ACTIONS.iter().find(|(known, _)| *known == call);
    listed.map_or_else(|| action_by_name(call), |(_, action)| (*action).to_owned())
}

/// `rds:DescribeDBInstances` for `rds describe-db-instances`.
fn action_by_name(call: &str) -> String {
    let (service, operation) = call.split_once(' ').unwrap_or((call, ""));
    let prefix = PREFIXES.iter().find(|(known, _)| *known == service).map_or(service, |(_, prefix)| prefix);
    let mut action = [prefix, ":"].concat();
    for word in operation.split('-') {
        let mut letters = word.chars();
        match CAPITALS.iter().find(|(known, _)| *known == word) {
            Some((_, capitals)) => action.push_str(capitals),
            None => action.extend(letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)),
        }
    }
    action
}

/// The policy as it is pasted into the IAM console.
#[must_use]
pub fn policy() -> String {
    let actions: Vec<String> = actions().into_iter().map(|action| format!("        \"{action}\"")).collect();
    let actions = actions.join(",\n");
    format!(
        r#"{{
  "Version": "2012-10-17",
  "Statement": [
    {{
      "Sid": "GuardNaviCollect",
      "Effect": "Allow",
      "Action": [
{actions}
      ],
      "Resource": "*"
    }}
  ]
}}"#
    )
}

#[cfg(test)]
mod tests {
    use super::{ACTIONS, actions, planned_commands, policy};
    use crate::base::json::Json;

    /// The actions of S3, Budgets, Security Hub, EC2, Access Analyzer and WAF were checked in the Service Authorization
    /// Reference; the others are derived from the CLI's operations and were not checked one by one.
    const EXPECTED: &str = "access-analyzer:ListAnalyzers account:GetAlternateContact account:GetContactInformation \
        account:ListRegions budgets:ViewBudget ce:GetAnomalyMonitors ce:GetAnomalySubscriptions \
        cloudfront:ListDistributions cloudtrail:DescribeTrails cloudtrail:GetEventSelectors \
        cloudtrail:GetTrailStatus cloudtrail:LookupEvents cloudwatch:DescribeAlarms codebuild:BatchGetProjects \
        codebuild:ListProjects config:DescribeConfigurationRecorderStatus config:DescribeConfigurationRecorders \
        config:DescribeDeliveryChannels ec2:DescribeInstances ec2:DescribeManagedPrefixLists \
        ec2:DescribeNetworkInterfaces ec2:DescribeRegions ec2:DescribeSecurityGroupRules \
        ec2:DescribeSecurityGroups ec2:DescribeSnapshots ec2:DescribeVpcs ec2:GetInstanceMetadataDefaults \
        ec2:GetManagedPrefixListEntries ec2:GetSnapshotBlockPublicAccessState \
        elasticloadbalancing:DescribeLoadBalancers events:ListRules events:ListTargetsByRule \
        guardduty:GetDetector guardduty:GetFilter guardduty:GetFindings guardduty:GetFindingsStatistics \
        guardduty:ListDetectors guardduty:ListFilters guardduty:ListFindings iam:GenerateCredentialReport \
        iam:GetAccountAuthorizationDetails iam:GetAccountPasswordPolicy iam:GetAccountSummary \
        iam:GetCredentialReport iam:ListAccessKeys iam:ListEntitiesForPolicy iam:ListPolicies iam:ListRoles \
        iam:ListSAMLProviders iam:ListServiceSpecificCredentials iam:ListUsers iam:ListVirtualMFADevices \
        inspector2:ListCoverage lambda:ListFunctions logs:DescribeMetricFilters \
        organizations:DescribeOrganization rds:DescribeDBClusterSnapshotAttributes \
        rds:DescribeDBClusterSnapshots rds:DescribeDBInstances rds:DescribeDBSnapshotAttributes \
        rds:DescribeDBSnapshots s3:GetAccountPublicAccessBlock s3:GetBucketAcl s3:GetBucketPolicyStatus \
        s3:GetBucketPublicAccessBlock securityhub:DescribeHub securityhub:DescribeSecurityHubV2 \
        securityhub:GetEnabledStandards securityhub:GetFindings securityhub:ListFindingAggregators \
        sns:GetTopicAttributes sns:ListSubscriptions sns:ListTopics ssm:DescribeDocumentPermission \
        ssm:GetServiceSetting ssm:ListDocuments ssm:ListResourceComplianceSummaries sso:ListInstances \
        support:DescribeTrustedAdvisorCheckSummaries wafv2:GetWebACL wafv2:GetWebACLForResource";

    #[test]
    fn the_policy_allows_the_commands_and_nothing_else() {
        assert_eq!(actions().join(" "), EXPECTED.split_whitespace().collect::<Vec<_>>().join(" "));
        let calls = planned_commands::calls();
        assert!(ACTIONS.iter().all(|(call, _)| calls.contains(call)));
        assert!(actions().iter().all(|action| !action.contains('*')));
        let policy = Json::parse(&policy()).unwrap();
        let statement = policy.items("Statement").first().unwrap();
        assert!(statement.texts("Action").eq(actions().iter().map(String::as_str)));
    }
}
