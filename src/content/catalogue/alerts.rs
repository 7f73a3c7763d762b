//! Shared by the alert controls, steps and texts included: one topic in the home Region, its policy, and the role with
//! which other Regions forward their events to the event bus of the home Region.
//!
//! `set-topic-attributes` replaces the whole policy of a topic, so controls with different policies would overwrite
//! each other's.

use crate::base::i18n::{Text, t};

/// Lets EventBridge publish to the topic, and keeps the default statement of SNS. Source: Amazon EventBridge User
/// Guide, "Troubleshooting Amazon EventBridge": no `Condition` in the second statement.
pub(super) const TOPIC_POLICY: &str = r#"{"Version":"2012-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID","Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes","SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe","SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"<TOPIC_ARN>","Condition":{"StringEquals":{"AWS:SourceOwner":"<ACCOUNT_ID>"}}},{"Sid":"PublishEventsToMyTopic","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish","Resource":"<TOPIC_ARN>"}]}"#;

/// The name of the forwarding role.
pub(super) const ROLE: &str = "security-alerts-forward";

/// The trust policy of the forwarding role. Source: "Cross-service confused deputy prevention in Amazon EventBridge".
pub(super) const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:events:*:<ACCOUNT_ID>:rule/*"},"StringEquals":{"aws:SourceAccount":"<ACCOUNT_ID>"}}}]}"#;

/// The permissions of the forwarding role.
pub(super) const FORWARD: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"events:PutEvents","Resource":"arn:aws:events:<HOME_REGION>:<ACCOUNT_ID>:event-bus/default"}]}"#;

/// The target of a rule in the home Region.
pub(super) const TO_TOPIC: &str = "Id=sns,Arn=<TOPIC_ARN>";

/// The target of a rule in another Region.
pub(super) const TO_HOME: &str = "Id=home,Arn=arn:aws:events:<HOME_REGION>:<ACCOUNT_ID>:event-bus/default,RoleArn=arn:aws:iam::<ACCOUNT_ID>:role/security-alerts-forward";

/// A test message that e-mail shows as it is, and Amazon Q Developer as a chat message; Amazon Q Developer ignores
/// messages in other formats that are published by hand. Source: "Custom notifications using Amazon Q Developer in chat
/// applications".
pub(super) const TEST_MESSAGE: &str =
    r#"{"version":"1.0","source":"custom","content":{"description":"Test of security-alerts. No action needed."}}"#;

/// The cost of forwarding.
pub(super) const COST: Text = t(
    "実質無料。ルールは無料、SNS のメールは月 1,000 通まで無料(2026-08)。リージョン間の転送も課金対象だが、件数はごくわずか",
    "In practice free: the rules cost nothing and 1,000 SNS e-mails a month are free (2026-08). Forwarding between Regions is charged, but the events are very few",
);

/// Check step: open the rules in us-east-1.
pub(super) const LOOK_IN_US_EAST_1: Text = t(
    "右上でリージョンに米国東部 (バージニア北部) us-east-1 を選び、EventBridge のコンソールで [ルール] を開きます。",
    "Choose the Region US East (N. Virginia), us-east-1, at the top right and open [Rules] in the EventBridge console.",
);

/// Check step: the target of the rule.
pub(super) const LOOK_AT_TARGET: Text = t(
    "ルールのターゲットを確認します。SNS トピックなら、SNS のコンソールで開き、「Confirmed」(確認済み)のサブスクリプションが 2 つ以上あることを確認します。ホームリージョンのイベントバスなら、ホームリージョンに同じパターンのルールがあることを確認します。",
    "Look at the target of the rule. If it is a topic, open it in the SNS console and see at least two subscriptions with the status Confirmed. If it is the event bus of the home Region, see the same pattern in a rule there.",
);

/// Fix step: what an alert requires.
pub(super) const FIRST: Text = t(
    "先に、ホームリージョンの通知用のトピックと、転送用のロールを用意します(notify-two-destinations)。",
    "First make the topic in the home Region and the role for forwarding (notify-two-destinations).",
);

/// Fix step: start to create a rule.
pub(super) const NEW_RULE: Text = t(
    "右上でホームリージョンを選び、EventBridge のコンソールで [ルール] を開いて、[ルールの作成] を選びます。作成方法を選ぶ画面が出たら、「Advanced Builder」を選びます。",
    "Choose your home Region at the top right, open [Rules] in the EventBridge console and choose [Create rule]. If you are asked for a builder, choose [Advanced Builder].",
);

/// Fix step: the event source of the rule.
pub(super) const EVENT_SOURCE: Text = t(
    "イベントソースに [AWS イベントまたは EventBridge パートナーイベント] を選びます。",
    "As event source choose [AWS events or EventBridge partner events].",
);

/// Fix step: the event pattern of the rule.
pub(super) const PASTE_PATTERN: Text = t(
    "[作成のメソッド] に「Custom pattern (JSON editor)」(カスタムパターン (JSON エディタ))を選び、CLI の手順の events put-rule にあるイベントパターン(波かっこの部分)を貼り付けて [次へ] を選びます。",
    "As [Creation method] choose [Custom pattern (JSON editor)], paste the event pattern of events put-rule in the CLI steps (the part in braces), and choose [Next].",
);

/// Fix step: the target of the rule.
pub(super) const TARGET: Text = t(
    "ターゲットに「AWS service」(AWS のサービス)、「SNS topic」(SNS トピック)、通知用のトピックの順に選び、実行ロールは [この特定のリソースについて新しいロールを作成] のまま [次へ] を選びます。",
    "As target choose [AWS service], [SNS topic] and your alert topic, leave [Create a new role for this specific resource], and choose [Next].",
);

/// Fix step: finish the rule.
pub(super) const FINISH: Text = t(
    "タグの画面はそのまま [次へ] を選び、内容を確認して、[ルールの作成] を選びます。",
    "Skip the tags with [Next], review, and choose [Create rule].",
);

/// Fix step: forwarding in the console.
pub(super) const FORWARD_IN_CONSOLE: Text = t(
    "コンソールで行う場合は、リージョンを切り替えて同じ名前とパターンのルールを作り、ターゲットに「EventBridge event bus」(EventBridge イベントバス)、「Event bus in a different account or Region」(別のアカウントまたはリージョンのイベントバス)の順に選びます。ホームリージョンのイベントバス default の ARN を入力し、[既存のロールを使用] で、実行ロールに security-alerts-forward を選びます。",
    "In the console: change the Region, make a rule of the same name and pattern, as target choose [EventBridge event bus], then [Event bus in a different account or Region], enter the ARN of the bus default in the home Region, and with [Use existing role] choose security-alerts-forward as execution role.",
);

/// Warning: an encrypted topic can block every alert.
pub(super) const ENCRYPTED: Text = t(
    "暗号化されたトピックでは、AWS マネージドキー(alias/aws/sns)のままだと EventBridge からの通知が届きません。カスタマーマネージドキー(1 つあたり月 1 USD)を使い、キーポリシーで events.amazonaws.com に kms:Decrypt と kms:GenerateDataKey を許可します。",
    "On an encrypted topic nothing arrives from EventBridge while it uses the AWS managed key (alias/aws/sns). Use a customer managed key (1 USD a month) whose policy allows events.amazonaws.com kms:Decrypt and kms:GenerateDataKey.",
);
