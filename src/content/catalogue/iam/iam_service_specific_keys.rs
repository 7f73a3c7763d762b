//! Keys for one service, such as Bedrock API keys.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, deletes,
};

/// The credential report does not list them.
pub(crate) const CONTROL: Control = Control {
    id: "iam-service-specific-keys",
    section: Section::Iam,
    mandatory: false,
    level: None,
    order: 34,
    severity: Severity::Medium,
    effort_minutes: 10,
    free: true,
    needs: &[],
    title: t("Bedrock などの長期 API キーを整理する", "Clear out long-lived service keys (Bedrock and others)"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "以前、モデルを試すために作った Bedrock の API キーが、無期限のまま残っています。ノートブックやチャットから漏れると、他人の AI の利用料があなたに請求されます。この種のキーは認証情報レポートに載らないため、いつもの棚卸しでは見つかりません。",
        "Somebody once made a Bedrock API key to try a model and let it never expire. It leaks from a notebook or a chat, and strangers run their AI on your bill. The credential report does not list such keys, so the usual inventory never finds it.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体(グローバル)", "The account (global)"),
    check: Guide {
        console: &[
            t(
                "IAM のコンソールを開き、[ユーザー] を選びます。名前が BedrockAPIKey- で始まるユーザーは、Bedrock のコンソールで API キーを作ったときに、自動で作られたものです。",
                "Open the IAM console and choose [Users]. A user whose name begins with BedrockAPIKey- was made by the Bedrock console for an API key.",
            ),
            t(
                "各ユーザーを開き、[セキュリティ認証情報] タブを選びます。",
                "Open each user and its tab [Security credentials].",
            ),
            t(
                "「API keys」(API キー)の欄と、CodeCommit、Keyspaces の認証情報の欄を見ます。",
                "Look at the section [API keys], and at those for CodeCommit and Keyspaces credentials.",
            ),
            t(
                "有効なもの 1 つずつについて、用途が分かるか、API キーなら 90 日以内に期限が切れるかを確認します。",
                "For each active one: do you know what uses it, and does an API key expire within 90 days?",
            ),
        ],
        cli: &[aws("iam list-service-specific-credentials", &["--all-users"]).note(
            "空の一覧が最もよい状態です。Status が Active で ExpirationDate がない項目は、無期限です。--all-users が使えない古い CLI は更新するか、代わりに --user-name でユーザーごとに実行します。",
            "An empty list is best. An item with Status Active and no ExpirationDate never expires. If the CLI does not know --all-users, update it, or run it for each user with --user-name.",
        )],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "まだ使っているキーは、先に置き換えます。AWS 上のプログラムは IAM ロール、手元での試用は Bedrock の短期 API キー(最長 12 時間)を使います。",
                "Replace keys that are still in use first: an IAM role for programs on AWS, a short-term Bedrock API key (12 hours at most) for trying things out.",
            ),
            t(
                "どうしても長期 API キーが必要なら、「API keys」(API キー)の欄の「Generate API key」で新しく作り、「API key expiration」(有効期限)で 30 日などを選びます。",
                "If you cannot do without a long-term key, make a new one with [Generate API key] in the section [API keys] and choose 30 days or the like as [API key expiration].",
            ),
            t(
                "Bedrock のキーは、Amazon Bedrock のコンソールの左のメニューで「API keys」(API キー)を開き、「Long-term API keys」でキーを選びます。",
                "For Bedrock keys open [API keys] in the navigation pane of the Amazon Bedrock console and choose the key under [Long-term API keys].",
            ),
            t(
                "[アクション] から [非アクティブ化](無効化)を選びます。何かが動かなくなったら、同じ場所から有効に戻せます。",
                "Choose [Actions], then [Deactivate]. If something stops, activate it again in the same place.",
            ),
            t(
                "数日問題がなければ、[アクション] から [削除] を選びます。",
                "If some days pass without trouble, choose [Actions], then [Delete].",
            ),
            t(
                "キーを削除しても、キーのために作られた IAM ユーザーは残ります。ほかに使っていなければ、IAM のコンソールの [ユーザー] で削除します。",
                "Deleting the key leaves the IAM user that was made for it. If it serves nothing else, delete it under [Users] in the IAM console.",
            ),
            t(
                "CodeCommit や Keyspaces など、Bedrock 以外の認証情報は、CLI の手順で無効にして削除します。",
                "Deactivate and delete the credentials of other services, such as CodeCommit and Keyspaces, with the CLI steps.",
            ),
        ],
        cli: &[
            changes(
                "iam update-service-specific-credential",
                &["--user-name", "<USER>", "--service-specific-credential-id", "<CREDENTIAL_ID>", "--status", "Inactive"],
            )
            .note(
                "値は確認の出力の UserName と ServiceSpecificCredentialId です。まず無効にして数日様子を見ます。Inactive を Active に替えて実行すれば元に戻せます。",
                "The values are UserName and ServiceSpecificCredentialId from the check. Deactivate first and watch for some days. With Active in place of Inactive it works again.",
            ),
            deletes(
                "iam delete-service-specific-credential",
                &["--user-name", "<USER>", "--service-specific-credential-id", "<CREDENTIAL_ID>"],
            )
            .note(
                "問題がなければ削除します。認証情報ごとに 2 つのコマンドを繰り返します。",
                "Delete it when nothing broke. Repeat both commands for each credential.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "削除した認証情報は元に戻せません。使っているプログラムがないことを、無効にした状態で確かめてから削除します。",
                "A deleted credential cannot be restored. See with the credential deactivated that no program needs it, then delete.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "API キーの値は、作ったときに一度しか表示されません。証拠の欄やチャットに貼り付けないでください。確認の出力に値は含まれません。",
                "The value of an API key is shown once, when it is made. Do not paste it into the evidence or a chat. The output of the check does not contain it.",
            ),
        },
    ],
    done: t(
        "list-service-specific-credentials の一覧が空になる。または、有効なものはすべて用途が分かり、API キーには 90 日以内の ExpirationDate がある。",
        "list-service-specific-credentials is empty, or you know the use of every active item and each API key has an ExpirationDate within 90 days.",
    ),
    not_applicable: t(
        "ほとんどありません。一覧が空の場合の答えは「実施済み」です。",
        "Hardly ever. With an empty list the answer is Done.",
    ),
    organisation: None,
    evidence: t(
        "list-service-specific-credentials の出力から、有効な認証情報と有効期限が分かります。用途を知っているかどうかは分かりません。一覧が途中で切れている場合やエラーの場合は判定できません。短期 API キーは一覧に載りません。",
        "The output of list-service-specific-credentials tells which are active and when they expire. Whether you know what they are for, it cannot tell. A list that is cut off, or an error, gives no verdict. Short-term API keys are not listed.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "IAM User Guide: API keys for AWS services",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_api_keys_for_aws_services.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon Bedrock User Guide: Handle compromised long-term and short-term Amazon Bedrock API keys",
            url: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-revoke.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Service-specific credentials for IAM users",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "IAM User Guide: Generate credential reports for your AWS account",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html",
            reviewed: "2026-11-24",
        },
    ],
};
