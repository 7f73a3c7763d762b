//! Protection of the CloudTrail logs.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// An attacker who can change the logs can hide the intrusion.
pub(crate) const CONTROL: Control = Control {
    id: "cloudtrail-log-protection",
    section: Section::Services,
    mandatory: false,
    level: None,
    order: 28,
    severity: Severity::High,
    effort_minutes: 10,
    free: true,
    needs: &["cloudtrail-multi-region"],
    title: t("CloudTrail のログを改ざんと公開から守る", "Protect CloudTrail logs from tampering and exposure"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "侵入した攻撃者が、S3 に届いたログから自分の操作だけを書き換えます。検証が無効だと、書き換えられたことを誰も証明できません。バケットが公開なら、攻撃者は侵入する前から、ログでユーザー名、ロール、使っているサービスを調べられます。",
        "An attacker who is in rewrites the logs in S3 so that their own actions are gone. Without validation nobody can prove that anything was changed. If the bucket is public, they could read the names of users, roles and services in the logs before they even broke in.",
    ),
    cost: t(
        "無料(ダイジェストファイルの S3 の料金が月 0.1 USD ほど、2026-09)",
        "Free, but for about 0.1 USD a month of S3 for the digest files (2026-09)",
    ),
    scope: t("証跡ごと、バケットごと", "Per trail and per bucket"),
    check: Guide {
        console: &[
            t(
                "CloudTrail のコンソールを開き、左のメニューで [証跡] を選び、証跡の名前を選びます。",
                "Open the CloudTrail console, choose [Trails] in the menu, and choose the name of the trail.",
            ),
            t(
                "[ログファイルの検証] が「有効」か確認し、保存先の S3 バケットの名前を控えます。",
                "See that [Log file validation] is Enabled, and note the name of the S3 bucket.",
            ),
            t(
                "S3 のコンソールを開き、そのバケットを選んで [アクセス許可] タブを選びます。",
                "Open the S3 console, choose that bucket, and open the tab [Permissions].",
            ),
            t(
                "[ブロックパブリックアクセス (バケット設定)] の [パブリックアクセスをすべてブロック] がオンか確認します。",
                "Under [Block public access (bucket settings)] see that [Block all public access] is on.",
            ),
        ],
        cli: &[
            aws("cloudtrail describe-trails", &["--include-shadow-trails"]).note(
                "使っている証跡すべてで、LogFileValidationEnabled が true か確認します。S3BucketName がログの保存先です。",
                "See that LogFileValidationEnabled is true for every trail in use. S3BucketName is where its logs go.",
            ),
            aws("s3api get-public-access-block", &["--bucket", "<TRAIL_BUCKET>"])
            .each("cloudtrail describe-trails", "trailList[].S3BucketName", "<TRAIL_BUCKET>")
            .note(
                "4 つの値がすべて true なら、公開されません。NoSuchPublicAccessBlockConfiguration のエラーは、バケットの設定がないという意味です。次の 2 つの出力と、アカウント全体のブロックで判断します。AccessDenied なら、ほかのアカウントのバケットかもしれません。",
                "All four true: it cannot be public. The error NoSuchPublicAccessBlockConfiguration means that the bucket has no setting of its own: go by the next two outputs and by the block for the whole account. AccessDenied may mean that the bucket belongs to another account.",
            ),
            aws("s3api get-bucket-policy-status", &["--bucket", "<TRAIL_BUCKET>"])
            .each("cloudtrail describe-trails", "trailList[].S3BucketName", "<TRAIL_BUCKET>")
            .note(
                "IsPublic が false か、NoSuchBucketPolicy のエラーなら、ポリシーでは公開していません。",
                "IsPublic false, or the error NoSuchBucketPolicy: the policy does not make it public.",
            ),
            aws("s3api get-bucket-acl", &["--bucket", "<TRAIL_BUCKET>"])
            .each("cloudtrail describe-trails", "trailList[].S3BucketName", "<TRAIL_BUCKET>")
            .note(
                "Grants に、末尾が AllUsers か AuthenticatedUsers の URI がなければ、ACL では公開していません。",
                "No URI in Grants that ends with AllUsers or AuthenticatedUsers: the ACL does not make it public.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "右上で証跡のホームリージョンを選び、CloudTrail のコンソールの [証跡] で証跡の名前を選びます。",
                "At the top right choose the trail's home Region, and choose the trail under [Trails] in the CloudTrail console.",
            ),
            t(
                "「General details」(全般的な詳細)の [編集] を選びます。",
                "Under [General details] choose [Edit].",
            ),
            t(
                "[ログファイルの検証] の [有効] にチェックを入れ、[変更の保存] を選びます。",
                "Tick [Enabled] for [Log file validation] and choose [Save changes].",
            ),
            t(
                "S3 のコンソールで、証跡のバケットの [アクセス許可] タブを開きます。",
                "In the S3 console open the trail's bucket and its tab [Permissions].",
            ),
            t(
                "[ブロックパブリックアクセス (バケット設定)] の [編集] を選び、[パブリックアクセスをすべてブロック] にチェックを入れて [変更の保存] を選びます。確認の欄には、画面に示された語(confirm など)を入力します。",
                "Choose [Edit] under [Block public access (bucket settings)], tick [Block all public access], choose [Save changes], and enter confirm when asked.",
            ),
            t(
                "公開されていた場合は、同じタブのバケットポリシーから、Principal が * で条件のない許可を消します。CloudTrail に書き込みを許すステートメントは残します。",
                "If it was public: on the same tab remove from the bucket policy what allows Principal * without a condition. Keep the statements that let CloudTrail write.",
            ),
        ],
        cli: &[
            changes("cloudtrail update-trail", &["--name", "<TRAIL_ARN>", "--enable-log-file-validation"]).in_own_region().note(
                "証跡のホームリージョン(describe-trails の HomeRegion)で実行します。ほかの設定は変わりません。",
                "Run it in the trail's home Region (HomeRegion in describe-trails). Nothing else is changed.",
            ),
            changes(
                "s3api put-public-access-block",
                &[
                    "--bucket",
                    "<TRAIL_BUCKET>",
                    "--public-access-block-configuration",
                    "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
                ],
            )
            .note(
                "CloudTrail からのログの配信は止まりません。AWS のサービスは、この設定でブロックされないためです。",
                "CloudTrail goes on delivering: this block does not stop AWS services.",
            ),
            aws("s3api get-bucket-policy-status", &["--bucket", "<TRAIL_BUCKET>"]).note(
                "IsPublic が true のままなら、ブロックを外すと再び公開されます。バケットポリシーの公開の許可も消します。false か NoSuchBucketPolicy のエラーなら、問題ありません。",
                "If IsPublic is still true, the bucket is public again as soon as the block goes: remove that from the policy as well. False, or the error NoSuchBucketPolicy, is fine.",
            ),
            aws("cloudtrail validate-logs", &["--trail-arn", "<TRAIL_ARN>", "--start-time", "<START_DATE>"]).in_own_region().note(
                "有効にして 1 時間以上たってから、有効にした日を <START_DATE> にして実行します。「24/24 digest files valid」のように前後の数が同じで、INVALID がなければ、ログは届いたときのままです。",
                "An hour or more after you switched validation on, with that day as <START_DATE>. When the two numbers agree, as in 24/24 digest files valid, and nothing is INVALID, the logs are as they were delivered.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "公開のバケットポリシーを通じてログを読んでいた、ほかのアカウントやツールは読めなくなります。必要な相手には、アカウントを指定して許可し直します。",
                "Other accounts and tools that read the logs through a public bucket policy are cut off. Allow those that need it by naming their account.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "検証できるのは、有効にしたあとに届いたログだけです。有効にしても検証が自動で行われるわけではないので、必要なときに validate-logs を実行します。ファイルを別の場所に移すと、このコマンドでは検証できません。",
                "Only logs delivered after you switch it on can be validated. Nothing is validated by itself: run validate-logs when you need to know. Files that were moved elsewhere cannot be validated with this command.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "バケットが公開されていた場合は、ログの内容が読まれたものと考えます。公開されていた期間に、見覚えのない操作がないか調べてください。",
                "If the bucket was public, assume that the logs were read. Look for actions that you do not know in that time.",
            ),
        },
    ],
    done: t(
        "使っている証跡すべての LogFileValidationEnabled が true で、保存先のバケットの 4 つのブロックがすべて true になる。",
        "LogFileValidationEnabled is true for every trail in use, and all four blocks of its bucket are true.",
    ),
    not_applicable: t(
        "証跡が組織のものだけで、保存先のバケットが別のアカウントにある場合。設定は、組織の管理者が確認します。",
        "When the only trail is the organisation's and its bucket belongs to another account: the administrators of the organisation answer for it.",
    ),
    organisation: Some(t(
        "組織の証跡の設定を変えられるのは、管理アカウントか CloudTrail の委任管理者だけです。ログは専用のアカウントのバケットに集めるのが一般的で、メンバーアカウントからは AccessDenied になり、CloudTrail.6 は「データなし」と表示されます。どちらも正常です。",
        "Only the management account, or the delegated administrator for CloudTrail, can change an organisation trail. Its logs usually go to a bucket in an account of their own: from a member account the answer is AccessDenied, and CloudTrail.6 shows No data. Both are normal.",
    )),
    evidence: t(
        "証跡の検証が有効かどうかと、バケットが公開されているかどうかが分かります。ログが実際に改ざんされていないかは、validate-logs を実行しないと分かりません。ほかのアカウントのバケットは判定できません。",
        "It tells whether validation is on and whether the bucket is public. Whether a log was in fact changed, only validate-logs can tell. A bucket of another account cannot be judged.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "AWS CloudTrail User Guide: Enabling log file integrity validation for CloudTrail",
            url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-enabling.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS CloudTrail User Guide: Validating CloudTrail log file integrity with the AWS CLI",
            url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-cli.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon S3 User Guide: Blocking public access to your Amazon S3 storage",
            url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for AWS CloudTrail",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
