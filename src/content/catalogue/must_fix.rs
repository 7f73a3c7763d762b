//! The controls of Security Hub CSPM that must not fail: this project's reconstruction of the list in the talk.
//!
//! **Invariant:** data only. Match findings by id, never by title, because AWS rewords titles.

use super::{Severity, Source};
use crate::base::i18n::{Text, t};

/// A control of Security Hub CSPM that must not fail.
#[derive(Debug)]
pub struct MustFix {
    /// The id as AWS writes it: `IAM.4`.
    pub id: &'static str,
    /// AWS's title, without the id.
    pub title: Text,
    /// AWS's severity.
    pub severity: Severity,
    /// Whether it belongs to AWS Foundational Security Best Practices.
    pub fsbp: bool,
    /// Its group in the order of work.
    pub group: Group,
    /// What it checks, in a clause.
    pub checks: Text,
    /// The URL of its section in the Security Hub CSPM user guide.
    pub url: &'static str,
    /// The id of this catalogue's control that covers it.
    pub control: Option<&'static str>,
}

/// A group of the list, in the order of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The account and its credentials.
    Account,
    /// Resources that are publicly accessible.
    Exposure,
    /// Recording that the other controls depend on.
    Visibility,
    /// Data that cannot be restored.
    Destruction,
    /// Controls rated High that this project adds.
    AddedHigh,
}

impl Group {
    /// All groups in the order of work.
    pub const ALL: [Group; 5] =
        [Group::Account, Group::Exposure, Group::Visibility, Group::Destruction, Group::AddedHigh];

    /// The name in files and style sheets.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Group::Account => "account",
            Group::Exposure => "exposure",
            Group::Visibility => "visibility",
            Group::Destruction => "destruction",
            Group::AddedHigh => "added_high",
        }
    }

    /// The name on the page.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Group::Account => t("アカウントと認証情報", "Account and credentials"),
            Group::Exposure => t("外部への公開", "Public exposure"),
            Group::Visibility => t("記録", "Visibility"),
            Group::Destruction => t("データの破壊", "Data destruction"),
            Group::AddedHigh => t("重要度「高」から加えたもの", "Added from High"),
        }
    }

    /// Why it has this position in the order of work, in a sentence.
    #[must_use]
    pub const fn why(self) -> Text {
        match self {
            Group::Account => t(
                "ここが破られると、残りのすべてを攻撃者が書き換えられるため、最初に直します。",
                "Whoever gets through here can undo everything else, so it comes first.",
            ),
            Group::Exposure => t(
                "あなたの認証情報がなくても、見つけた人なら誰でも外部からアクセスできます。",
                "These can be reached without any credentials of yours, by whoever finds them.",
            ),
            Group::Visibility => t(
                "設定の記録がないと、ほかのコントロールの多くは正しく判定できません。操作の記録が公開されていれば、攻撃者の下調べに使われます。",
                "Without recorded settings most other controls cannot judge, and a public log tells an attacker what you have.",
            ),
            Group::Destruction => t(
                "KMS キーが消えると、そのキーで暗号化したデータは二度と読めません。",
                "When a KMS key is gone, nobody can read the data encrypted under it again.",
            ),
            Group::AddedHigh => t(
                "AWS の重要度は「高」ですが、これらがないと、不正利用が起きやすくなるか、起きても気づけません。",
                "AWS rates these High, but without them misuse is easy, or happens unseen.",
            ),
        }
    }
}

/// How the list was made.
pub const RULE: Text = t(
    "講演で示された一覧は、公開された要約からは分かりません。この一覧は、このプロジェクトが再構成したものです。AWS 基礎セキュリティのベストプラクティス(FSBP)で重要度が「重大」の 27 件すべてに、FSBP にはないもののアカウントそのものに関わる「重大」の 2 件(IAM.9、CloudTrail.6)と、ないと不正利用が起きやすくなるか、起きても気づけない「高」の 7 件を加えました。上のグループから順に直してください。対象のリソースがないコントロールは、何もしなくても成功になります。",
    "The public summary of the talk does not give its list: this one is the project's reconstruction. It holds all 27 controls that AWS Foundational Security Best Practices (FSBP) rates Critical, two Critical ones outside FSBP that concern the account itself (IAM.9 and CloudTrail.6), and seven rated High without which misuse is easy or goes unseen. Work from the first group down. A control without resources to look at passes by itself.",
);

