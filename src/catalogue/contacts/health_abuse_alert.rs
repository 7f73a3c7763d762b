//! What AWS has noticed about the account reaches people.

use crate::catalogue::topic_policy::TOPIC_POLICY_US_EAST_1;
use crate::catalogue::{Control, Details, Frameworks, Guide, Risk, Section, Severity, Source, Warning, aws};
use crate::i18n::t;

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
    needs: &[],
    title: t("AWS Health のリスクと不正利用を通知する", "Get alerts for AWS Health risk and abuse events"),
};

/// What its page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "開発者がアクセスキーを公開リポジトリに入れてしまいます。AWS はそれを見つけ、AWS Health にイベント AWS_RISK_CREDENTIALS_EXPOSED を出します。ダッシュボードを誰も開かないうちに、攻撃者はそのキーで GPU インスタンスを起動します。ルールがあれば、イベントはすぐにチームへ届きます。",
        "A developer pushes an access key to a public repository. AWS finds it and raises the AWS Health event AWS_RISK_CREDENTIALS_EXPOSED. Nobody opens that dashboard, and the attacker starts GPU instances with the key. With a rule, the event goes straight to your team.",
    ),
    cost: t(
        "AWS のイベントを受けるルールは無料。SNS のメールは無料枠を超えると課金",
        "The rule is free for events of AWS; SNS e-mail is charged beyond the free allowance",
    ),
    scope: t("アカウントで 1 回(us-east-1)", "Once for the account (us-east-1)"),
    check: Guide {
        console: &[
            t(
                "右上でリージョンに米国東部 (バージニア北部) us-east-1 を選び、EventBridge のコンソールで [ルール] を開きます。",
                "Choose the Region US East (N. Virginia), us-east-1, at the top right and open [Rules] in the EventBridge console.",
            ),
            t(
                "イベントバス default に、イベントパターンの source が aws.health の有効なルールがあるか確認します。service の条件がある場合は、RISK と ABUSE が入っているか確認します。",
                "On the event bus default, find an enabled rule whose event pattern has the source aws.health. If it has a condition on service, RISK and ABUSE must be in it.",
            ),
            t(
                "ルールのターゲットにある SNS トピックを SNS のコンソールで開き、「Confirmed」(確認済み)のサブスクリプションが 2 つ以上あることを確認します。",
                "Look at the target of the rule, open that topic in the SNS console, and see at least two subscriptions with the status Confirmed.",
            ),
            t(
                "ルールがなくても、AWS User Notifications のコンソールの「AWS managed notifications subscriptions」(AWS マネージド通知のサブスクリプション)で、セキュリティのカテゴリが 2 か所以上に送られていれば、実施済みです。",
                "Without a rule it is also done when [AWS managed notifications subscriptions] in the AWS User Notifications console sends the category for security to two or more destinations.",
            ),
        ],
        cli: &[
            aws("events list-rules", &[]).regional().note(
                "us-east-1 で実行します(us-west-2 にはバックアップのイベントが届きます)。State が ENABLED で、EventPattern に aws.health があるルールを探します。service の条件がある場合は、RISK が必要です。",
                "Run it in us-east-1 (us-west-2 gets the backup events). Look for a rule with State ENABLED whose EventPattern has aws.health. If it has a condition on service, RISK must be in it.",
            ),
            aws("events list-targets-by-rule", &["--rule", "<RULE_NAME>"])
                .each("events list-rules", "Rules[].Name", "<RULE_NAME>")
                .regional()
                .note(
                    "そのルールの Targets に、通知用の SNS トピックの ARN が必要です。空なら、どこにも届きません。",
                    "Its Targets must hold the ARN of your alert topic. Where it is empty, nothing is sent.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "右上で us-east-1 を選び、SNS のコンソールで [トピック] を開いて、通知用のトピックがあるか確認します。ない場合は、通知先を 2 か所用意する対策(notify-two-destinations)の手順をこのリージョンで行います。",
                "Choose us-east-1 at the top right, open [Topics] in the SNS console and look for your alert topic. If there is none, follow the control about two destinations (notify-two-destinations) in this Region.",
            ),
            t(
                "us-east-1 のまま、EventBridge のコンソールで [ルール] を開き、[ルールの作成] を選びます。作成方法を選ぶ画面が出たら、「Advanced Builder」を選びます。",
                "Still in us-east-1, open [Rules] in the EventBridge console and choose [Create rule]. If you are asked for a builder, choose [Advanced Builder].",
            ),
            t(
                "名前に health-security と入力し、イベントバスは default のまま、[イベントパターンを持つルール] を選んで [次へ] を選びます。",
                "Enter the name health-security, leave the event bus default, choose [Rule with an event pattern], then [Next].",
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
                "CloudShell を開き、CLI の手順の events test-event-pattern を実行して、Result が true になることを確認します。AWS Health の本物のイベントは、自分では起こせません。",
                "Open CloudShell and run events test-event-pattern from the CLI steps: Result must be true. A real event of AWS Health cannot be made on purpose.",
            ),
            t(
                "続けて sns publish を実行し、2 つの宛先の両方にメールが届くことを確認します。",
                "Then run sns publish, and see that the mail reaches both destinations.",
            ),
            t(
                "もう 1 つの経路として、AWS User Notifications のコンソールで「AWS managed notifications subscriptions」(AWS マネージド通知のサブスクリプション)を開き、セキュリティのカテゴリの「Manage subscriptions」(サブスクリプションの管理)で、ルートユーザーとセキュリティの連絡先がオンになっていることを確認します。",
                "As a second way open [AWS managed notifications subscriptions] in the AWS User Notifications console, choose [Manage subscriptions] in the category for security, and see that the root user and the security contact are on.",
            ),
        ],
        cli: &[
            aws("sns create-topic", &["--name", "security-alerts", "--region", "us-east-1"]).note(
                "表示された TopicArn を「us-east-1 の SNS トピックの ARN」に入れます。同じ名前のトピックが既にあれば、その ARN が返るだけです。",
                "Fill in the TopicArn as ARN of the SNS topic in us-east-1. If a topic of this name exists, you just get its ARN.",
            ),
            aws("sns subscribe", &["--topic-arn", "<TOPIC_ARN_US_EAST_1>", "--protocol", "email", "--notification-endpoint", "<SECURITY_EMAIL>", "--region", "us-east-1"]).note(
                "1 つ目の通知先です。届いた確認メールのリンクを開きます。両方とも登録済みなら、この行と次の行は飛ばします。",
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
            aws("events put-rule", &["--name", "health-security", "--event-pattern", PATTERN, "--state", "ENABLED", "--region", "us-east-1"]).note(
                "漏れた認証情報など(RISK)と、不正利用の報告(ABUSE)が対象です。メンテナンスや障害の知らせは含みません。",
                "Matches exposed credentials and the like (RISK) and abuse reports (ABUSE), but not maintenance or outages.",
            ),
            aws("events put-targets", &["--rule", "health-security", "--targets", "Id=sns,Arn=<TOPIC_ARN_US_EAST_1>", "--region", "us-east-1"]).note(
                "FailedEntryCount が 0 なら成功です。",
                "FailedEntryCount 0 means that it worked.",
            ),
            aws("events test-event-pattern", &["--event-pattern", PATTERN, "--event", EVENT, "--region", "us-east-1"]).note(
                "漏れたアクセスキーのイベントの例が、パターンに合うかを試します。Result が true なら問題ありません。メールは送られません。",
                "Tries the pattern on a sample event of an exposed key. Result must be true. It sends no mail.",
            ),
            aws("sns publish", &["--topic-arn", "<TOPIC_ARN_US_EAST_1>", "--subject", "Test of health-security", "--message", "Test. No action needed.", "--region", "us-east-1"]).note(
                "トピックのテストです。数分以内に、2 つの宛先の両方に届くことを確認します。EventBridge からトピックまでの許可は、root-signin-alert のテストで確かめられます。",
                "A test of the topic: within a few minutes the mail must reach both destinations. The tests of root-signin-alert also try the permission from EventBridge to the topic.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "ルールとトピックは、どちらも us-east-1 に作ります。特定のリージョンに属さないイベントは、us-east-1 のルールでなければ受け取れません。特定のリージョンのアカウント固有のイベントも確実に受け取るには、us-west-2 にもトピックと同じルールを作ります。全リージョンの分がそこに届きます(同じ通知が 2 通届くことがあります)。",
                "Make rule and topic both in us-east-1: events that belong to no Region reach only a rule there. To be sure of account-specific events of single Regions as well, make a topic and the same rule in us-west-2, where those of all Regions arrive (some notices then come twice).",
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
            text: t(
                "set-topic-attributes はトピックのポリシーを丸ごと置き換えます。ほかのサービスが同じトピックに送っている場合、その許可が消えます。先に get-topic-attributes の出力を保存してください。",
                "set-topic-attributes replaces the policy of the topic: other services that use it lose their permission. Save the output of get-topic-attributes first.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "暗号化されたトピックでは、AWS マネージドキー(alias/aws/sns)のままだと EventBridge から届きません。カスタマーマネージドキーを使い、キーポリシーで events.amazonaws.com に kms:Decrypt と kms:GenerateDataKey を許可します。",
                "On an encrypted topic nothing arrives from EventBridge while it uses the AWS managed key (alias/aws/sns). Use a customer managed key whose policy allows events.amazonaws.com kms:Decrypt and kms:GenerateDataKey.",
            ),
        },
    ],
    done: t(
        "us-east-1 に有効なルール health-security があり、ターゲットのトピックからテストのメールが 2 つの宛先の両方に届いた。",
        "The rule health-security is enabled in us-east-1, and a test mail from its topic has reached both destinations.",
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
    frameworks: Frameworks {
        security_hub: &[],
        cis_v3: &[],
        cis_v5: &[],
        cis_v6: &[],
        cis_v7: &[],
        config_rule: &[],
        prowler: &[],
    },
    sources: &[
        Source {
            title: "AWS Health User Guide: Creating EventBridge rules for AWS Region coverage",
            url: "https://docs.aws.amazon.com/health/latest/ug/choosing-a-region.html",
            reviewed: "2026-11-24",
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

const PATTERN: &str = r#"{"source":["aws.health"],"detail-type":["AWS Health Event","AWS Health Abuse Event"],"detail":{"service":["RISK","ABUSE"]}}"#;

/// The sample of AWS Health Tools, shortened.
const EVENT: &str = r#"{"version":"0","id":"121345678-1234-1234-1234-123456789012","detail-type":"AWS Health Event","source":"aws.health","account":"<ACCOUNT_ID>","time":"2026-11-24T03:00:00Z","region":"us-east-1","resources":[],"detail":{"service":"RISK","eventTypeCode":"AWS_RISK_CREDENTIALS_EXPOSED","eventTypeCategory":"issue"}}"#;
