//! Step: remove what the attacker created.

use super::step::{Step, page};
use crate::base::i18n::t;
use crate::content::catalogue::{Command, aws, changes, deletes};

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
            "次に、リソースを作り直す仕掛けを止めます。Auto Scaling グループ、スポットインスタンスリクエスト、ECS サービス、EventBridge のルール、Lambda 関数などです。スポットインスタンスは、リクエストをキャンセルしてから終了します。逆の順序では、新しいインスタンスが起動することがあります。",
            "Then stop whatever starts things again: Auto Scaling groups, Spot requests, ECS services, EventBridge rules, Lambda functions. Cancel a Spot request before you terminate its instance: the other way round it may start a new one.",
        ),
        t(
            "リージョンごとにリソースの一覧を取り、自分たちのものと確かめられないものを洗い出します。EKS、Batch、CloudFormation、SageMaker、Lightsail、Bedrock、Amplify、Glue、CodeBuild、SES も忘れずに見ます。",
            "In each Region list what is there and find what nobody can vouch for. Do not forget EKS, Batch, CloudFormation, SageMaker, Lightsail, Bedrock, Amplify, Glue, CodeBuild and SES.",
        ),
        t(
            "リザーブドインスタンス、Savings Plans、AWS Marketplace のサブスクリプション、ドメイン名など、購入されたものも探します。多くは自分では取り消せず、料金が続くため、AWS へのケースに書きます。Savings Plans は、1 時間あたり 100 ドル以下の契約なら、購入から 7 日以内で同じ月(UTC)の間は、コンソールから返品できます。",
            "Look for what was bought, too: Reserved Instances, Savings Plans, AWS Marketplace subscriptions, domain names. Most of it you cannot cancel yourself, and it goes on being charged: name it in the case to AWS. A Savings Plan of up to 100 dollars an hour can be returned in the console within seven days of the purchase and in the same month (UTC).",
        ),
        t(
            "組織の管理アカウントの場合は、AWS Organizations に見覚えのないアカウントがないか確認します。",
            "If yours is the management account of an organisation, look for accounts that you do not know in AWS Organizations.",
        ),
        t(
            "証拠を残し終えたものから削除し、1 つずつ時刻を書きます。迷うものは消さずに隔離し、知っている人に聞きます。",
            "Delete what is preserved, and write down the time of each. What you are not sure of, isolate and ask about.",
        ),
        t(
            "インスタンスを終了できない場合は、終了保護か停止保護が有効です(停止保護は終了も防ぎます)。攻撃者が有効にした可能性もあります。両方の保護を外してから終了します。",
            "If an instance refuses to be terminated, it has termination protection or stop protection (which prevents termination, too); the attacker may have turned it on. Take both off, then terminate.",
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
            "Amazon EC2 User Guide: Enable stop protection for your EC2 instances",
            "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-stop-protection.html",
        ),
        page(
            "Amazon EC2 User Guide: Manage your Spot Instances",
            "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-instances-request.html",
        ),
        page(
            "Savings Plans User Guide: Returning a purchased Savings Plan",
            "https://docs.aws.amazon.com/savingsplans/latest/userguide/return-sp.html",
        ),
        page(
            "AWS Cost Management User Guide: Analyzing your costs and usage with AWS Cost Explorer",
            "https://docs.aws.amazon.com/cost-management/latest/userguide/ce-what-is.html",
        ),
    ],
};

