//! Steps: replace secrets, answer AWS, recover, and watch the account in the weeks after.

use super::step::{Step, page};
use crate::base::i18n::t;
use crate::content::catalogue::{aws, changes, deletes};

pub(super) const ROTATE: Step = Step {
    id: "rotate",
    title: t("読まれた可能性のあるシークレットをすべて取り替える", "Replace every secret that could be read"),
    who: t(
        "各システムの担当者と、疑いのない管理者",
        "The owners of each system, with an administrator who is not suspected",
    ),
    goal: t(
        "攻撃者が読めたシークレットはどれも使えなくなり、漏えいしたキーは削除されている。",
        "No secret that the attacker could read is of any use, and the leaked key is deleted.",
    ),
    actions: &[
        t(
            "盗まれたユーザーやロールの権限と、調べた操作から、攻撃者が読めたシークレット(パスワード、キー、トークン)の一覧を作ります。読まれた形跡がなくても、読めたものは取り替えます。",
            "From the permissions of the stolen user or role, and from what was done, list the secrets (passwords, keys, tokens) within reach. What could be read is replaced, read or not.",
        ),
        t(
            "ほかのアクセスキーを取り替えます。できればキーをやめ、ロールや IAM Identity Center の一時的な認証情報に切り替えます。",
            "Replace other access keys; better, drop them for roles or for the temporary credentials of IAM Identity Center.",
        ),
        t(
            "データベースのパスワード、Secrets Manager と Parameter Store の値を取り替えます。",
            "Replace database passwords and the values in Secrets Manager and Parameter Store.",
        ),
        t(
            "Lambda、ECS、CodeBuild の環境変数や設定ファイルにある、外部サービスの API キーとトークンを取り替えます。",
            "Replace the API keys and tokens of other services that stand in environment variables of Lambda, ECS and CodeBuild or in configuration files.",
        ),
        t(
            "SSH キーと、人が使うパスワードを取り替え、MFA を確認します。",
            "Replace SSH keys and people's passwords, and check their MFA.",
        ),
        t(
            "漏えい元を片付けます。Git の履歴から消しても、既にコピーされたものは取り戻せないため、取り替えが先です。",
            "Clean up where it leaked. Removing it from the Git history does not bring back the copies: replacing comes first.",
        ),
        t(
            "新しい認証情報で動くことを確かめ、古いキーが使われなくなったら、キー ID を記録してから削除します。",
            "See that all runs with the new credentials. When the old key is no longer used, note its ID and delete it.",
        ),
    ],
    commands: &[
        aws("iam list-users", &["--query", "Users[].[UserName,CreateDate]"]).note("ユーザーの一覧です。", "All users."),
        aws("iam list-access-keys", &["--user-name", "<USER>"]).note("ユーザーごとに実行します。", "Once per user."),
        aws("secretsmanager list-secrets", &["--query", "SecretList[].[Name,LastAccessedDate,LastRotatedDate]"])
            .in_each_region()
            .note(
                "名前だけで、値は表示されません。LastAccessedDate(日付まで)が侵入より後のものから取り替えます。",
                "Names, not values. Begin with those whose LastAccessedDate (a day) is after the break-in.",
            ),
        aws("ssm describe-parameters", &["--query", "Parameters[].[Name,Type,LastModifiedDate]"])
            .in_each_region()
            .note(
                "Type が SecureString のものを見ます。値は表示されません。",
                "Look at the SecureString ones. No values are printed.",
            ),
        aws(
            "lambda list-functions",
            &["--query", "Functions[?Environment.Variables].[FunctionName,keys(Environment.Variables)]"],
        )
        .in_each_region()
        .note(
            "環境変数の名前だけを表示します。名前に KEY、TOKEN、PASSWORD を含むものを取り替えます。",
            "The names of environment variables only. Replace those with KEY, TOKEN or PASSWORD in them.",
        ),
        aws("iam get-access-key-last-used", &["--access-key-id", "<ACCESS_KEY_ID>"]).note(
            "LastUsedDate が、止めた時刻より新しくなっていないことを確かめます。",
            "LastUsedDate must not be later than the time at which you stopped the key.",
        ),
        deletes("iam delete-access-key", &["--user-name", "<USER>", "--access-key-id", "<ACCESS_KEY_ID>"]).note(
            "取り消せません。キー ID は記録に残します。CloudTrail では削除後も検索できます。",
            "Cannot be undone. Keep the key ID in your notes: CloudTrail still finds it.",
        ),
    ],
    never: &[
        t(
            "漏えいしたキー 1 本だけの取り替えで終わりにしないでください。そのキーで読めたシークレットは、まだ使えます。",
            "Do not replace only the one key: the secrets that it could read still work.",
        ),
        t(
            "新しいシークレットを、漏えいしたのと同じ場所に書かないでください。",
            "Do not put the new secret where the old one leaked.",
        ),
        t(
            "新しいシークレットを、チャットやサポートケースに書かないでください。",
            "Do not write secrets into a chat or a support case.",
        ),
    ],
    controls: &["key-leak-prevention", "iam-access-key-age", "iam-unused-credentials", "iam-service-specific-keys"],
    sources: &[
        page(
            "IAM User Guide: Secure access keys",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html",
        ),
        page(
            "IAM User Guide: How an IAM administrator can manage IAM user access keys",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-keys-admin-managed.html",
        ),
    ],
};

