//! MFA for the IAM users who sign in to the console.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, creates};

/// A stolen password alone must not be enough to sign in.
pub(crate) const CONTROL: Control = Control {
    id: "iam-user-mfa",
    section: Section::Iam,
    mandatory: true,
    level: Some(1),
    order: 3,
    severity: Severity::Critical,
    effort_minutes: 15,
    free: true,
    needs: &[],
    title: t("コンソールに入る IAM ユーザー全員に MFA を設定する", "Turn on MFA for every IAM user with a password"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "チームの共有シートに書いてあった IAM ユーザーのパスワードが、持ち出された PC から漏れます。攻撃者は管理者としてコンソールに入り、自分用のユーザーとアクセスキーを作って居座り、あなたの名前でスパムを送ります。MFA があれば、パスワードだけでは入れません。",
        "The password of an IAM user stands in a shared sheet and leaks from a laptop. The attacker signs in to the console as that administrator, makes a user and an access key of their own to stay, and sends spam in your name. With MFA, the password alone opens nothing.",
    ),
    cost: t("無料(専用のセキュリティキーを買う場合のみ購入費)", "Free (hardware security keys cost money once)"),
    scope: t("IAM ユーザーごと(グローバル)", "Per IAM user (global)"),
    check: Guide {
        console: &[
            t("IAM のコンソールを開き、[ユーザー] を選びます。", "Open the IAM console and choose [Users]."),
            t(
                "「Console last sign-in」(コンソールへの前回サインイン)と「MFA」の列を表示します。ない場合は、表の右上の歯車アイコンから追加します。",
                "Show the columns [Console last sign-in] and [MFA]. If they are not there, turn them on with the settings icon above the table at the right.",
            ),
            t(
                "「Console last sign-in」が「None」(なし)のユーザーには、パスワードがありません。それ以外のユーザー全員の「MFA」に、デバイスの種類が表示されているか確認します。",
                "A user whose [Console last sign-in] is None has no password. For all others, see that [MFA] names a kind of device.",
            ),
        ],
        cli: &[
            aws("iam generate-credential-report", &[]).note(
                "認証情報レポートを作ります。State が COMPLETE になるまで、繰り返し実行してください。",
                "Makes the credential report. Run it again until State is COMPLETE.",
            ),
            aws("iam get-credential-report", &[]).note(
                "Content は Base64 の CSV です。password_enabled が true で mfa_active が false のユーザーが要修正です。",
                "Content is CSV in Base64. A user with password_enabled true and mfa_active false has to be fixed.",
            ),
            aws("iam list-users", &[]).note(
                "次のコマンドに使う UserName の一覧です。",
                "The names (UserName) for the next command.",
            ),
            aws("iam list-mfa-devices", &["--user-name", "<USER>"])
            .each("iam list-users", "Users[].UserName", "<USER>")
            .note(
                "MFADevices が空なら、そのユーザーに MFA はありません。パスワードを持つユーザーなら不合格です。レポートと違い、今の状態が表示されます。",
                "Empty MFADevices: the user has no MFA, which fails if the user has a password. Unlike the report, this shows the state of now.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "コンソールに入る必要のないユーザーは、パスワードを削除します。IAM のコンソールの [ユーザー] でユーザーを開き、[セキュリティ認証情報] タブの「Console sign-in」(コンソールサインイン)で [コンソールアクセスを管理]、「Disable access」(アクセスを無効にする)の順に選びます。",
                "Users who do not need the console lose their password: in the IAM console open [Users], the user and the tab [Security credentials]; under [Console sign-in] choose [Manage console access], then [Disable access].",
            ),
            t(
                "残りのユーザーは、本人がサインインし、右上のユーザー名から [セキュリティ認証情報] を開きます。権限がなくて進めない場合は、本人がいるところで、管理者が [ユーザー] から本人のページを開いて登録します。",
                "The others sign in themselves and open their user name at the top right, then [Security credentials]. If they lack the permission, an administrator opens their page under [Users] and registers the device with them.",
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
                "To use an app on the phone instead: choose [Authenticator app], scan with [Show QR code], enter two codes in a row as [MFA code 1] and [MFA code 2], and choose [Add MFA].",
            ),
            t(
                "サインアウトし、MFA を使ってサインインできることを確かめます。管理者には、予備のデバイスも登録します(1 人 8 台まで)。",
                "Sign out and sign in with MFA to see that it works. Administrators register a spare device as well (up to eight a user).",
            ),
        ],
        cli: &[
            creates(
                "iam create-virtual-mfa-device",
                &[
                    "--virtual-mfa-device-name",
                    "<USER>",
                    "--outfile",
                    "mfa-qr.png",
                    "--bootstrap-method",
                    "QRCodePNG",
                ],
            )
            .note(
                "認証アプリ用です(パスキーとセキュリティキーの登録はコンソールだけ)。mfa-qr.png を開いてアプリで読み取ります。CloudShell では画像を開けないため、[アクション] の [ファイルのダウンロード] に mfa-qr.png と入力し、手元に保存して開きます。中身は秘密の鍵です。登録が済んだら、手元のファイルも、CloudShell のファイル(rm mfa-qr.png)も必ず消します。",
                "For an authenticator app (passkeys and security keys are registered in the console only). Open mfa-qr.png and scan it with the app. CloudShell cannot show a picture: choose [Actions], [Download file], enter mfa-qr.png and open it on your computer. It holds the secret: when you are done, delete it there and in CloudShell (rm mfa-qr.png).",
            ),
            creates(
                "iam enable-mfa-device",
                &[
                    "--user-name",
                    "<USER>",
                    "--serial-number",
                    "arn:aws:iam::<ACCOUNT_ID>:mfa/<USER>",
                    "--authentication-code1",
                    "<MFA_CODE_1>",
                    "--authentication-code2",
                    "<MFA_CODE_2>",
                ],
            )
            .note(
                "アプリに続けて表示された 2 つのコードで、すぐに実行します。時間がたつと、登録できてもコードがずれます。",
                "Run it at once, with two codes that the app showed one after the other. If you wait, the device is registered but out of step.",
            ),
            aws("iam list-mfa-devices", &["--user-name", "<USER>"]).note(
                "MFADevices に 1 台表示されれば、登録できています。",
                "One device in MFADevices: it is registered.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "パスワードを削除したユーザーは、コンソールに入れなくなります。MFA デバイスが 1 台だけの人がそれをなくすと、管理者に解除してもらうまで入れません。管理者が 1 人だけなら、その人の予備を先に登録してください。",
                "A user without a password cannot sign in to the console any more. Whoever loses their only device stays out until an administrator removes it. If there is only one administrator, register their spare first.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "MFA が守るのはコンソールへのサインインです。アクセスキーによる操作は、ポリシーで MFA を条件にしない限り守られません。アクセスキーだけのユーザーに MFA がないと、この項目は合格でも、Security Hub CSPM の IAM.19 は失敗します。",
                "MFA guards the sign-in to the console. Calls with an access key are not guarded unless a policy demands MFA. A user with keys only and no MFA passes here, but fails Security Hub CSPM's IAM.19.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "アプリのコードは、偽のサインイン画面に入力すると盗まれます。フィッシングに強いパスキーかセキュリティキーを優先し、管理者には必ず使ってください。",
                "A code from an app can be stolen by a fake sign-in page. Prefer passkeys or security keys, which resist phishing, above all for administrators.",
            ),
        },
    ],
    done: t(
        "認証情報レポートで、password_enabled が true の IAM ユーザーは全員 mfa_active も true になる。",
        "In the credential report every IAM user with password_enabled true has mfa_active true as well.",
    ),
    not_applicable: t(
        "ほとんどありません。パスワードを持つ IAM ユーザーが 1 人もいない場合の答えは「実施済み」です。",
        "Hardly ever. When no IAM user has a password, the answer is Done.",
    ),
    organisation: Some(t(
        "IAM Identity Center のユーザーは IAM の一覧にもレポートにも出ません。その MFA は IAM Identity Center の設定で必須にします。管理しているのは、組織の管理アカウントか委任管理者です。",
        "Users of IAM Identity Center are neither in the list of IAM nor in the report. MFA is made compulsory for them in the settings of IAM Identity Center, by the management account or the delegated administrator.",
    )),
    evidence: t(
        "認証情報レポートから、パスワードを持つユーザーに MFA があるかどうかが分かります。予備があるか、デバイスが本人の手元にあるか、IAM Identity Center のユーザーがどうかは分かりません。レポートは最大 4 時間前の内容です。",
        "The credential report tells whether users with a password have MFA. It cannot tell whether there is a spare, who holds the device, or how the users of IAM Identity Center sign in. A report can be up to four hours old.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "IAM User Guide: Assign a passkey or security key in the AWS Management Console",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Assign MFA devices in the AWS CLI or AWS API",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_cliapi.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Check MFA status",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_checking-status.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for AWS Identity and Access Management",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
