//! The alternate contact for security.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// The second destination for messages from AWS.
pub(crate) const CONTROL: Control = Control {
    id: "contact-security-alternate",
    section: Section::Contacts,
    mandatory: true,
    level: Some(2),
    order: 9,
    severity: Severity::High,
    effort_minutes: 5,
    free: true,
    needs: &[],
    title: t("セキュリティの代替の連絡先を登録する", "Register a security contact besides the root mailbox"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "夜中に、盗まれたアクセスキーから迷惑メールの送信が始まります。AWS の不正利用の報告はセキュリティの連絡先に届きますが、未登録ならルートユーザーのメールに届き、請求書や案内に埋もれます。月曜に気づくころには、AWS がリソースを止めているかもしれません。",
        "At night a stolen key starts to send spam. AWS's abuse report goes to the security contact or, where none is set, to the root mailbox, and lies there between invoices and newsletters until Monday. By then AWS may have blocked your resources.",
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
                "[代替の連絡先] まで移動し、「Security contact」(セキュリティの連絡先)にメールアドレスと電話番号があるか確認します。",
                "Scroll to [Alternate contacts] and see that [Security contact] has an e-mail address and a phone number.",
            ),
            t(
                "そのアドレスがルートユーザーのメールと別で、今も担当のチームに届くことを、テストのメールで確認します。",
                "See that the address is not the root user's, and send a test mail to find out whether it still reaches the team in charge.",
            ),
        ],
        cli: &[
            aws("account get-alternate-contact", &["--alternate-contact-type", "SECURITY"]).note(
                "EmailAddress が表示されれば登録済みです。ResourceNotFoundException のエラーなら未登録です。",
                "Registered when it shows an EmailAddress; not registered when it answers ResourceNotFoundException.",
            ),
            aws("account get-alternate-contact", &["--alternate-contact-type", "BILLING"]).note(
                "請求の連絡先です。合否はセキュリティの連絡先で決まりますが、AWS は代替の連絡先を 3 つとも登録することを勧めています。登録すると、請求の連絡が担当者に直接届きます。",
                "The billing contact. The security contact decides, but AWS recommends to set all three: this one brings news of bills to the person in charge.",
            ),
            aws("account get-alternate-contact", &["--alternate-contact-type", "OPERATIONS"]).note(
                "運用の連絡先です。メンテナンスなどの連絡が届きます。",
                "The operations contact. It hears of maintenance and the like.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "セキュリティを担当する 2 人以上が読むメールアドレス(メーリングリストなど)を用意します。ルートユーザーのメールとは別のアドレスにします。",
                "Choose an address that two or more people in charge of security read, such as a mailing list, and not the root user's.",
            ),
            t(
                "そのアドレスに外部からメールを送り、届くことを確かめます。AWS Health のメールは health@aws.com から届くので、@aws.com を受け取れるようにします。",
                "Send it a mail from outside to see that it arrives. AWS Health writes from health@aws.com: allow @aws.com.",
            ),
            t(
                "右上のアカウント名を選び、[アカウント] を開きます。",
                "Choose the account name at the top right and open [Account].",
            ),
            t(
                "[代替の連絡先] の [編集] を選びます。[編集] がない場合は、account:PutAlternateContact の権限がある管理者で操作します。",
                "Choose [Edit] next to [Alternate contacts]. Where it is missing, use an administrator who has account:PutAlternateContact.",
            ),
            t(
                "「Security contact」(セキュリティの連絡先)に、氏名またはチーム名、役職、メールアドレス、電話番号を入力します。",
                "Under [Security contact] enter name or team, title, e-mail address and phone number.",
            ),
            t(
                "同じ画面で、請求と運用の連絡先も入力し、[更新] を選びます。",
                "Enter the billing and the operations contact on the same page, and choose [Update].",
            ),
            t(
                "AWS User Notifications のコンソールで「AWS managed notifications subscriptions」(AWS マネージド通知のサブスクリプション)を開き、セキュリティのカテゴリで「Manage subscriptions」(サブスクリプションの管理)を選んで、セキュリティの連絡先がオンになっていることを確認します。",
                "Open [AWS managed notifications subscriptions] in the AWS User Notifications console, choose [Manage subscriptions] in the category for security, and see under [Account Contacts] that the security contact is on.",
            ),
        ],
        cli: &[
            changes(
                "account put-alternate-contact",
                &[
                    "--alternate-contact-type",
                    "SECURITY",
                    "--name",
                    "<TEAM_NAME>",
                    "--title",
                    "<JOB_TITLE>",
                    "--email-address",
                    "<SECURITY_EMAIL>",
                    "--phone-number",
                    "<PHONE>",
                ],
            )
            .note(
                "登録します。既に登録があれば、置き換わります。成功しても出力はありません。",
                "Registers the contact, or replaces the one that is there. It prints nothing when it succeeds.",
            ),
            changes(
                "account put-alternate-contact",
                &[
                    "--alternate-contact-type",
                    "BILLING",
                    "--name",
                    "<BILLING_NAME>",
                    "--title",
                    "<BILLING_TITLE>",
                    "--email-address",
                    "<BILLING_EMAIL>",
                    "--phone-number",
                    "<BILLING_PHONE>",
                ],
            )
            .note("請求の連絡先も登録します。", "The billing contact as well."),
            changes(
                "account put-alternate-contact",
                &[
                    "--alternate-contact-type",
                    "OPERATIONS",
                    "--name",
                    "<OPERATIONS_NAME>",
                    "--title",
                    "<OPERATIONS_TITLE>",
                    "--email-address",
                    "<OPERATIONS_EMAIL>",
                    "--phone-number",
                    "<OPERATIONS_PHONE>",
                ],
            )
            .note("運用の連絡先も登録します。", "The operations contact as well."),
            aws("account get-alternate-contact", &["--alternate-contact-type", "SECURITY"]).note(
                "メールアドレスと電話番号に打ち間違いがないか、もう一度確認します。",
                "Read the address and the phone number once more for typing errors.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "個人のアドレスだけを登録すると、退職や休暇の間は誰も気づけません。チームのアドレスと会社の電話番号を使います。",
                "With one person's address, nobody notices while they are away or after they leave. Use a team address and a company phone number.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "「AWS から」と名乗る偽のメールもあります。リンクを開かず、自分で AWS にサインインして、Support Center と AWS Health Dashboard で同じ知らせを探してください。",
                "There are false mails in the name of AWS, too. Do not follow the link: sign in to AWS yourself and look for the same notice in the Support Center and the AWS Health Dashboard.",
            ),
        },
    ],
    done: t(
        "[代替の連絡先] のセキュリティに、ルートユーザーとは別のチームのアドレスがあり、get-alternate-contact が EmailAddress を返す。",
        "[Alternate contacts] has a team address for security that is not the root user's, and get-alternate-contact shows its EmailAddress.",
    ),
    not_applicable: t(
        "新しい形式のアカウントで、高度な機能を有効にしていない場合。代替の連絡先がありません。",
        "When the account is of the new kind and advanced features are not activated: it has no alternate contacts.",
    ),
    organisation: Some(t(
        "管理アカウントか委任管理者アカウントから、メンバーアカウントの代替の連絡先をまとめて登録できます(AWS Account Management の信頼されたアクセスが必要です)。put-alternate-contact に --account-id とメンバーのアカウント ID を付けます。管理アカウント自身には --account-id を付けません。",
        "The management account or a delegated administrator can register alternate contacts for member accounts: add --account-id and the member's ID to put-alternate-contact. It needs trusted access for AWS Account Management. For the management account itself leave --account-id out.",
    )),
    evidence: t(
        "出力から、セキュリティの連絡先が登録されているかどうかが分かります。ルートユーザーのメールと別かどうか、誰かが読んでいるかは分かりません。権限のエラー(AccessDenied)からは、何も分かりません。",
        "The output tells whether a security contact is registered. It cannot tell whether its address differs from the root user's, or whether anybody reads it. AccessDenied tells nothing.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "AWS Account Management Reference Guide: Update the alternate contacts for your AWS account",
            url: "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Startup Security Baseline: ACCT.01 Set account-level contacts to valid email distribution lists",
            url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/acct-01.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS re:Post: What do I do when I receive an abuse report from AWS about my resources?",
            url: "https://repost.aws/knowledge-center/aws-abuse-report",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for AWS accounts",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/account-controls.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS User Notifications User Guide: Adding and removing account contacts for AWS managed notifications",
            url: "https://docs.aws.amazon.com/notifications/latest/userguide/Add-remove-account-contacts.html",
            reviewed: "2026-11-24",
        },
    ],
};
