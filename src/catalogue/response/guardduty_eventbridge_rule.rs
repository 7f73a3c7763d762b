//! A finding reaches people, whatever its severity.

use crate::catalogue::topic_policy::TOPIC_POLICY;
use crate::catalogue::{Control, Details, Frameworks, Guide, Risk, Section, Severity, Source, Warning, aws};
use crate::i18n::t;

/// From GuardDuty through EventBridge and SNS to two mailboxes.
pub(crate) const CONTROL: Control = Control {
    id: "guardduty-eventbridge-rule",
    section: Section::Response,
    mandatory: true,
    level: Some(2),
    order: 14,
    severity: Severity::High,
    effort_minutes: 15,
    free: false,
    needs: &["guardduty-enabled-all-regions", "notify-two-destinations"],
    title: t("GuardDuty の検出結果を「低」まで通知する", "Send all GuardDuty findings to people, Low included"),
};

/// What its page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "攻撃者が、漏れたパスワードでルートユーザーとしてサインインします。GuardDuty は検出しますが、ルートユーザーの使用は、既定では重要度「低」です。AWS の例にならって「中」以上だけを送るルールにしていると、メールは届きません。気づくのは、請求書が届いたときです。",
        "An attacker signs in as the root user with a leaked password. GuardDuty sees it, but rates use of root as Low by default. A rule copied from AWS's example sends Medium and above, so no mail goes out. The next thing that you notice is the bill.",
    ),
    cost: t("SNS のメール配信は、無料枠を超えると課金", "SNS e-mail is charged beyond the free allowance"),
    scope: t("リージョンごと(GuardDuty が有効なすべてのリージョン)", "Per Region, wherever GuardDuty is on"),
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
            t(
                "ルールのターゲットにある SNS トピックを SNS のコンソールで開き、「Confirmed」(確認済み)のサブスクリプションが 2 つ以上あることを確認します。",
                "Look at the target of the rule, open that topic in the SNS console, and see at least two subscriptions with the status Confirmed.",
            ),
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
            aws("guardduty list-detectors", &[]).regional().note(
                "DetectorIds が空のリージョンでは、先に GuardDuty を有効にします。",
                "Where DetectorIds is empty, turn on GuardDuty first.",
            ),
            aws("guardduty get-detector", &["--detector-id", "<DETECTOR_ID>"])
                .each("guardduty list-detectors", "DetectorIds[]", "<DETECTOR_ID>")
                .regional()
                .note(
                    "FindingPublishingFrequency は、同じ検出結果が繰り返されたときに知らせる間隔です。既定は SIX_HOURS、望ましいのは FIFTEEN_MINUTES です。",
                    "FindingPublishingFrequency says how often you hear of repeats of a finding: SIX_HOURS by default, FIFTEEN_MINUTES is best.",
                ),
            aws("events list-rules", &[]).regional().note(
                "State が ENABLED で、EventPattern に aws.guardduty があり、severity がないルールを探します。severity の条件があると、「低」が対象から漏れることがあります。",
                "Look for a rule with State ENABLED whose EventPattern has aws.guardduty and no severity. A condition on severity may leave out Low.",
            ),
            aws("events list-targets-by-rule", &["--rule", "<RULE_NAME>"])
                .each("events list-rules", "Rules[].Name", "<RULE_NAME>")
                .regional()
                .note(
                    "そのルールの Targets に、通知用の SNS トピックの ARN があるか確認します。空なら、どこにも届きません。",
                    "Its Targets must hold the ARN of the SNS topic. Where it is empty, nothing is sent.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "右上でリージョンを選び、SNS のコンソールで [トピック] を開いて、通知用のトピックがあるか確認します。トピックとルールは、同じリージョンに置く必要があります。",
                "Choose the Region at the top right, open [Topics] in the SNS console and look for your alert topic. Topic and rule must be in the same Region.",
            ),
            t(
                "ない場合は、通知先を 2 か所用意する対策(notify-two-destinations)の手順をこのリージョンで行い、届いた 2 通の確認メールのリンクを両方とも開きます。",
                "If there is none, follow the control about two destinations (notify-two-destinations) in this Region, and open the confirmation link in both mails.",
            ),
            t(
                "EventBridge のコンソールで [ルール] を開き、[ルールの作成] を選びます。",
                "In the EventBridge console open [Rules] and choose [Create rule].",
            ),
            t(
                "作成方法を選ぶ画面が出たら、「Advanced Builder」を選びます。",
                "If you are asked for a builder, choose [Advanced Builder].",
            ),
            t(
                "名前に guardduty-all と入力し、イベントバスは default のまま、[イベントパターンを持つルール] を選んで [次へ] を選びます。",
                "Enter the name guardduty-all, leave the event bus default, choose [Rule with an event pattern], then [Next].",
            ),
            t(
                "イベントソースに「AWS events or EventBridge partner events」(AWS イベントまたは EventBridge パートナーイベント)を選びます。",
                "As event source choose [AWS events or EventBridge partner events].",
            ),
            t(
                "「Creation method」(作成方法)で「Use pattern form」(パターンフォームを使用)を選び、「AWS services」、「GuardDuty」、「GuardDuty Finding」の順に選びます。重要度の条件は加えずに [次へ] を選びます。",
                "As [Creation method] choose [Use pattern form], then [AWS services], [GuardDuty] and [GuardDuty Finding]. Add no condition on severity, and choose [Next].",
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
                "GuardDuty のコンソールで [設定] を開き、[検出結果のエクスポートオプション] の頻度を 15 分ごとにして保存します。",
                "In the GuardDuty console open [Settings], [Findings export options], set [Frequency for updated findings] to every 15 minutes, and choose [Save changes].",
            ),
            t(
                "テストします。CloudShell を開き、CLI の手順の guardduty create-sample-findings を実行して、重要度「低」のサンプルを 1 件作ります。",
                "Test it: open CloudShell and run guardduty create-sample-findings from the CLI steps. It makes one sample of severity Low.",
            ),
            t(
                "5 分ほどで、no-reply@sns.amazonaws.com から 2 つの通知先の両方に、aws.guardduty と Recon:EC2/PortProbeUnprotectedPort を含むメールが 1 通ずつ届くことを確認します。",
                "Within about 5 minutes each of the two destinations gets one mail from no-reply@sns.amazonaws.com that contains aws.guardduty and Recon:EC2/PortProbeUnprotectedPort.",
            ),
            t(
                "片方だけ届かない場合は、迷惑メールフォルダーと、サブスクリプションの確認が済んでいるかを確かめます。両方とも届かない場合は、EventBridge でルールの「Monitoring」(モニタリング)タブを開き、FailedInvocations があれば、トピックへの許可か暗号化キーが原因です。",
                "If one mail is missing, look in its spam folder and at the status of its subscription. If both are missing, open the tab [Monitoring] of the rule in EventBridge: FailedInvocations point to the permission on the topic or to its encryption key.",
            ),
            t(
                "GuardDuty の [検出結果] でサンプルをアーカイブします。GuardDuty が有効なほかのリージョンでも、最初の手順から繰り返します。",
                "Archive the sample under [Findings] in GuardDuty. Repeat all steps in the other Regions where GuardDuty is on.",
            ),
        ],
        cli: &[
            aws("guardduty list-detectors", &[]).regional().note(
                "表示された ID を「ディテクター ID」に入れます。ID はリージョンごとに違います。",
                "Fill in the ID as Detector ID. Each Region has its own.",
            ),
            aws("sns create-topic", &["--name", "security-alerts"]).regional().note(
                "表示された TopicArn を「SNS トピックの ARN」に入れます。同じ名前のトピックが既にあれば、その ARN が返るだけで、何も変わりません。別の名前の通知用トピックがある場合は、この行と次の 2 行は飛ばし、その ARN を使います。",
                "Fill in the TopicArn as ARN of the SNS topic. If a topic of this name exists, you just get its ARN. If your alert topic has another name, use its ARN and skip this line and the next two.",
            ),
            aws("sns subscribe", &["--topic-arn", "<TOPIC_ARN>", "--protocol", "email", "--notification-endpoint", "<SECURITY_EMAIL>"]).regional().note(
                "1 つ目の通知先です。届いた確認メールのリンクを開きます。",
                "The first destination. Open the link in the mail that arrives.",
            ),
            aws("sns subscribe", &["--topic-arn", "<TOPIC_ARN>", "--protocol", "email", "--notification-endpoint", "<SECOND_EMAIL>"]).regional().note(
                "2 つ目の通知先です。こちらの確認メールのリンクも開きます。",
                "The second destination. Open the link in its mail, too.",
            ),
            aws("sns list-subscriptions-by-topic", &["--topic-arn", "<TOPIC_ARN>"]).regional().note(
                "SubscriptionArn が arn: で始まるものが 2 つ以上になるまで待ちます。PendingConfirmation のものには届きません。",
                "Wait until two SubscriptionArn begin with arn:. Those with PendingConfirmation get nothing.",
            ),
            aws("sns publish", &["--topic-arn", "<TOPIC_ARN>", "--subject", "Test of security-alerts", "--message", "Test. No action needed."]).regional().note(
                "トピックだけのテストです。数分以内に、2 つの通知先の両方にこのメールが届くことを確認してから進みます。",
                "A test of the topic alone. Go on when this mail has reached both destinations, within a few minutes.",
            ),
            aws("sns get-topic-attributes", &["--topic-arn", "<TOPIC_ARN>"]).regional().note(
                "Policy に __default_statement_ID 以外の Sid がなければ、そのまま次へ進みます。ほかの Sid がある場合、そのステートメントは次のコマンドで消えてしまうため、次のコマンドの Statement に書き加えてから実行します。events.amazonaws.com が既に許可されていれば、次のコマンドは飛ばします。",
                "If Policy has no Sid but __default_statement_ID, go on. The next command would delete any other statement: add those to its Statement list first. If events.amazonaws.com is allowed already, skip the next command.",
            ),
            aws("sns set-topic-attributes", &["--topic-arn", "<TOPIC_ARN>", "--attribute-name", "Policy", "--attribute-value", TOPIC_POLICY]).regional().note(
                "EventBridge がトピックに送れるようにします。ポリシー全体が置き換わります。",
                "Lets EventBridge publish to the topic. It replaces the whole policy.",
            ),
            aws("events put-rule", &["--name", "guardduty-all", "--event-pattern", r#"{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"]}"#, "--state", "ENABLED"]).regional().note(
                "重要度の条件を付けないので、「低」から「重大」まですべてが対象です。",
                "With no condition on severity it matches everything from Low to Critical.",
            ),
            aws("events put-targets", &["--rule", "guardduty-all", "--targets", "Id=sns,Arn=<TOPIC_ARN>"]).regional().note(
                "FailedEntryCount が 0 なら成功です。",
                "FailedEntryCount 0 means that it worked.",
            ),
            aws("guardduty update-detector", &["--detector-id", "<DETECTOR_ID>", "--finding-publishing-frequency", "FIFTEEN_MINUTES"]).regional().note(
                "同じ検出結果の繰り返しも、15 分ごとに知らせます。成功しても出力はありません。組織のメンバーアカウントでは変更できません。",
                "Repeats of a finding are then reported every 15 minutes. It prints nothing when it succeeds. Member accounts of an organisation cannot set it.",
            ),
            aws("guardduty create-sample-findings", &["--detector-id", "<DETECTOR_ID>", "--finding-types", "Recon:EC2/PortProbeUnprotectedPort"]).regional().note(
                "テストです。重要度「低」のサンプルを 1 件作ります。5 分ほどで、2 つの通知先の両方に、この検出結果タイプと \"sample\":true を含むメールが no-reply@sns.amazonaws.com から届きます。もう一度試すときは、別の検出結果タイプにします。同じものは繰り返しとみなされ、すぐには届かないことがあります。",
                "The test: one sample of severity Low. Within about 5 minutes both destinations get a mail from no-reply@sns.amazonaws.com with this finding type and \"sample\":true. To test again take another type: the same one may count as a repeat and come later.",
            ),
            aws("cloudwatch get-metric-statistics", &["--namespace", "AWS/Events", "--metric-name", "FailedInvocations", "--dimensions", "Name=RuleName,Value=guardduty-all", "--start-time", "<START_DATE>", "--end-time", "<END_DATE>", "--period", "3600", "--statistics", "Sum"]).regional().note(
                "メールが届かないときだけ実行します。期間に今日から明日までを指定します。Sum が 1 以上なら、トピックのポリシーか暗号化キーが原因です。0 か空なら、迷惑メールフォルダーとサブスクリプションの状態を見直します。",
                "Only if no mail arrives. From today to tomorrow: a Sum of 1 or more points to the topic's policy or encryption key. With 0 or no data look at spam folders and subscriptions.",
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
                "set-topic-attributes はトピックのポリシーを丸ごと置き換えます。AWS Budgets やコスト異常検出も同じトピックに送っている場合、その許可が消えて通知が止まります。先に get-topic-attributes の出力を保存してください。",
                "set-topic-attributes replaces the policy of the topic. If AWS Budgets or Cost Anomaly Detection use the same topic, they lose their permission and fall silent. Save the output of get-topic-attributes first.",
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
                "抑制ルールでアーカイブされた検出結果は、EventBridge に送られません。手動でアーカイブしたものは、同じ検出が繰り返されると再び届きます。",
                "Findings archived by a suppression rule never reach EventBridge. Those archived by hand come again when they repeat.",
            ),
        },
    ],
    done: t(
        "GuardDuty が有効な各リージョンで、重要度の条件がない有効なルールが検出結果をトピックに送り、サンプルのメールが 2 つの通知先の両方に届いている。",
        "In each Region with GuardDuty, an enabled rule without a condition on severity sends to the topic, and the sample reached both destinations.",
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
            title: "Amazon GuardDuty User Guide: Processing GuardDuty findings with Amazon EventBridge",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html",
            reviewed: "2026-11-24",
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
