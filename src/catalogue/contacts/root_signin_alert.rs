//! A sign-in of the root user reaches people.

use crate::catalogue::topic_policy::TOPIC_POLICY_US_EAST_1;
use crate::catalogue::{Control, Details, Frameworks, Guide, Risk, Section, Severity, Source, Warning, aws};
use crate::i18n::t;

/// From CloudTrail through EventBridge to the alert topic, in the three Regions where root sign-ins are recorded.
pub(crate) const CONTROL: Control = Control {
    id: "root-signin-alert",
    section: Section::Contacts,
    mandatory: false,
    level: None,
    order: 30,
    severity: Severity::Medium,
    effort_minutes: 15,
    free: false,
    needs: &[],
    title: t("ルートユーザーのサインインを通知する", "Get an alert when the root user signs in"),
};

/// What its page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "攻撃者が、別のサービスから漏れたパスワードで、金曜の夜にルートユーザーとしてサインインし、自分用の管理者を作ります。ふだん誰も使わないので、誰も気づきません。数分でメールが届けば、締め出される前に追い出せます。",
        "An attacker has the root password from a leak elsewhere, signs in on a Friday night and makes an administrator of their own. Nobody uses root, so nobody notices. A mail within minutes lets you throw them out before they lock you out.",
    ),
    cost: t(
        "ルールは無料。SNS のメールは無料枠を超えると課金、リージョン間の転送も課金対象(件数はごくわずか)",
        "The rules are free; SNS e-mail is charged beyond the free allowance, forwarding between Regions per event (very few)",
    ),
    scope: t("アカウントで 1 回(us-east-1、us-east-2、us-west-2)", "Once for the account (us-east-1, us-east-2, us-west-2)"),
    check: Guide {
        console: &[
            t(
                "右上でリージョンに米国東部 (バージニア北部) us-east-1 を選び、EventBridge のコンソールで [ルール] を開きます。",
                "Choose the Region US East (N. Virginia), us-east-1, at the top right and open [Rules] in the EventBridge console.",
            ),
            t(
                "イベントバス default に、イベントパターンの detail-type が AWS Console Sign In via CloudTrail、userIdentity の type が Root の有効なルールがあるか確認します。",
                "On the event bus default, find an enabled rule whose event pattern has the detail-type AWS Console Sign In via CloudTrail and the userIdentity type Root.",
            ),
            t(
                "ルールのターゲットにある SNS トピックを SNS のコンソールで開き、「Confirmed」(確認済み)のサブスクリプションが 2 つ以上あることを確認します。",
                "Look at the target of the rule, open that topic in the SNS console, and see at least two subscriptions with the status Confirmed.",
            ),
            t(
                "us-east-2 と us-west-2 にも同じパターンのルールがあり、SNS トピックか us-east-1 のイベントバスに送っていることを確認します。ルートユーザーのサインインは、この 3 つのどれかのリージョンに記録されます。",
                "See the same pattern in us-east-2 and us-west-2, sending to a topic or to the event bus in us-east-1. A root sign-in is recorded in one of these three Regions.",
            ),
            t(
                "ルールがなくても、証跡のロググループにルートユーザーのメトリクスフィルターがあり、そのアラームが人に届くなら、実施済みです。",
                "Without a rule it is also done when the log group of your trail has a metric filter for the root user and its alarm reaches people.",
            ),
        ],
        cli: &[
            aws("events list-rules", &[]).regional().note(
                "us-east-1、us-east-2、us-west-2 で実行します。State が ENABLED で、EventPattern に AWS Console Sign In via CloudTrail と Root があるルールを探します。",
                "Run it in us-east-1, us-east-2 and us-west-2. Look for a rule with State ENABLED whose EventPattern has AWS Console Sign In via CloudTrail and Root.",
            ),
            aws("events list-targets-by-rule", &["--rule", "<RULE_NAME>"])
                .each("events list-rules", "Rules[].Name", "<RULE_NAME>")
                .regional()
                .note(
                    "Targets に、SNS トピックか us-east-1 のイベントバスの ARN が必要です。空なら、どこにも届きません。",
                    "Its Targets must hold the ARN of a topic, or of the event bus in us-east-1. Where it is empty, nothing is sent.",
                ),
            aws("logs describe-metric-filters", &[]).regional().note(
                "もう 1 つの方法(CIS の方法)です。証跡のロググループがあるリージョンで、filterPattern に $.userIdentity.type と Root があるものを探します。",
                "The other way, that of CIS. In the Region of the trail's log group, look for a filterPattern with $.userIdentity.type and Root.",
            ),
            aws("cloudwatch describe-alarms", &[]).regional().note(
                "そのメトリクスのアラームがあり、ActionsEnabled が true で、AlarmActions が空でないことを確認します。",
                "That metric needs an alarm with ActionsEnabled true and AlarmActions that are not empty.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "すべてのリージョンの管理イベントを記録する証跡があることを確認します(cloudtrail-multi-region の対策)。証跡がないと、ルールにイベントが届きません。",
                "See that a trail records the management events of all Regions (control cloudtrail-multi-region). Without a trail no event reaches the rule.",
            ),
            t(
                "右上で us-east-1 を選び、SNS のコンソールで [トピック] を開いて、通知用のトピックがあるか確認します。ない場合は、通知先を 2 か所用意する対策(notify-two-destinations)の手順をこのリージョンで行います。",
                "Choose us-east-1 at the top right, open [Topics] in the SNS console and look for your alert topic. If there is none, follow the control about two destinations (notify-two-destinations) in this Region.",
            ),
            t(
                "EventBridge のコンソールで [ルール] を開き、[ルールの作成] を選びます。作成方法を選ぶ画面が出たら、「Advanced Builder」を選びます。",
                "In the EventBridge console open [Rules] and choose [Create rule]. If you are asked for a builder, choose [Advanced Builder].",
            ),
            t(
                "名前に root-signin と入力し、イベントバスは default のまま、[イベントパターンを持つルール] を選んで [次へ] を選びます。",
                "Enter the name root-signin, leave the event bus default, choose [Rule with an event pattern], then [Next].",
            ),
            t(
                "イベントソースに「AWS events or EventBridge partner events」(AWS イベントまたは EventBridge パートナーイベント)を選びます。",
                "As event source choose [AWS events or EventBridge partner events].",
            ),
            t(
                "作成方法に「Custom pattern (JSON editor)」(カスタムパターン (JSON エディタ))を選び、CLI の手順の events put-rule にあるイベントパターン(波かっこの部分)を貼り付けて [次へ] を選びます。",
                "Choose [Custom pattern (JSON editor)], paste the event pattern of events put-rule in the CLI steps (the part in braces), and choose [Next].",
            ),
            t(
                "ターゲットに「AWS service」(AWS のサービス)、「SNS topic」(SNS トピック)、通知用のトピックの順に選び、実行ロールは「Create a new role for this specific resource」(この特定のリソースについて新しいロールを作成)のまま [次へ] を選びます。",
                "As target choose [AWS service], [SNS topic] and your alert topic, leave [Create a new role for this specific resource], and choose [Next].",
            ),
            t(
                "タグの画面はそのまま [次へ] を選び、内容を確認して、「Create rule」(ルールの作成)を選びます。",
                "Skip the tags with [Next], review, and choose [Create rule].",
            ),
            t(
                "右上で us-east-2 を選び、名前とイベントパターンが同じルールを、ターゲットの画面まで同じように作ります。",
                "Choose us-east-2 and make a rule with the same name and event pattern, in the same way up to the target.",
            ),
            t(
                "ターゲットは「EventBridge event bus」(EventBridge イベントバス)、「Event bus in a different account or Region」(別のアカウントまたはリージョンのイベントバス)の順に選び、us-east-1 のイベントバス default の ARN(arn:aws:events:us-east-1: に続けて 12 桁のアカウント ID と :event-bus/default)を入力して、最後まで進みます。",
                "As target choose [EventBridge event bus], then [Event bus in a different account or Region], enter the ARN of the bus default in us-east-1 (arn:aws:events:us-east-1:, your 12-digit account ID, :event-bus/default), and finish.",
            ),
            t("us-west-2 でも同じルールを作ります。", "Make the same rule in us-west-2."),
            t(
                "テストします。CloudShell を開き、CLI の手順の events put-events を 3 つとも実行します。数分以内に、2 つの通知先の両方へ、リージョンごとに 1 通、合わせて 3 通ずつ届くことを確認します。",
                "Test it: open CloudShell and run the three events put-events of the CLI steps. Within a few minutes each of the two destinations gets three mails, one per Region.",
            ),
            t(
                "次にルートユーザーを使う予定がある作業で、本物のサインインでもメールが届くことを確かめます。eventName が ConsoleLogin、responseElements が Success なら成功、Failure なら失敗した試みです。",
                "When you next need the root user anyway, see that the real sign-in sends a mail, too. With eventName ConsoleLogin, Success is a sign-in and Failure a try that failed.",
            ),
        ],
        cli: &[
            aws("sns create-topic", &["--name", "security-alerts", "--region", "us-east-1"]).note(
                "表示された TopicArn を「us-east-1 の SNS トピックの ARN」に入れます。同じ名前のトピックが既にあれば、その ARN が返るだけです。",
                "Fill in the TopicArn as ARN of the SNS topic in us-east-1. If a topic of this name exists, you just get its ARN.",
            ),
            aws("sns subscribe", &["--topic-arn", "<TOPIC_ARN_US_EAST_1>", "--protocol", "email", "--notification-endpoint", "<SECURITY_EMAIL>", "--region", "us-east-1"]).note(
                "1 つ目の通知先です。届いた確認メールのリンクを開きます。登録済みなら、この行と次の行は飛ばします。",
                "The first destination. Open the link in the mail that arrives. If both are subscribed already, skip this line and the next.",
            ),
            aws("sns subscribe", &["--topic-arn", "<TOPIC_ARN_US_EAST_1>", "--protocol", "email", "--notification-endpoint", "<SECOND_EMAIL>", "--region", "us-east-1"]).note(
                "2 つ目の通知先です。こちらの確認メールのリンクも開きます。",
                "The second destination. Open the link in its mail, too.",
            ),
            aws("sns list-subscriptions-by-topic", &["--topic-arn", "<TOPIC_ARN_US_EAST_1>", "--region", "us-east-1"]).note(
                "SubscriptionArn が arn: で始まるものが 2 つ以上になるまで待ちます。",
                "Wait until two SubscriptionArn begin with arn:.",
            ),
            aws("sns get-topic-attributes", &["--topic-arn", "<TOPIC_ARN_US_EAST_1>", "--region", "us-east-1"]).note(
                "Policy で events.amazonaws.com が既に許可されていれば、次は飛ばします。__default_statement_ID 以外の Sid がある場合、次のコマンドで消えるため、その Statement を次のコマンドに書き加えてから実行します。",
                "If Policy allows events.amazonaws.com already, skip the next command. It would delete any statement whose Sid is not __default_statement_ID: add those to its Statement list first.",
            ),
            aws("sns set-topic-attributes", &["--topic-arn", "<TOPIC_ARN_US_EAST_1>", "--attribute-name", "Policy", "--attribute-value", TOPIC_POLICY_US_EAST_1, "--region", "us-east-1"]).note(
                "EventBridge がトピックに送れるようにします。ポリシー全体が置き換わります。",
                "Lets EventBridge publish to the topic. It replaces the whole policy.",
            ),
            aws("events put-rule", &["--name", "root-signin", "--event-pattern", PATTERN, "--state", "ENABLED", "--region", "us-east-1"]).note(
                "us-east-1 に記録されたサインインと、次の 2 つのリージョンから転送されたサインインの両方が対象です。",
                "Matches sign-ins recorded in us-east-1 and those that the other two Regions forward.",
            ),
            aws("events put-targets", &["--rule", "root-signin", "--targets", "Id=sns,Arn=<TOPIC_ARN_US_EAST_1>", "--region", "us-east-1"]).note(
                "FailedEntryCount が 0 なら成功です。",
                "FailedEntryCount 0 means that it worked.",
            ),
            aws("iam create-role", &["--role-name", "root-signin-forward", "--assume-role-policy-document", TRUST]).note(
                "転送用のロールです。EventBridge の root-signin というルールだけが使えます。",
                "The role for forwarding. Only EventBridge rules named root-signin can use it.",
            ),
            aws("iam put-role-policy", &["--role-name", "root-signin-forward", "--policy-name", "put-events", "--policy-document", FORWARD]).note(
                "us-east-1 のイベントバスに送ることだけを許可します。10 秒ほど待ってから次に進みます。",
                "Allows it to send to the event bus in us-east-1 and nothing else. Wait about ten seconds before you go on.",
            ),
            aws("events put-rule", &["--name", "root-signin", "--event-pattern", PATTERN, "--state", "ENABLED", "--region", "us-east-2"]).note(
                "us-east-2 に記録されたサインインのためのルールです。",
                "The rule for sign-ins recorded in us-east-2.",
            ),
            aws("events put-targets", &["--rule", "root-signin", "--targets", FORWARD_TARGET, "--region", "us-east-2"]).note(
                "us-east-1 に転送します。FailedEntryCount が 0 なら成功です。",
                "Forwards them to us-east-1. FailedEntryCount 0 means that it worked.",
            ),
            aws("events put-rule", &["--name", "root-signin", "--event-pattern", PATTERN, "--state", "ENABLED", "--region", "us-west-2"]).note(
                "us-west-2 に記録されたサインインのためのルールです。",
                "The rule for sign-ins recorded in us-west-2.",
            ),
            aws("events put-targets", &["--rule", "root-signin", "--targets", FORWARD_TARGET, "--region", "us-west-2"]).note(
                "us-east-1 に転送します。FailedEntryCount が 0 なら成功です。",
                "Forwards them to us-east-1. FailedEntryCount 0 means that it worked.",
            ),
            aws("events put-events", &["--entries", TEST, "--region", "us-east-1"]).note(
                "ルートユーザーを使わないテストです。数分以内に、guard-navi.test を含むメールが 2 つの通知先の両方に届くことを確認します。",
                "A test without the root user. Within a few minutes a mail with guard-navi.test must reach both destinations.",
            ),
            aws("events put-events", &["--entries", TEST, "--region", "us-east-2"]).note(
                "us-east-2 からの転送のテストです。同じように届くことを確認します。",
                "Tests the forwarding from us-east-2 in the same way.",
            ),
            aws("events put-events", &["--entries", TEST, "--region", "us-west-2"]).note(
                "us-west-2 からの転送のテストです。届かない場合は、ロールの作成から間を置いてもう一度実行します。",
                "Tests the forwarding from us-west-2. If nothing arrives, run it again a little later: the role may be too new.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "ルールを us-east-1 だけに作ると、見逃すサインインがあります。AWS のドキュメントでは、ルートユーザーのサインインは us-east-1、us-east-2、us-west-2 のどれかに記録されます。",
                "A rule in us-east-1 alone misses sign-ins: by AWS's documentation a root sign-in is recorded in us-east-1, us-east-2 or us-west-2.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "set-topic-attributes はトピックのポリシーを丸ごと置き換えます。ほかのサービスが同じトピックに送っている場合、その許可が消えます。先に get-topic-attributes の出力を保存してください。",
                "set-topic-attributes replaces the policy of the topic: other services that use it lose their permission. Save the output of get-topic-attributes first.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "暗号化されたトピックでは、AWS マネージドキー(alias/aws/sns)のままだと EventBridge から届きません。カスタマーマネージドキーを使い、キーポリシーで events.amazonaws.com に kms:Decrypt と kms:GenerateDataKey を許可します。",
                "On an encrypted topic nothing arrives while it uses the AWS managed key (alias/aws/sns). Use a customer managed key whose policy allows events.amazonaws.com kms:Decrypt and kms:GenerateDataKey.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "このルールでは、Security Hub CSPM の CloudWatch.1 は成功になりません。CloudWatch.1 は、CIS が定めた文字列のメトリクスフィルターとアラームを求めるためです。知らせを受ける目的には、このルールで足ります。",
                "This rule does not make CloudWatch.1 of Security Hub CSPM pass: that one asks for a metric filter with the exact text of CIS, and an alarm. For being told, the rule is enough.",
            ),
        },
    ],
    done: t(
        "3 つのリージョンに有効なルール root-signin があり、それぞれからのテストのメールが 2 つの通知先の両方に届いた。",
        "The rule root-signin is enabled in the three Regions, and the test from each of them reached both destinations.",
    ),
    not_applicable: t(
        "ルートユーザーを持たない新しい形式のアカウントの場合。または、ルートユーザーの認証情報が組織で一元管理されて存在せず、サインインできない場合。",
        "When the account is of the new kind that has no root user, or when the organisation manages root access centrally and root has no credentials to sign in with.",
    ),
    organisation: Some(t(
        "組織の証跡があれば、メンバーアカウントに別の証跡は要りません。ルールはアカウントごとに作るか、各アカウントの 3 つのリージョンからセキュリティ用アカウントのイベントバスへ転送して 1 か所で通知します。",
        "With an organisation trail a member account needs no trail of its own. Make the rules in each account, or forward from the three Regions of each to the event bus of a security account and alert there.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、ルートユーザーのサインイン(成功と失敗、MFA の有無)が、有効なルール、またはメトリクスフィルターとアラームを通って通知先に届く設定になっているかを、例を 1 つずつ当てはめて判定します。証跡が記録しているか、メールが実際に届くか、AWS User Notifications など別の経路があるかは分かりません。",
        "For the Regions in the output it tries root sign-ins, successful and failed, with and without MFA: whether they come through a rule, or a metric filter and its alarm, to a target that tells people. It cannot tell whether a trail records, whether the mails arrive, or whether you are told another way, such as AWS User Notifications.",
    ),
    attest: None,
    frameworks: Frameworks {
        security_hub: &["CloudWatch.1"],
        cis_v3: &["4.3"],
        cis_v5: &["4.3"],
        cis_v6: &["5.3"],
        cis_v7: &["5.3"],
        config_rule: &[],
        prowler: &["cloudwatch_log_metric_filter_root_usage"],
    },
    sources: &[
        Source {
            title: "AWS CloudTrail User Guide: AWS Management Console sign-in events",
            url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS re:Post: How do I create an EventBridge rule for AWS account root user login alerts?",
            url: "https://repost.aws/knowledge-center/root-user-account-eventbridge-rule",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon EventBridge User Guide: AWS service events delivered via AWS CloudTrail",
            url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon EventBridge User Guide: Sending and receiving events between AWS Regions in Amazon EventBridge",
            url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html",
            reviewed: "2026-11-24",
        },
    ],
};

/// As in AWS re:Post.
const PATTERN: &str =
    r#"{"detail-type":["AWS Console Sign In via CloudTrail"],"detail":{"userIdentity":{"type":["Root"]}}}"#;

/// What the pattern matches, from a source that is not AWS.
const TEST: &str = r#"[{"Source":"guard-navi.test","DetailType":"AWS Console Sign In via CloudTrail","Detail":"{\"userIdentity\":{\"type\":\"Root\"}}"}]"#;

/// As in "Cross-service confused deputy prevention in Amazon EventBridge".
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:events:*:<ACCOUNT_ID>:rule/root-signin"},"StringEquals":{"aws:SourceAccount":"<ACCOUNT_ID>"}}}]}"#;

const FORWARD: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"events:PutEvents","Resource":"arn:aws:events:us-east-1:<ACCOUNT_ID>:event-bus/default"}]}"#;

const FORWARD_TARGET: &str = "Id=us-east-1,Arn=arn:aws:events:us-east-1:<ACCOUNT_ID>:event-bus/default,RoleArn=arn:aws:iam::<ACCOUNT_ID>:role/root-signin-forward";
