//! Networks that nothing uses.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, deletes,
};

/// A network that is not there cannot be used by mistake, nor by an intruder.
pub(crate) const CONTROL: Control = Control {
    id: "network-leftovers",
    section: Section::Posture,
    mandatory: false,
    level: None,
    order: 40,
    severity: Severity::Low,
    effort_minutes: 45,
    free: true,
    needs: &[],
    title: t("使っていない VPC とセキュリティグループを消す", "Delete networks and security groups that nothing uses"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "どのリージョンにも、最初からデフォルト VPC があります。そのサブネットはインターネットにつながっていて、起動したインスタンスにはパブリック IP アドレスが付きます。攻撃者は何の準備もなくマイニングを始められ、社内の誰かがうっかりサーバーを公開してしまうこともあります。",
        "Every Region comes with a default VPC. Its subnets are connected to the internet, and an instance that is started there gets a public address. An intruder mines there without any preparation, and a colleague puts a server on the internet without meaning to.",
    ),
    cost: t("無料(VPC とセキュリティグループに料金はかからない)", "Free: VPCs and security groups cost nothing"),
    scope: t("リージョンごと", "Per Region"),
    check: Guide {
        console: &[
            t(
                "AWS Global View のコンソール(console.aws.amazon.com/ec2globalview/home)を開き、VPC があるリージョンの一覧を見ます。",
                "Open the AWS Global View console (console.aws.amazon.com/ec2globalview/home) and see which Regions have VPCs.",
            ),
            t(
                "右上でリージョンを選び、VPC のコンソールで [お使いの VPC] を開いて、VPC の ID を控えます。「Default VPC」(デフォルト VPC)の列が「はい」のものがデフォルト VPC です。",
                "Choose the Region at the top right, open [Your VPCs] in the VPC console and note the IDs. [Default VPC] says Yes for the default one.",
            ),
            t(
                "EC2 のコンソールで [ネットワークインターフェイス] を開き、VPC の ID で検索します。1 つもない VPC が、使っていない VPC の候補です。EKS や ECS などが代わりに管理するリソースは、既定では一覧に出ないことがあります(EC2 のダッシュボードの設定で表示できます)。VPN 接続、VPC ピアリング、ゲートウェイエンドポイントも、ここには出ません。",
                "Open [Network Interfaces] in the EC2 console and search for the VPC ID. A VPC without any is a candidate. What EKS, ECS and others manage for you may be hidden by default (the settings of the EC2 dashboard show it), and VPN connections, peering and gateway endpoints are not listed here.",
            ),
            t(
                "EC2 のコンソールの [セキュリティグループ] で、使っていないものがないか確認します。グループの ID で [ネットワークインターフェイス] を検索し、何も表示されないものが、使っていないグループの候補です。",
                "Under [Security Groups] look for groups that are not in use: those whose ID finds nothing under [Network Interfaces].",
            ),
            t(
                "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                "Repeat in every enabled Region, also the ones that you do not use.",
            ),
        ],
        cli: &[
            aws("ec2 describe-vpcs", &[]).in_each_region().note(
                "このリージョンの VPC です。IsDefault が true のものがデフォルト VPC です。OwnerId が別のアカウントのものは、そのアカウントから共有されています。",
                "The VPCs of the Region. IsDefault is true for the default one. Where OwnerId is another account, it is shared with you.",
            ),
            aws("ec2 describe-network-interfaces", &["--include-managed-resources"]).in_each_region().note(
                "VpcId がどの行にも出てこない VPC には、何もつながっていません。--include-managed-resources がないと、EKS や ECS などが管理するものは出ないことがあります(新しい AWS CLI が必要です)。",
                "A VPC whose VpcId is in no row has nothing attached. Without --include-managed-resources, what EKS, ECS and others manage may be missing (it needs a recent AWS CLI).",
            ),
            aws("ec2 describe-security-groups", &[]).in_each_region().note(
                "default 以外のグループのうち、前のコマンドの出力の Groups に出てこず、ほかのグループのルールからも参照されていないものが、削除の候補です。",
                "Candidates are groups other than default that are not in Groups of the output before, and that no rule of another group names.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "右上でリージョンを選び、VPC のコンソールの [お使いの VPC] で、使っていない VPC を選びます。",
                "Choose the Region at the top right and select the unused VPC under [Your VPCs] in the VPC console.",
            ),
            t(
                "[アクション]、[VPC を削除] の順に選びます。削除の妨げになるものがあれば、その一覧が表示されます。なければ、一緒に削除されるもの(サブネット、セキュリティグループ、インターネットゲートウェイ、エンドポイントなど)が表示されます。VPN 接続も削除するか尋ねられたら、ほかで使っていないことを確かめるまで選ばないでください。",
                "Choose [Actions], [Delete VPC]. What stands in the way is listed; otherwise you see what goes along: subnets, security groups, internet gateways, endpoints and so on. If it offers to delete a VPN connection as well, leave that unticked unless you know that nothing else uses it.",
            ),
            t(
                "デフォルト VPC の場合は、確認のチェックボックスにチェックを入れます。どの VPC でも、画面に示された語を入力して、[削除] を選びます。",
                "For a default VPC tick the box that acknowledges it. Type the words that the dialog shows and choose [Delete].",
            ),
            t(
                "ほかに使っていないセキュリティグループがあれば、EC2 のコンソールの [セキュリティグループ] で選び、[アクション]、[セキュリティグループを削除] の順に選びます。使われているものは削除できません。",
                "Other unused groups: select them under [Security Groups] in the EC2 console and choose [Actions], [Delete security groups]. Those in use are refused.",
            ),
            t(
                "使っていない VPC があるすべてのリージョンで、繰り返します。",
                "Repeat in every Region that has an unused one.",
            ),
        ],
        cli: &[
            aws("ec2 describe-network-interfaces", &["--include-managed-resources", "--filters", "Name=vpc-id,Values=<VPC_ID>", "--query", "NetworkInterfaces[].{Id:NetworkInterfaceId,What:Description,Status:Status}"]).in_own_region().note(
                "出力が空であることを確かめてから、次に進みます。1 つでも出たら、何かがこの VPC を使っています。VPN 接続や VPC ピアリングがないことも、コンソールで確かめます。",
                "Go on only if this is empty. Anything in it means that something uses the VPC. See in the console that there is no VPN connection and no peering either.",
            ),
            aws("ec2 describe-subnets", &["--filters", "Name=vpc-id,Values=<VPC_ID>", "--query", "Subnets[].SubnetId"]).in_own_region(),
            deletes("ec2 delete-subnet", &["--subnet-id", "<SUBNET_ID>"]).in_own_region().note(
                "サブネットごとに実行します。何かが使っているサブネットは、DependencyViolation のエラーになり、削除されません。その場合は、ここでやめます。",
                "Once for each subnet. One that something uses is refused with DependencyViolation: then stop here.",
            ),
            aws("ec2 describe-internet-gateways", &["--filters", "Name=attachment.vpc-id,Values=<VPC_ID>", "--query", "InternetGateways[].InternetGatewayId"]).in_own_region(),
            changes("ec2 detach-internet-gateway", &["--internet-gateway-id", "<IGW_ID>", "--vpc-id", "<VPC_ID>"]).in_own_region().note(
                "ここまでに、すべてのサブネットを削除しておきます。これを実行すると、VPC がインターネットから切り離されます。",
                "All subnets are gone by now. From here on it is cut off from the internet.",
            ),
            deletes("ec2 delete-internet-gateway", &["--internet-gateway-id", "<IGW_ID>"]).in_own_region(),
            deletes("ec2 delete-vpc", &["--vpc-id", "<VPC_ID>"]).in_own_region().note(
                "デフォルトのセキュリティグループ、ネットワーク ACL、メインルートテーブルも一緒に消えます。DependencyViolation なら、まだ何かが残っています(ほかのセキュリティグループ、ルートテーブル、エンドポイントなど)。",
                "The default security group, the default network ACL and the main route table go along. On DependencyViolation something is left: another security group, a route table, an endpoint.",
            ),
            deletes("ec2 delete-security-group", &["--group-id", "<SG_ID>"]).in_own_region().note(
                "VPC を残して、使っていないセキュリティグループだけを削除する場合に実行します。使われていれば、DependencyViolation のエラーになります。",
                "To delete an unused group and keep its VPC. DependencyViolation means that it is in use.",
            ),
            aws("ec2 describe-vpcs", &[]).in_each_region().note(
                "使っている VPC だけが残っていることを確認します。",
                "Only VPCs in use are left.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "削除した VPC は元に戻せません。デフォルト VPC だけは aws ec2 create-default-vpc で作り直せますが、ルートテーブルやセキュリティグループの設定は初期状態に戻ります。",
                "A deleted VPC cannot be restored. A default VPC can be made anew with aws ec2 create-default-vpc, with the routes and groups of a new one.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "今はネットワークインターフェイスがなくても、後で使われることがあります。台数が 0 の Auto Scaling グループ、起動テンプレート、AWS Batch、アイドル状態の Lambda などは、ネットワークインターフェイスを持たずに、サブネットやセキュリティグループを指定しています。先にこれらの設定を確認してください。設定で指定されているだけのセキュリティグループは、API でもエラーにならずに削除できてしまいます。",
                "No interface now does not mean never: Auto Scaling groups at zero, launch templates, AWS Batch or idle Lambda functions name subnets and groups without having an interface. Look at these first. The API does not protect a group that is only named in a configuration.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "デフォルト VPC がないと、VPC を指定しない手順(チュートリアル、Elastic Beanstalk、EMR など)は失敗します。Lightsail の VPC ピアリングには、そのリージョンのデフォルト VPC が必要です。",
                "Without a default VPC, whatever names no VPC fails: tutorials, Elastic Beanstalk, EMR. VPC peering of Lightsail needs the default VPC of its Region.",
            ),
        },
    ],
    done: t(
        "有効なすべてのリージョンで、何もつながっていない VPC も、使っていないセキュリティグループも残っていない。",
        "In no enabled Region is there a VPC that nothing is attached to, nor a security group that nothing uses.",
    ),
    not_applicable: t(
        "VPC を組織の管理者が共有していて、このアカウントには自分の VPC がなく、作ることもできない場合。",
        "When the organisation shares its VPCs, and this account has none of its own and cannot make any.",
    ),
    organisation: Some(t(
        "新しいアカウントのデフォルト VPC は、アカウントを作る仕組み(AWS Control Tower の Account Factory など)で最初から削除できます。共有された VPC は、所有するアカウントだけが削除できます。",
        "What makes new accounts (Account Factory of AWS Control Tower, for example) can delete default VPCs from the start. A shared VPC can be deleted by its owner only.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、このアカウントの VPC にネットワークインターフェイスがあるか、セキュリティグループが使われているかが分かります。起動テンプレートや、台数が 0 の Auto Scaling グループなどで指定されているか、ほかのリージョンがどうかは分かりません。",
        "For the Regions in the output it tells whether this account's VPCs have network interfaces, and whether security groups are in use. It cannot tell what launch templates and idle configurations name, nor anything of other Regions.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "AWS Startup Security Baseline: ACCT.09 Delete unused VPCs, subnets, and security groups",
            url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/acct-09.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "Amazon VPC User Guide: Delete your VPC",
            url: "https://docs.aws.amazon.com/vpc/latest/userguide/delete-vpc.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "Amazon VPC User Guide: Work with your default VPC and default subnets",
            url: "https://docs.aws.amazon.com/vpc/latest/userguide/work-with-default-vpc.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "Amazon VPC User Guide: Delete a security group",
            url: "https://docs.aws.amazon.com/vpc/latest/userguide/deleting-security-groups.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "Amazon VPC User Guide: VPC sharing responsibilities and limitations",
            url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-share-limitations.html",
            reviewed: "2026-12-01",
        },
    ],
};
