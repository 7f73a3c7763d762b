//! What the alert controls share: one topic in the home Region, its policy, and the role by which other Regions forward
//! their events to the home Region's bus.
//!
//! `set-topic-attributes` replaces the whole policy of a topic, so two controls with different ones would undo each other.

/// Lets EventBridge publish to the topic. SNS's own default statement stays in it. As in the Amazon EventBridge User
/// Guide, "Troubleshooting Amazon EventBridge": no `Condition` in the second statement.
pub(super) const TOPIC_POLICY: &str = r#"{"Version":"2012-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID","Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes","SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe","SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"<TOPIC_ARN>","Condition":{"StringEquals":{"AWS:SourceOwner":"<ACCOUNT_ID>"}}},{"Sid":"PublishEventsToMyTopic","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish","Resource":"<TOPIC_ARN>"}]}"#;

/// The name of the role for forwarding.
pub(super) const ROLE: &str = "security-alerts-forward";

/// Who may take on the role. As in "Cross-service confused deputy prevention in Amazon EventBridge".
pub(super) const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:events:*:<ACCOUNT_ID>:rule/*"},"StringEquals":{"aws:SourceAccount":"<ACCOUNT_ID>"}}}]}"#;

/// What the role may do.
pub(super) const FORWARD: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"events:PutEvents","Resource":"arn:aws:events:<HOME_REGION>:<ACCOUNT_ID>:event-bus/default"}]}"#;

/// The target of a rule in the home Region.
pub(super) const TO_TOPIC: &str = "Id=sns,Arn=<TOPIC_ARN>";

/// The target of a rule in another Region.
pub(super) const TO_HOME: &str = "Id=home,Arn=arn:aws:events:<HOME_REGION>:<ACCOUNT_ID>:event-bus/default,RoleArn=arn:aws:iam::<ACCOUNT_ID>:role/security-alerts-forward";

/// A message that mail shows as it is, and Amazon Q Developer as a message in the chat: of anything else that somebody
/// publishes by hand it shows nothing. As in "Custom notifications using Amazon Q Developer in chat applications".
pub(super) const TEST_MESSAGE: &str =
    r#"{"version":"1.0","source":"custom","content":{"description":"Test of security-alerts. No action needed."}}"#;
