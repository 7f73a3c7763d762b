//! How to be rid of what the attacker made.

use super::{Step, page};
use crate::catalogue::{Command, aws};
use crate::i18n::t;

pub(super) const ERADICATE: Step = Step {
    id: "eradicate",
    title: t("全リージョンから、攻撃者が作ったものを取り除く", "Remove what is not yours, in every Region"),
    who: t(
        "疑いのない管理者と、システムを知る人",
        "An administrator who is not suspected, with somebody who knows your systems",
    ),
    goal: t(
        "どのリージョンにも攻撃者が作ったものがなく、再び入るための入口も残っていない。",
        "No Region holds anything that the attacker made, and no way back in is left.",
    ),
    actions: &[
        t(
            "有効なリージョンの一覧を取り、1 つずつ印を付けながら進めます。",
            "List the enabled Regions and tick them off one by one.",
        ),
        t(
            "先に IAM を片付けます。攻撃者が作ったユーザー、キー、ロール、ポリシー、ID プロバイダーを無効にするか削除し、書き換えられた信頼ポリシーを元に戻します。",
            "IAM first: disable or delete the users, keys, roles, policies and identity providers that the attacker made, and put changed trust policies back.",
        ),
        t(
            "次に、リソースを作り直す仕掛けを止めます。Auto Scaling グループ、スポットインスタンスリクエスト、ECS サービス、EventBridge のルール、Lambda 関数などです。",
            "Then stop whatever starts things again: Auto Scaling groups, spot requests, ECS services, EventBridge rules, Lambda functions.",
        ),
        t(
            "リージョンごとにリソースの一覧を取り、自分たちのものと確かめられないものを洗い出します。SageMaker、Lightsail、Bedrock、Amplify、Glue、CodeBuild、SES も忘れずに見ます。",
            "In each Region list what is there and find what nobody can vouch for. Do not forget SageMaker, Lightsail, Bedrock, Amplify, Glue, CodeBuild and SES.",
        ),
        t(
            "証拠を残し終えたものから削除し、1 つずつ時刻を書きます。迷うものは消さずに隔離し、知っている人に聞きます。",
            "Delete what is preserved, and write down the time of each. What you are not sure of, isolate and ask about.",
        ),
        t(
            "インスタンスを終了できない場合は、攻撃者が終了保護を有効にしている可能性があります。保護を外してから終了します。",
            "If an instance refuses to be terminated, the attacker may have protected it. Take the protection off, then terminate.",
        ),
        t(
            "Cost Explorer で、サービス別とリージョン別の料金を見ます。見落としたものは料金に現れます。反映が 24 時間以上遅れることがあるため、翌日と翌々日にも見ます。",
            "Look at Cost Explorer by service and by Region: what you overlooked shows in the bill. It may lag by 24 hours and more, so look again on the next two days.",
        ),
    ],
    commands: REMOVE,
    never: &[
        t(
            "リージョンを 1 つも飛ばさないでください。1 台でも残れば、請求が続き、攻撃者の入口も残ります。",
            "Do not miss a Region: one instance left is a bill and a way back.",
        ),
        t(
            "EC2 だけを消して終わりにしないでください。IAM に入口が残っていれば、すぐに作り直されます。",
            "Do not stop at EC2: with a way in left in IAM, it is all made again.",
        ),
        t(
            "自分たちのものかどうか確かめられないものを、急いで消さないでください。本番のデータかもしれません。",
            "Do not delete in a rush what nobody can vouch for: it may be your production data.",
        ),
    ],
    controls: &[
        "guardduty-enabled-all-regions",
        "access-analyzer-external",
        "iam-least-privilege",
        "billing-anomaly-alert",
    ],
    sources: &[
        page(
            "AWS re:Post: What can I do if I notice unauthorized activity in my AWS account?",
            "https://repost.aws/knowledge-center/potential-account-compromise",
        ),
        page(
            "AWS Cost Management User Guide: Analyzing your costs and usage with AWS Cost Explorer",
            "https://docs.aws.amazon.com/cost-management/latest/userguide/ce-what-is.html",
        ),
    ],
};

