//! The Learn page: what misuse is, how attackers get in, what damage they do, and what prevents it. About six minutes
//! to read.
//!
//! **Invariant:** data only. Texts contain no markup; every claim is backed by a source of its chapter or of the
//! controls that its points name.

use crate::base::i18n::{Text, t};
use crate::content::catalogue::Source;

/// A chapter of Learn.
#[derive(Debug)]
pub struct Chapter {
    /// Kebab-case; never changes.
    pub id: &'static str,
    /// Its heading.
    pub title: Text,
    /// The text alternative of its diagram.
    pub picture: Text,
    /// Its paragraphs.
    pub body: &'static [Text],
    /// Its key points.
    pub points: &'static [Point],
    /// Its sources.
    pub sources: &'static [Source],
}

/// A point of a chapter, with the controls that help.
#[derive(Debug)]
pub struct Point {
    /// Its heading.
    pub title: Text,
    /// Its text, in a few sentences.
    pub body: Text,
    /// Ids of the controls that help.
    pub controls: &'static [&'static str],
}

/// The tasks to repeat every quarter once everything is in place.
pub const QUARTER: &[Text] = &[
    t(
        "認証情報レポートをもう一度取り、使われていないユーザーとアクセスキーを無効にする",
        "Download the credential report again, and deactivate users and access keys that are not used",
    ),
    t(
        "すべてのリージョンで、CloudTrail、AWS Config、GuardDuty、Security Hub CSPM が動いているか確かめる",
        "See that CloudTrail, AWS Config, GuardDuty and Security Hub CSPM still run in every Region",
    ),
    t(
        "GuardDuty のサンプルの検出結果を作り、2 つの通知先に届くか確かめる",
        "Generate GuardDuty sample findings, and see that they reach both destinations",
    ),
    t("受け入れたリスクと、抑制ルールを見直す", "Look again at accepted risks and at suppression rules"),
    t("緊急時の手順を、担当者と一度通して読む", "Read the incident steps once through with the people in charge"),
];

