//! Steps of the first hour: stay calm, read the notice from AWS, secure the root user, and stop the stolen credential.

use super::step::{Step, page};
use crate::base::i18n::t;
use crate::content::catalogue::{aws, changes, deletes};

pub(super) const CALM: Step = Step {
    id: "calm",
    title: t("落ち着いて、安全な場所から始める", "Stay calm and work from a clean place"),
    who: t("最初に気づいた人", "Whoever notices first"),
    goal: t(
        "侵害の疑いがない端末から、侵害の疑いがない管理者として作業し、最初の時刻を書き留めている。",
        "You work on a clean computer as an administrator who is not suspected, and the first time is written down.",
    ),
    actions: &[
        t(
            "今の時刻(UTC)と見たものを、紙かファイルに書きます。UTC は、日本時間から 9 時間を引いた時刻です。この先の操作も、時刻と一緒に 1 行ずつ残します。",
            "Write down the time now in UTC and what you saw, on paper or in a file. Do the same, one line each, for everything you do from here on.",
        ),
        t(
            "2 人目と責任者(決める人)に電話します。1 人が手順を読み上げ、もう 1 人が操作すると、間違いが減ります。",
            "Phone a second person and the one who decides. With somebody to read the steps aloud, you make fewer mistakes.",
        ),
        t(
            "侵害の疑いがない端末を使います。漏えいしたキーやパスワードを保存していた端末は使いません。",
            "Use a computer that is not suspected: not the one on which the leaked key or password was stored.",
        ),
        t(
            "侵害の疑いがない管理者としてサインインします。MFA を使うロールか IAM Identity Center のユーザーを選び、どちらもなければ、MFA を使うルートユーザーにします。",
            "Sign in as an administrator who is not suspected: best a role or an IAM Identity Center user with MFA, else the root user with MFA.",
        ),
        t(
            "コマンドを使う場合は、コンソール上部のアイコンから AWS CloudShell を開きます。何もインストールせず、アクセスキーも作らずに使えます。20〜30 分操作しないと閉じますが、保存したファイルは残ります。",
            "For the commands, open AWS CloudShell with its icon at the top of the console. It needs no installation and no access key. It closes after 20 to 30 minutes without a keystroke; saved files stay.",
        ),
        t(
            "連絡に使う場所を決めます。電話か、このアカウントの外で動いているチャットにします。",
            "Agree where to talk: by phone, or in a chat that does not run in this account.",
        ),
        t(
            "アカウントが組織(AWS Organizations)に属する場合は、その管理者に今すぐ知らせます。AWS をリセラー(請求代行など)から購入している場合は、リセラーにも知らせます。",
            "If the account belongs to an organisation (AWS Organizations), tell its administrators now. If you buy AWS through a reseller, tell the reseller too.",
        ),
    ],
    commands: &[aws("sts get-caller-identity", &[]).note(
        "Account が被害を受けているアカウントの ID であること、Arn が疑わしいユーザーではないことを確かめます。",
        "Account must be the ID of the account in trouble, and Arn must not be the suspected user.",
    )],
    never: &[
        t(
            "ログ、ユーザー、インスタンスを先に消さないでください。何をされたのかが分からなくなり、AWS にも説明できなくなります。",
            "Do not delete logs, users or instances first: without them nobody can tell what was done, and you cannot explain it to AWS.",
        ),
        t(
            "疑わしいユーザーや端末で作業しないでください。新しいパスワードまで盗まれるおそれがあります。",
            "Do not work as the suspected user or on its computer: the new passwords could be stolen as well.",
        ),
        t(
            "隔離ポリシー(漏えいに気づいた AWS が付けるもの)が付いたユーザーで作業しないでください。AWSCompromisedKeyQuarantineV3 は iam:UpdateAccessKey などを拒否するため、自分のキーも止められません。別の管理者かルートユーザーで行います。",
            "Do not work as a user with a quarantine policy, which AWS attaches when it finds a leaked key: AWSCompromisedKeyQuarantineV3 denies iam:UpdateAccessKey and more, so that user cannot even stop its own key. Use another administrator or root.",
        ),
    ],
    controls: &["ir-runbook-and-support-access"],
    sources: &[
        page(
            "AWS managed policy reference: AWSCompromisedKeyQuarantineV3",
            "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html",
        ),
        page(
            "AWS Customer Playbook Framework: Compromised IAM Credentials",
            "https://github.com/aws-samples/aws-customer-playbook-framework/blob/main/docs/Compromised_IAM_Credentials.md",
        ),
        page(
            "AWS CloudShell User Guide: Service quotas and restrictions for AWS CloudShell",
            "https://docs.aws.amazon.com/cloudshell/latest/userguide/limits.html",
        ),
    ],
};

