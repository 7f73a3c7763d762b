//! One trail for every Region.

use crate::catalogue::{
    Arg, Command, Control, Details, Each, Frameworks, Guide, Placeholder, Risk, Section, Severity, Source, Warning,
};
use crate::i18n::Text;

const NAME: &str = "management-events";

/// Without it there are 90 days, one Region at a time.
pub(crate) const CONTROL: Control = Control {
    id: "cloudtrail-multi-region",
    section: Section::Services,
    mandatory: true,
    level: Some(2),
    order: 12,
    severity: Severity::High,
    effort_minutes: 15,
    free: false,
    needs: &[],
    title: Text {
        ja: "CloudTrail で全リージョンの操作を記録する", en: "Record every Region with CloudTrail"
    },
    why: Text {
        ja: "漏れたアクセスキーで、攻撃者は人目につかない時間にユーザーとキーを作り、4 か月後にそれを使って戻ってきます。証跡がないと残っているのは 90 日分のイベント履歴だけで、リージョンごとに調べることになり、最初の侵入はもう見つかりません。",
        en: "With a leaked access key the attacker creates a user in a quiet moment and comes back with it four months later. Without a trail there are only 90 days of event history, one Region at a time: the first break-in can no longer be found.",
    },
};

/// What its page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    cost: Text {
        ja: "管理イベントの 1 本目の記録は無料。S3 の保管料がかかり、2 本目の証跡は従量課金",
        en: "The first copy of management events is free; S3 storage is charged, and a second trail is charged per event",
    },
    scope: Text { ja: "1 本の証跡で、有効な全リージョン", en: "One trail covers every enabled Region" },
    check: Guide {
        console: &[
            Text {
                ja: "CloudTrail のコンソールを開き、左のメニューで [証跡] を選びます。",
                en: "Open the CloudTrail console and choose [Trails] in the menu.",
            },
            Text {
                ja: "[マルチリージョンの証跡] が「はい」、[ステータス] が「ログ記録」の証跡があるか確認します。",
                en: "See that there is a trail with [Multi-region trail] Yes and [Status] Logging.",
            },
            Text {
                ja: "その証跡を開き、[管理イベント] の [API アクティビティ] が「読み取り」と「書き込み」の両方で、除外がないことを確認します。",
                en: "Open it and see under [Management events] that [API activity] is both Read and Write, with nothing excluded.",
            },
        ],
        cli: &[
            Command {
                call: "cloudtrail describe-trails",
                args: &[Arg::Word("--include-shadow-trails")],
                each: None,
                regional: false,
                note: Some(Text {
                    ja: "IsMultiRegionTrail が true の証跡を探し、TrailARN を控えます。",
                    en: "Look for a trail with IsMultiRegionTrail true and note its TrailARN.",
                }),
            },
            Command {
                call: "cloudtrail get-trail-status",
                args: &[Arg::Word("--name"), Arg::Fill(Placeholder::TrailArn)],
                each: Some(EACH_TRAIL),
                regional: false,
                note: Some(Text {
                    ja: "IsLogging が true なら、記録しています。",
                    en: "IsLogging is true while it records.",
                }),
            },
            Command {
                call: "cloudtrail get-event-selectors",
                args: &[Arg::Word("--trail-name"), Arg::Fill(Placeholder::TrailArn)],
                each: Some(EACH_TRAIL),
                regional: false,
                note: Some(Text {
                    ja: "管理イベントの読み取りと書き込みの両方が選ばれ、除外(ExcludeManagementEventSources)が空であることを見ます。",
                    en: "See that management events are selected, both read and write, and that ExcludeManagementEventSources is empty.",
                }),
            },
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            Text {
                ja: "右上で、証跡のホームにするリージョン(普段使うリージョン)を選び、CloudTrail のコンソールを開きます。",
                en: "At the top right choose the Region that is to be the trail's home (the one you use most), and open the CloudTrail console.",
            },
            Text {
                ja: "[証跡] を開き、[証跡の作成] を選びます。", en: "Open [Trails] and choose [Create trail]."
            },
            Text {
                ja: "[証跡名] に management-events と入力し、[ストレージの場所] で新しい S3 バケットを作成します。必要なバケットポリシーはコンソールが付けます。",
                en: "Enter management-events as [Trail name] and choose [Create new S3 bucket]. The console adds the bucket policy that is needed.",
            },
            Text {
                ja: "[ログファイルの SSE-KMS 暗号化] は、はじめはオフで構いません(S3 の標準の暗号化は適用されます)。[ログファイルの検証] は [有効] にして [次へ] を選びます。",
                en: "[Log file SSE-KMS encryption] may be cleared for now (S3's own encryption stays). Set [Log file validation] to Enabled and choose [Next].",
            },
            Text {
                ja: "[管理イベント] を選び、[API アクティビティ] の「読み取り」と「書き込み」を両方選びます。除外の 2 つのチェックボックスはオフのまま [次へ] を選びます。",
                en: "Choose [Management events], tick Read and Write under [API activity], leave both exclusions clear, and choose [Next].",
            },
            Text {
                ja: "内容を確認し、[証跡の作成] を選びます。コンソールで作った証跡は全リージョン対象で、すぐに記録を始めます。",
                en: "Review and choose [Create trail]. A trail made in the console covers all Regions and starts logging at once.",
            },
        ],
        cli: &[
            Command {
                call: "s3api create-bucket",
                args: &[
                    Arg::Word("--bucket"),
                    Arg::Fill(Placeholder::TrailBucket),
                    Arg::Word("--create-bucket-configuration"),
                    Arg::Joined(&[Arg::Word("LocationConstraint="), Arg::Fill(Placeholder::Region)]),
                ],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "バケット名は世界で一意です。us-east-1 では --create-bucket-configuration とその値を外します。",
                    en: "A bucket name is unique in the world. In us-east-1 leave out --create-bucket-configuration and its value.",
                }),
            },
            Command {
                call: "s3api put-bucket-policy",
                args: &[
                    Arg::Word("--bucket"),
                    Arg::Fill(Placeholder::TrailBucket),
                    Arg::Word("--policy"),
                    BUCKET_POLICY,
                ],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "新しい専用のバケットにだけ使います。既にあるポリシーは、この内容で置き換わります。",
                    en: "Only for a new bucket of its own: a policy that is already there is replaced.",
                }),
            },
            Command {
                call: "cloudtrail create-trail",
                args: &[
                    Arg::Word("--name"),
                    Arg::Word(NAME),
                    Arg::Word("--s3-bucket-name"),
                    Arg::Fill(Placeholder::TrailBucket),
                    Arg::Word("--is-multi-region-trail"),
                    Arg::Word("--include-global-service-events"),
                    Arg::Word("--enable-log-file-validation"),
                ],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "--is-multi-region-trail を付けないと、1 つのリージョンだけの証跡になります。",
                    en: "Without --is-multi-region-trail it covers one Region only.",
                }),
            },
            Command {
                call: "cloudtrail start-logging",
                args: &[Arg::Word("--name"), Arg::Word(NAME)],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "CLI で作った証跡は、これを実行するまで記録しません。",
                    en: "A trail made with the CLI records nothing until this is run.",
                }),
            },
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: Text {
                ja: "管理イベントを記録する証跡が 2 本以上あると、2 本目から課金されます。先に、組織の証跡がないか確認してください。SSE-KMS 暗号化を有効にしたまま作ると、KMS キーの料金もかかります。",
                en: "From the second trail that records management events on, each event is charged. See first whether the organisation has one. With SSE-KMS encryption left on, the KMS key is charged too.",
            },
        },
        Warning {
            risk: Risk::Mistake,
            text: Text {
                ja: "証跡より先にバケットを消さないでください。届けられないログの再送が 30 日間続き、そのイベントは課金対象です。やめるときは証跡を先に削除します。",
                en: "Never delete the bucket before the trail: undeliverable logs are sent again for 30 days, and those events are charged. To stop, delete the trail first.",
            },
        },
    ],
    done: Text {
        ja: "[マルチリージョンの証跡] が「はい」、[ステータス] が「ログ記録」で、管理イベントの読み取りと書き込みが両方選ばれた証跡が 1 本ある。",
        en: "There is one trail with [Multi-region trail] Yes and [Status] Logging that records both read and write management events.",
    },
    not_applicable: Text {
        ja: "ほとんどありません。組織の証跡がこのアカウントを記録している場合は「実施済み」です。",
        en: "Hardly ever. Where an organisation trail records this account, the answer is Done.",
    },
    organisation: Some(Text {
        ja: "組織の証跡があれば、メンバーアカウントの [証跡] にも表示されます。それで十分なので、自分の証跡を追加しないでください(2 本目として課金されます)。記録の停止や変更は管理アカウントにしかできません。ログの保管先も管理アカウントに確認します。",
        en: "An organisation trail also shows under [Trails] in a member account. That is enough: do not add one of your own (it is charged as a second copy). Only the management account can stop or change it; ask there where the logs are kept.",
    }),
    evidence: Text {
        ja: "証跡の設定と、いま記録しているかどうかが分かります。ログが実際に読めるか、誰かが見ているかは分かりません。組織の証跡では詳細が拒否されることがあります。",
        en: "It tells how the trail is set and whether it is recording now. It cannot tell whether the logs can be read or whether anybody looks. Details of an organisation trail may be refused.",
    },
    attest: None,
    frameworks: Frameworks {
        security_hub: &["CloudTrail.1"],
        cis_v3: &["3.1"],
        cis_v5: &["3.1"],
        cis_v6: &["4.1"],
        cis_v7: &["4.1"],
        config_rule: &["multi-region-cloudtrail-enabled"],
        prowler: &["cloudtrail_multi_region_enabled", "cloudtrail_multi_region_enabled_logging_management_events"],
    },
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

