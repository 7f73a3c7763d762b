//! No everyday use of the root user.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws};

/// A stolen session of the root user gives an attacker root access.
pub(crate) const CONTROL: Control = Control {
    id: "iam-root-not-used-daily",
    section: Section::Iam,
    mandatory: false,
    level: None,
    order: 26,
    severity: Severity::High,
    effort_minutes: 30,
    free: true,
    needs: &[],
    title: t("ルートユーザーでの日常作業をやめる", "Stop using the root user for daily work"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "ルートユーザーで作業中に偽の請求書のメールを開き、マルウェアにブラウザーのセッションを盗まれます。攻撃者はルートユーザーとしてすべての管理者を消し、バックアップも消します。普段の作業が別のユーザーなら、盗まれるのはその権限だけで、ルートユーザーから攻撃者を追い出せます。",
        "You work as root and open a fake invoice; malware steals the session from your browser. As root the attacker deletes every other administrator, and the backups. Had you worked as somebody else, only that user's rights would be stolen, and root could still throw the attacker out.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体で 1 回", "Once for the account"),
    check: Guide {
        console: &[
            t(
                "IAM のコンソールの左のメニューで [認証情報レポート] を開き、「Download report」(レポートをダウンロード)を選びます。",
                "In the IAM console open [Credential report] in the navigation pane and choose [Download report].",
            ),
            t(
                "<root_account> の行で、password_last_used、access_key_1_last_used_date、access_key_2_last_used_date が N/A か no_information か、30 日より前の日付になっているか確認します。",
                "In the row <root_account> see that password_last_used, access_key_1_last_used_date and access_key_2_last_used_date are N/A, no_information, or more than 30 days ago.",
            ),
            t(
                "何に使ったかを調べるには、CloudTrail のコンソールを us-east-1 で開いて [イベント履歴] を選び、フィルターの属性を [ユーザー名]、値を root にします。",
                "To see what root did, open the CloudTrail console in us-east-1, choose [Event history], and filter by the attribute [User name] with the value root.",
            ),
            t(
                "us-east-2 と us-west-2 でも見ます。ルートユーザーのサインインは、この 3 つのリージョンのどれかに記録されます。",
                "Look in us-east-2 and us-west-2 as well: a sign-in of root is recorded in one of these three Regions.",
            ),
        ],
        cli: &[
            aws("iam generate-credential-report", &[]).note(
                "認証情報レポートを作ります。State が COMPLETE になるまで、繰り返し実行してください。",
                "Makes the credential report. Run it again until State is COMPLETE.",
            ),
            aws("iam get-credential-report", &[]).note(
                "Content は Base64 の CSV です。<root_account> の行で、password_last_used とキーの last_used_date が 30 日以内かどうかを見ます。",
                "Content is CSV in Base64. In the row <root_account> see whether password_last_used or a last_used_date of a key is within the last 30 days.",
            ),
            aws(
                "cloudtrail lookup-events",
                &["--lookup-attributes", "AttributeKey=Username,AttributeValue=root", "--max-items", "20", "--region", "us-east-1"],
            )
            .note(
                "過去 90 日間にこのリージョンで記録された、ルートユーザーの操作です(新しい順に最大 20 件)。EventName が ConsoleLogin の行がサインインで、EventTime がその日時です。",
                "What root did in this Region in the last 90 days, the newest 20. EventName ConsoleLogin is a sign-in, EventTime its time.",
            ),
            aws(
                "cloudtrail lookup-events",
                &["--lookup-attributes", "AttributeKey=Username,AttributeValue=root", "--max-items", "20", "--region", "us-east-2"],
            )
            .note(
                "ルートユーザーのサインインは、us-east-1、us-east-2、us-west-2 のどれかに記録されます。",
                "A sign-in of root is recorded in us-east-1, us-east-2 or us-west-2.",
            ),
            aws(
                "cloudtrail lookup-events",
                &["--lookup-attributes", "AttributeKey=Username,AttributeValue=root", "--max-items", "20", "--region", "us-west-2"],
            )
            .note(
                "覚えのないサインインや操作があれば、すぐにこのツールの「緊急時の対応」ページに進みます。",
                "If there is a sign-in or an action that you cannot explain, go to “Something happened” at once.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "MFA を設定した別の管理者が既にいる場合は、今日からその管理者で作業し、請求の画面の手順に進みます。次からは、まだいない場合の手順です。",
                "If there already is another administrator with MFA, work as that one from today and go on at the step on billing. What follows is for accounts that have none.",
            ),
            t(
                "右上でリージョンを選び(普段使うリージョン。あとで変えるには作り直しが必要)、IAM Identity Center のコンソールを開いて [有効にする] を選びます。組織がないアカウントでは、AWS Organizations の組織を作ることの確認が表示されます。",
                "Choose the Region that you use most at the top right (to change it later you have to start over), open the IAM Identity Center console and choose [Enable]. An account without an organisation is asked to create one in AWS Organizations.",
            ),
            t(
                "[ユーザー]、[ユーザーを追加] の順に選び、ユーザー名、自分のメールアドレス、氏名を入力して、[次へ]、[次へ]、[ユーザーを追加] と進みます。",
                "Choose [Users], then [Add user], enter a user name, your e-mail address and your name, then [Next], [Next] and [Add user].",
            ),
            t(
                "[許可セット]、[許可セットを作成] の順に選び、[事前定義された許可セット] で AdministratorAccess を選んで、[次へ]、[次へ]、[作成] と進みます。",
                "Choose [Permission sets], then [Create permission set]; under [Predefined permission set] choose AdministratorAccess, then [Next], [Next] and [Create].",
            ),
            t(
                "[AWS アカウント] で自分のアカウントにチェックを入れて [ユーザーまたはグループを割り当て] を選び、追加したユーザー、[次へ]、AdministratorAccess、[次へ]、[送信] の順に選びます。",
                "Under [AWS accounts] tick your account and choose [Assign users or groups]: your new user, [Next], AdministratorAccess, [Next], [Submit].",
            ),
            t(
                "届いた招待メールのリンクを開き、パスワードを決めて MFA デバイスを登録します。",
                "Open the link in the invitation mail, set a password and register an MFA device.",
            ),
            t(
                "ルートユーザーからサインアウトし、メールに書かれた AWS アクセスポータルの URL からサインインして、AdministratorAccess でコンソールを開けることを確かめます。この URL をブックマークします。",
                "Sign out of root, sign in at the AWS access portal (its URL is in the mail) and see that AdministratorAccess opens the console. Bookmark the URL.",
            ),
            t(
                "新しい管理者で請求の画面が開けない場合は、最後にもう一度だけルートユーザーでサインインし、右上のアカウント名から [アカウント] を開きます。[IAM ユーザーおよびロールによる請求情報へのアクセス] の [編集] を選び、[IAM アクセスをアクティブ化] にチェックを入れて、[更新] を選びます。",
                "If the new administrator cannot open the billing pages, sign in as root once more, open the account name at the top right, then [Account]. Choose [Edit] at [IAM user and role access to Billing information], select [Activate IAM Access] and choose [Update].",
            ),
            t(
                "ルートユーザーのパスワードと予備の MFA デバイスを、別々の安全な場所に保管します。",
                "Put the root password and the spare MFA device away, in two safe places.",
            ),
        ],
        cli: &[],
        no_cli: Some(t(
            "IAM Identity Center の組織インスタンスはコンソールで有効にし、招待はブラウザーで受けます。CLI だけではできません。",
            "An organisation instance of IAM Identity Center is enabled in the console, and the invitation is accepted in the browser. The CLI alone cannot do it.",
        )),
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: t(
                "AWS 無料利用枠の無料プランのアカウントで組織を作ると、自動的に従量課金の有料プランになり、残りのクレジットは直ちに失効します。避けるには、組織を作らずに、AdministratorAccess を付けたグループに IAM ユーザーを 1 人入れ、パスワードと MFA だけを設定して使います(アクセスキーは作りません)。",
                "If the account is on the free plan of the AWS Free Tier, creating an organisation turns it into a paid plan at once and the credits expire. To avoid that, make no organisation: put one IAM user into a group with AdministratorAccess, with a password and MFA and without an access key.",
            ),
        },
        Warning {
            risk: Risk::LockOut,
            text: t(
                "ルートユーザーの認証情報は捨てないでください。唯一の管理者が自分の権限を消してしまったとき、元に戻せるのはルートユーザーだけです。新しい管理者でサインインできてから、片付けます。",
                "Do not throw the root credentials away: when the only administrator removes their own rights, nobody but root can restore them. Put root away only after you signed in as the new administrator.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "今もルートユーザーが必要な作業があります。アカウントの解約、ルートユーザーの E メールアドレスの変更、一部の請求と税金の手続きなどです。連絡先や代替の連絡先の変更には要りません。",
                "Some tasks still need root: closing the account, changing the root e-mail address, some billing and tax matters. Changing contacts and alternate contacts does not.",
            ),
        },
    ],
    done: t(
        "普段は別の管理者でサインインし、認証情報レポートの <root_account> の行で、パスワードもアクセスキーも 30 日以内に使われていない。",
        "You sign in as another administrator, and in the row <root_account> of the credential report neither password nor access key was used in the last 30 days.",
    ),
    not_applicable: t(
        "ルートユーザーを持たない新しい形式のアカウントの場合。組織がルートユーザーの認証情報を削除している場合の答えは「実施済み」です。",
        "When the account is of the new kind that has no root user. Where the organisation removed the root credentials, the answer is Done.",
    ),
    organisation: Some(t(
        "メンバーアカウントでは、自分で IAM Identity Center を有効にせず、組織の管理者にユーザーと許可セットを割り当ててもらいます。ルートユーザーでしかできない一部の作業(すべての人を拒否する S3 バケットポリシーの削除など)は、管理アカウントか IAM の委任管理者が代わりに行えます。",
        "In a member account do not enable IAM Identity Center yourself: ask the organisation for a user and a permission set. Some tasks of root, such as deleting an S3 bucket policy that denies everybody, can be done by the management account or the delegated administrator for IAM.",
    )),
    evidence: t(
        "認証情報レポートから、ルートユーザーが最後に使われた日が分かります。MFA の設定などで今日サインインしただけでも「使われた」になります。30 日という基準はこのチェックリストで決めたもので、CIS ベンチマークに日数の定めはありません。誰が何のために使ったかは分かりません。",
        "The credential report tells when root was last used. A sign-in of today, only to set up MFA, counts as use. The 30 days are this checklist's choice; the CIS benchmark names no number. Who used root, and what for, it cannot tell.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "IAM User Guide: AWS account root user",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM Identity Center User Guide: Configure user access with the default IAM Identity Center directory",
            url: "https://docs.aws.amazon.com/singlesignon/latest/userguide/quick-start-default-idc.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM Identity Center User Guide: Enable IAM Identity Center",
            url: "https://docs.aws.amazon.com/singlesignon/latest/userguide/enable-identity-center.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS CloudTrail User Guide: AWS Management Console sign-in events",
            url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html",
            reviewed: "2026-11-24",
        },
    ],
};
