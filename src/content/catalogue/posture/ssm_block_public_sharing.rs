//! Public Systems Manager documents.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// A setting per Region that prevents accidental public sharing.
pub(crate) const CONTROL: Control = Control {
    id: "ssm-block-public-sharing",
    section: Section::Posture,
    mandatory: false,
    level: None,
    order: 35,
    severity: Severity::Medium,
    effort_minutes: 5,
    free: true,
    needs: &[],
    title: t("SSM ドキュメントのパブリック共有をブロックする", "Block public sharing of SSM documents"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "担当者が、運用スクリプトの SSM ドキュメントを、特定のアカウントではなく全世界に共有してしまいます。中に書かれた社内サーバーの名前とパスワードを攻撃者が読み、侵入の足がかりにします。ブロックしておけば、間違えて公開しようとしても拒否されます。",
        "An engineer shares an SSM document with the world instead of with one account. Its script holds the names of internal servers and a password; an attacker reads both and uses them to get in. With the block on, the wrong click is refused.",
    ),
    cost: t("無料", "Free"),
    scope: t("リージョンごと", "Per Region"),
    check: Guide {
        console: &[
            t(
                "右上でリージョンを選び、Systems Manager のコンソールで [ドキュメント] を開きます。",
                "Choose the Region at the top right and open [Documents] in the Systems Manager console.",
            ),
            t(
                "「Preferences」(設定)を開き、「Block public sharing」(パブリック共有のブロック)が有効か確認します。",
                "Open [Preferences] and see that [Block public sharing] is on.",
            ),
            t(
                "[ドキュメント] の「Owned by me」(自己所有)タブから自分のドキュメントを 1 つずつ開き、「Permissions」(アクセス許可)タブでパブリックになっていないか確認します。",
                "In [Documents], tab [Owned by me], open your documents and see under [Permissions] that none is public.",
            ),
            t(
                "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                "Repeat in every enabled Region, also the ones that you do not use.",
            ),
        ],
        cli: &[
            aws("ssm get-service-setting", &["--setting-id", "/ssm/documents/console/public-sharing-permission"]).in_each_region().note(
                "「パブリック共有を許可するか」の設定なので、SettingValue が Disable なら合格、Enable なら公開できる状態です。",
                "The setting is the permission to share: SettingValue Disable is good, Enable means that documents can be made public.",
            ),
            aws("ssm list-documents", &["--filters", "Key=Owner,Values=Self"]).in_each_region().note(
                "自分が所有するドキュメントの一覧です。空なら、公開されたものもありません。",
                "Your own documents. An empty list means that none can be public.",
            ),
            aws("ssm describe-document-permission", &["--name", "<DOCUMENT_NAME>", "--permission-type", "Share"])
                .each("ssm list-documents", "DocumentIdentifiers[].Name", "<DOCUMENT_NAME>")
                .in_each_region()
                .note(
                    "そのドキュメントの共有先です。AccountIds に all があれば、全世界に公開されています。空なら、誰とも共有していません。",
                    "Whom the document is shared with. all in AccountIds means the whole world; an empty list means nobody.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "公開済みのドキュメントがあれば、先に非公開に戻します。そのリージョンの Systems Manager のコンソールで、[ドキュメント] から開き、「Permissions」(アクセス許可)タブで [編集] を選び、[プライベート] にして [保存] を選びます。",
                "Take back what is public first: open the document under [Documents] in the Systems Manager console of its Region, choose [Edit] on the tab [Permissions], then [Private] and [Save].",
            ),
            t(
                "右上でリージョンを選び、Systems Manager のコンソールで [ドキュメント] を開きます。",
                "Choose the Region at the top right and open [Documents] in the Systems Manager console.",
            ),
            t(
                "「Preferences」(設定)を選び、「Block public sharing」(パブリック共有のブロック)の [編集] を選びます。",
                "Choose [Preferences], then [Edit] at [Block public sharing].",
            ),
            t(
                "「Block public sharing」にチェックを入れ、[保存] を選びます。",
                "Select [Block public sharing] and choose [Save].",
            ),
            t(
                "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                "Repeat in every enabled Region, also the ones that you do not use.",
            ),
        ],
        cli: &[
            changes("ssm modify-document-permission", &["--name", "<DOCUMENT_NAME>", "--permission-type", "Share", "--account-ids-to-remove", "all"]).in_own_region().note(
                "公開されているドキュメントがあれば、先に非公開に戻します。成功しても出力はありません。",
                "Takes back a document that is public, before the block. It prints nothing when it succeeds.",
            ),
            changes("ssm update-service-setting", &["--setting-id", "/ssm/documents/console/public-sharing-permission", "--setting-value", "Disable"]).in_each_region().note(
                "このリージョンでのパブリック共有を禁止します。成功しても出力はありません。",
                "Forbids public sharing in this Region. It prints nothing when it succeeds.",
            ),
            aws("ssm get-service-setting", &["--setting-id", "/ssm/documents/console/public-sharing-permission"]).in_each_region().note(
                "SettingValue が Disable になったことを確認します。",
                "SettingValue has become Disable.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[Warning {
        risk: Risk::Mistake,
        text: t(
            "既に公開されているドキュメントは、ブロックしても公開されたままです。先にドキュメントのアクセス許可をプライベートに戻し、書かれていたパスワードは変更してください。",
            "Documents that are public already stay public under the block. Set them back to private first, and change any password that stood in them.",
        ),
    }],
    done: t(
        "有効なすべてのリージョンで、get-service-setting の SettingValue が Disable になっている。",
        "In every enabled Region, get-service-setting shows SettingValue Disable.",
    ),
    not_applicable: t(
        "ほとんどありません。Systems Manager を使っていなくても設定でき、Security Hub CSPM の SSM.7 は空のアカウントでも評価されます。意図してドキュメントを公開している場合だけ「リスクを受け入れる」にします。",
        "Hardly ever. It can be set without using Systems Manager, and SSM.7 of Security Hub CSPM is evaluated in an empty account as well. Whoever publishes documents on purpose chooses Risk accepted.",
    ),
    organisation: Some(t(
        "設定はアカウントごと、リージョンごとです。この設定の変更を SCP で禁止している組織では、管理者に依頼してください。",
        "The setting is made in each account and Region. If an SCP forbids changing it, ask your administrator.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、設定の値と、自分のドキュメントが公開されているかどうかが分かります。ほかのリージョンのことは分かりません。",
        "It tells for the Regions in the output how the setting stands, and whether a document of your own is public. It says nothing of the other Regions.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "AWS Systems Manager User Guide: Sharing SSM documents",
            url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for Systems Manager",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
