//! The quiz at the end of Learn. Every option has an explanation, the wrong ones too, and each question leads to a
//! control.
//!
//! **Invariant:** ids of questions and options never change, because progress files contain them.

use crate::base::i18n::{Text, t};

/// A question.
#[derive(Debug)]
pub struct Question {
    /// Kebab-case; never changes.
    pub id: &'static str,
    /// The question itself.
    pub text: Text,
    /// The options; exactly one is right.
    pub options: &'static [Choice],
    /// The id of the control that it is about.
    pub control: &'static str,
}

/// An option of a question.
#[derive(Debug)]
pub struct Choice {
    /// Short; never changes.
    pub id: &'static str,
    /// Its text.
    pub text: Text,
    /// Whether it is the right one.
    pub is_right: bool,
    /// Why it is right or wrong.
    pub why: Text,
}

/// The questions in the order of the page, starting with the one from the talk.
pub const QUESTIONS: &[Question] = &[
    Question {
        id: "first",
        text: t(
            "AWS アカウントを作りました。不正利用の被害を小さくするために、次のうち最初に整えるものはどれですか。",
            "You have just created an AWS account. Which of these comes first, to keep the damage of misuse small?",
        ),
        options: &[
            wrong(
                "waf",
                t("アプリケーションの前に AWS WAF を置く", "Putting AWS WAF in front of the application"),
                t(
                    "Web アプリケーションへの攻撃を減らす良い対策です。ただし、漏れたアクセスキーやパスワードでのサインインは WAF を通りません。",
                    "A good control against attacks on web applications. But whoever comes with a leaked key or password never passes the WAF.",
                ),
            ),
            wrong(
                "encryption",
                t("保管するデータをすべて暗号化する", "Encrypting all stored data"),
                t(
                    "大切ですが、復号できる権限を持つ認証情報が盗まれれば、そのまま読まれます。請求の被害も防げません。",
                    "Worth doing, but stolen credentials that may decrypt will read it all the same. And it does nothing about the bill.",
                ),
            ),
            right(
                "notification",
                t(
                    "AWS からの知らせが 2 か所(ルートユーザーのメールアドレスと、別の人が読むセキュリティの代替の連絡先)に届くようにする",
                    "Notifications to two destinations: the root user's e-mail address and an alternate security contact that somebody else reads",
                ),
                t(
                    "被害の大きさは、気づくまでの時間で変わります。1 か所では、休暇や迷惑メールの振り分けで見落とします。無料で、5 分あれば設定できます。",
                    "How bad it gets depends on how soon you know, and a single mailbox is missed because of a holiday or a spam folder. It is free and takes five minutes.",
                ),
            ),
            wrong(
                "backup",
                t("データのバックアップを毎日取る", "Backing up the data every day"),
                t(
                    "消されたデータを戻すのに役立ちます。ただし、侵入に気づく助けにはならず、請求や情報の漏えいも止まりません。",
                    "It brings deleted data back. But it does not tell you that somebody is in, and stops neither the bill nor a leak.",
                ),
            ),
        ],
        control: "contact-security-alternate",
    },
    Question {
        id: "root-mfa",
        text: t(
            "本物そっくりの偽のサインイン画面から、ルートユーザーを最もよく守るものはどれですか。",
            "What protects the root user best against a forged sign-in page?",
        ),
        options: &[
            right(
                "passkey",
                t("パスキーまたはセキュリティキーの MFA", "MFA with a passkey or a security key"),
                t(
                    "登録した本物のサイトでしか使えないため、偽の画面では認証が成立しません。予備も登録しておきます。",
                    "It works only with the real site it was registered for, so the forged page gets nothing. Register a spare as well.",
                ),
            ),
            wrong(
                "long-password",
                t("30 文字の複雑なパスワード", "A complex password of 30 characters"),
                t(
                    "推測には強くなりますが、偽の画面に入力すれば、長さに関係なく盗まれます。",
                    "Hard to guess, but typed into a forged page it is stolen whatever its length.",
                ),
            ),
            wrong(
                "app",
                t("認証アプリの 6 桁のコード", "Six-digit codes from an authenticator app"),
                t(
                    "パスワードだけよりずっと安全です。ただし、偽の画面に入力したコードは、有効なうちに本物のサイトへ転送されるおそれがあります。",
                    "Far better than a password alone. But a forged page can pass the code on to the real site while it is still valid.",
                ),
            ),
            wrong(
                "policy",
                t("ルートユーザーの操作を制限する IAM ポリシー", "An IAM policy that limits the root user"),
                t(
                    "IAM ポリシーをルートユーザーに付けることはできません。だからこそ、サインインを守ります。",
                    "IAM policies cannot be attached to the root user. That is why its sign-in has to be guarded.",
                ),
            ),
        ],
        control: "iam-root-mfa",
    },
    Question {
        id: "cli-on-laptop",
        text: t(
            "自分の PC で毎日 AWS CLI を使います。最も安全な方法はどれですか。",
            "You use the AWS CLI on your laptop every day. Which way is the safest?",
        ),
        options: &[
            wrong(
                "rotate",
                t("アクセスキーを作り、90 日ごとに更新する", "An access key that you rotate every 90 days"),
                t(
                    "更新しないよりは良い方法です。それでも、漏れたキーは次の更新まで使えてしまいます。",
                    "Better than never. Still, a leaked key works until the next rotation.",
                ),
            ),
            wrong(
                "environment",
                t(
                    "アクセスキーをファイルに書かず、環境変数に入れる",
                    "An access key in an environment variable, not in a file",
                ),
                t(
                    "ソースコードには残りにくくなりますが、長期のキーであることは変わらず、マルウェアやログから漏れます。",
                    "It stays out of your code, but it is still a long-term key, and malware or a log can take it from there.",
                ),
            ),
            wrong(
                "root-key",
                t(
                    "ルートユーザーのアクセスキーを、自分の PC だけに置く",
                    "An access key of the root user, kept on this laptop only",
                ),
                t(
                    "最も危険です。IAM ポリシーでは制限できないため、漏れればアカウントのすべてを失います。作らないでください。",
                    "The most dangerous of all: no IAM policy limits it, so a leak costs you the whole account. Do not create one.",
                ),
            ),
            right(
                "login",
                t(
                    "aws login で、コンソールのサインインから一時的な認証情報を得る",
                    "aws login, which gets temporary credentials from your console sign-in",
                ),
                t(
                    "長期のキーを PC に置かずに済み、サインイン時の MFA も効きます(AWS CLI 2.32.0 以降)。IAM Identity Center を使っている場合は aws sso login です。",
                    "No long-term key lies on the laptop, and the MFA of your sign-in counts (AWS CLI 2.32.0 or later). With IAM Identity Center it is aws sso login.",
                ),
            ),
        ],
        control: "iam-access-key-age",
    },
    Question {
        id: "key-pushed",
        text: t(
            "公開リポジトリにアクセスキーをプッシュしてしまい、5 分後に気づきました。まず何をしますか。",
            "You pushed an access key to a public repository and notice after five minutes. What comes first?",
        ),
        options: &[
            wrong(
                "delete-commit",
                t("コミットを削除して強制プッシュ(force push)する", "Deleting the commit and force-pushing"),
                t(
                    "履歴から消しても、既にコピーされたキーは使えます。古いコミットがフォークやキャッシュに残ることもあります。",
                    "Whoever has copied the key can still use it, and the old commit may live on in forks and caches.",
                ),
            ),
            right(
                "deactivate",
                t(
                    "キーを無効にし、必要なら新しい認証情報に切り替える",
                    "Deactivating the key, then replacing it where needed",
                ),
                t(
                    "一度でも公開したキーは漏れたものと考えます。無効にすれば、誰がコピーしていても使えません。履歴の整理は、その後で構いません。",
                    "A key that was ever public counts as leaked. Deactivated, it is useless to whoever copied it. The history can be cleaned up afterwards.",
                ),
            ),
            wrong(
                "private",
                t("リポジトリを非公開にする", "Making the repository private"),
                t(
                    "これから見る人は減りますが、公開していた間にコピーされたキーは使えるままです。",
                    "Fewer people will see it from now on, but a key copied while it was public keeps working.",
                ),
            ),
            wrong(
                "wait",
                t("AWS から知らせが来るか、様子を見る", "Waiting to see whether AWS writes"),
                t(
                    "AWS が見つけて知らせてくれることもありますが、必ずではありません。待つ間にも使われます。",
                    "AWS may find the key and tell you, but that is not certain, and meanwhile it can be used.",
                ),
            ),
        ],
        control: "key-leak-prevention",
    },
    Question {
        id: "quarantined-key",
        text: t(
            "AWS から「アクセスキーが公開されている」と知らせがあり、そのユーザーには隔離ポリシー(AWSCompromisedKeyQuarantine で始まる名前)が付いていました。認証情報に対して最初にすることはどれですか。",
            "AWS tells you that an access key is public, and its user carries a quarantine policy (its name begins with AWSCompromisedKeyQuarantine). What do you do first about the credential?",
        ),
        options: &[
            wrong(
                "nothing",
                t("AWS が止めてくれたので、週明けに対応する", "Nothing until Monday: AWS has stopped it"),
                t(
                    "隔離ポリシーが拒否するのは一部の操作だけです。キーは有効なままで、一覧にない操作はできてしまいます。",
                    "The policy denies only a list of actions. The key is still active, and what is not on the list still works.",
                ),
            ),
            wrong(
                "detach",
                t("デプロイが失敗するので、隔離ポリシーを外す", "Detaching the policy, because deployments fail"),
                t(
                    "攻撃者への最後の制限が外れます。外すのは、キーを削除して調査を終え、AWS の了承を得てからです。",
                    "That lifts the last limit on the attacker. It comes off when the key is gone, the account is checked and AWS agrees.",
                ),
            ),
            right(
                "stop-key",
                t(
                    "侵害の疑いがない別の管理者として、そのキーを無効にする",
                    "Deactivating the key, as another administrator who is not suspected",
                ),
                t(
                    "まず使えなくします。隔離されたユーザー自身は、キーを無効にする操作も拒否されます。削除は後にし、無効にした時刻を書き残します。",
                    "Stop it first. The quarantined user cannot: it is denied even that. Delete the key later, and write down when you deactivated it.",
                ),
            ),
            wrong(
                "delete-all",
                t(
                    "そのユーザーと、見覚えのないインスタンスをすべて削除する",
                    "Deleting the user and every instance that you do not know",
                ),
                t(
                    "何をされたのかを調べる手がかりが消え、別の入口を見落とします。止める、調べる、片付ける、の順です。",
                    "That destroys the traces, and a second way in stays unseen. Stop, look, then clean up.",
                ),
            ),
        ],
        control: "no-quarantine-policy",
    },
    Question {
        id: "event-history",
        text: t(
            "CloudTrail の証跡を一度も作っていません。イベント履歴から分かるのはどれですか。",
            "You never made a CloudTrail trail. What can the event history still tell you?",
        ),
        options: &[
            right(
                "ninety-days",
                t(
                    "過去 90 日間の管理イベント。リージョンごとに調べる",
                    "Management events of the past 90 days, looked up Region by Region",
                ),
                t(
                    "イベント履歴は最初から有効で、無料です。90 日より長く残し、全リージョンをまとめて調べるには、証跡を作ります。",
                    "The event history is on from the start and free. To keep more than 90 days, and all Regions in one place, make a trail.",
                ),
            ),
            wrong(
                "everything",
                t(
                    "アカウントを作ってからのすべての操作。全リージョン分",
                    "Everything since the account was made, in all Regions",
                ),
                t(
                    "さかのぼれるのは 90 日までで、1 回に検索できるのは 1 つのリージョンだけです。",
                    "It goes back 90 days, and a search covers one Region only.",
                ),
            ),
            wrong(
                "nothing",
                t("何も分からない。証跡がなければ記録されない", "Nothing: without a trail nothing is recorded"),
                t(
                    "証跡がなくても、イベント履歴には 90 日分が残ります。被害に気づいたら、古いものから消える前に調べます。",
                    "The event history keeps 90 days without a trail. In an incident, look before the oldest days fall away.",
                ),
            ),
            wrong(
                "objects",
                t("過去 90 日間に S3 のどのファイルが読まれたか", "Which files in S3 were read in the past 90 days"),
                t(
                    "ファイルの読み書きはデータイベントで、イベント履歴には出ません。証跡などで、料金を払って記録します。",
                    "Reading and writing files are data events. The event history does not show them; a trail can record them, for a charge.",
                ),
            ),
        ],
        control: "cloudtrail-multi-region",
    },
    Question {
        id: "guardduty-low",
        text: t(
            "GuardDuty に重要度「低」の検出結果が 1 件出ました。失敗に終わった侵入の試みのようです。どうしますか。",
            "GuardDuty shows one finding of severity Low: an attempt to get in that seems to have failed. What do you do?",
        ),
        options: &[
            wrong(
                "ignore",
                t("「低」は危険がないという意味なので、読まない", "Leave it unread: Low means harmless"),
                t(
                    "「低」は、被害に至らなかった不審な試みです。誰かが弱点を探している印かもしれない、と AWS も書いています。",
                    "Low is a suspicious attempt that did not get through. AWS itself says that somebody may be looking for weak points.",
                ),
            ),
            right(
                "answer",
                t(
                    "攻撃か自分たちの操作かを期限内に確かめ、結果を書き残す",
                    "Find out in good time whether it was an attack or your own doing, and note the answer",
                ),
                t(
                    "AWS は、「低」への即時の対応を求めていません。このツールは、攻撃されたアカウントはまた狙われると考え、すべてに答えを出します。分からなければ攻撃として扱います。",
                    "AWS asks for no immediate action on Low. This tool goes further, since an attacked account is attacked again: every finding gets an answer, and “cannot tell” counts as an attack.",
                ),
            ),
            wrong(
                "suppress",
                t("「低」をすべて隠す抑制ルールを作る", "Make a suppression rule that hides all Low findings"),
                t(
                    "抑制した検出結果は EventBridge にも Security Hub CSPM にも送られません。抑制は、自分たちの操作と分かったものに、検出結果タイプとリソースで絞って使います。",
                    "Suppressed findings go neither to EventBridge nor to Security Hub CSPM. Suppress only what you know to be your own, by finding type and resource.",
                ),
            ),
        ],
        control: "guardduty-findings-triaged",
    },
    Question {
        id: "score-hundred",
        text: t(
            "Security Hub CSPM のスコアが 100 % になりました。正しいものはどれですか。",
            "The score of Security Hub CSPM is 100 %. Which of these is true?",
        ),
        options: &[
            wrong(
                "safe",
                t("もう誰も侵入できない", "Nobody can get in any more"),
                t(
                    "スコアが見るのは設定だけです。盗まれたパスワードや、アプリケーションの穴は見ません。",
                    "The score looks at settings only. It knows nothing of a stolen password or of a hole in your application.",
                ),
            ),
            wrong(
                "all-passed",
                t("失敗しているコントロールは 1 つもない", "Not a single control is failing"),
                t(
                    "スコアは整数に丸められます。コントロールが数百あると、1 つ失敗していても 100 % と表示されます。",
                    "The score is rounded to a whole number: with a few hundred controls, one that fails still shows as 100 %.",
                ),
            ),
            right(
                "look",
                t(
                    "失敗が隠れていることがあるので、修復必須の一覧を別に確認する",
                    "A failure may hide behind it, so the must-fix list has to be checked separately",
                ),
                t(
                    "丸めのほか、無効にしたコントロールや抑制した検出結果は数えられません。スコアは目安にし、重大なものは 1 つずつ見ます。",
                    "Besides the rounding, disabled controls and suppressed findings do not count. Use the score as a guide and look at the critical ones themselves.",
                ),
            ),
        ],
        control: "securityhub-score",
    },
    Question {
        id: "budget-alert",
        text: t(
            "月 50 USD の予算に、80 % で届くメールのアラートだけを設定しました。夜中に他人が GPU インスタンスを大量に起動すると、どうなりますか。",
            "A budget of 50 USD a month sends a mail at 80 %, and nothing else is set up. At night a stranger starts many GPU instances. What happens?",
        ),
        options: &[
            wrong(
                "stops",
                t("50 USD に達した時点で、インスタンスが止まる", "At 50 USD the instances are stopped"),
                t(
                    "アラートは知らせるだけです。何かを止めるには、予算アクションを別に設定します。",
                    "An alert only tells. To stop anything you would have to set up a budget action as well.",
                ),
            ),
            wrong(
                "blocked",
                t("新しいリソースが作れなくなる", "No new resources can be created"),
                t(
                    "予算は上限ではありません。アクションを設定しない限り、作成は妨げられません。",
                    "A budget is no limit. Without a budget action, nothing is refused.",
                ),
            ),
            wrong(
                "capped",
                t("50 USD を超えた分は請求されない", "Whatever exceeds 50 USD is not charged"),
                t(
                    "使われた分は、予算に関係なくあなたのアカウントに請求されます。",
                    "What was used is charged to your account, whatever the budget.",
                ),
            ),
            right(
                "late-mail",
                t("何も止まらず、数時間遅れてメールが届く", "Nothing stops, and a mail comes hours later"),
                t(
                    "予算の情報の更新は 1 日に最大 3 回で、通知の前に費用がさらに増えることがあります。最後の備えとして残し、GuardDuty などの早い知らせと組み合わせます。",
                    "Budget data are updated up to three times a day, and costs can grow before you are told. Keep it as a last safety net, beside quicker signals such as GuardDuty.",
                ),
            ),
        ],
        control: "billing-budget-alert",
    },
    Question {
        id: "public-snapshot",
        text: t(
            "EBS スナップショットが 3 週間公開されていたことに気づき、非公開に戻しました。次はどうしますか。",
            "An EBS snapshot was public for three weeks. You have made it private. What now?",
        ),
        options: &[
            wrong(
                "done",
                t("非公開に戻したので、対応は終わり", "Nothing: it is private again"),
                t(
                    "公開中は、どの AWS アカウントからもコピーできました。コピーは、元を非公開にしても相手の手元に残ります。",
                    "While it was public, any AWS account could copy it. Such a copy stays with them when yours turns private.",
                ),
            ),
            right(
                "leaked",
                t(
                    "中身は漏れたものとして扱い、含まれるパスワードやキーを新しいものに替える",
                    "Treat its content as leaked, and change the passwords and keys in it",
                ),
                t(
                    "CloudTrail の SharedSnapshotCopyInitiated と SharedSnapshotVolumeCreated で、使われたかどうかを調べます。あわせて、スナップショットの公開をリージョンごとにブロックします。",
                    "Look in CloudTrail for SharedSnapshotCopyInitiated and SharedSnapshotVolumeCreated to see whether it was used. Then block public sharing in each Region.",
                ),
            ),
            wrong(
                "delete",
                t(
                    "コピーごと消えるように、スナップショットを削除する",
                    "Delete the snapshot, so that copies vanish too",
                ),
                t(
                    "元を削除しても、他人が作ったコピーやボリュームは消えません。調査のための手がかりも減ります。",
                    "Copies and volumes that others made do not vanish with it, and you lose a piece of evidence.",
                ),
            ),
            wrong(
                "encrypt",
                t("暗号化したコピーを作り直す", "Make an encrypted copy of it"),
                t(
                    "これからの守りには役立ちます。暗号化したスナップショットは公開できません。ただし、既に漏れた中身は取り戻せません。",
                    "Good for the future: an encrypted snapshot cannot be made public. But what has got out does not come back.",
                ),
            ),
        ],
        control: "snapshots-not-public",
    },
];