pub(super) const ANSWER_AWS: Step = Step {
    id: "answer-aws",
    title: t("AWS に返信する", "Answer AWS"),
    who: t("責任者、または責任者に任された人", "The one who decides, or somebody they name"),
    goal: t(
        "何を止め、どう再発を防ぐかが、期限までに AWS に伝わっている。",
        "AWS knows before the deadline what you stopped and how you prevent a repeat.",
    ),
    actions: &[
        t(
            "通知に書かれた期限を確認します。間に合いそうになければ、理由と必要な時間を、期限の前に返信します。期限は通知ごとに異なります(AWS の古い説明では、不正利用の通知への返信は 24 時間以内)。",
            "Look up the deadline in the notice. If you cannot meet it, reply before it ends with the reason and the time that you need. Each notice names its own (an older AWS text gives 24 hours for abuse notices).",
        ),
        t(
            "下の返信文の空欄を埋めます。分からないところは「調査中」と書きます。完璧になるまで待つ必要はありません。",
            "Fill in the reply below. Write \"under investigation\" where you do not know yet. There is no need to wait until it is perfect.",
        ),
        t(
            "サポートケースがある場合は、[サポートセンター] でケースを開き、「Reply」(返信)から返信します。ケースへの返信は、メールではできません。",
            "If there is a support case, open it in the [Support Center] and choose [Reply]. Cases cannot be answered by mail.",
        ),
        t(
            "不正利用の通知(AWS Trust & Safety)には、そのメールに直接返信します。英語で書くのが確実です。AWS サポートが代わりに返信することはできません。",
            "Answer an abuse notice of AWS Trust & Safety by replying to that mail, in English to be safe. AWS Support cannot do it for you.",
        ),
        t(
            "どちらも来ていなければ、[サポートセンター] の入力欄に不正利用の状況を書いて送信します。最初の回答は AI によるものなので、「Create a case」(ケースを作成)を選びます(以前の画面では、初めから「Create case」を選びます)。種類を「Account and billing」(アカウントと請求)、サービスを「Account」(アカウント)、カテゴリを「Security」(セキュリティ)にしてケースを作ります。有料のサポートプランは要りません(項目名は変わることがあります)。",
            "If you got neither, describe the misuse in the text field of the [Support Center] and send it. The first answer is an AI's: choose [Create a case] (in the old view, [Create case] from the start), type [Account and billing], service [Account], category [Security]. No paid support plan is needed (the names may change).",
        ),
        t(
            "ルートユーザーのない新しい形式のアカウントでは、ケースの作成と返信を AWS Settings(https://settings.aws.com)の「Support」(サポート)で行います。",
            "With the new kind of account that has no root user, make and answer cases in AWS Settings (https://settings.aws.com) under [Support].",
        ),
        t(
            "急ぐときは電話かチャットを選びます。日本語の対応は、アカウントと請求のケースでは平日の日本時間 9 時から 18 時までです。夜間や休日は英語を選びます。",
            "In a hurry, choose phone or chat. In Japanese, account and billing cases are handled on weekdays from 9:00 to 18:00 Japan time only: at night and on holidays choose English.",
        ),
        t(
            "同じケースで、不正利用で発生した料金の確認を頼みます。減額するかどうかは AWS の判断なので、当てにはできません。",
            "Ask in the same case for a review of the charges. Whether AWS waives any is AWS's decision: do not count on it.",
        ),
        t(
            "リセラーから AWS を購入している場合は、リセラーに連絡します。AWS サポートは、請求とアカウントの相談を受けられません。",
            "If you buy through a reseller, contact the reseller: AWS Support cannot help with billing and account matters there.",
        ),
        t(
            "返信した時刻を書きます。数日返信しないとケースは自動で解決済みになるため、毎日確認します。解決済みになっても、14 日以内なら再開できます。",
            "Write down when you replied. Look every day: a case without an answer for a few days is closed automatically. It can be reopened for 14 days.",
        ),
    ],
    commands: &[],
    never: &[
        t(
            "返信しないまま期限を過ぎないでください。リソースやアカウントが停止されることがあります。",
            "Do not stay silent past the deadline: AWS may block resources or suspend the account.",
        ),
        t(
            "シークレットアクセスキー、パスワード、カード番号をケースに書かないでください。アクセスキー ID は書いてかまいません。",
            "Do not write secret access keys, passwords or card numbers into a case. The access key ID is fine.",
        ),
        t(
            "していないことを「した」と書かないでください。不正な活動が残っていれば、AWS からは見えます。",
            "Do not claim what you have not done: if the misuse goes on, AWS sees it.",
        ),
    ],
    controls: &["ir-runbook-and-support-access", "contact-security-alternate", "notify-two-destinations"],
    sources: &[
        page(
            "AWS Support User Guide: Case management",
            "https://docs.aws.amazon.com/awssupport/latest/user/case-management.html",
        ),
        page(
            "AWS Support User Guide: Create a support interaction",
            "https://docs.aws.amazon.com/awssupport/latest/user/create-support-interaction.html",
        ),
        page(
            "AWS Support User Guide: Create a support case from a support interaction",
            "https://docs.aws.amazon.com/awssupport/latest/user/create-support-case-from-interaction.html",
        ),
        page(
            "AWS Support User Guide: Updating, resolving, and reopening your case",
            "https://docs.aws.amazon.com/awssupport/latest/user/monitoring-your-case.html",
        ),
        page(
            "AWS Account Management Reference Guide: Access AWS Support",
            "https://docs.aws.amazon.com/accounts/latest/reference/access-aws-support.html",
        ),
        page(
            "AWS re:Post: Abuse notice FAQs",
            "https://www.repost.aws/articles/ARi420OrIGR0y_9pOOker1QQ/abuse-notice-faqs",
        ),
        page(
            "AWS re:Post: How do I report abuse of AWS resources?",
            "https://repost.aws/knowledge-center/report-aws-abuse",
        ),
    ],
};

