//! Alerts reach two places.

use crate::catalogue::topic_policy::TOPIC_POLICY;
use crate::catalogue::{Control, Details, Frameworks, Guide, Risk, Section, Severity, Source, Warning, aws};
use crate::i18n::t;

/// The topic that the alerts of other controls are sent to, with two confirmed subscriptions.
pub(crate) const CONTROL: Control = Control {
    id: "notify-two-destinations",
    section: Section::Contacts,
    mandatory: true,
    level: Some(2),
    order: 11,
    severity: Severity::High,
    effort_minutes: 15,
    free: false,
    needs: &[],
    title: t("セキュリティ通知を 2 か所以上に届ける", "Send security alerts to two confirmed destinations"),
};

/// What its page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "土曜日、GuardDuty が盗まれたアクセスキーの使用を検出し、ただ 1 人の管理者にメールします。本人は休暇中です。あるいは、そのメールボックスに入り込んだ攻撃者がメールを消します。気づくのは月曜、請求画面を見たときです。独立した通知先がもう 1 つあれば、誰かが気づけます。",
        "On Saturday GuardDuty sees a stolen key in use and mails your one administrator, who is on holiday. Or the attacker, already inside that mailbox, deletes the mail. You learn of it on Monday, from the bill. With a second, independent destination somebody can still act.",
    ),
    cost: t("SNS のメール配信は、無料枠を超えると課金", "SNS e-mail is charged beyond the free allowance"),
    scope: t(
        "リージョンごと(普段使うリージョンと us-east-1 から)",
        "Per Region: start with the one that you use most and us-east-1",
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
            aws("sns list-topics", &[]).regional().note(
                "このリージョンのトピックの一覧です。空なら、通知用のトピックはまだありません。",
                "The topics of this Region. If there are none, there is no topic for alerts yet.",
            ),
            aws("sns list-subscriptions", &[]).regional().note(
                "同じ TopicArn に、Endpoint が異なり SubscriptionArn が arn: で始まるものが 2 つ以上あれば問題ありません。PendingConfirmation と Deleted は数えません。電話番号が表示されたら、共有する前に伏せてください。",
                "Good when one TopicArn has two or more with different Endpoints and a SubscriptionArn that begins with arn:. PendingConfirmation and Deleted do not count. Mask phone numbers before you share the output.",
            ),
            aws("sns list-subscriptions-by-topic", &["--topic-arn", "<TOPIC_ARN>"])
                .each("sns list-topics", "Topics[].TopicArn", "<TOPIC_ARN>")
                .regional()
                .note(
                    "通知用のトピックについて、同じことを見ます。Endpoint のホスト名に chatbot があれば、チャットへの通知です。",
                    "The same for your alert topic alone. An Endpoint whose host name contains chatbot is a chat channel.",
                ),
            aws("sns get-topic-attributes", &["--topic-arn", "<TOPIC_ARN>"])
                .each("sns list-topics", "Topics[].TopicArn", "<TOPIC_ARN>")
                .regional()
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
                "右上で普段使うリージョンを選び、SNS のコンソールで [トピック] を開いて、[トピックの作成] を選びます。",
                "Choose the Region that you use most at the top right, open [Topics] in the SNS console and choose [Create topic].",
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
                "トピックの「Edit」(編集)を選び、[アクセスポリシー] を展開します。[JSON エディタ] の内容を、CLI の手順の sns set-topic-attributes にあるポリシー(波かっこの部分)で置き換え、「Save changes」(変更の保存)を選びます。",
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
                "トピックの「Publish message」(メッセージの発行)を選び、件名と本文に Test と入力して、もう一度「Publish message」(メッセージの発行)を選びます。",
                "Choose [Publish message] on the topic, enter Test as subject and as message, and choose [Publish message] again.",
            ),
            t(
                "数分以内に、2 つの宛先の両方にこのメールが届いたことを、それぞれの受け手に確かめます。",
                "Ask the reader of each destination whether this mail arrived within a few minutes.",
            ),
            t(
                "2 つ目を Slack にする場合は、メールの代わりに Amazon Q Developer in chat applications のコンソールの「Configure a chat client」(チャットクライアントを設定)で Slack を選んで「Configure」(設定)、続けて「Configure new channel」(新しいチャネルを設定)を選びます。「SNS topic」(SNS トピック)に security-alerts を選んで保存し、「Send test message」(テストメッセージを送信)で確かめます。",
                "For Slack as the second destination: in the Amazon Q Developer in chat applications console choose Slack under [Configure a chat client], then [Configure] and [Configure new channel]. Choose security-alerts as [SNS topic], save, and test with [Send test message].",
            ),
            t(
                "右上で us-east-1 を選び、同じ手順を繰り返します。ルートユーザーのサインインと AWS Health の通知に使います。GuardDuty を通知するほかのリージョンでも繰り返します。",
                "Choose us-east-1 at the top right and repeat: root sign-ins and AWS Health need a topic there. Repeat in the other Regions whose GuardDuty findings you want to hear of.",
            ),
        ],
        cli: &[
            aws("sns create-topic", &["--name", "security-alerts"]).regional().note(
                "表示された TopicArn を「SNS トピックの ARN」に、その中の 12 桁を「アカウント ID」に入れます。同じ名前のトピックが既にあれば、その ARN が返るだけで、何も変わりません。",
                "Fill in the TopicArn as ARN of the SNS topic, and the 12 digits in it as Account ID. If a topic of this name exists, you just get its ARN and nothing changes.",
            ),
            aws("sns get-topic-attributes", &["--topic-arn", "<TOPIC_ARN>"]).regional().note(
                "次のコマンドの前に、出力を保存します。Policy に __default_statement_ID 以外の Sid がなければ、そのまま進みます。ほかの Sid がある場合、次のコマンドで消えてしまうため、その Statement を次のコマンドに書き加えてから実行します。events.amazonaws.com が既に許可されていれば、次は飛ばします。",
                "Save the output before the next command. If Policy has no Sid but __default_statement_ID, go on. The next command would delete any other statement: add those to its Statement list first. If events.amazonaws.com is allowed already, skip the next command.",
            ),
            aws("sns set-topic-attributes", &["--topic-arn", "<TOPIC_ARN>", "--attribute-name", "Policy", "--attribute-value", TOPIC_POLICY]).regional().note(
                "後の対策で作る EventBridge のルールが、このトピックに送れるようにします。ポリシー全体が置き換わるため、新しいトピックの既定の許可も含めてあります。成功しても出力はありません。EventBridge の許可に Condition は付けられません(AWS のドキュメントによる)。",
                "Lets the EventBridge rules of later controls publish to this topic. It replaces the whole policy, so it also holds what a new topic allows by default. It prints nothing when it succeeds. By AWS's documentation the statement for EventBridge cannot have a Condition.",
            ),
            aws("sns subscribe", &["--topic-arn", "<TOPIC_ARN>", "--protocol", "email", "--notification-endpoint", "<SECURITY_EMAIL>"]).regional().note(
                "1 つ目の通知先です。SubscriptionArn は pending confirmation になります。AWS Notifications からのメールで、ARN が自分のトピックのものか確かめ、2 日以内に「Confirm subscription」のリンクを開きます。",
                "The first destination. SubscriptionArn is pending confirmation. In the mail from AWS Notifications see that the ARN is your topic's, and open the link Confirm subscription within two days.",
            ),
            aws("sns subscribe", &["--topic-arn", "<TOPIC_ARN>", "--protocol", "email", "--notification-endpoint", "<SECOND_EMAIL>"]).regional().note(
                "2 つ目の通知先です。こちらの確認メールのリンクも開きます。",
                "The second destination. Open the link in its mail, too.",
            ),
            aws("sns list-subscriptions-by-topic", &["--topic-arn", "<TOPIC_ARN>"]).regional().note(
                "2 つの SubscriptionArn がどちらも arn: で始まるまで、ここから先に進みません。PendingConfirmation のままなら、その宛先でまだリンクが開かれていません。",
                "Do not go on before both SubscriptionArn begin with arn:. With PendingConfirmation, the link of that mail has not been opened yet.",
            ),
            aws("sns publish", &["--topic-arn", "<TOPIC_ARN>", "--subject", "Test of security-alerts", "--message", "Test. No action needed."]).regional().note(
                "テストです。数分以内に、2 つの宛先の両方にこのメールが届くことを確認します。ほかのリージョンでは、「リージョン」と「SNS トピックの ARN」を変えて最初から繰り返します。us-east-1 の分は、root-signin-alert と health-abuse-alert の手順にも含まれています。",
                "The test: within a few minutes this mail must reach both destinations. For another Region change Region and ARN of the SNS topic, and begin again. The steps of root-signin-alert and health-abuse-alert include those for us-east-1.",
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
            text: t(
                "暗号化されたトピックでは、AWS マネージドキー(alias/aws/sns)のままだと EventBridge から届きません。カスタマーマネージドキーを使い、キーポリシーで events.amazonaws.com に kms:Decrypt と kms:GenerateDataKey を許可します。",
                "On an encrypted topic nothing arrives from EventBridge while it uses the AWS managed key (alias/aws/sns). Use a customer managed key whose policy allows events.amazonaws.com kms:Decrypt and kms:GenerateDataKey.",
            ),
        },
    ],
    done: t(
        "security-alerts に「Confirmed」(確認済み)のサブスクリプションが 2 つ以上あり、テストのメールが両方の宛先に届いた。",
        "security-alerts has two or more subscriptions with the status Confirmed, and the test mail has reached both.",
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
            reviewed: "2026-11-24",
        },
    ],
};
