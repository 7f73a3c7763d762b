//! The access policy of an alert topic, the same wherever a control sets it: `set-topic-attributes` replaces the whole
//! policy, so two controls with different ones would undo each other.
//!
//! SNS's own default statement stays in it. As in the Amazon EventBridge User Guide, "Troubleshooting Amazon
//! EventBridge": no `Condition` in the second statement.

macro_rules! topic_policy {
    ($topic:literal) => {
        concat!(
            r#"{"Version":"2012-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID","Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes","SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe","SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":""#,
            $topic,
            r#"","Condition":{"StringEquals":{"AWS:SourceOwner":"<ACCOUNT_ID>"}}},{"Sid":"PublishEventsToMyTopic","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish","Resource":""#,
            $topic,
            r#""}]}"#
        )
    };
}

/// For the topic of a Region.
pub(super) const TOPIC_POLICY: &str = topic_policy!("<TOPIC_ARN>");

/// For the topic of us-east-1, where global events arrive.
pub(super) const TOPIC_POLICY_US_EAST_1: &str = topic_policy!("<TOPIC_ARN_US_EAST_1>");
