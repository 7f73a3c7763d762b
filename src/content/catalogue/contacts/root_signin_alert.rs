//! Alerts for sign-ins of the root user.

use crate::base::i18n::t;
use crate::content::catalogue::alerts::{
    COST, ENCRYPTED, EVENT_SOURCE, FINISH, FIRST, FORWARD_IN_CONSOLE, LOOK_AT_TARGET, LOOK_IN_US_EAST_1, NEW_RULE,
    PASTE_PATTERN, TARGET, TO_HOME, TO_TOPIC,
};
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Scope, Section, Severity, Source, Warning, aws, creates, tests,
};

/// From CloudTrail through EventBridge to the alert topic, in the three Regions where root sign-ins are recorded.
pub(crate) const CONTROL: Control = Control {
    id: "root-signin-alert",
    section: Section::Contacts,
    mandatory: false,
    level: None,
    order: 30,
    severity: Severity::Medium,
    effort_minutes: 20,
    free: false,
    needs: &["cloudtrail-multi-region", "notify-two-destinations"],
    title: t("ルートユーザーのサインインを通知する", "Get an alert when the root user signs in"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "攻撃者が、別のサービスから漏れたパスワードで、金曜の夜にルートユーザーとしてサインインし、自分用の管理者を作ります。ふだん誰も使わないので、誰も気づきません。数分でメールが届けば、締め出される前に追い出せます。",
        "An attacker has the root password from a leak elsewhere, signs in on a Friday night and makes an administrator of their own. Nobody uses root, so nobody notices. A mail within minutes lets you throw them out before they lock you out.",
    ),
    cost: COST,
    scope: t("アカウントで 1 回(us-east-1、us-east-2、us-west-2、ホームリージョン)", "Once for the account (us-east-1, us-east-2, us-west-2, home Region)"),
    check: Guide {
        console: &[
            LOOK_IN_US_EAST_1,
            t(
                "イベントバス default に、イベントパターンの detail-type が AWS Console Sign In via CloudTrail、userIdentity の type が Root の有効なルールがあるか確認します。",
                "On the event bus default, find an enabled rule whose event pattern has the detail-type AWS Console Sign In via CloudTrail and the userIdentity type Root.",
            ),
            LOOK_AT_TARGET,
            t(
                "us-east-2 と us-west-2 にも同じパターンのルールがあり、SNS トピックか、ホームリージョンのイベントバスに送っていることを確認します。ルートユーザーのサインインは、この 3 つのどれかのリージョンに記録されます。",
                "See the same pattern in us-east-2 and us-west-2, sending to a topic or to the event bus of the home Region. A root sign-in is recorded in one of these three Regions.",
            ),
            t(
                "ルールがなくても、証跡のロググループにルートユーザーのメトリクスフィルターがあり、そのアラームが人に届くなら、実施済みです。",
                "Without a rule it is also done when the log group of your trail has a metric filter for the root user and its alarm reaches people.",
            ),
        ],
        cli: &[
            aws("events list-rules", &[]).in_each_region().note(
                "us-east-1、us-east-2、us-west-2 で実行します。State が ENABLED で、EventPattern に AWS Console Sign In via CloudTrail と Root があるルールを探します。",
                "Run it in us-east-1, us-east-2 and us-west-2. Look for a rule with State ENABLED whose EventPattern has AWS Console Sign In via CloudTrail and Root.",
            ),
            aws("events list-targets-by-rule", &["--rule", "<RULE_NAME>"])
                .each("events list-rules", "Rules[].Name", "<RULE_NAME>")
                .in_each_region()
                .note(
                    "Targets に、SNS トピックか、ホームリージョンのイベントバスの ARN が必要です。空なら、どこにも届きません。",
                    "Its Targets must hold the ARN of a topic, or of the event bus in the home Region. Where it is empty, nothing is sent.",
                ),
            aws("logs describe-metric-filters", &[]).in_each_region().note(
                "もう 1 つの方法(CIS の方法)です。証跡のロググループがあるリージョンで、filterPattern に $.userIdentity.type と Root があるものを探します。",
                "The other way, that of CIS. In the Region of the trail's log group, look for a filterPattern with $.userIdentity.type and Root.",
            ),
            aws("cloudwatch describe-alarms", &[]).in_each_region().note(
                "そのメトリクスのアラームがあり、ActionsEnabled が true で、AlarmActions が空でないことを確認します。",
                "That metric needs an alarm with ActionsEnabled true and AlarmActions that are not empty.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "すべてのリージョンの管理イベントを記録する証跡があることを確認します(cloudtrail-multi-region)。証跡がないと、ルールにイベントが届きません。",
                "See that a trail records the management events of all Regions (cloudtrail-multi-region). Without a trail no event reaches the rule.",
            ),
            FIRST,
            NEW_RULE,
            t(
                "名前に root-signin と入力し、イベントバスは default のまま、[イベントパターンを持つルール] を選んで [次へ] を選びます。",
                "Enter the name root-signin, leave the event bus default, choose [Rule with an event pattern], then [Next].",
            ),
            EVENT_SOURCE,
            PASTE_PATTERN,
            TARGET,
            FINISH,
            t(
                "us-east-1、us-east-2、us-west-2 のうち、ホームリージョン以外からの転送を設定します。CloudShell に、CLI の手順にある、まとめて実行するループを貼り付けるのが確実です。",
                "Make the forwarding from those of us-east-1, us-east-2 and us-west-2 that are not the home Region. The sure way is the loop of the CLI steps in CloudShell.",
            ),
            FORWARD_IN_CONSOLE,
            t(
                "テストします。CloudShell で、CLI の手順の events put-events を、ホームリージョンと、ほかのリージョンのループで実行します。数分以内に、メールの通知先へ、リージョンごとに 1 通ずつ届くことを確認します。このテストのイベントは、チャットには表示されません。Amazon Q Developer は、AWS のサービスが送ったイベントだけを表示するためです。",
                "Test it: in CloudShell run events put-events of the CLI steps, in the home Region and then in the loop for the others. Within a few minutes a mail destination gets one mail per Region. These test events never show in the chat: Amazon Q Developer shows events that AWS services sent, and no others.",
            ),
            t(
                "次にルートユーザーが必要な作業をするときに、本物のサインインの知らせが 2 つの通知先の両方に届くことを確かめます。eventName が ConsoleLogin、responseElements が Success なら成功、Failure なら失敗です。サインインのイベントがチャットに表示されるかどうかは、AWS のドキュメントで確認できませんでした。表示されなければ、2 つ目の通知先もメールにします。",
                "When you next need the root user anyway, see that the real sign-in reaches both destinations. With eventName ConsoleLogin, Success is a sign-in and Failure a try that failed. AWS's documentation does not say whether chat shows sign-in events: if yours does not, make the second destination a mail address, too.",
            ),
        ],
        cli: &[
            aws("sns list-subscriptions-by-topic", &["--topic-arn", "<TOPIC_ARN>"]).in_home_region().note(
                "通知用のトピック(notify-two-destinations)に、SubscriptionArn が arn: で始まるものが 2 つ以上あることを確認します。",
                "See that your alert topic (notify-two-destinations) has two or more SubscriptionArn that begin with arn:.",
            ),
            creates("events put-rule", &["--name", "root-signin", "--event-pattern", PATTERN, "--state", "ENABLED"]).in_home_region().note(
                "ホームリージョンのルールです。ほかのリージョンから転送されたサインインも、このルールが受けます。",
                "The rule of the home Region. It matches the sign-ins that other Regions forward, too.",
            ),
            creates("events put-targets", &["--rule", "root-signin", "--targets", TO_TOPIC]).in_home_region().note(
                "FailedEntryCount が 0 なら成功です。",
                "FailedEntryCount 0 means that it worked.",
            ),
            creates("events put-rule", &["--name", "root-signin", "--event-pattern", PATTERN, "--state", "ENABLED"]).scope(SIGN_IN_REGIONS).note(
                "ルートユーザーのサインインは、us-east-1、us-east-2、us-west-2 のどれかに記録されます。",
                "A root sign-in is recorded in us-east-1, us-east-2 or us-west-2.",
            ),
            creates("events put-targets", &["--rule", "root-signin", "--targets", TO_HOME]).scope(SIGN_IN_REGIONS).note(
                "ホームリージョンのイベントバスに転送します。FailedEntryCount が 0 なら成功です。",
                "Forwards to the event bus of the home Region. FailedEntryCount 0 means that it worked.",
            ),
            tests("events put-events", &["--entries", TEST]).in_home_region().note(
                "テストです。ルートユーザーを使わずに、ホームリージョンのルールを確かめます。数分以内に、guard-navi.test を含むメールが届きます。このイベントはチャットには表示されません。",
                "The test: tries the rule of the home Region without the root user. Within a few minutes a mail with guard-navi.test arrives. Chat does not show this event.",
            ),
            tests("events put-events", &["--entries", TEST]).scope(SIGN_IN_REGIONS).note(
                "ほかのリージョンからの転送も同じように確かめます。リージョンごとに 1 通ずつ届きます。届かない場合は、少し待ってもう一度実行します。作ったばかりのロールは、まだ使えないことがあるためです。",
                "Tries the forwarding from the other Regions in the same way: one mail per Region. If nothing arrives, run it again a little later: the role may be too new.",
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
            text: ENCRYPTED,
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "知らせるのはサインインだけです。ルートユーザーのアクセスキーを使った操作は、サインインのイベントにならないため届きません。キーは削除し(iam-root-no-access-key)、GuardDuty の検出結果 Policy:IAMUser/RootCredentialUsage(重要度「低」)も通知されるようにします(guardduty-eventbridge-rule)。",
                "It tells of sign-ins only. Calls with an access key of root make no sign-in event and are not told: delete such keys (iam-root-no-access-key), and be told of the GuardDuty finding Policy:IAMUser/RootCredentialUsage, which is Low (guardduty-eventbridge-rule).",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "このルールでは、Security Hub CSPM の CloudWatch.1 は成功になりません。CloudWatch.1 は、CIS が定めた文字列のメトリクスフィルターとアラームを求めるためです。CIS のフィルターは、サインインだけでなく、ルートユーザーによるすべての操作が対象です。",
                "This rule does not make CloudWatch.1 of Security Hub CSPM pass: that one asks for a metric filter with the exact text of CIS, and an alarm. The filter of CIS matches everything that root does, not the sign-ins alone.",
            ),
        },
    ],
    done: t(
        "ホームリージョンと、us-east-1、us-east-2、us-west-2 に有効なルール root-signin があり、それぞれからのテストがメールの通知先に届き、本物のサインインの知らせが 2 つの通知先の両方に届いた。",
        "The rule root-signin is enabled in the home Region, us-east-1, us-east-2 and us-west-2, the test from each reached the mail destinations, and a real sign-in reached both destinations.",
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
            reviewed: "2026-11-30",
        },
        Source {
            title: "Amazon Q Developer in chat applications Administrator Guide: Troubleshooting Amazon Q Developer in chat applications",
            url: "https://docs.aws.amazon.com/chatbot/latest/adminguide/chatbot-troubleshooting.html",
            reviewed: "2026-11-30",
        },
    ],
};

/// Source: AWS re:Post.
const PATTERN: &str =
    r#"{"detail-type":["AWS Console Sign In via CloudTrail"],"detail":{"userIdentity":{"type":["Root"]}}}"#;

/// An event that matches the pattern, with a source other than AWS.
const TEST: &str = r#"[{"Source":"guard-navi.test","DetailType":"AWS Console Sign In via CloudTrail","Detail":"{\"userIdentity\":{\"type\":\"Root\"}}"}]"#;

/// The Regions in which CloudTrail records sign-ins of the root user.
const SIGN_IN_REGIONS: Scope = Scope::OtherOf(&["us-east-1", "us-east-2", "us-west-2"]);
