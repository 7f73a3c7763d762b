//! The placeholders in commands, filled in once for all commands: one table for the form, the tests and the collector.
//! In a command, a placeholder is written as its token.

use crate::base::i18n::{Text, t};

/// A placeholder in a command.
#[derive(Debug)]
pub struct Placeholder {
    /// How it is written in a command: `<ACCOUNT_ID>`.
    pub token: &'static str,
    /// The kind of its value.
    pub kind: Kind,
    /// The label of its field.
    pub title: Text,
    /// A value that AWS accepts: shown as the hint in its field, and used by the tests.
    pub example: &'static str,
}

/// The kind of a placeholder's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 12 digits.
    AccountId,
    /// `ap-northeast-1`
    Region,
    /// `"ap-northeast-1","us-east-1"`, as in a JSON list
    Regions,
    /// An e-mail address.
    Email,
    /// `arn:aws:…`
    Arn,
    /// An access-key id, 16 or more capital letters and digits.
    AccessKeyId,
    /// Digits only.
    Digits,
    /// `2026-11-23`
    Date,
    /// `2026-11-23T03:00:00Z`
    Time,
    /// `JP`
    CountryCode,
    /// A JSON object.
    Json,
    /// Any text, such as a name.
    Name,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 12] = [
        Kind::AccountId,
        Kind::Region,
        Kind::Regions,
        Kind::Email,
        Kind::Arn,
        Kind::AccessKeyId,
        Kind::Digits,
        Kind::Date,
        Kind::Time,
        Kind::CountryCode,
        Kind::Json,
        Kind::Name,
    ];

    /// The name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Kind::AccountId => "account_id",
            Kind::Region => "region",
            Kind::Regions => "regions",
            Kind::Email => "email",
            Kind::Arn => "arn",
            Kind::AccessKeyId => "access_key_id",
            Kind::Digits => "digits",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::CountryCode => "country_code",
            Kind::Json => "json",
            Kind::Name => "name",
        }
    }

    /// The kind with this id, or any text for an unknown id.
    #[must_use]
    pub fn from_id(id: &str) -> Kind {
        Kind::ALL.into_iter().find(|kind| kind.id() == id).unwrap_or(Kind::Name)
    }

    /// Whether a text has the form of this kind. Whether it exists in AWS is not checked.
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        let all = |predicate: fn(u8) -> bool| !text.is_empty() && text.bytes().all(predicate);
        match self {
            Kind::AccountId => text.len() == 12 && all(|byte| byte.is_ascii_digit()),
            Kind::Region => {
                text.split('-').count() >= 3
                    && all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            }
            Kind::Regions => text.split(',').all(|part| {
                let region = part.trim().strip_prefix('"').and_then(|part| part.strip_suffix('"'));
                // Requests to global inference profiles of Amazon Bedrock have no Region.
                region.is_some_and(|region| Kind::Region.fits(region) || region == "unspecified")
            }),
            Kind::Email => text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
            Kind::Arn => text.starts_with("arn:") && text.split(':').count() >= 6,
            Kind::AccessKeyId => text.len() >= 16 && all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()),
            Kind::Digits => all(|byte| byte.is_ascii_digit()),
            Kind::Date => crate::base::time::Date::parse(text).is_some(),
            Kind::Time => crate::base::time::Timestamp::parse(text).is_some(),
            Kind::CountryCode => text.len() == 2 && all(|byte| byte.is_ascii_uppercase()),
            Kind::Json => matches!(crate::base::json::Json::parse(text), Ok(crate::base::json::Json::Object(_))),
            Kind::Name => !text.is_empty(),
        }
    }
}

const fn entry(
    token: &'static str,
    kind: Kind,
    ja: &'static str,
    en: &'static str,
    example: &'static str,
) -> Placeholder {
    Placeholder { token, kind, title: t(ja, en), example }
}

