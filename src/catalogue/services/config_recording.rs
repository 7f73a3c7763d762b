//! AWS Config records what resources look like.

use crate::catalogue::{
    Arg, Command, Control, Details, Frameworks, Guide, Placeholder, Risk, Section, Severity, Source, Warning,
};
use crate::i18n::Text;

/// What most checks of Security Hub CSPM stand on.
pub(crate) const CONTROL: Control = Control {
    id: "config-recording",
    section: Section::Services,
    mandatory: true,
    level: Some(2),
    order: 16,
    severity: Severity::High,
    effort_minutes: 15,
    free: false,
    needs: &[],
    title: Text { ja: "AWS Config で構成を記録する", en: "Record configuration with AWS Config" },
    why: Text {
        ja: "攻撃者がセキュリティグループをインターネット全体に開放し、後で元に戻します。記録がなければ、いつ何が変わったかを誰も説明できません。さらに Security Hub CSPM の点検の多くは AWS Config の記録を見るため、記録がないと「問題なし」のように見えてしまいます。",
        en: "An attacker opens a security group to the world and closes it again afterwards. Without a record nobody can say what changed and when. Most checks of Security Hub CSPM also read what AWS Config records: with nothing recorded, everything looks fine.",
    },
};

/// What its page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    cost: Text {
        ja: "記録した設定項目の数に応じて課金、ほかに S3 の保管料",
        en: "Charged per configuration item recorded, plus S3 storage",
    },
    scope: Text { ja: "リージョンごと", en: "Per Region" },
    check: Guide {
        console: &[
            Text {
                ja: "右上でリージョンを選び、AWS Config のコンソールを開きます。「1-click setup」の案内が出る場合は、まだ有効ではありません。",
                en: "Choose the Region at the top right and open the AWS Config console. If it offers [1-click setup], it is not on yet.",
            },
            Text {
                ja: "[設定] の [カスタマーマネージドレコーダー] で、記録が有効か確認します。停止中は「Start recording」(記録の開始)ボタンが表示されます。",
                en: "Open [Settings], tab [Customer managed recorder], and see that recording is on. While it is stopped, a [Start recording] button is shown.",
            },
            Text {
                ja: "「Service-linked recorders」のタブに AWSConfigurationRecorderForSecurityHubCSPM があれば、Security Hub が代わりに記録しています。",
                en: "If the tab [Service-linked recorders] lists AWSConfigurationRecorderForSecurityHubCSPM, Security Hub records for you.",
            },
        ],
        cli: &[
            Command {
                call: "configservice describe-configuration-recorders",
                args: &[],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "空の一覧なら、このリージョンでは記録していません。recordingGroup で記録の対象が分かります。",
                    en: "An empty list means that nothing is recorded in this Region. recordingGroup shows what is.",
                }),
            },
            Command {
                call: "configservice describe-configuration-recorder-status",
                args: &[],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "recording が true なら、記録しています。",
                    en: "recording is true while it records.",
                }),
            },
            Command {
                call: "configservice describe-delivery-channels",
                args: &[],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "記録の保存先(S3 バケット)です。", en: "The bucket that the records go to."
                }),
            },
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            Text {
                ja: "右上で普段使うリージョンを選び、AWS Config のコンソールで「1-click setup」を選びます。",
                en: "Choose the Region that you use most and choose [1-click setup] in the AWS Config console.",
            },
            Text {
                ja: "内容を確認し、「Confirm」を選びます。S3 バケットとサービスにリンクされたロールは自動で用意されます。",
                en: "Review and choose [Confirm]. The S3 bucket and the service-linked role are made for you.",
            },
            Text {
                ja: "このリージョンでだけ、[設定] の [カスタマーマネージドレコーダー] で「Edit」を選び、「Override settings」にある「All globally recorded IAM resource types」の行(記録から除外する設定)を「Remove」で削除して保存します。最初は IAM のリソースタイプが記録から除外されており、この行を残すと Config.1 が失敗します。",
                en: "In this one Region only: [Settings], tab [Customer managed recorder], [Edit]; under [Override settings] find All globally recorded IAM resource types, choose [Remove], and save. IAM types are left out at first, and Config.1 fails without them.",
            },
            Text {
                ja: "ほかの有効なリージョンでも「1-click setup」を繰り返します(IAM の変更は不要です)。",
                en: "Repeat [1-click setup] in the other enabled Regions (without the change for IAM).",
            },
        ],
        cli: &[
            Command {
                call: "iam create-service-linked-role",
                args: &[Arg::Word("--aws-service-name"), Arg::Word("config.amazonaws.com")],
                each: None,
                regional: false,
                note: Some(Text {
                    ja: "アカウントで 1 回だけ。既にあるというエラーなら、そのまま進みます。",
                    en: "Once for the account. If it says that the role exists, go on.",
                }),
            },
            Command {
                call: "s3api create-bucket",
                args: &[
                    Arg::Word("--bucket"),
                    Arg::Fill(Placeholder::ConfigBucket),
                    Arg::Word("--create-bucket-configuration"),
                    Arg::Joined(&[Arg::Word("LocationConstraint="), Arg::Fill(Placeholder::Region)]),
                ],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "us-east-1 では --create-bucket-configuration とその値を外します。1 つのバケットを全リージョンで使えます。",
                    en: "In us-east-1 leave out --create-bucket-configuration and its value. One bucket serves all Regions.",
                }),
            },
            Command {
                call: "s3api put-bucket-policy",
                args: &[
                    Arg::Word("--bucket"),
                    Arg::Fill(Placeholder::ConfigBucket),
                    Arg::Word("--policy"),
                    BUCKET_POLICY,
                ],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "サービスにリンクされたロールを使う場合、同じアカウントでもこのポリシーが必要です。既にあるポリシーは置き換わるため、新しいバケットにだけ使います。",
                    en: "With the service-linked role this policy is needed even in the same account. It replaces a policy that is already there: only for a new bucket.",
                }),
            },
            Command {
                call: "configservice put-configuration-recorder",
                args: &[
                    Arg::Word("--configuration-recorder"),
                    Arg::Joined(&[
                        Arg::Word("name=default,roleARN=arn:aws:iam::"),
                        Arg::Fill(Placeholder::AccountId),
                        Arg::Word(":role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"),
                    ]),
                    Arg::Word("--recording-group"),
                    Arg::Word("allSupported=true,includeGlobalResourceTypes=true"),
                ],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "普段使うリージョンだけ includeGlobalResourceTypes=true にし、ほかのリージョンでは false にします。",
                    en: "includeGlobalResourceTypes=true in the Region that you use most, false in the others.",
                }),
            },
            Command {
                call: "configservice put-delivery-channel",
                args: &[
                    Arg::Word("--delivery-channel"),
                    Arg::Joined(&[Arg::Word("name=default,s3BucketName="), Arg::Fill(Placeholder::ConfigBucket)]),
                ],
                each: None,
                regional: true,
                note: None,
            },
            Command {
                call: "configservice start-configuration-recorder",
                args: &[Arg::Word("--configuration-recorder-name"), Arg::Word("default")],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "レコーダー、保存先、開始の順で実行します。",
                    en: "The order matters: recorder, delivery channel, start.",
                }),
            },
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: Text {
                ja: "有料です。最初の月は既存のリソースをすべて記録するため高めになり、コンテナなど短命なリソースが多いとさらに増えます。IAM などのグローバルリソースタイプは、1 つのリージョンでだけ記録します。",
                en: "It costs money, more in the first month, when everything that exists is recorded, and more with short-lived resources such as containers. Record global types such as IAM in one Region only.",
            },
        },
        Warning {
            risk: Risk::Mistake,
            text: Text {
                ja: "レコーダーはリージョンごとに 1 つです。Control Tower や組織が作ったレコーダーがある場合は、上書きしないでください。",
                en: "There is one recorder per Region. If Control Tower or the organisation made it, do not replace it.",
            },
        },
    ],
    done: Text {
        ja: "有効な各リージョンで recording が true になり、1 つのリージョンでは IAM のリソースタイプも記録している。",
        en: "In each enabled Region recording is true, and one of them records the IAM types too.",
    },
    not_applicable: Text {
        ja: "ほとんどありません。Security Hub CSPM と新しい Security Hub の両方が有効で、AWSConfigurationRecorderForSecurityHubCSPM が記録している場合は「実施済み」です。",
        en: "Hardly ever. Where Security Hub CSPM and the new Security Hub are both on and AWSConfigurationRecorderForSecurityHubCSPM records, the answer is Done.",
    },
    organisation: Some(Text {
        ja: "委任管理者がいても、各アカウントの記録は自動では始まりません。Control Tower や組織の設定で有効になっていることも多いので、まず [設定] を確認してください。有効にできない場合は、SCP で制限されていないか管理者に聞きます。",
        en: "A delegated administrator does not switch recording on in member accounts. Control Tower or the organisation often has done so: look at [Settings] first. If you cannot switch it on, ask whether an SCP forbids it.",
    }),
    evidence: Text {
        ja: "出力を取ったリージョンについて、記録しているかどうかと記録の対象が分かります。ほかのリージョンのことは分かりません。",
        en: "It tells for the Regions in the output whether and what is recorded. It says nothing of the other Regions.",
    },
    attest: None,
    frameworks: Frameworks {
        security_hub: &["Config.1"],
        cis_v3: &["3.3"],
        cis_v5: &["3.3"],
        cis_v6: &["4.3"],
        cis_v7: &["4.3"],
        config_rule: &[],
        prowler: &["config_recorder_all_regions_enabled", "config_recorder_using_aws_service_role"],
    },
    sources: &[
        Source {
            title: "AWS Config Developer Guide: 1-click setup for AWS Config",
            url: "https://docs.aws.amazon.com/config/latest/developerguide/1-click-setup.html",
            reviewed: "2026-11-23",
        },
        Source {
            title: "AWS Config Developer Guide: Permissions for the Amazon S3 Bucket for the AWS Config Delivery Channel",
            url: "https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html",
            reviewed: "2026-11-23",
        },
        Source {
            title: "Security Hub CSPM controls for AWS Config",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html",
            reviewed: "2026-11-23",
        },
    ],
};

/// As in "Permissions for the Amazon S3 Bucket for the AWS Config Delivery Channel".
const BUCKET_POLICY: Arg = Arg::Joined(&[
    Arg::Word(
        r#"{"Version":"2012-10-17","Statement":[{"Sid":"AWSConfigBucketPermissionsCheck","Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":["s3:GetBucketAcl","s3:ListBucket"],"Resource":"arn:aws:s3:::"#,
    ),
    Arg::Fill(Placeholder::ConfigBucket),
    Arg::Word(r#"","Condition":{"StringEquals":{"AWS:SourceAccount":""#),
    Arg::Fill(Placeholder::AccountId),
    Arg::Word(
        r#""}}},{"Sid":"AWSConfigBucketDelivery","Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::"#,
    ),
    Arg::Fill(Placeholder::ConfigBucket),
    Arg::Word("/AWSLogs/"),
    Arg::Fill(Placeholder::AccountId),
    Arg::Word(
        r#"/Config/*","Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control","AWS:SourceAccount":""#,
    ),
    Arg::Fill(Placeholder::AccountId),
    Arg::Word(r#""}}}]}"#),
]);
