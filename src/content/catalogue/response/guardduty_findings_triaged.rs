//! Triage of every GuardDuty finding.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// The result is attack, own activity, or unknown, which is treated as an attack.
pub(crate) const CONTROL: Control = Control {
    id: "guardduty-findings-triaged",
    section: Section::Response,
    mandatory: true,
    level: Some(2),
    order: 16,
    severity: Severity::High,
    effort_minutes: 15,
    free: true,
    needs: &["guardduty-enabled-all-regions"],
    title: t("GuardDuty の検出結果に 1 日以内に対応する", "Answer every GuardDuty finding within a day"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "GuardDuty が「インスタンスがマイニングプールと通信している」と検出します。3 週間誰も見ず、攻撃者はあなたの費用でマイニングを続けます。その前には、パスワードの総当たり攻撃の検出結果が重要度「低」で並んでいました。読まれない検出結果は、何も止めません。",
        "GuardDuty reports that an instance talks to a mining pool. For three weeks nobody looks, and the attacker mines at your expense. The same list had shown the password guessing before it, rated Low. A finding that nobody reads stops nothing.",
    ),
    cost: t("無料(かかるのは人の時間)", "Free; it takes people's time"),
    scope: t("リージョンごと", "Per Region"),
    check: Guide {
        console: &[
            t(
                "右上でリージョンを選び、GuardDuty のコンソールで [検出結果] を開きます。",
                "Choose the Region at the top right and open [Findings] in the GuardDuty console.",
            ),
            t(
                "[ステータス] が「Current」(最新または最近)になっていることを確認します。",
                "See that [Status] is set to [Current].",
            ),
            t(
                "[最終表示] の列で並べ替え、1 日以上前のものが残っていないか確認します。タイトルが SAMPLE で始まるものは、テスト用のサンプルです。",
                "Sort by the column [Last seen]: nothing older than a day should be left. A title that begins with SAMPLE is a test.",
            ),
            t(
                "GuardDuty が有効なほかのリージョンでも繰り返します。",
                "Repeat in the other Regions where GuardDuty is on.",
            ),
        ],
        cli: &[
            aws("guardduty list-detectors", &[]).in_each_region().note(
                "リージョンごとのディテクター ID です。",
                "The detector ID of each Region.",
            ),
            aws("guardduty get-findings-statistics", &["--detector-id", "<DETECTOR_ID>", "--finding-criteria", OPEN, "--group-by", "SEVERITY"])
                .each("guardduty list-detectors", "DetectorIds[]", "<DETECTOR_ID>")
                .in_each_region()
                .note(
                    "対応が済んでいない(アーカイブされていない)検出結果の、重要度ごとの件数です。9.0 以上が「重大」、7.0 以上が「高」、4.0 以上が「中」、それ未満が「低」です。",
                    "How many are open (not archived), by severity: Critical from 9.0, High from 7.0, Medium from 4.0, Low below.",
                ),
            aws("guardduty list-findings", &["--detector-id", "<DETECTOR_ID>", "--finding-criteria", OPEN, "--sort-criteria", "AttributeName=updatedAt,OrderBy=ASC"])
                .each("guardduty list-detectors", "DetectorIds[]", "<DETECTOR_ID>")
                .in_each_region()
                .note(
                    "対応が済んでいないものの ID です。古い順に並びます。FindingIds が空なら合格です。",
                    "The IDs of the open ones, oldest first. An empty FindingIds is good.",
                ),
            aws("guardduty get-findings", &["--detector-id", "<DETECTOR_ID>", "--finding-ids", "<GUARDDUTY_FINDING_ID>"])
                .each("guardduty list-findings", "FindingIds[]", "<GUARDDUTY_FINDING_ID>")
                .in_each_region()
                .note(
                    "Service.Archived が false で、UpdatedAt が 1 日より前なら、放置されています。Title が SAMPLE で始まるものは数えません。",
                    "Service.Archived false and UpdatedAt more than a day ago: nobody has answered it. Titles that begin with SAMPLE do not count.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "下の「対応チームシート」に、最初に見る人、30 分たっても反応がないときに見る人、決める人を書きます。",
                "Fill in the response-team sheet below: who looks first, who looks when nobody has reacted after 30 minutes, and who decides.",
            ),
            t(
                "GuardDuty のコンソールで [検出結果] を開き、重要度の高いものから [タイトル] を選びます。",
                "Open [Findings] in the GuardDuty console and choose a [Title], the most severe first.",
            ),
            t(
                "詳細の画面で、対象のリソース、操作した人や IP アドレス、最初と最後の時刻を確認します。",
                "Read in the details which resource is concerned, which user or IP address acted, and when it began and ended.",
            ),
            t(
                "リソースの担当者に、その操作に心当たりがあるか聞きます。タグや名前だけで判断せず、本人に確かめます。",
                "Ask the person in charge of the resource whether it was them. Do not judge by tags or names alone.",
            ),
            t(
                "「攻撃」「自分たちの操作」「不明」のどれかに決めます。不明は攻撃として扱います。",
                "Decide: attack, own activity, or unknown. Unknown counts as attack.",
            ),
            t(
                "攻撃または不明なら、このツールの「緊急時の対応」ページを開き、手順に沿って対応します。",
                "For attack and unknown, open “Something happened” on this page and follow its steps.",
            ),
            t(
                "判断、理由、対応、担当者、日時を、社内のチケットや記録簿に残します。",
                "Write the decision, its reason, what was done, by whom and when into your own tickets or log.",
            ),
            t(
                "原因が分かり、対応が済んだら、検出結果を選んで [アクション] から [アーカイブ] を選びます。",
                "When the cause is known and dealt with, select the finding and choose [Archive] under [Actions].",
            ),
        ],
        cli: &[
            aws("guardduty list-findings", &["--detector-id", "<DETECTOR_ID>", "--finding-criteria", OPEN, "--sort-criteria", "AttributeName=severity,OrderBy=DESC"]).in_own_region().note(
                "対応が済んでいないものを、重要度の高い順に並べます。ID を 1 つ選び、「GuardDuty の検出結果 ID」に入れます。",
                "The open ones, most severe first. Fill in one ID as ID of the GuardDuty finding.",
            ),
            aws("guardduty get-findings", &["--detector-id", "<DETECTOR_ID>", "--finding-ids", "<GUARDDUTY_FINDING_ID>"]).in_own_region().note(
                "Type、Resource、Service.Action を読み、担当者に確かめて、攻撃、自分たちの操作、不明のどれかに決めます。",
                "Read Type, Resource and Service.Action, ask the person in charge, and decide: attack, own activity, or unknown.",
            ),
            changes("guardduty archive-findings", &["--detector-id", "<DETECTOR_ID>", "--finding-ids", "<GUARDDUTY_FINDING_ID>"]).in_own_region().note(
                "原因が分かって対応が済み、記録を残した後で実行します。成功しても出力はありません。",
                "Only when the cause is known and dealt with, and written down. It prints nothing when it succeeds.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "アーカイブは一覧から外すだけで、攻撃は止まりません。原因が分かるまではアーカイブしないでください。",
                "Archiving takes a finding off the list and stops no attack. Do not archive before you know the cause.",
            ),
        },
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "検出結果は 90 日で消えます。判断と理由は、GuardDuty の外に記録してください。",
                "Findings are gone after 90 days. Keep your decisions and reasons outside GuardDuty.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "AWS は、重要度「低」の検出結果にはすぐに対応しなくてもよいとしています。このツールでは、「低」も含めて 1 日以内に読んで判断することを勧めます。一度攻撃されたアカウントは、また狙われるためです。「低」の後始末は 1 週間以内で構いませんが、担当者と期限を書いておきます。",
                "AWS says that Low needs no immediate action. This tool goes further: read and judge Low within a day too, since an account that was attacked is attacked again. Its clean-up may take a week, with an owner and a date.",
            ),
        },
    ],
    done: t(
        "GuardDuty が有効なすべてのリージョンで、1 日以上アーカイブされずに残っている検出結果がなく、判断の記録が残っている。",
        "In every Region with GuardDuty no finding has been open for more than a day, and each decision is written down.",
    ),
    not_applicable: t(
        "組織の委任管理者アカウントで、別のチームがこのアカウントの検出結果に対応している場合。",
        "When another team answers the findings of this account, in the delegated administrator account of the organisation.",
    ),
    organisation: Some(t(
        "アーカイブできるのは GuardDuty の管理者アカウントだけで、メンバーアカウントは自分の検出結果を見ることしかできません。対応した内容を管理者に伝え、アーカイブしてもらいます。",
        "Only the GuardDuty administrator account can archive. A member account just sees its own findings: tell the administrator what you found, and have it archived.",
    )),
    evidence: t(
        "出力を取った時点とリージョンで、1 日以上アーカイブされずに残っている検出結果の件数が分かります。対応中のものも、アーカイブしていなければ数えます。ID や件数だけの出力では、いつのものかは分かりません。判断が正しかったかどうかも、出力からは分かりません。",
        "It tells how many findings had been open for more than a day, in the Regions and at the time of the output; one that you are working on counts too. IDs or counts alone do not tell the age, and no output tells whether the decision was right.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "Amazon GuardDuty User Guide: Severity levels of GuardDuty findings",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon GuardDuty User Guide: Viewing generated findings in GuardDuty console",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_working-with-findings.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon GuardDuty API Reference: ArchiveFindings",
            url: "https://docs.aws.amazon.com/guardduty/latest/APIReference/API_ArchiveFindings.html",
            reviewed: "2026-11-24",
        },
    ],
};

/// Filter: the findings that are not archived.
const OPEN: &str = r#"{"Criterion":{"service.archived":{"Equals":["false"]}}}"#;
