//! MFA for the root user.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws};

/// The first thing to do in any account.
pub(crate) const CONTROL: Control = Control {
    id: "iam-root-mfa",
    section: Section::Iam,
    mandatory: true,
    level: Some(1),
    order: 1,
    severity: Severity::Critical,
    effort_minutes: 15,
    free: true,
    needs: &[],
    title: t("ルートユーザーに MFA を設定する", "Turn on MFA for the root user"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "使い回したパスワードが別のサービスから漏れ、攻撃者がルートユーザーでサインインします。ルートユーザーは IAM ポリシーで制限できないため、管理者を締め出し、連絡先を書き換え、全リージョンで GPU インスタンスを動かせます。MFA があれば、パスワードだけでは入れません。",
        "A password that was used twice leaks from another service, and the attacker signs in as the root user. No IAM policy limits root: they lock out the administrators, change the contact addresses and start GPU instances in every Region. With MFA, the password alone opens nothing.",
    ),
    cost: t("無料(専用のセキュリティキーを買う場合のみ購入費)", "Free (a hardware security key costs money once)"),
    scope: t("アカウント全体で 1 回", "Once for the account"),
    check: Guide {
        console: &[
            t(
                "AWS のサインイン画面で [ルートユーザー] を選び、[ルートユーザーの E メールアドレス] とパスワードでサインインします。",
                "On the AWS sign-in page choose [Root user] and sign in with [Root user email address] and password.",
            ),
            t(
                "右上のアカウント名から [セキュリティ認証情報] を開きます。",
                "Open the account name at the top right, then [Security credentials].",
            ),
            t(
                "[多要素認証 (MFA)] に、手元にあるデバイスが 1 つ以上並んでいるか確認します。",
                "See that [Multi-factor authentication (MFA)] lists at least one device, and that you still have it.",
            ),
        ],
        cli: &[
            aws("iam get-account-summary", &[]).note(
                "AccountMFAEnabled が 1 なら、ルートユーザーの MFA は有効です。",
                "AccountMFAEnabled is 1 when MFA of the root user is on.",
            ),
            aws("iam generate-credential-report", &[]).note(
                "認証情報レポートを作ります。State が COMPLETE になるまで、繰り返し実行してください。",
                "Makes the credential report. Run it again until State is COMPLETE.",
            ),
            aws("iam get-credential-report", &[]).note(
                "この出力(JSON)をそのまま「証拠で確認」に貼り付けると、<root_account> の行を判定します。",
                "Paste this output (JSON) on the Evidence page as it is: the row <root_account> is judged there.",
            ),
            aws("iam list-virtual-mfa-devices", &["--assignment-status", "Assigned"]).note(
                "User の Arn が :root で終わるデバイスがあれば、ルートユーザーに認証アプリが登録されています。MFA が有効で該当するデバイスがなければ、パスキー、セキュリティキー、ハードウェアトークンのいずれかです。",
                "A device whose User has an Arn that ends with :root is an authenticator app of the root user. MFA on and no such device means a passkey, a security key or a hardware token.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "ルートユーザーでサインインし、右上のアカウント名から [セキュリティ認証情報] を開きます。",
                "Sign in as the root user and open the account name at the top right, then [Security credentials].",
            ),
            t(
                "[多要素認証 (MFA)] の [MFA デバイスの割り当て] を選びます。",
                "Under [Multi-factor authentication (MFA)] choose [Assign MFA device].",
            ),
            t(
                "[デバイス名] を入力し、[パスキーまたはセキュリティキー] を選んで [次へ] を選び、ブラウザーの案内に従います。",
                "Enter a [Device name], choose [Passkey or security key], then [Next], and follow the browser.",
            ),
            t(
                "スマートフォンのアプリを使う場合は [認証アプリケーション] を選び、[QR コードを表示] を選んでアプリで読み取り、続けて表示される 2 つのコードを [MFA コード 1] と [MFA コード 2] に入れて [MFA を追加] を選びます。",
                "To use an app on your phone instead: choose [Authenticator app], scan with [Show QR code], enter two codes in a row as [MFA code 1] and [MFA code 2], and choose [Add MFA].",
            ),
            t(
                "予備として、別のデバイスでもう一度繰り返します(8 台まで)。予備は別の場所に保管します。",
                "Repeat with a second device as a spare (up to eight), and keep the spare in another place.",
            ),
            t(
                "サインアウトし、登録したデバイスそれぞれで 1 回ずつサインインできることを確かめます。",
                "Sign out, and sign in once with each device to see that it works.",
            ),
        ],
        cli: &[],
        no_cli: Some(t(
            "ルートユーザーの MFA は、ルートユーザー本人がコンソールで設定します。CLI の手順はありません。",
            "The root user sets up its own MFA in the console. There is no CLI for it.",
        )),
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "デバイスが 1 台だけだと、なくしたときの復旧にルートユーザーの E メールアドレスと、登録済みの電話番号の両方が必要です。先に連絡先が最新か確認し、2 台登録してください。",
                "With only one device, losing it means recovery by the root e-mail and the registered phone, both. See first that the contact data are current, and register two.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "セキュリティキーは、シークレットウィンドウ、仮想マシン、リモートデスクトップでは使えません。Windows Hello でのパスキー登録に IAM は対応していないため、スマートフォンのパスキーかセキュリティキーを使います。",
                "Security keys do not work in private windows, virtual machines or remote desktops. IAM does not support passkeys registered with Windows Hello: use a phone's passkey or a security key.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "予備を認証アプリにすると、Security Hub CSPM の IAM.6(ハードウェア MFA)は失敗のままです。予備がないよりはずっと安全ですが、IAM.6 も満たすなら予備もパスキーかセキュリティキーにします。",
                "With an authenticator app as the spare, Security Hub CSPM's IAM.6 (hardware MFA) stays failed. An app is far better than no spare; to pass IAM.6 as well, make the spare a passkey or security key.",
            ),
        },
    ],
    done: t(
        "[多要素認証 (MFA)] に、いまも手元にあるデバイスが 1 台以上並び、それでサインインできる。get-account-summary の AccountMFAEnabled が 1 になる。1 台だけなら実施済みとしたうえで、予備をもう 1 台登録する。",
        "[Multi-factor authentication (MFA)] lists at least one device that you still have, and you can sign in with it. get-account-summary shows AccountMFAEnabled 1. With one device only, answer Done, and register a spare.",
    ),
    not_applicable: t(
        "ルートユーザーの認証情報が組織で一元管理され、パスワードもアクセスキーもない場合。または、ルートユーザーを持たない新しい形式のアカウントの場合。",
        "When the organisation manages root access centrally and root has neither password nor access key, or when the account is of the new kind that has no root user.",
    ),
    organisation: Some(t(
        "組織のメンバーアカウントでは、管理アカウントがルートユーザーの認証情報を削除していることがあります。その場合はサインインできないのが正しい状態です。MFA を付けるためだけにパスワードを復旧しないでください。",
        "In a member account of an organisation, the management account may have removed the root credentials. Then being unable to sign in is the right state: do not recover the password only to add MFA.",
    )),
    evidence: t(
        "認証情報レポートとアカウントの概要から、MFA が有効かどうかが分かります。予備のデバイスがあるか、手元に残っているかは分かりません。レポートは最大 4 時間前の内容です。",
        "The credential report and the account summary tell whether MFA is on. They cannot tell whether there is a spare, or whether you still have the device. A report can be up to four hours old.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "IAM User Guide: Multi-factor authentication for AWS account root user",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html",
            reviewed: "2026-11-23",
        },
        Source {
            title: "IAM User Guide: Recover an MFA protected identity in IAM",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_lost-or-broken.html",
            reviewed: "2026-11-23",
        },
        Source {
            title: "Security Hub CSPM controls for AWS Identity and Access Management",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
            reviewed: "2026-11-23",
        },
    ],
};
