//! The kinds of evidence that can be judged, and how a beginner collects them.
//!
//! **Invariant:** data only; every command is read-only and is checked like those of the catalogue.

use crate::base::i18n::{Text, t};
use crate::content::catalogue::security_hub_findings::{FINDINGS_OF_CONTROLS, FINDINGS_WITHOUT_DETAILS};
use crate::content::catalogue::{Command, aws};

/// A kind of evidence.
#[derive(Debug)]
pub struct Way {
    /// Its name.
    pub title: Text,
    /// What it is useful for.
    pub purpose: Text,
    /// How to collect it, step by step. Console labels are in square brackets.
    pub steps: &'static [Text],
    /// The commands that print it.
    pub commands: &'static [Command],
}

/// How to run the collector script, from the download to the file.
pub const RUN: &[Text] = &[
    t(
        "AWS のコンソールにサインインし、上部のターミナルのアイコンから CloudShell を開きます。ブラウザーの中で動くので、Windows でも準備は要りません。",
        "Sign in to the AWS console and open CloudShell with the terminal icon at the top. It runs in the browser: nothing to set up, on Windows either.",
    ),
    t(
        "[アクション] の [ファイルのアップロード] で、ダウンロードした guard-navi-collect.sh をアップロードします。",
        "Upload guard-navi-collect.sh with [Actions], [Upload file].",
    ),
    t(
        "下のコマンドを実行します。5 分から 15 分ほどかかり、その間は進み具合が表示されます。",
        "Run the command below. It takes about 5 to 15 minutes and shows how far it is.",
    ),
    t(
        "最後にファイル名が表示されます。[アクション] の [ファイルのダウンロード] にその名前を入れて、保存します。",
        "At the end it names a file. Save that file with [Actions], [Download file].",
    ),
];

/// Notes to read before running the script.
pub const RUN_NOTES: &[Text] = &[
    t(
        "アカウント ID とメールアドレスを伏せるには、最後に --mask を付けます。同じ値は同じ別の値に置き換わるので、判定は変わりません。ほかのアカウントの ID や、リソースの名前は伏せません。",
        "Add --mask to hide the account ID and e-mail addresses. The same value always gets the same stand-in, so the verdicts do not change. IDs of other accounts and names of resources are not hidden.",
    ),
    t(
        "Cost Explorer の 2 つのコマンドは、1 回の呼び出しにつき 0.01 USD の料金がかかるため、通常は実行しません。コスト異常検出(billing-anomaly-alert)も判定するには、最後に --with-cost-explorer を付けます。",
        "The two commands of Cost Explorer cost 0.01 USD each and are left out. Add --with-cost-explorer to have billing-anomaly-alert judged as well.",
    ),
    t(
        "途中でやめるには、Ctrl+C を押します。それまでに読み取った内容はファイルに残り、残りの項目は「不明」になります。",
        "Ctrl+C stops it. What was read by then is kept in a file; the rest stays unknown.",
    ),
    t(
        "アップロードできないときは、cat > guard-navi-collect.sh を実行し、コピーしたスクリプトを貼り付けて、Enter キーと Ctrl+D を押します。",
        "If you cannot upload, run cat > guard-navi-collect.sh, paste the copied script, and press Enter and Ctrl+D.",
    ),
    t(
        "AWS CLI を設定してある Linux と macOS では、手元のターミナルで実行しても同じです。",
        "On Linux and macOS with the AWS CLI set up, your own terminal does as well.",
    ),
];