pub(super) const READ_NOTICE: Step = Step {
    id: "read-notice",
    title: t("AWS からの通知を読む", "Read what AWS sent"),
    who: t("最初に対応する人", "The first responder"),
    goal: t(
        "ケース番号、疑わしいキーとユーザー、返信の期限が書き留めてある。",
        "The case number, the suspected key and user, and the deadline for the reply are written down.",
    ),
    actions: &[
        t(
            "コンソール上部の疑問符のアイコンから [サポートセンター] を開き、AWS が作ったケースを読みます。",
            "Choose the question mark at the top of the console, then [Support Center], and read the case that AWS opened.",
        ),
        t(
            "AWS Health Dashboard(https://health.aws.amazon.com/health/home)を開き、「Open and recent issues」(未解決の問題と最近の問題)と「Event log」(イベントログ)で、AWS_RISK_ または AWS_ABUSE_ で始まるイベントを探します。",
            "Open the AWS Health Dashboard (https://health.aws.amazon.com/health/home). Under [Open and recent issues] and [Event log], look for events whose code begins with AWS_RISK_ or AWS_ABUSE_.",
        ),
        t(
            "ルートユーザーとセキュリティの連絡先に届いたメールを、迷惑メールのフォルダーも含めて確認します。",
            "Look through the mailboxes of the root user and of the security contact, the spam folders too.",
        ),
        t(
            "ケース番号、アクセスキー ID、ユーザー名、通知に書かれたリソースとリージョン、返信の期限を書き写します。",
            "Copy down the case number, the access key ID, the user name, the resources and Regions named, and the deadline.",
        ),
        t(
            "通知が来ていなければ、気づいたきっかけ(請求、GuardDuty の検出結果、見覚えのないインスタンスなど)を書き、次の手順に進みます。通知を待つ必要はありません。",
            "No notice? Write down what you saw instead (the bill, a GuardDuty finding, an unknown instance) and go on. There is no need to wait for AWS.",
        ),
        t(
            "手がかりが見覚えのないリソースだけの場合は、そのリージョンの CloudTrail のコンソールで [イベント履歴] を開き、フィルターの属性を「Resource name」(リソース名)に変えて、インスタンス ID などを入れます。RunInstances などのイベントに、作ったユーザーの名前とアクセスキーが表示されます。",
            "If all you know is an unknown resource, open [Event history] in the CloudTrail console of its Region, set the filter to [Resource name] and enter the instance ID or the like. The event that made it, such as RunInstances, shows the user name and the access key.",
        ),
        t(
            "サインインできない場合は、AWS のお問い合わせページ(https://aws.amazon.com/contact-us/)から問い合わせます。サインインは不要です。",
            "If you cannot sign in, ask for help on the AWS contact page (https://aws.amazon.com/contact-us/). It works without signing in.",
        ),
    ],
    commands: &[
        aws("sts get-access-key-info", &["--access-key-id", "<ACCESS_KEY_ID>"])
            .note("どのアカウントのキーかが分かります。", "Tells which account the key belongs to."),
        aws("iam get-access-key-last-used", &["--access-key-id", "<ACCESS_KEY_ID>"]).note(
            "UserName がキーの持ち主です。最後に使われた日時、サービス、リージョンも分かります。ASIA で始まる一時的なキーには使えません。",
            "UserName owns the key; the output also tells when, where and for what it was last used. It does not work for temporary keys (ASIA…).",
        ),
        aws(
            "cloudtrail lookup-events",
            &[
                "--lookup-attributes",
                "AttributeKey=ResourceName,AttributeValue=<INSTANCE_ID>",
                "--query",
                "Events[].[EventTime,EventName,Username,AccessKeyId]",
            ],
        )
        .in_own_region()
        .note(
            "見覚えのないインスタンスを、誰がどのキーで作ったかが分かります(過去 90 日)。キーが空の場合や ASIA で始まる場合は、Username のユーザーかロールのセッションを疑います。",
            "Tells who made an unknown instance, and with which key (last 90 days). If the key is empty or begins with ASIA, suspect the user or role session under Username.",
        ),
        quarantined(V4).note(
            "PolicyUsers に名前があれば、AWS はそのユーザーのキーが漏えいしたと判断しています。V4 は 2026 年 11 月からのバージョンです。NoSuchEntity と出たら次へ進みます。",
            "A name under PolicyUsers: AWS found a key of that user in the open. V4 is the version since November 2026. If it says NoSuchEntity, go on.",
        ),
        quarantined(V3).note("1 つ前のバージョンも確認します。", "The version before it, too."),
        quarantined(V2).note("さらに前のバージョンも確認します。", "And the one before that."),
    ],
    never: &[
        t(
            "メールのリンクからサインインしないでください。偽の通知かもしれません。コンソールのアドレスを自分で開きます。",
            "Do not sign in through a link in a mail: the notice may be a fake. Open the console yourself.",
        ),
        t(
            "隔離ポリシーを先に外さないでください。攻撃者への最後の制限がなくなります。外すのは、AWS の了承を得てからです。",
            "Do not remove the quarantine policy first: it is the last thing that limits the attacker. It goes when AWS has agreed.",
        ),
        t(
            "隔離ポリシーが付いているからと安心しないでください。一覧にない操作は拒否されず、キーはまだ使えます。",
            "Do not rest because of the quarantine policy: what is not on its list still works, and so does the key.",
        ),
    ],
    controls: &["no-quarantine-policy", "contact-security-alternate", "health-abuse-alert"],
    sources: &[
        page(
            "AWS Health User Guide: Viewing your account events in the AWS Health Dashboard",
            "https://docs.aws.amazon.com/health/latest/ug/aws-health-account-views.html",
        ),
        page(
            "AWS CloudTrail User Guide: Viewing recent management events with the console",
            "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-console.html",
        ),
        page(
            "AWS managed policy reference: AWSCompromisedKeyQuarantineV4",
            "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV4.html",
        ),
        page(
            "AWS re:Post: How AWS responds to exposed credentials and how you can protect your account",
            "https://repost.aws/articles/ARoBXj63rWSt2Ww7XKlVV72g/how-aws-responds-to-exposed-credentials-and-how-you-can-protect-your-account",
        ),
    ],
};