/// The sources of the list.
pub const SOURCES: &[Source] = &[
    Source {
        title: "AWS Security Hub User Guide: Control reference for Security Hub CSPM",
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html",
        reviewed: "2026-11-24",
    },
    Source {
        title: "AWS Security Hub User Guide: Change log for Security Hub CSPM controls",
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/controls-change-log.html",
        reviewed: "2026-11-24",
    },
    Source {
        title: "AWS Security Hub User Guide: Calculating security scores",
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/standards-security-score.html",
        reviewed: "2026-11-24",
    },
];

/// The controls, by group.
pub const MUST_FIX: &[MustFix] = &[
    MustFix {
        id: "IAM.4",
        title: t("IAM ルートユーザーアクセスキーが存在してはいけません", "IAM root user access key should not exist"),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Account,
        checks: t("ルートユーザーのアクセスキー(無効なものも含む)", "Any access key of the root user, active or not"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-4",
        control: Some("iam-root-no-access-key"),
    },
    MustFix {
        id: "IAM.6",
        title: t(
            "ルートユーザーに対してハードウェア MFA を有効にする必要があります",
            "Hardware MFA should be enabled for the root user",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Account,
        checks: t(
            "ルートユーザーの MFA が仮想 MFA(認証アプリ)ではないこと。ルートユーザーの認証情報がなければ成功",
            "That root signs in without a virtual MFA device (an app); passes where root has no credentials",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-6",
        control: Some("iam-root-mfa"),
    },
    MustFix {
        id: "IAM.9",
        title: t("ルートユーザーに対して MFA を有効にする必要があります", "MFA should be enabled for the root user"),
        severity: Severity::Critical,
        fsbp: false,
        group: Group::Account,
        checks: t("ルートユーザーの MFA(種類は問わない)", "MFA of the root user, of whatever kind"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-9",
        control: Some("iam-root-mfa"),
    },
    MustFix {
        id: "CodeBuild.1",
        title: t(
            "CodeBuild Bitbucket ソースリポジトリの URL には機密認証情報を含めないでください",
            "CodeBuild Bitbucket source repository URLs should not contain sensitive credentials",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Account,
        checks: t("ソースの URL に書かれたトークンやパスワード", "Tokens or passwords inside the source URL"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-1",
        control: Some("key-leak-prevention"),
    },
    MustFix {
        id: "CodeBuild.2",
        title: t(
            "CodeBuild プロジェクト環境変数にクリアテキストの認証情報を含めることはできません",
            "CodeBuild project environment variables should not contain clear text credentials",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Account,
        checks: t(
            "平文の環境変数 AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY",
            "Plain-text variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-2",
        control: Some("key-leak-prevention"),
    },
    MustFix {
        id: "EC2.19",
        title: t(
            "セキュリティグループは、リスクの高いポートへの無制限アクセスを許可してはいけません",
            "Security groups should not allow unrestricted access to ports with high risk",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "0.0.0.0/0 または ::/0 から、SSH、RDP、データベースなどのポートに届くルール",
            "Rules that let 0.0.0.0/0 or ::/0 reach ports such as SSH, RDP and databases",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19",
        control: Some("ec2-no-open-admin-ports"),
    },
    MustFix {
        id: "EC2.1",
        title: t(
            "Amazon EBS スナップショットは、パブリックに復元できる設定にしないでください",
            "Amazon EBS snapshots should not be configured to be publicly restorable",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "すべての AWS アカウントに共有された EBS スナップショット",
            "EBS snapshots shared with all AWS accounts",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-1",
        control: Some("snapshots-not-public"),
    },
    MustFix {
        id: "RDS.1",
        title: t("RDS スナップショットはプライベートである必要があります", "RDS snapshot should be private"),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "すべての AWS アカウントに共有された DB とクラスターのスナップショット",
            "DB and cluster snapshots shared with all AWS accounts",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-1",
        control: Some("snapshots-not-public"),
    },
    MustFix {
        id: "RDS.2",
        title: t(
            "RDS DB インスタンスは、PubliclyAccessible 設定によって判断される、パブリックアクセスを禁止する必要があります",
            "RDS DB Instances should prohibit public access, as determined by the PubliclyAccessible configuration",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "DB インスタンス(Neptune を含む)の PubliclyAccessible",
            "PubliclyAccessible of DB instances, Neptune included",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-2",
        control: Some("rds-not-public"),
    },
    MustFix {
        id: "S3.2",
        title: t(
            "S3 汎用バケットはパブリック読み取りアクセスをブロックする必要があります",
            "S3 general purpose buckets should block public read access",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "ブロックパブリックアクセス、バケットポリシー、ACL で、誰でも読み取れる状態になっていないこと",
            "That nobody can read without permission, by block settings, bucket policy and ACL",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-2",
        control: Some("s3-account-block-public"),
    },
    MustFix {
        id: "S3.3",
        title: t(
            "S3 汎用バケットはパブリック書き込みアクセスをブロックする必要があります",
            "S3 general purpose buckets should block public write access",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "ブロックパブリックアクセス、バケットポリシー、ACL で、誰でも書き込める状態になっていないこと",
            "That nobody can write without permission, by block settings, bucket policy and ACL",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-3",
        control: Some("s3-account-block-public"),
    },
    MustFix {
        id: "S3.19",
        title: t(
            "S3 アクセスポイントでは、ブロックパブリックアクセス設定を有効にする必要があります",
            "S3 access points should have block public access settings enabled",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t("アクセスポイントごとのブロックパブリックアクセス", "The block settings of each access point"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-19",
        control: None,
    },
    MustFix {
        id: "Lambda.1",
        title: t(
            "Lambda 関数ポリシーでは、パブリックアクセスを禁止する必要があります",
            "Lambda function policies should prohibit public access",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "誰にでも呼び出しを許可している、関数のリソースベースポリシー",
            "Resource policies that let anybody call a function",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-1",
        control: None,
    },
    MustFix {
        id: "SSM.4",
        title: t("SSM ドキュメントはパブリックにしないでください", "SSM documents should not be public"),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "自分が所有し、全員に共有している SSM ドキュメント",
            "SSM documents of your own shared with everybody",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-4",
        control: Some("ssm-block-public-sharing"),
    },
    MustFix {
        id: "SSM.7",
        title: t(
            "SSM ドキュメントでは、パブリック共有ブロックの設定を有効にする必要があります",
            "SSM documents should have the block public sharing setting enabled",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "リージョンごとのアカウント設定。空のアカウントでも判定される",
            "An account setting per Region, judged even in an empty account",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-7",
        control: Some("ssm-block-public-sharing"),
    },
    MustFix {
        id: "SNS.4",
        title: t(
            "SNS トピックのアクセスポリシーは、パブリックアクセスを許可しないでください",
            "SNS topic access policies should not allow public access",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t("誰にでもアクセスを許可しているトピックのポリシー", "Topic policies that let anybody in"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html#sns-4",
        control: None,
    },
    MustFix {
        id: "SQS.3",
        title: t(
            "SQS キューのアクセスポリシーは、パブリックアクセスを許可しないでください",
            "SQS queue access policies should not allow public access",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t("誰にでもアクセスを許可しているキューのポリシー", "Queue policies that let anybody in"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html#sqs-3",
        control: None,
    },
    MustFix {
        id: "KMS.5",
        title: t(
            "KMS キーはパブリックにアクセスできないようにする必要があります",
            "KMS keys should not be publicly accessible",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "誰にでもアクセスを許可しているキーポリシー。AWS Config がキーポリシーを読み取れない場合も失敗",
            "Key policies that let anybody in; fails too where AWS Config cannot read them",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-5",
        control: None,
    },
    MustFix {
        id: "DMS.1",
        title: t(
            "Database Migration Service のレプリケーションインスタンスは非パブリックである必要があります",
            "Database Migration Service replication instances should not be public",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t("レプリケーションインスタンスの PubliclyAccessible", "PubliclyAccessible of replication instances"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-1",
        control: None,
    },
    MustFix {
        id: "DocumentDB.3",
        title: t(
            "Amazon DocumentDB の手動クラスタースナップショットはパブリックにしないでください",
            "Amazon DocumentDB manual cluster snapshots should not be public",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "すべての AWS アカウントに共有された手動スナップショット",
            "Manual snapshots shared with all AWS accounts",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-3",
        control: None,
    },
    MustFix {
        id: "Neptune.3",
        title: t(
            "Neptune DB クラスタースナップショットはパブリックにしないでください",
            "Neptune DB cluster snapshots should not be public",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "すべての AWS アカウントに共有された手動スナップショット",
            "Manual snapshots shared with all AWS accounts",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-3",
        control: None,
    },
    MustFix {
        id: "EMR.2",
        title: t(
            "Amazon EMR のブロックパブリックアクセス設定を有効にする必要があります",
            "Amazon EMR block public access setting should be enabled",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t(
            "リージョンごとのアカウント設定。22 以外のポートの例外があれば失敗",
            "An account setting per Region; exceptions for ports other than 22 fail",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html#emr-2",
        control: None,
    },
    MustFix {
        id: "ES.2",
        title: t(
            "Elasticsearch ドメインはパブリックにアクセスできないようにする必要があります",
            "Elasticsearch domains should not be publicly accessible",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t("VPC の外にあるドメイン", "Domains outside a VPC"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html#es-2",
        control: None,
    },
    MustFix {
        id: "Opensearch.2",
        title: t(
            "OpenSearch ドメインはパブリックにアクセスできないようにする必要があります",
            "OpenSearch domains should not be publicly accessible",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t("VPC の外にあるドメイン", "Domains outside a VPC"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-2",
        control: None,
    },
    MustFix {
        id: "Redshift.1",
        title: t(
            "Amazon Redshift クラスターはパブリックアクセスを禁止する必要があります",
            "Amazon Redshift clusters should prohibit public access",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t("クラスターの PubliclyAccessible", "PubliclyAccessible of clusters"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-1",
        control: None,
    },
    MustFix {
        id: "MSK.4",
        title: t(
            "MSK クラスターでは、パブリックアクセスを無効にする必要があります",
            "MSK clusters should have public access disabled",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Exposure,
        checks: t("ブローカーのパブリックアクセス", "Public access to the brokers"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-4",
        control: None,
    },
    MustFix {
        id: "Config.1",
        title: t(
            "AWS Config を有効にし、サービスにリンクされたロールをリソース記録に使用する必要があります",
            "AWS Config should be enabled and use the service-linked role for resource recording",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Visibility,
        checks: t(
            "レコーダー、必要なリソースタイプ、ロール。新しい Security Hub も有効なら常に成功",
            "Recorder, needed resource types and role; always passes where the new Security Hub is on too",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html#config-1",
        control: Some("config-recording"),
    },
    MustFix {
        id: "CloudTrail.6",
        title: t(
            "CloudTrail ログの保存に使用する S3 バケットがパブリックにアクセスできないことを確認します",
            "Ensure the S3 bucket used to store CloudTrail logs is not publicly accessible",
        ),
        severity: Severity::Critical,
        fsbp: false,
        group: Group::Visibility,
        checks: t(
            "証跡のログが入る S3 バケットが公開されていないこと",
            "Whether the bucket that holds the logs is public",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-6",
        control: Some("cloudtrail-log-protection"),
    },
    MustFix {
        id: "KMS.3",
        title: t(
            "AWS KMS キーは、意図せずに削除してはいけません",
            "AWS KMS keys should not be deleted unintentionally",
        ),
        severity: Severity::Critical,
        fsbp: true,
        group: Group::Destruction,
        checks: t(
            "削除待ちの KMS キー。待機期間(7〜30 日)のうちは取り消せる",
            "KMS keys waiting for deletion, which can be cancelled for 7 to 30 days",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-3",
        control: None,
    },
    MustFix {
        id: "CloudTrail.1",
        title: t(
            "CloudTrail を有効にして、読み取りと書き込みの管理イベントを含むマルチリージョンの証跡を少なくとも 1 つ設定する必要があります",
            "CloudTrail should be enabled and configured with at least one multi-Region trail that includes read and write management events",
        ),
        severity: Severity::High,
        fsbp: true,
        group: Group::AddedHigh,
        checks: t(
            "全リージョンを対象とし、読み取りと書き込みの管理イベントを記録する証跡",
            "A trail for all Regions with both kinds of management events",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-1",
        control: Some("cloudtrail-multi-region"),
    },
    MustFix {
        id: "GuardDuty.1",
        title: t("GuardDuty を有効にする必要があります", "GuardDuty should be enabled"),
        severity: Severity::High,
        fsbp: true,
        group: Group::AddedHigh,
        checks: t("リージョンごとに GuardDuty が有効になっていること", "Whether GuardDuty is on, per Region"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html#guardduty-1",
        control: Some("guardduty-enabled-all-regions"),
    },
    MustFix {
        id: "IAM.1",
        title: t(
            "IAM ポリシーでは、完全な「*」管理者権限を許可しないでください",
            "IAM policies should not allow full \"*\" administrative privileges",
        ),
        severity: Severity::High,
        fsbp: true,
        group: Group::AddedHigh,
        checks: t(
            "カスタマー管理ポリシーだけ。インラインポリシーと AWS 管理ポリシーは対象外",
            "Customer managed policies only, neither inline nor AWS managed ones",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
        control: Some("iam-least-privilege"),
    },
    MustFix {
        id: "EC2.8",
        title: t(
            "EC2 インスタンスは、インスタンスメタデータサービスバージョン 2 (IMDSv2) を使用することをお勧めします",
            "EC2 instances should use Instance Metadata Service Version 2 (IMDSv2)",
        ),
        severity: Severity::High,
        fsbp: true,
        group: Group::AddedHigh,
        checks: t("インスタンスで IMDSv2 が必須になっていること", "Whether IMDSv2 is required on the instance"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-8",
        control: Some("ec2-imdsv2"),
    },
    MustFix {
        id: "S3.8",
        title: t(
            "S3 汎用バケットはパブリックアクセスをブロックする必要があります",
            "S3 general purpose buckets should block public access",
        ),
        severity: Severity::High,
        fsbp: true,
        group: Group::AddedHigh,
        checks: t(
            "バケットごとのブロックパブリックアクセス(4 項目すべて)",
            "The block settings of each bucket, all four",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-8",
        control: Some("s3-account-block-public"),
    },
    MustFix {
        id: "EC2.182",
        title: t(
            "Amazon EBS スナップショットのブロックパブリックアクセス設定を有効にする必要があります",
            "Block public access settings should be enabled for Amazon EBS snapshots",
        ),
        severity: Severity::High,
        fsbp: true,
        group: Group::AddedHigh,
        checks: t("リージョンごとのアカウント設定", "An account setting per Region"),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-182",
        control: Some("snapshots-not-public"),
    },
    MustFix {
        id: "ECS.8",
        title: t(
            "シークレットをコンテナの環境変数として渡さないでください",
            "Secrets should not be passed as container environment variables",
        ),
        severity: Severity::High,
        fsbp: true,
        group: Group::AddedHigh,
        checks: t(
            "タスク定義の AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、ECS_ENGINE_AUTH_DATA",
            "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and ECS_ENGINE_AUTH_DATA in task definitions",
        ),
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8",
        control: Some("key-leak-prevention"),
    },
];

#[cfg(test)]
mod tests {
    use super::{Group, MUST_FIX};
    use crate::content::catalogue::{self, Severity};
    use crate::content::frameworks::security_hub_ids;

    #[test]
    fn the_groups_stand_in_the_order_of_work() {
        let mut groups: Vec<_> = MUST_FIX.iter().map(|control| control.group).collect();
        groups.dedup();
        assert_eq!(groups, Group::ALL);
    }

    #[test]
    fn the_numbers_of_the_rule() {
        let count = |severity, fsbp| {
            MUST_FIX.iter().filter(|control| control.severity == severity && control.fsbp == fsbp).count()
        };
        assert_eq!(MUST_FIX.len(), 36);
        assert_eq!(count(Severity::Critical, true), 27);
        assert_eq!(count(Severity::Critical, false), 2);
        assert_eq!(count(Severity::High, true), 7);
    }

    #[test]
    fn a_covered_one_is_named_by_its_control() {
        for control in MUST_FIX {
            let covering = catalogue::details().find(|details| security_hub_ids(details.id).contains(&control.id));
            assert_eq!(control.control, covering.map(|details| details.id), "{}", control.id);
        }
    }

    #[test]
    fn each_leads_to_its_own_place_in_the_guide() {
        for control in MUST_FIX {
            let anchor = format!("#{}", control.id.to_lowercase().replace('.', "-"));
            assert!(control.url.ends_with(&anchor), "{}", control.id);
        }
    }
}
