//! An account in which every command of the collector returns something.

use super::aws::Aws;
use serde_json::Value;

fn words(words: &[&str]) -> Vec<String> {
    std::iter::once("aws").chain(words.iter().copied()).map(str::to_owned).collect()
}

/// Creates the resources of the account.
pub fn create_resources(aws: &mut Aws) {
    for line in [
        "aws iam create-user --user-name alice@example.com",
        "aws iam create-login-profile --user-name alice@example.com --password Xy7-correct-horse",
        "aws iam attach-user-policy --user-name alice@example.com --policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
        "aws iam update-account-password-policy --minimum-password-length 8",
        "aws s3api create-bucket --bucket my-cloudtrail-logs --create-bucket-configuration LocationConstraint=ap-northeast-1",
        "aws s3api put-bucket-policy --bucket my-cloudtrail-logs --policy {\"Version\":\"2012-10-17\",\"Statement\":[]}",
        "aws cloudtrail create-trail --name management-events --s3-bucket-name my-cloudtrail-logs --is-multi-region-trail",
        "aws sns create-topic --name security-alerts",
        "aws sns subscribe --topic-arn arn:aws:sns:ap-northeast-1:123456789012:security-alerts --protocol email --notification-endpoint a@example.com",
        "aws sns subscribe --topic-arn arn:aws:sns:ap-northeast-1:123456789012:security-alerts --protocol email --notification-endpoint b@example.com",
        "aws events put-rule --name guardduty-all --event-pattern {\"source\":[\"aws.guardduty\"]}",
        "aws events put-targets --rule guardduty-all --targets Id=1,Arn=arn:aws:sns:ap-northeast-1:123456789012:security-alerts",
        "aws account put-alternate-contact --alternate-contact-type SECURITY --name A --title B --email-address a@example.com --phone-number 1",
        "aws guardduty create-detector --enable",
    ] {
        aws.done(line);
    }
    let topic = [
        "sns",
        "set-topic-attributes",
        "--topic-arn",
        "arn:aws:sns:ap-northeast-1:123456789012:security-alerts",
        "--attribute-name",
        "Policy",
        "--attribute-value",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish","Resource":"arn:aws:sns:ap-northeast-1:123456789012:security-alerts"}]}"#,
    ];
    // The name contains quotes, spaces and Japanese.
    let budget = [
        "budgets",
        "create-budget",
        "--account-id",
        "123456789012",
        "--budget",
        r#"{"BudgetName":"月の \"予算\" 1","BudgetLimit":{"Amount":"50","Unit":"USD"},"TimeUnit":"MONTHLY","BudgetType":"COST"}"#,
        "--notifications-with-subscribers",
        r#"[{"Notification":{"NotificationType":"ACTUAL","ComparisonOperator":"GREATER_THAN","Threshold":80},"Subscribers":[{"SubscriptionType":"EMAIL","Address":"a@example.com"}]}]"#,
    ];
    for line in [&topic[..], &budget] {
        let answer = aws.run(&words(line));
        assert_eq!(answer.exit, 0, "{}", answer.stderr);
    }
}

/// Lists every resource of the account that the collector could have changed.
pub fn listed(aws: &mut Aws) -> Vec<Value> {
    [
        "aws iam get-account-authorization-details",
        "aws iam get-account-password-policy",
        "aws iam get-account-summary",
        "aws sns list-topics",
        "aws sns list-subscriptions",
        "aws sns get-topic-attributes --topic-arn arn:aws:sns:ap-northeast-1:123456789012:security-alerts",
        "aws events list-rules",
        "aws events list-targets-by-rule --rule guardduty-all",
        "aws cloudtrail describe-trails",
        "aws cloudtrail get-trail-status --name management-events",
        "aws s3api list-buckets",
        "aws guardduty list-detectors",
        "aws budgets describe-budgets --account-id 123456789012",
        "aws account get-alternate-contact --alternate-contact-type SECURITY",
        "aws ec2 describe-security-groups",
        "aws ec2 describe-instances",
        "aws configservice describe-configuration-recorders",
    ]
    .into_iter()
    .map(|line| aws.done(line))
    .collect()
}