/// Names only: what Lambda, Amplify and CodeBuild print of their settings may hold secrets.
const REMOVE: &[Command] = &[
    aws("account list-regions", &["--region-opt-status-contains", "ENABLED", "ENABLED_BY_DEFAULT"]).note(
        "以下のコマンドを、ここに出たリージョンのすべてで実行します。",
        "Run what follows in every Region that this prints.",
    ),
    aws("autoscaling describe-auto-scaling-groups", &["--query", "AutoScalingGroups[].[AutoScalingGroupName,DesiredCapacity,CreatedTime]"])
        .regional()
        .note("インスタンスを作り直す仕掛けです。", "What starts instances again."),
    aws("ec2 describe-spot-instance-requests", &["--query", "SpotInstanceRequests[].[SpotInstanceRequestId,State,CreateTime]"])
        .regional()
        .note("State が open か active のものを見ます。", "Look at those whose State is open or active."),
    aws("ec2 describe-instances", &["--query", "Reservations[].Instances[].[InstanceId,InstanceType,LaunchTime,State.Name]"])
        .regional()
        .note("GPU などの大きなタイプに注意します。", "Mind large types, GPUs above all."),
    aws("ec2 describe-images", &["--owners", "self", "--query", "Images[].[ImageId,Name,CreationDate,Public]"])
        .regional()
        .note("AMI です。Public が true なら、誰でも使えます。", "AMIs. Public true: anybody can use it."),
    aws("ec2 describe-snapshots", &["--owner-ids", "self", "--query", "Snapshots[].[SnapshotId,StartTime,Description]"])
        .regional()
        .note("持ち出すために作られたコピーがないか見ます。", "Copies made in order to be taken away."),
    aws("ec2 describe-key-pairs", &["--query", "KeyPairs[].[KeyName,CreateTime]"])
        .regional()
        .note("見覚えのない SSH キーを探します。", "SSH keys that you do not know."),
    aws("lambda list-functions", &["--query", "Functions[].[FunctionName,LastModified,Role]"])
        .regional()
        .note("LastModified が侵入より後のものを疑います。", "Suspect a LastModified after the break-in."),
    aws("ecs list-clusters", &[]).regional().note("見覚えのないクラスターを探します。", "Clusters that you do not know."),
    aws("sagemaker list-notebook-instances", &["--query", "NotebookInstances[].[NotebookInstanceName,InstanceType,CreationTime]"])
        .regional()
        .note("ノートブックは、マイニングにも使われます。", "Notebooks are used for mining as well."),
    aws("lightsail get-instances", &["--query", "instances[].[name,createdAt,state.name]"])
        .regional()
        .note("Lightsail がないリージョンでは接続エラーになります。そのまま次へ進みます。", "Where Lightsail does not exist, this fails to connect: go on."),
    aws("bedrock list-provisioned-model-throughputs", &["--query", "provisionedModelSummaries[].[provisionedModelName,status,creationTime]"])
        .regional()
        .note("購入されたプロビジョンドスループットで、時間単位の料金がかかります。", "Provisioned throughput, charged by the hour."),
    aws("amplify list-apps", &["--query", "apps[].[name,createTime]"])
        .regional()
        .note("環境変数を表示しないように、名前だけを出します。", "Names only, so that no environment variables are printed."),
    aws("glue list-jobs", &[]).regional().note("見覚えのないジョブを探します。", "Jobs that you do not know."),
    aws("codebuild list-projects", &[]).regional().note("見覚えのないプロジェクトを探します。", "Projects that you do not know."),
    aws("sesv2 list-email-identities", &["--query", "EmailIdentities[].[IdentityName,SendingEnabled]"])
        .regional()
        .note("迷惑メールの送信元に使われます。", "Used to send spam."),
    aws("ec2 modify-instance-attribute", &["--instance-id", "<INSTANCE_ID>", "--no-disable-api-termination"])
        .regional()
        .note("終了保護を外します。", "Takes the termination protection off."),
    aws("ec2 terminate-instances", &["--instance-ids", "<INSTANCE_ID>"]).regional().note(
        "取り消せません。スナップショットを取り、自分たちのものではないと確かめてから実行します。",
        "Cannot be undone. Only after the snapshot, and when you are sure that it is not yours.",
    ),
    aws(
        "ce get-cost-and-usage",
        &[
            "--time-period",
            "Start=<START_DATE>,End=<END_DATE>",
            "--granularity",
            "DAILY",
            "--metrics",
            "UnblendedCost",
            "--group-by",
            "Type=DIMENSION,Key=SERVICE",
            "Type=DIMENSION,Key=REGION",
        ],
    )
    .note(
        "使っていないリージョンやサービスの料金を探します。API を呼び出すたびに 0.01 ドルかかります。コンソールは無料です。",
        "Look for Regions and services that you do not use. Each call costs 0.01 US dollars; the console is free.",
    ),
];
