//! Advice on too many notifications, from answering findings to a narrow suppression rule.

use crate::base::i18n::{Text, t};
use crate::content::catalogue::{Command, aws, changes, creates, deletes, tests};

/// One piece of advice.
#[derive(Debug)]
pub struct Advice {
    /// Starts with a verb.
    pub title: Text,
    /// Its text, in a few sentences.
    pub body: Text,
    /// The commands; may be empty.
    pub commands: &'static [Command],
}

/// All advice, in the order in which to try it.
pub const TOO_MANY: &[Advice] = &[
    Advice {
        title: t("まず、すべてに一度は対応する", "First answer each of them once"),
        body: t(
            "多いからといって、いきなり通知を止めないでください。まず、検出結果タイプごとに 1 件ずつ、「攻撃」「自分たちの作業」「分からない(攻撃として扱う)」のどれかに決めます。たいていは、同じ原因の数種類が大半を占めます。",
            "Do not begin by silencing. Take one of each type and decide: attack, our own activity, or unknown, which counts as attack. Most of the noise usually comes from a few types with the same cause.",
        ),
        commands: &[
            aws("guardduty list-detectors", &[])
                .in_each_region()
                .note("DetectorIds の値が、この先のコマンドに必要です。", "The commands below need the value in DetectorIds."),
            aws(
                "guardduty get-findings-statistics",
                &[
                    "--detector-id",
                    "<DETECTOR_ID>",
                    "--group-by",
                    "FINDING_TYPE",
                    "--order-by",
                    "DESC",
                    "--finding-criteria",
                    r#"{"Criterion":{"service.archived":{"Equals":["false"]}}}"#,
                ],
            )
            .in_own_region()
            .note("検出結果タイプごとの件数です。多いものから対応します。", "Counts per finding type. Begin with the most frequent."),
        ],
    },
    Advice {
        title: t("原因を直す", "Fix the cause"),
        body: t(
            "ポートを探られているという通知が毎日届くなら、管理用のポートがインターネット全体に開いています。閉じれば通知も止まります。ルートユーザーが使われたという通知は、日常の作業をロールに移せば止まります。通知を減らす一番の方法は、原因をなくすことです。",
            "Port probes every day mean that an administration port is open to the world: close it and they end. Findings about root use end when daily work moves to a role. The best way to fewer notifications is fewer reasons for them.",
        ),
        commands: &[],
    },
    Advice {
        title: t("同じ検出結果の再通知の間隔を広げる", "Let repeats of the same finding come less often"),
        body: t(
            "新しい検出結果は、設定に関係なくほぼすぐに届きます。間隔が効くのは、同じものの繰り返しだけです。15 分にしている場合は、1 時間か、デフォルトの 6 時間にします。組織では、GuardDuty の管理者アカウントだけが変更できます。",
            "A new finding always comes almost at once; the interval is for repeats only. If you chose 15 minutes, go back to one hour or to the default of six. In an organisation only the GuardDuty administrator account can change this.",
        ),
        commands: &[
            aws("guardduty get-detector", &["--detector-id", "<DETECTOR_ID>", "--query", "FindingPublishingFrequency"])
                .in_own_region()
                .note("今の間隔です。", "The present interval."),
            changes(
                "guardduty update-detector",
                &["--detector-id", "<DETECTOR_ID>", "--finding-publishing-frequency", "ONE_HOUR"],
            )
            .in_own_region()
            .note(
                "SIX_HOURS、ONE_HOUR、FIFTEEN_MINUTES から選べます。",
                "SIX_HOURS, ONE_HOUR and FIFTEEN_MINUTES are possible.",
            ),
        ],
    },
    Advice {
        title: t("重要度で通知先を 2 つに分ける(「低」も止めない)", "Send by severity to two places, without dropping Low"),
        body: t(
            "すべてを届ける今のルールは残し、毎日読むメールやチャットに送ります。それとは別に、重要度 7 以上だけのルールを加え、夜間でも気づける通知先に送ります。AWS の例にあるパターンは重要度 4 以上だけが対象で「低」が届かないため、今のルールの代わりには使いません。ほかのリージョンの検出結果をホームリージョンに転送していれば、追加するのはホームリージョンの 1 つだけです。",
            "Keep the rule that sends everything, and point it at a mailbox or channel that is read every day. Add a second rule for severity 7 and above that rings at night. AWS's sample pattern begins at 4 and drops Low: do not use it in place of the first rule. Where the other Regions forward their findings to the home Region, one such rule there is enough.",
        ),
        commands: &[
            creates("sns create-topic", &["--name", "guardduty-urgent"])
                .in_home_region()
                .note("緊急の通知に使うトピックを作ります。", "Makes the topic for what is urgent."),
            changes(
                "sns set-topic-attributes",
                &["--topic-arn", URGENT, "--attribute-name", "Policy", "--attribute-value", MAY_PUBLISH],
            )
            .in_home_region()
            .note(
                "EventBridge がこのトピックに送れるようにします。このトピックのポリシーを置き換えるため、新しいトピックにだけ使います。",
                "Lets EventBridge publish to it. It replaces the topic's policy: use it on the new topic only.",
            ),
            creates(
                "sns subscribe",
                &["--topic-arn", URGENT, "--protocol", "email", "--notification-endpoint", "<SECURITY_EMAIL>"],
            )
            .in_home_region()
            .note(
                "届いたメールの確認のリンクを開くと、登録が終わります。2 つ目の通知先でも繰り返します。",
                "Open the link in the mail to confirm. Repeat it for the second destination.",
            ),
            creates("events put-rule", &["--name", "guardduty-urgent", "--event-pattern", URGENT_PATTERN])
                .in_home_region()
                .note("重要度 7 以上(高と重大)だけのルールです。", "A rule for 7 and above: High and Critical."),
            creates("events put-targets", &["--rule", "guardduty-urgent", "--targets", URGENT_TARGET]).in_home_region().note(
                "FailedEntryCount が 0 なら成功です。",
                "FailedEntryCount 0 means that it worked.",
            ),
            tests(
                "guardduty create-sample-findings",
                &["--detector-id", "<DETECTOR_ID>", "--finding-types", "CryptoCurrency:EC2/BitcoinTool.B"],
            )
            .in_own_region()
            .note(
                "タイトルが SAMPLE で始まるテスト用の検出結果を作ります。両方の通知先に届くことを確かめて、アーカイブします。",
                "Makes a test finding whose title begins with SAMPLE. See that it reaches both places, then archive it.",
            ),
        ],
    },
    Advice {
        title: t("抑制で何を失うかを知っておく", "Know what suppression costs"),
        body: t(
            "抑制ルールに合う検出結果は自動でアーカイブされ、EventBridge、Security Hub CSPM、S3 への書き出し、Detective のどれにも送られません。一連の攻撃を見つける Extended Threat Detection の手がかりにもならず、マルウェアスキャンも始まりません。アーカイブ済みの一覧に 90 日間残るだけです。検出結果タイプや重要度だけで絞った広いルールは、本物の攻撃も隠します。",
            "What matches a suppression rule is archived at once. It reaches neither EventBridge nor Security Hub CSPM, nor the export to S3, nor Detective; Extended Threat Detection cannot use it to see an attack of several stages, and no malware scan starts. It only stands in the archive for 90 days. A broad rule, a whole type or severity, hides real attacks as well.",
        ),
        commands: &[],
    },
    Advice {
        title: t("残ったものにだけ、狭い抑制ルールを作る", "Only for what remains, make a narrow suppression rule"),
        body: t(
            "繰り返し届き、毎回誤検出だと確かめたものにだけ作ります。必ず「検出結果タイプ」と「対象のリソース」の両方で絞り、説明に理由と見直す日を書きます。たとえば、自分たちの脆弱性スキャナーのインスタンスによるポートスキャンです。見直す日が来たら消して、まだ必要かどうかを確かめます。組織では、GuardDuty の管理者アカウントだけが作れます。",
            "Only for what you have found to be false again and again. Always name both the finding type and the resource, and write the reason and a review date into the description. The example: port scans by the instance of your own vulnerability scanner. On the review date delete it and see whether it is still needed. In an organisation only the GuardDuty administrator account can make one.",
        ),
        commands: &[
            aws("guardduty list-findings", &["--detector-id", "<DETECTOR_ID>", "--finding-criteria", NARROW])
                .in_own_region()
                .note(
                    "ルールに合う検出結果を先に確かめます。思ったより多い場合は、条件が広すぎます。",
                    "Shows beforehand what the rule would catch. More than you expected: it is too broad.",
                ),
            creates(
                "guardduty create-filter",
                &[
                    "--detector-id",
                    "<DETECTOR_ID>",
                    "--name",
                    "<FILTER_NAME>",
                    "--action",
                    "ARCHIVE",
                    "--description",
                    "<REASON>",
                    "--finding-criteria",
                    NARROW,
                ],
            )
            .in_own_region()
            .note(
                "説明には理由と見直す日を、半角の英数字で書きます(例: Own scanner - review 2027-02-24)。",
                "The description holds reason and review date, in plain letters (such as: Own scanner - review 2027-02-24).",
            ),
            aws("guardduty get-filter", &["--detector-id", "<DETECTOR_ID>", "--filter-name", "<FILTER_NAME>"])
                .in_own_region()
                .note("条件が 2 つあることを確かめます。", "See that it has two conditions."),
            deletes("guardduty delete-filter", &["--detector-id", "<DETECTOR_ID>", "--filter-name", "<FILTER_NAME>"])
                .in_own_region()
                .note("見直す日が来たら消します。", "On the review date."),
        ],
    },
];

