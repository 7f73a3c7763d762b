//! Security Hub CSPM with the standard that gives the score.

use crate::catalogue::{Control, Details, Frameworks, Guide, Risk, Section, Severity, Source, Warning, aws};
use crate::i18n::t;

/// Gives the score and the list of what must be fixed.
pub(crate) const CONTROL: Control = Control {
    id: "securityhub-cspm-enabled",
    section: Section::Services,
    mandatory: true,
    level: Some(2),
    order: 17,
    severity: Severity::High,
    effort_minutes: 10,
    free: false,
    needs: &["config-recording"],
    title: t("Security Hub CSPM と FSBP 標準を有効にする", "Turn on Security Hub CSPM with the FSBP standard"),
};

/// What its page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "誰かが検証のために公開したデータベースのスナップショットが、そのまま半年残ります。あなたより先に見つけるのは、インターネットを自動で探し回る攻撃者です。Security Hub CSPM はこうした設定の穴を毎日点検し、直すべき順に並べます。",
        "Somebody makes a database snapshot public for a test, and it stays so for half a year. The first to find it is an attacker's scanner. Security Hub CSPM checks for such holes every day and sorts them by what to fix first.",
    ),
    cost: t("無料試用のあと、点検の回数に応じて課金", "A free trial, then charged per check"),
    scope: t("リージョンごと(結果は集約可)", "Per Region (results can be aggregated)"),
    check: Guide {
        console: &[
            t(
                "Security Hub CSPM のコンソール(console.aws.amazon.com/securityhub/)を開き、右上でリージョンを選びます。新しい「Security Hub」とは別の画面です。",
                "Open the Security Hub CSPM console (console.aws.amazon.com/securityhub/) and choose the Region. The new Security Hub is a different page.",
            ),
            t(
                "[セキュリティ標準] で、「AWS Foundational Security Best Practices」(FSBP) にスコアと [結果の表示] が表示されるか確認します。",
                "Under [Security standards] see that AWS Foundational Security Best Practices shows a score and [View results].",
            ),
            t(
                "「Go to Security Hub CSPM」と表示される場合は、まだ有効ではありません。",
                "If the page shows [Go to Security Hub CSPM], it is off.",
            ),
        ],
        cli: &[
            aws("securityhub describe-hub", &[]).regional().note(
                "InvalidAccessException(not subscribed)というエラーなら、有効ではありません。",
                "The error InvalidAccessException (not subscribed) means that it is off.",
            ),
            aws("securityhub get-enabled-standards", &[]).regional().note(
                "aws-foundational-security-best-practices の StandardsStatus が READY か確認します。",
                "See that StandardsStatus of aws-foundational-security-best-practices is READY.",
            ),
            aws("securityhub list-finding-aggregators", &[]).regional().note(
                "全リージョンの結果を 1 か所に集めているかどうかです(任意)。",
                "Whether the results of all Regions are collected in one place (optional).",
            ),
            aws("securityhub describe-security-hub-v2", &[]).regional().note(
                "新しい Security Hub の状態です。これが有効でも、CSPM が有効とは限りません。",
                "The state of the new Security Hub. It being on does not mean that CSPM is.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t("先に AWS Config の記録を有効にします。", "Turn on recording in AWS Config first."),
            t(
                "Security Hub CSPM のコンソールを開き、「Go to Security Hub CSPM」を選びます。",
                "Open the Security Hub CSPM console and choose [Go to Security Hub CSPM].",
            ),
            t(
                "[セキュリティ標準] で 「AWS Foundational Security Best Practices」(FSBP) だけを選びます。ほかの標準は後から追加できます。",
                "Under [Security standards] tick only AWS Foundational Security Best Practices. Others can be added later.",
            ),
            t(
                "「Enable Security Hub」を選びます。点検の結果とスコアは、通常 30 分ほどで表示されます。",
                "Choose [Enable Security Hub]. Results and the score usually appear within 30 minutes.",
            ),
            t("有効なすべてのリージョンで繰り返します。", "Repeat in every enabled Region."),
            t(
                "結果を 1 か所で見るには、普段使うリージョンの [設定]、[リージョン] で集約を設定します。集約しても、ほかのリージョンの Security Hub CSPM は有効になりません。",
                "To see all results in one place, set up aggregation under [Settings], [Regions] in the Region that you use most. Aggregation switches nothing on.",
            ),
        ],
        cli: &[
            aws("securityhub enable-security-hub", &["--no-enable-default-standards", "--control-finding-generator", "SECURITY_CONTROL"]).regional().note(
                "標準は選ばずに、Security Hub CSPM だけを有効にします。--enable-default-standards にすると、古い CIS v1.2.0 も有効になります。",
                "Turns it on without standards. With --enable-default-standards the old CIS v1.2.0 would be turned on as well.",
            ),
            aws("securityhub batch-enable-standards", &["--standards-subscription-requests", "StandardsArn=arn:aws:securityhub:<REGION>::standards/aws-foundational-security-best-practices/v/1.0.0"]).regional().note(
                "FSBP 標準を有効にします。ここまでの 2 つを、有効なリージョンごとに実行します。",
                "Adds the FSBP standard. Run both in each enabled Region.",
            ),
            aws("securityhub create-finding-aggregator", &["--region-linking-mode", "ALL_REGIONS"]).regional().note(
                "任意。結果を集めたいリージョンで 1 回だけ実行します。",
                "Optional. Once, in the Region that is to collect the results.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: t(
                "無料試用のあと、点検ごとに課金されます。試用期間と単価は AWS の料金ページで確認してください。AWS Config の記録にも別に料金がかかります。",
                "After the free trial each check is charged. See AWS's pricing page for its length and the price. Recording in AWS Config is charged separately.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "新しい「Security Hub」にも「Enable Security Hub」という同じ名前のボタンがあり、ほかのサービスもまとめて別の料金で有効になることがあります。画面の左上が「Security Hub CSPM」であることを確かめてください。",
                "The new Security Hub has a button of the same name, and may turn on other services under its own price plan. See that the page is headed Security Hub CSPM.",
            ),
        },
    ],
    done: t(
        "有効な各リージョンの get-enabled-standards で、FSBP の StandardsStatus が READY になる。",
        "In each enabled Region get-enabled-standards shows FSBP with StandardsStatus READY.",
    ),
    not_applicable: t(
        "ほとんどありません。組織の管理者がまとめて有効にしている場合は「実施済み」です。",
        "Hardly ever. Where the organisation's administrator has turned it on, the answer is Done.",
    ),
    organisation: Some(t(
        "組織で中央設定を使っている場合、設定を変えられるのは委任管理者だけです。自己管理のアカウントでは、リージョンごとに自分で有効にします。委任管理者がどのリージョンで集約しているか聞いておくと、結果を探さずに済みます。",
        "With central configuration only the delegated administrator can change settings; a self-managed account turns it on itself, Region by Region. Ask which Region the administrator aggregates in.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、有効かどうかと標準の状態が分かります。結果を誰かが見ているかどうかは分かりません。",
        "It tells for the Regions in the output whether it is on and how the standard stands. It does not tell whether anybody reads the results.",
    ),
    attest: None,
    frameworks: Frameworks {
        security_hub: &[],
        cis_v3: &["4.16"],
        cis_v5: &["4.16"],
        cis_v6: &["5.16"],
        cis_v7: &["5.16"],
        config_rule: &["securityhub-enabled"],
        prowler: &["securityhub_enabled"],
    },
    sources: &[
        Source {
            title: "AWS Security Hub User Guide: Enabling Security Hub CSPM",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html",
            reviewed: "2026-11-23",
        },
        Source {
            title: "AWS Security Hub User Guide: What are Security Hub and Security Hub CSPM?",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/what-are-securityhub-services.html",
            reviewed: "2026-11-23",
        },
        Source {
            title: "AWS Security Hub User Guide: Enabling cross-Region aggregation",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/finding-aggregation-enable.html",
            reviewed: "2026-11-23",
        },
    ],
};
