//! One CloudTrail trail for all Regions.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, creates,
};

const NAME: &str = "management-events";

/// Without a trail, there is only the event history: 90 days, for each Region separately.
pub(crate) const CONTROL: Control = Control {
    id: "cloudtrail-multi-region",
    section: Section::Services,
    mandatory: true,
    level: Some(2),
    order: 13,
    severity: Severity::High,
    effort_minutes: 15,
    free: false,
    needs: &[],
    title: t("CloudTrail で全リージョンの操作を記録する", "Record every Region with CloudTrail"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "漏れたアクセスキーで、攻撃者は人目につかない時間にユーザーとキーを作り、4 か月後にそれを使って戻ってきます。証跡がないと残っているのは 90 日分のイベント履歴だけで、リージョンごとに調べることになり、最初の侵入はもう見つかりません。",
        "With a leaked access key the attacker creates a user in a quiet moment and comes back with it four months later. Without a trail there are only 90 days of event history, one Region at a time: the first break-in can no longer be found.",
    ),
    cost: t(
        "管理イベントの 1 本目の記録は無料。S3 の料金は、小規模なアカウントで月 1 USD 未満。2 本目以降の証跡は 10 万イベントあたり 2 USD(2026-08)",
        "The first copy of management events is free; S3 costs under 1 USD a month for a small account. A second trail costs 2 USD per 100,000 events (2026-08)",
    ),
    scope: t("1 本の証跡で、有効な全リージョン", "One trail covers every enabled Region"),
    check: Guide {
        console: &[
            t(
                "CloudTrail のコンソールを開き、左のメニューで [証跡] を選びます。",
                "Open the CloudTrail console and choose [Trails] in the menu.",
            ),
            t(
                "[マルチリージョンの証跡] が「はい」、[ステータス] が「ログ記録」の証跡があるか確認します。",
                "See that there is a trail with [Multi-region trail] Yes and [Status] Logging.",
            ),
            t(
                "その証跡を開き、[管理イベント] の [API アクティビティ] が「読み取り」と「書き込み」の両方で、除外がないことを確認します。",
                "Open it and see under [Management events] that [API activity] is both Read and Write, with nothing excluded.",
            ),
        ],
        cli: &[
            aws("cloudtrail describe-trails", &["--include-shadow-trails"]).note(
                "IsMultiRegionTrail が true の証跡を探し、TrailARN を控えます。",
                "Look for a trail with IsMultiRegionTrail true and note its TrailARN.",
            ),
            aws("cloudtrail get-trail-status", &["--name", "<TRAIL_ARN>"]).each("cloudtrail describe-trails", "trailList[].TrailARN", "<TRAIL_ARN>").note(
                "IsLogging が true なら、記録しています。",
                "IsLogging is true while it records.",
            ),
            aws("cloudtrail get-event-selectors", &["--trail-name", "<TRAIL_ARN>"]).each("cloudtrail describe-trails", "trailList[].TrailARN", "<TRAIL_ARN>").note(
                "管理イベントの読み取りと書き込みの両方が選ばれ、除外(ExcludeManagementEventSources)が空であることを見ます。",
                "See that management events are selected, both read and write, and that ExcludeManagementEventSources is empty.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "右上で、証跡のホームにするリージョン(普段使うリージョン)を選び、CloudTrail のコンソールを開きます。",
                "At the top right choose the Region that is to be the trail's home (the one you use most), and open the CloudTrail console.",
            ),
            t("[証跡] を開き、[証跡の作成] を選びます。", "Open [Trails] and choose [Create trail]."),
            t(
                "[証跡名] に management-events と入力し、[ストレージの場所] で新しい S3 バケットを作成します。必要なバケットポリシーはコンソールが付けます。",
                "Enter management-events as [Trail name] and choose [Create new S3 bucket]. The console adds the bucket policy that is needed.",
            ),
            t(
                "[ログファイルの SSE-KMS 暗号化] は、はじめはオフで構いません(S3 の標準の暗号化は適用されます)。[ログファイルの検証] は [有効] にして [次へ] を選びます。",
                "[Log file SSE-KMS encryption] may be cleared for now (S3's own encryption stays). Set [Log file validation] to Enabled and choose [Next].",
            ),
            t(
                "[管理イベント] を選び、[API アクティビティ] の「読み取り」と「書き込み」を両方選びます。除外の 2 つのチェックボックスはオフのまま [次へ] を選びます。",
                "Choose [Management events], tick Read and Write under [API activity], leave both exclusions clear, and choose [Next].",
            ),
            t(
                "内容を確認し、[証跡の作成] を選びます。コンソールで作った証跡は全リージョン対象で、すぐに記録を始めます。",
                "Review and choose [Create trail]. A trail made in the console covers all Regions and starts logging at once.",
            ),
        ],
        cli: &[
            creates("s3api create-bucket", &["--bucket", "<TRAIL_BUCKET>", "--create-bucket-configuration", "LocationConstraint=<HOME_REGION>"]).in_home_region().note(
                "バケット名は世界で一意です。us-east-1 では --create-bucket-configuration とその値を外します。",
                "A bucket name is unique in the world. In us-east-1 leave out --create-bucket-configuration and its value.",
            ),
            changes("s3api put-bucket-policy", &["--bucket", "<TRAIL_BUCKET>", "--policy", BUCKET_POLICY]).in_home_region().note(
                "新しい専用のバケットにだけ使います。既にあるポリシーは、この内容で置き換わります。",
                "Only for a new bucket of its own: a policy that is already there is replaced.",
            ),
            creates("cloudtrail create-trail", &["--name", NAME, "--s3-bucket-name", "<TRAIL_BUCKET>", "--is-multi-region-trail", "--include-global-service-events", "--enable-log-file-validation"]).in_home_region().note(
                "--is-multi-region-trail を付けないと、1 つのリージョンだけの証跡になります。",
                "Without --is-multi-region-trail it covers one Region only.",
            ),
            changes("cloudtrail start-logging", &["--name", NAME]).in_home_region().note(
                "CLI で作った証跡は、これを実行するまで記録しません。",
                "A trail made with the CLI records nothing until this is run.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: t(
                "管理イベントを記録する証跡が 2 本以上あると、2 本目から課金されます。先に、組織の証跡がないか確認してください。SSE-KMS 暗号化を有効にしたまま作ると、KMS キーの料金もかかります。",
                "From the second trail that records management events on, each event is charged. See first whether the organisation has one. With SSE-KMS encryption left on, the KMS key is charged too.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "証跡より先にバケットを消さないでください。届けられないログの再送が 30 日間続き、そのイベントは課金対象です。やめるときは証跡を先に削除します。",
                "Never delete the bucket before the trail: undeliverable logs are sent again for 30 days, and those events are charged. To stop, delete the trail first.",
            ),
        },
    ],
    done: t(
        "[マルチリージョンの証跡] が「はい」、[ステータス] が「ログ記録」で、管理イベントの読み取りと書き込みが両方選ばれた証跡が 1 本ある。",
        "There is one trail with [Multi-region trail] Yes and [Status] Logging that records both read and write management events.",
    ),
    not_applicable: t(
        "ほとんどありません。組織の証跡がこのアカウントを記録している場合は「実施済み」です。",
        "Hardly ever. Where an organisation trail records this account, the answer is Done.",
    ),
    organisation: Some(t(
        "組織の証跡があれば、メンバーアカウントの [証跡] にも表示されます。それで十分なので、自分の証跡を追加しないでください(2 本目として課金されます)。記録の停止や変更は管理アカウントにしかできません。ログの保管先も管理アカウントに確認します。",
        "An organisation trail also shows under [Trails] in a member account. That is enough: do not add one of your own (it is charged as a second copy). Only the management account can stop or change it; ask there where the logs are kept.",
    )),
    evidence: t(
        "証跡の設定と、いま記録しているかどうかが分かります。ログが実際に読めるか、誰かが見ているかは分かりません。組織の証跡では詳細が拒否されることがあります。",
        "It tells how the trail is set and whether it is recording now. It cannot tell whether the logs can be read or whether anybody looks. Details of an organisation trail may be refused.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "AWS CloudTrail User Guide: Create a trail to log management events",
            url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/tutorial-trail.html",
            reviewed: "2026-11-23",
        },
        Source {
            title: "AWS CloudTrail User Guide: Amazon S3 bucket policy for CloudTrail",
            url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html",
            reviewed: "2026-11-23",
        },
        Source {
            title: "Security Hub CSPM controls for AWS CloudTrail",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html",
            reviewed: "2026-11-23",
        },
    ],
};

/// Source: "Amazon S3 bucket policy for CloudTrail"; restricted to this trail.
const BUCKET_POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Sid":"AWSCloudTrailAclCheck20150319","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::<TRAIL_BUCKET>","Condition":{"StringEquals":{"aws:SourceArn":"arn:aws:cloudtrail:<HOME_REGION>:<ACCOUNT_ID>:trail/management-events"}}},{"Sid":"AWSCloudTrailWrite20150319","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::<TRAIL_BUCKET>/AWSLogs/<ACCOUNT_ID>/*","Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control","aws:SourceArn":"arn:aws:cloudtrail:<HOME_REGION>:<ACCOUNT_ID>:trail/management-events"}}}]}"#;