const URGENT: &str = "arn:aws:sns:<HOME_REGION>:<ACCOUNT_ID>:guardduty-urgent";
const URGENT_TARGET: &str = "Id=sns,Arn=arn:aws:sns:<HOME_REGION>:<ACCOUNT_ID>:guardduty-urgent";
const URGENT_PATTERN: &str =
    r#"{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"],"detail":{"severity":[{"numeric":[">=",7]}]}}"#;

/// The default statement of a topic, and the statement from "Using resource-based policies for Amazon EventBridge",
/// which says that such policies support no conditions.
const MAY_PUBLISH: &str = r#"{"Version":"2012-10-17","Statement":[{"Sid":"Owner","Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes","SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe","SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"arn:aws:sns:<HOME_REGION>:<ACCOUNT_ID>:guardduty-urgent","Condition":{"StringEquals":{"AWS:SourceAccount":"<ACCOUNT_ID>"}}},{"Sid":"EventBridge","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish","Resource":"arn:aws:sns:<HOME_REGION>:<ACCOUNT_ID>:guardduty-urgent"}]}"#;

/// One finding type and one resource.
const NARROW: &str = r#"{"Criterion":{"type":{"Equals":["<FINDING_TYPE>"]},"resource.instanceDetails.instanceId":{"Equals":["<INSTANCE_ID>"]}}}"#;
