//! Alerts for cost anomalies.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, creates};

/// Detects small increases in cost that a budget does not.
pub(crate) const CONTROL: Control = Control {
    id: "billing-anomaly-alert",
    section: Section::Contacts,
    mandatory: false,
    level: None,
    order: 31,
    severity: Severity::Medium,
    effort_minutes: 5,
    free: true,
    needs: &[],
    title: t("コスト異常検出とその通知先を設定する", "Turn on alerts for cost anomalies"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "あなたも Bedrock を少し使っています。攻撃者が盗んだキーで毎日 20 ドル分を上乗せしても、月 1,000 ドルの予算では何週間も気づけません。コスト異常検出は、サービスごとのふだんの金額を学習し、急な増加を 1 日ほどで知らせます。",
        "You use Bedrock a little yourself. With a stolen key an attacker adds 20 dollars a day, and a budget of 1,000 dollars a month stays quiet for weeks. Cost Anomaly Detection learns what each service normally costs you and reports the jump within about a day.",
    ),
    cost: t(
        "検出は無料。CLI の ce コマンドは Cost Explorer API のリクエストごとに 0.01 USD(コンソールは無料)",
        "Detection is free; ce commands are Cost Explorer API requests at 0.01 USD each (the console is free)",
    ),
    scope: t("アカウント全体で 1 回", "Once for the account"),
    check: Guide {
        console: &[
            t(
                "Billing and Cost Management(請求とコスト管理)のコンソールを開き、[コスト異常検出] を選びます。",
                "Open the Billing and Cost Management console and choose [Cost Anomaly Detection].",
            ),
            t(
                "[コストモニター] タブに、「AWS のサービス」のモニターがあるか確認します。Cost Explorer を使い始めたときに、自動で作られていることがあります。",
                "On the tab [Cost monitors] look for a monitor of AWS services. One may have been made for you when Cost Explorer was first used.",
            ),
            t(
                "[アラートサブスクリプション] タブを開き、そのモニターに紐づくサブスクリプションがあるか確認します。",
                "On the tab [Alert subscriptions] look for a subscription that belongs to this monitor.",
            ),
            t(
                "サブスクリプションを開き、受信者が 2 つ以上で今も読まれているか、しきい値が大きすぎないかを確認します。",
                "Open it: are there two recipients that people still read, and is the threshold not too high?",
            ),
        ],
        cli: &[
            aws("ce get-anomaly-monitors", &[]).note(
                "AnomalyMonitors が空なら、監視していません。MonitorDimension が SERVICE のものの MonitorArn を控えます。",
                "An empty AnomalyMonitors means that nothing is watched. Note the MonitorArn of the one with MonitorDimension SERVICE.",
            ),
            aws("ce get-anomaly-subscriptions", &[]).note(
                "MonitorArnList にその ARN があり、Subscribers に Status が DECLINED でない宛先が必要です。ThresholdExpression の金額が大きすぎないかも見ます。",
                "MonitorArnList must hold that ARN, and Subscribers an address whose Status is not DECLINED. See, too, that the amount in ThresholdExpression is not too high.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "Billing and Cost Management(請求とコスト管理)のコンソールで [コスト異常検出] を開きます。",
                "In the Billing and Cost Management console open [Cost Anomaly Detection].",
            ),
            t(
                "[コストモニター] タブに「AWS のサービス」のモニターがなければ、[モニターを作成] を選び、「Managed by AWS」(AWS 管理)と [AWS のサービス] を選んで名前を入力し、[次へ] を選びます。",
                "If the tab [Cost monitors] has no monitor of AWS services, choose [Create monitor], [Managed by AWS] and [AWS services], enter a name, and choose [Next].",
            ),
            t(
                "モニターが既にあれば、代わりに [アラートサブスクリプション] タブで [サブスクリプションの作成] を選びます。",
                "If there is one already, choose [Create a subscription] on the tab [Alert subscriptions] instead.",
            ),
            t(
                "サブスクリプション名を入力し、頻度に [日次の要約] を選び、受信者に 2 つのメールアドレスを入力します。",
                "Enter a [Subscription name], choose [Daily summaries], and enter two e-mail addresses as [Alert recipients].",
            ),
            t(
                "しきい値に 10(米ドル)を入力します。多すぎると感じたら、後で上げます。",
                "As [Threshold] enter 10 (US dollars). Raise it later if you get too many.",
            ),
            t(
                "新しいモニターの場合は [モニターを作成] を選びます。サブスクリプションだけの場合は、「AWS のサービス」のモニターを選んで [サブスクリプションの作成] を選びます。",
                "For a new monitor choose [Create monitor]. For a subscription alone, select the monitor of AWS services and choose [Create subscription].",
            ),
        ],
        cli: &[
            creates("ce create-anomaly-monitor", &["--anomaly-monitor", r#"{"MonitorName":"aws-services","MonitorType":"DIMENSIONAL","MonitorDimension":"SERVICE"}"#]).note(
                "確認の手順で MonitorDimension が SERVICE のモニターが見つかった場合は飛ばします。アカウントに 1 つしか作れません。MonitorArn を「コストモニターの ARN」に入れます。",
                "Skip it if the check showed a monitor with MonitorDimension SERVICE: an account can have only one. Fill in the MonitorArn as ARN of the cost monitor.",
            ),
            creates("ce create-anomaly-subscription", &["--anomaly-subscription", SUBSCRIPTION]).note(
                "ふだんより 10 ドル以上多い異常を、1 日 1 回、2 つの宛先にまとめて知らせます。",
                "Reports anomalies of 10 dollars or more above the usual, once a day, to two addresses.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: t(
                "ce のコマンドは、Cost Explorer API の料金(リクエストごとに 0.01 USD)の対象です。スクリプトで繰り返し実行しないでください。",
                "The ce commands are requests to the Cost Explorer API, charged at 0.01 USD each. Do not run them in a loop.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "使い始めたばかりのサービスは、10 日分の利用データがたまるまで検出されません。AWS Marketplace(Bedrock の基盤モデルを除く)や Route 53 などは対象外です。予算アラート(billing-budget-alert)の代わりにはなりません。",
                "A service that is new to you is not covered before ten days of usage data. AWS Marketplace (but for Bedrock models), Route 53 and some others are never covered. It does not replace the budget (billing-budget-alert).",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "メールで届くのは、日次か週次の要約だけです。検出のたびに受け取る個別のアラートには SNS トピックが必要で、トピックのポリシーで costalerts.amazonaws.com を許可します。",
                "By e-mail you get daily or weekly summaries only. Individual alerts, sent at once, need an SNS topic whose policy allows costalerts.amazonaws.com.",
            ),
        },
    ],
    done: t(
        "「AWS のサービス」のモニターに、10 ドル程度のしきい値と 2 つの宛先を持つサブスクリプションが紐づいている。",
        "A monitor of AWS services has a subscription with a threshold of about 10 dollars and two recipients.",
    ),
    not_applicable: t(
        "管理アカウントのモニターがこのアカウントの費用も監視し、知らせがあなたに届く場合。または、請求転送(billing transfer)の請求元アカウントなど、コスト異常検出を使えない場合。",
        "When a monitor of the management account watches the costs of this account and you get its alerts, or where the feature is not available, such as bill source accounts of a billing transfer.",
    ),
    organisation: Some(t(
        "モニターとサブスクリプションは、作ったアカウントからしか見えません。管理アカウントのモニターが全メンバーアカウントの費用を監視していることがあるため、管理者に確認してください。メンバーアカウントで作れるのは「AWS のサービス」のモニターだけです。",
        "Monitors and subscriptions are visible only in the account that made them. The management account may watch all members: ask its administrator. A member account can make only a monitor of AWS services.",
    )),
    evidence: t(
        "モニターと、それに紐づくサブスクリプションと宛先があるかが、2 つの出力を合わせて分かります。片方だけでは分かりません。メールが読まれているか、しきい値が適切かも分かりません。DataUnavailable は、Cost Explorer がまだ有効でないことを表します。guard-navi-collect.sh は、--with-cost-explorer を付けたときだけ、この 2 つのコマンドを実行します。",
        "The two outputs together tell whether a monitor has a subscription with a recipient; one alone does not. They cannot tell whether the mails are read or whether the threshold makes sense. DataUnavailable means that Cost Explorer is not enabled yet. guard-navi-collect.sh runs the two only with --with-cost-explorer.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "AWS Cost Management User Guide: Getting started with AWS Cost Anomaly Detection",
            url: "https://docs.aws.amazon.com/cost-management/latest/userguide/getting-started-ad.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Cost Management User Guide: Detecting unusual spend with AWS Cost Anomaly Detection",
            url: "https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Cost Management User Guide: Quotas and restrictions",
            url: "https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Cost Explorer Pricing",
            url: "https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/",
            reviewed: "2026-11-24",
        },
    ],
};

const SUBSCRIPTION: &str = r#"{"SubscriptionName":"daily-cost-anomalies","Frequency":"DAILY","MonitorArnList":["<MONITOR_ARN>"],"Subscribers":[{"Type":"EMAIL","Address":"<SECURITY_EMAIL>"},{"Type":"EMAIL","Address":"<SECOND_EMAIL>"}],"ThresholdExpression":{"Dimensions":{"Key":"ANOMALY_TOTAL_IMPACT_ABSOLUTE","MatchOptions":["GREATER_THAN_OR_EQUAL"],"Values":["10"]}}}"#;
