//! A tool that stops keys before they reach a repository.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Action, Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, gh, git,
};

/// An inventory of the keys alone does not prevent the next leak.
pub(crate) const CONTROL: Control = Control {
    id: "key-leak-prevention",
    section: Section::Iam,
    mandatory: true,
    level: Some(3),
    order: 19,
    severity: Severity::High,
    effort_minutes: 20,
    free: false,
    needs: &[],
    title: t("リポジトリへのキーの混入をツールで防ぐ", "Stop access keys before they reach a repository"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "開発者が、アクセスキーの入った設定ファイルをコミットし、公開リポジトリにプッシュします。公開リポジトリを巡回するボットがキーを拾い、悪用します。コミットを消しても手遅れです。コミットやプッシュを拒否するツールがあれば、漏れる前に止まります。",
        "A developer commits a settings file with an access key in it and pushes it to a public repository. Bots that search public repositories pick the key up and use it; deleting the commit is too late. A tool that refuses the commit or the push stops the leak before it happens.",
    ),
    cost: t(
        "git-secrets と gitleaks は無料。GitHub のプッシュ保護は、パブリックリポジトリは無料、プライベートリポジトリは有料の GitHub Secret Protection が必要",
        "git-secrets and gitleaks are free. GitHub push protection is free for public repositories; private ones need GitHub Secret Protection, which is charged",
    ),
    scope: t("開発用の PC ごと、リポジトリごと", "Per developer machine and per repository"),
    check: Guide {
        console: &[
            t(
                "コミットする PC ごとに、テスト用のリポジトリで、AKIA の後に大文字と 2〜7 の数字を不規則に 16 文字並べた行(架空のキー)をコミットしてみます。拒否されれば、ツールが機能しています。",
                "On every machine that commits, try to commit a made-up key in a test repository: a line with AKIA and 16 more capital letters and digits from 2 to 7, well mixed. If it is refused, a tool is at work.",
            ),
            t(
                "GitHub でリポジトリを開き、「Settings」を選び、続けて「Security」の下の「Advanced Security」を選びます。",
                "On GitHub open the repository and choose [Settings], then [Advanced Security] under [Security].",
            ),
            t(
                "「Push protection」の右に「Disable」ボタンがあれば、プッシュ保護は有効です。使っているリポジトリごとに確認します。",
                "If the button beside [Push protection] says [Disable], it is on. Look at each repository that you use.",
            ),
            t(
                "CodeBuild を使っている場合は、CodeBuild のコンソールでプロジェクトを開き、[ビルドの詳細] の「Environment」(環境)で、AWS_ACCESS_KEY_ID や AWS_SECRET_ACCESS_KEY という環境変数がないか確認します。",
                "If you use CodeBuild, open each project in the CodeBuild console, choose [Build details], and see under [Environment] that no variable is called AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY.",
            ),
        ],
        cli: &[
            git("secrets", &["--list"]).note(
                "AKIA を含む行があれば、AWS のキーのパターンが登録されています(EXAMPLE で終わる値は AWS の見本です)。何も出なければ未登録、「not a git command」なら git-secrets がインストールされていません。パターンを登録しただけでは止まりません。次で確認するフック(コミットのたびに動くスクリプト)も必要です。",
                "A line with AKIA: the patterns of AWS keys are registered (values that end in EXAMPLE are AWS's samples). Nothing: not registered. If git answers that secrets is not a git command, git-secrets is missing. Patterns alone stop nothing: the hooks (scripts that run at each commit), below, are needed too.",
            ),
            git("config", &["--global", "--get", "init.templateDir"]).note(
                "フォルダーが表示されれば、これから作るリポジトリにそのフォルダーのフックが入ります。既にあるリポジトリには入りません。",
                "If it prints a folder, new repositories get the hooks from there. Repositories that exist already do not.",
            ),
            git("config", &["--get", "core.hooksPath"]).note(
                "各リポジトリで実行します。何も出ないのが普通です。フォルダーが表示された場合(husky など)、Git はそのフォルダーのフックだけを使うため、git-secrets が入っているか確認します。",
                "Run it in each repository; normally it prints nothing. If it prints a folder (husky and others), Git uses the hooks of that folder only: see that they call git-secrets.",
            ),
            git("log", &["--all", "--oneline", "-G", "(A3T[A-Z0-9]|AKIA|ASIA)[A-Z0-9]{16}"]).note(
                "各リポジトリで実行します。アクセスキー ID らしき文字列を追加または削除したコミットの一覧で、キー自体は表示しません。何も出なければ、履歴には見つかっていません。",
                "Run it in each repository. It lists commits that added or removed something like an access key ID, without the key itself. Nothing printed: none found in the history.",
            ),
            gh("api", &["repos/<GITHUB_OWNER>/<GITHUB_REPO>", "--jq", ".security_and_analysis"]).note(
                "secret_scanning_push_protection の status が enabled なら有効です。null なら、リポジトリの管理者権限がないため分かりません。先に gh auth login でサインインしておきます。",
                "Good: the status of secret_scanning_push_protection is enabled. With null it cannot be told: you are not an administrator of the repository. Sign in with gh auth login first.",
            ),
            aws("codebuild list-projects", &[]).in_each_region().note(
                "CodeBuild のプロジェクトの一覧です。空なら、次のコマンドは不要です。",
                "The CodeBuild projects. If there are none, skip the next command.",
            ),
            aws(
                "codebuild batch-get-projects",
                &[
                    "--names",
                    "<PROJECT>",
                    "--query",
                    "projects[].{name:name,env:environment.environmentVariables[].{name:name,type:type}}",
                ],
            )
            .each("codebuild list-projects", "projects[]", "<PROJECT>")
            .in_each_region()
            .note(
                "環境変数の名前と種類だけを表示します。AWS_ACCESS_KEY_ID や AWS_SECRET_ACCESS_KEY が PLAINTEXT なら要修正です。",
                "Prints only names and types of the variables. AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY of type PLAINTEXT has to be fixed.",
            ),
            aws(
                "lambda list-functions",
                &["--query", "Functions[].{name:FunctionName,env:keys(Environment.Variables || `{}`)}"],
            )
            .in_each_region()
            .note(
                "Lambda 関数の環境変数の名前だけを表示します。キーやパスワードらしい名前があれば、Secrets Manager などに移します。",
                "Prints only the names of the variables of Lambda functions. If one sounds like a key or password, move it to Secrets Manager or the like.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "コミットする PC ごとに git-secrets をインストールします。macOS は brew install git-secrets、Debian と Ubuntu は sudo apt install git-secrets、ほかの Linux は github.com/awslabs/git-secrets を取得して make install です。インストールしたら、CLI の手順を上から順に実行します。",
                "Install git-secrets on every machine that commits: brew install git-secrets on macOS, sudo apt install git-secrets on Debian and Ubuntu; on other Linux systems get github.com/awslabs/git-secrets and run make install. Then run the CLI steps from top to bottom.",
            ),
            t(
                "Windows では、同じリポジトリの install.ps1 でインストールし、以降のコマンドは Git Bash で実行します。git-secrets を使えない場合は、gitleaks をコミット前のフック(pre-commit)に設定するか、次の手順で GitHub のプッシュ保護を使います。",
                "On Windows install it with install.ps1 from the same place and run the commands in Git Bash. Where git-secrets is no option, set up gitleaks as a pre-commit hook, or use GitHub push protection as follows.",
            ),
            t(
                "GitHub でリポジトリを開き、「Settings」を選び、続けて「Security」の下の「Advanced Security」を選びます。",
                "On GitHub open the repository and choose [Settings], then [Advanced Security] under [Security].",
            ),
            t(
                "「Secret Protection」の右に「Enable」があれば選び、内容を確認して有効にします。プライベートリポジトリでは料金がかかります。",
                "If [Enable] stands beside [Secret Protection], choose it, review and confirm. It is charged for private repositories.",
            ),
            t(
                "「Push protection」の右の「Enable」を選びます。使っているリポジトリごとに繰り返します。",
                "Choose [Enable] beside [Push protection]. Repeat for each repository that you use.",
            ),
            t(
                "CodeBuild に AWS のキーがある場合は、先にプロジェクトのサービスロールに必要な権限を付けます。",
                "If a CodeBuild project holds AWS keys, first give its service role the rights that the build needs.",
            ),
            t(
                "CodeBuild のコンソールでプロジェクトの [ビルドの詳細] を開き、「Environment」(環境)の [編集] を選びます。",
                "In the CodeBuild console open [Build details] of the project and choose [Edit] under [Environment].",
            ),
            t(
                "「Additional configuration」(追加設定)の「Environment variables」(環境変数)から AWS のキーを消します。ほかの秘密の値は、「Type」を「Secrets Manager」か「Parameter」に替えます。[設定の更新] を選び、消したキーは IAM で無効にします。",
                "Under [Additional configuration], [Environment variables], remove the AWS keys; for other secrets change [Type] to [Secrets Manager] or [Parameter]. Choose [Update configuration], and deactivate the removed keys in IAM.",
            ),
            t(
                "最後に、確認の 1 番目の手順をもう一度行い、架空のキーのコミットが拒否されることを確かめます。",
                "Finally repeat the first step of the check: the commit with the made-up key must be refused.",
            ),
        ],
        cli: &[
            git("secrets", &["--register-aws", "--global"]).note(
                "AWS のキーのパターンを、この PC の全リポジトリ向けに登録します。「not a git command」なら、先に git-secrets をインストールします(macOS は brew install git-secrets、Debian と Ubuntu は sudo apt install git-secrets)。",
                "Registers the patterns of AWS keys for all repositories on this machine. If git answers that secrets is not a git command, install git-secrets first (macOS: brew install git-secrets; Debian and Ubuntu: sudo apt install git-secrets).",
            ),
            git("secrets", &["--install", "~/.git-templates/git-secrets"]).note(
                "フックのテンプレートを作ります。「already exists」なら、既に作られています。",
                "Makes the template with the hooks. If it says that a hook already exists, the template was made before.",
            ),
            git("config", &["--global", "init.templateDir", "~/.git-templates/git-secrets"]).note(
                "これから git init や git clone で作るリポジトリに、フックが自動で入ります。",
                "Repositories that you make with git init or git clone from now on get the hooks.",
            ),
            git("secrets", &["--install"]).note(
                "既にあるリポジトリごとに、その最上位のフォルダーで実行します。「already exists」なら、.git/hooks のフックが git-secrets のものか確認します。自作のフックがある場合は、-f で上書きせず、その中から git secrets を呼びます。",
                "Run it in the top folder of each repository that exists already. If it says that a hook already exists, see whether the one in .git/hooks is that of git-secrets. If it is your own, do not overwrite it with -f: call git secrets from it.",
            ),
            git("secrets", &["--scan-history"]).note(
                "リポジトリごとに、過去のコミットをすべて調べます。見つかった行はキーごと画面に出るため、どこにも貼り付けないでください。本物のキーなら、すぐに IAM で無効にします。",
                "Looks through all past commits of a repository. Lines that it finds are printed with the key in them: do not paste them anywhere. If a key is real, deactivate it in IAM at once.",
            ),
            gh(
                "api",
                &[
                    "-X",
                    "PATCH",
                    "repos/<GITHUB_OWNER>/<GITHUB_REPO>",
                    "-f",
                    "security_and_analysis[secret_scanning][status]=enabled",
                    "-f",
                    "security_and_analysis[secret_scanning_push_protection][status]=enabled",
                    "--jq",
                    ".security_and_analysis",
                ],
            )
            .action(Action::Change)
            .note(
                "GitHub のリポジトリごとに、プッシュ保護を有効にします。リポジトリの管理者権限が必要です。プライベートリポジトリで GitHub Secret Protection がない場合はエラーになるため、git-secrets か gitleaks で守ります。",
                "Turns push protection on, for each repository on GitHub. You must be its administrator. A private repository without GitHub Secret Protection gives an error: protect it with git-secrets or gitleaks.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "一度でもプッシュしたキーは漏れたものとして扱います。コミットを消しても取り戻せません。すぐに無効にし、使われた形跡がないか調べます。",
                "A key that was ever pushed counts as leaked, and deleting the commit does not bring it back. Deactivate it at once and look for signs of use.",
            ),
        },
        Warning {
            risk: Risk::Cost,
            text: t(
                "プライベートリポジトリのプッシュ保護には、GitHub Secret Protection(有料)が必要です。git-secrets と gitleaks は無料です。",
                "Push protection of private repositories needs GitHub Secret Protection, which is charged. git-secrets and gitleaks are free.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "git-secrets は PC ごと、リポジトリごとに入れる必要があり、git commit --no-verify で回避できます。GitHub のプッシュ保護も、理由を選べば回避できます。両方を使えば、互いの抜けを補えます。",
                "git-secrets has to be set up on each machine and in each repository, and git commit --no-verify gets around it. GitHub push protection can be bypassed with a reason. With both, one covers the gaps of the other.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "環境変数の値や、見つかったキーを、証拠の欄やチャットに貼り付けないでください。名前だけで判定できます。",
                "Do not paste values of environment variables, or keys that were found, into the evidence or a chat. Names are enough for a verdict.",
            ),
        },
    ],
    done: t(
        "コミットするすべての PC で架空のキーのコミットが拒否されるか、使っているすべてのリポジトリで secret_scanning_push_protection が enabled になっている。さらに、CodeBuild の環境変数に AWS のキーがない。",
        "On every machine that commits, a made-up key is refused, or secret_scanning_push_protection is enabled for every repository that you use; and no CodeBuild variable holds AWS keys.",
    ),
    not_applicable: t(
        "このアカウントに関わる人が誰も Git などのリポジトリを使わず、CodeBuild のプロジェクトもない場合。",
        "When nobody who works with this account uses Git or other repositories, and there is no CodeBuild project.",
    ),
    organisation: None,
    evidence: t(
        "GitHub の出力からはそのリポジトリのプッシュ保護、git secrets --list からはその PC のパターン、CodeBuild の出力からは環境変数の名前が分かります。AWS の出力だけでは、キーのコミットを止めるツールがあるかどうかは分かりません。ほかの PC やリポジトリのことも分かりません。",
        "GitHub's output tells of push protection in that repository, git secrets --list of the patterns on that machine, CodeBuild's output of the names of variables. AWS output alone cannot tell whether a tool stops keys from being committed, and nothing tells of other machines and repositories.",
    ),
    attest: Some(t(
        "使っているすべての PC とリポジトリで、キーのコミットを止めるツールが機能していますか。",
        "Does a tool stop keys from being committed on every machine and repository that you use?",
    )),
    sources: &[
        Source {
            title: "IAM User Guide: Secure access keys",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "git-secrets: README",
            url: "https://github.com/awslabs/git-secrets",
            reviewed: "2026-11-24",
        },
        Source {
            title: "GitHub Docs: Enabling push protection for your repository",
            url: "https://docs.github.com/en/code-security/how-tos/secure-your-secrets/prevent-future-leaks/enable-push-protection",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS CodeBuild User Guide: Change build project settings in AWS CodeBuild",
            url: "https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html",
            reviewed: "2026-11-24",
        },
    ],
};
