//! Alerts for AWS Health events about the account.

use crate::base::i18n::t;
use crate::content::catalogue::alerts::{
    COST, ENCRYPTED, EVENT_SOURCE, FINISH, FIRST, FORWARD_IN_CONSOLE, LOOK_AT_TARGET, LOOK_IN_US_EAST_1, NEW_RULE,
    PASTE_PATTERN, TARGET, TEST_MESSAGE, TO_HOME, TO_TOPIC,
};
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Scope, Section, Severity, Source, Warning, aws, creates, tests,
};

/// From AWS Health through EventBridge to the alert topic.
pub(crate) const CONTROL: Control = Control {
    id: "health-abuse-alert",
    section: Section::Contacts,
    mandatory: false,
    level: None,
    order: 29,
    severity: Severity::Medium,
    effort_minutes: 15,
    free: false,
    needs: &["notify-two-destinations"],
    title: t("AWS Health のリスクと不正利用を通知する", "Get alerts for AWS Health risk and abuse events"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "開発者がアクセスキーを公開リポジトリに入れてしまいます。AWS はそれを見つけ、AWS Health にイベント AWS_RISK_CREDENTIALS_EXPOSED を出します。ダッシュボードを誰も開かないうちに、攻撃者はそのキーで GPU インスタンスを起動します。ルールがあれば、イベントはすぐにチームへ届きます。",
        "A developer pushes an access key to a public repository. AWS finds it and raises the AWS Health event AWS_RISK_CREDENTIALS_EXPOSED. Nobody opens that dashboard, and the attacker starts GPU instances with the key. With a rule, the event goes straight to your team.",
    ),
    cost: COST,
    scope: t("アカウントで 1 回(us-east-1、us-west-2、ホームリージョン)", "Once for the account (us-east-1, us-west-2, home Region)"),
    check: Guide {
        console: &[
            LOOK_IN_US_EAST_1,
            t(
                "イベントバス default に、イベントパターンの source が aws.health の有効なルールがあるか確認します。service の条件がある場合は、RISK と ABUSE が入っているか確認します。",
                "On the event bus default, find an enabled rule whose event pattern has the source aws.health. If it has a condition on service, RISK and ABUSE must be in it.",
            ),
            LOOK_AT_TARGET,
            t(
                "ルールがなくても、AWS User Notifications のコンソールの「AWS managed notifications subscriptions」(AWS マネージド通知のサブスクリプション)で、セキュリティのカテゴリが 2 か所以上に送られていれば、実施済みです。",
                "Without a rule it is also done when [AWS managed notifications subscriptions] in the AWS User Notifications console sends the category for security to two or more destinations.",
            ),
        ],
        cli: &[
            aws("events list-rules", &[]).in_each_region().note(
                "us-east-1 で実行します(us-west-2 にも、各リージョンのイベントの控えが届きます)。State が ENABLED で、EventPattern に aws.health があるルールを探します。service の条件がある場合は、RISK が必要です。",
                "Run it in us-east-1 (us-west-2 gets copies of the events of every Region). Look for a rule with State ENABLED whose EventPattern has aws.health. If it has a condition on service, RISK must be in it.",
            ),
            aws("events list-targets-by-rule", &["--rule", "<RULE_NAME>"])
                .each("events list-rules", "Rules[].Name", "<RULE_NAME>")
                .in_each_region()
                .note(
                    "そのルールの Targets に、通知用の SNS トピックか、ホームリージョンのイベントバスの ARN が必要です。空なら、どこにも届きません。",
                    "Its Targets must hold the ARN of your alert topic, or of the event bus in the home Region. Where it is empty, nothing is sent.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            FIRST,
            NEW_RULE,
            t(
                "名前に health-security と入力し、イベントバスは default のまま、[イベントパターンを持つルール] を選んで [次へ] を選びます。",
                "Enter the name health-security, leave the event bus default, choose [Rule with an event pattern], then [Next].",
            ),
            EVENT_SOURCE,
            PASTE_PATTERN,
            TARGET,
            FINISH,
            t(
                "us-east-1 と us-west-2 のうち、ホームリージョン以外からの転送を設定します。CloudShell に、CLI の手順にある、まとめて実行するループを貼り付けるのが確実です。",
                "Make the forwarding from us-east-1 and us-west-2, but for the home Region. The sure way is the loop of the CLI steps in CloudShell.",
            ),
            FORWARD_IN_CONSOLE,
            t(
                "CloudShell を開き、CLI の手順の events test-event-pattern を実行して、Result が true になることを確認します。AWS Health の本物のイベントは、自分では起こせません。",
                "Open CloudShell and run events test-event-pattern from the CLI steps: Result must be true. A real event of AWS Health cannot be made on purpose.",
            ),
            t(
                "続けて sns publish を実行し、2 つの通知先の両方に届くことを確認します。",
                "Then run sns publish, and see that it reaches both destinations.",
            ),
            t(
                "もう 1 つの経路として、AWS User Notifications のコンソールで「AWS managed notifications subscriptions」(AWS マネージド通知のサブスクリプション)を開き、セキュリティのカテゴリの「Manage subscriptions」(サブスクリプションの管理)で、ルートユーザーとセキュリティの連絡先がオンになっていることを確認します。",
                "As a second way open [AWS managed notifications subscriptions] in the AWS User Notifications console, choose [Manage subscriptions] in the category for security, and see that the root user and the security contact are on.",
            ),
        ],
        cli: &[
            aws("sns list-subscriptions-by-topic", &["--topic-arn", "<TOPIC_ARN>"]).in_home_region().note(
                "通知用のトピック(notify-two-destinations)に、SubscriptionArn が arn: で始まるものが 2 つ以上あることを確認します。",
                "See that your alert topic (notify-two-destinations) has two or more SubscriptionArn that begin with arn:.",
            ),
            creates("events put-rule", &["--name", "health-security", "--event-pattern", PATTERN, "--state", "ENABLED"]).in_home_region().note(
                "漏れた認証情報など(RISK)と、不正利用の報告(ABUSE)が対象です。メンテナンスや障害の知らせは含みません。ほかのリージョンから転送されたものも、このルールが受けます。",
                "Matches exposed credentials and the like (RISK) and abuse reports (ABUSE), but not maintenance or outages; also those that other Regions forward.",
            ),
            creates("events put-targets", &["--rule", "health-security", "--targets", TO_TOPIC]).in_home_region().note(
                "FailedEntryCount が 0 なら成功です。",
                "FailedEntryCount 0 means that it worked.",
            ),
            creates("events put-rule", &["--name", "health-security", "--event-pattern", PATTERN, "--state", "ENABLED"]).scope(HEALTH_REGIONS).note(
                "特定のリージョンに属さないイベントは us-east-1 に、各リージョンのアカウント固有のイベントは us-west-2 にも届きます。",
                "Events that belong to no Region arrive in us-east-1; account-specific events of every Region arrive in us-west-2, too.",
            ),
            creates("events put-targets", &["--rule", "health-security", "--targets", TO_HOME]).scope(HEALTH_REGIONS).note(
                "ホームリージョンのイベントバスに転送します。FailedEntryCount が 0 なら成功です。同じ知らせが 2 通届くことがあります。",
                "Forwards to the event bus of the home Region. FailedEntryCount 0 means that it worked. Some notices may come twice.",
            ),
            aws("events test-event-pattern", &["--event-pattern", PATTERN, "--event", EVENT]).in_home_region().note(
                "漏れたアクセスキーのイベントの例が、パターンに合うかを試します。Result が true なら問題ありません。メールは送られません。",
                "Tries the pattern on a sample event of an exposed key. Result must be true. It sends no mail.",
            ),
            tests("sns publish", &["--topic-arn", "<TOPIC_ARN>", "--subject", "Test of security-alerts", "--message", TEST_MESSAGE]).in_home_region().note(
                "トピックのテストです。数分以内に、2 つの通知先の両方に届くことを確認します。メールにはこの文字列がそのまま届き、チャットには読める形で表示されます。EventBridge からトピックへの送信の許可は、root-signin-alert のテストで確かめられます。",
                "A test of the topic: within a few minutes it must reach both destinations. The mail shows it as it is, the chat as a message. The tests of root-signin-alert also try the permission from EventBridge to the topic.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "ホームリージョンのルールだけでは足りません。特定のリージョンに属さないイベントは、us-east-1 のルールでなければ受け取れません。us-west-2 には、全リージョンのアカウント固有のイベントも届きます。不正利用(ABUSE)やリスク(RISK)のイベントがどのリージョンに届くかは AWS のドキュメントに書かれていないため、両方から転送します。",
                "A rule in the home Region alone is not enough: events that belong to no Region reach only a rule in us-east-1. Account-specific events of all Regions arrive in us-west-2 as well. AWS's documentation does not say in which Region ABUSE and RISK events arrive, so both forward.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "source は aws.health と正確に書きます。aws.health* のようなワイルドカードでは、ルールは作れても何も届きません。",
                "Write the source exactly as aws.health. With a wildcard such as aws.health* the rule is created, and nothing ever arrives.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: ENCRYPTED,
        },
    ],
    done: t(
        "ホームリージョン、us-east-1、us-west-2 に有効なルール health-security があり、トピックからのテストが 2 つの通知先の両方に届いた。",
        "The rule health-security is enabled in the home Region, us-east-1 and us-west-2, and a test from the topic has reached both destinations.",
    ),
    not_applicable: t(
        "組織のセキュリティ用アカウントが、このアカウントの AWS Health のイベントを受け取り、対応している場合。AWS User Notifications で 2 か所以上に届いている場合は「実施済み」です。",
        "When a security account of the organisation receives and answers the AWS Health events of this account. If AWS User Notifications brings them to two destinations, the answer is Done.",
    ),
    organisation: Some(t(
        "ルールに届くのは、そのアカウントのイベントだけです。AWS Health の組織ビューを有効にすると、管理アカウントか委任管理者アカウントのルールで、全アカウントのイベントを受け取れます。",
        "A rule gets the events of its own account only. With the organizational view of AWS Health, a rule in the management account or a delegated administrator account gets those of all accounts.",
    )),
    evidence: t(
        "us-east-1(または us-west-2)の出力から、AWS Health のリスクと不正利用のイベントが、有効なルールを通って通知先に届く設定になっているかを、イベントの例を 1 つずつルールに当てはめて判定します。ほかのリージョンの出力だけでは判定できません。メールが実際に届くか、AWS User Notifications で受け取っているかは分かりません。",
        "The output of us-east-1 (or us-west-2) lets this page try the risk and abuse events of AWS Health, one by one: whether they come through an enabled rule to a target that tells people. Other Regions alone give no verdict. It cannot tell whether the mails arrive, or whether AWS User Notifications tells you.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "AWS Health User Guide: Creating EventBridge rules for AWS Region coverage",
            url: "https://docs.aws.amazon.com/health/latest/ug/choosing-a-region.html",
            reviewed: "2026-11-30",
        },
        Source {
            title: "AWS Health User Guide: Configuring an EventBridge rule to send notifications about events in AWS Health",
            url: "https://docs.aws.amazon.com/health/latest/ug/creating-event-bridge-events-rule-for-aws-health.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Health User Guide: Manage AWS Health notifications in AWS User Notifications",
            url: "https://docs.aws.amazon.com/health/latest/ug/manage-user-notifications.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Health Tools: AWS_RISK_CREDENTIALS_EXPOSED",
            url: "https://github.com/aws/aws-health-tools/tree/master/automated-actions/AWS_RISK_CREDENTIALS_EXPOSED",
            reviewed: "2026-11-24",
        },
    ],
};

/// The Regions that receive the AWS Health events of no Region, and the account-specific events of all Regions.
const HEALTH_REGIONS: Scope = Scope::OtherOf(&["us-east-1", "us-west-2"]);

const PATTERN: &str = r#"{"source":["aws.health"],"detail-type":["AWS Health Event","AWS Health Abuse Event"],"detail":{"service":["RISK","ABUSE"]}}"#;

/// The sample event of AWS Health Tools, shortened.
const EVENT: &str = r#"{"version":"0","id":"121345678-1234-1234-1234-123456789012","detail-type":"AWS Health Event","source":"aws.health","account":"<ACCOUNT_ID>","time":"2026-11-24T03:00:00Z","region":"us-east-1","resources":[],"detail":{"service":"RISK","eventTypeCode":"AWS_RISK_CREDENTIALS_EXPOSED","eventTypeCategory":"issue"}}"#;
