//! Two destinations for alerts.

use crate::base::i18n::t;
use crate::content::catalogue::alerts::{ENCRYPTED, FORWARD, ROLE, TEST_MESSAGE, TOPIC_POLICY, TRUST};
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, creates, tests,
};

/// The topic that the alerts of other controls are sent to, with two confirmed subscriptions.
pub(crate) const CONTROL: Control = Control {
    id: "notify-two-destinations",
    section: Section::Contacts,
    mandatory: true,
    level: Some(2),
    order: 11,
    severity: Severity::High,
    effort_minutes: 20,
    free: false,
    needs: &[],
    title: t("セキュリティ通知を 2 か所以上に届ける", "Send security alerts to two confirmed destinations"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "土曜日、GuardDuty が盗まれたアクセスキーの使用を検出し、ただ 1 人の管理者にメールします。本人は休暇中です。あるいは、そのメールボックスに入り込んだ攻撃者がメールを消します。気づくのは月曜、請求画面を見たときです。独立した通知先がもう 1 つあれば、誰かが気づけます。",
        "On Saturday GuardDuty sees a stolen key in use and mails your one administrator, who is on holiday. Or the attacker, already inside that mailbox, deletes the mail. You learn of it on Monday, from the bill. With a second, independent destination somebody can still act.",
    ),
    cost: t(
        "実質無料。SNS のメールは月 1,000 通まで無料、超えると 10 万通あたり 2 USD(2026-08)",
        "In practice free: 1,000 SNS e-mails a month are free, then 2 USD per 100,000 (2026-08)",
    ),
    scope: t(
        "ホームリージョンで 1 回(ほかのリージョンの通知はここに転送)",
        "Once, in the home Region: the alerts of the others are forwarded there",
    ),
    check: Guide {
        console: &[
            t(
                "右上でリージョンを選び、SNS のコンソールで [トピック] を開きます。",
                "Choose the Region at the top right and open [Topics] in the SNS console.",
            ),
            t(
                "セキュリティ通知に使うトピック(security-alerts など)を開きます。分からない場合は、EventBridge のコンソールの [ルール] で、通知用のルールのターゲットを見ます。",
                "Open the topic of your security alerts, such as security-alerts. If you do not know which it is, look at the target of your alert rules under [Rules] in the EventBridge console.",
            ),
            t(
                "[サブスクリプション] に、宛先の異なる「Confirmed」(確認済み)が 2 つ以上あるか確認します。「Pending confirmation」(確認待ち)の宛先には届きません。",
                "Under [Subscriptions] find at least two with different endpoints and the status Confirmed. Nothing is sent to one that is pending confirmation.",
            ),
            t(
                "2 つの宛先が、別の人か別の仕組み(メールとチャットなど)に届くことを確認します。同じ人の 2 つのアドレスでは、休暇や乗っ取りに備えられません。",
                "See that the two lead to different people or systems, such as mail and chat. Two addresses of one person help neither in a holiday nor after a break-in.",
            ),
            t(
                "チャットに送っている場合は、Amazon Q Developer in chat applications のコンソールでチャネルの設定を開き、SNS トピックにこのトピックがあるか確認します。",
                "If you send to chat, open the channel in the Amazon Q Developer in chat applications console and see that this topic is among its SNS topics.",
            ),
        ],
        cli: &[
            aws("sns list-topics", &[]).in_each_region().note(
                "このリージョンのトピックの一覧です。空なら、通知用のトピックはまだありません。",
                "The topics of this Region. If there are none, there is no topic for alerts yet.",
            ),
            aws("sns list-subscriptions", &[]).in_each_region().note(
                "同じ TopicArn に、Endpoint が異なり SubscriptionArn が arn: で始まるものが 2 つ以上あれば問題ありません。PendingConfirmation と Deleted は数えません。電話番号が表示されたら、共有する前に伏せてください。",
                "Good when one TopicArn has two or more with different Endpoints and a SubscriptionArn that begins with arn:. PendingConfirmation and Deleted do not count. Mask phone numbers before you share the output.",
            ),
            aws("sns list-subscriptions-by-topic", &["--topic-arn", "<TOPIC_ARN>"])
                .each("sns list-topics", "Topics[].TopicArn", "<TOPIC_ARN>")
                .in_each_region()
                .note(
                    "通知用のトピックについて、同じことを見ます。Endpoint のホスト名に chatbot があれば、チャットへの通知です。",
                    "The same for your alert topic alone. An Endpoint whose host name contains chatbot is a chat channel.",
                ),
            aws("sns get-topic-attributes", &["--topic-arn", "<TOPIC_ARN>"])
                .each("sns list-topics", "Topics[].TopicArn", "<TOPIC_ARN>")
                .in_each_region()
                .note(
                    "通知用のトピックの Policy に events.amazonaws.com があれば、CLI で作る EventBridge のルールもここに送れます。KmsMasterKeyId が alias/aws/sns だと届きません。",
                    "With events.amazonaws.com in the Policy of your alert topic, EventBridge rules made with the CLI can send to it. With KmsMasterKeyId alias/aws/sns they cannot.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "通知先を 2 つ決めます。2 人以上が読むメールアドレスと、別の人のメールアドレスかチャットの組み合わせが適しています。",
                "Decide on two destinations: an address that two or more people read, and another person's address or a chat channel.",
            ),
            t(
                "右上で普段使うリージョンを選び、SNS のコンソールで [トピック] を開いて、[トピックの作成] を選びます。このリージョンを「ホームリージョン」と呼びます。ほかのリージョンの通知もここに集めるので、トピックは 1 つで足ります。",
                "Choose the Region that you use most at the top right, open [Topics] in the SNS console and choose [Create topic]. This is your home Region: the alerts of the other Regions are forwarded here, so one topic is enough.",
            ),
            t(
                "[タイプ] で [スタンダード] を選び、[名前] に security-alerts と入力します。暗号化は有効にせず、[トピックの作成] を選びます。",
                "As [Type] choose [Standard], enter security-alerts as [Name], leave encryption off, and choose [Create topic].",
            ),
            t(
                "表示された ARN をコピーし、このページの「SNS トピックの ARN」に入れます。ARN の中の 12 桁の数字が「アカウント ID」です。",
                "Copy the ARN that is shown into the field ARN of the SNS topic on this page. The 12 digits in it are the Account ID.",
            ),
            t(
                "トピックの [編集] を選び、[アクセスポリシー] を展開します。[JSON エディタ] の内容を、CLI の手順の sns set-topic-attributes にあるポリシー(波かっこの部分)で置き換え、[変更の保存] を選びます。",
                "Choose [Edit] on the topic and expand [Access policy]. Replace what is in the [JSON editor] by the policy of sns set-topic-attributes in the CLI steps (the part in braces), and choose [Save changes].",
            ),
            t(
                "トピックの画面で [サブスクリプションの作成] を選び、[プロトコル] で [Eメール] を選びます。[エンドポイント] に 1 つ目のアドレスを入力し、[サブスクリプションの作成] を選びます。",
                "On the topic choose [Create subscription], as [Protocol] choose [Email], enter the first address as [Endpoint], and choose [Create subscription].",
            ),
            t(
                "2 つ目のアドレスについても、サブスクリプションの作成を繰り返します。",
                "Do the same for the second address.",
            ),
            t(
                "それぞれのメールボックスで、AWS Notifications(no-reply@sns.amazonaws.com)からのメールを開きます。本文にあなたの security-alerts の ARN があることを確かめ、2 日以内に「Confirm subscription」(サブスクリプションの確認)のリンクを開きます。",
                "In each mailbox open the mail of AWS Notifications (no-reply@sns.amazonaws.com). See that it names the ARN of your security-alerts, and open its link [Confirm subscription] within two days.",
            ),
            t(
                "メールがない場合は迷惑メールを見ます。2 日を過ぎた場合は、同じアドレスでサブスクリプションを作り直します。",
                "If there is no mail, look in the spam folder. After two days, create the subscription with the same address again.",
            ),
            t(
                "SNS のコンソールでトピックを開き直し、2 つとも「Confirmed」(確認済み)になったことを確認します。",
                "Open the topic in the SNS console again and see that both are Confirmed.",
            ),
            t(
                "トピックの「Publish message」(メッセージの発行)を選び、件名に Test と入力します。本文には、CLI の手順の sns publish にあるメッセージ(波かっこの部分)を貼り付け、もう一度「Publish message」(メッセージの発行)を選びます。メールにはこの文字列がそのまま届き、チャットには読める形で表示されます。ふつうの文章を発行しても、チャットには何も表示されません。",
                "Choose [Publish message] on the topic, enter Test as subject, paste the message of sns publish in the CLI steps (the part in braces), and choose [Publish message] again. The mail shows it as it is, the chat as a message. Plain text would never be shown in the chat.",
            ),
            t(
                "数分以内に 2 つの通知先の両方に届いたかを、それぞれの受け手に確かめます。",
                "Ask the reader of each destination whether it arrived within a few minutes.",
            ),
            t(
                "2 つ目の通知先を Slack にする場合は、先に、Slack ワークスペースの管理者が Slack の App Directory から Amazon Q Developer in chat applications のアプリを追加(承認)します。",
                "For Slack as the second destination an administrator of the Slack workspace first adds (approves) the app Amazon Q Developer in chat applications from Slack's App Directory.",
            ),
            t(
                "Amazon Q Developer in chat applications のコンソール(console.aws.amazon.com/chatbot/)の「Configure a chat client」(チャットクライアントを設定)で Slack を選び、「Configure」(設定)を選びます。Slack の画面の右上で自分のワークスペースを選び、「Allow」(許可)を選びます。",
                "In the Amazon Q Developer in chat applications console (console.aws.amazon.com/chatbot/) choose Slack under [Configure a chat client], then [Configure]. On Slack's page choose your workspace at the top right and [Allow].",
            ),
            t(
                "Slack の通知用チャンネルで「/invite @Amazon Q」と入力し、「Invite Them」(招待する)を選びます。",
                "In the Slack channel for alerts type /invite @Amazon Q and choose [Invite Them].",
            ),
            t(
                "コンソールに戻り、「Configure new channel」(新しいチャネルを設定)を選びます。設定の名前を入力し、Slack のチャンネルを選びます。プライベートチャンネルの場合は、Slack の「リンクをコピー」で得た URL の末尾にあるチャンネル ID を入力します。",
                "Back in the console choose [Configure new channel], enter a configuration name and choose the Slack channel. For a private one enter its ID: the end of the link that Slack copies.",
            ),
            t(
                "「Channel role」(チャネルロール)で「Create an IAM role using a template」(テンプレートを使用して IAM ロールを作成)を選び、テンプレートは「Notification permissions」(通知の権限)だけにします。「Channel guardrail policies」(チャネルガードレールポリシー)には ReadOnlyAccess を選びます。空のままだと、権限の上限が AdministratorAccess になります。",
                "As [Channel role] choose [Create an IAM role using a template] with the template [Notification permissions] only. As [Channel guardrail policies] choose ReadOnlyAccess: left empty, the limit is AdministratorAccess.",
            ),
            t(
                "「Notifications」の「SNS Region」でホームリージョンを、「SNS topic」(SNS トピック)で security-alerts を選んで保存します。設定したチャネルを選び、「Send test message」(テストメッセージを送信)で確かめます。",
                "Under [Notifications] choose your home Region as [SNS Region] and security-alerts as [SNS topic], and save. Select the channel and test it with [Send test message].",
            ),
            t(
                "ほかのリージョンの通知を集めるためのロールを作ります。CloudShell で、CLI の手順の iam create-role と iam put-role-policy を実行します。",
                "Make the role by which the other Regions forward their alerts: run iam create-role and iam put-role-policy of the CLI steps in CloudShell.",
            ),
        ],
        cli: &[
            creates("sns create-topic", &["--name", "security-alerts"]).in_home_region().note(
                "表示された TopicArn を「SNS トピックの ARN」に、その中の 12 桁を「アカウント ID」に入れます。同じ名前のトピックが既にあれば、その ARN が返るだけで、何も変わりません。",
                "Fill in the TopicArn as ARN of the SNS topic, and the 12 digits in it as Account ID. If a topic of this name exists, you just get its ARN and nothing changes.",
            ),
            aws("sns get-topic-attributes", &["--topic-arn", "<TOPIC_ARN>"]).in_home_region().note(
                "次のコマンドの前に、出力を保存します。Policy に __default_statement_ID 以外の Sid がなければ、そのまま進みます。ほかの Sid がある場合、次のコマンドで消えてしまうため、その Statement を次のコマンドに書き加えてから実行します。events.amazonaws.com が既に許可されていれば、次は飛ばします。",
                "Save the output before the next command. If Policy has no Sid but __default_statement_ID, go on. The next command would delete any other statement: add those to its Statement list first. If events.amazonaws.com is allowed already, skip the next command.",
            ),
            changes("sns set-topic-attributes", &["--topic-arn", "<TOPIC_ARN>", "--attribute-name", "Policy", "--attribute-value", TOPIC_POLICY]).in_home_region().note(
                "後の対策で作る EventBridge のルールが、このトピックに送れるようにします。ポリシー全体が置き換わるため、新しいトピックの既定の許可も含めてあります。成功しても出力はありません。EventBridge の許可に Condition は付けられません(AWS のドキュメントによる)。",
                "Lets the EventBridge rules of later controls publish to this topic. It replaces the whole policy, so it also holds what a new topic allows by default. It prints nothing when it succeeds. By AWS's documentation the statement for EventBridge cannot have a Condition.",
            ),
            creates("sns subscribe", &["--topic-arn", "<TOPIC_ARN>", "--protocol", "email", "--notification-endpoint", "<SECURITY_EMAIL>"]).in_home_region().note(
                "1 つ目の通知先です。SubscriptionArn は pending confirmation になります。AWS Notifications からのメールで、ARN が自分のトピックのものか確かめ、2 日以内に「Confirm subscription」のリンクを開きます。",
                "The first destination. SubscriptionArn is pending confirmation. In the mail from AWS Notifications see that the ARN is your topic's, and open the link Confirm subscription within two days.",
            ),
            creates("sns subscribe", &["--topic-arn", "<TOPIC_ARN>", "--protocol", "email", "--notification-endpoint", "<SECOND_EMAIL>"]).in_home_region().note(
                "2 つ目の通知先です。こちらの確認メールのリンクも開きます。",
                "The second destination. Open the link in its mail, too.",
            ),
            aws("sns list-subscriptions-by-topic", &["--topic-arn", "<TOPIC_ARN>"]).in_home_region().note(
                "2 つの SubscriptionArn がどちらも arn: で始まるまで、ここから先に進みません。PendingConfirmation のままなら、その宛先でまだリンクが開かれていません。",
                "Do not go on before both SubscriptionArn begin with arn:. With PendingConfirmation, the link of that mail has not been opened yet.",
            ),
            tests("sns publish", &["--topic-arn", "<TOPIC_ARN>", "--subject", "Test of security-alerts", "--message", TEST_MESSAGE]).in_home_region().note(
                "テストです。数分以内に、2 つの通知先の両方に届くことを確認します。メールにはこの文字列がそのまま届き、チャットには読める形で表示されます。",
                "The test: within a few minutes it must reach both destinations. The mail shows it as it is, the chat as a message.",
            ),
            creates("iam create-role", &["--role-name", ROLE, "--assume-role-policy-document", TRUST]).note(
                "ほかのリージョンの EventBridge が、通知をホームリージョンに転送するためのロールです。EntityAlreadyExists なら、ロールは既にあります。",
                "The role by which EventBridge in other Regions forwards alerts to the home Region. EntityAlreadyExists means that it is there already.",
            ),
            changes("iam put-role-policy", &["--role-name", ROLE, "--policy-name", "put-events", "--policy-document", FORWARD]).note(
                "このロールに、ホームリージョンのイベントバスへ送ることだけを許可します。guardduty-eventbridge-rule、root-signin-alert、health-abuse-alert の手順で使います。",
                "Allows it to send to the event bus of the home Region and nothing else. Used by guardduty-eventbridge-rule, root-signin-alert and health-abuse-alert.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "set-topic-attributes はトピックのポリシーを丸ごと置き換えます。AWS Budgets やコスト異常検出も同じトピックに送っている場合、その許可が消えて通知が止まります。先に get-topic-attributes の出力を保存してください。",
                "set-topic-attributes replaces the policy of the topic. If AWS Budgets or Cost Anomaly Detection use the same topic, they lose their permission and fall silent. Save the output of get-topic-attributes first.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "サブスクリプションは、確認のリンクを開くまで何も届けません。作成しただけで終わりにしないでください。",
                "A subscription delivers nothing until its link has been opened. Creating it is not enough.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "通知メールには購読解除のリンクがあります。メーリングリストの 1 人が開くだけで全員に届かなくなり、会社のメールの検査機能が自動で開くこともあります。防ぐには、確認メールのリンクを開かず、URL の Token の値を sns confirm-subscription に --authenticate-on-unsubscribe true とともに渡して確認します。購読解除に AWS の認証が必要になります。",
                "Every alert mail has an unsubscribe link. One reader of a mailing list can end it for all, and mail scanners of companies sometimes open it by themselves. To prevent that, do not open the confirmation link: pass the Token in its URL to sns confirm-subscription with --authenticate-on-unsubscribe true. Unsubscribing then needs AWS credentials.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: ENCRYPTED,
        },
    ],
    done: t(
        "ホームリージョンの security-alerts に「Confirmed」(確認済み)のサブスクリプションが 2 つ以上あり、テストが両方の通知先に届いた。",
        "security-alerts in the home Region has two or more subscriptions with the status Confirmed, and the test has reached both.",
    ),
    not_applicable: t(
        "ほとんどありません。AWS User Notifications や監視サービスなど別の仕組みで、2 つ以上の独立した宛先に届いている場合は「実施済み」です。",
        "Hardly ever. If another system, such as AWS User Notifications or a monitoring service, brings the alerts to two independent destinations, the answer is Done.",
    ),
    organisation: Some(t(
        "組織では、セキュリティ用アカウント(GuardDuty などの委任管理者)のトピックに通知先をそろえれば、メンバーアカウントごとのトピックを減らせます。メンバーアカウントの管理者は、自分のアカウントの通知が誰に届くかを確認してください。",
        "In an organisation the topic of the security account (the delegated administrator of GuardDuty and others) can serve for many accounts. As administrator of a member account, find out who is told of alerts of yours.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、通知用のルールの送り先のトピックに、確認済みの異なる宛先が 2 つ以上あるかが分かります。どのトピックが通知用か分からない場合は判定できません。メールを誰かが読んでいるか、2 つの宛先が別の人に届くかも分かりません。",
        "It tells for the Regions in the output whether the topic that alert rules send to has two different confirmed destinations. Without knowing which topic that is, there is no verdict. It cannot tell whether anybody reads the mails, or whether the two lead to different people.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "Amazon SNS Developer Guide: Amazon SNS email subscription setup and management",
            url: "https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon EventBridge User Guide: Using resource-based policies for Amazon EventBridge",
            url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon SNS API Reference: ConfirmSubscription",
            url: "https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon Q Developer in chat applications Administrator Guide: Tutorial: Get started with Slack",
            url: "https://docs.aws.amazon.com/chatbot/latest/adminguide/slack-setup.html",
            reviewed: "2026-11-30",
        },
        Source {
            title: "Amazon Q Developer in chat applications Administrator Guide: Custom notifications using Amazon Q Developer in chat applications",
            url: "https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html",
            reviewed: "2026-11-30",
        },
        Source {
            title: "Amazon EventBridge User Guide: Permissions for event buses in Amazon EventBridge",
            url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
            reviewed: "2026-11-30",
        },
    ],
};
