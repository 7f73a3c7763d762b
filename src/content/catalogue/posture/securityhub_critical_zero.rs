//! The controls of Security Hub CSPM that must not fail.

use crate::base::i18n::t;
use crate::content::catalogue::security_hub_findings::FINDINGS_WITHOUT_DETAILS;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws};

/// Failures to fix before all other findings of Security Hub CSPM.
pub(crate) const CONTROL: Control = Control {
    id: "securityhub-critical-zero",
    section: Section::Posture,
    mandatory: true,
    level: Some(3),
    order: 24,
    severity: Severity::Critical,
    effort_minutes: 60,
    free: false,
    needs: &["securityhub-cspm-enabled"],
    title: t("修復必須コントロールの失敗をゼロにする", "Fix every must-fix control that fails"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "Security Hub CSPM は 3 か月前から、データベースのスナップショットが公開されていると示していました。しかし、百件を超えるほかの失敗に埋もれて誰も気づきません。見知らぬ誰かがコピーし、顧客データを持ち出します。入口は 1 つあれば足りるため、ここだけは失敗をゼロに保ちます。",
        "For three months Security Hub CSPM has said that a database snapshot is public, but nobody saw it among a hundred other failures. A stranger copies the snapshot and walks off with the customer data. One way in is enough: for this short list, the number of failures has to be zero.",
    ),
    cost: t(
        "Security Hub CSPM の料金のほかは無料。直し方によっては別に費用がかかる",
        "Nothing beyond Security Hub CSPM itself; some repairs cost extra",
    ),
    scope: t("リージョンごと(集約リージョンではまとめて)", "Per Region, or all at once in an aggregation Region"),
    check: Guide {
        console: &[
            t(
                "このツールの「公開と設定の点検」ページを開き、修復必須の 36 コントロールの一覧を手元に置きます(本プロジェクトによる再構成です)。",
                "Open the Posture page of this tool and keep its must-fix list at hand: 36 controls, this project's reconstruction.",
            ),
            t(
                "Security Hub CSPM のコンソール(console.aws.amazon.com/securityhub/)を開き、右上でリージョンを選びます。集約リージョンがあれば、それを選びます。",
                "Open the Security Hub CSPM console (console.aws.amazon.com/securityhub/) and choose the Region: the aggregation Region, if there is one.",
            ),
            t(
                "[コントロール] を開きます。失敗しているものが、重要度の高い順に上から並びます。",
                "Open [Controls]. Those that fail come first, the most severe at the top.",
            ),
            t(
                "失敗しているコントロールの ID が一覧にあるか、1 つずつ照らし合わせます。重要度「高」にも一覧のものがあるため、「重大」だけで終わりにしません。",
                "Compare the ID of each failed control with the list. Do not stop after Critical: some of the list are rated High.",
            ),
            t(
                "結果を集約していない場合は、有効なすべてのリージョンで繰り返します。",
                "Without aggregation, repeat in every enabled Region.",
            ),
        ],
        cli: &[
            aws("securityhub get-findings", &["--filters", FIRST_HALF, "--query", FINDINGS_WITHOUT_DETAILS]).in_each_region().note(
                "一覧の前半 18 個です。Compliance.Status が FAILED で、Workflow.Status が SUPPRESSED ではないものを直します。Findings が空なら、合格ではなく判断できません(まだ結果がない、リージョンが違う、Security Hub CSPM が無効)。",
                "The first 18 of the list. Fix what has Compliance.Status FAILED, unless its Workflow.Status is SUPPRESSED. Empty Findings is no pass, it tells nothing: no results yet, another Region, or Security Hub CSPM is off.",
            ),
            aws("securityhub get-findings", &["--filters", SECOND_HALF, "--query", FINDINGS_WITHOUT_DETAILS]).in_each_region().note(
                "後半の 18 個です(1 回の検索で指定できる値が 20 個までのため、2 回に分けます)。集約リージョンで実行すると、リンクされたリージョンの分も出ます。Compliance の Status が FAILED で、Workflow の Status が SUPPRESSED でないものを直します。",
                "The other 18; a filter takes at most 20 values, hence two calls. In an aggregation Region it covers the linked Regions too. What has Compliance.Status FAILED and a Workflow.Status other than SUPPRESSED has to be fixed.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "このツールの「公開と設定の点検」ページの一覧で、上のグループから順に、失敗しているものを選びます。",
                "On the Posture page of this tool, take the failed ones in the order of the list, first group first.",
            ),
            t(
                "一覧にこのツールの対策へのリンクがあれば、その手順で直します。",
                "Where the list links to a control of this tool, follow its steps.",
            ),
            t(
                "ない場合は、Security Hub CSPM のコンソールの [コントロール] でその ID を選び、失敗しているリソースを確認して、修復手順へのリンクに従います。",
                "Otherwise choose the ID under [Controls] in the Security Hub CSPM console, see which resources fail, and follow the link to the remediation.",
            ),
            t(
                "公開されていたものや、平文の認証情報が見つかったものは、直すだけで終わりにせず、使われた形跡がないかログを調べ、認証情報は新しいものに替えます。",
                "Where something was public or a credential stood in clear text, do not stop at the repair: look in the logs for use by others, and replace the credential.",
            ),
            t(
                "失敗のままにすると決めたリソースがあれば、その検出結果だけを選び、「Workflow status」で抑制し、理由をメモに書きます。コントロール全体は無効にしません。",
                "If a resource has to stay as it is, select that one finding, suppress it with [Workflow status] and write the reason in its note. Do not disable the whole control.",
            ),
            t(
                "翌日もう一度確認します。検出結果は、設定の変更をきっかけに、または 12 時間か 24 時間ごとの点検で更新されます。コントロールの状態の更新は 24 時間ごとです。",
                "Look again the next day. Findings are renewed by the change itself or by the next check after 12 or 24 hours; the status of a control every 24 hours.",
            ),
        ],
        cli: &[],
        no_cli: Some(t(
            "直し方はコントロールごとに違うため、まとめて直すコマンドはありません。コマンドは、このツールの各対策のページか、AWS のドキュメントの修復手順にあります。",
            "Each control is fixed in its own way, so there is no one command. You find them on the pages of this tool's controls and in AWS's remediation steps.",
        )),
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "公開をやめる修復は、それを使っているサイトや取引先の接続を止めることがあります。公開をやめる前に、誰が使っているか調べてください。",
                "Ending public access can stop a website or a partner's connection. Find out first who uses it.",
            ),
        },
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "KMS.3 は、削除待ちの KMS キーを知らせます。待機期間が終わるとキーは削除され、そのキーで暗号化したデータは二度と読めません。身に覚えがなければ、まず削除を取り消してください。",
                "KMS.3 reports KMS keys that await deletion. When the waiting period ends the key is gone, and what it encrypted cannot be read again. If you do not know why, cancel the deletion first.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "FSBP 標準だけを有効にしている場合、IAM.9 と CloudTrail.6 の結果は出ません。ルートユーザーの MFA と証跡のバケットは、このツールのそれぞれの対策で確認してください。",
                "With only the FSBP standard on there are no findings for IAM.9 and CloudTrail.6. Check MFA of the root user and the bucket of the trail with this tool's own controls.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "重要度「重大」や失敗だけで絞り込むと、成功した結果が出ません(成功すると重要度は INFORMATIONAL になります)。問題がないのか、点検されていないのかを区別できなくなります。",
                "Do not filter by Critical or by failed: passed findings become INFORMATIONAL and vanish, and you can no longer tell a clean account from one that is not checked.",
            ),
        },
    ],
    done: t(
        "一覧のコントロールに失敗(抑制したものを除く)がなく、成功した結果が実際に出ている。",
        "No control of the list fails, apart from suppressed findings, and there are results that passed.",
    ),
    not_applicable: t(
        "ほとんどありません。対象のリソースがないコントロールは、そのままで成功になります。Security Hub CSPM を使わない場合は、このツールのほかの対策と Prowler で同じ点を確認し、ここは「リスクを受け入れる」にして理由を書きます。",
        "Hardly ever: a control without resources passes by itself. Without Security Hub CSPM, check the same points with this tool's other controls and with Prowler, and answer Risk accepted with the reason.",
    ),
    organisation: Some(t(
        "管理者アカウントでは、メンバーアカウントのどれか 1 つで失敗しただけで、そのコントロールは失敗と表示されます。検出結果のアカウント ID を見て、そのアカウントの担当者に伝えます。",
        "In the administrator account a control is failed as soon as it fails in one member account. See the account ID of the finding and tell whoever runs that account.",
    )),
    evidence: t(
        "2 つの出力から、36 個のうち何個の結果があり、どれがどのリソースで失敗しているかが分かります。出力にないリージョンのこと、抑制の理由が正しいかどうか、結果のないコントロールのことは分かりません。",
        "The two outputs tell how many of the 36 have results, and which fails on which resource. They tell nothing of Regions that are not in them, of controls without results, or of whether a suppression is justified.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "AWS Security Hub User Guide: Generating and updating control findings",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/controls-findings-create-update.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Security Hub User Guide: Evaluating compliance status and control status",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/controls-overall-status.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Security Hub User Guide: Schedule for running security checks",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-standards-schedule.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM API Reference: AwsSecurityFindingFilters",
            url: "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFindingFilters.html",
            reviewed: "2026-11-24",
        },
    ],
};

