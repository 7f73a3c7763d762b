//! The security score of Security Hub CSPM.

use crate::base::i18n::t;
use crate::content::catalogue::security_hub_findings::FINDINGS_WITHOUT_DETAILS;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// The score is monitored, with a plan to raise it.
pub(crate) const CONTROL: Control = Control {
    id: "securityhub-score",
    section: Section::Posture,
    mandatory: true,
    level: Some(3),
    order: 25,
    severity: Severity::Medium,
    effort_minutes: 30,
    free: false,
    needs: &["securityhub-cspm-enabled"],
    title: t("Security Hub のスコアを 100 % に近づける", "Raise the Security Hub score towards 100 %"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "検証のために誰かがログの記録を止め、データベースを公開し、そのまま忘れます。Security Hub のスコアは翌日に下がりますが、誰も見ていません。次に気づくのは、そこから入った攻撃者です。スコアと目標の日付を決めて毎週見ていれば、崩れたその週に直せます。",
        "For a test somebody turns off a log, opens a database to the internet, and forgets both. The next day the Security Hub score drops, but nobody looks. The next to notice is the attacker who gets in that way. Look at the score every week, with a date for the goal, and it is fixed within days.",
    ),
    cost: t(
        "Security Hub CSPM の料金のほかは無料。直し方によっては別に費用がかかる",
        "Nothing beyond Security Hub CSPM itself; some repairs cost extra",
    ),
    scope: t("リージョンごと(集約リージョンではまとめて)", "Per Region, or all at once in an aggregation Region"),
    check: Guide {
        console: &[
            t(
                "Security Hub CSPM のコンソール(console.aws.amazon.com/securityhub/)を開き、右上でリージョンを選びます。集約リージョンがあれば、それを選びます。",
                "Open the Security Hub CSPM console (console.aws.amazon.com/securityhub/) and choose the Region: the aggregation Region, if there is one.",
            ),
            t(
                "[セキュリティ標準] を開き、「AWS Foundational Security Best Practices」(FSBP) のスコアと、更新された日時を控えます。",
                "Open [Security standards] and note the score of AWS Foundational Security Best Practices, and when it was renewed.",
            ),
            t(
                "[結果の表示] を開き、コントロールの一覧を状態で絞り込んで、成功、失敗、不明の数を数えます。",
                "Choose [View results], filter the controls by status, and count those that passed, failed or are unknown.",
            ),
            t(
                "このツールの「公開と設定の点検」ページの計算欄に 3 つの数を入れ、100 % まであと何個か確認します。",
                "Enter the three numbers in the calculator on the Posture page of this tool, and see how many are missing.",
            ),
            t(
                "100 % でなければ、いつまでに何を直すかの計画が書かれているか確認します。",
                "Below 100 %, see whether it is written down what will be fixed by when.",
            ),
        ],
        cli: &[
            aws("securityhub get-findings", &["--filters", FSBP, "--query", FINDINGS_WITHOUT_DETAILS]).in_each_region().note(
                "スコアを返す API はないため、検出結果をコントロールごとにまとめ、成功、失敗、不明を数えます。数は「公開と設定の点検」ページの計算に入れます。リソースが多いと数分かかり、出力も大きくなります。",
                "No API returns the score: group the findings by control and count passed, failed and unknown. The calculator on the Posture page does the rest. With many resources it takes minutes, and the output is large.",
            ),
            aws("securityhub get-enabled-standards", &[]).in_each_region().note(
                "有効な標準の一覧です。StandardsArn と StandardsSubscriptionArn は、この後のコマンドで使います。",
                "The standards that are on. The later commands need StandardsArn and StandardsSubscriptionArn.",
            ),
            aws("securityhub describe-standards-controls", &["--standards-subscription-arn", "<SUBSCRIPTION_ARN>"])
                .each(
                    "securityhub get-enabled-standards",
                    "StandardsSubscriptions[].StandardsSubscriptionArn",
                    "<SUBSCRIPTION_ARN>",
                )
                .in_each_region()
                .note(
                    "ControlStatus が DISABLED のコントロールは、スコアに入りません。DisabledReason の理由が今も正しいか確認します。",
                    "Controls with ControlStatus DISABLED are left out of the score. See that each DisabledReason still holds.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "修復必須の一覧にあるものを先に直します(このツールの「公開と設定の点検」ページ)。",
                "First fix what is on the must-fix list, on the Posture page of this tool.",
            ),
            t(
                "Security Hub CSPM のコンソールで [コントロール] を開きます。失敗しているものが、重要度の高い順に上から並びます。",
                "Open [Controls] in the Security Hub CSPM console. Those that fail come first, the most severe at the top.",
            ),
            t(
                "上から順にコントロールを選び、失敗しているリソースを確認して、修復手順へのリンクに従って直します。",
                "From the top, choose a control, see which resources fail, and follow the link to the remediation.",
            ),
            t(
                "すぐに直せないものは、担当者と期限を決めて書き留めます。このツールのメモ欄も使えます。",
                "For what cannot be fixed at once, write down who does it and by when. The note field of this tool will do.",
            ),
            t(
                "コントロール全体が自分の環境に関係ない場合だけ、[コントロール] でそれを選んで「Disable Control」を選び、理由を指定して「Disable」で確定します。リージョンごとに繰り返します。",
                "Only where a control as a whole does not concern you, select it under [Controls], choose [Disable Control], give the reason and confirm with [Disable]. Repeat in each Region.",
            ),
            t(
                "一部のリソースだけが例外の場合は、その検出結果を選び、「Workflow status」で抑制を選び、理由をメモに書いて「Set status」を選びます。",
                "If only some resources are exceptions, select their findings, choose suppressed under [Workflow status], write the reason in the note and choose [Set status].",
            ),
            t(
                "スコアを見る曜日を決め、100 % を目指す期限とともに計画に書きます。",
                "Fix a weekday for looking at the score, and write it into the plan with the date for 100 %.",
            ),
        ],
        cli: &[
            aws("securityhub get-findings", &["--filters", FSBP_FAILED, "--query", "Findings[].{Control:Compliance.SecurityControlId,Severity:Severity.Label,Resource:Resources[0].Id,HowTo:Remediation.Recommendation.Url,Id:Id,ProductArn:ProductArn}"]).in_each_region().note(
                "失敗している検出結果だけの一覧です。CRITICAL と HIGH から始め、HowTo のページの手順で直します。",
                "Only the failed findings. Begin with CRITICAL and HIGH, and follow the page in HowTo.",
            ),
            changes("securityhub batch-update-findings", &["--finding-identifiers", "Id=<FINDING_ARN>,ProductArn=<PRODUCT_ARN>", "--workflow", "Status=SUPPRESSED", "--note", r#"{"Text":"<REASON>","UpdatedBy":"<YOUR_NAME>"}"#]).in_own_region().note(
                "例外と決めたリソースの検出結果だけを抑制します。値は、1 つ前の出力の Id と ProductArn です。戻すときは Status=NEW にします。",
                "Suppresses one finding, for a resource that is an exception. Id and ProductArn stand in the output before. Status=NEW takes it back.",
            ),
            aws("securityhub list-standards-control-associations", &["--security-control-id", "<CONTROL_ID>"]).in_own_region().note(
                "無効にする前に、そのコントロールがどの標準で有効かを確認します。",
                "Before you disable a control: shows in which standards it is on.",
            ),
            changes("securityhub batch-update-standards-control-associations", &["--standards-control-association-updates", r#"[{"StandardsArn":"<STANDARDS_ARN>","SecurityControlId":"<CONTROL_ID>","AssociationStatus":"DISABLED","UpdatedReason":"<REASON>"}]"#]).in_own_region().note(
                "環境にまったく関係のないコントロールだけを無効にします。標準ごと、リージョンごとに実行します。戻すときは ENABLED にします。",
                "Disables a control, only if it does not concern you at all. Once for each standard and Region. ENABLED takes it back.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "抑制や無効化をすると、守りは変わらないままスコアだけ上がります。必ず理由を書き、見直す日を決めてください。",
                "Suppressing and disabling raise the score, not the protection. Always write the reason, and set a date to look at it again.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "スコアはコントロールの数だけを数え、「重大」1 つも「低」1 つも同じ重みです。対象が 200 を超えると、1 つ失敗していても丸めで 100 % と表示されます。修復必須の一覧を別に確認してください。",
                "The score counts controls: one Critical weighs as much as one Low. Beyond 200 controls, rounding shows 100 % although one fails. Look at the must-fix list as well.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "スコアの更新は 24 時間ごとです。直した直後に変わらなくても、翌日まで待ってください。",
                "The score is renewed every 24 hours. If it does not change after a fix, wait until the next day.",
            ),
        },
        Warning {
            risk: Risk::Cost,
            text: t(
                "暗号化やログなど、直すと料金が増えるコントロールもあります。有効にする前に、そのサービスの料金ページを確認してください。",
                "Some repairs, such as logs or encryption, add to the bill. See the pricing page of the service first.",
            ),
        },
    ],
    done: t(
        "今のスコアを把握していて、100 % であるか、100 % に向けた期限のある計画が書かれている。失敗しているコントロールには、それぞれ担当と期限、または理由がある。",
        "You know the score. It is 100 %, or there is a written plan with a date towards it: each failed control has an owner and a date, or a reason.",
    ),
    not_applicable: t(
        "Security Hub CSPM を使わず、Prowler など別の道具で同じ点検を続けている場合。",
        "When you do not use Security Hub CSPM and keep up the same checks with another tool, such as Prowler.",
    ),
    organisation: Some(t(
        "管理者アカウントのスコアには、すべてのメンバーアカウントの結果が含まれます。組織で中央設定を使っている場合、コントロールを無効にできるのは委任管理者だけです。自己管理のアカウントでは、リージョンごとに自分で設定します。",
        "The score of the administrator account includes all member accounts. With central configuration only the delegated administrator can disable controls; a self-managed account does it itself, Region by Region.",
    )),
    evidence: t(
        "出力から、AWS の計算式どおりに FSBP のスコアを計算できます。100 % なら合格です。それより低いときは、数字だけでは不合格にせず、計画があるかを尋ねます。24 時間より古い出力や、一部のリージョンだけの出力では判断できません。",
        "The output yields the score of FSBP by AWS's own formula. 100 % passes. A lower score does not fail by itself: you are asked for the plan. Outputs older than 24 hours, or of some Regions only, cannot decide it.",
    ),
    attest: Some(t(
        "100 % に向けた、期限のある計画が書かれていますか。",
        "Is there a written plan, with a date, towards 100 %?",
    )),
    sources: &[
        Source {
            title: "AWS Security Hub User Guide: Calculating security scores",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/standards-security-score.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Security Hub User Guide: Evaluating compliance status and control status",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/controls-overall-status.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Security Hub User Guide: Disabling a control across standards",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/disable-controls-across-standards.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Security Hub User Guide: Setting the workflow status of findings in Security Hub CSPM",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/findings-workflow-status.html",
            reviewed: "2026-11-24",
        },
    ],
};

/// Filter: the active findings of FSBP, with any status.
const FSBP: &str = r#"{"ComplianceAssociatedStandardsId":[{"Value":"standards/aws-foundation","Comparison":"PREFIX"}],"RecordState":[{"Value":"ACTIVE","Comparison":"EQUALS"}]}"#;

/// Filter: the active findings of FSBP that failed and are not suppressed.
const FSBP_FAILED: &str = r#"{"ComplianceAssociatedStandardsId":[{"Value":"standards/aws-foundation","Comparison":"PREFIX"}],"ComplianceStatus":[{"Value":"FAILED","Comparison":"EQUALS"}],"WorkflowStatus":[{"Value":"SUPPRESSED","Comparison":"NOT_EQUALS"}],"RecordState":[{"Value":"ACTIVE","Comparison":"EQUALS"}]}"#;
