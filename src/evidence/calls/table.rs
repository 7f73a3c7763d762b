//! Every AWS CLI command that a rule reads: the shape of its output, the paths to its account and Region, and the
//! options that leave nothing out or that the rule reads.
//!
//! `tests/aws/outputs.py` generates an output of every operation of AWS; a test checks that none is attributed to
//! another command.

use super::call::{Call, call};

/// Sorted by name.
pub(in crate::evidence) const CALLS: &[Call] = &[
    call("accessanalyzer list-analyzers", "analyzers[].status").own("analyzers[].arn").options(&["--type"]),
    call("account get-alternate-contact", "AlternateContact")
        .options(&["--account-id", "--alternate-contact-type"]),
    call("account get-contact-information", "ContactInformation").options(&["--account-id"]),
    call("account list-regions", "Regions[+].RegionOptStatus")
        .options(&["--account-id", "--region-opt-status-contains"]),
    call("budgets describe-budgets", "Budgets[+].BudgetName,BudgetType").options(&[
        "--account-id",
        "--show-filter-expression",
        "--no-show-filter-expression",
    ]),
    call("budgets describe-notifications-for-budget", "Notifications[+].NotificationType")
        .options(&["--account-id", "--budget-name"]),
    call("budgets describe-subscribers-for-notification", "Subscribers[].SubscriptionType").options(&[
        "--account-id",
        "--budget-name",
        "--notification",
    ]),
    call("ce get-anomaly-monitors", "AnomalyMonitors").own("AnomalyMonitors[].MonitorArn"),
    call("ce get-anomaly-subscriptions", "AnomalySubscriptions")
        .own("AnomalySubscriptions[].SubscriptionArn"),
    call("cloudfront list-distributions", "DistributionList")
        .shared()
        .owner("DistributionList.Items[].ARN"),
    call("cloudtrail describe-trails", "trailList")
        .options(&["--include-shadow-trails"]),
    call("cloudtrail get-event-selectors", "TrailARN *").shared().options(&["--trail-name"]),
    call("cloudtrail get-trail-status", "IsLogging *").options(&["--name"]),
    call("cloudtrail lookup-events", "Events[+].EventId,EventName,CloudTrailEvent")
        .shared()
        .options(&["--end-time", "--lookup-attributes", "--max-items", "--max-results", "--start-time"]),
    call("cloudwatch describe-alarms", "MetricAlarms CompositeAlarms ?LogAlarms")
        .own("MetricAlarms[].AlarmArn"),
    call("codebuild batch-get-projects", "projects[+].name,environment ?projectsNotFound|$[+].env,name")
        .place("projects[].arn")
        .options(&["--names", "--query"]),
    call("codebuild list-projects", "projects[+]").shared().options(&["--sort-by", "--sort-order"]),
    call("configservice describe-configuration-recorder-status", "ConfigurationRecordersStatus")
        .own("ConfigurationRecordersStatus[].arn"),
    call("configservice describe-configuration-recorders", "ConfigurationRecorders")
        .own("ConfigurationRecorders[].arn"),
    call("configservice describe-delivery-channels", "DeliveryChannels"),
    call("ec2 describe-instances", "Reservations[+].Instances").options(&["--include-managed-resources"]),
    call("ec2 describe-managed-prefix-lists", "PrefixLists[+].PrefixListArn").options(&["--filters"]),
    call("ec2 describe-network-interfaces", "NetworkInterfaces[+].NetworkInterfaceId,Groups")
        .options(&["--include-managed-resources"]),
    call("ec2 describe-regions", "Regions[+].Endpoint"),
    call("ec2 describe-security-group-rules", "SecurityGroupRules[+].IsEgress|$[+].Group,Protocol")
        .options(&["--query"]),
    call("ec2 describe-security-groups", "SecurityGroups[+].GroupId")
        .place("SecurityGroups[].SecurityGroupArn"),
    call("ec2 describe-snapshots", "Snapshots[+].SnapshotId,OwnerId,StorageTier")
        .options(&["--owner-ids", "--restorable-by-user-ids"]),
    call("ec2 describe-vpcs", "Vpcs[+].VpcId,IsDefault"),
    call("ec2 get-instance-metadata-defaults", "AccountLevel"),
    call("ec2 get-managed-prefix-list-entries", "Entries[+].Cidr").shared().options(&["--prefix-list-id"]),
    call(
        "ec2 get-snapshot-block-public-access-state",
        "State=block-all-sharing/block-new-sharing/unblocked ?ManagedBy",
    )
    .shared(),
    call("elbv2 describe-load-balancers", "LoadBalancers[+].LoadBalancerArn,Scheme")
        .shared()
        .own("LoadBalancers[].LoadBalancerArn"),
    call("events list-rules", "Rules[+].EventBusName|Rules[+].EventPattern").own("Rules[].Arn").options(&["--event-bus-name"]),
    call("events list-targets-by-rule", "Targets[+].Id,Arn").options(&["--event-bus-name", "--rule"]),
    call("gh api", "secret_scanning_push_protection *"),
    call("guardduty get-detector", "ServiceRole ?CreatedAt ?DataSources ?Features ?FindingPublishingFrequency ?Status ?Tags ?UpdatedAt|Status FindingPublishingFrequency *")
        .own("ServiceRole")
        .options(&["--detector-id"]),
    call("guardduty get-filter", "FindingCriteria ?Action ?CreatedAt ?Description ?Name ?Rank ?Tags ?UpdatedAt ?Version").options(&["--detector-id", "--filter-name"]),
    call("guardduty get-findings", "Findings[+].Service").place("Findings[].Arn").options(&[
        "--detector-id",
        "--finding-ids",
        "--sort-criteria",
    ]),
    call("guardduty get-findings-statistics", "FindingStatistics").options(&[
        "--detector-id",
        "--finding-criteria",
        "--finding-statistic-types",
        "--group-by",
    ]),
    call("guardduty list-detectors", "DetectorIds[]"),
    call("guardduty list-filters", "FilterNames[]").options(&["--detector-id"]),
    call("guardduty list-findings", "FindingIds[]").options(&[
        "--detector-id",
        "--finding-criteria",
        "--sort-criteria",
    ]),
    call("iam get-access-key-last-used", "AccessKeyLastUsed ?UserName").options(&["--access-key-id"]),
    call("iam get-account-authorization-details", "UserDetailList ?GroupDetailList ?RoleDetailList ?Policies")
    .own("UserDetailList[].Arn")
    .options(&["--filter"]),
    call("iam get-account-password-policy", "PasswordPolicy"),
    call("iam get-account-summary", "SummaryMap"),
    call("iam get-credential-report", "ReportFormat ?Content ?GeneratedTime"),
    call("iam get-policy-version", "PolicyVersion.Document,IsDefaultVersion")
        .shared()
        .options(&["--policy-arn", "--version-id"]),
    call("iam list-access-keys", "AccessKeyMetadata").options(&["--user-name"]),
    call("iam list-entities-for-policy", "PolicyUsers ?PolicyGroups ?PolicyRoles").options(&["--policy-arn"]),
    call("iam list-mfa-devices", "MFADevices").options(&["--user-name"]),
    call("iam list-policies", "Policies[+].PolicyName").options(&[
        "--only-attached",
        "--no-only-attached",
        "--scope",
        "--query",
    ]),
    call("iam list-roles", "Roles[+].RoleId,AssumeRolePolicyDocument").shared().own("Roles[].Arn").options(&["--path-prefix"]),
    call("iam list-saml-providers", "SAMLProviderList").own("SAMLProviderList[].Arn"),
    call("iam list-service-specific-credentials", "ServiceSpecificCredentials")
        .options(&["--all-users", "--user-name"]),
    call("iam list-users", "Users[+].UserId,UserName,Path,Arn").own("Users[].Arn"),
    call("iam list-virtual-mfa-devices", "VirtualMFADevices")
        .own("VirtualMFADevices[].SerialNumber")
        .options(&["--assignment-status"]),
    call("inspector2 list-coverage", "coveredResources[+].resourceId,scanStatus")
        .owner("coveredResources[].accountId")
        .options(&["--filter-criteria"]),
    call("lambda list-functions", "Functions|$[+].name,env")
        .own("Functions[].FunctionArn")
        .options(&["--query", "--function-version"]),
    call("logs describe-metric-filters", "metricFilters"),
    call("organizations describe-organization", "Organization").shared(),
    call(
        "rds describe-db-cluster-snapshot-attributes",
        "DBClusterSnapshotAttributesResult.DBClusterSnapshotIdentifier",
    )
    .shared()
    .options(&["--db-cluster-snapshot-identifier"]),
    call("rds describe-db-cluster-snapshots", "DBClusterSnapshots[+].DBClusterSnapshotIdentifier,TagList,StorageType")
        .place("DBClusterSnapshots[].DBClusterSnapshotArn")
        .options(&["--snapshot-type", "--no-include-public", "--no-include-shared"]),
    call("rds describe-db-instances", "DBInstances[+].DBInstanceIdentifier,ActivityStreamStatus")
        .own("DBInstances[].DBInstanceArn"),
    call("rds describe-db-snapshot-attributes", "DBSnapshotAttributesResult.DBSnapshotIdentifier")
        .shared()
        .options(&["--db-snapshot-identifier"]),
    call("rds describe-db-snapshots", "DBSnapshots")
        .place("DBSnapshots[].DBSnapshotArn")
        .options(&["--snapshot-type", "--no-include-public", "--no-include-shared"]),
    call("s3api get-bucket-acl", "Grants[].Grantee")
        .shared()
        .options(&["--bucket", "--expected-bucket-owner"]),
    call("s3api get-bucket-policy-status", "PolicyStatus")
        .shared()
        .options(&["--bucket", "--expected-bucket-owner"]),
    call("s3api get-public-access-block", "PublicAccessBlockConfiguration")
        .shared()
        .options(&["--bucket", "--expected-bucket-owner"]),
    call("s3control get-public-access-block", "PublicAccessBlockConfiguration")
        .shared()
        .options(&["--account-id"]),
    call("securityhub describe-hub", "HubArn SubscribedAt ?AutoEnableControls ?ControlFindingGenerator").own("HubArn"),
    call("securityhub describe-security-hub-v2", "HubV2Arn SubscribedAt ?Features").own("HubV2Arn"),
    call("securityhub get-enabled-standards", "StandardsSubscriptions[+].StandardsSubscriptionArn,StandardsArn")
        .shared()
        .own("StandardsSubscriptions[].StandardsSubscriptionArn"),
    call("securityhub get-findings", "Findings[+].ProductArn").options(&[
        "--filters",
        "--query",
        "--sort-criteria",
    ]),
    call("securityhub list-finding-aggregators", "FindingAggregators")
        .own("FindingAggregators[].FindingAggregatorArn"),
    call("sns get-topic-attributes", "Attributes.TopicArn,SubscriptionsConfirmed")
        .place("Attributes.TopicArn")
        .options(&["--topic-arn"]),
    call("sns list-subscriptions", "Subscriptions[+].SubscriptionArn,TopicArn")
        .shared()
        .place("Subscriptions[].TopicArn")
        .owner("Subscriptions[].Owner"),
    call("sns list-subscriptions-by-topic", "Subscriptions[+].SubscriptionArn,TopicArn")
        .shared()
        .place("Subscriptions[].TopicArn")
        .options(&["--topic-arn"]),
    call("sns list-topics", "Topics[+].TopicArn,!TopicName").own("Topics[].TopicArn"),
    call("ssm describe-document-permission", "AccountIds *").shared().options(&["--name", "--permission-type"]),
    call("ssm get-service-setting", "ServiceSetting.SettingId,SettingValue")
        .shared()
        .own("ServiceSetting.ARN")
        .options(&["--setting-id"]),
    call("ssm list-documents", "DocumentIdentifiers").options(&["--filters"]),
    call("ssm list-resource-compliance-summaries", "ResourceComplianceSummaryItems").options(&["--filters"]),
    call("sso-admin list-instances", "Instances[+].InstanceArn,IdentityStoreId"),
    call("sts get-caller-identity", "UserId Account Arn").own("Arn"),
    call("support describe-trusted-advisor-check-summaries", "summaries[+].checkId,status").options(&["--check-ids"]),
    call("wafv2 get-web-acl-for-resource", "WebACL").shared().options(&["--resource-arn"]),
];
