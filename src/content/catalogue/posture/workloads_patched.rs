//! What faces the internet: scanned, patched, and behind a web application firewall.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, creates,
};

/// The third way in: a hole in an application.
pub(crate) const CONTROL: Control = Control {
    id: "workloads-patched",
    section: Section::Posture,
    mandatory: false,
    level: None,
    order: 38,
    severity: Severity::High,
    effort_minutes: 90,
    free: false,
    needs: &[],
    title: t(
        "公開しているものを検査してパッチを当て、WAF で守る",
        "Scan and patch what faces the internet, and put WAF before it",
    ),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "公開中のサーバーで動くソフトウェアに、深刻な脆弱性が公表されます。攻撃用のコードは数日で出回り、攻撃者はインターネット全体を自動で試します。パッチの当たっていないサーバーに入り、そのロールの認証情報を取り出します。その後は、アクセスキーが漏れたときと同じです。",
        "A severe hole is published in software that runs on your public server. Code to use it is around within days, and attackers try the whole internet by machine. They enter the server that was not patched, take the credentials of its role, and go on as with a leaked key.",
    ),
    cost: t(
        "有料。目安は、Inspector が EC2 1 台あたり月 1~2 USD(15 日間は無料)、WAF がウェブ ACL 1 つあたり月 5 USD、ルール 1 つあたり月 1 USD、100 万リクエストあたり 0.60 USD。Patch Manager は EC2 なら無料。CloudFront の定額プランには WAF が含まれる。Inspector と WAF の料金は、AWS のページでは未確認",
        "Charged. Inspector is about 1 to 2 USD per EC2 instance and month (15 days are free), WAF 5 USD per web ACL and 1 USD per rule a month, plus 0.60 USD per million requests; Patch Manager is free on EC2. Flat-rate plans of CloudFront include WAF. The prices of Inspector and WAF could not be compared with AWS's own pages",
    ),
    scope: t("リージョンごと、公開しているものごと", "Per Region, and for each thing that is public"),
    check: Guide {
        console: &[
            t(
                "EC2 のコンソールの [インスタンス] で、[パブリック IPv4 アドレス] のあるものを書き出します。[ロードバランサー] では、スキームが internet-facing のものと、その後ろにあるインスタンスも書き出します。CloudFront、API Gateway、Lambda の関数 URL、Lightsail も見ます。",
                "Under [Instances] in the EC2 console write down those with a [Public IPv4 address], under [Load Balancers] those whose scheme is internet-facing, and the instances behind them. Look at CloudFront, API Gateway, function URLs of Lambda and Lightsail as well.",
            ),
            t(
                "Amazon Inspector のコンソールで「Account management」(アカウント管理)を開き、書き出したインスタンスが検査の対象になっているか確認します。「Findings」(検出結果)では、重要度が「Critical」(重大)のものを放置していないか確認します。",
                "Open [Account management] in the Amazon Inspector console and see that these instances are scanned. Under [Findings] see that no critical one is left lying.",
            ),
            t(
                "AWS Systems Manager のコンソールで「Patch Manager」を開き、コンプライアンスの状況で、非準拠のインスタンスがないか確認します。",
                "Open [Patch Manager] in the AWS Systems Manager console and see that no instance is non-compliant.",
            ),
            t(
                "AWS WAF のコンソールで [保護パック (ウェブ ACL)](以前のコンソールでは「web ACLs」)を開き、公開しているロードバランサー、CloudFront、API Gateway が割り当てられ、マネージドルールがカウントではなくブロックで動いているか確認します。",
                "Open [Resources & protection packs (web ACLs)], in the older console [web ACLs], in the AWS WAF console: public load balancers, CloudFront and API Gateway must be assigned, and the managed rules must block, not only count.",
            ),
        ],
        cli: &[
            aws("ec2 describe-instances", &[]).in_each_region().note(
                "State が running で、PublicIpAddress か IPv6 アドレスのあるインスタンスが、インターネットに面しています。公開しているロードバランサーの後ろのインスタンスは、アドレスがなくても同じです。",
                "A running instance with a PublicIpAddress or an IPv6 address faces the internet. So do instances behind a public load balancer, without an address of their own.",
            ),
            aws("inspector2 list-coverage", &["--filter-criteria", COVERAGE]).in_each_region().note(
                "それぞれのインスタンスに、scanStatus の statusCode が ACTIVE の行があれば、検査されています。INACTIVE なら reason に理由があります。",
                "An instance with a row whose scanStatus says ACTIVE is scanned. INACTIVE has a reason beside it.",
            ),
            aws("ssm list-resource-compliance-summaries", &["--filters", "Key=ComplianceType,Values=Patch,Type=EQUAL"]).in_each_region().note(
                "Status が COMPLIANT なら、最後に調べた時点でパッチの状態が準拠でした。NON_COMPLIANT には、パッチの不足のほか、失敗や再起動待ちも含まれます。ExecutionTime が古ければ、スキャンが動いていません。一覧にないインスタンスは、まだ一度も調べられていません。",
                "COMPLIANT means that the patches were in order when they were last looked at. NON_COMPLIANT is a missing patch, but also one that failed or waits for a restart. An old ExecutionTime means that nothing scans any more; an instance that is missing was never looked at.",
            ),
            aws("elbv2 describe-load-balancers", &[]).in_each_region().note(
                "Scheme が internet-facing で、Type が application のものが、WAF を置く対象です。",
                "Those of Type application whose Scheme is internet-facing need WAF before them.",
            ),
            aws("wafv2 get-web-acl-for-resource", &["--resource-arn", "<LOAD_BALANCER_ARN>"])
                .each("elbv2 describe-load-balancers", "LoadBalancers[].LoadBalancerArn", "<LOAD_BALANCER_ARN>")
                .in_each_region()
                .note(
                    "WebACL の Rules に ManagedRuleGroupStatement があり、OverrideAction が None なら、マネージドルールが働いています。Count なら、数えるだけで何も止めません。出力がなければ、WAF はありません。",
                    "Rules with a ManagedRuleGroupStatement whose OverrideAction is None do their work; with Count they only count. No output means that there is no WAF.",
                ),
            aws("cloudfront list-distributions", &[]).note(
                "Enabled が true で WebACLId が空のものは、WAF で守られていません。",
                "One that is Enabled with an empty WebACLId has no WAF.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "公開する必要がないものは、公開をやめます。公開が必要なものも、インスタンスのパブリック IP アドレスを外し、前にロードバランサーか CloudFront を置きます。",
                "What need not be public: take it off the internet. Remove the public addresses of instances and put a load balancer or CloudFront before them.",
            ),
            t(
                "Amazon Inspector のコンソールを開き、「Get Started」(開始する)、「Activate Amazon Inspector」(Amazon Inspector をアクティブ化)の順に選びます。すべての種類(EC2、ECR、Lambda)の検査が有効になるため、使わない種類は後から無効にします。公開しているものがあるリージョンごとに行います。",
                "Open the Amazon Inspector console and choose [Get Started], [Activate Amazon Inspector], in each Region with something public. This turns on every kind of scan (EC2, ECR, Lambda): deactivate those that you do not need.",
            ),
            t(
                "ポリシー AmazonSSMManagedInstanceCore が付いたロールをインスタンスに付け、AWS Systems Manager で管理できるようにします。SSM Agent は、Amazon Linux や Windows の AMI に最初から入っています。",
                "Give the instances a role with AmazonSSMManagedInstanceCore, so that AWS Systems Manager manages them. AMIs of Amazon Linux and Windows hold the SSM Agent.",
            ),
            t(
                "まず検証用のインスタンスに、タグ(たとえば Patch=test)を付けます。AWS Systems Manager のコンソールで「Quick Setup」(高速セットアップ)を開き、「Patch Manager」の [作成] を選びます。「Scan and install」(スキャンとインストール)を選び、毎日のスキャンと毎週のインストールの時刻(UTC。既定の日曜 2 時は日本時間の 11 時)と、再起動するかどうかを決めます。",
                "First give a test instance a tag, such as Patch=test. Open [Quick Setup] in the AWS Systems Manager console and choose [Create] at [Patch Manager]. Choose [Scan and install], the times of the daily scan and the weekly installation (UTC; the default is Sunday 2:00), and whether to restart.",
            ),
            t(
                "対象は、まずそのタグを付けたインスタンスだけにします。「Add required IAM policies to existing instance profiles attached to your instances」(必要な IAM ポリシーを既存のインスタンスプロファイルに追加)にチェックを入れます。チェックを入れないと、自分で作ったロールのインスタンスでは動きません。問題がなければ、対象を広げます。大阪リージョンなど、Quick Setup のパッチポリシーを使えないリージョンでは、「Patch Manager」の [今すぐパッチ適用] を使います。",
                "As target take that tag alone. Tick [Add required IAM policies to existing instance profiles attached to your instances]: without it, instances with a role of your own are not patched. When it works, widen the target. Where Quick Setup has no patch policies, in Osaka for example, or in a hurry, use [Patch now] in Patch Manager.",
            ),
            t(
                "WAF は、CLI の手順で作るのが安全です。カウントだけの状態で作れるためです。コンソールでは [保護パック (ウェブ ACL)] を開き、「Add protection pack (web ACL)」(保護パック (ウェブ ACL) を追加)を選びますが、推奨の保護はすぐにブロックを始めます。「You build it」(自分で作成)を選び、AWS のマネージドルールグループをカウントにしてから、ロードバランサーや API を追加してください。CloudFront では、ディストリビューションの [セキュリティ] タブで [セキュリティ保護を有効にする] を選び、「Use monitor mode」(モニターモードを使用)にチェックを入れます。",
                "WAF is safest made with the CLI steps, which begin by counting. In the console, [Resources & protection packs (web ACLs)], [Add protection pack (web ACL)], the recommended protections block at once: choose [You build it], set the managed rule groups of AWS to count, and only then add load balancers and APIs. With CloudFront, choose [Enable security protections] on the [Security] tab of the distribution and tick [Use monitor mode].",
            ),
            t(
                "1~2 週間はカウントで動かし、正規の利用者のリクエストが引っかかっていないことをログで確かめます。その後、ルールグループのカウントへの上書きを外すと、ブロックに切り替わります。",
                "Let it count for a week or two and see in the logs that no good request is counted. Then take the override to count off the rule groups: now they block.",
            ),
            t(
                "Inspector の検出結果のうち、重要度が「Critical」(重大)のものと、「Exploit available」(攻撃用のコードあり)のものから直します。コンテナイメージと Lambda 関数は、作り直してデプロイします。Auto Scaling グループのインスタンスは AMI から作り直されるため、パッチを当てた AMI に替えます。",
                "Repair the critical findings of Inspector first, and those with an exploit available. Container images and Lambda functions are built and deployed anew; instances of an Auto Scaling group come from their AMI, so it is the AMI that needs the patch.",
            ),
        ],
        cli: &[
            creates("inspector2 enable", &["--resource-types", "EC2", "ECR", "LAMBDA"]).in_each_region().note(
                "検査を有効にします。使っていないリソースの種類は外します。ECR を有効にすると、無料の基本スキャンが有料の拡張スキャンに替わります。",
                "Turns scanning on; leave out kinds that you do not use. ECR replaces the free basic scanning by the charged one.",
            ),
            changes("ssm send-command", &["--document-name", "AWS-RunPatchBaseline", "--parameters", "Operation=Scan", "--instance-ids", "<INSTANCE_ID>"]).in_own_region().note(
                "足りないパッチを調べるだけで、何も入れません。結果は数分で出ます。",
                "Looks for missing patches and installs nothing. The result is there within minutes.",
            ),
            changes("ssm send-command", &["--document-name", "AWS-RunPatchBaseline", "--parameters", "Operation=Install,RebootOption=RebootIfNeeded", "--instance-ids", "<INSTANCE_ID>"]).in_own_region().note(
                "パッチを入れ、必要なら再起動します。1 台ずつ、アプリケーションが動くことを確かめながら進めます。",
                "Installs the patches, with a restart where one is needed. One instance at a time: see that the application works.",
            ),
            creates("wafv2 create-web-acl", &["--name", "public-web", "--scope", "REGIONAL", "--default-action", "Allow={}", "--visibility-config", "SampledRequestsEnabled=true,CloudWatchMetricsEnabled=true,MetricName=public-web", "--rules", RULES]).in_own_region().note(
                "AWS のマネージドルールグループ 3 つ(コアルールセット、既知の不正な入力、IP 評価リスト)を、まずカウントで動かすウェブ ACL を作ります。ログで問題がないことを確かめたら、コンソールでブロックに切り替えます。",
                "Makes a web ACL with three of AWS's managed rule groups (core rule set, known bad inputs, IP reputation), which only count at first. When the logs look right, switch them to block in the console.",
            ),
            changes("wafv2 associate-web-acl", &["--web-acl-arn", "<WEB_ACL_ARN>", "--resource-arn", "<LOAD_BALANCER_ARN>"]).in_own_region().note(
                "作ったウェブ ACL をロードバランサーに関連付けます。外すには disassociate-web-acl を使います。",
                "Puts it before the load balancer. disassociate-web-acl takes it off again.",
            ),
            aws("wafv2 get-web-acl-for-resource", &["--resource-arn", "<LOAD_BALANCER_ARN>"]).in_own_region().note(
                "切り替えた後は、Rules の OverrideAction が None になっていることを確認します。",
                "After the switch, OverrideAction of the Rules must be None.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Cost,
            text: t(
                "Inspector は、検査するインスタンス、イメージ、関数の数に応じて料金がかかります。コンソールから有効にすると、すべての種類の検査が始まります。「Usage」(使用状況)に見込み額が表示されます。無料の試用期間は 15 日間で、一時停止はできません。",
                "Inspector is charged by the instances, images and functions that it scans; activated in the console, it scans all kinds. [Usage] in its console shows what to expect. The trial lasts 15 days and cannot be paused.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "パッチの適用で再起動したり、アプリケーションが動かなくなったりすることがあります。スナップショットを取り、検証用の 1 台で試してから広げてください。",
                "A patch can restart the machine, or break an application. Take a snapshot and try it on one test machine first.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "WAF はパッチの代わりになりません。Network Load Balancer、Lambda の関数 URL、API Gateway の HTTP API のように、WAF を直接置けないものには、前に CloudFront を置きます。ロードバランサーに直接届く経路が残っていると、そこから来るリクエストは CloudFront の WAF を素通りします。",
                "WAF does not replace a patch. It cannot stand before a Network Load Balancer, a function URL of Lambda or an HTTP API of API Gateway: put CloudFront before these. Where the load balancer can still be reached directly, requests pass by the WAF of CloudFront.",
            ),
        },
    ],
    done: t(
        "インターネットに面したインスタンスと、公開しているロードバランサーの後ろのインスタンスはすべて、脆弱性を検査していて、パッチの状態が準拠になっている。公開している Web アプリケーションは、ブロックで動く WAF のマネージドルールで守られている。",
        "Each instance that faces the internet, or stands behind a public load balancer, is scanned and compliant with its patches. Public web applications stand behind managed rules of WAF that block.",
    ),
    not_applicable: t(
        "インターネットに面したものが何もない場合。静的なファイルだけを S3 と CloudFront で配信している場合も、検査とパッチは該当しません。",
        "When nothing faces the internet. Where S3 and CloudFront serve static files only, there is nothing to scan or patch either.",
    ),
    organisation: Some(t(
        "組織では、Inspector の委任管理者が全アカウントの検査をまとめて有効にできます。WAF は AWS Firewall Manager でまとめて設定できます。",
        "In an organisation the delegated administrator of Inspector turns scanning on for all accounts, and AWS Firewall Manager deploys WAF.",
    )),
    evidence: t(
        "パブリック IP アドレスを持つインスタンスが Inspector と Patch Manager の対象になっているか、パッチの状態が準拠かが分かります。公開している Application Load Balancer が、ブロックで動くマネージドルールで守られているかも分かります。ロードバランサーの後ろのインスタンス、ほかの製品による検査、コンテナや Lambda の中身、API Gateway や Lightsail については分かりません。",
        "It tells whether instances with a public address are scanned by Inspector and compliant in Patch Manager, and whether managed rules that block stand before public Application Load Balancers. It cannot tell of instances behind a load balancer, of other scanners, of what is in containers and functions, nor of API Gateway and Lightsail.",
    ),
    attest: Some(t(
        "判定に含まれないもの(ロードバランサーの後ろのインスタンス、コンテナ、Lambda、API Gateway、Lightsail、CloudFront の Web アプリケーション)も、検査してパッチを当て、WAF で守っていますか。",
        "Is what this does not show (instances behind a load balancer, containers, Lambda, API Gateway, Lightsail, web applications on CloudFront) scanned, patched and behind WAF as well?",
    )),
    sources: &[
        Source {
            title: "Amazon Inspector User Guide: Getting started tutorial: Activating Amazon Inspector",
            url: "https://docs.aws.amazon.com/inspector/latest/user/getting_started_tutorial.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "Amazon Inspector User Guide: Assessing Amazon Inspector coverage of your AWS environment",
            url: "https://docs.aws.amazon.com/inspector/latest/user/assessing-coverage.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS Systems Manager User Guide: Configure patching for instances in an organization using a Quick Setup patch policy",
            url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/quick-setup-patch-manager.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS WAF Developer Guide: Setting up AWS WAF (console)",
            url: "https://docs.aws.amazon.com/waf/latest/developerguide/setup-iap-console.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS WAF Developer Guide: AWS Managed Rules rule groups list",
            url: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS Startup Security Baseline: WKLD.14 Use edge-protection services for public endpoints",
            url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/wkld-14.html",
            reviewed: "2026-12-01",
        },
    ],
};

/// Instances only: a list with all images would be long, and no verdict looks at them.
const COVERAGE: &str = r#"{"resourceType":[{"comparison":"EQUALS","value":"AWS_EC2_INSTANCE"}]}"#;

/// They count first, as AWS recommends before production traffic is blocked.
const RULES: &str = r#"[{"Name":"core","Priority":0,"Statement":{"ManagedRuleGroupStatement":{"VendorName":"AWS","Name":"AWSManagedRulesCommonRuleSet"}},"OverrideAction":{"Count":{}},"VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"core"}},{"Name":"bad-inputs","Priority":1,"Statement":{"ManagedRuleGroupStatement":{"VendorName":"AWS","Name":"AWSManagedRulesKnownBadInputsRuleSet"}},"OverrideAction":{"Count":{}},"VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"bad-inputs"}},{"Name":"ip-reputation","Priority":2,"Statement":{"ManagedRuleGroupStatement":{"VendorName":"AWS","Name":"AWSManagedRulesAmazonIpReputationList"}},"OverrideAction":{"Count":{}},"VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"ip-reputation"}}]"#;
