//! AWS Config recording of resource configurations.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Scope, Section, Severity, Source, Warning, aws, changes, creates,
};

/// Most checks of Security Hub CSPM depend on it.
pub(crate) const CONTROL: Control = Control {
    id: "config-recording",
    section: Section::Services,
    mandatory: true,
    level: Some(2),
    order: 17,
    severity: Severity::High,
    effort_minutes: 15,
    free: false,
    needs: &[],
    title: t("AWS Config で構成を記録する", "Record configuration with AWS Config"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "攻撃者がセキュリティグループをインターネット全体に開放し、後で元に戻します。記録がなければ、いつ何が変わったかを誰も説明できません。さらに Security Hub CSPM の点検の多くは AWS Config の記録を見るため、記録がないと「問題なし」のように見えてしまいます。",
        "An attacker opens a security group to the world and closes it again afterwards. Without a record nobody can say what changed and when. Most checks of Security Hub CSPM also read what AWS Config records: with nothing recorded, everything looks fine.",
    ),
    cost: t(
        "小規模なアカウントで月 1〜5 USD 程度(初月は数 USD 上乗せ)。使っていないリージョンは、1 つあたり最初に 0.2 USD ほど(1 項目 0.003 USD、2026-09)。ほかに S3 の保管料が少額",
        "About 1 to 5 USD a month for a small account, a few USD more in the first month; an empty Region about 0.2 USD once (0.003 USD per item, 2026-09). Plus a little S3 storage",
    ),
    scope: t("リージョンごと", "Per Region"),
    check: Guide {
        console: &[
            t(
                "右上でリージョンを選び、AWS Config のコンソールを開きます。「1-click setup」の案内が出る場合は、まだ有効ではありません。",
                "Choose the Region at the top right and open the AWS Config console. If it offers [1-click setup], it is not on yet.",
            ),
            t(
                "[設定] の [カスタマーマネージドレコーダー] で、記録が有効か確認します。停止中は「Start recording」(記録の開始)ボタンが表示されます。",
                "Open [Settings], tab [Customer managed recorder], and see that recording is on. While it is stopped, a [Start recording] button is shown.",
            ),
            t(
                "「Service-linked recorders」のタブに AWSConfigurationRecorderForSecurityHubCSPM があれば、Security Hub が代わりに記録しています。",
                "If the tab [Service-linked recorders] lists AWSConfigurationRecorderForSecurityHubCSPM, Security Hub records for you.",
            ),
        ],
        cli: &[
            aws("configservice describe-configuration-recorders", &[]).in_each_region().note(
                "空の一覧なら、このリージョンでは記録していません。recordingGroup で記録の対象が分かります。",
                "An empty list means that nothing is recorded in this Region. recordingGroup shows what is.",
            ),
            aws("configservice describe-configuration-recorder-status", &[]).in_each_region().note(
                "recording が true なら、記録しています。",
                "recording is true while it records.",
            ),
            aws("configservice describe-delivery-channels", &[]).in_each_region().note(
                "記録の保存先(S3 バケット)です。",
                "The bucket that the records go to.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "右上で普段使うリージョンを選び、AWS Config のコンソールで「1-click setup」を選びます。",
                "Choose the Region that you use most and choose [1-click setup] in the AWS Config console.",
            ),
            t(
                "内容を確認し、「Confirm」を選びます。S3 バケットとサービスにリンクされたロールは自動で用意されます。",
                "Review and choose [Confirm]. The S3 bucket and the service-linked role are made for you.",
            ),
            t(
                "このリージョンを「ホームリージョン」と呼びます。ここでだけ、[設定] の [カスタマーマネージドレコーダー] で [編集] を選び、「Override settings」にある「All globally recorded IAM resource types」の行(記録から除外する設定)を「Remove」で削除して保存します。最初は IAM のリソースタイプが記録から除外されており、この行を残すと Security Hub CSPM の Config.1 が失敗します。",
                "This is your home Region. Here only: [Settings], tab [Customer managed recorder], [Edit]; under [Override settings] find All globally recorded IAM resource types, choose [Remove], and save. IAM types are left out at first, and Config.1 fails without them.",
            ),
            t(
                "ほかの有効なリージョンでも「1-click setup」を繰り返します(IAM の変更は不要です)。",
                "Repeat [1-click setup] in the other enabled Regions (without the change for IAM).",
            ),
            t(
                "Security Hub CSPM を有効にするときは(securityhub-cspm-enabled)、必ずこのホームリージョンで結果の集約を設定します。集約しないと、IAM を記録していないほかのリージョンで Config.1 が失敗します。",
                "When you turn on Security Hub CSPM (securityhub-cspm-enabled), set up aggregation of its results in this same home Region. Without it Config.1 fails in the other Regions, which do not record IAM.",
            ),
        ],
        cli: &[
            creates("iam create-service-linked-role", &["--aws-service-name", "config.amazonaws.com"]).note(
                "アカウントで 1 回だけ。既にあるというエラーなら、そのまま進みます。",
                "Once for the account. If it says that the role exists, go on.",
            ),
            creates("s3api create-bucket", &["--bucket", "<CONFIG_BUCKET>", "--create-bucket-configuration", "LocationConstraint=<HOME_REGION>"]).in_home_region().note(
                "ホームリージョンが us-east-1 なら、--create-bucket-configuration とその値を外します。1 つのバケットを全リージョンで使います。",
                "If your home Region is us-east-1, leave out --create-bucket-configuration and its value. One bucket serves all Regions.",
            ),
            changes("s3api put-bucket-policy", &["--bucket", "<CONFIG_BUCKET>", "--policy", BUCKET_POLICY]).in_home_region().note(
                "サービスにリンクされたロールを使う場合、同じアカウントでもこのポリシーが必要です。既にあるポリシーは置き換わるため、新しいバケットにだけ使います。",
                "With the service-linked role this policy is needed even in the same account. It replaces a policy that is already there: only for a new bucket.",
            ),
            changes("configservice put-configuration-recorder", &["--configuration-recorder", RECORDER, "--recording-group", "allSupported=true,includeGlobalResourceTypes=true"]).in_home_region().note(
                "ホームリージョンでだけ、IAM などのグローバルリソースタイプも記録します。このリージョンは、Security Hub CSPM の結果を集約するリージョンと同じにします。違うリージョンにすると、Config.1 が失敗します。オプトインが必要なリージョンは、ホームリージョンにできません。default という名前のレコーダーがすでにあれば、その設定とロールが置き換わります。",
                "Only the home Region records global types such as IAM as well. It has to be the Region that Security Hub CSPM aggregates its results in, or Config.1 fails; a Region that needs an opt-in cannot be it. If there is a recorder named default already, its settings and role are replaced.",
            ),
            changes("configservice put-configuration-recorder", &["--configuration-recorder", RECORDER, "--recording-group", "allSupported=true,includeGlobalResourceTypes=false"]).scope(Scope::OtherRegions).note(
                "ほかのリージョンでは、グローバルリソースタイプを記録しません。すでに記録しているリージョンでは、default という名前のレコーダーの設定(記録から除外したものなど)とロールが置き換わります。残したい設定があるリージョンでは実行しないでください。",
                "The other Regions do not record global types. Where a recorder named default exists, its settings, exclusions among them, and its role are replaced: leave out Regions whose settings you want to keep.",
            ),
            changes("configservice put-delivery-channel", &["--delivery-channel", "name=default,s3BucketName=<CONFIG_BUCKET>"]).in_each_region().note(
                "記録の保存先です。レコーダー、保存先、開始の順で実行します。default という名前の保存先がすでにあれば、新しいバケットに切り替わります。",
                "Where the records go. The order matters: recorder, delivery channel, start. A delivery channel named default that exists already is moved to the new bucket.",
            ),
            changes("configservice start-configuration-recorder", &["--configuration-recorder-name", "default"]).in_each_region().note(
                "記録を始めます。",
                "Recording begins.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: t(
                "有料です。最初の月は既存のリソースをすべて記録するため高めになり、コンテナなど短命なリソースが多いとさらに増えます。節約するには、IAM などのグローバルリソースタイプを 1 つのリージョンでだけ記録し、AWS Config を Security Hub CSPM のためだけに使うなら AWS::Config::ResourceCompliance を記録から除外します(コンソールの設定の編集で行います。上のコマンドの allSupported=true とは一緒に指定できません)。日次の記録は 1 項目あたりの料金が 4 倍なので、1 日に 4 回を超えて変わるリソースでしか安くなりません。",
                "It costs money, more in the first month, when everything that exists is recorded, and more with short-lived resources such as containers. To save, record global types such as IAM in one Region only, and exclude AWS::Config::ResourceCompliance if AWS Config serves only Security Hub CSPM (in the console, where the settings are edited: it cannot be given beside allSupported=true). Daily recording costs four times as much per item: it pays only for what changes more than four times a day.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "レコーダーはリージョンごとに 1 つです。すでに記録しているリージョンがあるかを、確認のコマンドで先に見てください。ここのコマンドは、同じ名前のレコーダーと保存先を、尋ねずに置き換えます。Control Tower や組織が作ったレコーダーは、置き換えないでください。",
                "There is one recorder per Region. See first, with the check, which Regions record already: these commands replace a recorder and a delivery channel of the same name without asking. Do not replace what Control Tower or the organisation made.",
            ),
        },
    ],
    done: t(
        "有効な各リージョンで recording が true になり、Security Hub CSPM の結果を集約するリージョンでは、IAM のリソースタイプも記録している。",
        "In each enabled Region recording is true, and the Region that Security Hub CSPM aggregates in records the IAM types too.",
    ),
    not_applicable: t(
        "ほとんどありません。Security Hub CSPM と新しい Security Hub の両方が有効で、AWSConfigurationRecorderForSecurityHubCSPM が記録している場合は「実施済み」です。",
        "Hardly ever. Where Security Hub CSPM and the new Security Hub are both on and AWSConfigurationRecorderForSecurityHubCSPM records, the answer is Done.",
    ),
    organisation: Some(t(
        "委任管理者がいても、各アカウントの記録は自動では始まりません。Control Tower や組織の設定で有効になっていることも多いので、まず [設定] を確認してください。有効にできない場合は、SCP で制限されていないか管理者に聞きます。",
        "A delegated administrator does not switch recording on in member accounts. Control Tower or the organisation often has done so: look at [Settings] first. If you cannot switch it on, ask whether an SCP forbids it.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、記録しているかどうかと記録の対象が分かります。ほかのリージョンのことは分かりません。",
        "It tells for the Regions in the output whether and what is recorded. It says nothing of the other Regions.",
    ),
    attest: None,
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
        Source {
            title: "AWS Security Hub User Guide: Enabling and configuring AWS Config for Security Hub CSPM",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-setup-prereqs.html",
            reviewed: "2026-11-30",
        },
        Source {
            title: "AWS Config pricing (read in copies of AWS's price list)",
            url: "https://aws.amazon.com/config/pricing/",
            reviewed: "2026-11-30",
        },
    ],
};

const RECORDER: &str =
    "name=default,roleARN=arn:aws:iam::<ACCOUNT_ID>:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

/// Source: "Permissions for the Amazon S3 Bucket for the AWS Config Delivery Channel".
const BUCKET_POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Sid":"AWSConfigBucketPermissionsCheck","Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":["s3:GetBucketAcl","s3:ListBucket"],"Resource":"arn:aws:s3:::<CONFIG_BUCKET>","Condition":{"StringEquals":{"AWS:SourceAccount":"<ACCOUNT_ID>"}}},{"Sid":"AWSConfigBucketDelivery","Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::<CONFIG_BUCKET>/AWSLogs/<ACCOUNT_ID>/Config/*","Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control","AWS:SourceAccount":"<ACCOUNT_ID>"}}}]}"#;
