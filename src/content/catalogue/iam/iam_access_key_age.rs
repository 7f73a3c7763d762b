//! Long-term access keys: none, or one recent key per user.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, creates, deletes,
};

/// Leaked keys are the first cause of misuse that the talk names.
pub(crate) const CONTROL: Control = Control {
    id: "iam-access-key-age",
    section: Section::Iam,
    mandatory: true,
    level: Some(3),
    order: 21,
    severity: Severity::High,
    effort_minutes: 60,
    free: true,
    needs: &[],
    title: t(
        "アクセスキーを廃止し、残すなら 90 日以内に更新する",
        "Retire long-term access keys, or renew within 90 days",
    ),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "数年前にスクリプト用に作ったアクセスキーが、古い PC やバックアップに残っています。見つけた攻撃者は、パスワードなしでそのユーザーの権限を使い、あなたの費用でマイニングを始めます。キーがなければ悪用されず、新しいキーに替えて古いキーを消してあれば、拾われても使えません。",
        "A key made for a script years ago still sits on an old laptop and in a backup. Whoever finds it acts with that user's rights, without any password, and mines at your expense. A key that does not exist cannot be used, and one that has been replaced is worthless to its finder.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体(グローバル)", "The account (global)"),
    check: Guide {
        console: &[
            t(
                "IAM のコンソールを開き、[ユーザー] を選びます。",
                "Open the IAM console and choose [Users].",
            ),
            t(
                "一覧の「Access key age」(アクセスキーの経過日数)の列を見ます。列がなければ、表の右上の歯車アイコンから表示します。",
                "Look at the column [Access key age]. If it is not there, turn it on with the settings icon above the table at the right.",
            ),
            t(
                "キーがあるユーザーを開き、[セキュリティ認証情報] タブの [アクセスキー] で、有効なキーが 1 本以下で、作成から 90 日以内か確認します。",
                "Open each user with a key. On the tab [Security credentials], under [Access keys], see that at most one key is active and that it was made in the last 90 days.",
            ),
        ],
        cli: &[
            aws("iam generate-credential-report", &[]).note(
                "認証情報レポートを作ります。State が COMPLETE になるまで、繰り返し実行してください。",
                "Makes the credential report. Run it again until State is COMPLETE.",
            ),
            aws("iam get-credential-report", &[]).note(
                "Content は Base64 の CSV です。ユーザーごとに、有効なキーの数と、作成または変更からの日数(last_rotated)を見ます。",
                "Content is CSV in Base64. See for each user how many keys are active, and when they were made or changed (last_rotated).",
            ),
            aws("iam list-users", &[]).note(
                "次のコマンドに使う UserName の一覧です。",
                "The names (UserName) for the next command.",
            ),
            aws("iam list-access-keys", &["--user-name", "<USER>"])
                .each("iam list-users", "Users[].UserName", "<USER>")
                .note(
                    "Status が Active のキーが 1 本以下で、CreateDate が 90 日以内なら問題ありません。空の一覧が最もよい状態です。",
                    "Good: at most one key with Status Active, and its CreateDate within the last 90 days. An empty list is best.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "まず、キーをなくせないか考えます。人が使うなら aws login(AWS CLI 2.32.0 以降)か IAM Identity Center、AWS 上のプログラムなら IAM ロール、GitHub Actions なら OIDC に切り替えられます。切り替えたら、新しいキーを作って設定する手順は飛ばします。",
                "Ask first whether you can do without the key. People use aws login (AWS CLI 2.32.0 or later) or IAM Identity Center, programs on AWS use an IAM role, GitHub Actions uses OIDC. If so, switch over, and skip the steps that make the new key and put it to use.",
            ),
            t(
                "IAM のコンソールの [ユーザー] でユーザーを開き、[セキュリティ認証情報] タブを選びます。",
                "In the IAM console open [Users], choose the user, and open the tab [Security credentials].",
            ),
            t(
                "[アクセスキー] にキーが 2 本ある場合は、先に「Last used」(最終使用)で使っていない方を確かめ、その [アクション] の [非アクティブ化](無効化)、[削除] の順に選んで消します。",
                "If [Access keys] already lists two, see by [Last used] which one is not in use, and first [Deactivate], then [Delete] it, both under [Actions].",
            ),
            t(
                "[アクセスキーを作成] を選び、[その他]、[次へ] と進んで、もう一度 [アクセスキーを作成] を選びます。",
                "Choose [Create access key], then [Other] and [Next], and once more [Create access key].",
            ),
            t(
                "[.csv ファイルをダウンロード] で保存し、[完了] を選びます。シークレットアクセスキーを見られるのは、このときだけです。",
                "Save it with [Download .csv file] and choose [Done]. The secret access key is shown only now.",
            ),
            t(
                "プログラムやツールの設定を新しいキーに替え、動くことを確かめます。保存した .csv ファイルは消します。",
                "Put the new key into your programs and tools and see that they work. Then delete the .csv file.",
            ),
            t(
                "数日待ち、古いキーの「Last used」(最終使用)が変わらないことを確かめます。",
                "Wait a few days and see that [Last used] of the old key does not move any more.",
            ),
            t(
                "古いキーの [アクション] から [非アクティブ化](無効化)を選びます。何かが動かなくなったら、同じ場所から有効に戻せます。",
                "Under [Actions] of the old key choose [Deactivate]. If something stops, activate it again in the same place.",
            ),
            t(
                "さらに数日問題がなければ、[アクション] から [削除] を選び、キー ID を入力して削除します。",
                "If a few more days pass without trouble, choose [Delete] under [Actions], enter the key ID and delete it.",
            ),
        ],
        cli: &[
            aws("iam list-access-keys", &["--user-name", "<USER>"]).note(
                "古いキーの AccessKeyId を、以降のコマンドの <ACCESS_KEY_ID> に使います。キーが既に 2 本あると、次のコマンドは LimitExceeded で失敗するため、使っていない方を先に無効にして削除します。",
                "Use the AccessKeyId of the old key as <ACCESS_KEY_ID> below. With two keys the next command fails with LimitExceeded: deactivate and delete the one that is not in use first.",
            ),
            creates("iam create-access-key", &["--user-name", "<USER>"]).note(
                "キーをなくせる場合は実行しません。SecretAccessKey は一度しか表示されません。プログラムの設定以外の場所に貼り付けないでください。",
                "Skip this if you can do without a key. SecretAccessKey is printed only once: put it into the program's settings and nowhere else.",
            ),
            aws("iam get-access-key-last-used", &["--access-key-id", "<ACCESS_KEY_ID>"]).note(
                "プログラムを新しいキーに切り替え、数日待ってから実行します。切り替えた日より後に LastUsedDate が進んでいれば、まだどこかで古いキーを使っています。",
                "Switch the programs to the new key, wait a few days, then run this. If LastUsedDate is later than the switch, something still uses the old key.",
            ),
            changes(
                "iam update-access-key",
                &["--user-name", "<USER>", "--access-key-id", "<ACCESS_KEY_ID>", "--status", "Inactive"],
            )
            .note(
                "古いキーを無効にします。何かが動かなくなったら、Inactive を Active に替えて実行すれば元に戻ります。",
                "Switches the old key off. If something stops, run it with Active in place of Inactive.",
            ),
            deletes("iam delete-access-key", &["--user-name", "<USER>", "--access-key-id", "<ACCESS_KEY_ID>"]).note(
                "無効にして数日問題がなければ、削除します。",
                "Delete it when some days have passed without trouble.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "削除したキーは元に戻せません。必ず、新しいキー、プログラムの切り替え、古いキーの無効化、様子見、削除の順で進めます。",
                "A deleted key cannot be restored. Keep to the order: new key, switch the programs, deactivate the old key, watch, delete.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "シークレットアクセスキーを、証拠の欄、チャット、リポジトリに貼り付けないでください。漏れた疑いのあるキーは、待たずにすぐ無効にします。",
                "Never paste the secret access key into the evidence, a chat or a repository. A key that may have leaked is deactivated at once, without waiting.",
            ),
        },
    ],
    done: t(
        "有効なアクセスキーを持つユーザーがいない。または、どのユーザーも有効なキーは 1 本で、作成から 90 日以内である。",
        "No user has an active access key, or each has at most one, made in the last 90 days.",
    ),
    not_applicable: t(
        "ほとんどありません。有効なアクセスキーが 1 本もない場合の答えは「実施済み」です。",
        "Hardly ever. With no active access key at all the answer is Done.",
    ),
    organisation: Some(t(
        "組織で IAM Identity Center を使っている場合、利用者は一時的な認証情報を受け取れるため、アクセスキーは要りません。キーを作る前に管理者に聞いてください。",
        "Where the organisation uses IAM Identity Center, people get temporary credentials and need no access key. Ask its administrator before you make one.",
    )),
    evidence: t(
        "認証情報レポートまたは list-access-keys から、有効なキーの数と経過日数が分かります。レポートに載るのはユーザーごとに最初の 2 本だけで、最大 4 時間前の内容です。キーがどこに保存されているか、なくせるかどうかは分かりません。",
        "The credential report or list-access-keys tells how many keys are active and how old they are. The report lists only the first two keys of a user and can be up to four hours old. Where a key is kept, and whether you could do without it, it cannot tell.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "IAM User Guide: Update access keys",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: How an IAM administrator can manage IAM user access keys",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-keys-admin-managed.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Secure access keys",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for AWS Identity and Access Management",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
