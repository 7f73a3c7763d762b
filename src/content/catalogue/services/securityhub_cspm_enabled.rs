//! Security Hub CSPM with the standard that gives the score.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, creates};

/// Provides the score and the list of failed must-fix controls.
pub(crate) const CONTROL: Control = Control {
    id: "securityhub-cspm-enabled",
    section: Section::Services,
    mandatory: true,
    level: Some(2),
    order: 18,
    severity: Severity::High,
    effort_minutes: 15,
    free: false,
    needs: &["config-recording"],
    title: t("Security Hub CSPM と FSBP 標準を有効にする", "Turn on Security Hub CSPM with the FSBP standard"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "誰かが検証のために公開したデータベースのスナップショットが、そのまま半年残ります。あなたより先に見つけるのは、インターネットを自動で探し回る攻撃者です。Security Hub CSPM はこうした設定の穴を毎日点検し、直すべき順に並べます。",
        "Somebody makes a database snapshot public for a test, and it stays so for half a year. The first to find it is an attacker's scanner. Security Hub CSPM checks for such holes every day and sorts them by what to fix first.",
    ),
    cost: t(
        "30 日間無料。以降、小規模なアカウントでは使っているリージョンで月 3〜10 USD、使っていないリージョンは 1 つあたり 1 USD ほど(0.2〜3 USD)。全 17 リージョンで月 20 USD ほど(6〜50 USD)の見込み(点検 1 回 0.001 USD、2026-09)",
        "30 days free; then, for a small account, about 3 to 10 USD a month in the Region in use and about 1 USD (0.2 to 3) in each empty one: about 20 USD (6 to 50) for all 17 (an estimate; 0.001 USD per check, 2026-09)",
    ),
    scope: t("リージョンごと(結果は 1 か所に集約)", "Per Region (results aggregated in one)"),
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
            aws("securityhub describe-hub", &[]).in_each_region().note(
                "InvalidAccessException(not subscribed)というエラーなら、有効ではありません。",
                "The error InvalidAccessException (not subscribed) means that it is off.",
            ),
            aws("securityhub get-enabled-standards", &[]).in_each_region().note(
                "aws-foundational-security-best-practices の StandardsStatus が READY か確認します。",
                "See that StandardsStatus of aws-foundational-security-best-practices is READY.",
            ),
            aws("securityhub list-finding-aggregators", &[]).in_each_region().note(
                "全リージョンの結果を 1 か所に集めているかどうかが分かります。空の一覧なら、IAM を記録していないリージョンで Config.1 が失敗します。",
                "Whether the results of all Regions are collected in one place. With an empty list Config.1 fails in the Regions that do not record IAM.",
            ),
            aws("securityhub describe-security-hub-v2", &[]).in_each_region().note(
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
                "ホームリージョン(AWS Config で IAM を記録しているリージョン)の [設定]、[リージョン] で、すべてのリージョンの集約を設定します。集約しないと、IAM を記録していないリージョンで Config.1(重大)が失敗します。集約しても、ほかのリージョンの Security Hub CSPM は有効になりません。",
                "In the home Region, where AWS Config records IAM, set up aggregation of all Regions under [Settings], [Regions]. Without it Config.1, which is Critical, fails in the Regions that do not record IAM. Aggregation switches nothing on in the other Regions.",
            ),
        ],
        cli: &[
            creates("securityhub enable-security-hub", &["--no-enable-default-standards", "--control-finding-generator", "SECURITY_CONTROL"]).in_each_region().note(
                "標準は選ばずに、Security Hub CSPM だけを有効にします。--enable-default-standards にすると、古い CIS v1.2.0 も有効になります。",
                "Turns it on without standards. With --enable-default-standards the old CIS v1.2.0 would be turned on as well.",
            ),
            creates("securityhub batch-enable-standards", &["--standards-subscription-requests", "StandardsArn=arn:aws:securityhub:<REGION>::standards/aws-foundational-security-best-practices/v/1.0.0"]).in_each_region().note(
                "FSBP 標準を有効にします。",
                "Adds the FSBP standard.",
            ),
            creates("securityhub create-finding-aggregator", &["--region-linking-mode", "ALL_REGIONS"]).in_home_region().note(
                "ホームリージョン(AWS Config で IAM を記録しているリージョン)で 1 回だけ実行します。集約しないと、ほかのリージョンで Config.1 が失敗します。",
                "Once, in the home Region, where AWS Config records IAM. Without it Config.1 fails in the other Regions.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: t(
                "無料試用のあと、点検ごとに課金されます。単価は AWS の料金ページで、見込みは試用中にリージョンごとに確認してください。AWS Config の記録にも別に料金がかかります。節約するには、ホームリージョン以外で、グローバルリソースのコントロール(IAM.1 から IAM.8 など)を無効にします。定期的に点検するコントロールは、IAM の記録を止めるだけでは課金が止まりません。",
                "After the free trial each check is charged. See AWS's pricing page for the price, and look at the estimate of each Region during the trial. Recording in AWS Config is charged separately. To save, disable the controls of global resources (IAM.1 to IAM.8 and others) outside the home Region: not recording IAM does not stop the charges of periodic checks.",
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
        "有効な各リージョンの get-enabled-standards で、FSBP の StandardsStatus が READY になり、ホームリージョンに全リージョンの結果が集約されている。",
        "In each enabled Region get-enabled-standards shows FSBP with StandardsStatus READY, and the home Region collects the results of all.",
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
        Source {
            title: "AWS Security Hub User Guide: Suggested controls to disable in Security Hub CSPM",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/controls-to-disable.html",
            reviewed: "2026-11-30",
        },
        Source {
            title: "AWS Security Hub pricing (read in copies of AWS's price list)",
            url: "https://aws.amazon.com/security-hub/pricing/",
            reviewed: "2026-11-30",
        },
    ],
};