pub(super) const RECOVER: Step = Step {
    id: "recover",
    title: t("元に戻す", "Recover"),
    who: t("各システムの担当者(責任者の了承を得てから)", "The owners of each system, once the one who decides agrees"),
    goal: t(
        "きれいな状態から作り直したシステムが、新しい認証情報で動いている。",
        "Systems rebuilt from a clean state run with new credentials.",
    ),
    actions: &[
        t(
            "AWS が了承したら、隔離ポリシーを外します。そのユーザーをもう使わないなら、外さずにユーザーごと削除します。",
            "When AWS agrees, detach the quarantine policy. If you will not use that user again, delete the user instead.",
        ),
        t(
            "ユーザーを使い続ける場合だけ、AWSDenyAll を外します。人やプログラムには、新しいキーを渡さず、ロールや IAM Identity Center を使うようにします。",
            "Only if the user stays, detach AWSDenyAll. Give people and programs roles or IAM Identity Center, not a new key.",
        ),
        t(
            "侵入されたインスタンスは直さず、元の AMI やコードから作り直します。その前に、侵入口になった穴をふさぎます。",
            "Do not repair an instance that was broken into: build it anew from the original image or code. Close the hole first.",
        ),
        t(
            "データは、侵入の始まりより前に取ったバックアップから戻します。",
            "Restore data from a backup that was taken before the break-in began.",
        ),
        t(
            "攻撃者が変えたかもしれない設定(バケットポリシー、セキュリティグループ、スナップショットの共有、証跡、GuardDuty)を確認します。",
            "Check the settings that may have been changed: bucket policies, security groups, shared snapshots, trails, GuardDuty.",
        ),
        t("再開した時刻を書き、利用者に知らせます。", "Write down when it runs again, and tell its users."),
    ],
    commands: &[
        aws("iam list-attached-user-policies", &["--user-name", "<USER>"]).note(
            "付いている隔離ポリシーのバージョン(V2、V3、V4)と ARN を確認します。",
            "Shows which version of the quarantine policy (V2, V3, V4) is attached, with its ARN.",
        ),
        changes("iam detach-user-policy", &["--user-name", "<USER>", "--policy-arn", "<POLICY_ARN>"]).note(
            "隔離ポリシーの ARN を入れます。AWS の了承を得てから実行します。",
            "With the ARN of the quarantine policy, after AWS agreed.",
        ),
        changes("iam detach-user-policy", &["--user-name", "<USER>", "--policy-arn", "arn:aws:iam::aws:policy/AWSDenyAll"])
            .note(
                "キーを止めてから 36 時間は外しません。その間は、以前に作られた一時的な認証情報がまだ有効なことがあります。",
                "Not within 36 hours of stopping the key: old temporary credentials may live that long.",
            ),
        deletes("iam delete-role-policy", &["--role-name", "<ROLE>", "--policy-name", "AWSRevokeOlderSessions"]).note(
            "急ぎません。残しておいても、新しいセッションには影響しません。",
            "No hurry: left in place, it does not touch new sessions.",
        ),
    ],
    never: &[
        t(
            "侵入より後に取ったバックアップから戻さないでください。裏口も一緒に戻ってしまいます。",
            "Do not restore from a backup taken after the break-in: the back door comes back with it.",
        ),
        t(
            "AWS の了承を得る前に隔離ポリシーを外さないでください。侵害が続いているとみなされることがあります。",
            "Do not detach the quarantine policy before AWS agrees: the account may be taken as still compromised.",
        ),
        t(
            "原因が分からないまま元に戻さないでください。同じ穴から、また侵入されます。",
            "Do not go back to normal without knowing the cause: they come in again through the same hole.",
        ),
    ],
    controls: &["no-quarantine-policy", "s3-account-block-public", "ec2-no-open-admin-ports", "snapshots-not-public"],
    sources: &[
        page(
            "AWS managed policy reference: AWSCompromisedKeyQuarantineV4",
            "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV4.html",
        ),
        page(
            "IAM User Guide: Revoke IAM role temporary security credentials",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html",
        ),
        page(
            "Amazon GuardDuty User Guide: Remediating a potentially compromised Amazon EC2 instance",
            "https://docs.aws.amazon.com/guardduty/latest/ug/compromised-ec2.html",
        ),
    ],
};

