//! Suppression rules limited to a finding type and a resource.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, creates, deletes,
};

/// Suppressed findings cause no alerts at all.
pub(crate) const CONTROL: Control = Control {
    id: "guardduty-suppression-narrow",
    section: Section::Response,
    mandatory: false,
    level: None,
    order: 36,
    severity: Severity::Medium,
    effort_minutes: 15,
    free: true,
    needs: &["guardduty-enabled-all-regions"],
    title: t("抑制ルールを検出結果タイプと対象で絞り込む", "Keep suppression rules narrow: type plus resource"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "自社の脆弱性スキャナーが検出され続けるため、誰かが検出結果タイプ Recon:EC2/Portscan を丸ごと抑制します。数か月後、攻撃者が乗っ取ったインスタンスから社内ネットワークをスキャンしますが、検出結果はすぐにアーカイブされ、メールも届かず、Security Hub CSPM にも表示されません。",
        "Your own vulnerability scanner keeps causing findings, so somebody suppresses the whole type Recon:EC2/Portscan. Months later an attacker scans your network from a hijacked instance. The finding is archived at once: no mail, and nothing in Security Hub CSPM.",
    ),
    cost: t("無料", "Free"),
    scope: t("リージョンごと。組織では管理者アカウントのみ", "Per Region; in an organisation only the administrator account"),
    check: Guide {
        console: &[
            t(
                "右上でリージョンを選び、GuardDuty のコンソールで [抑制ルール] を開きます。",
                "Choose the Region at the top right and open [Suppression rules] in the GuardDuty console.",
            ),
            t(
                "ルールを 1 つずつ開き、検出結果タイプと、対象を特定する条件(インスタンス ID、イメージ ID、タグ、発信元の IP アドレスなど)の両方があるか確認します。",
                "Open each rule: it must have both a finding type and a condition that names the source, such as an instance ID, image ID, tag or IP address.",
            ),
            t(
                "条件が検出結果タイプだけ、重要度だけ、アカウントやリージョンだけのルールは広すぎます。",
                "A rule with only a type, only a severity, or only an account or Region is too wide.",
            ),
            t(
                "説明に、理由と見直す日が書かれているか確認します。",
                "See that its description gives the reason and a date to review it.",
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
            aws("guardduty list-filters", &["--detector-id", "<DETECTOR_ID>"])
                .each("guardduty list-detectors", "DetectorIds[]", "<DETECTOR_ID>")
                .in_each_region()
                .note(
                    "FilterNames が空なら、抑制ルールは 1 つもなく、合格です。",
                    "An empty FilterNames is good: nothing is suppressed.",
                ),
            aws("guardduty get-filter", &["--detector-id", "<DETECTOR_ID>", "--filter-name", "<FILTER_NAME>"])
                .each("guardduty list-filters", "FilterNames[]", "<FILTER_NAME>")
                .in_each_region()
                .note(
                    "Action が ARCHIVE のものが抑制ルールです(NOOP は保存しただけのフィルター)。Criterion に type と、対象を特定する条件の両方が必要です。",
                    "Action ARCHIVE is a suppression rule, NOOP just a saved filter. Criterion needs type and a condition that names the source.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "抑制する前に、下の「通知が多すぎるとき」を読み、原因をなくせないか検討します。抑制は、同じ誤検出が繰り返されたときだけにします。",
                "Before you suppress anything, read the guide below and try to remove the cause. Suppress only false positives that keep coming back.",
            ),
            t(
                "理由を説明できない抑制ルールは、GuardDuty のコンソールの [抑制ルール] で削除します。",
                "Delete the rules that nobody can explain, under [Suppression rules] in the GuardDuty console.",
            ),
            t(
                "広すぎるルールは編集し、対象を特定する条件を加えます。新しく作る場合は [抑制ルールの作成] を選びます。",
                "Edit a rule that is too wide and add a condition that names the source. For a new one choose [Create suppression rule].",
            ),
            t(
                "名前と、説明に理由と見直す日を入力します。使えるのは英数字と一部の記号だけで、カンマは使えません。",
                "Enter a name and, as description, the reason and a review date. Only letters, digits and a few signs are allowed, no comma.",
            ),
            t(
                "「Attributes」の「Key」に「Finding type」(検出結果タイプ)、「Operator」に「Equals」を選び、検出結果タイプを入力して Enter キーを押します。",
                "Under [Attributes] choose the [Key] Finding type and the [Operator] Equals, type the finding type and press Enter.",
            ),
            t(
                "「Add Criteria」を選び、「Key」に「Instance ID」など対象を特定する項目、「Operator」に「Equals」を選んで、値を入力します。",
                "Choose [Add Criteria], take a [Key] that names the source, such as Instance ID, with Equals, and enter its value.",
            ),
            t(
                "[抑制ルールの作成] を選びます。",
                "Choose [Create suppression rule].",
            ),
            t(
                "見直す日をカレンダーに入れ、その日に [検出結果] の「Archived」(アーカイブ済み)で、何が抑制されたかを確認します。",
                "Put the review date into your calendar. On that day look at [Findings] with the status [Archived] to see what was suppressed.",
            ),
        ],
        cli: &[
            aws("guardduty list-findings", &["--detector-id", "<DETECTOR_ID>", "--finding-criteria", NARROW]).in_own_region().note(
                "先に、条件に合うものを確かめます。「GuardDuty の検出結果タイプ」には、抑制したい検出結果の Type を入れます。出てきた ID の内容を get-findings で確かめ、誤検出だけなら、十分に絞れています。",
                "First see what the criteria match. As type fill in the Type of the finding that you want to suppress. It prints ids: look at them with get-findings. If they are the false positives alone, the criteria are narrow enough.",
            ),
            creates("guardduty create-filter", &["--detector-id", "<DETECTOR_ID>", "--name", "<FILTER_NAME>", "--description", "<REASON>", "--action", "ARCHIVE", "--finding-criteria", NARROW]).in_own_region().note(
                "同じ条件で抑制ルールを作ります。理由は英数字で書き、見直す日も入れます。以後の新しい検出結果だけが対象です。",
                "Makes the rule from the same criteria. Write the reason in plain letters and digits, with a review date. It acts on new findings only.",
            ),
            changes("guardduty update-filter", &["--detector-id", "<DETECTOR_ID>", "--filter-name", "<FILTER_NAME>", "--finding-criteria", NARROW]).in_own_region().note(
                "広すぎる既存のルールがある場合は、これで条件を置き換えます。",
                "Replaces the criteria of an existing rule that is too wide.",
            ),
            deletes("guardduty delete-filter", &["--detector-id", "<DETECTOR_ID>", "--filter-name", "<FILTER_NAME>"]).in_own_region().note(
                "理由を説明できないルールを削除します。先に get-filter の出力を保存しておきます。",
                "Deletes a rule that nobody can explain. Save the output of get-filter first.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "抑制された検出結果は、EventBridge、Security Hub CSPM、S3、Detective のどれにも送られず、マルウェアスキャンも始まりません。攻撃シーケンスの検出(Extended Threat Detection)にも使われません。",
                "Suppressed findings go neither to EventBridge nor to Security Hub CSPM, S3 or Detective, and start no malware scan. Extended Threat Detection cannot use them for attack sequences.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "重要度だけで抑制しないでください。ルートユーザーの使用や CloudTrail の停止も、既定の重要度は「低」です。",
                "Never suppress by severity alone. Use of root and a stopped CloudTrail are Low by default, too.",
            ),
        },
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "抑制された検出結果はアーカイブ済みの一覧に 90 日残り、その後は消えます。",
                "Suppressed findings stay among the archived ones for 90 days, then they are gone.",
            ),
        },
    ],
    done: t(
        "どのリージョンの抑制ルールにも検出結果タイプと対象の両方の条件があり、理由と見直す日が書かれている。またはルールが 1 つもない。",
        "In every Region each suppression rule has both a finding type and a source, a reason and a review date; or there is no rule.",
    ),
    not_applicable: t(
        "組織のメンバーアカウントの場合(抑制ルールは管理者アカウントにしか作れません)。抑制ルールが 1 つもない場合は「実施済み」です。",
        "In a member account of an organisation, where only the administrator account can make rules. With no rule at all, the answer is Done.",
    ),
    organisation: Some(t(
        "抑制ルールを作れるのは GuardDuty の管理者アカウントだけで、全メンバーアカウントの検出結果に効きます。1 つのアカウントだけを対象にするなら、アカウント ID の条件も加えます。",
        "Only the GuardDuty administrator account can make rules, and they act on the findings of all members. If a rule is for one account, add its account ID as a condition.",
    )),
    evidence: t(
        "get-filter の出力から、ルールの条件の数と種類が分かります。その条件が本当に自分たちの操作だけに当てはまるか、理由が今も正しいかは分かりません。list-filters だけでは名前しか分かりません。",
        "The output of get-filter tells how many conditions a rule has and which. It cannot tell whether they match your own activity only, or whether the reason still holds. list-filters alone gives just the names.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "Amazon GuardDuty User Guide: Suppression rules in GuardDuty",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/findings_suppression-rule.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon GuardDuty User Guide: Creating suppression rules in GuardDuty",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/create-suppression-rules-guardduty.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon GuardDuty User Guide: Filtering findings in GuardDuty",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_filter-findings.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon GuardDuty User Guide: GuardDuty finding types",
            url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-active.html",
            reviewed: "2026-11-24",
        },
    ],
};

/// One finding type from one instance.
const NARROW: &str = r#"{"Criterion":{"type":{"Equals":["<FINDING_TYPE>"]},"resource.instanceDetails.instanceId":{"Equals":["<INSTANCE_ID>"]}}}"#;