/// The chapters in reading order.
pub const CHAPTERS: &[Chapter] = &[
    Chapter {
        id: "misuse",
        title: t("不正利用とは何か", "What misuse is"),
        picture: t(
            "あなたのアカウントを表す家に、その鍵を手にした見知らぬ人が近づいている図",
            "A stranger who holds the key to a house that stands for your account",
        ),
        body: &[
            t(
                "不正利用とは、あなたの許可なく、他人があなたの AWS アカウントを使うことです。盗んだ認証情報を使うか、アカウントで動かしているものの弱点から入ります。AWS から見れば正しく署名されたリクエストなので、そのまま実行され、料金はあなたに請求されます。",
                "Misuse means that somebody works in your AWS account without your permission: with credentials that belong to you, or through a weakness in something you run there. To AWS the request looks like any other. It is properly signed, so it is carried out, and it is charged to you.",
            ),
            t(
                "たいていは、あなた個人が狙われたわけではありません。公開リポジトリからアクセスキーを探し、漏れたパスワードを試し、開いたポートを調べて回るプログラムが、休みなく動いています。練習用のアカウントでも、支払い方法が登録されていれば、コンピューターを動かし、AI のモデルを呼び出し、メールを送れます。攻撃者にはそれで十分です。",
                "It is seldom personal. Programs search public repositories for access keys day and night, try leaked passwords and probe addresses for open ports. A practice account will do: as long as a payment method stands behind it, it can start computers, call AI models and send mail.",
            ),
            t(
                "クラウドの基盤は AWS が守ります。誰がサインインできるか、どこまで操作できるか、何をインターネットに公開するかは、あなたが決めます。難しいことばかりではありません。このチェックリストの最初のレベルは無料で、90 分ほどで終わります。",
                "AWS protects the cloud itself. Who may sign in, what they may do and what is open to the internet is for you to decide. Much of it is simple: the first level of this checklist is free and takes about 90 minutes.",
            ),
        ],
        points: &[
            Point {
                title: t("認証情報の 1 つ 1 つが入口になる", "Every credential is a door"),
                body: t(
                    "ルートユーザー、IAM ユーザー、アクセスキー、ロール。どれも盗まれる可能性があり、与えた権限の分だけ扉が開きます。数を減らし、権限を絞るほど、失うものは小さくなります。",
                    "The root user, IAM users, access keys, roles: each can be stolen, and each opens as much as its permissions allow. The fewer there are, and the less they may do, the less there is to lose.",
                ),
                controls: &["iam-unused-credentials", "iam-least-privilege"],
            },
            Point {
                title: t("AWS は助けてくれるが、後始末まではしない", "AWS helps, but does not finish the job"),
                body: t(
                    "公開された場所であなたのアクセスキーが見つかると、AWS はそのユーザーに隔離ポリシー(AWSCompromisedKeyQuarantine で始まる名前)を付け、サポートケースを作って知らせます。拒否されるのは一部の操作だけです。キーを無効にするまで、それ以外の操作はできてしまいます。",
                    "When AWS finds one of your keys in public, it attaches a quarantine policy (its name begins with AWSCompromisedKeyQuarantine) and opens a support case to tell you. The policy denies a list of actions. For all others the key keeps working until you deactivate it.",
                ),
                controls: &["no-quarantine-policy", "contact-security-alternate"],
            },
            Point {
                title: t("一度入られたアカウントは、また狙われる", "An account that was hit is hit again"),
                body: t(
                    "侵入者は、新しいユーザーや別のキー、書き換えたロールの信頼ポリシーなど、次の入口を残していきます。請求額の増加が止まっても、終わったとは限りません。",
                    "Intruders like to leave a second way in: a new user, another key, a changed trust policy of a role. When the bill stops rising, it need not be over.",
                ),
                controls: &["ir-runbook-and-support-access", "guardduty-findings-triaged"],
            },
        ],
        sources: &[SECURE_KEYS, EXPOSED, QUARANTINE],
    },
    Chapter {
        id: "ways-in",
        title: t("3 つの入口", "Three ways in"),
        picture: t(
            "アクセスキー、パスワード、アプリケーションの穴から、アカウントを表す家に 3 本の矢印が向かっている図",
            "Three arrows lead into the house of your account: from an access key, a password and a hole in an application",
        ),
        body: &[
            t(
                "入口は大きく 3 つあります。どこから入っても、行き着く先は同じです。AWS が本物と認める認証情報が、他人の手に渡ります。",
                "There are three main ways in, and all end alike: somebody else holds credentials that AWS accepts.",
            ),
            t(
                "破る必要さえないこともあります。公開されたスナップショットやバケット、インターネットから届くデータベースは、そのまま持ち出せます。",
                "Sometimes nothing has to be broken at all: a public snapshot, an open bucket or a database within reach of the internet gives its data away.",
            ),
        ],
        points: &[
            Point {
                title: t("漏れたアクセスキー", "A leaked access key"),
                body: t(
                    "AKIA で始まるキーは長期のもので、無効にするまで使えます。公開リポジトリ、コンテナイメージ、チャットから漏れ、PC のマルウェアにも盗まれます。ユーザーの権限によっては、GetFederationToken を使って、MFA を求められずにコンソールまで開けます。一番安全なのは、キーを持たないことです。アプリケーションにはロールを、人には aws login(AWS CLI 2.32.0 以降)を使います。aws login は、コンソールへのサインインを使って、最長 12 時間の一時的な認証情報を取得します。",
                    "A key that begins with AKIA is long-term: it works until you deactivate it. It leaks through a public repository, a container image or a chat, or malware takes it from a laptop. If the user's permissions allow GetFederationToken, it even opens the console, and no MFA is asked for. So the best key is none: roles for applications, and for people aws login (AWS CLI 2.32.0 or later), which turns a console sign-in into temporary credentials for up to 12 hours.",
                ),
                controls: &[
                    "iam-access-key-age",
                    "iam-root-no-access-key",
                    "iam-unused-credentials",
                    "key-leak-prevention",
                ],
            },
            Point {
                title: t("盗まれたコンソールのパスワード", "A stolen console password"),
                body: t(
                    "使い回したパスワードが別のサービスから漏れるか、本物そっくりの偽の画面に入力してしまいます。MFA があれば、パスワードだけでは入れません。パスキーとセキュリティキーはさらに強く、偽のサイトでは使えません。ルートユーザーの MFA は AWS が必須にしていますが、IAM ユーザーの MFA はあなたが確かめる必要があります。",
                    "A password that was used twice leaks from another service, or somebody types it into a page that only looks like AWS. With MFA, the password alone opens nothing. Passkeys and security keys are stronger still: they do not work on a forged site. AWS enforces MFA for the root user; for your IAM users you have to see to it yourself.",
                ),
                controls: &["iam-root-mfa", "iam-user-mfa", "iam-password-policy", "people-short-lived"],
            },
            Point {
                title: t("攻撃されたアプリケーション", "An attacked application"),
                body: t(
                    "利用者の指定した URL を読みに行くアプリケーションは、だまされて EC2 のインスタンスメタデータサービス(169.254.169.254)を読み、ロールの一時的な認証情報を渡してしまうことがあります。SSRF と呼ばれる攻撃です。IMDSv2 を必須にすると、先に PUT リクエストでトークンを取る必要があり、この手の穴の多くは通用しなくなります。ロールの権限を絞っておけば、盗まれても被害を抑えられます。盗まれた認証情報が外部で使われると、GuardDuty が検出できます。",
                    "An application that fetches addresses for its users can be tricked into reading the instance metadata service of EC2 (169.254.169.254) and handing over the temporary credentials of its role. This is called SSRF. Where IMDSv2 is required, a token has to be fetched first with a PUT request, and most such holes cannot do that. A role that may do little limits the rest, and GuardDuty can tell when such credentials are used from outside.",
                ),
                controls: &["workloads-patched", "ec2-imdsv2", "iam-least-privilege", "guardduty-enabled-all-regions"],
            },
        ],
        sources: &[SECURE_KEYS, AWS_LOGIN, MFA, IMDS],
    },
    Chapter {
        id: "damage",
        title: t("3 つの被害", "Three kinds of damage"),
        picture: t(
            "アカウントを表す家から、請求書、データ、外への攻撃の 3 つが出ていく図",
            "Three things come out of the house of your account: a bill, data and an attack on others",
        ),
        body: &[t(
            "何をされるかは、盗まれた認証情報で何ができるかによります。次の 3 つは、同時に起きることもよくあります。夜中でも、ふだん開かないリージョンでも進むので、目の前のコンソールはいつもどおりに見えます。",
            "What happens depends on what the stolen credentials may do. These three often come together. They go on at night and in Regions that you never open, so the console in front of you may look as calm as ever.",
        )],
        points: &[
            Point {
                title: t("高額の請求", "The bill"),
                body: t(
                    "使える限りのリージョンで暗号資産のマイニング用に GPU インスタンスを動かし、あなたの費用で Amazon Bedrock のモデルを呼び出し、SMS やメールを大量に送ります。請求データの更新は数時間遅れるため、予算アラートが届くのは一晩たった後かもしれません。アラートだけでは何も止まりません。AWS に請求の見直しを頼むことはできますが、当てにはできません。",
                    "They start GPU instances for mining in every Region they can use, call models in Amazon Bedrock at your expense, or send text messages and mail in bulk. Billing data comes hours late, so a budget alert may arrive after a whole night of it, and an alert alone stops nothing. You can ask AWS to review the charges, but do not count on it.",
                ),
                controls: &[
                    "billing-budget-alert",
                    "billing-anomaly-alert",
                    "iam-service-specific-keys",
                    "regions-restricted",
                ],
            },
            Point {
                title: t("情報の漏えい", "The data"),
                body: t(
                    "S3 のファイル、ディスクやデータベースのコピー、保管したパスワード。読める権限があれば持ち出せます。一度持ち出されたデータは取り戻せません。元のデータを消したり暗号化したりして、金銭を要求することもあります。個人情報が含まれるなら報告の義務が生じることがあり、日本での報告先は個人情報保護委員会です。",
                    "Files in S3, copies of disks and databases, stored passwords: what a credential may read can be taken away, and a copy cannot be called back. Some delete or encrypt the original and demand money. If personal data were in it, you may have to report that; in Japan, to the Personal Information Protection Commission.",
                ),
                controls: &["s3-account-block-public", "snapshots-not-public", "rds-not-public", "iam-least-privilege"],
            },
            Point {
                title: t("加害者になる", "You become the attacker"),
                body: t(
                    "迷惑メール、フィッシングサイト、他者への攻撃に、あなたのアカウントが使われます。AWS Trust & Safety からの連絡はセキュリティの連絡先に届き、登録がなければアカウントのメールアドレスに届きます。そこに書かれた期限までに返事をしないと、リソースの遮断やアカウントの停止もあり得ます。",
                    "Spam, phishing pages and attacks on others now leave from your account. AWS Trust & Safety writes to your security contact, or to the account's e-mail address if there is none. Whoever misses the deadline in that notice risks blocked resources or a suspended account.",
                ),
                controls: &["contact-security-alternate", "contact-info-current", "health-abuse-alert"],
            },
        ],
        sources: &[QUARANTINE, BUDGETS, ABUSE_NOTICE, ABUSE_REPORT],
    },
    Chapter {
        id: "protection",
        title: t("4 つの守り", "How the pieces protect"),
        picture: t(
            "アカウントを四重の輪が囲む図。外側から、扉、見張り、知らせ、手順",
            "Four rings around your account: doors, watch, notice and plan",
        ),
        body: &[
            t(
                "1 つの設定で守りきることはできません。扉を閉め、見張りを立て、知らせを受け取り、手順どおりに動く。この 4 つがそろって働きます。誰も読まない GuardDuty は料金がかかるだけですし、知らせが来なければ、手順書は引き出しの中のままです。",
                "No single setting will do. Close the doors, post a watch, be told, and act by a plan: the four work together. GuardDuty without a reader is only a charge, and without a message the plan stays in its drawer.",
            ),
            t(
                "今日すべてをやる必要はありません。チェックリストの順に、1 つずつ進めてください。",
                "It need not all be done today. Follow the order of the checklist, one control at a time.",
            ),
        ],
        points: &[
            Point {
                title: t("扉を閉める", "Close the doors"),
                body: t(
                    "ルートユーザーと、パスワードを持つすべてのユーザーに MFA を設定します。アクセスキーを減らし、権限を仕事に必要な分だけにし、公開しなくてよいものを閉じます。ほとんどが無料で、ここから始めます。",
                    "MFA for the root user and for everybody who has a password, no access keys where temporary credentials will do, permissions that fit the task, and nothing public that need not be. Nearly all of it is free, and it is where to begin.",
                ),
                controls: &[
                    "iam-root-mfa",
                    "iam-user-mfa",
                    "iam-root-no-access-key",
                    "iam-least-privilege",
                    "key-leak-prevention",
                    "s3-account-block-public",
                    "ec2-no-open-admin-ports",
                ],
            },
            Point {
                title: t("見張りを立てる", "Post a watch"),
                body: t(
                    "CloudTrail は誰が何をしたかを記録します。イベント履歴はリージョンごとに 90 日分、証跡なら必要なだけ残せます。AWS Config はリソースの設定の移り変わりを記録し、Security Hub CSPM は設定を基準と比べて点数を付け、GuardDuty は攻撃らしい動きを探します。どれも気づくための道具で、攻撃を止めるものではありません。",
                    "CloudTrail records who did what: its event history keeps 90 days in each Region, a trail as long as you like. AWS Config records how settings change. Security Hub CSPM compares them with a standard and gives a score. GuardDuty looks for behaviour that resembles an attack. They notice; they do not stop anything.",
                ),
                controls: &[
                    "cloudtrail-multi-region",
                    "config-recording",
                    "securityhub-cspm-enabled",
                    "guardduty-enabled-all-regions",
                ],
            },
            Point {
                title: t("知らせを受け取る", "Be told"),
                body: t(
                    "1 人にしか届かない知らせは、その人が休めば誰にも届きません。通知先は 2 か所がベストプラクティスです。ルートユーザーのメールアドレスと、別の人が読むセキュリティの代替の連絡先を登録します。GuardDuty などのアラートも、メールとチャットのように、確認済みの 2 か所に送ります。",
                    "A message to one person reaches nobody when that person is away. Two destinations are best practice: the root user's e-mail address, and an alternate security contact that somebody else reads. Send alarms such as GuardDuty's to two confirmed places as well, for instance mail and chat.",
                ),
                controls: &[
                    "contact-info-current",
                    "contact-security-alternate",
                    "notify-two-destinations",
                    "guardduty-eventbridge-rule",
                ],
            },
            Point {
                title: t("手順どおりに動く", "Act by a plan"),
                body: t(
                    "夜中の 3 時に考えなくて済むように、誰が決めるか、盗まれた認証情報をどう止めるか、AWS にどう連絡するかを書いておきます。ふだんは、重要度が低いものも含めて検出結果のすべてに答えを出します。攻撃か、自分たちの操作か。分からなければ攻撃として扱います。",
                    "At three in the morning nobody wants to think. Write down who decides, how a stolen credential is stopped and how to reach AWS. On ordinary days give every finding an answer, the Low ones too: an attack, or our own doing? If you cannot tell, treat it as an attack.",
                ),
                controls: &[
                    "ir-runbook-and-support-access",
                    "guardduty-findings-triaged",
                    "guardduty-suppression-narrow",
                ],
            },
        ],
        sources: &[MFA, EVENT_HISTORY, CONTACTS, SEVERITY, SCORE],
    },
];