pub(super) const WATCH: Step = Step {
    id: "watch",
    title: t("監視を続け、振り返る", "Watch and learn"),
    who: t("対応した全員", "Everybody who took part"),
    goal: t(
        "次に狙われてもすぐに気づける状態で、経緯のまとめ、報告、改善が終わっている。",
        "You would notice the next attempt at once; the timeline, the reports and the repairs are done.",
    ),
    actions: &[
        t(
            "一度攻撃されたアカウントは、また狙われます。有効なすべてのリージョンで GuardDuty を有効にし、重要度「低」も含めて、すべての検出結果に対応します。GuardDuty は、リージョンごとに初めて有効にしてから 30 日間は無料で、その後は有料です。",
            "An account that was hit is hit again. Turn on GuardDuty in every enabled Region and answer every finding, Low included. It is free for the first 30 days in each Region, then charged.",
        ),
        t(
            "2 週間は毎日、CloudTrail の書き込み操作、GuardDuty、リージョン別の料金を見ます(日数はこのプロジェクトの目安です)。",
            "For two weeks look every day at the writes in CloudTrail, at GuardDuty and at the cost by Region (two weeks is this project's suggestion).",
        ),
        t(
            "個人データが漏れた可能性があれば、報告の義務を調べます。日本では、不正アクセスによる漏えいのおそれがあれば 1 人分でも対象です。個人情報保護委員会への速報は、知ったときからおおむね 3〜5 日以内、確報は 60 日以内です。最新の内容を委員会のサイトで確認し、法務や弁護士に相談します。",
            "If personal data may have leaked, look up your duty to report. In Japan even one person's data counts when an attack may have taken it: a first report to the Personal Information Protection Commission within about 3 to 5 days of knowing, the final one within 60. See its site for the present rules and ask a lawyer.",
        ),
        t(
            "時刻の記録から経緯を 1 枚にまとめます。何が起き、いつ気づき、何が早く、何が遅かったかを書きます。個人は責めません。",
            "Make one page from your times: what happened, when you noticed, what was quick, what was slow. Blame nobody.",
        ),
        t(
            "このチェックリストを最初からやり直し、また使われそうな穴から直します。",
            "Go through this checklist from the top and close first what could be used again.",
        ),
        t(
            "対応チームシートと、この手順の足りなかったところを直します。証拠を消してよい日も決めます。",
            "Correct the response-team sheet and what these steps lacked. Decide when the evidence may be deleted.",
        ),
    ],
    commands: &[
        aws("guardduty list-detectors", &[]).in_each_region().note(
            "DetectorIds が空のリージョンでは、GuardDuty が有効ではありません。",
            "Where DetectorIds is empty, GuardDuty is not on.",
        ),
        aws(
            "guardduty list-findings",
            &[
                "--detector-id",
                "<DETECTOR_ID>",
                "--finding-criteria",
                r#"{"Criterion":{"service.archived":{"Equals":["false"]}}}"#,
            ],
        )
        .each("guardduty list-detectors", "DetectorIds[]", "<DETECTOR_ID>")
        .in_each_region()
        .note(
            "まだ対応していない検出結果の ID です。空になるまで対応します。",
            "The IDs of findings not answered yet. The aim is an empty list.",
        ),
        aws("accessanalyzer list-analyzers", &[]).in_each_region().note(
            "IAM Access Analyzer(外部に公開されているものを見つける機能)が有効かどうかが分かります。",
            "Tells whether IAM Access Analyzer, which finds what is open to the outside, is on.",
        ),
    ],
    never: &[
        t(
            "静かになったからといって、監視をやめないでください。攻撃者は、誰も見なくなるのを待っています。",
            "Do not stop watching because it is quiet: attackers wait until nobody looks.",
        ),
        t(
            "報告の期限を、調査が終わった日から数えないでください。",
            "Do not count the legal deadlines from the end of your investigation.",
        ),
    ],
    controls: &[
        "guardduty-enabled-all-regions",
        "guardduty-eventbridge-rule",
        "guardduty-findings-triaged",
        "billing-budget-alert",
        "root-signin-alert",
    ],
    sources: &[
        page(
            "Amazon GuardDuty User Guide: Severity levels of GuardDuty findings",
            "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html",
        ),
        page(
            "個人情報保護委員会: 漏えい等の対応とお役立ち資料",
            "https://www.ppc.go.jp/personalinfo/legal/leakAction/",
        ),
        page(
            "BUSINESS LAWYERS: 個人情報保護委員会への漏えい報告義務があるのはどんな場合?",
            "https://www.businesslawyers.jp/practices/1433",
        ),
    ],
};
