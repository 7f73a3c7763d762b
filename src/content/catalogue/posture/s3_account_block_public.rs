//! Block Public Access of S3, for the whole account.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// One setting for all buckets, present and future.
pub(crate) const CONTROL: Control = Control {
    id: "s3-account-block-public",
    section: Section::Posture,
    mandatory: true,
    level: Some(1),
    order: 5,
    severity: Severity::High,
    effort_minutes: 5,
    free: true,
    needs: &[],
    title: t("S3 の公開をアカウント全体でブロックする", "Turn on S3 Block Public Access for the account"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "取引先にファイルを渡すため、誰かがバケットを公開し、そのまま忘れます。公開バケットを自動で探し回る攻撃者が見つけ、バックアップの中の顧客データや、設定ファイルに残ったアクセスキーを持ち去ります。アカウント全体でブロックしておけば、うっかり公開しても外からは読めません。",
        "To hand over a file, somebody makes a bucket public and forgets it. Attackers who scan for public buckets find it, and take the customer data in the backups and the access keys in configuration files. With the block on for the whole account, such a slip opens nothing.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体で 1 回(すべてのリージョンに適用)", "Once for the account, for all Regions"),
    check: Guide {
        console: &[
            t(
                "S3 のコンソールを開き、左のメニューから [アカウントと組織の設定] を選びます。",
                "Open the S3 console and choose [Account and organization settings] in the menu on the left.",
            ),
            t(
                "[このアカウントのブロックパブリックアクセスの設定] で、[パブリックアクセスをすべてブロック] がオンか確認します。",
                "Under [Block Public Access settings for this account] see that [Block all public access] is on.",
            ),
        ],
        cli: &[aws("s3control get-public-access-block", &["--account-id", "<ACCOUNT_ID>"]).note(
            "4 つの値がすべて true なら合格です。NoSuchPublicAccessBlockConfiguration というエラーは、一度も設定していないことを示し、不合格です。組織のポリシーで設定されている場合は、その値が表示されます。",
            "Good when all four values are true. The error NoSuchPublicAccessBlockConfiguration means that it was never set, which fails. If a policy of the organisation sets them, its values are shown.",
        )],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "公開しているバケットがないか調べます。S3 のコンソールの左のメニューで「Access analyzer for S3」を開き、公開と、他のアカウントとの共有の一覧を見ます。リージョンごとに IAM Access Analyzer が必要です。まだ使っていなければ、サイトの担当者に確認し、各バケットの [アクセス許可] タブを見ます。",
                "Find out what is public today. In the S3 console open [Access analyzer for S3] in the menu on the left and read what is public or shared with other accounts. It needs IAM Access Analyzer in each Region; without it, ask those who run websites, and look at the tab [Permissions] of your buckets.",
            ),
            t(
                "公開が必要なもの(静的サイト、ダウンロード用ファイルなど)は、先に CloudFront のオリジンアクセスコントロール (OAC) を使う構成に移します。",
                "What has to be public, such as a website or downloads, first moves behind CloudFront with origin access control (OAC).",
            ),
            t(
                "S3 のコンソールの左のメニューから [アカウントと組織の設定] を選び、[このアカウントのブロックパブリックアクセスの設定] の [編集] を選びます。",
                "In the S3 console choose [Account and organization settings], then [Edit] under [Block Public Access settings for this account].",
            ),
            t(
                "[パブリックアクセスをすべてブロック] にチェックを入れ、[変更の保存] を選びます。",
                "Select [Block all public access], then [Save changes].",
            ),
            t(
                "確認の欄に、画面に示された語(confirm など)を入力し、[確認] を選びます。",
                "Enter confirm when asked, and choose [Confirm].",
            ),
            t(
                "サイトや、ほかのアカウントとのデータのやり取りが動いているか確かめます。全リージョンに行き渡るまで、少し時間がかかることがあります。",
                "See that websites and exchanges with other accounts still work. It may take a while until the setting reaches all Regions.",
            ),
        ],
        cli: &[
            changes("s3control put-public-access-block", &["--account-id", "<ACCOUNT_ID>", "--public-access-block-configuration", "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"]).note(
                "4 つの設定をすべて有効にします。公開しているバケットがないことを確かめてから実行します。AccessDenied になる場合は、組織のポリシーで管理されている可能性があります。",
                "Turns on all four. Run it once you know that nothing has to be public. AccessDenied may mean that the organisation manages the setting.",
            ),
            aws("s3control get-public-access-block", &["--account-id", "<ACCOUNT_ID>"]).note(
                "4 つとも true になったことを確認します。",
                "See that all four are true now.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "公開バケットで動いている静的サイトやファイル配布は、見られなくなります。公開のバケットポリシーを通じた、ほかのアカウントからのアクセスも止まります。先に調べて移してください。",
                "Websites and downloads from public buckets stop working, and so does access by other accounts through a public bucket policy. Find and move them first.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "ブロックは、バケットの公開ポリシーや ACL を消しません。あとでブロックを外すと、元の公開状態に戻ります。不要な公開設定は、バケット側でも消してください。",
                "The block does not remove public policies and ACLs: take it off later and the buckets are public again. Delete what is not needed in the buckets as well.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "新しいバケットに最初から付くブロックは、バケットごとの設定で、この設定とは別です。Security Hub CSPM の S3.8 はバケットごとの設定を見るため、アカウント全体で有効にしても、古いバケットで失敗することがあります。",
                "The block that new buckets have by default belongs to the bucket and is another setting. Security Hub CSPM's S3.8 looks at the bucket, so it may fail for old buckets although the account blocks.",
            ),
        },
    ],
    done: t(
        "get-public-access-block の 4 つの値がすべて true になる。",
        "get-public-access-block shows four times true.",
    ),
    not_applicable: t(
        "ほとんどありません。バケットがなくても有効にできます。どうしても公開バケットが必要な場合は「リスクを受け入れる」にし、ほかのバケットを 1 つずつブロックします。",
        "Hardly ever: it can be on without any bucket. If a bucket really has to be public, answer Risk accepted and block the others one by one.",
    ),
    organisation: Some(t(
        "組織の S3 ポリシーで管理されているアカウントでは、この設定を自分で変えられず、組織の値がそのまま使われます。値が false になっている場合は、組織の管理者に依頼してください。",
        "If an S3 policy of the organisation manages the account, you cannot change the setting; the organisation's values apply. If they are false, ask its administrator.",
    )),
    evidence: t(
        "出力から、アカウント全体の 4 つの設定が分かります。バケットごとの設定や、誰が公開アクセスを必要としているかは分かりません。権限がないというエラーでは判断できません。",
        "The output tells the four settings of the account. It tells neither the settings of single buckets nor who relies on public access. An access-denied error decides nothing.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "Amazon S3 User Guide: Configuring block public access settings for your account",
            url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon S3 User Guide: Blocking public access to your Amazon S3 storage",
            url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon S3 User Guide: Reviewing bucket access using IAM Access Analyzer for S3",
            url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-analyzer.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for Amazon S3",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
