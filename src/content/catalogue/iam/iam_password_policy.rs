//! The password policy for IAM users.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// Relevant only while there are IAM users with passwords.
pub(crate) const CONTROL: Control = Control {
    id: "iam-password-policy",
    section: Section::Iam,
    mandatory: false,
    level: None,
    order: 33,
    severity: Severity::Medium,
    effort_minutes: 5,
    free: true,
    needs: &[],
    title: t("IAM のパスワードを 14 文字以上・再利用禁止にする", "Require 14-character IAM passwords without reuse"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "攻撃者は、よくあるパスワードや流出したパスワードをサインイン画面で試し続けます。IAM には、失敗が続いたユーザーをロックする設定がありません。短いパスワードのユーザーや、以前流出したパスワードに戻したユーザーがいれば、そこから侵入されます。14 文字以上と再利用禁止で、この入口をふさぎます。",
        "The attacker tries common and leaked passwords on the sign-in page; IAM has no setting that locks a user after failed attempts. A user with a short password, or one who went back to an old leaked one, lets them in. Fourteen characters and a ban on old passwords close that way.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体で 1 回(グローバル)", "Once for the account (global)"),
    check: Guide {
        console: &[
            t(
                "IAM のコンソールを開き、左のメニューで [アカウント設定] を選びます。",
                "Open the IAM console and choose [Account settings] in the navigation pane.",
            ),
            t(
                "[パスワードポリシー] の欄で、最小文字数が 14 以上、4 種類の文字(大文字、小文字、数字、記号)が必須、過去 24 個のパスワードの再利用が禁止になっているか確認します。",
                "Under [Password policy] see that the minimum length is 14 or more, that all four kinds of characters (upper case, lower case, number, symbol) are required, and that the last 24 passwords cannot be reused.",
            ),
        ],
        cli: &[aws("iam get-account-password-policy", &[]).note(
            "MinimumPasswordLength が 14 以上、Require で始まる 4 つがすべて true、PasswordReusePrevention が 24 なら問題ありません。NoSuchEntity のエラーは、AWS の既定のポリシー(8 文字以上)のままという意味です。",
            "Good: MinimumPasswordLength 14 or more, all four Require… true, PasswordReusePrevention 24. The error NoSuchEntity means that AWS's default policy (8 characters) is still in force.",
        )],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "IAM のコンソールを開き、左のメニューで [アカウント設定] を選びます。",
                "Open the IAM console and choose [Account settings] in the navigation pane.",
            ),
            t(
                "[パスワードポリシー] の欄で [編集] を選び、続けて「Custom」(カスタム)を選びます。",
                "Under [Password policy] choose [Edit], then [Custom].",
            ),
            t(
                "「Password minimum length」(最小文字数)に 14 を入れます。",
                "Enter 14 as [Password minimum length].",
            ),
            t(
                "「Password strength」(パスワードの強度)の 4 つのチェックボックスをすべてオンにします。",
                "Select all four boxes of [Password strength].",
            ),
            t(
                "[ユーザーにパスワードの変更を許可する] をオンにします。",
                "Select [Allow users to change their own password].",
            ),
            t(
                "[パスワードの再利用を禁止する] をオンにし、24 を入れます。",
                "Select [Prevent password reuse] and enter 24.",
            ),
            t(
                "[変更の保存]、「Set custom」(カスタムを設定)の順に選びます。",
                "Choose [Save changes], then [Set custom].",
            ),
        ],
        cli: &[changes(
            "iam update-account-password-policy",
            &[
                "--minimum-password-length",
                "14",
                "--require-symbols",
                "--require-numbers",
                "--require-uppercase-characters",
                "--require-lowercase-characters",
                "--allow-users-to-change-password",
                "--password-reuse-prevention",
                "24",
            ],
        )
        .note(
            "何も出力されません。ポリシー全体が置き換わります。現在の有効期限(MaxPasswordAge)を残したい場合は、--max-password-age とその日数を足して実行します。",
            "Prints nothing. It replaces the whole policy: if you have an expiry (MaxPasswordAge) today and want to keep it, add --max-password-age and its days.",
        )],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "有効期限はここでは設定しません。設定すると、期限を過ぎたパスワードは直ちに失効します。期限切れ後に管理者のリセットを必須にする設定(--hard-expiry)を使うと、唯一の管理者が自分を締め出すおそれがあります。",
                "No expiry is set here. If you set one, passwords older than that expire at once, and with the option that then requires an administrator's reset (--hard-expiry) a sole administrator can lock themselves out.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "文字数と文字の種類は、次にパスワードを変えるときから適用されます。今のパスワードはそのまま使えるため、短いものは本人に変えてもらいます。ルートユーザーのパスワードとアクセスキーには適用されません。",
                "Length and kinds apply from the next password change on. Today's passwords go on working: ask users with a short one to change it. The policy does not apply to the root user's password or to access keys.",
            ),
        },
    ],
    done: t(
        "get-account-password-policy で MinimumPasswordLength が 14 以上、4 つの Require がすべて true、PasswordReusePrevention が 24 になる。",
        "get-account-password-policy shows MinimumPasswordLength 14 or more, all four Require… true, and PasswordReusePrevention 24.",
    ),
    not_applicable: t(
        "パスワードを持つ IAM ユーザーが 1 人もいない場合(全員が IAM Identity Center などを使い、IAM ユーザーはプログラム専用)。Security Hub CSPM の IAM.15 などは、その場合も失敗のままです。",
        "When no IAM user has a password (everybody uses IAM Identity Center or the like, and IAM users serve programs only). Security Hub CSPM's IAM.15 and others fail even then.",
    ),
    organisation: Some(t(
        "パスワードポリシーはアカウントごとの設定で、組織から一括で適用することはできません。メンバーアカウントごとに設定します。IAM Identity Center のユーザーのパスワードには関係しません。",
        "The password policy belongs to each account and is not handed down by the organisation: set it in each member account. It does not touch the passwords of IAM Identity Center users.",
    )),
    evidence: t(
        "get-account-password-policy の出力から、今のポリシーが基準を満たすかどうかが分かります。ポリシーより前に作られた短いパスワードが残っているかどうかは分かりません。",
        "The output of get-account-password-policy tells whether today's policy meets the values. It cannot tell whether short passwords from before the policy are still in use.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "IAM User Guide: Set an account password policy for IAM users",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for AWS Identity and Access Management",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
