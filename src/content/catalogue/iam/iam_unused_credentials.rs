//! Passwords and access keys that are no longer used.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, deletes,
};

/// The inventory step of the talk.
pub(crate) const CONTROL: Control = Control {
    id: "iam-unused-credentials",
    section: Section::Iam,
    mandatory: true,
    level: Some(3),
    order: 20,
    severity: Severity::High,
    effort_minutes: 30,
    free: true,
    needs: &[],
    title: t("45 日以上使っていない認証情報を無効にする", "Disable credentials unused for 45 days"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "春に契約が終わった委託先の IAM ユーザーが、そのまま残っています。同じパスワードが別のサービスから漏れ、攻撃者が試すと入れてしまいます。使う人のいないユーザーなので、夜中の操作にも誰も気づかず、翌月の請求で初めて発覚します。無効にしておけば、漏れたパスワードもキーも使えません。",
        "A contractor left in spring, and their IAM user is still there. The same password leaks from another service; the attacker tries it and is in. As nobody uses that user, nobody wonders about its activity at night, until the bill comes. Disabled, a leaked password or key opens nothing.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体の IAM ユーザー(グローバル)", "All IAM users of the account (global)"),
    check: Guide {
        console: &[
            t("IAM のコンソールを開き、[ユーザー] を選びます。", "Open the IAM console and choose [Users]."),
            t(
                "「Console last sign-in」(コンソールへの前回サインイン)と「Access key last used」(アクセスキーの最終使用)の列を表示します。ない場合は、表の右上の歯車アイコンから追加します。",
                "Show the columns [Console last sign-in] and [Access key last used]. If they are not there, turn them on with the settings icon above the table at the right.",
            ),
            t(
                "どちらの列にも、45 日以上前の日付がないか確認します。「Console last sign-in」の「Never」は、パスワードが一度も使われていないという意味です。作成または変更から 45 日以上たっていれば、不要とみなします。",
                "See that neither column shows anything of 45 days ago or more. Never under [Console last sign-in] means a password that was never used: count it as unused once it was set 45 days ago or more.",
            ),
        ],
        cli: &[
            aws("iam generate-credential-report", &[]).note(
                "認証情報レポートを作ります。State が COMPLETE になるまで、繰り返し実行してください。",
                "Makes the credential report. Run it again until State is COMPLETE.",
            ),
            aws("iam get-credential-report", &[]).note(
                "Content は Base64 の CSV です。有効なパスワードとキーで、最後に使われた日が 45 日以上前のものを、ユーザーごとに探します。",
                "Content is CSV in Base64. Look, user by user, for active passwords and keys that were last used 45 days ago or more.",
            ),
            aws("iam list-users", &[]).note(
                "PasswordLastUsed が、最後にサインインした日時です。この項目がないユーザーには、パスワードがないか、使われたことがありません。",
                "PasswordLastUsed is the last sign-in. A user without it has no password or never used it.",
            ),
            aws("iam list-access-keys", &["--user-name", "<USER>"])
            .each("iam list-users", "Users[].UserName", "<USER>")
            .note(
                "Status が Active のキーの AccessKeyId を、次のコマンドで調べます。",
                "Look up the AccessKeyId of each key with Status Active in the next command.",
            ),
            aws("iam get-access-key-last-used", &["--access-key-id", "<ACCESS_KEY_ID>"])
            .each("iam list-access-keys", "AccessKeyMetadata[].AccessKeyId", "<ACCESS_KEY_ID>")
            .note(
                "LastUsedDate が 45 日以上前なら不要とみなします。LastUsedDate がなければ一度も使われていないので、CreateDate で判断します。",
                "LastUsedDate of 45 days ago or more: unused. Without LastUsedDate the key was never used: go by its CreateDate.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "使っている人やチームに、月末処理や年次処理で使わないか聞きます。",
                "Ask the people concerned whether a monthly or yearly job still needs it.",
            ),
            t(
                "IAM のコンソールの [ユーザー] でユーザーを開き、[セキュリティ認証情報] タブを選びます。",
                "In the IAM console open [Users], choose the user, and open the tab [Security credentials].",
            ),
            t(
                "使われていないパスワードは、「Console sign-in」(コンソールサインイン)で [コンソールアクセスを管理]、「Disable access」(アクセスを無効にする)の順に選んで無効にします。",
                "For an unused password choose [Manage console access] under [Console sign-in], then [Disable access].",
            ),
            t(
                "使われていないキーは、[アクセスキー] にあるそのキーの [アクション] から [非アクティブ化](無効化)を選びます。",
                "For an unused key choose [Actions] under [Access keys], then [Deactivate].",
            ),
            t(
                "1 週間以上待ちます。月次の処理があれば 1 か月待ちます。何か止まったら、キーは同じ場所から有効に戻せます。",
                "Wait for a week or more, a month where there are monthly jobs. If something stops, activate the key again in the same place.",
            ),
            t(
                "問題がなければ、キーの [アクション] から [削除] を選び、アクセスキー ID を入力して削除します。",
                "If nothing broke, choose [Actions], then [Delete] for the key, and enter the access key ID.",
            ),
            t(
                "パスワードもキーも要らなくなったユーザーは、[ユーザー] の一覧で選び、[削除] を選んで、ユーザー名を入力して削除します。グループ、インラインポリシー、MFA デバイスの割り当ても一緒に片付きます。",
                "A user who needs neither is selected in the list [Users]: choose [Delete] and enter the user name. Memberships of groups, inline policies and MFA devices go with the user.",
            ),
        ],
        cli: &[
            changes(
                "iam update-access-key",
                &["--user-name", "<USER>", "--access-key-id", "<ACCESS_KEY_ID>", "--status", "Inactive"],
            )
            .note(
                "使われていないキーを無効にします。何か止まったら、Inactive を Active に替えて実行すれば戻ります。",
                "Switches the unused key off. If something stops, run it with Active in place of Inactive.",
            ),
            deletes("iam delete-login-profile", &["--user-name", "<USER>"]).note(
                "使われていないのがパスワードの場合に実行します。パスワードは消え、必要になれば新しく作ります。NoSuchEntity のエラーは、もともとパスワードがないという意味です。",
                "Run it where the password is unused. The password is gone; set a new one if it is ever needed. The error NoSuchEntity means that there was none.",
            ),
            deletes("iam delete-access-key", &["--user-name", "<USER>", "--access-key-id", "<ACCESS_KEY_ID>"]).note(
                "無効にして 1 週間以上、問題がなければ実行します。ユーザーごと削除するときは、関連する設定もまとめて消えるコンソールが簡単です。",
                "Run it when the key has been inactive for a week or more and nothing broke. To delete the user as well, use the console: it clears up what belongs to the user.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "削除したキーとユーザーは元に戻せません。月に一度しか動かない処理もあるので、無効にして待ってから削除します。",
                "Deleted keys and users cannot be restored. Some jobs run only once a month: disable, wait, and delete only then.",
            ),
        },
        Warning {
            risk: Risk::LockOut,
            text: t(
                "緊急用に取ってある管理者ユーザーまで無効にしないでください。45 日以内ごとに訓練としてサインインすれば、使えることを確かめられ、この点検にも合格します。",
                "Do not disable the administrator that you keep for emergencies. Sign in with it as a drill within every 45 days: you know that it works, and it passes this check.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "パスワードを無効にしても、そのユーザーのアクセスキーは使えるままです。逆も同じなので、両方を確認します。",
                "Without a password a user's access keys go on working, and the other way round. Look at both.",
            ),
        },
    ],
    done: t(
        "どの IAM ユーザーにも、45 日以上使われていないパスワードと有効なアクセスキーがない。",
        "No IAM user has a password or an active access key that was not used in the last 45 days.",
    ),
    not_applicable: t(
        "ほとんどありません。IAM ユーザーが 1 人もいない場合の答えは「実施済み」です。",
        "Hardly ever. With no IAM user at all the answer is Done.",
    ),
    organisation: Some(t(
        "認証情報レポートはアカウントごとです。メンバーアカウントごとに確認してください。IAM Identity Center のユーザーは含まれないので、退職者や契約の終わった人は、組織の管理者が IAM Identity Center か ID プロバイダーで無効にします。",
        "The credential report covers one account: look at each member account. Users of IAM Identity Center are not in it; the organisation disables people who leave there, or at the identity provider.",
    )),
    evidence: t(
        "認証情報レポートの日時を基準に、45 日以上使われていないパスワードとキーが分かります。一度も使われていないものは、作成または変更の日から数えます。載るのはパスワードと最初の 2 本のキーだけで、最大 4 時間前の内容です。月に一度の処理に要るかどうかは分かりません。",
        "Counted from the time of the credential report, it tells which passwords and keys were unused for 45 days; what was never used counts from the day it was made or changed. Only passwords and the first two keys are in the report, which can be up to four hours old. Whether a monthly job needs one, it cannot tell.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "IAM User Guide: Find unused AWS credentials",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Remove or deactivate an IAM user",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_remove.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Manage passwords for IAM users",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for AWS Identity and Access Management",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
