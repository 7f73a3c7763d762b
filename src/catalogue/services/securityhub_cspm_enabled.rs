//! Security Hub CSPM with the standard that gives the score.

use crate::catalogue::{
    Arg, Command, Control, Details, Frameworks, Guide, Placeholder, Risk, Section, Severity, Source, Warning,
};
use crate::i18n::Text;

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
    title: Text {
        ja: "Security Hub CSPM と FSBP 標準を有効にする",
        en: "Turn on Security Hub CSPM with the FSBP standard",
    },
    why: Text {
        ja: "誰かが検証のために公開したデータベースのスナップショットが、そのまま半年残ります。あなたより先に見つけるのは、インターネットを自動で探し回る攻撃者です。Security Hub CSPM はこうした設定の穴を毎日点検し、直すべき順に並べます。",
        en: "Somebody makes a database snapshot public for a test, and it stays so for half a year. The first to find it is an attacker's scanner. Security Hub CSPM checks for such holes every day and sorts them by what to fix first.",
    },
};

/// What its page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    cost: Text {
        ja: "無料試用のあと、点検の回数に応じて課金", en: "A free trial, then charged per check"
    },
    scope: Text { ja: "リージョンごと(結果は集約可)", en: "Per Region (results can be aggregated)" },
    check: Guide {
        console: &[
            Text {
                ja: "Security Hub CSPM のコンソール(console.aws.amazon.com/securityhub/)を開き、右上でリージョンを選びます。新しい「Security Hub」とは別の画面です。",
                en: "Open the Security Hub CSPM console (console.aws.amazon.com/securityhub/) and choose the Region. The new Security Hub is a different page.",
            },
            Text {
                ja: "[セキュリティ標準] で、「AWS Foundational Security Best Practices」(FSBP) にスコアと [結果の表示] が表示されるか確認します。",
                en: "Under [Security standards] see that AWS Foundational Security Best Practices shows a score and [View results].",
            },
            Text {
                ja: "「Go to Security Hub CSPM」と表示される場合は、まだ有効ではありません。",
                en: "If the page shows [Go to Security Hub CSPM], it is off.",
            },
        ],
        cli: &[
            Command {
                call: "securityhub describe-hub",
                args: &[],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "InvalidAccessException(not subscribed)というエラーなら、有効ではありません。",
                    en: "The error InvalidAccessException (not subscribed) means that it is off.",
                }),
            },
            Command {
                call: "securityhub get-enabled-standards",
                args: &[],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "aws-foundational-security-best-practices の StandardsStatus が READY か確認します。",
                    en: "See that StandardsStatus of aws-foundational-security-best-practices is READY.",
                }),
            },
            Command {
                call: "securityhub list-finding-aggregators",
                args: &[],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "全リージョンの結果を 1 か所に集めているかどうかです(任意)。",
                    en: "Whether the results of all Regions are collected in one place (optional).",
                }),
            },
            Command {
                call: "securityhub describe-security-hub-v2",
                args: &[],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "新しい Security Hub の状態です。これが有効でも、CSPM が有効とは限りません。",
                    en: "The state of the new Security Hub. It being on does not mean that CSPM is.",
                }),
            },
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            Text {
                ja: "先に AWS Config の記録を有効にします。", en: "Turn on recording in AWS Config first."
            },
            Text {
                ja: "Security Hub CSPM のコンソールを開き、「Go to Security Hub CSPM」を選びます。",
                en: "Open the Security Hub CSPM console and choose [Go to Security Hub CSPM].",
            },
            Text {
                ja: "[セキュリティ標準] で 「AWS Foundational Security Best Practices」(FSBP) だけを選びます。ほかの標準は後から追加できます。",
                en: "Under [Security standards] tick only AWS Foundational Security Best Practices. Others can be added later.",
            },
            Text {
                ja: "「Enable Security Hub」を選びます。点検の結果とスコアは、通常 30 分ほどで表示されます。",
                en: "Choose [Enable Security Hub]. Results and the score usually appear within 30 minutes.",
            },
            Text {
                ja: "有効なすべてのリージョンで繰り返します。", en: "Repeat in every enabled Region."
            },
            Text {
                ja: "結果を 1 か所で見るには、普段使うリージョンの [設定]、[リージョン] で集約を設定します。集約しても、ほかのリージョンの Security Hub CSPM は有効になりません。",
                en: "To see all results in one place, set up aggregation under [Settings], [Regions] in the Region that you use most. Aggregation switches nothing on.",
            },
        ],
        cli: &[
            Command {
                call: "securityhub enable-security-hub",
                args: &[
                    Arg::Word("--no-enable-default-standards"),
                    Arg::Word("--control-finding-generator"),
                    Arg::Word("SECURITY_CONTROL"),
                ],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "標準は選ばずに、Security Hub CSPM だけを有効にします。--enable-default-standards にすると、古い CIS v1.2.0 も有効になります。",
                    en: "Turns it on without standards. With --enable-default-standards the old CIS v1.2.0 would be turned on as well.",
                }),
            },
            Command {
                call: "securityhub batch-enable-standards",
                args: &[
                    Arg::Word("--standards-subscription-requests"),
                    Arg::Joined(&[
                        Arg::Word("StandardsArn=arn:aws:securityhub:"),
                        Arg::Fill(Placeholder::Region),
                        Arg::Word("::standards/aws-foundational-security-best-practices/v/1.0.0"),
                    ]),
                ],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "FSBP 標準を有効にします。ここまでの 2 つを、有効なリージョンごとに実行します。",
                    en: "Adds the FSBP standard. Run both in each enabled Region.",
                }),
            },
            Command {
                call: "securityhub create-finding-aggregator",
                args: &[Arg::Word("--region-linking-mode"), Arg::Word("ALL_REGIONS")],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "任意。結果を集めたいリージョンで 1 回だけ実行します。",
                    en: "Optional. Once, in the Region that is to collect the results.",
                }),
            },
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: Text {
                ja: "無料試用のあと、点検ごとに課金されます。試用期間と単価は AWS の料金ページで確認してください。AWS Config の記録にも別に料金がかかります。",
                en: "After the free trial each check is charged. See AWS's pricing page for its length and the price. Recording in AWS Config is charged separately.",
            },
        },
        Warning {
            risk: Risk::Mistake,
            text: Text {
                ja: "新しい「Security Hub」にも「Enable Security Hub」という同じ名前のボタンがあり、ほかのサービスもまとめて別の料金で有効になることがあります。画面の左上が「Security Hub CSPM」であることを確かめてください。",
                en: "The new Security Hub has a button of the same name, and may turn on other services under its own price plan. See that the page is headed Security Hub CSPM.",
            },
        },
    ],
    done: Text {
        ja: "有効な各リージョンの get-enabled-standards で、FSBP の StandardsStatus が READY になる。",
        en: "In each enabled Region get-enabled-standards shows FSBP with StandardsStatus READY.",
    },
    not_applicable: Text {
        ja: "ほとんどありません。組織の管理者がまとめて有効にしている場合は「実施済み」です。",
        en: "Hardly ever. Where the organisation's administrator has turned it on, the answer is Done.",
    },
    organisation: Some(Text {
        ja: "組織で中央設定を使っている場合、設定を変えられるのは委任管理者だけです。自己管理のアカウントでは、リージョンごとに自分で有効にします。委任管理者がどのリージョンで集約しているか聞いておくと、結果を探さずに済みます。",
        en: "With central configuration only the delegated administrator can change settings; a self-managed account turns it on itself, Region by Region. Ask which Region the administrator aggregates in.",
    }),
    evidence: Text {
        ja: "出力を取ったリージョンについて、有効かどうかと標準の状態が分かります。結果を誰かが見ているかどうかは分かりません。",
        en: "It tells for the Regions in the output whether it is on and how the standard stands. It does not tell whether anybody reads the results.",
    },
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