/// All placeholders, in the order of the form.
pub const PLACEHOLDERS: &[Placeholder] = &[
    entry("<ACCOUNT_ID>", Kind::AccountId, "アカウント ID(12 桁)", "Account ID (12 digits)", "123456789012"),
    entry(
        "<HOME_REGION>",
        Kind::Region,
        "ホームリージョン(普段使うリージョン)",
        "Home Region, the one that you use most",
        "ap-northeast-1",
    ),
    entry("<REGION>", Kind::Region, "リージョン", "Region", "us-west-2"),
    entry(
        "<USED_REGIONS>",
        Kind::Regions,
        "使っているリージョン(引用符で囲み、カンマで区切る)",
        "The Regions in use, quoted, with commas",
        r#""ap-northeast-1","us-east-1""#,
    ),
    entry(
        "<UNUSED_REGION>",
        Kind::Region,
        "無効にするリージョン(使っていないもの)",
        "A Region that nobody uses, to disable",
        "af-south-1",
    ),
    entry(
        "<SECURITY_EMAIL>",
        Kind::Email,
        "セキュリティ通知のメールアドレス",
        "Security e-mail",
        "security@example.com",
    ),
    entry("<SECOND_EMAIL>", Kind::Email, "2 つ目の通知先のメールアドレス", "Second e-mail", "on-call@example.com"),
    entry("<USER>", Kind::Name, "IAM ユーザー名", "IAM user name", "alice"),
    entry("<GROUP>", Kind::Name, "ユーザーグループ名", "User group name", "developers"),
    entry("<ROLE>", Kind::Name, "ロール名", "Role name", "app-server"),
    entry(
        "<EXEMPT_ROLE>",
        Kind::Name,
        "リージョンの制限から除外するロール名",
        "Name of the role that is exempt",
        "organization-administrator",
    ),
    entry("<SCP_ID>", Kind::Name, "SCP の ID(p-…)", "ID of the SCP (p-…)", "p-0123456789"),
    entry(
        "<TARGET_ID>",
        Kind::Name,
        "SCP のアタッチ先の ID(アカウント、OU、組織のルートのどれか)",
        "ID of the account, OU or root to attach to",
        "210987654321",
    ),
    entry("<ACCESS_KEY_ID>", Kind::AccessKeyId, "アクセスキー ID", "Access key ID", "AKIAIOSFODNN7EXAMPLE"),
    entry(
        "<POLICY_ARN>",
        Kind::Arn,
        "ポリシーの ARN",
        "ARN of the policy",
        "arn:aws:iam::123456789012:policy/app-server",
    ),
    entry("<POLICY_VERSION>", Kind::Name, "ポリシーのバージョン", "Version of the policy", "v1"),
    entry(
        "<POLICY_JSON>",
        Kind::Json,
        "新しいポリシー(JSON)",
        "The new policy (JSON)",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::orders/*"}]}"#,
    ),
    entry("<POLICY_NAME>", Kind::Name, "インラインポリシー名", "Name of the inline policy", "allow-everything"),
    entry("<MFA_CODE_1>", Kind::Digits, "MFA コード(1 つ目)", "First MFA code", "123456"),
    entry(
        "<MFA_CODE_2>",
        Kind::Digits,
        "MFA コード(続けて表示される 2 つ目)",
        "Second MFA code, the one after it",
        "654321",
    ),
    entry("<FULL_NAME>", Kind::Name, "氏名または組織名", "Full name", "Hanako Yamada"),
    entry("<ADDRESS>", Kind::Name, "住所(町名と番地)", "Street address", "1-1-1 Chiyoda"),
    entry("<CITY>", Kind::Name, "市区町村", "City", "Chiyoda-ku"),
    entry("<PREFECTURE>", Kind::Name, "都道府県", "State, province or prefecture", "Tokyo"),
    entry("<COUNTRY_CODE>", Kind::CountryCode, "国コード(2 文字)", "Country code (two letters)", "JP"),
    entry("<POSTCODE>", Kind::Name, "郵便番号", "Postal code", "100-0001"),
    entry("<PHONE>", Kind::Name, "電話番号(+81 などの国番号から)", "Phone, with country code", "+819012345678"),
    entry("<TEAM_NAME>", Kind::Name, "セキュリティの担当者名またはチーム名", "Name for security", "Security team"),
    entry("<JOB_TITLE>", Kind::Name, "セキュリティの担当者の役職", "Job title for security", "Security engineer"),
    entry("<BILLING_NAME>", Kind::Name, "請求の担当者名またはチーム名", "Name for billing", "Accounting team"),
    entry("<BILLING_TITLE>", Kind::Name, "請求の担当者の役職", "Job title for billing", "Accounting"),
    entry("<BILLING_EMAIL>", Kind::Email, "請求の連絡先のメールアドレス", "E-mail for billing", "billing@example.com"),
    entry("<BILLING_PHONE>", Kind::Name, "請求の連絡先の電話番号", "Phone for billing", "+81312345678"),
    entry("<OPERATIONS_NAME>", Kind::Name, "運用の担当者名またはチーム名", "Name for operations", "SRE team"),
    entry("<OPERATIONS_TITLE>", Kind::Name, "運用の担当者の役職", "Job title for operations", "SRE"),
    entry(
        "<OPERATIONS_EMAIL>",
        Kind::Email,
        "運用の連絡先のメールアドレス",
        "E-mail for operations",
        "ops@example.com",
    ),
    entry("<OPERATIONS_PHONE>", Kind::Name, "運用の連絡先の電話番号", "Phone for operations", "+81312345678"),
    entry("<YOUR_NAME>", Kind::Name, "あなたの名前", "Your name", "hanako"),
    entry("<REASON>", Kind::Name, "理由", "Reason", "Not used in this account"),
    entry(
        "<TOPIC_ARN>",
        Kind::Arn,
        "SNS トピックの ARN",
        "ARN of the SNS topic",
        "arn:aws:sns:ap-northeast-1:123456789012:security-alerts",
    ),
    entry("<RULE_NAME>", Kind::Name, "EventBridge ルール名", "Name of the EventBridge rule", "guardduty-findings"),
    entry("<BUDGET_NAME>", Kind::Name, "予算の名前", "Name of the budget", "monthly-cost"),
    entry("<BUDGET_USD>", Kind::Digits, "月の予算(米ドル)", "Monthly budget in US dollars", "50"),
    entry(
        "<MONITOR_ARN>",
        Kind::Arn,
        "コストモニターの ARN",
        "ARN of the cost monitor",
        "arn:aws:ce::123456789012:anomalymonitor/12345678-1234-1234-1234-123456789012",
    ),
    entry(
        "<TRAIL_ARN>",
        Kind::Arn,
        "証跡の ARN",
        "ARN of the trail",
        "arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/management-events",
    ),
    entry("<TRAIL_BUCKET>", Kind::Name, "証跡の S3 バケット", "S3 bucket of the trail", "my-cloudtrail-logs"),
    entry("<CONFIG_BUCKET>", Kind::Name, "AWS Config の S3 バケット", "S3 bucket of AWS Config", "my-config-logs"),
    entry("<DETECTOR_ID>", Kind::Name, "ディテクター ID", "Detector ID", "12abc34d567e8fa901bc2d34e56789f0"),
    entry("<FILTER_NAME>", Kind::Name, "抑制ルール名", "Name of the suppression rule", "port-scan-own-scanner"),
    entry(
        "<FINDING_TYPE>",
        Kind::Name,
        "GuardDuty の検出結果タイプ",
        "Type of the GuardDuty finding",
        "Recon:EC2/PortProbeUnprotectedPort",
    ),
    entry(
        "<GUARDDUTY_FINDING_ID>",
        Kind::Name,
        "GuardDuty の検出結果 ID",
        "ID of the GuardDuty finding",
        "6ebd5a3c9e8e4c6ba4f8a1b2c3d4e5f6",
    ),
    entry(
        "<FINDING_ARN>",
        Kind::Arn,
        "Security Hub の検出結果 ID(ARN)",
        "ID of the Security Hub finding (ARN)",
        "arn:aws:securityhub:ap-northeast-1:123456789012:security-control/IAM.4/finding/12345678-1234-1234-1234-123456789012",
    ),
    entry(
        "<PRODUCT_ARN>",
        Kind::Arn,
        "製品の ARN(ProductArn)",
        "ARN of the product (ProductArn)",
        "arn:aws:securityhub:ap-northeast-1::product/aws/securityhub",
    ),
    entry("<CONTROL_ID>", Kind::Name, "コントロール ID", "Control ID", "EC2.8"),
    entry(
        "<STANDARDS_ARN>",
        Kind::Arn,
        "セキュリティ標準の ARN",
        "ARN of the standard",
        "arn:aws:securityhub:ap-northeast-1::standards/aws-foundational-security-best-practices/v/1.0.0",
    ),
    entry(
        "<SUBSCRIPTION_ARN>",
        Kind::Arn,
        "セキュリティ標準のサブスクリプションの ARN",
        "ARN of the standard's subscription",
        "arn:aws:securityhub:ap-northeast-1:123456789012:subscription/aws-foundational-security-best-practices/v/1.0.0",
    ),
    entry(
        "<CREDENTIAL_ID>",
        Kind::Name,
        "サービス固有の認証情報の ID",
        "ID of the service-specific credential",
        "ACCAEXAMPLE1234567890",
    ),
    entry("<CHECK_ID>", Kind::Name, "Trusted Advisor のチェック ID", "Check ID of Trusted Advisor", "HCP4007jGY"),
    entry("<VPC_ID>", Kind::Name, "VPC の ID", "VPC ID", "vpc-0123456789abcdef0"),
    entry("<IGW_ID>", Kind::Name, "インターネットゲートウェイ ID", "Internet gateway ID", "igw-0123456789abcdef0"),
    entry("<SUBNET_ID>", Kind::Name, "サブネット ID", "Subnet ID", "subnet-0123456789abcdef0"),
    entry(
        "<LOAD_BALANCER_ARN>",
        Kind::Arn,
        "ロードバランサーの ARN",
        "ARN of the load balancer",
        "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:loadbalancer/app/web/0123456789abcdef",
    ),
    entry(
        "<WEB_ACL_ARN>",
        Kind::Arn,
        "ウェブ ACL の ARN",
        "ARN of the web ACL",
        "arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/public-web/12345678-1234-1234-1234-123456789012",
    ),
    entry("<SG_ID>", Kind::Name, "セキュリティグループ ID", "Security group ID", "sg-0123456789abcdef0"),
    entry(
        "<SG_RULE_ID>",
        Kind::Name,
        "セキュリティグループルール ID",
        "Security group rule ID",
        "sgr-0123456789abcdef0",
    ),
    entry("<PREFIX_LIST_ID>", Kind::Name, "プレフィックスリスト ID", "Prefix list ID", "pl-0123456789abcdef0"),
    entry(
        "<ISOLATION_SG_ID>",
        Kind::Name,
        "隔離用セキュリティグループ ID",
        "ID of the empty security group",
        "sg-0fedcba9876543210",
    ),
    entry("<INSTANCE_ID>", Kind::Name, "インスタンス ID", "Instance ID", "i-0123456789abcdef0"),
    entry("<VOLUME_ID>", Kind::Name, "ボリューム ID", "Volume ID", "vol-0123456789abcdef0"),
    entry("<SNAPSHOT_ID>", Kind::Name, "EBS スナップショット ID", "EBS snapshot ID", "snap-0123456789abcdef0"),
    entry("<DB_SNAPSHOT_ID>", Kind::Name, "DB スナップショット名", "DB snapshot name", "orders-before-upgrade"),
    entry(
        "<DB_CLUSTER_SNAPSHOT_ID>",
        Kind::Name,
        "DB クラスタースナップショット名",
        "DB cluster snapshot name",
        "orders-cluster-before-upgrade",
    ),
    entry("<DB_ID>", Kind::Name, "DB インスタンス名", "DB instance name", "orders"),
    entry("<DOCUMENT_NAME>", Kind::Name, "SSM ドキュメント名", "Name of the SSM document", "restart-web-servers"),
    entry("<PROJECT>", Kind::Name, "CodeBuild プロジェクト名", "CodeBuild project name", "web-app"),
    entry("<GITHUB_OWNER>", Kind::Name, "GitHub の所有者", "GitHub owner", "example-org"),
    entry("<GITHUB_REPO>", Kind::Name, "GitHub のリポジトリ名", "GitHub repository", "web-app"),
    entry("<TIME_NOW>", Kind::Time, "現在の時刻(UTC)", "The time now (UTC)", "2026-11-24T03:00:00Z"),
    entry("<START_DATE>", Kind::Date, "開始日(年-月-日)", "First day (year-month-day)", "2026-11-01"),
    entry(
        "<END_DATE>",
        Kind::Date,
        "終了日(年-月-日、この日は含まない)",
        "Last day (year-month-day, not included)",
        "2026-11-25",
    ),
];

/// The placeholder with this token.
#[must_use]
pub fn find(token: &str) -> Option<&'static Placeholder> {
    PLACEHOLDERS.iter().find(|placeholder| placeholder.token == token)
}

#[cfg(test)]
mod tests {
    use super::{Kind, PLACEHOLDERS};

    #[test]
    fn every_example_is_of_its_kind_and_every_token_its_own() {
        for (index, placeholder) in PLACEHOLDERS.iter().enumerate() {
            assert!(placeholder.kind.fits(placeholder.example), "{}", placeholder.token);
            let inner = placeholder.token.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap();
            assert!(inner.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_'));
            assert!(PLACEHOLDERS.iter().skip(index + 1).all(|other| other.token != placeholder.token));
        }
    }

    #[test]
    fn what_does_not_fit_is_told() {
        for (kind, text) in [
            (Kind::AccountId, "12345678901"),
            (Kind::AccountId, "1234-5678-9012"),
            (Kind::Region, "Tokyo"),
            (Kind::Region, "ap-northeast"),
            (Kind::Regions, ""),
            (Kind::Regions, "us-east-1"),
            (Kind::Regions, "\"us-east-1\" \"us-east-2\""),
            (Kind::Regions, "\"us-east-1\",\"\""),
            (Kind::Email, "security"),
            (Kind::Arn, "security-alerts"),
            (Kind::AccessKeyId, "akia"),
            (Kind::Digits, "12 34"),
            (Kind::Date, "yesterday"),
            (Kind::Time, "2026-11-24"),
            (Kind::CountryCode, "Japan"),
            (Kind::Json, "s3:GetObject"),
            (Kind::Name, ""),
        ] {
            assert!(!kind.fits(text), "{kind:?} {text}");
        }
    }
}