const V4: &[&str] = &["--policy-arn", "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV4"];
const V3: &[&str] = &["--policy-arn", "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3"];
const V2: &[&str] = &["--policy-arn", "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV2"];

const fn quarantined(policy: &'static [&'static str]) -> crate::content::catalogue::Command {
    aws("iam list-entities-for-policy", policy)
}

pub(super) const SECURE_ROOT: Step = Step {
    id: "secure-root",
    title: t("ルートユーザーと連絡先を守る", "Secure the root user and the contact data"),
    who: t("ルートユーザーの MFA を持つ人", "The person who holds the MFA device of the root user"),
    goal: t(
        "ルートユーザーを使えるのは自分たちだけで、有効なアクセスキーはなく、連絡先もすべて自分たちのものである。",
        "Only you can use the root user, it has no active access key, and every contact is yours.",
    ),
    actions: &[
        t(
            "2 人いる場合は、もう 1 人がすぐに次の手順「盗まれた認証情報を止める」を始めます。1 人で、止めるキーが分かっている場合は、先にそのキーを無効にしてから戻ってきます。",
            "If there are two of you, the other one begins the next step, stopping the stolen credential, right now. If you are alone and know the key, deactivate it first, then come back.",
        ),
        t(
            "ルートユーザーのメールを受け取るメールボックスのパスワードを変えます。そのメールボックスの MFA が有効で、見覚えのない転送設定がないことも確かめます。メールを読まれると、ルートユーザーのパスワードを再設定されてしまいます。",
            "Change the password of the root user's mailbox; check its MFA and look for forwarding rules that are not yours. Whoever reads that mail can reset the root password.",
        ),
        t(
            "ルートユーザーでサインインし、右上のアカウント名から [アカウント] を開きます。サインインできない場合は、AWS のお問い合わせページ(https://aws.amazon.com/contact-us/)から問い合わせ、返事を待たずに次の手順に進みます。",
            "Sign in as the root user and open the account name at the top right, then [Account]. If you cannot sign in, ask for help on the AWS contact page (https://aws.amazon.com/contact-us/) and go on with the next step without waiting.",
        ),
        t(
            "[アカウントの詳細] で [アクション]、[E メールアドレスとパスワードの更新] の順に選びます(画面によっては [アカウント設定] の [編集])。「Password」(パスワード)の横の [編集] から、ルートユーザーのパスワードを、ほかで使っていないものに変えます。",
            "Next to [Account details] choose [Actions], then [Update email address and password] (some pages show [Account settings] and [Edit] instead). Choose [Edit] next to [Password] and change the root password to one used nowhere else.",
        ),
        t(
            "右上のアカウント名から [セキュリティ認証情報] を開き、[多要素認証 (MFA)] に並ぶデバイスが、すべて自分たちの手元にあるか確認します。見覚えのないデバイスは削除します。1 台も登録がなければ、登録します。",
            "Open the account name, then [Security credentials], and see that you hold every device under [Multi-factor authentication (MFA)]. Remove what is not yours; if there is none, register one.",
        ),
        t(
            "[アクセスキー] にルートユーザーのキーがあれば、[アクション] から [非アクティブ化](無効化)を選びます。",
            "If [Access keys] lists a key of the root user, choose [Actions], then [Deactivate].",
        ),
        t(
            "右上のアカウント名から [アカウント] を開き、メールアドレス、電話番号、代替の連絡先が自分たちのものか確認します。攻撃者は連絡先を書き換えることがあります。",
            "Open the account name, then [Account], and see that e-mail address, phone and alternate contacts are yours. Attackers change them.",
        ),
        t(
            "ルートユーザーのない新しい形式のアカウントの場合は、代わりに AWS Settings(https://settings.aws.com)の「Manage security and sign-in」(セキュリティとサインインの管理)で、パスワードを変え、MFA のデバイスがすべて自分たちのものか確認し、「Signed in devices」(サインイン中のデバイス)の「Delete all sessions」(すべてのセッションを削除)を選びます。Google などのログインを使っている場合は、その元のアカウントのパスワードと MFA も確認します。",
            "If the account is of the new kind that has no root user, open AWS Settings (https://settings.aws.com) instead. Under [Manage security and sign-in] change the password, see that every MFA device is yours, and choose [Delete all sessions] for [Signed in devices]. If you sign in through Google or the like, secure that account, too.",
        ),
        t(
            "ルートユーザーのキーが使われた形跡があれば、すぐに AWS に連絡します。ルートユーザーと、そのキーから作られた一時的な認証情報は、IAM ポリシーでは止められません。",
            "If a root key was used, contact AWS at once: no IAM policy stops the root user or the temporary credentials made with its key.",
        ),
    ],
    commands: &[
        aws("iam get-account-summary", &[]).note(
            "AccountMFAEnabled が 1、AccountAccessKeysPresent が 0 なら正常です。キーを無効にしただけなら 1 のままで、今はそれで構いません。",
            "Good: AccountMFAEnabled is 1 and AccountAccessKeysPresent is 0. A key that you deactivated still counts as 1, which will do for now.",
        ),
        aws("iam list-virtual-mfa-devices", &["--assignment-status", "Assigned"]).note(
            "User の Arn が :root で終わるものが、ルートユーザーの認証アプリです。EnableDate が侵入より後なら、攻撃者が登録した疑いがあります。",
            "An Arn that ends with :root is an authenticator app of the root user. Suspect it if its EnableDate is after the break-in.",
        ),
        aws("account get-contact-information", &[])
            .note("住所と電話番号が自分たちのものか確認します。", "See that address and phone are yours."),
        aws("account get-alternate-contact", &["--alternate-contact-type", "SECURITY"]).note(
            "ResourceNotFoundException は、登録がないという意味です。",
            "ResourceNotFoundException means that none is registered.",
        ),
        aws("account get-alternate-contact", &["--alternate-contact-type", "OPERATIONS"]).note(
            "ベーシックサポートでは、ケースのやり取りの写しがこの連絡先に届きます。",
            "With Basic Support, copies of the case correspondence go to this contact.",
        ),
        aws("account get-alternate-contact", &["--alternate-contact-type", "BILLING"])
            .note("請求の連絡先も確認します。", "The billing contact, too."),
    ],
    never: &[
        t(
            "ルートユーザーのアクセスキーを新しく作らないでください。どの IAM ポリシーでも制限できないキーが増えます。",
            "Do not create an access key for the root user: no IAM policy could limit it.",
        ),
        t(
            "ルートユーザーが一元管理されている組織のメンバーアカウントで、ルートユーザーのパスワードを復旧しようとしないでください。認証情報がないのが正しい状態です。組織の管理者に頼みます。",
            "In a member account with centralised root access, do not try to recover the root password: having none is the right state. Ask the administrators of the organisation.",
        ),
    ],
    controls: &["iam-root-mfa", "iam-root-no-access-key", "contact-info-current", "contact-security-alternate"],
    sources: &[
        page(
            "AWS Account Management Reference Guide: Update root user password",
            "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-root-user-password.html",
        ),
        page(
            "IAM User Guide: Change the password for the AWS account root user",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-password.html",
        ),
        page(
            "AWS Account Management Reference Guide: Delete all sessions in AWS Settings",
            "https://docs.aws.amazon.com/accounts/latest/reference/delete-all-sessions.html",
        ),
        page(
            "IAM User Guide: Disabling permissions for temporary security credentials",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html",
        ),
        page(
            "AWS re:Post: What can I do if I notice unauthorized activity in my AWS account?",
            "https://repost.aws/knowledge-center/potential-account-compromise",
        ),
    ],
};

