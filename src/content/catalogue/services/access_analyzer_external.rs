//! Access from outside the account.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, creates};

/// Finds roles, buckets, keys and snapshots that others may use.
pub(crate) const CONTROL: Control = Control {
    id: "access-analyzer-external",
    section: Section::Services,
    mandatory: false,
    level: None,
    order: 32,
    severity: Severity::Medium,
    effort_minutes: 10,
    free: true,
    needs: &[],
    title: t("Access Analyzer で外部への公開を見つける", "Find outside access with IAM Access Analyzer"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "1 年前に終わった案件の委託先が、今もあなたのロールを引き受けられます。その委託先のアカウントが乗っ取られると、攻撃者はこのロールで入り、顧客データをコピーします。自分のユーザーやキーをいくら点検しても、気づけません。アナライザーは、外部からアクセスできるロール、バケット、キーを一覧にします。",
        "A contractor's account may still assume a role in yours, a year after the job was done. That account is broken into, and the attacker walks in through the role and copies customer data. No look at your own users and keys would show it. The analyzer lists roles, buckets and keys that outsiders can reach.",
    ),
    cost: t(
        "外部アクセスの分析は無料(未使用アクセスの分析は、ロールまたはユーザー 1 つあたり月 0.20 USD。内部アクセスの分析も有料)",
        "The analysis of external access is free (unused access: 0.20 USD a month per role or user; internal access is charged too)",
    ),
    scope: t("リージョンごと", "Per Region"),
    check: Guide {
        console: &[
            t(
                "IAM のコンソールを開き、左のメニューの [アクセスアナライザー] で [アナライザー設定] を選びます。",
                "Open the IAM console and choose [Analyzer settings] under [Access analyzer] in the navigation pane.",
            ),
            t(
                "表示されているリージョンに、外部アクセスのアナライザーがあり、有効か確認します。未使用アクセスや内部アクセスのアナライザーは、代わりになりません。",
                "See that the Region shown has an active analyzer for external access. Analyzers for unused or internal access do not count.",
            ),
            t(
                "リージョンを切り替えて、使っているリージョンすべてで確認します。",
                "Change the Region and look at every Region that you use.",
            ),
        ],
        cli: &[
            aws("accessanalyzer list-analyzers", &["--type", "ACCOUNT"]).in_each_region().note(
                "status が ACTIVE のアナライザーがあれば、このリージョンでは有効です。空の一覧なら、次のコマンドも見ます。",
                "An analyzer with status ACTIVE: it is on in this Region. If the list is empty, look at the next command.",
            ),
            aws("accessanalyzer list-analyzers", &["--type", "ORGANIZATION"]).in_each_region().note(
                "組織全体を対象にするアナライザーです。管理アカウントか委任管理者でだけ表示されます。",
                "The analyzer of a whole organisation. Only the management account or the delegated administrator sees it.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "IAM のコンソールを開き、左のメニューの [アクセスアナライザー] で [アナライザー設定] を選びます。",
                "Open the IAM console and choose [Analyzer settings] under [Access analyzer] in the navigation pane.",
            ),
            t("[アナライザーの作成] を選びます。", "Choose [Create analyzer]."),
            t(
                "[分析] で [リソース分析 - 外部アクセス] を選びます。",
                "Under [Analysis] choose [Resource analysis - External access].",
            ),
            t(
                "[アナライザーの詳細] でリージョンを確認し、名前に account-external と入力します。",
                "Under [Analyzer details] check the Region and enter account-external as the name.",
            ),
            t(
                "信頼ゾーンに [現在のアカウント] を選び、[アナライザーの作成] を選びます。",
                "Choose [Current account] as the zone of trust, then [Create analyzer].",
            ),
            t("使っているリージョンすべてで繰り返します。", "Repeat it in every Region that you use."),
            t(
                "検出結果が出そろったら 1 件ずつ読みます。意図した共有はアーカイブし、それ以外は、リソースのポリシーやロールの信頼ポリシーから相手を外します。外した結果は、最大 30 分ほどで「解決済み」になります。",
                "When the findings have arrived, read each. Archive those that you intend; for the others take the outsider out of the policy of the resource or the trust policy of the role. Within about 30 minutes the finding is resolved.",
            ),
        ],
        cli: &[
            creates("accessanalyzer create-analyzer", &["--analyzer-name", "account-external", "--type", "ACCOUNT"]).in_each_region().note(
                "サービスにリンクされたロールは自動で作られます。--type は必ず ACCOUNT にします。別の名前のアナライザーがすでにあるリージョンではエラーになり、何も変わりません。その場合、次のコマンドには、確認のコマンドで表示された ARN を使います。",
                "The service-linked role is made for you. Keep --type ACCOUNT. In a Region with an analyzer of another name this is an error and changes nothing: use its ARN, which the check shows, in the next command.",
            ),
            aws(
                "accessanalyzer list-findings-v2",
                &[
                    "--analyzer-arn",
                    "arn:aws:access-analyzer:<REGION>:<ACCOUNT_ID>:analyzer/account-external",
                    "--filter",
                    r#"{"status":{"eq":["ACTIVE"]}}"#,
                ],
            )
            .in_each_region()
            .note(
                "検出結果が出るまで少し時間がかかります。resource ごとに、外部からのアクセスが意図したものか確認します。空の一覧なら、外部に開いているものは見つかっていません。",
                "Findings take a little while. For each resource ask whether the outside access is intended. An empty list: nothing open to outsiders was found.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: t(
                "未使用アクセスや内部アクセスのアナライザーを間違えて選ばないでください(CLI では ACCOUNT_UNUSED_ACCESS など)。ロールとユーザーの数、またはリソースの数に応じて、毎月課金されます。",
                "Do not choose unused or internal access by mistake (in the CLI: ACCOUNT_UNUSED_ACCESS and the like). They are charged every month by the number of roles and users, or of resources.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "アナライザーは見つけるだけで、ブロックはしません。誰がいつ検出結果を読むか決めてください。作っていないリージョンのリソースは分析されません。",
                "The analyzer only finds; it blocks nothing. Decide who reads the findings, and when. Resources in a Region without an analyzer are not looked at.",
            ),
        },
        Warning {
            risk: Risk::LockOut,
            text: t(
                "検出結果だけを見て共有を外すと、監視サービスや取引先との正当な連携が止まることがあります。相手のアカウントが誰のものか確かめてから外します。",
                "If you remove access by the finding alone, a monitoring service or a partner may be cut off. Find out whose account it is first.",
            ),
        },
    ],
    done: t(
        "使っているリージョンすべてに、status が ACTIVE で type が ACCOUNT(または ORGANIZATION)のアナライザーがある。",
        "Every Region that you use has an analyzer with status ACTIVE and type ACCOUNT (or ORGANIZATION).",
    ),
    not_applicable: t(
        "新しいサインアップ形式のアカウントで、IAM Access Analyzer を使えない場合。",
        "When the account was made with the new kind of sign-up, where IAM Access Analyzer is not available.",
    ),
    organisation: Some(t(
        "管理アカウントか委任管理者が作った組織のアナライザーは、メンバーアカウントも対象にしますが、メンバーからは見えません。先に管理者に聞いてください。ただし Security Hub CSPM の IAM.28 は組織のアナライザーを数えないため、メンバーアカウントでは失敗します。組織のアナライザーは、組織内のアカウント間の共有を報告しません。",
        "An analyzer of the organisation covers member accounts, too, but they do not see it: ask the administrator first. Security Hub CSPM's IAM.28 does not count it, so it fails in member accounts. And it does not report what accounts of the organisation share with each other.",
    )),
    evidence: t(
        "出力を取ったリージョンに、有効な外部アクセスのアナライザーがあるかどうかが分かります。組織のアナライザーはメンバーアカウントからは見えません。検出結果を誰かが読んでいるかどうかも分かりません。",
        "It tells whether the Regions in the output have an active analyzer for external access. A member account cannot see the organisation's. Whether anybody reads the findings, it cannot tell.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "IAM User Guide: Create an IAM Access Analyzer external access analyzer",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-create-external.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Using AWS Identity and Access Management Access Analyzer",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Resolve IAM Access Analyzer findings",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings-remediate.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for AWS Identity and Access Management",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
