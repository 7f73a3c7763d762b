//! The instance metadata service, version 2 only.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// Makes it harder to steal the credentials of an instance's role.
pub(crate) const CONTROL: Control = Control {
    id: "ec2-imdsv2",
    section: Section::Posture,
    mandatory: false,
    level: None,
    order: 27,
    severity: Severity::High,
    effort_minutes: 20,
    free: true,
    needs: &[],
    title: t("EC2 で IMDSv2 を必須にする", "Require IMDSv2 on EC2 instances"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "Web アプリに、URL を渡すとサーバーが代わりに読みに行く穴(SSRF)があります。攻撃者が 169.254.169.254 を読ませると、IMDSv1 はサーバーのロールの認証情報を返し、それでデータが盗まれます。IMDSv2 は先にトークンを求めるため、この手口の多くが通りません。",
        "A web application has a hole (SSRF): it fetches whatever URL a visitor names. The attacker names 169.254.169.254, IMDSv1 hands out the credentials of the server's role, and with them they steal your data from outside. IMDSv2 asks for a token first, which stops most such tricks.",
    ),
    cost: t("無料", "Free"),
    scope: t("リージョンごと(既定値)、インスタンスごと", "Per Region (default), each instance"),
    check: Guide {
        console: &[
            t(
                "右上でリージョンを選び、EC2 のコンソールで [インスタンス] を開きます。",
                "Choose the Region at the top right and open [Instances] in the EC2 console.",
            ),
            t(
                "一覧の右上の歯車のアイコンで「IMDSv2」列を表示し、すべて required か確認します。optional のインスタンスは IMDSv1 も受け付けます。",
                "With the gear icon at the top right of the list show the column [IMDSv2], and see that it says required everywhere. An instance with optional also answers to IMDSv1.",
            ),
            t(
                "[EC2 ダッシュボード] を開き、右側の [アカウント属性] から [データ保護とセキュリティ] を選びます。",
                "Open [Dashboard] and choose [Data protection and security] under [Account attributes] on the right.",
            ),
            t(
                "「IMDS defaults」(IMDS のデフォルト)で、[メタデータのバージョン] が [V2 のみ (トークンは必須)] か確認します。",
                "Under [IMDS defaults] see that [Metadata version] is [V2 only (token required)].",
            ),
            t(
                "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                "Repeat in every enabled Region, also the ones that you do not use.",
            ),
        ],
        cli: &[
            aws("ec2 describe-instances", &[]).in_each_region().note(
                "終了していないインスタンスごとに、MetadataOptions の HttpTokens が required か、HttpEndpoint が disabled なら合格です。",
                "Good when every instance that is not terminated has HttpTokens required, or HttpEndpoint disabled, in MetadataOptions.",
            ),
            aws("ec2 get-instance-metadata-defaults", &[]).in_each_region().note(
                "AccountLevel の HttpTokens が required なら、新しいインスタンスの既定値も IMDSv2 です。値がなければ未設定です。HttpTokensEnforced が enabled なら、IMDSv1 を許す起動は失敗します。ManagedBy が declarative-policy なら、組織のポリシーで管理されています。",
                "HttpTokens required under AccountLevel makes IMDSv2 the default of new instances; without a value it is not set. With HttpTokensEnforced enabled, launches that allow IMDSv1 fail. ManagedBy declarative-policy means that the organisation manages it.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "IMDSv1 がまだ使われていないか調べます。CloudWatch のコンソールで、optional のインスタンスごとにメトリクス MetadataNoToken を見ます。0 が続いていれば使われていません。",
                "See whether IMDSv1 is still in use. In the CloudWatch console look at the metric MetadataNoToken of each instance with optional. It is not in use if the metric stays at 0.",
            ),
            t(
                "0 でない場合は、そのインスタンスの AWS CLI、SDK、エージェントを新しい版に更新し、0 になるまで待ちます。",
                "If it is not 0, update the AWS CLI, the SDKs and the agents on that instance, and wait until it is.",
            ),
            t(
                "EC2 のコンソールの [インスタンス] でインスタンスを選び、[アクション]、[インスタンスの設定]、[インスタンスメタデータのオプションを変更] の順に選びます。",
                "Under [Instances] in the EC2 console select the instance and choose [Actions], [Instance settings], [Modify instance metadata options].",
            ),
            t(
                "[インスタンスメタデータサービス] を [有効にする]、[IMDSv2] を [必須] にして [保存] を選びます。再起動は要りません。",
                "Set [Instance metadata service] to [Enable] and [IMDSv2] to [Required], then choose [Save]. No restart is needed.",
            ),
            t(
                "アプリケーションが動いていることを確かめてから、次のインスタンスに進みます。",
                "See that the application works before you go on to the next instance.",
            ),
            t(
                "新しいインスタンスの既定値も変えます。[EC2 ダッシュボード] の [アカウント属性] から [データ保護とセキュリティ] を開き、「IMDS defaults」(IMDS のデフォルト)の [管理] を選びます。",
                "For new instances open [Dashboard], [Account attributes], [Data protection and security], and choose [Manage] at [IMDS defaults].",
            ),
            t(
                "[インスタンスメタデータサービス] を有効にし、[メタデータのバージョン] を [V2 のみ (トークンは必須)] にします。コンテナを動かす場合は [メタデータレスポンスのホップ制限] を 2 にします。",
                "Set [Instance metadata service] to [Enabled] and [Metadata version] to [V2 only (token required)]. If instances run containers, set [Metadata response hop limit] to 2.",
            ),
            t(
                "起動テンプレートもすべて required にしてあれば、「Enforce IMDSv2」を「Enabled」(有効)にします。以後、IMDSv1 を許す起動は失敗します。",
                "If all launch templates say required as well, set [Enforce IMDSv2] to [Enabled]: launches that allow IMDSv1 then fail.",
            ),
            t(
                "[更新] を選び、有効なすべてのリージョンで繰り返します。",
                "Choose [Update], and repeat in every enabled Region.",
            ),
        ],
        cli: &[
            aws("ec2 describe-instances", &["--filters", "Name=metadata-options.http-tokens,Values=optional", "--query", "Reservations[].Instances[].{Id:InstanceId,State:State.Name,Endpoint:MetadataOptions.HttpEndpoint,Hops:MetadataOptions.HttpPutResponseHopLimit}"]).in_each_region().note(
                "直すインスタンスの一覧です。Endpoint が disabled のものは、そのままで問題ありません。",
                "The instances to change. Those with Endpoint disabled are fine as they are.",
            ),
            aws("cloudwatch get-metric-statistics", &["--namespace", "AWS/EC2", "--metric-name", "MetadataNoToken", "--dimensions", "Name=InstanceId,Value=<INSTANCE_ID>", "--start-time", "<START_DATE>", "--end-time", "<END_DATE>", "--period", "86400", "--statistics", "Sum"]).in_own_region().note(
                "1 日ごとの IMDSv1 の呼び出しの回数です。直近の 2 週間ほどを指定します。すべて 0 なら次に進めます。",
                "Calls to IMDSv1 a day. Take the last two weeks or so. Go on when every Sum is 0.",
            ),
            changes("ec2 modify-instance-metadata-options", &["--instance-id", "<INSTANCE_ID>", "--http-tokens", "required", "--http-endpoint", "enabled"]).in_own_region().note(
                "動いているインスタンスにもすぐに反映されます。コンテナを動かしているなら --http-put-response-hop-limit 2 を加えます。問題が出たら、required を optional にして元に戻します。「Enforce IMDSv2」が有効なリージョンでは、先に aws ec2 modify-instance-metadata-defaults --http-tokens-enforced disabled で無効にしないと戻せません。",
                "Takes effect at once, also while it runs. Add --http-put-response-hop-limit 2 if it runs containers. If something breaks, optional instead of required takes it back; where [Enforce IMDSv2] is on, first switch it off with aws ec2 modify-instance-metadata-defaults --http-tokens-enforced disabled.",
            ),
            changes("ec2 modify-instance-metadata-defaults", &["--http-tokens", "required"]).in_each_region().note(
                "新しいインスタンスの既定値です。今あるインスタンスは変わりません。コンテナを動かすなら --http-put-response-hop-limit 2 を加えます。起動テンプレートの指定に関係なく、IMDSv1 を許す起動を失敗させるには、--http-tokens-enforced enabled も加えます(新しい AWS CLI が必要です)。",
                "The default of new instances; it does not change those that exist. Add --http-put-response-hop-limit 2 if they will run containers. To let every launch that allows IMDSv1 fail, whatever the launch template says, add --http-tokens-enforced enabled as well (it needs a recent AWS CLI).",
            ),
            aws("ec2 get-instance-metadata-defaults", &[]).in_each_region().note(
                "HttpTokens が required になったことを確認します。HttpTokensEnforced が enabled なら、IMDSv1 を許す起動は失敗します。",
                "See that HttpTokens is required now. With HttpTokensEnforced enabled, launches that allow IMDSv1 fail.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "IMDSv1 しか使えない古い SDK、エージェント、スクリプトは、ロールの認証情報を受け取れなくなって止まります。必ず先に MetadataNoToken を確認し、1 台ずつ変更してください。",
                "Old SDKs, agents and scripts that speak only IMDSv1 no longer get the credentials of the role, and stop. Look at MetadataNoToken first, and change one instance at a time.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "コンテナからロールの認証情報を使っている場合、ホップ制限が 1 のままでは届かないことがあります。2 にしてください。",
                "Containers that use the role's credentials may not reach them while the hop limit is 1. Set it to 2.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "起動テンプレートや起動設定で optional を指定していると、アカウントの既定値より優先されます。Auto Scaling グループが使うテンプレートも required に変えてください。その後で「Enforce IMDSv2」を有効にすれば、変え忘れたテンプレートからの起動は失敗し、IMDSv1 のインスタンスは増えません。先に有効にすると、Auto Scaling がインスタンスを補充できなくなることがあります。",
                "A launch template or launch configuration that says optional wins over the default of the account. Change the templates of your Auto Scaling groups to required as well. Then turn on [Enforce IMDSv2]: a template that was overlooked fails to launch, and no new instance answers to IMDSv1. Turned on before that, it may keep Auto Scaling from replacing instances.",
            ),
        },
    ],
    done: t(
        "有効なすべてのリージョンで、どのインスタンスの HttpTokens も required(または IMDS が無効)で、アカウントの既定値も required になっている。",
        "In every enabled Region each instance has HttpTokens required, or no IMDS at all, and the default of the account is required.",
    ),
    not_applicable: t(
        "ほとんどありません。EC2 を使っていなくても、既定値を設定しておけば、後で誰かが起動したときに守られます。組織の SCP で EC2 そのものを禁止している場合は「該当しない」です。",
        "Hardly ever: even without EC2, the default protects whatever somebody launches later. It does not apply where an SCP of the organisation forbids EC2 altogether.",
    ),
    organisation: Some(t(
        "組織の宣言型ポリシーで IMDS が設定されている場合、アカウントの中からは変えられません。get-instance-metadata-defaults の ManagedBy で分かります。変更は組織の管理者に依頼します。",
        "If a declarative policy of the organisation sets IMDS, you cannot change it in the account. ManagedBy in get-instance-metadata-defaults tells. Ask the organisation's administrator.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、各インスタンスの設定と、アカウントの既定値が分かります。インスタンスがなければ合格で、既定値が未設定なら、設定するよう案内します。IMDSv1 が使われているか、起動テンプレートがどうか、ほかのリージョンがどうかは分かりません。",
        "It tells the setting of each instance and the default, for the Regions in the output. No instances is a pass, with the advice to set the default. It cannot tell whether IMDSv1 is in use, nor anything of launch templates or other Regions.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "Amazon EC2 User Guide: Transition to using Instance Metadata Service Version 2",
            url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-transition-to-version-2.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon EC2 User Guide: Modify instance metadata options for existing instances",
            url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-existing-instances.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon EC2 User Guide: Configure instance metadata options for new instances",
            url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for Amazon EC2",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
