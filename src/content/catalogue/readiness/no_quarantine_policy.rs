//! No quarantine policy, which AWS attaches when it finds an access key of the account in public.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Command, Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, deletes,
};

/// If this control fails, a key has already leaked.
pub(crate) const CONTROL: Control = Control {
    id: "no-quarantine-policy",
    section: Section::Readiness,
    mandatory: true,
    level: Some(1),
    order: 4,
    severity: Severity::Critical,
    effort_minutes: 5,
    free: true,
    needs: &[],
    title: t(
        "隔離ポリシーが付いたユーザーがいないことを確認する",
        "Make sure that no user carries a quarantine policy",
    ),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "あなたのキーが GitHub で公開されます。AWS は気づいて、そのユーザーに隔離ポリシーを付けますが、止まるのは一部の操作だけです。知らせのメールは誰も読まず、攻撃者は止められていない操作を続けます。このポリシーが付いていれば、漏えいは既に起きています。",
        "A key of yours lands in a public GitHub repository. AWS finds it and attaches a quarantine policy to its user, which blocks some actions, not all. Nobody reads the mail, and the attacker goes on with the rest. Where you see this policy, the leak has already happened.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体で 1 回", "Once for the account"),
    check: Guide {
        console: &[
            t(
                "IAM のコンソールを開き、[ポリシー] で AWSCompromisedKeyQuarantine を検索します。",
                "Open the IAM console and search for AWSCompromisedKeyQuarantine under [Policies].",
            ),
            t(
                "表示されたポリシー(末尾が V4、V3、V2 のものと、何も付かないもの)を 1 つずつ開き、[アタッチされたエンティティ] タブが空か確認します。",
                "Open each of the policies found (ending in V4, V3, V2, and the one without a number) and see that the tab [Entities attached] is empty.",
            ),
            t(
                "コンソール上部の疑問符のアイコンから [サポートセンター] を開き、認証情報の漏えいについて AWS が作った未解決のケースがないか確認します。",
                "Choose the question mark at the top of the console, then [Support Center], and see that there is no open case from AWS about exposed credentials.",
            ),
            t(
                "ポリシーかケースが見つかったら、確認はここまでにして、このツールの「緊急時の対応」ページを開きます。",
                "If you find the policy or such a case, stop checking and open “Something happened” on this page.",
            ),
        ],
        cli: &[
            aws(
                "iam list-policies",
                &["--scope", "AWS", "--only-attached", "--query", "Policies[?starts_with(PolicyName, 'AWSCompromisedKeyQuarantine')].Arn"],
            )
            .note(
                "どの版でも見つかる確認です。空の一覧なら、付いていません。ARN が表示されたら、隔離ポリシーが使われています。",
                "Finds any version. An empty list is good. An ARN means that a quarantine policy is in use.",
            ),
            entities(V4).note(
                "誰に付いているかを調べます。PolicyUsers、PolicyGroups、PolicyRoles がすべて空なら問題ありません。V4 は 2026 年 11 月に作られた版です。NoSuchEntity と出たら次へ進みます。",
                "Shows who carries it. PolicyUsers, PolicyGroups and PolicyRoles must all be empty. V4 was made in November 2026. If it says NoSuchEntity, go on.",
            ),
            entities(V3).note(
                "1 つ前の版です。同じように、すべて空か確認します。",
                "The version before it. All three must be empty, too.",
            ),
            entities(V2).note(
                "その前の版です。同じように、すべて空か確認します。",
                "And the one before that. All three must be empty, too.",
            ),
            entities(V1).note(
                "最も古い版です。NoSuchEntity と出ても問題ありません。",
                "The oldest one. NoSuchEntity is fine here.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "このツールの「緊急時の対応」ページを開き、その順番で進めます。以下は、そのうちキーとポリシーに関わる部分だけです。",
                "Open “Something happened” on this page and follow its order. What follows is only the part about the key and the policy.",
            ),
            t(
                "隔離されたユーザーではない管理者として、MFA を使ってサインインします。いなければ、ルートユーザーを使います。",
                "Sign in with MFA as an administrator who is not the quarantined user. If there is none, use the root user.",
            ),
            t(
                "[サポートセンター] で AWS が作ったケースを読み、アクセスキー ID と返信の期限を書き写します。",
                "Read the case from AWS in [Support Center] and copy down the access key ID and the deadline.",
            ),
            t(
                "IAM のコンソールの [ユーザー] でそのユーザーを開き、[セキュリティ認証情報] タブの [アクセスキー] で、[アクション] から [非アクティブ化](無効化)を選びます。削除はまだしません。",
                "In the IAM console open the user under [Users], tab [Security credentials], and under [Access keys] choose [Actions], [Deactivate]. Do not delete the key yet.",
            ),
            t(
                "このツールの「緊急時の対応」ページに沿って、何をされたかを調べ、攻撃者が作ったものを消し、そのキーで読めた秘密情報(パスワードなど)をすべて変更します。",
                "Following “Something happened” on this page, find out what was done, remove what the attacker made, and change every secret that the key could read.",
            ),
            t(
                "同じ [アクション] から、無効にしたキーを削除します。",
                "Delete the deactivated key, again with [Actions].",
            ),
            t(
                "ケースに、止めたキー、調べた結果、再発を防ぐ方法を書いて返信し、AWS の了承を待ちます。",
                "Answer the case: which key you stopped, what you found, how you prevent a repeat. Wait until AWS agrees.",
            ),
            t(
                "AWS が了承したら、ユーザーの [許可] タブで隔離ポリシーを選び、「Remove」(削除)を選びます。そのユーザーをもう使わないなら、ユーザーごと削除します。",
                "When AWS agrees, select the quarantine policy on the tab [Permissions] of the user and choose [Remove]. If the user is not needed any more, delete the user instead.",
            ),
        ],
        cli: &[
            aws("iam list-access-keys", &["--user-name", "<USER>"]).note(
                "PolicyUsers にあったユーザーのキーです。ケースに書かれたアクセスキー ID を入れます。",
                "The keys of the user found under PolicyUsers. Fill in the access key ID that the case names.",
            ),
            changes("iam update-access-key", &["--user-name", "<USER>", "--access-key-id", "<ACCESS_KEY_ID>", "--status", "Inactive"]).note(
                "キーを止めます。隔離されたユーザー自身では実行できません。別の管理者かルートユーザーで実行します。",
                "Stops the key. The quarantined user itself is denied this: run it as another administrator or root.",
            ),
            deletes("iam delete-access-key", &["--user-name", "<USER>", "--access-key-id", "<ACCESS_KEY_ID>"]).note(
                "調査が終わり、使っていたプログラムを切り替えてから実行します。元に戻せません。",
                "Only after the investigation, and when the programs that used it have been changed. It cannot be undone.",
            ),
            aws("iam list-attached-user-policies", &["--user-name", "<USER>"]).note(
                "付いている隔離ポリシーの ARN を「ポリシーの ARN」に入れます。",
                "Fill in the ARN of the quarantine policy that is attached as ARN of the policy.",
            ),
            changes("iam detach-user-policy", &["--user-name", "<USER>", "--policy-arn", "<POLICY_ARN>"]).note(
                "AWS が了承した後にだけ実行します。ARN が AWSCompromisedKeyQuarantine で始まる名前のポリシーのものか、もう一度確かめます。",
                "Only after AWS agreed. Look again: the ARN must be that of a policy whose name begins with AWSCompromisedKeyQuarantine.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "ポリシーを先に外さないでください。攻撃者への制限がなくなります。外すのは、キーを削除し、アカウントを調べ、AWS が了承した後です。",
                "Do not remove the policy first: it is what holds the attacker back. It goes after the key is deleted, the account is checked, and AWS has agreed.",
            ),
        },
        Warning {
            risk: Risk::LockOut,
            text: t(
                "隔離されたユーザー自身では片付けられません。AWSCompromisedKeyQuarantineV3 は、iam:UpdateAccessKey、iam:DeleteAccessKey、iam:DetachUserPolicy、cloudtrail:LookupEvents などを拒否します。別の管理者かルートユーザーが必要です。",
                "The quarantined user cannot clean up: AWSCompromisedKeyQuarantineV3 denies it iam:UpdateAccessKey, iam:DeleteAccessKey, iam:DetachUserPolicy, cloudtrail:LookupEvents and more. Another administrator or root is needed.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "隔離ポリシーは被害を抑えるだけで、キーを止めるものではありません。拒否の一覧にない操作は、まだできます。キーを無効にした後も、そのキーで作られた一時的な認証情報が最大 36 時間残ることがあります(このツールの「緊急時の対応」ページにある、封じ込めの手順を参照)。",
                "The policy limits the damage, it does not stop the key: what is not on its list still works. After the key is stopped, temporary credentials made with it can live on for up to 36 hours (see containment under “Something happened”).",
            ),
        },
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "アクセスキーの削除は元に戻せません。まず無効にし、困るプログラムがないか確かめてから削除します。",
                "A deleted access key does not come back. Deactivate it first and see which programs need another way in.",
            ),
        },
    ],
    done: t(
        "list-policies の結果が空で、隔離ポリシーが付いたユーザー、グループ、ロールがなく、認証情報の漏えいについて AWS の未解決のケースもない。",
        "list-policies shows nothing, no user, group or role carries a quarantine policy, and no case from AWS about exposed credentials is open.",
    ),
    not_applicable: t(
        "ありません。アクセスキーを使っていないアカウントでも、確認は 5 分で済みます。",
        "Never. Even in an account without access keys the check takes five minutes.",
    ),
    organisation: Some(t(
        "ポリシーはアカウントごとに付くため、組織のすべてのアカウントで確認します。見つかったら、組織の管理者とセキュリティ担当にもすぐ知らせます。",
        "The policy sits in a single account: check every account of the organisation. If you find it, tell the administrators and the security team of the organisation at once.",
    )),
    evidence: t(
        "隔離ポリシーが付いたユーザー、グループ、ロールがあるかが分かります。各版の出力がそろわないと、「ない」とは言えません。AWS がまだ見つけていない漏えいや、AWS からの未対応の通知は分からないため、質問に答えてください。",
        "It tells whether a user, group or role carries a quarantine policy. Only the outputs for all versions together can say that none does. It cannot tell of a leak that AWS has not found, or of an open notice from AWS: please answer the question.",
    ),
    attest: Some(t(
        "認証情報の漏えいについて、AWS からの通知で対応が済んでいないものがありますか。",
        "Is there an open AWS notice about compromised credentials?",
    )),
    sources: &[
        Source {
            title: "AWS managed policy reference: AWSCompromisedKeyQuarantineV4",
            url: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV4.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS managed policy reference: AWSCompromisedKeyQuarantineV3",
            url: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS re:Post: How AWS responds to exposed credentials and how you can protect your account",
            url: "https://repost.aws/articles/ARoBXj63rWSt2Ww7XKlVV72g/how-aws-responds-to-exposed-credentials-and-how-you-can-protect-your-account",
            reviewed: "2026-11-24",
        },
    ],
};

const V4: &[&str] = &["--policy-arn", "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV4"];
const V3: &[&str] = &["--policy-arn", "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3"];
const V2: &[&str] = &["--policy-arn", "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV2"];
const V1: &[&str] = &["--policy-arn", "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantine"];

const fn entities(policy: &'static [&'static str]) -> Command {
    aws("iam list-entities-for-policy", policy)
}