/// The first half of the must-fix list, in the same order.
const FIRST_HALF: &str = r#"{"ComplianceSecurityControlId":[{"Value":"IAM.4","Comparison":"EQUALS"},{"Value":"IAM.6","Comparison":"EQUALS"},{"Value":"IAM.9","Comparison":"EQUALS"},{"Value":"CodeBuild.1","Comparison":"EQUALS"},{"Value":"CodeBuild.2","Comparison":"EQUALS"},{"Value":"EC2.19","Comparison":"EQUALS"},{"Value":"EC2.1","Comparison":"EQUALS"},{"Value":"RDS.1","Comparison":"EQUALS"},{"Value":"RDS.2","Comparison":"EQUALS"},{"Value":"S3.2","Comparison":"EQUALS"},{"Value":"S3.3","Comparison":"EQUALS"},{"Value":"S3.19","Comparison":"EQUALS"},{"Value":"Lambda.1","Comparison":"EQUALS"},{"Value":"SSM.4","Comparison":"EQUALS"},{"Value":"SSM.7","Comparison":"EQUALS"},{"Value":"SNS.4","Comparison":"EQUALS"},{"Value":"SQS.3","Comparison":"EQUALS"},{"Value":"KMS.5","Comparison":"EQUALS"}],"RecordState":[{"Value":"ACTIVE","Comparison":"EQUALS"}]}"#;