const EACH_TRAIL: Each =
    Each { from: "cloudtrail describe-trails", path: "trailList[].TrailARN", fills: Placeholder::TrailArn };

/// As in "Amazon S3 bucket policy for CloudTrail": tied to this one trail.
const BUCKET_POLICY: Arg = Arg::Joined(&[
    Arg::Word(
        r#"{"Version":"2012-10-17","Statement":[{"Sid":"AWSCloudTrailAclCheck20150319","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::"#,
    ),
    Arg::Fill(Placeholder::TrailBucket),
    Arg::Word(r#"","Condition":{"StringEquals":{"aws:SourceArn":"arn:aws:cloudtrail:"#),
    Arg::Fill(Placeholder::Region),
    Arg::Word(":"),
    Arg::Fill(Placeholder::AccountId),
    Arg::Word(
        r#":trail/management-events"}}},{"Sid":"AWSCloudTrailWrite20150319","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::"#,
    ),
    Arg::Fill(Placeholder::TrailBucket),
    Arg::Word("/AWSLogs/"),
    Arg::Fill(Placeholder::AccountId),
    Arg::Word(
        r#"/*","Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control","aws:SourceArn":"arn:aws:cloudtrail:"#,
    ),
    Arg::Fill(Placeholder::Region),
    Arg::Word(":"),
    Arg::Fill(Placeholder::AccountId),
    Arg::Word(r#":trail/management-events"}}}]}"#),
]);