const SECURE_KEYS: Source = page(
    "IAM User Guide: Secure access keys",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html",
);
const MFA: Source = page(
    "IAM User Guide: AWS Multi-factor authentication in IAM",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html",
);
const AWS_LOGIN: Source = page(
    "AWS CLI User Guide: Login for AWS local development using console credentials",
    "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html",
);
const IMDS: Source = page(
    "Amazon EC2 User Guide: Use the Instance Metadata Service to access instance metadata",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
);
const QUARANTINE: Source = page(
    "AWS managed policy reference: AWSCompromisedKeyQuarantineV3",
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html",
);
const EXPOSED: Source = page(
    "AWS re:Post: How AWS responds to exposed credentials and how you can protect your account",
    "https://repost.aws/articles/ARoBXj63rWSt2Ww7XKlVV72g/how-aws-responds-to-exposed-credentials-and-how-you-can-protect-your-account",
);
const BUDGETS: Source = page(
    "AWS Cost Management User Guide: Managing your costs with AWS Budgets",
    "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html",
);
const ABUSE_NOTICE: Source =
    page("AWS re:Post: Abuse notice FAQs", "https://repost.aws/articles/ARi420OrIGR0y_9pOOker1QQ/abuse-notice-faqs");
const ABUSE_REPORT: Source = page(
    "AWS re:Post: What do I do when I receive an abuse report from AWS about my resources?",
    "https://repost.aws/knowledge-center/aws-abuse-report",
);
const EVENT_HISTORY: Source = page(
    "AWS CloudTrail User Guide: Working with CloudTrail event history",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html",
);
const CONTACTS: Source = page(
    "AWS Account Management Reference Guide: Update the alternate contacts for your AWS account",
    "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html",
);
const SEVERITY: Source = page(
    "Amazon GuardDuty User Guide: Severity levels of GuardDuty findings",
    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html",
);
const SCORE: Source = page(
    "AWS Security Hub User Guide: Calculating security scores",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/standards-security-score.html",
);

