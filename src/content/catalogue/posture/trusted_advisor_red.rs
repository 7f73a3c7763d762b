//! The red items of AWS Trusted Advisor's security checks.

use crate::base::i18n::{Text, t};
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// A second pair of eyes that every account has.
pub(crate) const CONTROL: Control = Control {
    id: "trusted-advisor-red",
    section: Section::Posture,
    mandatory: false,
    level: None,
    order: 39,
    severity: Severity::Medium,
    effort_minutes: 15,
    free: true,
    needs: &[],
    title: t("Trusted Advisor の赤い項目をなくす", "Clear the red items of Trusted Advisor"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "誰かが、検証用に開けた 3306 番ポートを閉め忘れ、スナップショットを全世界に公開したまま忘れます。攻撃者はこうした公開を自動で探し回っていて、AWS も同じものを Trusted Advisor で赤く示しています。あなたと攻撃者の、どちらが先に気づくかです。",
        "Somebody opens port 3306 for a test and forgets it; a snapshot stays shared with everybody. Attackers search for just that, by machine, and AWS shows the same things in red in Trusted Advisor. The question is who looks first.",
    ),
    cost: t(
        "無料(どのアカウントにもある 5 つのセキュリティのチェック)。すべてのチェックと API を使うには、有料のサポートプランが必要",
        "Free for the five security checks that every account has; all checks and the API need a paid support plan",
    ),
    scope: t("アカウント全体で 1 回", "Once for the account"),
    check: Guide {
        console: &[
            t("Trusted Advisor のコンソールを開きます。", "Open the Trusted Advisor console."),
            t(
                "「Refresh all checks」(すべてのチェックを更新)を選び、終わるまで待ちます。ベーシックサポートでは、スナップショットのもの以外のセキュリティのチェックは、自動では更新されません。更新するまで、前回の古い結果が表示されます。",
                "Choose [Refresh all checks] and wait. With Basic Support only the checks on snapshots refresh by themselves: of the others you see the last result, however old.",
            ),
            t(
                "左のメニューで「Security」(セキュリティ)を選び、「View」(表示)で「Action recommended」(赤、対応を推奨)に絞り込みます。赤い項目がなければ合格です。",
                "Choose [Security] in the navigation pane and set [View] to [Action recommended], the red ones. Good when there are none.",
            ),
            t(
                "次に、絞り込みを「Checks with excluded items」(除外された項目があるチェック)に変え、除外した理由の分からない項目がないか確認します。除外した項目は、赤くなりません。",
                "Then set it to [Checks with excluded items] and see that you know why each item was excluded: those never turn red.",
            ),
        ],
        cli: &[
            aws("support describe-trusted-advisor-check-summaries", &["--check-ids", EBS_SNAPSHOTS, RDS_SNAPSHOTS, S3_BUCKETS, ROOT_MFA, PORTS]).note(
                "どのアカウントにもある 5 つのチェックです(EBS と RDS の公開スナップショット、S3 バケットのアクセス許可、ルートユーザーの MFA、開いたポート)。status が error のものが赤です。timestamp が古ければ更新してください。SubscriptionRequiredException なら、今のサポートプランでは API を使えません。コンソールで確認します。",
                "The five checks that every account has: public EBS and RDS snapshots, S3 bucket permissions, MFA of root, open ports. error in status is red. Refresh where timestamp is old. SubscriptionRequiredException means that your support plan has no API: use the console.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "Trusted Advisor のコンソールで「Security」(セキュリティ)を開き、赤いチェックを展開して、対象のリソースの表を見ます。",
                "Open [Security] in the Trusted Advisor console, expand a red check and look at the table of its resources.",
            ),
            t(
                "このツールの次の対策で直します。スナップショットは「EBS と RDS のスナップショットを非公開にする」、S3 は「S3 の公開をアカウント全体でブロックする」、ルートユーザーの MFA は「ルートユーザーに MFA を設定する」、ポートは「SSH・RDP などの危険なポートを閉じる」です。",
                "Repair it with the control of this tool: snapshots by snapshots-not-public, S3 by s3-account-block-public, MFA of root by iam-root-mfa, ports by ec2-no-open-admin-ports.",
            ),
            t(
                "S3、ルートユーザーの MFA、ポートのチェックは、更新のアイコンを選び、赤が消えたことを確かめます。スナップショットのチェックは自動で更新され、反映に数時間かかることがあります。",
                "Refresh the checks on S3, root MFA and ports by their icon, and see that the red is gone. The checks on snapshots refresh by themselves, which can take hours.",
            ),
            t(
                "意図して公開しているものは、項目を選んで「Exclude & Refresh」(除外して更新)を選び、その理由をこのツールのメモに残します。スナップショットの項目は除外できません。意図して公開しているなら、この対策は「リスクを受け入れる」にして、理由を残します。",
                "What is public on purpose: select the item, choose [Exclude & Refresh], and write the reason into the note here. Snapshots cannot be excluded: if one is public on purpose, answer Risk accepted here, with the reason.",
            ),
            t(
                "3 か月に一度、同じ画面を見る予定を入れます。有料のサポートプランなら、「Preferences」(設定)の「Notifications」(通知)で毎週のメールを受け取れます。",
                "Put a date into the calendar to look again every three months. With a paid support plan [Preferences], [Notifications] has a weekly mail.",
            ),
        ],
        cli: &[
            aws("support describe-trusted-advisor-check-result", &["--check-id", "<CHECK_ID>"]).note(
                "赤いチェックの ID(確認のコマンドの出力にある checkId)を指定します。flaggedResources のうち、status が error で isSuppressed が false のものを直します。",
                "Give the ID of a red check, checkId of the command before. Repair the flaggedResources whose status is error and isSuppressed is false.",
            ),
            changes("support refresh-trusted-advisor-check", &["--check-id", "<CHECK_ID>"]).note(
                "直した後に、チェックを更新します。スナップショットのチェックは自動で更新されるため、指定すると InvalidParameterValue のエラーになります。",
                "Refreshes it after the repair. For the checks on snapshots it is an error, InvalidParameterValue: they refresh by themselves.",
            ),
            aws("support describe-trusted-advisor-check-summaries", &["--check-ids", EBS_SNAPSHOTS, RDS_SNAPSHOTS, S3_BUCKETS, ROOT_MFA, PORTS]).note(
                "status が error のチェックがなくなったことを確認します。",
                "No status is error any more.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "ポートのチェックの対象は、自分で作ったセキュリティグループの、IPv4 のインバウンドルールだけです。IPv6 のルールや、いくつかの範囲に分けて全世界に開いたルールは見つけません。AWS Directory Service が作ったセキュリティグループは、危険がなくても赤か黄になることがあり、除外してかまいません。赤い項目がなくても、ほかの対策は必要です。",
                "The check on ports looks at inbound IPv4 rules of groups that you made; it sees neither IPv6 nor several ranges that add up to the internet. Groups that AWS Directory Service made may be red or yellow without any risk, and can be excluded. No red here does not replace the other controls.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "読み取り専用のポリシー(SecurityAudit、ViewOnlyAccess、ReadOnlyAccess)では、チェックを更新できません。更新には trustedadvisor:RefreshCheck の許可が必要です。",
                "Read-only policies (SecurityAudit, ViewOnlyAccess, ReadOnlyAccess) do not let you refresh: that takes trustedadvisor:RefreshCheck.",
            ),
        },
    ],
    done: t(
        "チェックを更新した直後の Trusted Advisor で、セキュリティに赤い項目がなく、除外した項目のすべてに理由がある。",
        "Just after a refresh the security checks of Trusted Advisor show no red item, and each excluded item has a reason.",
    ),
    not_applicable: t(
        "Trusted Advisor を組織の方針で無効にしていて、同じ内容を Security Hub などで確認している場合。",
        "When Trusted Advisor is switched off by a policy of the organisation, and the same is looked at elsewhere, in Security Hub for example.",
    ),
    organisation: Some(t(
        "Trusted Advisor はアカウントごとに確認します。有料のサポートプランの管理アカウントでは、組織ビューで全アカウントのレポートを作れます。ただし、ベーシックサポートのメンバーアカウントのチェックは、そのアカウントで更新する必要があります。",
        "Trusted Advisor looks at one account. A management account with a paid plan can make reports on all accounts in the organizational view; the checks of a member with Basic Support must be refreshed in that account.",
    )),
    evidence: t(
        "有料のサポートプランの API があれば、5 つのチェックの色、最後に更新した日、除外された項目の数が分かります。API がなければ、コンソールで確認した結果を答えてください。",
        "With the API of a paid plan it tells the colour of the five checks, when each was last refreshed, and how many items are excluded. Without it, answer by what the console shows.",
    ),
    attest: Some(t(
        "チェックを更新した後、Trusted Advisor のセキュリティの赤い項目は 0 件になっていますか。",
        "After a refresh, is there no red item under Security in Trusted Advisor?",
    )),
    sources: &[
        Source {
            title: "AWS Startup Security Baseline: ACCT.12 Monitor for and resolve AWS Trusted Advisor high-risk items",
            url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/acct-12.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS Support User Guide: AWS Trusted Advisor check reference",
            url: "https://docs.aws.amazon.com/awssupport/latest/user/trusted-advisor-check-reference.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS Support User Guide: Security (checks of Trusted Advisor)",
            url: "https://docs.aws.amazon.com/awssupport/latest/user/security-checks.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS Support User Guide: Get started with Trusted Advisor Recommendations",
            url: "https://docs.aws.amazon.com/awssupport/latest/user/get-started-with-aws-trusted-advisor.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS Support API Reference: DescribeTrustedAdvisorCheckResult",
            url: "https://docs.aws.amazon.com/awssupport/latest/APIReference/API_DescribeTrustedAdvisorCheckResult.html",
            reviewed: "2026-12-01",
        },
    ],
};

/// The security checks that every account has, whatever its support plan: ids and subjects.
pub(crate) const CHECKS: [(&str, Text); 5] = [
    (EBS_SNAPSHOTS, t("EBS の公開スナップショット", "public EBS snapshots")),
    (RDS_SNAPSHOTS, t("RDS の公開スナップショット", "public RDS snapshots")),
    (S3_BUCKETS, t("S3 バケットのアクセス許可", "S3 bucket permissions")),
    (ROOT_MFA, t("ルートユーザーの MFA", "MFA of root")),
    (PORTS, t("開いたポート", "open ports")),
];
const EBS_SNAPSHOTS: &str = "ePs02jT06w";
const RDS_SNAPSHOTS: &str = "rSs93HQwa1";
const S3_BUCKETS: &str = "Pfx0RwqBli";
const ROOT_MFA: &str = "7DAFEmoDos";
const PORTS: &str = "HCP4007jGY";