/// Prints names only, because the settings of Lambda, Amplify and CodeBuild may contain secrets.
const REMOVE: &[Command] = &[
    aws("account list-regions", &["--region-opt-status-contains", "ENABLED", "ENABLED_BY_DEFAULT"]).note(
        "以下のコマンドを、ここに出たリージョンのすべてで実行します。",
        "Run what follows in every Region that this prints.",
    ),
    aws("autoscaling describe-auto-scaling-groups", &["--query", "AutoScalingGroups[].[AutoScalingGroupName,DesiredCapacity,CreatedTime]"])
        .in_each_region()
        .note("インスタンスを作り直す仕掛けです。", "What starts instances again."),
    aws("ec2 describe-spot-instance-requests", &["--query", "SpotInstanceRequests[].[SpotInstanceRequestId,State,CreateTime]"])
        .in_each_region()
        .note(
            "State が open、active、disabled のものを見ます。キャンセルは cancel-spot-instance-requests に --spot-instance-request-ids を付けて行います。動いているインスタンスはキャンセルしても残るため、後で終了します。停止中のもの(disabled)は、キャンセルすると終了します。",
            "Look at those whose State is open, active or disabled. Cancel them with cancel-spot-instance-requests and --spot-instance-request-ids. A running instance lives on: terminate it afterwards. A stopped one (disabled) is terminated with its request.",
        ),
    aws("ec2 describe-instances", &["--query", "Reservations[].Instances[].[InstanceId,InstanceType,LaunchTime,State.Name]"])
        .in_each_region()
        .note("GPU などの大きなタイプに注意します。", "Mind large types, GPUs above all."),
    aws("ec2 describe-images", &["--owners", "self", "--query", "Images[].[ImageId,Name,CreationDate,Public]"])
        .in_each_region()
        .note("AMI です。Public が true なら、誰でも使えます。", "AMIs. Public true: anybody can use it."),
    aws("ec2 describe-snapshots", &["--owner-ids", "self", "--query", "Snapshots[].[SnapshotId,StartTime,Description]"])
        .in_each_region()
        .note("持ち出すために作られたコピーがないか見ます。", "Copies made in order to be taken away."),
    aws("ec2 describe-key-pairs", &["--query", "KeyPairs[].[KeyName,CreateTime]"])
        .in_each_region()
        .note("見覚えのない SSH キーを探します。", "SSH keys that you do not know."),
    aws("lambda list-functions", &["--query", "Functions[].[FunctionName,LastModified,Role]"])
        .in_each_region()
        .note("LastModified が侵入より後のものを疑います。", "Suspect a LastModified after the break-in."),
    aws("ecs list-clusters", &[]).in_each_region().note("見覚えのないクラスターを探します。", "Clusters that you do not know."),
    aws("eks list-clusters", &[]).in_each_region().note("こちらにも見覚えのないクラスターがないか探します。", "The same for EKS."),
    aws("batch describe-compute-environments", &["--query", "computeEnvironments[].[computeEnvironmentName,state,status]"])
        .in_each_region()
        .note("インスタンスを起動し続けるコンピューティング環境です。", "Compute environments, which go on starting instances."),
    aws("cloudformation list-stacks", &["--query", "StackSummaries[].[StackName,StackStatus,CreationTime]"])
        .in_each_region()
        .note(
            "まとめて作られたリソースです。侵入より後に作られたスタックを疑います。DELETE_COMPLETE のものは、もうありません。",
            "Resources made in one go. Suspect stacks made after the break-in; those with DELETE_COMPLETE are gone.",
        ),
    aws("sagemaker list-notebook-instances", &["--query", "NotebookInstances[].[NotebookInstanceName,InstanceType,CreationTime]"])
        .in_each_region()
        .note("ノートブックは、マイニングにも使われます。", "Notebooks are used for mining as well."),
    aws("lightsail get-instances", &["--query", "instances[].[name,createdAt,state.name]"])
        .in_each_region()
        .note("Lightsail がないリージョンでは接続エラーになります。そのまま次へ進みます。", "Where Lightsail does not exist, this fails to connect: go on."),
    aws("bedrock list-provisioned-model-throughputs", &["--query", "provisionedModelSummaries[].[provisionedModelName,status,creationTime]"])
        .in_each_region()
        .note("購入されたプロビジョンドスループットで、時間単位の料金がかかります。", "Provisioned throughput, charged by the hour."),
    aws("amplify list-apps", &["--query", "apps[].[name,createTime]"])
        .in_each_region()
        .note("環境変数を表示しないように、名前だけを出します。", "Names only, so that no environment variables are printed."),
    aws("glue list-jobs", &[]).in_each_region().note("見覚えのないジョブを探します。", "Jobs that you do not know."),
    aws("codebuild list-projects", &[]).in_each_region().note("見覚えのないプロジェクトを探します。", "Projects that you do not know."),
    aws("sesv2 list-email-identities", &["--query", "EmailIdentities[].[IdentityName,SendingEnabled]"])
        .in_each_region()
        .note("迷惑メールの送信元に使われます。", "Used to send spam."),
    aws("ec2 describe-reserved-instances", &["--query", "ReservedInstances[].[ReservedInstancesId,InstanceType,Start,State]"])
        .in_each_region()
        .note("自分たちが買っていないものを、ケースに書きます。", "What you did not buy goes into the case."),
    aws("savingsplans describe-savings-plans", &["--query", "savingsPlans[].[savingsPlanId,state,start,commitment]"]).note(
        "アカウントで 1 回実行します。commitment は 1 時間あたりの金額です。",
        "Once for the account. The commitment is per hour.",
    ),
    aws("organizations list-accounts", &["--query", "Accounts[].[Id,Name,JoinedTimestamp]"]).note(
        "AWSOrganizationsNotInUseException か AccessDeniedException と出たら、組織の管理アカウントではありません。次へ進みます。",
        "AWSOrganizationsNotInUseException or AccessDeniedException: not a management account. Go on.",
    ),
    changes("ec2 modify-instance-attribute", &["--instance-id", "<INSTANCE_ID>", "--no-disable-api-termination"])
        .in_own_region()
        .note("終了保護を外します。", "Takes the termination protection off."),
    changes("ec2 modify-instance-attribute", &["--instance-id", "<INSTANCE_ID>", "--no-disable-api-stop"])
        .in_own_region()
        .note("停止保護を外します。停止保護は終了も防ぎます。", "Takes the stop protection off, which prevents termination as well."),
    deletes("ec2 terminate-instances", &["--instance-ids", "<INSTANCE_ID>"]).in_own_region().note(
        "取り消せません。スナップショットが完了(State が completed)し、自分たちのものではないと確かめてから実行します。",
        "Cannot be undone. Only when the snapshot is completed, and you are sure that the instance is not yours.",
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
