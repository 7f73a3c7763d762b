//! GuardDuty in every Region that is on.

use crate::catalogue::{
    Arg, Command, Control, Details, Each, Frameworks, Guide, Placeholder, Risk, Section, Severity, Source, Warning,
};
use crate::i18n::Text;

/// Attackers use the Regions that nobody looks at.
pub(crate) const CONTROL: Control = Control {
    id: "guardduty-enabled-all-regions",
    section: Section::Services,
    mandatory: true,
    level: Some(2),
    order: 13,
    severity: Severity::High,
    effort_minutes: 20,
    free: false,
    needs: &[],
    title: Text { ja: "GuardDuty を全リージョンで有効にする", en: "Turn on GuardDuty in every Region" },
    why: Text {
        ja: "攻撃者は、あなたが見ていないリージョンを選びます。漏れたアクセスキーで遠いリージョンに GPU インスタンスを並べ、請求書が届くまで誰も気づきません。GuardDuty は、その最初の動きを知らせます。",
        en: "Attackers pick the Region that you never look at. With a leaked key they fill it with GPU instances, and nobody notices until the bill comes. GuardDuty reports the first move.",
    },
};

/// What its page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    cost: Text {
        ja: "リージョンごとに 30 日無料、以降は従量課金", en: "30 days free in each Region, then by use"
    },
    scope: Text { ja: "リージョンごと", en: "Per Region" },
    check: Guide {
        console: &[
            Text {
                ja: "GuardDuty のコンソールを開き、右上でリージョンを選びます。",
                en: "Open the GuardDuty console and choose a Region at the top right.",
            },
            Text {
                ja: "ダッシュボード(「Summary」)が表示されれば有効です。[今すぐ始める] が表示されれば、まだ有効ではありません。",
                en: "If the [Summary] dashboard shows, it is on. If [Get started] shows, it is off.",
            },
            Text {
                ja: "[設定] に「Re-enable GuardDuty」がある場合は、停止しています。",
                en: "If [Settings] offers [Re-enable GuardDuty], it is suspended.",
            },
            Text {
                ja: "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                en: "Repeat in every enabled Region, also the ones that you do not use.",
            },
        ],
        cli: &[
            Command {
                call: "account list-regions",
                args: &[
                    Arg::Word("--region-opt-status-contains"),
                    Arg::Word("ENABLED"),
                    Arg::Word("ENABLED_BY_DEFAULT"),
                ],
                each: None,
                regional: false,
                note: Some(Text {
                    ja: "有効なリージョンの一覧です。次の 2 つを、そのすべてで実行します。",
                    en: "The enabled Regions. Run the next two in each of them.",
                }),
            },
            Command {
                call: "guardduty list-detectors",
                args: &[],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "DetectorIds が空なら、そのリージョンでは有効ではありません。",
                    en: "DetectorIds is empty where it is off.",
                }),
            },
            Command {
                call: "guardduty get-detector",
                args: &[Arg::Word("--detector-id"), Arg::Fill(Placeholder::DetectorId)],
                each: Some(Each {
                    from: "guardduty list-detectors",
                    path: "DetectorIds[]",
                    fills: Placeholder::DetectorId,
                }),
                regional: true,
                note: Some(Text {
                    ja: "Status が ENABLED なら有効、DISABLED なら停止中です。",
                    en: "Status is ENABLED when it is on, DISABLED when it is suspended.",
                }),
            },
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            Text {
                ja: "右上でリージョンを選び、GuardDuty のコンソールを開きます。",
                en: "Choose the Region at the top right and open the GuardDuty console.",
            },
            Text {
                ja: "[Amazon GuardDuty - すべての機能] を選び、[今すぐ始める] を選びます。",
                en: "Select [Amazon GuardDuty - All features] and choose [Get started].",
            },
            Text {
                ja: "「GuardDuty にようこそ」の画面で「Enable GuardDuty」(GuardDuty の有効化)を選びます。",
                en: "On the page Welcome to GuardDuty choose [Enable GuardDuty].",
            },
            Text {
                ja: "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                en: "Repeat in every enabled Region, also the ones that you do not use.",
            },
        ],
        cli: &[
            Command {
                call: "guardduty create-detector",
                args: &[
                    Arg::Word("--enable"),
                    Arg::Word("--finding-publishing-frequency"),
                    Arg::Word("FIFTEEN_MINUTES"),
                ],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "有効なリージョンごとに実行します。", en: "Run it in each enabled Region."
                }),
            },
            Command {
                call: "guardduty update-detector",
                args: &[Arg::Word("--detector-id"), Arg::Fill(Placeholder::DetectorId), Arg::Word("--enable")],
                each: None,
                regional: true,
                note: Some(Text {
                    ja: "停止中(DISABLED)のリージョンを再開します。",
                    en: "Resumes a Region where it is suspended (DISABLED).",
                }),
            },
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: Text {
                ja: "30 日の無料試用のあと、分析したイベント量に応じて課金されます。初めて有効にすると、ランタイムモニタリングなど一部を除く保護プランもまとめて有効になります。試用中に見積もりを確認してください。使っていないリージョンではほとんどかかりません。",
                en: "After the 30-day trial you pay by analysed events. Enabling it for the first time also turns on most protection plans (not Runtime Monitoring). Look at the estimate during the trial. An idle Region costs next to nothing.",
            },
        },
        Warning {
            risk: Risk::NoWayBack,
            text: Text {
                ja: "やめるときは「停止」(Suspend)を選びます。「無効化」(Disable)にすると、そのリージョンの検出結果と設定は消え、元に戻せません。",
                en: "To stop it, choose Suspend. Disable deletes the findings and settings of that Region for good.",
            },
        },
    ],
    done: Text {
        ja: "有効なすべてのリージョンで、get-detector の Status が ENABLED になる。",
        en: "In every enabled Region get-detector shows Status ENABLED.",
    },
    not_applicable: Text {
        ja: "ほとんどありません。使わないオプトインリージョンは、GuardDuty を有効にする代わりにリージョン自体を無効にできます。",
        en: "Hardly ever. An opt-in Region that you do not use can be disabled instead.",
    },
    organisation: Some(Text {
        ja: "組織では、委任管理者アカウントがメンバーの GuardDuty を有効にします。メンバー自身では有効化も停止もできないため、GuardDuty が有効でないリージョンがあれば委任管理者に依頼してください。委任はリージョンごとの設定です。",
        en: "In an organisation the delegated administrator turns GuardDuty on for the members. A member can neither enable nor suspend it: ask the administrator for the missing Regions. The delegation is per Region.",
    }),
    evidence: Text {
        ja: "リージョンの一覧と、リージョンごとの出力がそろえば判定できます。1 つでも足りないと「判定できません」になります。通知が誰かに届くかどうかは分かりません。",
        en: "With the list of Regions and the output of each it can be judged; if one is missing, it cannot. It does not tell whether anybody receives the findings.",
    },
    attest: None,
    frameworks: Frameworks {
        security_hub: &["GuardDuty.1", "GuardDuty.10"],
        cis_v3: &[],
        cis_v5: &[],
        cis_v6: &[],
        cis_v7: &[],
        config_rule: &["guardduty-enabled-centralized"],
        prowler: &["guardduty_is_enabled"],
    },
    sources: &[
        Source {
            title: "Amazon GuardDuty User Guide: Getting started with GuardDuty",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html",
            reviewed: "2026-11-23",
        },
        Source {
            title: "Amazon GuardDuty User Guide: Pricing in GuardDuty",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-pricing.html",
            reviewed: "2026-11-23",
        },
        Source {
            title: "Amazon GuardDuty User Guide: Suspending or disabling GuardDuty",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html",
            reviewed: "2026-11-23",
        },
    ],
};
