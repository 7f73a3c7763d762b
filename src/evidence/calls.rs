//! The AWS CLI commands that rules understand, and how their bare output is recognised.
//!
//! A bare output does not say which command printed it. Most have a shape of their own; where two share one
//! (`get-public-access-block` of `s3api` and of `s3control`), a hint decides: the bundle, the line that was typed
//! above the output, the command that it was pasted under, or the file's name.

use super::facts::{Check, Facts, Origin, Output, Scan, Scanner};
use crate::json::Json;
use crate::secrets;
use crate::time::Timestamp;
use std::collections::BTreeMap;

/// One command.
#[derive(Debug)]
pub(super) struct Call {
    /// Service and operation.
    pub id: &'static str,
    /// A path that its output has: `SummaryMap`, `Findings[].ProductArn`; `|` before another one, `$` the whole.
    /// An empty list fits any item path.
    pub shape: &'static str,
    /// A path to an ARN of the account itself, which tells account and Region; empty without one.
    pub arn: &'static str,
}

const fn call(id: &'static str, shape: &'static str, arn: &'static str) -> Call {
    Call { id, shape, arn }
}

/// Every command that a rule looks at.
pub(super) const CALLS: &[Call] = &[
    call("accessanalyzer list-analyzers", "analyzers[].status", "analyzers[].arn"),
    call("account get-alternate-contact", "AlternateContact", ""),
    call("account get-contact-information", "ContactInformation", ""),
    call("account list-regions", "Regions[].RegionOptStatus", ""),
    call("budgets describe-budgets", "Budgets[].BudgetName", ""),
    call("budgets describe-notifications-for-budget", "Notifications[].NotificationType", ""),
    call("budgets describe-subscribers-for-notification", "Subscribers[].SubscriptionType", ""),
    call("ce get-anomaly-monitors", "AnomalyMonitors", "AnomalyMonitors[].MonitorArn"),
    call("ce get-anomaly-subscriptions", "AnomalySubscriptions", "AnomalySubscriptions[].SubscriptionArn"),
    call("cloudtrail describe-trails", "trailList", ""),
    call("cloudtrail get-event-selectors", "TrailARN", ""),
    call("cloudtrail get-trail-status", "IsLogging", ""),
    call("cloudtrail lookup-events", "Events[].EventId", ""),
    call("cloudwatch describe-alarms", "MetricAlarms", "MetricAlarms[].AlarmArn"),
    call("codebuild batch-get-projects", "projects[].name|$[].env[].type", "projects[].arn"),
    call("codebuild list-projects", "projects[]", ""),
    call(
        "configservice describe-configuration-recorder-status",
        "ConfigurationRecordersStatus",
        "ConfigurationRecordersStatus[].arn",
    ),
    call("configservice describe-configuration-recorders", "ConfigurationRecorders", "ConfigurationRecorders[].arn"),
    call("configservice describe-delivery-channels", "DeliveryChannels", ""),
    call("ec2 describe-instances", "Reservations", ""),
    call("ec2 describe-managed-prefix-lists", "PrefixLists[].PrefixListArn", ""),
    call("ec2 describe-regions", "Regions[].Endpoint", ""),
    call("ec2 describe-security-group-rules", "SecurityGroupRules|$[].Group", ""),
    call("ec2 describe-security-groups", "SecurityGroups", "SecurityGroups[].SecurityGroupArn"),
    call("ec2 describe-snapshots", "Snapshots", ""),
    call("ec2 get-instance-metadata-defaults", "AccountLevel", ""),
    call("ec2 get-managed-prefix-list-entries", "Entries[].Cidr", ""),
    call("ec2 get-snapshot-block-public-access-state", "State", ""),
    call("events list-rules", "Rules", "Rules[].Arn"),
    call("events list-targets-by-rule", "Targets", ""),
    call("gh api", "secret_scanning_push_protection", ""),
    call("guardduty get-detector", "ServiceRole", "ServiceRole"),
    call("guardduty get-filter", "FindingCriteria", ""),
    call("guardduty get-findings", "Findings[].Service", "Findings[].Arn"),
    call("guardduty get-findings-statistics", "FindingStatistics", ""),
    call("guardduty list-detectors", "DetectorIds", ""),
    call("guardduty list-filters", "FilterNames", ""),
    call("guardduty list-findings", "FindingIds", ""),
    call("iam get-access-key-last-used", "AccessKeyLastUsed", ""),
    call("iam get-account-authorization-details", "UserDetailList", "UserDetailList[].Arn"),
    call("iam get-account-password-policy", "PasswordPolicy", ""),
    call("iam get-account-summary", "SummaryMap", ""),
    call("iam get-credential-report", "ReportFormat", ""),
    call("iam get-policy-version", "PolicyVersion", ""),
    call("iam list-access-keys", "AccessKeyMetadata", ""),
    call("iam list-entities-for-policy", "PolicyUsers", ""),
    call("iam list-mfa-devices", "MFADevices", ""),
    call("iam list-policies", "Policies[].PolicyName|$[]", ""),
    call("iam list-service-specific-credentials", "ServiceSpecificCredentials", ""),
    call("iam list-users", "Users[].UserId", "Users[].Arn"),
    call("iam list-virtual-mfa-devices", "VirtualMFADevices", "VirtualMFADevices[].SerialNumber"),
    call("lambda list-functions", "Functions|$[].env[]", ""),
    call("logs describe-metric-filters", "metricFilters", ""),
    call("rds describe-db-cluster-snapshot-attributes", "DBClusterSnapshotAttributesResult", ""),
    call("rds describe-db-cluster-snapshots", "DBClusterSnapshots", "DBClusterSnapshots[].DBClusterSnapshotArn"),
    call("rds describe-db-instances", "DBInstances", "DBInstances[].DBInstanceArn"),
    call("rds describe-db-snapshot-attributes", "DBSnapshotAttributesResult", ""),
    call("rds describe-db-snapshots", "DBSnapshots", "DBSnapshots[].DBSnapshotArn"),
    call("s3api get-bucket-acl", "Grants", ""),
    call("s3api get-bucket-policy-status", "PolicyStatus", ""),
    call("s3api get-public-access-block", "PublicAccessBlockConfiguration", ""),
    call("s3control get-public-access-block", "PublicAccessBlockConfiguration", ""),
    call("securityhub describe-hub", "HubArn", "HubArn"),
    call("securityhub describe-security-hub-v2", "HubV2Arn", "HubV2Arn"),
    call(
        "securityhub get-enabled-standards",
        "StandardsSubscriptions",
        "StandardsSubscriptions[].StandardsSubscriptionArn",
    ),
    call("securityhub get-findings", "Findings[].ProductArn", ""),
    call("securityhub list-finding-aggregators", "FindingAggregators", "FindingAggregators[].FindingAggregatorArn"),
    call("sns get-topic-attributes", "Attributes.TopicArn", "Attributes.TopicArn"),
    call("sns list-subscriptions", "Subscriptions[].SubscriptionArn", "Subscriptions[].TopicArn"),
    call("sns list-subscriptions-by-topic", "Subscriptions[].SubscriptionArn", "Subscriptions[].TopicArn"),
    call("sns list-topics", "Topics[].TopicArn", "Topics[].TopicArn"),
    call("ssm get-service-setting", "ServiceSetting", "ServiceSetting.ARN"),
    call("ssm list-documents", "DocumentIdentifiers|$[]", ""),
    call("sts get-caller-identity", "UserId", "Arn"),
];

