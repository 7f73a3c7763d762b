//! People without IAM users.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, deletes,
};

/// What runs out by itself cannot be used by whoever finds it later.
pub(crate) const CONTROL: Control = Control {
    id: "people-short-lived",
    section: Section::Iam,
    mandatory: false,
    level: None,
    order: 37,
    severity: Severity::High,
    effort_minutes: 60,
    free: true,
    needs: &[],
    title: t(
        "人の IAM ユーザーをやめ、短期の認証情報で入る",
        "Let people in with short-lived credentials, not as IAM users",
    ),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "退職した人の IAM ユーザーのパスワードと、その人の PC に残ったアクセスキーは、消すまで使えます。半年後にその PC がマルウェアに感染し、売られたキーがマイニングに使われます。IAM Identity Center などの ID プロバイダーから入る形なら、退職時に 1 か所で止めるだけで済み、PC に残った認証情報も数時間で使えなくなります。",
        "The password of a leaver's IAM user, and the key on that laptop, work until somebody deletes them. Half a year later malware finds the key, it is sold, and somebody mines with it. Where people come in through IAM Identity Center or another identity provider, one switch stops the leaver, and what is left on the laptop runs out, by default within hours.",
    ),
    cost: t(
        "無料(IAM Identity Center に追加料金はない。無料プランのアカウントで組織を作ると、有料プランになり、残りのクレジットは失効)",
        "Free (IAM Identity Center has no charge of its own; on a free-plan account, making an organisation moves it to the paid plan and ends the credits)",
    ),
    scope: t("組織またはアカウントで 1 回", "Once for the organisation or account"),
    check: Guide {
        console: &[
            t(
                "IAM のコンソールで [ユーザー] を開き、「Console last sign-in」(コンソールへの前回サインイン)の列を見て、人が使っているユーザーがいないか確認します。緊急用のユーザーを残すことは、AWS も認めています。",
                "Open [Users] in the IAM console and look at [Console last sign-in]: no user should be one that a person works with. AWS names emergency access as a good reason to keep one.",
            ),
            t(
                "それぞれのユーザーの [セキュリティ認証情報] タブで、人の PC で使われているアクセスキーがないか確認します。",
                "Under [Security credentials] of each user see that no access key is used on somebody's computer.",
            ),
            t(
                "IAM のコンソールの [ロール] で AWSReservedSSO を検索します。見つかれば、IAM Identity Center からこのアカウントに入れる人がいます。別の ID プロバイダーを使っている場合は、[ID プロバイダー] にあります。",
                "Search [Roles] in the IAM console for AWSReservedSSO: those roles are for people who come in from IAM Identity Center. Another provider stands under [Identity providers].",
            ),
            t(
                "IAM Identity Center のコンソール(組織では管理アカウント)で [設定] を開き、[認証] タブの [多要素認証] を見ます。MFA を求めるタイミングが「Every time they sign in (always-on)」(サインインのたびに)になっているか確認します。デバイスがない人の扱いは「Require them to register an MFA device at sign in」(サインイン時に MFA デバイスの登録を必須とする)か確認します。外部の ID プロバイダーを使っている場合は、そこで MFA が必須になっているか確認します。",
                "In the IAM Identity Center console, in an organisation that of the management account, open [Settings], [Authentication]: [Multi-factor authentication] should say [Every time they sign in (always-on)], and [Require them to register an MFA device at sign in] for people without one. With an external identity provider, see that MFA is compulsory there.",
            ),
        ],
        cli: &[
            aws("iam generate-credential-report", &[]).note(
                "認証情報レポートを作ります。State が COMPLETE になるまで、繰り返し実行してください。",
                "Makes the credential report. Run it again until State is COMPLETE.",
            ),
            aws("iam get-credential-report", &[]).note(
                "Content は Base64 の CSV です。password_enabled が true の行は、コンソールにサインインできる IAM ユーザーです。password_last_used が最近の日付なら、人が使っています。",
                "Content is a CSV in Base64. A row with password_enabled true is an IAM user that can sign in to the console; one with a recent password_last_used is used by a person.",
            ),
            aws("iam list-roles", &["--path-prefix", "/aws-reserved/sso.amazonaws.com/"]).note(
                "IAM Identity Center からこのアカウントに入るためのロールです。1 つもなければ、このアカウントには誰も割り当てられていません。",
                "The roles by which people come in from IAM Identity Center. Without any, nobody is assigned to this account.",
            ),
            aws("iam list-saml-providers", &[]).note(
                "ほかの ID プロバイダー(SAML)です。AWSSSO_ で始まるものは、IAM Identity Center が作ったものです。",
                "Other identity providers (SAML). Those that begin with AWSSSO_ were made by IAM Identity Center.",
            ),
            aws("sso-admin list-instances", &[]).in_each_region().note(
                "IAM Identity Center のインスタンスです。有効にしたリージョンでだけ表示されます。このアカウントだけのインスタンス(アカウントインスタンス)からは、AWS アカウントに入れません。",
                "The instance of IAM Identity Center, in the Region where it was enabled. One of this account alone (an account instance) gives no access to AWS accounts.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "管理アカウント(組織がなければ、このアカウント)で IAM Identity Center のコンソールを開き、右上でふだん使うリージョンを選んでから、[有効にする] を選びます。リージョンを後で変えるには、作り直しが必要です。組織がない場合は、AWS Organizations の組織も一緒に作られます。",
                "Open the IAM Identity Center console in the management account, or in this account if there is no organisation, choose the Region that you use most at the top right, as changing it later means making it anew, and choose [Enable]. Without an organisation, AWS Organizations makes one along with it.",
            ),
            t(
                "このとき、アカウントインスタンスを有効にするリンクは選ばないでください。アカウントインスタンスでは、AWS アカウントへのアクセスを割り当てられません。",
                "Do not take the link to an account instance: it cannot give access to AWS accounts.",
            ),
            t(
                "[設定]、[認証] を開き、[多要素認証] の [設定] を選びます。「Every time they sign in (always-on)」(サインインのたびに)と「Require them to register an MFA device at sign in」(サインイン時に MFA デバイスの登録を必須とする)を選び、変更を保存します。",
                "Open [Settings], [Authentication], and choose [Configure] at [Multi-factor authentication]. Choose [Every time they sign in (always-on)] and [Require them to register an MFA device at sign in], then [Save changes].",
            ),
            t(
                "[ユーザー]、[ユーザーを追加] の順に選び、1 人ずつ登録します。[グループ]、[グループを作成] の順に選び、役割ごとのグループも作ります。",
                "Choose [Users], [Add user], one for each person, and [Groups], [Create group], one for each role.",
            ),
            t(
                "[許可セット]、[許可セットを作成] の順に選びます。ふだんの作業用には、必要な権限だけを含む許可セットを作ります。",
                "Open [Permission sets] and choose [Create permission set]. For daily work make one with the rights that are needed, and no more.",
            ),
            t(
                "[AWS アカウント] を開き、このアカウントにチェックを入れて [ユーザーまたはグループを割り当て] を選びます。グループ、[次へ]、許可セット、[次へ]、[送信] の順に選びます。",
                "Open [AWS accounts], tick this account, choose [Assign users or groups], then the group and the permission set, and [Submit].",
            ),
            t(
                "各自が、招待メールからパスワードと MFA を登録します。続けて AWS アクセスポータルからこのアカウントを開き、いつもの作業ができることを確かめます。",
                "From the mail each person sets a password and MFA, opens this account in the AWS access portal, and sees that the daily work goes on.",
            ),
            t(
                "PC の AWS CLI は、aws configure sso で設定し、aws sso login でサインインする形に替えます。IAM Identity Center をまだ使えない場合も、aws login(AWS CLI 2.32.0 以降)でサインインすれば、アクセスキーなしで CLI を使えます(管理者以外には、ポリシー SignInLocalDevelopmentAccess が必要です)。",
                "On people's computers set up the AWS CLI with aws configure sso and sign in with aws sso login. Where IAM Identity Center is not possible yet, aws login of AWS CLI 2.32 and later works without an access key; people who are no administrators need the policy SignInLocalDevelopmentAccess.",
            ),
            t(
                "全員が移ったら、人が使っていた IAM ユーザーの、コンソールのパスワードとアクセスキーを無効にします。1 か月ほど様子を見てから、ユーザーを削除します。緊急用の 1 人だけは、MFA を設定して残します。",
                "When everybody has moved, take the console password from the IAM users of people and deactivate their access keys. Watch for a month, then delete the users. Keep one for emergencies, with MFA.",
            ),
        ],
        cli: &[
            deletes("iam delete-login-profile", &["--user-name", "<USER>"]).note(
                "その人が新しい入口から入れることを確かめてから実行します。コンソールのパスワードが消えます。",
                "Run it when that person has come in the new way. It removes the console password.",
            ),
            aws("iam list-access-keys", &["--user-name", "<USER>"]).note(
                "残っているアクセスキーです。プログラムが使っているキーでないことを確認します。",
                "The access keys that are left. See that no program uses them.",
            ),
            changes("iam update-access-key", &["--user-name", "<USER>", "--access-key-id", "<ACCESS_KEY_ID>", "--status", "Inactive"]).note(
                "アクセスキーを無効にします。何か止まったら、Inactive を Active に替えて実行すれば元に戻ります。",
                "Deactivates it. If something stops, Active takes it back.",
            ),
            deletes("iam delete-access-key", &["--user-name", "<USER>", "--access-key-id", "<ACCESS_KEY_ID>"]).note(
                "無効にして 1 か月ほど問題がなければ、削除します。",
                "Deletes it when nothing has happened for a month or so.",
            ),
            aws("iam list-roles", &["--path-prefix", "/aws-reserved/sso.amazonaws.com/"]).note(
                "許可セットを割り当てると、AWSReservedSSO_ で始まるロールができます。",
                "Roles that begin with AWSReservedSSO_ appear when a permission set is assigned.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "管理者が新しい入口から入れることを確かめるまでは、最後の管理者の IAM ユーザーを消さないでください。IAM Identity Center が使えないときのために、MFA を設定した緊急用の IAM ユーザーを 1 人残します。",
                "Do not delete the last administrator's IAM user before an administrator has come in the new way. Keep one IAM user with MFA for the day when IAM Identity Center cannot be reached.",
            ),
        },
        Warning {
            risk: Risk::Cost,
            text: t(
                "AWS 無料利用枠の無料プランのアカウントで組織を作ると、自動的に従量課金の有料プランになり、残りのクレジットは直ちに失効します。",
                "On an account of the free plan, making an organisation upgrades it to the paid plan, and what is left of the credits expires at once.",
            ),
        },
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "削除したユーザーとアクセスキーは元に戻せません。プログラムが、人の IAM ユーザーのキーで動いていることもよくあります。無効にして様子を見てから、削除してください。",
                "Deleted users and keys cannot be restored, and programs often run with the key of a person. Deactivate and watch before you delete.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "組織を作ると、このアカウントは管理アカウントになります。管理アカウントには SCP が効かないため、AWS は、アプリケーションなどのワークロードをメンバーアカウントで動かすよう勧めています。",
                "The account that makes an organisation becomes its management account, which no SCP binds. AWS recommends to run workloads in member accounts.",
            ),
        },
    ],
    done: t(
        "人は IAM Identity Center などの ID プロバイダーから、MFA を使ってサインインしている。人が使う IAM ユーザーは、緊急用の 1 人を除いて残っていない。",
        "People sign in through IAM Identity Center or another identity provider, with MFA. There is no IAM user for a person, but for one for emergencies.",
    ),
    not_applicable: t(
        "このアカウントに誰もサインインしない場合。または、新しい形式のアカウントで、最初から IAM Identity Center で入る場合。",
        "When nobody signs in to this account. Or when the account is of the new kind, which people enter through IAM Identity Center from the start.",
    ),
    organisation: Some(t(
        "組織の IAM Identity Center のインスタンスは管理アカウントにあり、メンバーアカウントからは設定を変えられません。AWSReservedSSO_ で始まるロールがあるかどうかは、メンバーアカウントでも確認できます。",
        "The instance of the organisation is in the management account; a member cannot change its settings. Whether there are roles AWSReservedSSO_… can be seen in a member account, too.",
    )),
    evidence: t(
        "どの IAM ユーザーにパスワードがあり、いつ最後に使われたか、IAM Identity Center のロールや ID プロバイダーがあるかが分かります。IAM Identity Center の MFA の設定は、読み取る API がないため分かりません。アクセスキーを使っているのが人かプログラムかも分かりません。",
        "It tells which IAM users have a password and when it was last used, and whether there are roles of IAM Identity Center or other providers. No API shows the MFA setting, and nothing tells whether an access key is a person's or a program's.",
    ),
    attest: Some(t(
        "IAM Identity Center(または ID プロバイダー)では MFA が全員に必須で、人が使うアクセスキーは 1 本も残っていない状態ですか。",
        "Is MFA compulsory for everybody in IAM Identity Center (or your identity provider), and does no person use an access key?",
    )),
    sources: &[
        Source {
            title: "AWS Startup Security Baseline: ACCT.03 Configure console access for each user",
            url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/acct-03.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS Startup Security Baseline: ACCT.13 Use short-lived credentials for access to your AWS resources",
            url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/acct-13.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS IAM Identity Center User Guide: Enable IAM Identity Center",
            url: "https://docs.aws.amazon.com/singlesignon/latest/userguide/enable-identity-center.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS IAM Identity Center User Guide: Account instances of IAM Identity Center",
            url: "https://docs.aws.amazon.com/singlesignon/latest/userguide/account-instances-identity-center.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS IAM Identity Center User Guide: Prompt users for MFA",
            url: "https://docs.aws.amazon.com/singlesignon/latest/userguide/mfa-getting-started.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "IAM User Guide: Create an IAM user for emergency access",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/getting-started-emergency-iam-user.html",
            reviewed: "2026-12-01",
        },
    ],
};
