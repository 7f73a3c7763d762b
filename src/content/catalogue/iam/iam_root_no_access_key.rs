//! No access keys of the root user.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws};

/// A root access key works without password and MFA.
pub(crate) const CONTROL: Control = Control {
    id: "iam-root-no-access-key",
    section: Section::Iam,
    mandatory: true,
    level: Some(1),
    order: 2,
    severity: Severity::Critical,
    effort_minutes: 5,
    free: true,
    needs: &[],
    title: t("ルートユーザーのアクセスキーを削除する", "Delete the root user's access keys"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "昔ルートユーザーのアクセスキーで作ったスクリプトを、誰かが公開リポジトリに上げます。ボットがキーを見つけ、パスワードも MFA もなしにバックアップを消し、居座るためのユーザーを作り、GPU インスタンスを動かします。IAM ポリシーでは止められません。キーがなければ、漏れる心配もありません。",
        "Somebody pushes an old script to a public repository, with the root user's access key in it. A bot finds the key and needs neither password nor MFA: it deletes the backups, makes users to come back with and starts GPU instances. No IAM policy stops root. A key that does not exist cannot leak.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体で 1 回(グローバル)", "Once for the account (global)"),
    check: Guide {
        console: &[
            t(
                "ルートユーザーでサインインし、右上のアカウント名から [セキュリティ認証情報] を開きます。",
                "Sign in as the root user and open the account name at the top right, then [Security credentials].",
            ),
            t(
                "[アクセスキー] の一覧が空か確認します。無効なキーが残っている場合も、まだ終わりではありません。",
                "See that the list under [Access keys] is empty. An inactive key that is still listed has to go as well.",
            ),
        ],
        cli: &[
            aws("iam get-account-summary", &[]).note(
                "AccountAccessKeysPresent が 0 なら、ルートユーザーのキーはありません。無効なキーがある場合も 1 になります。",
                "AccountAccessKeysPresent is 0 when root has no key. It is 1 for an inactive key, too.",
            ),
            aws("iam generate-credential-report", &[]).note(
                "認証情報レポートを作ります。State が COMPLETE になるまで、繰り返し実行してください。",
                "Makes the credential report. Run it again until State is COMPLETE.",
            ),
            aws("iam get-credential-report", &[]).note(
                "Content は Base64 の CSV です。<root_account> の行で、キーの有無と最後に使われた日が分かります。",
                "Content is CSV in Base64. The row <root_account> tells whether there is a key and when it was last used.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "IAM のコンソールの左のメニューで [認証情報レポート] を開き、レポートをダウンロードします。<root_account> の行の access_key_1_last_used_date と access_key_1_last_used_service で、最後にいつ、どのサービスで使われたかが分かります(2 本目は access_key_2_ で始まる列)。",
                "In the IAM console open [Credential report] in the navigation pane and download it. In the row <root_account>, access_key_1_last_used_date and access_key_1_last_used_service tell when the key was last used and for what (the second key: columns that begin with access_key_2_).",
            ),
            t(
                "使っているプログラムがあれば、先に切り替えます。AWS 上のプログラムは IAM ロール、人は IAM Identity Center や aws login を使います。",
                "If a program uses it, switch that over first: an IAM role for programs on AWS, IAM Identity Center or aws login for people.",
            ),
            t(
                "ルートユーザーでサインインし、右上のアカウント名から [セキュリティ認証情報] を開きます。",
                "Sign in as the root user and open the account name at the top right, then [Security credentials].",
            ),
            t(
                "[アクセスキー] でキーを選び、[アクション] から [非アクティブ化](無効化)を選びます。",
                "Under [Access keys] select the key and choose [Actions], then [Deactivate].",
            ),
            t(
                "数日待ちます。何か止まったら、同じ場所から有効に戻せます。",
                "Wait a few days. If something stops, activate the key again in the same place.",
            ),
            t(
                "同じキーの [アクション] から [削除] を選び、アクセスキー ID を入力して [削除] を選びます。",
                "Choose [Actions], then [Delete] for the same key, enter the access key ID, and choose [Delete].",
            ),
            t("キーが 2 本あれば、もう 1 本も同じように削除します。", "If there is a second key, delete it in the same way."),
        ],
        cli: &[],
        no_cli: Some(t(
            "コンソールで行います。CLI でルートユーザーのキーを操作するには、そのキー自身で署名しなければならず、無効にした時点で先に進めなくなります。このためにルートユーザーのキーをシェルに設定しないでください。",
            "Do this in the console. The CLI acts on root's keys only when one of them signs the command, and once that key is inactive you cannot go on. Do not put a root key into a shell for this.",
        )),
    },
    warnings: &[
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "削除したキーは元に戻せません。バックアップや古いバッチが使っていることがあるので、必ず、無効化、様子見、削除の順で進めます。",
                "A deleted key cannot be restored, and a backup or an old batch job may run on it. Keep to the order: deactivate, watch, delete.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "漏れた疑いのあるキーは、待たずにすぐ無効にし、このツールの「緊急時の対応」ページに進みます。代わりのキーをルートユーザーに作らないでください。",
                "If the key may have leaked, deactivate it at once, without waiting, and go to “Something happened”. Do not make another root key in its place.",
            ),
        },
    ],
    done: t(
        "ルートユーザーの [アクセスキー] が空で、get-account-summary の AccountAccessKeysPresent が 0 になる。",
        "[Access keys] of the root user is empty, and get-account-summary shows AccountAccessKeysPresent 0.",
    ),
    not_applicable: t(
        "ルートユーザーを持たない新しい形式のアカウントの場合。組織がルートユーザーの認証情報を削除していて、キーがない場合の答えは「実施済み」です。",
        "When the account is of the new kind that has no root user. Where the organisation removed the root credentials and there is no key, the answer is Done.",
    ),
    organisation: Some(t(
        "組織のメンバーアカウントでは、管理アカウントか IAM の委任管理者が、ルートユーザーのパスワード、アクセスキー、署名証明書、MFA をまとめて削除できます(ルートアクセスの一元管理)。組織で新しく作ったアカウントには、はじめからありません。ルートユーザーでサインインできない場合は、復旧せずに管理者に聞きます。",
        "In a member account the management account, or the delegated administrator for IAM, can remove root's password, access keys, signing certificates and MFA at once (central root access). Accounts made in the organisation start without them. If you cannot sign in as root, do not recover the password: ask the administrator.",
    )),
    evidence: t(
        "アカウントの概要と認証情報レポートから、キーがあるかどうか、最後にいつ使われたかが分かります。キーがどこに保存されているか、漏れているかは分かりません。レポートは最大 4 時間前の内容です。",
        "The account summary and the credential report tell whether there is a key and when it was last used. Where it is kept, and whether it has leaked, they cannot tell. A report can be up to four hours old.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "IAM User Guide: Delete access keys for the root user",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Root user best practices for your AWS account",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: AWS account root user",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for AWS Identity and Access Management",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