/// All kinds, the most useful for the least effort first.
pub const WAYS: &[Way] = &[
    Way {
        title: t("認証情報レポート", "Credential report"),
        purpose: t(
            "IAM ユーザーとルートユーザーの MFA、パスワード、アクセスキーの状態が、1 つのファイルで分かります。IAM の 6 つの対策を判定できます。",
            "MFA, passwords and access keys of all IAM users and the root user in one file: six controls of IAM.",
        ),
        steps: &[
            t(
                "IAM のコンソールで、左のメニューの [認証情報レポート] を開きます。",
                "In the IAM console, open [Credential report] in the menu on the left.",
            ),
            t(
                "「Download report」(レポートをダウンロード)を押し、保存された CSV をこのページにドロップします。",
                "Press [Download report] and drop the CSV here.",
            ),
        ],
        commands: &[
            aws("iam generate-credential-report", &[]).note(
                "レポートを作ります。COMPLETE と表示されるまで、繰り返し実行します。",
                "Makes the report. Repeat it until it says COMPLETE.",
            ),
            aws("iam get-credential-report", &[]).note(
                "表示された JSON 全体を貼り付けます。",
                "Paste the whole JSON that it prints.",
            ),
        ],
    },
    Way {
        title: t("AWS CLI のコマンドの出力", "Output of single commands"),
        purpose: t(
            "各対策のページにある確認コマンドの出力は、ほとんどを判定できます。出力をコマンドのすぐ下の欄に貼り付けるのが、最も簡単です。",
            "Nearly every check command on a control's page. Pasting the output right under the command is easiest.",
        ),
        steps: &[
            t(
                "コンソール上部のターミナルのアイコンから CloudShell を開きます。ブラウザーの中でコマンドを実行できる画面で、準備は要りません。",
                "Open CloudShell with the terminal icon at the top of the console: a shell in the browser, nothing to set up.",
            ),
            t(
                "対策のページのコマンドをコピーして実行し、結果をその下の欄に貼り付けます。エラーが出たときも、そのまま貼り付けてください。エラーで判定できることもあります。",
                "Copy a command from a control's page, run it, and paste what it prints into the field below it. Errors, too: they can be the answer.",
            ),
            t(
                "ここに貼り付けるときは、実行したコマンドの行も一緒に貼り付けると、何の出力か確実に分かります。",
                "If you paste it here instead, include the line with the command: then it is clear what it is.",
            ),
        ],
        commands: &[
            aws("iam get-account-summary", &[]).note(
                "たとえば、ルートユーザーの MFA とアクセスキーの有無が分かります。",
                "For example: whether the root user has MFA and an access key.",
            ),
            aws("account list-regions", &["--region-opt-status-contains", "ENABLED", "ENABLED_BY_DEFAULT"]).note(
                "有効なリージョンの一覧です。リージョンごとに設定する対策は、この一覧がないと合格になりません。",
                "The enabled Regions. Without this list, a control that is set per Region cannot pass.",
            ),
        ],
    },
    Way {
        title: t("Security Hub CSPM の検出結果", "Findings of Security Hub CSPM"),
        purpose: t(
            "セキュリティ標準が有効なら、多くの対策の合否が一度に分かります。スコアの計算と修復必須の一覧にも、結果が入ります。",
            "With a standard turned on, many controls at once, and it fills the score and the must-fix list.",
        ),
        steps: &[
            t(
                "CloudShell で、下のコマンドの最後に > findings.json を付けて実行します。[アクション] の [ファイルのダウンロード] で findings.json を保存し、ここにドロップします。",
                "In CloudShell, run the command below with > findings.json at its end. Save findings.json with [Actions], [Download file], and drop it here.",
            ),
            t(
                "コンソールの [コントロール] の一覧からダウンロードした CSV も読み取れます。ただし、画面に表示されていた分しか入っていないため、合格とは判定しません。",
                "The CSV from the list [Controls] in the console is read, too. It holds only what was shown, so it never makes a pass.",
            ),
        ],
        commands: &[aws(
            "securityhub get-findings",
            &["--filters", FINDINGS_OF_CONTROLS, "--query", FINDINGS_WITHOUT_DETAILS],
        )
        .in_each_region()
        .note(
            "最後に > findings.json を付けると、ファイルに保存されます。環境変数の値を含む詳細は取り除いてあります。",
            "Add > findings.json at the end to save it to a file. Details that may hold environment values are left out.",
        )],
    },
    Way {
        title: t("Prowler の結果", "Result of Prowler"),
        purpose: t(
            "オープンソースの検査ツール Prowler(バージョン 3 から 5)の、CSV、JSON-OCSF、ASFF を読み取れます。",
            "CSV, JSON-OCSF and ASFF of the open-source scanner Prowler, versions 3 to 5.",
        ),
        steps: &[
            t(
                "CloudShell で pip install prowler を実行してから、prowler aws -M csv json-ocsf を実行します。",
                "In CloudShell, run pip install prowler, then prowler aws -M csv json-ocsf.",
            ),
            t(
                "output フォルダーの .csv か .ocsf.json をダウンロードして、ここにドロップします。",
                "Download the .csv or .ocsf.json from the folder output and drop it here.",
            ),
        ],
        commands: &[],
    },
    Way {
        title: t("まとめて入れる", "Many at once"),
        purpose: t(
            "いくつでも一度にドロップできます。zip と gzip も、そのまま読み取れます。",
            "Drop as many as you like; zip and gzip are read as they are.",
        ),
        steps: &[t(
            "ファイル名を sns_list-topics_ap-northeast-1.json のように「サービス_操作_リージョン」にすると、内容だけでは分からない出力も判定できます。",
            "Named service_operation_Region, such as sns_list-topics_ap-northeast-1.json, even outputs that do not say what they are can be judged.",
        )],
        commands: &[],
    },
];
