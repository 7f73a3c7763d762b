//! The smallest IAM policy for the script: an action for each of its commands.

use super::questions;

/// What allows a command, as the Service Authorization Reference says
/// (<https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>).
/// All that are missing here are allowed by the action of their own name, as [`derived`] makes it.
const ACTIONS: &[(&str, &str)] = &[
    // One permission for the whole of a budget.
    ("budgets describe-budgets", "budgets:ViewBudget"),
    ("budgets describe-notifications-for-budget", "budgets:ViewBudget"),
    ("budgets describe-subscribers-for-notification", "budgets:ViewBudget"),
    // The operations of S3 have other names than their permissions.
    ("s3api get-bucket-acl", "s3:GetBucketAcl"),
    ("s3api get-bucket-policy-status", "s3:GetBucketPolicyStatus"),
    ("s3api get-public-access-block", "s3:GetBucketPublicAccessBlock"),
    ("s3control get-public-access-block", "s3:GetAccountPublicAccessBlock"),
    // Everybody may ask who he is.
    ("sts get-caller-identity", ""),
];

/// Services whose prefix is not the CLI's name.
const PREFIXES: [(&str, &str); 2] = [("accessanalyzer", "access-analyzer"), ("configservice", "config")];

/// Words that AWS writes in capitals.
const CAPITALS: [(&str, &str); 3] = [("db", "DB"), ("mfa", "MFA"), ("v2", "V2")];

/// The actions, sorted.
fn actions() -> Vec<String> {
    let mut actions: Vec<String> = questions::calls().into_iter().map(action).filter(|one| !one.is_empty()).collect();
    actions.sort_unstable();
    actions.dedup();
    actions
}

fn action(call: &str) -> String {
    ACTIONS.iter().find(|(known, _)| *known == call).map_or_else(|| text_memo(call), |(_, action)| (*action).to_owned())
}

/// `rds:DescribeDBInstances` for `rds describe-db-instances`.
fn text_memo(call: &str) -> String {
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
    use super::{ACTIONS, actions, policy, questions};
    use crate::base::json::Json;

    /// Those of S3, Budgets, Security Hub, EC2 and Access Analyzer were read in the Service Authorization Reference; the
    /// others are named after the CLI's operations and were not looked up one by one.
    const EXPECTED: &str = "access-analyzer:ListAnalyzers account:GetAlternateContact account:GetContactInformation \
        account:ListRegions budgets:ViewBudget ce:GetAnomalyMonitors ce:GetAnomalySubscriptions \
        cloudtrail:DescribeTrails cloudtrail:GetEventSelectors cloudtrail:GetTrailStatus cloudtrail:LookupEvents \
        cloudwatch:DescribeAlarms codebuild:BatchGetProjects codebuild:ListProjects \
        config:DescribeConfigurationRecorderStatus config:DescribeConfigurationRecorders \
        config:DescribeDeliveryChannels ec2:DescribeInstances ec2:DescribeManagedPrefixLists ec2:DescribeRegions ec2:DescribeSecurityGroupRules \
        ec2:DescribeSecurityGroups ec2:DescribeSnapshots ec2:GetInstanceMetadataDefaults \
        ec2:GetManagedPrefixListEntries \
        ec2:GetSnapshotBlockPublicAccessState events:ListRules events:ListTargetsByRule guardduty:GetDetector \
        guardduty:GetFilter guardduty:GetFindings guardduty:GetFindingsStatistics guardduty:ListDetectors \
        guardduty:ListFilters guardduty:ListFindings iam:GenerateCredentialReport \
        iam:GetAccountAuthorizationDetails iam:GetAccountPasswordPolicy iam:GetAccountSummary \
        iam:GetCredentialReport iam:ListAccessKeys iam:ListEntitiesForPolicy iam:ListPolicies \
        iam:ListServiceSpecificCredentials iam:ListUsers iam:ListVirtualMFADevices lambda:ListFunctions \
        logs:DescribeMetricFilters rds:DescribeDBClusterSnapshotAttributes rds:DescribeDBClusterSnapshots \
        rds:DescribeDBInstances rds:DescribeDBSnapshotAttributes rds:DescribeDBSnapshots \
        s3:GetAccountPublicAccessBlock s3:GetBucketAcl s3:GetBucketPolicyStatus s3:GetBucketPublicAccessBlock \
        securityhub:DescribeHub securityhub:DescribeSecurityHubV2 securityhub:GetEnabledStandards \
        securityhub:GetFindings securityhub:ListFindingAggregators sns:GetTopicAttributes sns:ListSubscriptions \
        sns:ListTopics ssm:DescribeDocumentPermission ssm:GetServiceSetting ssm:ListDocuments";

    #[test]
    fn the_policy_allows_what_is_asked_and_nothing_else() {
        assert_eq!(actions().join(" "), EXPECTED.split_whitespace().collect::<Vec<_>>().join(" "));
        let calls = questions::calls();
        assert!(ACTIONS.iter().all(|(call, _)| calls.contains(call)));
        assert!(actions().iter().all(|action| !action.contains('*')));
        let policy = Json::parse(&policy()).unwrap();
        let statement = policy.items("Statement").first().unwrap();
        assert!(statement.texts("Action").eq(actions().iter().map(String::as_str)));
    }
}
