//! Alerts for GuardDuty findings of every severity.

use crate::base::i18n::t;
use crate::content::catalogue::alerts::{
    ENCRYPTED, EVENT_SOURCE, FINISH, FIRST, FORWARD_IN_CONSOLE, LOOK_AT_TARGET, TO_HOME, TO_TOPIC,
};
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Scope, Section, Severity, Source, Warning, aws, changes, creates, tests,
};

/// From GuardDuty in every Region through EventBridge to one topic with two destinations.
pub(crate) const CONTROL: Control = Control {
    id: "guardduty-eventbridge-rule",
    section: Section::Response,
    mandatory: true,
    level: Some(2),
    order: 15,
    severity: Severity::High,
    effort_minutes: 25,
    free: false,
    needs: &["guardduty-enabled-all-regions", "notify-two-destinations"],
    title: t("GuardDuty の検出結果を「低」まで通知する", "Send all GuardDuty findings to people, Low included"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "攻撃者が、漏れたパスワードでルートユーザーとしてサインインします。GuardDuty は検出しますが、ルートユーザーの使用は、既定では重要度「低」です。AWS の例にならって「中」以上だけを送るルールにしていると、メールは届きません。気づくのは、請求書が届いたときです。",
        "An attacker signs in as the root user with a leaked password. GuardDuty sees it, but rates use of root as Low by default. A rule copied from AWS's example sends Medium and above, so no mail goes out. The next thing that you notice is the bill.",
    ),
    cost: t(
        "実質無料。ルールは無料、SNS のメールは月 1,000 通まで無料(2026-08)。リージョン間の転送はカスタムイベントとして課金されるが、件数はごくわずか",
        "In practice free: the rules cost nothing and 1,000 SNS e-mails a month are free (2026-08). Forwarding between Regions is charged as custom events, of which there are very few",
    ),
    scope: t(
        "リージョンごとにルール 1 つ、通知用のトピックはホームリージョンに 1 つ",
        "One rule per Region, one place in the home Region that tells people",
    ),
    check: Guide {
        console: &[
            t(
                "右上でリージョンを選び、EventBridge のコンソールで [ルール] を開きます。",
                "Choose the Region at the top right and open [Rules] in the EventBridge console.",
            ),
            t(
                "イベントバス default に、GuardDuty の検出結果を受ける有効なルールがあるか確認します。",
                "On the event bus default, find an enabled rule for GuardDuty findings.",
            ),
            t(
                "ルールを開き、イベントパターンの source が aws.guardduty で、severity(重要度)の条件がないことを確認します。",
                "Open the rule: its event pattern has source aws.guardduty and no condition on severity.",
            ),
            LOOK_AT_TARGET,
            t(
                "GuardDuty のコンソールで [設定] を開き、[検出結果のエクスポートオプション] の頻度を確認します。15 分ごとの設定を推奨します。",
                "In the GuardDuty console open [Settings] and look at the frequency in [Findings export options]. Every 15 minutes is best.",
            ),
            t(
                "GuardDuty が有効なほかのリージョンでも繰り返します。",
                "Repeat in the other Regions where GuardDuty is on.",
            ),
        ],
        cli: &[
            aws("guardduty list-detectors", &[]).in_each_region().note(
                "DetectorIds が空のリージョンでは、先に GuardDuty を有効にします。",
                "Where DetectorIds is empty, turn on GuardDuty first.",
            ),
            aws("guardduty get-detector", &["--detector-id", "<DETECTOR_ID>"])
                .each("guardduty list-detectors", "DetectorIds[]", "<DETECTOR_ID>")
                .in_each_region()
                .note(
                    "FindingPublishingFrequency は、同じ検出結果が繰り返されたときに知らせる間隔です。既定は SIX_HOURS、望ましいのは FIFTEEN_MINUTES です。",
                    "FindingPublishingFrequency says how often you hear of repeats of a finding: SIX_HOURS by default, FIFTEEN_MINUTES is best.",
                ),
            aws("events list-rules", &[]).in_each_region().note(
                "State が ENABLED で、EventPattern に aws.guardduty があり、severity がないルールを探します。severity の条件があると、「低」が対象から漏れることがあります。",
                "Look for a rule with State ENABLED whose EventPattern has aws.guardduty and no severity. A condition on severity may leave out Low.",
            ),
            aws("events list-targets-by-rule", &["--rule", "<RULE_NAME>"])
                .each("events list-rules", "Rules[].Name", "<RULE_NAME>")
                .in_each_region()
                .note(
                    "そのルールの Targets に、通知用の SNS トピックか、ホームリージョンのイベントバスの ARN があるか確認します。空なら、どこにも届きません。",
                    "Its Targets must hold the ARN of the SNS topic, or of the event bus in the home Region. Where it is empty, nothing is sent.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            FIRST,
            t(
                "右上でホームリージョンを選び、EventBridge のコンソールで [ルール] を開いて、[ルールの作成] を選びます。",
                "Choose your home Region at the top right, open [Rules] in the EventBridge console and choose [Create rule].",
            ),
            t(
                "作成方法を選ぶ画面が出たら、「Advanced Builder」を選びます。",
                "If you are asked for a builder, choose [Advanced Builder].",
            ),
            t(
                "名前に guardduty-all と入力し、イベントバスは default のまま、[イベントパターンを持つルール] を選んで [次へ] を選びます。",
                "Enter the name guardduty-all, leave the event bus default, choose [Rule with an event pattern], then [Next].",
            ),
            EVENT_SOURCE,
            t(
                "[作成のメソッド] で [パターンフォームを使用する] を選び、「AWS services」、「GuardDuty」、「GuardDuty Finding」の順に選びます。重要度の条件は加えずに [次へ] を選びます。",
                "As [Creation method] choose [Use pattern form], then [AWS services], [GuardDuty] and [GuardDuty Finding]. Add no condition on severity, and choose [Next].",
            ),
            t(
                "ターゲットに「AWS service」(AWS のサービス)、「SNS topic」(SNS トピック)、通知用のトピックの順に選び、実行ロールは [この特定のリソースについて新しいロールを作成] のまま [次へ] を選びます。入力の変換は設定しません。変換したイベントは、カスタム通知の形式でない限り、チャットに表示されません。",
                "As target choose [AWS service], [SNS topic] and your alert topic, leave [Create a new role for this specific resource], and choose [Next]. Set no input transformer: chat shows no event that was changed, unless it has the format of a custom notification.",
            ),
            FINISH,
            t(
                "ほかのリージョンからの転送を設定します。CloudShell を開き、CLI の手順にある、ホームリージョン以外でまとめて実行するループを貼り付けるのが早くて確実です(コンソールで 1 リージョンずつなら、全部で 1 時間ほどかかります)。",
                "Make the forwarding from the other Regions. The quick and sure way is to open CloudShell and paste the loop for all Regions but the home Region from the CLI steps. One Region after the other in the console takes about an hour.",
            ),
            FORWARD_IN_CONSOLE,
            t(
                "GuardDuty のコンソールで [設定] を開き、[検出結果のエクスポートオプション] の頻度を 15 分ごとにして保存します。リージョンごとの設定なので、これも CLI の手順のループでまとめて設定できます。",
                "In the GuardDuty console open [Settings], [Findings export options], set [Frequency for updated findings] to every 15 minutes, and choose [Save changes]. It is a setting of each Region: the loop of the CLI steps does them all.",
            ),
            t(
                "テストします。CloudShell で、CLI の手順の guardduty create-sample-findings を、ホームリージョンと、ほかの 1 つのリージョンで実行します。重要度「低」のサンプルが 1 件ずつできます。",
                "Test it: in CloudShell run guardduty create-sample-findings of the CLI steps in the home Region and in one other. Each makes one sample of severity Low.",
            ),
            t(
                "5 分ほどで、2 つの通知先の両方に、検出結果タイプ Recon:EC2/PortProbeUnprotectedPort の知らせが、リージョンごとに 1 通ずつ届くことを確認します。メールの差出人は no-reply@sns.amazonaws.com です。チャットでは、タイトルだけが表示されることがあります。",
                "Within about 5 minutes each of the two destinations gets one notice per Region of the finding type Recon:EC2/PortProbeUnprotectedPort. Mails come from no-reply@sns.amazonaws.com. Chat may show the title alone.",
            ),
            t(
                "片方の通知先にだけ届かない場合は、迷惑メールフォルダーを見て、サブスクリプションの確認が済んでいるかも確かめます。どちらにも届かない場合は、EventBridge でルールの「Monitoring」(モニタリング)タブを開きます。FailedInvocations があれば、ホームリージョンではトピックへの許可か暗号化キー、ほかのリージョンでは転送用のロールが原因です。",
                "If one destination is missing, look in its spam folder and at the status of its subscription. If both are missing, open the tab [Monitoring] of the rule in EventBridge: FailedInvocations point to the permission on the topic or to its encryption key in the home Region, and to the role for forwarding in another.",
            ),
            t(
                "GuardDuty の [検出結果] で、サンプルをアーカイブします。",
                "Archive the samples under [Findings] in GuardDuty.",
            ),
        ],
        cli: &[
            aws("sns list-subscriptions-by-topic", &["--topic-arn", "<TOPIC_ARN>"]).in_home_region().note(
                "通知用のトピック(notify-two-destinations)に、SubscriptionArn が arn: で始まるものが 2 つ以上あることを確認します。PendingConfirmation のものには届きません。",
                "See that your alert topic (notify-two-destinations) has two or more SubscriptionArn that begin with arn:. Those with PendingConfirmation get nothing.",
            ),
            creates("events put-rule", &["--name", "guardduty-all", "--event-pattern", PATTERN, "--state", "ENABLED"]).in_home_region().note(
                "ホームリージョンのルールです。重要度の条件を付けないので、「低」から「重大」まですべてが対象です。ほかのリージョンから転送された検出結果も、このルールが受けます。",
                "The rule of the home Region. With no condition on severity it matches everything from Low to Critical, the findings that other Regions forward as well.",
            ),
            creates("events put-targets", &["--rule", "guardduty-all", "--targets", TO_TOPIC]).in_home_region().note(
                "FailedEntryCount が 0 なら成功です。",
                "FailedEntryCount 0 means that it worked.",
            ),
            creates("events put-rule", &["--name", "guardduty-all", "--event-pattern", PATTERN, "--state", "ENABLED"]).scope(Scope::OtherRegions).note(
                "ほかのリージョンのルールです。",
                "The rule of another Region.",
            ),
            creates("events put-targets", &["--rule", "guardduty-all", "--targets", TO_HOME]).scope(Scope::OtherRegions).note(
                "ホームリージョンのイベントバスに転送します。FailedEntryCount が 0 なら成功です。以前の手順でリージョンごとのトピックをターゲットにしていた場合は、そのトピックにも引き続き届きます。",
                "Forwards to the event bus of the home Region. FailedEntryCount 0 means that it worked. If an earlier edition of these steps gave the rule a topic of its own Region, that topic goes on telling as well.",
            ),
            changes("guardduty update-detector", &["--detector-id", "<DETECTOR_ID>", "--finding-publishing-frequency", "FIFTEEN_MINUTES"])
                .each("guardduty list-detectors", "DetectorIds[]", "<DETECTOR_ID>")
                .in_each_region()
                .note(
                    "同じ検出結果の繰り返しも、15 分ごとに知らせます。成功しても出力はありません。組織のメンバーアカウントでは変更できません。",
                    "Repeats of a finding are then reported every 15 minutes. It prints nothing when it succeeds. Member accounts of an organisation cannot set it.",
                ),
            aws("guardduty list-detectors", &[]).in_own_region().note(
                "テストするリージョンで表示された DetectorIds の値を、「ディテクター ID」に入れます。ID はリージョンごとに違います。",
                "Fill in the ID of the Region that you test as Detector ID. Each Region has its own.",
            ),
            tests("guardduty create-sample-findings", &["--detector-id", "<DETECTOR_ID>", "--finding-types", "Recon:EC2/PortProbeUnprotectedPort"]).in_own_region().note(
                "テストです。重要度「低」のサンプルを 1 件作ります。5 分ほどで、2 つの通知先の両方に、この検出結果タイプと \"sample\":true を含む知らせが届きます。ホームリージョンと、ほかの 1 つのリージョンで実行します。もう一度試すときは、別の検出結果タイプにします。同じものは繰り返しとみなされ、すぐには届かないことがあります。",
                "The test: one sample of severity Low. Within about 5 minutes both destinations get a notice with this finding type and \"sample\":true. Run it in the home Region and in one other. To test again take another type: the same one may count as a repeat and come later.",
            ),
            aws("cloudwatch get-metric-statistics", &["--namespace", "AWS/Events", "--metric-name", "FailedInvocations", "--dimensions", "Name=RuleName,Value=guardduty-all", "--start-time", "<START_DATE>", "--end-time", "<END_DATE>", "--period", "3600", "--statistics", "Sum"]).in_own_region().note(
                "届かないときだけ実行します。期間に今日から明日までを指定します。Sum が 1 以上なら、ホームリージョンではトピックのポリシーか暗号化キー、ほかのリージョンでは転送用のロールが原因です。0 か空なら、迷惑メールフォルダーとサブスクリプションの状態を見直します。",
                "Only if nothing arrives. From today to tomorrow: a Sum of 1 or more points to the topic's policy or encryption key in the home Region, to the role for forwarding in another. With 0 or no data look at spam folders and subscriptions.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "コンソールの [検出結果サンプルの生成] は、すべての検出結果タイプのサンプルを 1 件ずつ作ります。通知先に大量のメールが届くため、テストには CLI の 1 件だけを使ってください。",
                "[Generate sample findings] in the console makes one finding of every type, and a flood of mails. Test with the single one of the CLI.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "転送できるのは 1 回だけです。転送された検出結果を、ホームリージョンからさらに別のリージョンやアカウントのイベントバスへ送ることはできません。SNS トピックなど、ほかのターゲットには送れます。",
                "An event can be forwarded once only: the home Region cannot send what it received on to the bus of a third Region or account. Other targets, such as a topic, are fine.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: ENCRYPTED,
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "抑制ルールでアーカイブされた検出結果は、EventBridge に送られません。手動でアーカイブしたものは、同じ検出が繰り返されると再び届きます。",
                "Findings archived by a suppression rule never reach EventBridge. Those archived by hand come again when they repeat.",
            ),
        },
    ],
    done: t(
        "GuardDuty が有効な各リージョンで、重要度の条件がない有効なルールが検出結果をホームリージョンに転送し、ホームリージョンとほかの 1 つのリージョンのサンプルが、2 つの通知先の両方に届いている。",
        "In each Region with GuardDuty, an enabled rule without a condition on severity forwards to the home Region, and the samples of the home Region and of one other reached both destinations.",
    ),
    not_applicable: t(
        "組織の委任管理者が、このアカウントの検出結果をすべて受け取り、対応している場合。GuardDuty をまだ有効にしていないだけなら、先に有効にします。",
        "When the delegated administrator of the organisation receives and answers all findings of this account. Where GuardDuty is not on yet, turn it on first.",
    ),
    organisation: Some(t(
        "委任管理者アカウントのルールには、そのリージョンの全メンバーアカウントの検出結果が届くため、ルールはそこにリージョンごとに 1 つ作れば足ります。通知の間隔も、委任管理者だけが変更できます。",
        "A rule in the delegated administrator account gets the findings of all members in that Region, so one rule there in each Region is enough. Only that account can set the frequency.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、すべての種類と重要度の検出結果が、有効なルールを通って通知先に届く設定になっているかを、検出結果の例を 1 つずつルールに当てはめて判定します。メールが実際に届くか、誰かが読んでいるか、AWS User Notifications など別の経路で受け取っているかは分かりません。",
        "For the Regions in the output it tries findings of every type and severity, one by one: whether they come through an enabled rule to a target that tells people. It cannot tell whether the mails arrive and are read, or whether you are told another way, such as AWS User Notifications.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "Amazon GuardDuty User Guide: Processing GuardDuty findings with Amazon EventBridge",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon EventBridge User Guide: Sending and receiving events between event buses in the same account and Region in Amazon EventBridge",
            url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-bus-to-bus.html",
            reviewed: "2026-11-30",
        },
        Source {
            title: "Amazon EventBridge User Guide: Sending and receiving events between AWS Regions in Amazon EventBridge",
            url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html",
            reviewed: "2026-11-30",
        },
        Source {
            title: "Amazon EventBridge User Guide: Troubleshooting Amazon EventBridge",
            url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon GuardDuty User Guide: Generating sample findings in GuardDuty",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/sample_findings.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon GuardDuty User Guide: GuardDuty finding types",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-active.html",
            reviewed: "2026-11-24",
        },
    ],
};

const PATTERN: &str = r#"{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"]}"#;