/// The command with this name.
pub(super) fn find(id: &str) -> Option<&'static Call> {
    CALLS.iter().find(|call| call.id == id)
}

/// The commands whose operation is written so in an error: `GetAlternateContact`.
pub(super) fn of_operation(operation: &str) -> impl Iterator<Item = &'static Call> {
    let wanted = operation.to_ascii_lowercase();
    CALLS.iter().filter(move |call| {
        let name = call.id.split(' ').nth(1).unwrap_or_default();
        name.bytes().filter(|byte| *byte != b'-').eq(wanted.bytes())
    })
}

/// The commands that may have printed this.
pub(super) fn of_shape(value: &Json) -> impl Iterator<Item = &'static Call> {
    CALLS.iter().filter(move |call| call.shape.split('|').any(|path| fits(value, path)))
}

/// Whether a path is there; an empty list fits whatever stands behind it.
fn fits(value: &Json, path: &str) -> bool {
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let (key, is_list) = step.strip_suffix("[]").map_or((step, false), |key| (key, true));
    let value = if key == "$" { Some(value) } else { value.get(key) };
    match value {
        None => false,
        Some(Json::List(items)) if is_list => items
            .first()
            .is_none_or(|first| if rest.is_empty() { first.as_text().is_some() } else { fits(first, rest) }),
        Some(_) if is_list => false,
        Some(value) => rest.is_empty() || fits(value, rest),
    }
}