const fn page(title: &'static str, url: &'static str) -> Source {
    Source { title, url, reviewed: "2026-11-24" }
}

#[cfg(test)]
mod tests {
    use super::CHAPTERS;
    use crate::content::catalogue;

    #[test]
    fn four_chapters_in_the_order_of_the_story() {
        let ids: Vec<_> = CHAPTERS.iter().map(|chapter| chapter.id).collect();
        assert_eq!(ids, ["misuse", "ways-in", "damage", "protection"]);
    }

    #[test]
    fn every_point_leads_to_controls_that_exist() {
        for chapter in CHAPTERS {
            assert!(!chapter.points.is_empty() && !chapter.sources.is_empty(), "{}", chapter.id);
            for point in chapter.points {
                assert!(!point.controls.is_empty(), "{}: {}", chapter.id, point.title.en);
                for control in point.controls {
                    assert!(catalogue::find(control).is_some(), "{}: {control}", chapter.id);
                }
            }
        }
    }

    /// Six minutes: about 200 English words, or 500 Japanese characters, a minute.
    #[test]
    fn it_stays_short() {
        let texts = || {
            CHAPTERS.iter().flat_map(|chapter| {
                let points = chapter.points.iter().flat_map(|point| [point.title, point.body]);
                [chapter.title].into_iter().chain(chapter.body.iter().copied()).chain(points)
            })
        };
        let words: usize = texts().map(|text| text.en.split_whitespace().count()).sum();
        let characters: usize = texts().map(|text| text.ja.chars().count()).sum();
        assert!(words <= 1_300, "{words} English words");
        assert!(characters <= 3_400, "{characters} Japanese characters");
    }
}
