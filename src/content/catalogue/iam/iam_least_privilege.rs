//! Administrator rights only for those who need them, and through groups or roles.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, creates, deletes,
};

/// Limits what a leaked key can do.
pub(crate) const CONTROL: Control = Control {
    id: "iam-least-privilege",
    section: Section::Iam,
    mandatory: true,
    level: Some(3),
    order: 22,
    severity: Severity::High,
    effort_minutes: 60,
    free: true,
    needs: &[],
    title: t("管理者権限を必要な人だけに絞る", "Limit administrator rights to those who need them"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "バックアップ用スクリプトのアクセスキーが漏れます。そのユーザーが何でもできる権限を持っていれば、攻撃者は自分用の管理者を作り、ログを止め、全リージョンで GPU インスタンスを動かします。1 つのバケットに書き込める権限だけなら、被害はそのバケットで止まります。",
        "The key of a backup script leaks. If its user may do everything, the attacker makes an administrator of their own, stops the logs and runs GPU instances in every Region. If it may only write to one bucket, the damage ends at that bucket.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体(グローバル)", "The account (global)"),
    check: Guide {
        console: &[
            t(
                "IAM のコンソールを開き、[ポリシー] で AdministratorAccess を検索して開きます。",
                "Open the IAM console, search for AdministratorAccess under [Policies] and open it.",
            ),
            t(
                "[アタッチされたエンティティ] タブを見ます。ユーザーが並んでいれば要修正です。グループとロールは、本当に管理者だけが使うものか確認します。",
                "Open the tab [Entities attached]. Users in the list have to be fixed. For groups and roles, see that only administrators use them.",
            ),
            t(
                "[ポリシー] に戻り、自分たちで作ったポリシー(カスタマー管理ポリシー)を 1 つずつ開いて、[許可] タブの JSON を見ます。Action と Resource の両方が「*」の許可があれば要修正です。",
                "Go back to [Policies] and open each policy that you made yourselves (customer managed). On the tab [Permissions] look at the JSON: an Allow with * as both Action and Resource has to be fixed.",
            ),
            t(
                "[ユーザー] で各ユーザーを開き、[許可] タブの「Attached via」(アタッチ方法)の列を見ます。グループ経由でないポリシーがあれば要修正です。",
                "Under [Users] open each user and look at the column [Attached via] on the tab [Permissions]. Policies that do not come from a group have to be fixed.",
            ),
            t(
                "[ユーザーグループ] と [ロール] でも、インラインポリシーに Action と Resource の両方が「*」の許可がないか確認します。",
                "Under [User groups] and [Roles] too, see that no inline policy allows * on *.",
            ),
        ],
        cli: &[
            aws(
                "iam list-entities-for-policy",
                &["--policy-arn", "arn:aws:iam::aws:policy/AdministratorAccess"],
            )
            .note(
                "PolicyUsers が空なら問題ありません。PolicyGroups と PolicyRoles は、本当に管理者だけが使うものか確認します(AWSReservedSSO_ で始まるロールは IAM Identity Center のものです)。",
                "Good: PolicyUsers is empty. For PolicyGroups and PolicyRoles ask whether they belong to administrators only (roles that begin with AWSReservedSSO_ come from IAM Identity Center).",
            ),
            aws("iam list-policies", &["--scope", "Local", "--only-attached"]).note(
                "自分たちで作ったポリシーのうち、使われているものの一覧です。次のコマンドに Arn と DefaultVersionId を使います。",
                "The policies that you made and that are in use. The next command needs their Arn and DefaultVersionId.",
            ),
            aws("iam get-policy-version", &["--policy-arn", "<POLICY_ARN>", "--version-id", "<POLICY_VERSION>"]).note(
                "上の一覧のポリシーごとに実行します。Effect が Allow、Action と Resource がどちらも「*」で、Condition のないステートメントがあれば要修正です。",
                "Run it for each policy of that list. A statement with Effect Allow, * as both Action and Resource and no Condition has to be fixed.",
            ),
            aws(
                "iam get-account-authorization-details",
                &["--filter", "User", "Role", "Group", "LocalManagedPolicy"],
            )
            .note(
                "インラインポリシーも含め、全員の権限が 1 つの長い JSON になります。UserDetailList の各ユーザーで AttachedManagedPolicies が空、UserPolicyList がない(または空)のがよい状態です。",
                "Everybody's rights, inline policies too, as one long JSON. Good: in UserDetailList every user has an empty AttachedManagedPolicies and no UserPolicyList.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "変更するユーザーとは別の管理者でサインインします。ほかにも管理者が 1 人以上いて、サインインできることを確かめます。",
                "Sign in as an administrator other than the user whom you change. See that at least one more administrator exists and can sign in.",
            ),
            t(
                "IAM のコンソールの [ユーザー] でユーザーを開き、「Last Accessed」(最終アクセス)タブで、実際に使っているサービスを書き留めます。",
                "In the IAM console open the user under [Users] and note on the tab [Last Accessed] which services are really used.",
            ),
            t(
                "[ユーザーグループ]、[グループの作成] と進み、[ユーザーグループ名] を入れて、同じ仕事をするユーザーを選びます。",
                "Choose [User groups], then [Create group]. Enter a [User group name] and select the users who do the same work.",
            ),
            t(
                "同じ画面でポリシーを選び、[グループの作成] を選びます。AdministratorAccess は管理者のグループにだけ付けます。開発者は PowerUserAccess(IAM を変更できません)、閲覧だけの人は ReadOnlyAccess から始め、後で絞り込みます。",
                "On the same page select the policy and choose [Create group]. AdministratorAccess is for the administrators' group only. Start developers with PowerUserAccess (it cannot change IAM), people who only look with ReadOnlyAccess, and narrow later.",
            ),
            t(
                "[ユーザー] でユーザーを開き、[許可] タブで、グループ経由でないポリシーだけを選び、「Remove」(削除)を選びます。",
                "Under [Users] open the user. On the tab [Permissions] select only the policies that do not come from a group and choose [Remove].",
            ),
            t(
                "そのユーザーに普段の作業をしてもらいます。足りない権限があれば、ユーザーではなくグループにポリシーを追加します。",
                "Let the user do the daily work. If a right is missing, add a policy to the group, not to the user.",
            ),
            t(
                "自分たちで作ったポリシーは、[ポリシー] で開き、[許可] タブの [編集] で、Action と Resource の「*」を必要なものだけに書き換えて保存します。問題が起きたら、「Policy versions」タブで前のバージョンを選び、「Set as default」で戻します。",
                "Open a policy of your own under [Policies]. On the tab [Permissions] choose [Edit], replace the * of Action and Resource with what is needed, and save. If something breaks, select the former version on the tab [Policy versions] and choose [Set as default].",
            ),
            t(
                "グループとロールのインラインポリシーも同じように絞り込みます。プログラムが使うロールに AdministratorAccess があれば、使うサービスだけのポリシーに替えます。",
                "Narrow the inline policies of groups and roles in the same way. If a role that programs use has AdministratorAccess, replace it with a policy for the services in use.",
            ),
        ],
        cli: &[
            aws("sts get-caller-identity", &[]).note(
                "今の自分が誰かを確かめます。Arn が、これから変更するユーザー自身でないことを確認してください。",
                "Shows who you are. Arn must not be the user whom you are about to change.",
            ),
            aws("iam list-attached-user-policies", &["--user-name", "<USER>"]).note(
                "ユーザーに直接アタッチされた管理ポリシーです。出力を控えておきます。",
                "The managed policies attached directly to the user. Keep the output.",
            ),
            aws("iam list-user-policies", &["--user-name", "<USER>"]).note(
                "ユーザーのインラインポリシーの名前です。空なら、get-user-policy と delete-user-policy は不要です。",
                "The names of the user's inline policies. If it is empty, skip get-user-policy and delete-user-policy.",
            ),
            aws("iam get-user-policy", &["--user-name", "<USER>", "--policy-name", "<POLICY_NAME>"]).note(
                "インラインポリシーの中身です。削除すると戻せないため、出力をファイルに保存します。",
                "What the inline policy says. Save the output to a file: once deleted, it is gone.",
            ),
            creates("iam create-group", &["--group-name", "<GROUP>"]).note(
                "EntityAlreadyExists なら、そのグループは既にあります。list-attached-group-policies で権限を見てから使います。",
                "The error EntityAlreadyExists means that there is such a group already: look at its rights with list-attached-group-policies before you use it.",
            ),
            changes(
                "iam attach-group-policy",
                &["--group-name", "<GROUP>", "--policy-arn", "arn:aws:iam::aws:policy/PowerUserAccess"],
            )
            .note(
                "PowerUserAccess は開発者向けの出発点です。IAM は変更できませんが、インスタンスの起動などはできるため、後で絞り込みます。閲覧だけの人には ReadOnlyAccess、管理者にだけ AdministratorAccess を使い、ARN の末尾を書き換えて実行します。",
                "PowerUserAccess is a start for developers: it cannot change IAM, but it can still start instances and the like, so narrow it later. Change the end of the line to ReadOnlyAccess for people who only look, to AdministratorAccess for administrators only.",
            ),
            changes("iam add-user-to-group", &["--group-name", "<GROUP>", "--user-name", "<USER>"]).note(
                "直接の権限を外す前に、グループに入れます。",
                "Into the group first, before the direct rights go.",
            ),
            aws("iam list-groups-for-user", &["--user-name", "<USER>"]).note(
                "追加したグループが表示されることを確かめてから、次に進みます。",
                "Go on when the group is listed.",
            ),
            changes(
                "iam detach-user-policy",
                &["--user-name", "<USER>", "--policy-arn", "arn:aws:iam::aws:policy/AdministratorAccess"],
            )
            .note(
                "すぐに反映されます。直接アタッチされたほかのポリシーも、ARN を替えて同じように外します。問題が起きたら、別の管理者が attach-user-policy に同じ引数を付けて戻します。",
                "Takes effect at once. Detach other directly attached policies in the same way, with their ARN. If it causes trouble, another administrator runs attach-user-policy with the same arguments.",
            ),
            deletes("iam delete-user-policy", &["--user-name", "<USER>", "--policy-name", "<POLICY_NAME>"]).note(
                "インラインポリシーを削除します。必要な内容は、先に保存した出力からグループのポリシーに移します。",
                "Deletes the inline policy. Move what is still needed from the saved output into a policy of the group.",
            ),
            aws("iam list-entities-for-policy", &["--policy-arn", "<POLICY_ARN>"]).note(
                "ここからは、確認で見つけた「*」のカスタマー管理ポリシーごとに実行します。まず、影響を受けるユーザー、グループ、ロールを確かめます。",
                "From here on for each customer managed policy with * that the check found. See first which users, groups and roles it affects.",
            ),
            creates(
                "iam create-policy-version",
                &["--policy-arn", "<POLICY_ARN>", "--policy-document", "<POLICY_JSON>"],
            )
            .note(
                "「新しいポリシー」には、確認のコマンドで見た今のポリシーを写し、Action と Resource の「*」を実際に使うものだけに書き換えた JSON を入れます。このコマンドではバージョンが増えるだけで、まだ何も変わりません。表示された VersionId を「ポリシーのバージョン」に入れます。バージョンが既に 5 つあると LimitExceeded で失敗するため、先に古いものを 1 つ削除します。",
                "As the new policy fill in the present one, as the check showed it, with the * of Action and Resource replaced by what is really used. It only adds a version: nothing changes yet. Fill in the VersionId that it prints as Version of the policy. With five versions it fails with LimitExceeded: delete an old one first.",
            ),
            changes(
                "iam set-default-policy-version",
                &["--policy-arn", "<POLICY_ARN>", "--version-id", "<POLICY_VERSION>"],
            )
            .note(
                "新しいバージョンに切り替えます。すぐに反映され、前のバージョンは残ります。何かが動かなくなったら、同じコマンドに前のバージョンを入れて戻します。",
                "Switches to the new version. It takes effect at once and keeps the former one. If something stops, the same command with the former version takes it back.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "使える管理者(ロールか IAM Identity Center のユーザーでも可)を 2 人以上残します。自分の権限を外す前に、もう 1 人が実際にサインインして IAM を変更できることを確かめてください。",
                "Keep at least two working administrators (a role or an IAM Identity Center user counts). Before you take rights from yourself, let the other one sign in and see that they can change IAM.",
            ),
        },
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "削除したインラインポリシーは元に戻せません。先に内容を保存してください。",
                "A deleted inline policy cannot be restored. Save its text first.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "プログラムが使うユーザーやロールの権限を絞ると、プログラムが動かなくなることがあります。使われているサービスを「Last Accessed」(最終アクセス)で確かめ、1 つずつ変更して様子を見ます。コンソールでグループ経由のポリシーに「Remove」(削除)を使うと、ユーザー自体がグループから外れます。",
                "Programs can stop when their user or role loses rights. See under [Last Accessed] what is in use, change one at a time, and watch. In the console, [Remove] on a policy that comes from a group takes the user out of the group.",
            ),
        },
    ],
    done: t(
        "AdministratorAccess の PolicyUsers が空で、使われているカスタマー管理ポリシーとインラインポリシーに、すべてを許可するステートメント(Action と Resource がどちらも「*」)がない。ユーザーの権限はグループかロールから来ている。",
        "PolicyUsers of AdministratorAccess is empty, no customer managed or inline policy in use allows * on *, and users have their rights from groups or roles.",
    ),
    not_applicable: t(
        "ほとんどありません。IAM ユーザーがいなくても、ロールとポリシーの確認は必要です。",
        "Hardly ever. Even without IAM users, look at the roles and policies.",
    ),
    organisation: Some(t(
        "AWSReservedSSO_ で始まるロールは IAM Identity Center が作ったものです。権限は IAM ではなく、Identity Center の許可セットで変更します。SCP は権限の上限を決めるだけなので、SCP があっても、ここで見つかった「*」は直します。",
        "Roles that begin with AWSReservedSSO_ are made by IAM Identity Center: change their rights in its permission sets, not in IAM. SCPs only set an upper limit; the * found here still has to be fixed.",
    )),
    evidence: t(
        "get-account-authorization-details があれば、インラインポリシーも含めて判定できます。ポリシーの一覧だけで中身がない場合は判定できません。グループやロールの AdministratorAccess が本当に必要かどうかは、人が判断します。",
        "With get-account-authorization-details everything is judged, inline policies too. A list of policies without their text gives no verdict. Whether a group or role really needs AdministratorAccess is for a person to say.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "Security Hub CSPM controls for AWS Identity and Access Management",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Change permissions for an IAM user",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_change-permissions.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: View last accessed information for IAM",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Edit IAM policies (console)",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-edit-console.html",
            reviewed: "2026-11-24",
        },
    ],
};