pub(super) const CONTAIN: Step = Step {
    id: "contain",
    title: t("盗まれた認証情報を止める", "Stop the stolen credential"),
    who: t(
        "疑いのない管理者。止めてよいかは責任者が決めます",
        "An administrator who is not suspected; the one who decides says go",
    ),
    goal: t(
        "盗まれたキー、パスワード、セッションのどれを使っても、もう何もできない。",
        "Neither the stolen key nor the password nor any session made with them can do anything more.",
    ),
    actions: &[
        t(
            "「このユーザーを使っている自分たちのシステムも止まります」と責任者に伝え、了承を得ます。数分待っても連絡がつかなければ、待たずに止めます。",
            "Tell the one who decides that your own systems that use this user stop too, and get the go-ahead. If nobody answers within a few minutes, go on.",
        ),
        t(
            "IAM のコンソールの [ユーザー] で対象のユーザーを開き、[セキュリティ認証情報] の [アクセスキー] で、[アクション] から [非アクティブ化](無効化)を選びます。そのユーザーのすべてのキーで行います。",
            "In the IAM console choose [Users], the user, then [Security credentials]. Under [Access keys] choose [Actions], then [Deactivate], for every key of that user.",
        ),
        t(
            "[許可] タブの [許可を追加] から [ポリシーを直接アタッチする] を選び、AWS 管理ポリシー AWSDenyAll をユーザーに付けます。キーから作られた一時的な認証情報は最長 36 時間有効ですが、この拒否で使えなくなります。",
            "On the [Permissions] tab choose [Add permissions], then [Attach policies directly], and attach the AWS managed policy AWSDenyAll. Temporary credentials made from the key live on for up to 36 hours; this denial stops them as well.",
        ),
        t(
            "[セキュリティ認証情報] の [コンソールアクセスを管理] で「Revoke active console sessions」(有効なコンソールセッションを取り消す)を選び、「Disable access」(アクセスを無効にする)を選びます。コンソールのパスワードが削除されます。",
            "Under [Security credentials] choose [Manage console access], select [Revoke active console sessions], then [Disable access]: the console password is gone.",
        ),
        t(
            "ロールが使われた場合は、[ロール] で対象のロールを開きます。先に [信頼関係] タブで信頼ポリシーから見覚えのない相手を外し、次に「Revoke sessions」(セッションを取り消す)タブの [アクティブなセッションを取り消す] を選びます。逆の順序では、攻撃者が新しいセッションを作れてしまいます。EC2 インスタンスや Lambda 関数のロールなら、穴が開いている間は新しい認証情報を取られ続けるため、インスタンスも隔離します(手順「証拠を残し、消さずに隔離する」)。",
            "If a role was used, open it under [Roles]. First, on the [Trust relationships] tab, take out of its trust policy whoever is not yours; then choose [Revoke active sessions] on the [Revoke sessions] tab. The other way round, the attacker just takes a new session. If it is the role of an EC2 instance or a Lambda function, new credentials leak as long as the hole is open: isolate the instance, too (the step that keeps evidence).",
        ),
        t(
            "IAM Identity Center のユーザーが盗まれた場合は、IAM Identity Center のコンソールで次の順に進めます。(1) そのユーザーの割り当てをすべて外し、グループからも外します。(2) ユーザーの「Active sessions」(アクティブなセッション)タブで、すべてのセッションを終了します。(3)「Disable user access」(ユーザーアクセスを無効にする)を選びます。先に無効にすると、コンソールからセッションを終了できなくなります。外部の ID プロバイダーや Active Directory を使っている場合は、(2) の前に、そちらでもユーザーを無効にします。",
            "If an IAM Identity Center user was stolen, work in the IAM Identity Center console in this order: (1) remove all assignments of the user, and take the user out of the groups; (2) end all sessions on the user's tab [Active sessions]; (3) choose [Disable user access]. If you disable first, the console can no longer end the sessions. With an outside identity provider or Active Directory, disable the user there, too, before (2).",
        ),
        t(
            "それでも、そのユーザーが既に開いたロールのセッションは、最長 12 時間使えます。止めるには、使われた許可セットのインラインポリシー(または組織の SCP。管理アカウントには効きません)に、条件キー identitystore:userId がそのユーザーの ID と等しければすべてを拒否するステートメントを加え、12 時間以上残します。許可セットから作られたロールは、IAM では編集できません。",
            "Role sessions that the user has open live on for up to 12 hours all the same. To stop them, add to the inline policy of the permission sets in use (or to an SCP of the organisation, which does not act on the management account) a statement that denies everything when identitystore:userId equals that user's ID, and leave it for at least 12 hours. Roles made by permission sets cannot be edited in IAM.",
        ),
        t(
            "止めた時刻を書きます。反映に数分かかることがあるため、少し待ちます。次の手順「何をされたかを調べる」の検索で、新しい操作が AccessDenied だけになったことを確かめます。",
            "Write down when you stopped what. It can take a few minutes to work: wait, then use the searches of the next step to see that only AccessDenied comes.",
        ),
    ],
    commands: &[
        aws("iam list-access-keys", &["--user-name", "<USER>"]).note(
            "Status が Active のキーをすべて止めます。攻撃者が 2 本目を作っていることがあります。",
            "Stop every key whose Status is Active: attackers like to add a second one.",
        ),
        changes(
            "iam update-access-key",
            &["--user-name", "<USER>", "--access-key-id", "<ACCESS_KEY_ID>", "--status", "Inactive"],
        )
        .note(
            "成功しても何も表示されません。必要なら Active に戻せます。",
            "Prints nothing when it worked. It can be turned back to Active.",
        ),
        changes(
            "iam attach-user-policy",
            &["--user-name", "<USER>", "--policy-arn", "arn:aws:iam::aws:policy/AWSDenyAll"],
        )
        .note(
            "このユーザーの一時的な認証情報も含めて、すべて拒否します。LimitExceeded と出たら、ユーザーに付いている管理ポリシーが上限(初期値は 10)に達しています。隔離ポリシー以外の 1 つを、名前を控えてから外し、もう一度実行します。",
            "Denies everything to this user, its temporary credentials included. LimitExceeded means that the user has as many managed policies as it may (10 by default): note the name of one that is not the quarantine policy, detach it, and run this again.",
        ),
        deletes("iam delete-login-profile", &["--user-name", "<USER>"]).note(
            "コンソールのパスワードを消します。NoSuchEntity と出たら、パスワードは初めからなく、問題ありません。",
            "Removes the console password. NoSuchEntity means that there is none: good.",
        ),
        aws("iam list-service-specific-credentials", &["--user-name", "<USER>"]).note(
            "Bedrock の API キーなど、別の種類の認証情報です。Active のものを次のコマンドで止めます。",
            "Other kinds of credentials, such as Bedrock API keys. Stop the Active ones with the next command.",
        ),
        changes(
            "iam update-service-specific-credential",
            &[
                "--user-name",
                "<USER>",
                "--service-specific-credential-id",
                "<CREDENTIAL_ID>",
                "--status",
                "Inactive",
            ],
        )
        .note("1 件ずつ止めます。", "One at a time."),
        aws("iam get-role", &["--role-name", "<ROLE>", "--query", "Role.AssumeRolePolicyDocument"]).note(
            "ロールを引き受けられる相手の一覧です。見覚えのないアカウント ID や ID プロバイダーを探します。",
            "Who may take the role. Look for account IDs and identity providers that you do not know.",
        ),
        changes(
            "iam put-role-policy",
            &["--role-name", "<ROLE>", "--policy-name", "AWSRevokeOlderSessions", "--policy-document", REVOKE],
        )
        .note(
            "この時刻(UTC)より前に作られたロールのセッションを、すべて拒否します。反映を待つ間に作られるセッションも止めるため、1 分ほど先の時刻を入れます。正規の利用者は、その後にサインインし直せば使えます。プログラムは、新しい認証情報を取得するまで失敗します。EC2 のロールでは数時間かかることがあり、疑いのないインスタンスなら停止と起動で早められます。",
            "Denies every session of the role that began before this time (UTC). Enter a time about a minute ahead, so that sessions taken while the policy spreads are stopped as well. After that your own people sign in again and go on; programs fail until they get new credentials, which can take hours on EC2: stopping and starting an instance that is not suspected is quicker.",
        ),
    ],
    never: &[
        t(
            "いきなりキーを削除しないでください。無効化なら元に戻せます。調査にもキー ID が必要です。削除は後の手順で行います。",
            "Do not delete the key at first: deactivating can be undone, and the search needs its ID. Deleting comes later.",
        ),
        t(
            "漏れたキーを 1 本取り替えるだけで終わりにしないでください。攻撃者は別のキー、ユーザー、ロールを既に作っていることがあります。",
            "Do not stop at replacing the one key: the attacker may have made other keys, users and roles already.",
        ),
        t(
            "隔離ポリシーを外したり、封じ込めの代わりと考えたりしないでください。拒否するのは一部の操作だけです。",
            "Do not remove the quarantine policy, nor take it for containment: it denies only some actions.",
        ),
        t(
            "AWSDenyAll を自分が使っているユーザーやロールに付けないでください。自分が締め出されます。",
            "Do not attach AWSDenyAll to the identity that you are using: you would lock yourself out.",
        ),
    ],
    controls: &["iam-user-mfa", "iam-access-key-age", "iam-unused-credentials", "iam-service-specific-keys"],
    sources: &[
        page(
            "IAM User Guide: How an IAM administrator can manage IAM user access keys",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-keys-admin-managed.html",
        ),
        page(
            "IAM User Guide: Disabling permissions for temporary security credentials",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html",
        ),
        page(
            "IAM User Guide: Revoke IAM role temporary security credentials",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html",
        ),
        page(
            "IAM User Guide: Manage passwords for IAM users",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html",
        ),
        page(
            "IAM User Guide: IAM and AWS STS quotas",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
        ),
        page(
            "IAM Identity Center User Guide: Revoke user access",
            "https://docs.aws.amazon.com/singlesignon/latest/userguide/revoke-user-permissions.html",
        ),
        page(
            "IAM Identity Center User Guide: Use a Deny policy to revoke active user permissions",
            "https://docs.aws.amazon.com/singlesignon/latest/userguide/prereqs-revoking-user-permissions.html",
        ),
    ],
};

/// Source: "Revoke IAM role temporary security credentials".
const REVOKE: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"<TIME_NOW>"}}}]}"#;