/// How many of these answers (question id, option id) are right; unknown ids are ignored.
#[must_use]
pub fn grade<'a>(answers: impl IntoIterator<Item = (&'a str, &'a str)>) -> usize {
    answers.into_iter().filter(|(question, option)| is_right(question, option)).count()
}

fn is_right(question: &str, option: &str) -> bool {
    QUESTIONS
        .iter()
        .filter(|candidate| candidate.id == question)
        .flat_map(|candidate| candidate.options)
        .any(|choice| choice.is_right && choice.id == option)
}

const fn right(id: &'static str, text: Text, why: Text) -> Choice {
    Choice { id, text, is_right: true, why }
}

const fn wrong(id: &'static str, text: Text, why: Text) -> Choice {
    Choice { id, text, is_right: false, why }
}

#[cfg(test)]
mod tests {
    use super::{QUESTIONS, grade};
    use crate::content::catalogue;
    use std::collections::HashSet;

    fn right_answers() -> Vec<(&'static str, &'static str)> {
        let options = |question: &'static super::Question| {
            question.options.iter().filter(|option| option.is_right).map(|option| (question.id, option.id))
        };
        QUESTIONS.iter().flat_map(options).collect()
    }

    #[test]
    fn each_question_has_one_right_answer_of_three_or_four() {
        assert!((9..=10).contains(&QUESTIONS.len()));
        for question in QUESTIONS {
            assert!((3..=4).contains(&question.options.len()), "{}", question.id);
            assert_eq!(question.options.iter().filter(|option| option.is_right).count(), 1, "{}", question.id);
        }
    }

    #[test]
    fn ids_are_unique_and_controls_exist() {
        let questions: HashSet<_> = QUESTIONS.iter().map(|question| question.id).collect();
        assert_eq!(questions.len(), QUESTIONS.len());
        for question in QUESTIONS {
            let options: HashSet<_> = question.options.iter().map(|option| option.id).collect();
            assert_eq!(options.len(), question.options.len(), "{}", question.id);
            assert!(catalogue::find(question.control).is_some(), "{}", question.id);
        }
    }

    #[test]
    fn the_place_of_the_right_answer_varies() {
        let places: Vec<_> = QUESTIONS
            .iter()
            .filter_map(|question| question.options.iter().position(|option| option.is_right))
            .collect();
        for place in 0..4 {
            assert!(places.iter().filter(|&&position| position == place).count() <= 3, "place {place}: {places:?}");
        }
    }

    #[test]
    fn right_answers_count_and_nothing_else() {
        assert_eq!(grade([]), 0);
        assert_eq!(grade(right_answers()), QUESTIONS.len());
        assert_eq!(grade([("first", "notification"), ("first", "waf"), ("root-mfa", "notification")]), 1);
        assert_eq!(grade([("no-such-question", "notification"), ("first", "no-such-option"), ("", "")]), 0);
    }
}