/// The second half of the must-fix list.
const SECOND_HALF: &str = r#"{"ComplianceSecurityControlId":[{"Value":"DMS.1","Comparison":"EQUALS"},{"Value":"DocumentDB.3","Comparison":"EQUALS"},{"Value":"Neptune.3","Comparison":"EQUALS"},{"Value":"EMR.2","Comparison":"EQUALS"},{"Value":"ES.2","Comparison":"EQUALS"},{"Value":"Opensearch.2","Comparison":"EQUALS"},{"Value":"Redshift.1","Comparison":"EQUALS"},{"Value":"MSK.4","Comparison":"EQUALS"},{"Value":"Config.1","Comparison":"EQUALS"},{"Value":"CloudTrail.6","Comparison":"EQUALS"},{"Value":"KMS.3","Comparison":"EQUALS"},{"Value":"CloudTrail.1","Comparison":"EQUALS"},{"Value":"GuardDuty.1","Comparison":"EQUALS"},{"Value":"IAM.1","Comparison":"EQUALS"},{"Value":"EC2.8","Comparison":"EQUALS"},{"Value":"S3.8","Comparison":"EQUALS"},{"Value":"EC2.182","Comparison":"EQUALS"},{"Value":"ECS.8","Comparison":"EQUALS"}],"RecordState":[{"Value":"ACTIVE","Comparison":"EQUALS"}]}"#;
