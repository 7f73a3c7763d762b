//! Current contact information of the account.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// The address and phone number that AWS uses, also to recover a lost root MFA device.
pub(crate) const CONTROL: Control = Control {
    id: "contact-info-current",
    section: Section::Contacts,
    mandatory: true,
    level: Some(2),
    order: 10,
    severity: Severity::High,
    effort_minutes: 10,
    free: true,
    needs: &[],
    title: t("連絡先とルートユーザーのメールを最新に保つ", "Keep the contact details and root mailbox current"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "攻撃者があなたのアカウントから迷惑メールを送り、AWS がルートユーザーのアドレスに対応を求めます。しかし受信者は昨年退職しており、誰も返信しません。AWS はリソースを止めるか、アカウントを停止することがあります。MFA デバイスをなくしたときの復旧にも、このメールと電話が必要です。",
        "An attacker sends spam through your account, and AWS writes to the root address for an answer. Its reader left the company last year. Nobody replies, and AWS may block resources or suspend the account. You also need that mailbox and phone to recover from a lost MFA device.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体で 1 回", "Once for the account"),
    check: Guide {
        console: &[
            t(
                "右上のアカウント名を選び、[アカウント] を開きます。",
                "Choose the account name at the top right and open [Account].",
            ),
            t(
                "[連絡先情報] の氏名、住所、電話番号が今も正しいことを確認します。",
                "See that full name, address and phone number under [Contact information] are still right.",
            ),
            t(
                "その電話が今も担当者の手元にあり、SMS を受け取れることを確認します。",
                "See that somebody in charge still holds that phone, and that it receives SMS.",
            ),
            t(
                "[アカウントの詳細] で、ルートユーザーのメールアドレスを確認します。",
                "Look up the root user's address under [Account details].",
            ),
            t(
                "そのアドレスにテストのメールを送り、2 人以上が読めることを確認します。",
                "Send a test mail to that address, and have two people tell you that they can read it.",
            ),
        ],
        cli: &[aws("account get-contact-information", &[]).note(
            "FullName、AddressLine1、City、PostalCode、CountryCode、PhoneNumber が今も正しければ問題ありません。ルートユーザーのメールアドレスは表示されません。個人情報なので、共有する前に伏せてください。",
            "Good when FullName, AddressLine1, City, PostalCode, CountryCode and PhoneNumber are still right. The root address is not shown. These are personal data: mask them before you share the output.",
        )],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "右上のアカウント名を選び、[アカウント] を開きます。",
                "Choose the account name at the top right and open [Account].",
            ),
            t(
                "[連絡先情報] の [編集] を選びます。[編集] がない場合は、account:PutContactInformation の権限がある管理者で操作します。",
                "Choose [Edit] next to [Contact information]. Where it is missing, use an administrator who has account:PutContactInformation.",
            ),
            t(
                "会社の住所と、SMS を受け取れる電話番号を入力し、[更新] を選びます。電話番号は + と国番号で始め、先頭の 0、空白、ハイフンは入れません(+819012345678 の形)。フリーダイヤルは使えません。",
                "Enter the company's address and a phone number that receives SMS, and choose [Update]. Begin with + and the country code, without a leading zero, spaces or hyphens, as in +12025550179. Toll-free numbers are not accepted.",
            ),
            t(
                "ルートユーザーのメールが個人のアドレスなら、先に、2 人以上が読む共有メールボックスかメーリングリストを用意し、外部からのメールが届くことを確かめます。",
                "If the root mailbox is one person's: first set up a shared mailbox or a list that two or more people read, and see that mail from outside arrives there.",
            ),
            t(
                "ルートユーザーでサインインし、[アカウント] の [アカウントの詳細] で [アクション] を選び、[E メールアドレスとパスワードの更新] を選びます。",
                "Sign in as the root user, open [Account], choose [Actions] next to [Account details], then [Update email address and password].",
            ),
            t(
                "「Email address」(E メールアドレス)の [編集] を選び、新しいアドレスを 2 回と現在のパスワードを入力して、「Save and continue」(保存して続行)を選びます。",
                "Choose [Edit] next to [Email address], enter the new address twice and your current password, and choose [Save and continue].",
            ),
            t(
                "新しいアドレスに no-reply@verify.signin.aws から届いたコードを「Verification code」(確認コード)に入力し、「Confirm updates」(更新の確認)を選びます。届くまで 5 分ほどかかることがあります。",
                "Enter the code that no-reply@verify.signin.aws sends to the new address as [Verification code], and choose [Confirm updates]. It can take five minutes to arrive.",
            ),
            t(
                "サインアウトし、新しいアドレスでサインインできることを確かめます。変更が行き渡るまで、最大で 4 時間かかることがあります。",
                "Sign out and sign in with the new address. The change can take up to four hours to reach everywhere.",
            ),
        ],
        cli: &[
            changes("account put-contact-information", &["--contact-information", CONTACT]).note(
                "連絡先を書き換えます。成功しても出力はありません。国コードは日本なら JP です。日本では都道府県(StateOrRegion)が必須です。都道府県に当たるものがない国では、StateOrRegion とその値を外します。CompanyName など、確認のコマンドで表示されたほかの項目も書き加えてください。省いた項目が残るかどうかは、AWS のドキュメントに書かれていません。",
                "Sets the contact information; it prints nothing when it succeeds. The country code has two letters, such as US. Japan, the US and some others require StateOrRegion; where there is nothing of the kind, take it out with its value. Add other fields that the check showed, such as CompanyName: AWS does not document whether fields that you leave out are kept.",
            ),
            aws("account get-contact-information", &[]).note(
                "入力したとおりに変わったことを確認します。ルートユーザーのメールアドレスは CLI では変更できません。コンソールの手順で変更します。",
                "See that it is as you typed it. The root address cannot be changed with this CLI: use the console steps.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "ルートユーザーのメールアドレスはサインイン名でもあります。古いメールボックスが読めるうちに変更し、新しいアドレスは先に受信を確かめてください。打ち間違えたアドレスには確認コードが届かず、変更は完了しません。",
                "The root address is also the sign-in name. Change it while the old mailbox is still readable, and test the new one first. A mistyped address gets no code, and the change is not completed.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "ルートユーザーのメールと登録済みの電話番号の両方を押さえた人は、ルートユーザーの MFA を回避できます。共有メールボックスにも MFA を設定し、読める人を必要な数名に限ってください。",
                "Whoever controls the root mailbox and the registered phone can bypass the MFA of root. Protect the shared mailbox with MFA as well, and keep its readers to the few who need it.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "AWS Health のメールは health@aws.com から届きます。差出人で振り分けている場合は、迷惑メールに入らないよう @aws.com を許可してください。",
                "Mails of AWS Health come from health@aws.com. If you filter by sender, allow @aws.com, so that they do not end up as spam.",
            ),
        },
    ],
    done: t(
        "[連絡先情報] が正しく、電話番号は SMS を受け取れ、ルートユーザーのアドレスに送ったテストのメールを 2 人以上が読めた。",
        "[Contact information] is right, the phone receives SMS, and two people have read a test mail to the root address.",
    ),
    not_applicable: t(
        "ルートユーザーを持たない新しい形式のアカウントの場合。連絡先は AWS Settings(settings.aws.com)で管理します。",
        "When the account is of the new kind that has no root user. Its contact data are kept in AWS Settings (settings.aws.com).",
    ),
    organisation: Some(t(
        "組織のメンバーアカウントの連絡先とルートユーザーのメールは、管理アカウントか委任管理者アカウントから一元的に変更できます(AWS Account Management の信頼されたアクセスが必要です)。AWS Organizations のコンソールの [AWS アカウント] でアカウントを選び、「Contact info」(連絡先情報)と [アクション] を使います。管理アカウント自身は、上の手順で変更します。",
        "The management account or a delegated administrator can change contact data and root address of member accounts: choose the account under [AWS accounts] in the AWS Organizations console, then [Contact info] and [Actions]. It needs trusted access for AWS Account Management. The management account itself follows the steps above.",
    )),
    evidence: t(
        "出力から、連絡先の必須項目が埋まっているかどうかが分かります。内容が正しいか、ルートユーザーのメールを誰かが読んでいるかは分からないため、質問に答えてください。",
        "The output tells whether the required fields are filled. It cannot tell whether they are right, or whether anybody reads the root mailbox: that is why you are asked.",
    ),
    attest: Some(t(
        "ルートユーザーのメールボックスを、2 人以上が読んでいますか。",
        "Do at least two people read the root mailbox?",
    )),
    sources: &[
        Source {
            title: "AWS Account Management Reference Guide: Update the primary contact for your AWS account",
            url: "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-primary.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Account Management Reference Guide: Update the root user email address",
            url: "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-root-user-email.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Account Management API Reference: ContactInformation",
            url: "https://docs.aws.amazon.com/accounts/latest/APIReference/API_ContactInformation.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Organizations User Guide: Updating the root user email address for a member account with AWS Organizations",
            url: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_update_primary_email.html",
            reviewed: "2026-11-24",
        },
    ],
};

/// The fields that AWS requires for an address in Japan and in most countries.
const CONTACT: &str = r#"{"FullName":"<FULL_NAME>","AddressLine1":"<ADDRESS>","City":"<CITY>","StateOrRegion":"<PREFECTURE>","PostalCode":"<POSTCODE>","CountryCode":"<COUNTRY_CODE>","PhoneNumber":"<PHONE>"}"#;
