//! A written emergency procedure, and access to AWS Support without the root user.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, creates,
};

/// One half is a document, the other half a role with `AWSSupportAccess`.
pub(crate) const CONTROL: Control = Control {
    id: "ir-runbook-and-support-access",
    section: Section::Readiness,
    mandatory: true,
    level: Some(3),
    order: 23,
    severity: Severity::High,
    effort_minutes: 30,
    free: true,
    needs: &[],
    title: t(
        "緊急時の手順メモと、サポートに連絡できるロールを用意する",
        "Write an emergency note and prepare access to AWS Support",
    ),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "深夜 2 時、キーが公開されていると AWS から連絡が来ます。ルートユーザーのパスワードを知る人は飛行機の中で、ほかの人はサポートケースを開けません。電話番号と権限を探す 4 時間の間、攻撃者のインスタンスはあなたの支払いで動き続けます。",
        "At 2 a.m. AWS writes that a key of yours is public. The one who knows the root password is on a plane, and nobody else may open the support case. The team spends four hours looking for phone numbers and permissions while the attacker's instances run at your expense.",
    ),
    cost: t(
        "無料(アカウントと請求のケースに、有料のサポートプランは不要)",
        "Free (an Account and billing case needs no paid support plan)",
    ),
    scope: t("アカウント全体で 1 回", "Once for the account"),
    check: Guide {
        console: &[
            t(
                "IAM のコンソールを開き、[ポリシー] で AWSSupportAccess を検索して開きます。",
                "Open the IAM console, search for AWSSupportAccess under [Policies] and open it.",
            ),
            t(
                "[アタッチされたエンティティ] タブに、ロールが 1 つ以上あるか確認します。グループやユーザーでも構いませんが、ロールが望ましい状態です。",
                "Open the tab [Entities attached]: is there at least one role? A group or a user counts as well, a role is better.",
            ),
            t(
                "ルートユーザー以外でサインインした人が、必要ならそのロールに切り替え、コンソール上部の疑問符のアイコンから [サポートセンター] を開いて、ケースの一覧が見えるか確認します。",
                "Let somebody who is not root sign in, switch to that role if need be, open [Support Center] with the question mark at the top, and see the list of cases.",
            ),
            t(
                "緊急時の手順メモを、AWS にサインインできないつもりで探します。2 人以上が場所を知っていて、電話番号が今も正しいか確認します。",
                "Look for your emergency note as if nobody could sign in to AWS. Do two people know where it is, and are the phone numbers right?",
            ),
        ],
        cli: &[aws("iam list-entities-for-policy", &["--policy-arn", "arn:aws:iam::aws:policy/AWSSupportAccess"]).note(
            "PolicyRoles に名前があれば、サポートに連絡できるロールがあります。PolicyRoles、PolicyGroups、PolicyUsers がすべて空なら、まだありません。",
            "A name under PolicyRoles is a role that can reach AWS Support. If PolicyRoles, PolicyGroups and PolicyUsers are all empty, there is none.",
        )],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "このツールの「緊急時の対応」ページを開き、印刷します。",
                "Open “Something happened” on this page and print it.",
            ),
            t(
                "印刷した紙に、アカウント ID、最初に対応する人と代わりの人、決定する人、それぞれの電話番号、ルートユーザーの復旧に必要なものの保管場所、請求代行会社があればその連絡先を書きます。",
                "Write on it: the account ID, who responds first and who second, who decides, their phone numbers, where the things for root recovery are kept, and the reseller if you have one.",
            ),
            t(
                "1 部は紙で、もう 1 部はこのアカウントの外(別のクラウドストレージなど)に置き、2 人以上に場所を伝えます。",
                "Keep one copy on paper and one outside this account, such as in another cloud storage, and tell two people where they are.",
            ),
            t(
                "IAM のコンソールの [ロール] で [ロールの作成] を選び、[AWS アカウント] と「This account」(このアカウント)を選びます。",
                "In the IAM console open [Roles], choose [Create role], [AWS account] and [This account].",
            ),
            t(
                "「Require MFA」(MFA が必要)を選び、[次へ] を選びます。",
                "Select [Require MFA] and choose [Next].",
            ),
            t(
                "AWSSupportAccess を検索してチェックを入れ、[次へ] を選びます。",
                "Search for AWSSupportAccess, select it, and choose [Next].",
            ),
            t(
                "ロール名に support-incident と入力し、[ロールの作成] を選びます。",
                "Enter the role name support-incident and choose [Create role].",
            ),
            t(
                "管理者でない人にも使わせる場合は、その人のユーザーグループに、CLI の手順の iam put-group-policy にあるポリシーをインラインポリシーとして追加します。",
                "For people who are not administrators, add the policy of iam put-group-policy in the CLI steps to their user group, as an inline policy.",
            ),
            t(
                "対応する 2 人がそれぞれ MFA でサインインし、右上のユーザー名から [ロールの切り替え] を選び、アカウント ID と support-incident を入力して切り替えます。",
                "Each of the two signs in with MFA, chooses the user name at the top right, then [Switch role], and enters the account ID and support-incident.",
            ),
            t(
                "コンソール上部の疑問符のアイコンから [サポートセンター] を開き、ケースの一覧が見えることを確かめます。ケースは作りません。",
                "Each opens [Support Center] with the question mark at the top and sees the list of cases. No case has to be made.",
            ),
            t(
                "メモに、ロール名と、ケースの作り方(サポートセンターで状況を書いて送信し、AI の回答の後に「Create a case」(ケースを作成)を選ぶ。種類は「Account and billing」(アカウントと請求))を書き足します。サインインできないときは https://aws.amazon.com/contact-us/ を使うことも書きます。",
                "Add to the note: the role name, and how to open a case (describe the trouble in Support Center, send it, and after the AI's answer choose [Create a case], type [Account and billing]). Add https://aws.amazon.com/contact-us/ for the case that nobody can sign in.",
            ),
        ],
        cli: &[
            creates("iam create-role", &["--role-name", "support-incident", "--assume-role-policy-document", TRUST]).note(
                "このアカウントの IAM ユーザーが、MFA でサインインしたときだけ引き受けられるロールを作ります。",
                "Makes a role that IAM users of this account can assume, but only after signing in with MFA.",
            ),
            changes("iam attach-role-policy", &["--role-name", "support-incident", "--policy-arn", "arn:aws:iam::aws:policy/AWSSupportAccess"]).note(
                "サポートケースの作成、閲覧、返信だけを許可します。リソースの操作はできません。",
                "Allows it to open, read and answer support cases, and nothing with your resources.",
            ),
            changes("iam put-group-policy", &["--group-name", "<GROUP>", "--policy-name", "switch-to-support-incident", "--policy-document", SWITCH]).note(
                "管理者でない人のグループに、このロールへの切り替えを許可します。管理者だけが対応するなら飛ばします。",
                "Lets a group of people who are not administrators switch to the role. Skip it if only administrators respond.",
            ),
            aws("iam list-entities-for-policy", &["--policy-arn", "arn:aws:iam::aws:policy/AWSSupportAccess"]).note(
                "PolicyRoles に support-incident があれば完了です。続けて、コンソールの手順で切り替えを試し、メモを用意します。",
                "PolicyRoles must show support-incident. Go on with the console steps: try the switch, and prepare the note.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "メモとルートユーザーの復旧に必要なものを、このアカウントの S3 や、このアカウントで動く Wiki だけに置かないでください。必要なときに読めません。",
                "Do not keep the note and the things for root recovery only in an S3 bucket of this account or a wiki that runs in it: when you need them, you cannot read them.",
            ),
        },
        Warning {
            risk: Risk::LockOut,
            text: t(
                "ルートユーザーはロールに切り替えられません。IAM Identity Center や外部の ID プロバイダーから入る人も、AWS から見ると MFA の記録がないため、このロールの条件を満たしません。その場合は、使っている許可セットやロールに AWSSupportAccess を追加してください。",
                "Root cannot switch roles. People who come through IAM Identity Center or another identity provider fail the condition, too: AWS does not see their MFA. Add AWSSupportAccess to their permission set or role instead.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "アカウントと請求のケースに日本語で対応してもらえるのは、平日の 9~18 時(日本時間)です。夜間や休日は、英語で作ります。",
                "In Japanese, Account and billing cases are answered on weekdays from 9:00 to 18:00 JST only. At other times write in English.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "AWSSupportAccess を持つ人は、アカウントのすべてのケースを読めます。ケースごとに制限することはできません。",
                "Whoever has AWSSupportAccess can read all cases of the account. It cannot be limited to single cases.",
            ),
        },
    ],
    done: t(
        "2 人以上が場所を知っているメモがアカウントの外にあり、その 2 人がルートユーザーを使わずにサポートセンターを開けた。",
        "There is a note outside the account that two people can find, and both have opened Support Center without root.",
    ),
    not_applicable: t(
        "ほとんどありません。請求代行会社を通して AWS を使い、サポートの窓口がその会社の場合も、メモは必要です。",
        "Hardly ever. If you buy AWS through a reseller who also handles support, you still need the note.",
    ),
    organisation: Some(t(
        "IAM Identity Center を使う組織では、ロールを作る代わりに、AWSSupportAccess を含む許可セットを対応する人に割り当てます。メモには、組織の管理者とセキュリティ担当の連絡先も書きます。",
        "With IAM Identity Center, assign a permission set with AWSSupportAccess to the people who respond instead of making the role. Add the administrators and the security team of the organisation to the note.",
    )),
    evidence: t(
        "AWSSupportAccess がロール、グループ、ユーザーのどれかに付いているかが分かります。AdministratorAccess などを持つ人もケースを開けますが、この出力には出ません。メモがあるか、2 人が知っているか、切り替えを試したかは分からないため、質問に答えてください。",
        "It tells whether AWSSupportAccess is attached to a role, group or user. People with AdministratorAccess can open cases too, but do not show up here. It cannot tell whether there is a note that two people know, or whether anyone tried the switch: please answer the question.",
    ),
    attest: Some(t(
        "2 人以上が知っている、緊急時の手順メモがありますか。",
        "Is there an emergency note that two people know?",
    )),
    sources: &[
        Source {
            title: "AWS Support User Guide: Manage access to AWS Support Center",
            url: "https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Support User Guide: Case management",
            url: "https://docs.aws.amazon.com/awssupport/latest/user/case-management.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Support User Guide: Create a support interaction",
            url: "https://docs.aws.amazon.com/awssupport/latest/user/create-support-interaction.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Create a role to give permissions to an IAM user",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Grant a user permissions to switch roles",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
            reviewed: "2026-11-24",
        },
    ],
};

/// Source: "Create a role to give permissions to an IAM user".
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::<ACCOUNT_ID>:root"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}"#;

const SWITCH: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::<ACCOUNT_ID>:role/support-incident"}]}"#;
