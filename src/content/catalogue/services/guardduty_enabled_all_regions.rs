//! GuardDuty in every enabled Region.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, creates,
};

/// Attackers use Regions that nobody monitors.
pub(crate) const CONTROL: Control = Control {
    id: "guardduty-enabled-all-regions",
    section: Section::Services,
    mandatory: true,
    level: Some(2),
    order: 14,
    severity: Severity::High,
    effort_minutes: 10,
    free: false,
    needs: &[],
    title: t("GuardDuty を全リージョンで有効にする", "Turn on GuardDuty in every Region"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "攻撃者は、あなたが見ていないリージョンを選びます。漏れたアクセスキーで遠いリージョンに GPU インスタンスを並べ、請求書が届くまで誰も気づきません。GuardDuty は、その最初の動きを知らせます。",
        "Attackers pick the Region that you never look at. With a leaked key they fill it with GPU instances, and nobody notices until the bill comes. GuardDuty reports the first move.",
    ),
    cost: t(
        "リージョンごとに 30 日間無料。以降、小規模なアカウントでは月 1〜5 USD 程度。使っていないリージョンはほぼ 0 USD(2026-10)",
        "30 days free in each Region; then about 1 to 5 USD a month for a small account, almost nothing in an empty Region (2026-10)",
    ),
    scope: t("リージョンごと", "Per Region"),
    check: Guide {
        console: &[
            t(
                "GuardDuty のコンソールを開き、右上でリージョンを選びます。",
                "Open the GuardDuty console and choose a Region at the top right.",
            ),
            t(
                "ダッシュボード(「Summary」)が表示されれば有効です。[今すぐ始める] が表示されれば、まだ有効ではありません。",
                "If the [Summary] dashboard shows, it is on. If [Get started] shows, it is off.",
            ),
            t(
                "[設定] に「Re-enable GuardDuty」がある場合は、停止しています。",
                "If [Settings] offers [Re-enable GuardDuty], it is suspended.",
            ),
            t(
                "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                "Repeat in every enabled Region, also the ones that you do not use.",
            ),
        ],
        cli: &[
            aws("account list-regions", &["--region-opt-status-contains", "ENABLED", "ENABLED_BY_DEFAULT"]).note(
                "有効なリージョンの一覧です。次の 2 つを、そのすべてで実行します。",
                "The enabled Regions. Run the next two in each of them.",
            ),
            aws("guardduty list-detectors", &[]).in_each_region().note(
                "DetectorIds が空なら、そのリージョンでは有効ではありません。",
                "DetectorIds is empty where it is off.",
            ),
            aws("guardduty get-detector", &["--detector-id", "<DETECTOR_ID>"])
                .each("guardduty list-detectors", "DetectorIds[]", "<DETECTOR_ID>")
                .in_each_region()
                .note(
                    "Status が ENABLED なら有効、DISABLED なら停止中です。",
                    "Status is ENABLED when it is on, DISABLED when it is suspended.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "右上でリージョンを選び、GuardDuty のコンソールを開きます。",
                "Choose the Region at the top right and open the GuardDuty console.",
            ),
            t(
                "[Amazon GuardDuty - すべての機能] を選び、[今すぐ始める] を選びます。",
                "Select [Amazon GuardDuty - All features] and choose [Get started].",
            ),
            t(
                "「GuardDuty にようこそ」の画面で「Enable GuardDuty」(GuardDuty の有効化)を選びます。",
                "On the page Welcome to GuardDuty choose [Enable GuardDuty].",
            ),
            t(
                "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                "Repeat in every enabled Region, also the ones that you do not use.",
            ),
        ],
        cli: &[
            creates("guardduty create-detector", &["--enable", "--finding-publishing-frequency", "FIFTEEN_MINUTES"])
                .in_each_region()
                .note(
                    "既に有効なリージョンでは「a detector already exists」というエラーになるだけで、何も変わりません。",
                    "Where it is on already, this fails (a detector already exists) and changes nothing.",
                ),
            changes("guardduty update-detector", &["--detector-id", "<DETECTOR_ID>", "--enable"])
                .each("guardduty list-detectors", "DetectorIds[]", "<DETECTOR_ID>")
                .in_each_region()
                .note(
                    "停止中(DISABLED)のリージョンで、GuardDuty を再開します。",
                    "Resumes a Region where it is suspended (DISABLED).",
                ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: t(
                "30 日の無料試用のあと、分析したイベント量に応じて課金されます。初めて有効にすると、ランタイムモニタリングなど一部を除く保護プランもまとめて有効になります。試用中に見積もりを確認してください。使っていないリージョンではほとんどかかりません。",
                "After the 30-day trial you pay by analysed events. Enabling it for the first time also turns on most protection plans (not Runtime Monitoring). Look at the estimate during the trial. An idle Region costs next to nothing.",
            ),
        },
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "やめるときは「停止」(Suspend)を選びます。「無効化」(Disable)にすると、そのリージョンの検出結果と設定は消え、元に戻せません。",
                "To stop it, choose Suspend. Disable deletes the findings and settings of that Region for good.",
            ),
        },
    ],
    done: t(
        "有効なすべてのリージョンで、get-detector の Status が ENABLED になる。",
        "In every enabled Region get-detector shows Status ENABLED.",
    ),
    not_applicable: t(
        "ほとんどありません。使わないオプトインリージョンは、GuardDuty を有効にする代わりにリージョン自体を無効にできます。",
        "Hardly ever. An opt-in Region that you do not use can be disabled instead.",
    ),
    organisation: Some(t(
        "組織では、委任管理者アカウントがメンバーの GuardDuty を有効にします。メンバー自身では有効化も停止もできないため、GuardDuty が有効でないリージョンがあれば委任管理者に依頼してください。委任はリージョンごとの設定です。",
        "In an organisation the delegated administrator turns GuardDuty on for the members. A member can neither enable nor suspend it: ask the administrator for the missing Regions. The delegation is per Region.",
    )),
    evidence: t(
        "リージョンの一覧と、リージョンごとの出力がそろえば判定できます。1 つでも足りないと「判定できません」になります。通知が誰かに届くかどうかは分かりません。",
        "With the list of Regions and the output of each it can be judged; if one is missing, it cannot. It does not tell whether anybody receives the findings.",
    ),
    attest: None,
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