/// The first text that stands at a path.
fn first<'a>(value: &'a Json, path: &str) -> Option<&'a str> {
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let (key, is_list) = step.strip_suffix("[]").map_or((step, false), |key| (key, true));
    let value = value.get(key)?;
    match value {
        Json::List(items) if is_list => items.iter().find_map(|item| first(item, rest)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => {
            if rest.is_empty() { value.as_text() } else { first(value, rest) }
        }
    }
}

/// Region and masked account of an ARN; each none where it does not say.
pub(super) fn place_of(arn: &str) -> (Option<String>, Option<String>) {
    let mut parts = arn.splitn(6, ':').skip(3);
    let region = parts.next().filter(|region| is_region(region)).map(str::to_owned);
    let is_account = |account: &&str| account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    (region, parts.next().filter(is_account).map(secrets::mask))
}

/// Region and account that an output tells by itself.
pub(super) fn place(call: &Call, value: &Json) -> (Option<String>, Option<String>) {
    if call.arn.is_empty() {
        return (None, None);
    }
    first(value, call.arn).map_or((None, None), place_of)
}

/// `ap-northeast-1`, `us-gov-west-1` …
pub(super) fn is_region(text: &str) -> bool {
    let Some((name, number)) = text.rsplit_once('-') else {
        return false;
    };
    let is_word = |part: &str| (1..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase());
    name.contains('-')
        && name.split('-').all(is_word)
        && (1..=2).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Asked once per user, policy, trail …: without the line that printed it, two outputs may be of two things.
const PER_ITEM: [&str; 20] = [
    "account get-alternate-contact",
    "budgets describe-notifications-for-budget",
    "budgets describe-subscribers-for-notification",
    "cloudtrail get-event-selectors",
    "cloudtrail get-trail-status",
    "codebuild batch-get-projects",
    "ec2 get-managed-prefix-list-entries",
    "events list-targets-by-rule",
    "gh api",
    "guardduty get-detector",
    "guardduty get-filter",
    "guardduty get-findings",
    "iam get-policy-version",
    "iam list-access-keys",
    "iam list-entities-for-policy",
    "rds describe-db-cluster-snapshot-attributes",
    "rds describe-db-snapshot-attributes",
    "s3api get-bucket-acl",
    "s3api get-bucket-policy-status",
    "s3api get-public-access-block",
];

/// Keeps of the same things only what is newest: by the time of collection where it is known, else by hand-over.
/// Within one hand-over nothing is dropped without a time: pages of one answer look alike.
pub(super) fn keep_latest(facts: &mut Facts) {
    type Rank = (Option<Timestamp>, u32);
    let rank = |origin: &Origin| -> Rank { (origin.collected_at, origin.batch) };
    let key = |output: &Output| {
        (output.call, output.args.clone(), output.subject.clone(), output.region.clone(), output.account.clone())
    };
    let is_clear =
        |output: &Output| !PER_ITEM.contains(&output.call) || !output.args.is_empty() || output.subject.is_some();
    let mut latest: BTreeMap<_, Rank> = BTreeMap::new();
    for output in facts.outputs.iter().filter(|output| is_clear(output)) {
        let rank = rank(&output.origin);
        latest.entry(key(output)).and_modify(|known| *known = newer(*known, rank)).or_insert(rank);
    }
    facts.outputs.retain(|output| {
        !is_clear(output) || latest.get(&key(output)).is_none_or(|latest| *latest == rank(&output.origin))
    });

    let last = facts.credential_reports.iter().map(|report| report.origin.batch).max();
    facts.credential_reports.retain(|report| Some(report.origin.batch) == last);
    // A later scan may be of other checks or of another Region only.
    let key = |scan: &Scan, check: &Check| (scan.scanner == Scanner::Prowler, check.id.clone(), check.region.clone());
    let mut latest: BTreeMap<_, u32> = BTreeMap::new();
    for scan in &facts.scans {
        for check in &scan.checks {
            let known = latest.entry(key(scan, check)).or_default();
            *known = (*known).max(scan.origin.batch);
        }
    }
    for scan in &mut facts.scans {
        let checks = std::mem::take(&mut scan.checks);
        let is_latest = |check: &Check| latest.get(&key(scan, check)) == Some(&scan.origin.batch);
        scan.checks = checks.into_iter().filter(is_latest).collect();
    }
}

/// The newer of two: times decide where both have one.
fn newer(a: (Option<Timestamp>, u32), b: (Option<Timestamp>, u32)) -> (Option<Timestamp>, u32) {
    match (a.0, b.0) {
        (Some(_), Some(_)) => a.max(b),
        _ if b.1 > a.1 => b,
        _ => a,
    }
}

#[cfg(test)]
mod tests {
    use super::{CALLS, PER_ITEM, find, is_region, of_operation, of_shape};
    use crate::catalogue::{self, Program};
    use crate::evidence::rules;
    use crate::json::Json;

    /// Check commands that no rule needs: they lead to another one, or are for the reader's eyes.
    const FOR_EYES: [&str; 2] = ["iam generate-credential-report", "securityhub describe-standards-controls"];

    #[test]
    fn every_check_command_is_judged_or_named() {
        let judged = catalogue::details().filter(|details| rules::judges(details.id));
        let commands = judged.flat_map(|details| details.check.cli);
        let calls: Vec<&str> =
            commands.filter(|command| command.program == Program::Aws).map(|command| command.call).collect();
        let open: Vec<&&str> = calls.iter().filter(|call| find(call).is_none() && !FOR_EYES.contains(call)).collect();
        assert!(
            open.is_empty(),
            "src/evidence/calls.rs does not know these check commands of judged controls: {open:?}"
        );
        assert!(FOR_EYES.iter().all(|call| calls.contains(call) && find(call).is_none()));
        assert!(PER_ITEM.iter().all(|call| find(call).is_some()));
    }

    #[test]
    fn shapes_and_operations_find_their_call() {
        let of = |text: &str| of_shape(&Json::parse(text).unwrap()).map(|call| call.id).collect::<Vec<_>>();
        assert_eq!(of("{\"SummaryMap\": {}}"), ["iam get-account-summary"]);
        assert_eq!(of("{\"Regions\": [{\"Endpoint\": \"x\"}]}"), ["ec2 describe-regions"]);
        assert_eq!(of("{\"Findings\": []}").len(), 2);
        assert_eq!(of("{}"), [""; 0]);
        let operation = |name: &str| of_operation(name).map(|call| call.id).collect::<Vec<_>>();
        assert_eq!(operation("GetPublicAccessBlock").len(), 2);
        assert_eq!(operation("DescribeDBInstances"), ["rds describe-db-instances"]);
    }

    #[test]
    fn the_table_is_sorted_and_without_doubles() {
        assert!(CALLS.windows(2).all(|pair| pair[0].id < pair[1].id));
        assert!(find("iam list-users").is_some());
    }

    #[test]
    fn regions_have_a_form() {
        assert!(["ap-northeast-1", "us-gov-west-1", "me-central-1", "mx-central-1"].into_iter().all(is_region));
        assert!(!["alice", "old-dev", "root-signin", "eu-west-", "QuarantineV3"].into_iter().any(is_region));
    }
}
