//! Administration ports that are open to the whole internet.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, deletes};

/// Open ports are an entry point for brute-force attacks and mining.
pub(crate) const CONTROL: Control = Control {
    id: "ec2-no-open-admin-ports",
    section: Section::Posture,
    mandatory: true,
    level: Some(1),
    order: 6,
    severity: Severity::Critical,
    effort_minutes: 30,
    free: true,
    needs: &[],
    title: t("SSH・RDP などの危険なポートを閉じる", "Close SSH, RDP and other risky ports to the world"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "検証用サーバーの SSH が全世界に開いたままです。インターネットを休みなく調べるボットが見つけ、弱いパスワードや古いソフトウェアの穴から入ります。サーバーは暗号資産を掘らされ、ほかの会社への攻撃の踏み台にもなり、請求と苦情はあなたに届きます。",
        "SSH of a test server stays open to the whole world. Bots that scan the internet day and night find it and get in by a weak password or a hole in old software. The server then mines coins and attacks other companies, and you get the bill and the complaints.",
    ),
    cost: t("無料", "Free"),
    scope: t("リージョンごと、セキュリティグループごと", "Per Region, each security group"),
    check: Guide {
        console: &[
            t(
                "右上でリージョンを選び、EC2 のコンソールで [セキュリティグループ] を開きます。",
                "Choose the Region at the top right and open [Security Groups] in the EC2 console.",
            ),
            t(
                "セキュリティグループを選び、[インバウンドルール] タブを開きます。",
                "Select a security group and open the tab [Inbound rules].",
            ),
            t(
                "ソースが 0.0.0.0/0 か ::/0 の行を探します。どちらも「世界中のどこからでも」という意味です。",
                "Look for rows with the source 0.0.0.0/0 or ::/0. Both mean: from anywhere in the world.",
            ),
            t(
                "その行のポート範囲に、次のどれかが含まれていれば不合格です。20、21、22 (SSH)、23、25、110、135、143、445、1433、1434、3000、3306 (MySQL)、3389 (RDP)、4333、5000、5432 (PostgreSQL)、5500、5601、8080、8088、8888、9200、9300。すべてのトラフィックを許可する行も不合格です。Web サーバーの 80 と 443 は対象外です。",
                "It fails if the port range of such a row covers one of 20, 21, 22 (SSH), 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306 (MySQL), 3389 (RDP), 4333, 5000, 5432 (PostgreSQL), 5500, 5601, 8080, 8088, 8888, 9200 and 9300, or if the row allows all traffic. Ports 80 and 443 of a web server are not meant.",
            ),
            t(
                "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。グループが多い場合は、CLI の 1 つ目のコマンドが早道です。",
                "Repeat in every enabled Region, also the ones that you do not use. With many groups, the first command of the CLI is quicker.",
            ),
        ],
        cli: &[
            aws("ec2 describe-security-group-rules", &["--query", OPEN_TO_THE_WORLD]).in_each_region().note(
                "全世界に開いているインバウンドルールだけの一覧です。空なら、0.0.0.0/0 や ::/0 に開いたルールはありません。Protocol が -1 の行は、すべてのポートを開けています。いくつかに分けて書いた範囲とプレフィックスリストはここには出ないため、次のコマンドで確認します。",
                "Only the inbound rules that are open to the world. An empty list means that none is open to 0.0.0.0/0 or ::/0. Protocol -1 opens every port. Ranges in pieces and prefix lists are in the output of the next command.",
            ),
            aws("ec2 describe-security-groups", &[]).in_each_region().note(
                "すべてのグループとルールです。CidrIp が 0.0.0.0/0、CidrIpv6 が ::/0 の許可について、FromPort から ToPort の範囲に管理用のポートが入っていないか見ます。合わせると全世界になる、2 つ以上に分けた範囲がないかも見ます。",
                "All groups with their rules. Where CidrIp is 0.0.0.0/0 or CidrIpv6 is ::/0, see whether an administration port lies between FromPort and ToPort. Look as well for ranges that make up the world together.",
            ),
            aws("ec2 describe-managed-prefix-lists", &["--filters", "Name=owner-id,Values=<ACCOUNT_ID>"]).in_each_region().note(
                "このアカウントで作ったプレフィックスリストの一覧です。PrefixLists が空なら、次のコマンドは不要です。",
                "The prefix lists of this account. Where PrefixLists is empty, leave out the next command.",
            ),
            aws("ec2 get-managed-prefix-list-entries", &["--prefix-list-id", "<PREFIX_LIST_ID>"])
                .each("ec2 describe-managed-prefix-lists", "PrefixLists[].PrefixListId", "<PREFIX_LIST_ID>")
                .in_each_region()
                .note(
                    "プレフィックスリストの中身です。セキュリティグループの PrefixListIds にあるリストについて、範囲の広い Cidr がないか見ます。",
                    "The entries of a prefix list. Look for wide ranges in lists that stand under PrefixListIds of a security group.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "先に、別の入り口を用意します。EC2 のコンソールの [インスタンス] でインスタンスを選び、[アクション]、[セキュリティ]、[IAM ロールを変更] と進んで、ポリシー AmazonSSMManagedInstanceCore が付いたロールを選び、「Update IAM role」(IAM ロールの更新)を選びます。既にロールが付いている場合は、置き換えずに、そのロールにこのポリシーを追加します。",
                "Make another way in first. Select the instance under [Instances] in the EC2 console, choose [Actions], [Security], [Modify IAM role], choose a role that has the policy AmazonSSMManagedInstanceCore, then [Update IAM role]. If it already has a role, do not replace it: add the policy to that role.",
            ),
            t(
                "数分待ってからインスタンスを選び、[接続] を選びます。接続方法で「Session Manager」を選び、[接続] でつながることを確かめます。SSM Agent と、インスタンスから外への HTTPS(ポート 443)の通信が必要です。",
                "Wait a few minutes, select the instance, choose [Connect], take [Session Manager] as the method and see that [Connect] opens a session. It needs the SSM Agent and outbound HTTPS (port 443).",
            ),
            t(
                "Session Manager を使えない場合や、RDP を使う場合は、EC2 Instance Connect Endpoint(追加料金なし、別のアベイラビリティーゾーンへの通信は有料)を用意します。",
                "Where Session Manager cannot be used, or for RDP, make an EC2 Instance Connect Endpoint: no extra cost but for traffic to another Availability Zone.",
            ),
            t(
                "[セキュリティグループ] で該当するグループを選び、[インバウンドルール] タブの [インバウンドのルールを編集] を選びます。",
                "Under [Security Groups] select the group and choose [Edit inbound rules] on the tab [Inbound rules].",
            ),
            t(
                "ソースが 0.0.0.0/0 または ::/0 の該当するルールを [削除] します。データベースなどのポートは「Add rule」で、アプリケーションのセキュリティグループだけをソースにして追加します。",
                "Choose [Delete] at the rules in question with the source 0.0.0.0/0 or ::/0. For ports of databases and the like, [Add rule] with the security group of the application as its source.",
            ),
            t(
                "どうしても SSH や RDP を残す場合は、ソースを [マイ IP] や会社の固定 IP アドレスに限ります。",
                "If SSH or RDP really has to stay, limit the source to [My IP] or to the fixed address of your company.",
            ),
            t(
                "[ルールを保存] を選び、アプリケーションが動くことと、サーバーに接続できることを確かめます。",
                "Choose [Save rules], and see that the application and your connection to the server still work.",
            ),
            t(
                "ほかのセキュリティグループとリージョンで繰り返します。どこにも使われていないグループのルールも消します。",
                "Repeat for the other security groups and Regions. Delete such rules in groups that nothing uses, too.",
            ),
        ],
        cli: &[
            aws("ssm describe-instance-information", &[]).in_each_region().note(
                "別の入り口の確認です。対象のインスタンスの PingStatus が Online なら、Session Manager で入れる見込みです。ここに出ないインスタンスのポートは、まだ閉じないでください。",
                "Is there another way in? PingStatus Online means that Session Manager should reach the instance. Do not close the port of an instance that is missing here.",
            ),
            deletes("ec2 revoke-security-group-ingress", &["--group-id", "<SG_ID>", "--security-group-rule-ids", "<SG_RULE_ID>"]).in_own_region().note(
                "確認の 1 つ目のコマンドに表示された Group と Rule(sgr- で始まる ID)を入れます。ポート番号や IPv4、IPv6 の違いに関係なく、そのルールだけを削除します。Protocol が -1 のルールは、すべてのポートを開けています。Web サーバーの 80 や 443 が、このルールだけで許可されていないか、先に確認します。",
                "Fill in Group and Rule (an ID that begins with sgr-) from the first command of the check. It deletes just that rule, whatever its port, IPv4 or IPv6. A rule with Protocol -1 opens every port: see first whether ports 80 and 443 of a web server rely on it.",
            ),
            aws("ec2 describe-security-group-rules", &["--query", OPEN_TO_THE_WORLD]).in_each_region().note(
                "ルールが消えたことを確認します。空の一覧なら、全世界に開いたルールはありません。",
                "See that the rules are gone: an empty list means that none is open to the world.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "0.0.0.0/0 の SSH のルールを消すと、つながっている SSH も、その場で切れることがあります。Session Manager など別の入り口で入れることを、先に確かめてください。",
                "When the SSH rule for 0.0.0.0/0 goes, sessions that are open may drop at once. See first that you get in another way, such as Session Manager.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "0.0.0.0/1 と 128.0.0.0/1 のように 2 つに分けて書いたルールも、全世界に開いているのと同じです。点検には出にくいため、広すぎる範囲がないか目で確かめてください。",
                "Two rules such as 0.0.0.0/1 and 128.0.0.0/1 are open to the world just the same. Checks tend to miss them: look for ranges that are too wide.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "開いていた間に入られていないとは限りません。閉じた後、GuardDuty の検出結果と、サーバーのログインの記録に身に覚えのないものがないか確認してください。",
                "Somebody may have got in while it was open. After closing it, look through the GuardDuty findings and the server's log-ins for anything that you do not know.",
            ),
        },
    ],
    done: t(
        "有効なすべてのリージョンで、危険なポートを 0.0.0.0/0 や ::/0 に開いているセキュリティグループがない。",
        "In no enabled Region does a security group open one of the risky ports to 0.0.0.0/0 or ::/0.",
    ),
    not_applicable: t(
        "ほとんどありません。該当するルールがなければ「実施済み」です。公開するメールサーバーの 25 番など、仕事で必要なポートが残る場合は「リスクを受け入れる」にします。",
        "Hardly ever: without such rules the answer is Done. If a port has to stay open, such as 25 of a public mail server, answer Risk accepted.",
    ),
    organisation: Some(t(
        "共有 VPC を使っている場合や、組織が AWS Firewall Manager などでセキュリティグループを管理している場合は、変更する前に管理者に確認してください。",
        "With a shared VPC, or if the organisation manages security groups with AWS Firewall Manager or the like, ask its administrator before you change them.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、どのグループがどのポートを全世界に開いているかが分かります。いくつかに分けて書いた範囲は合計して判定します。プレフィックスリストも、中身の出力があれば判定に含めます。そのグループが使われているか、実際に外から届くか、ほかのリージョンがどうかは分かりません。使われていないグループも不合格になります。",
        "It tells for the Regions in the output which group opens which port to the world, also by ranges in pieces and by prefix lists whose entries you hand over. It cannot tell whether the group is in use, whether the port is really reached, nor anything of other Regions. Unused groups fail too.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "Security Hub CSPM controls for Amazon EC2",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon VPC User Guide: Consolidate and manage network CIDR blocks with managed prefix lists",
            url: "https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html",
            reviewed: "2026-11-29",
        },
        Source {
            title: "Amazon EC2 User Guide: Change the security groups for your Amazon EC2 instance",
            url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/changing-security-group.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon EC2 User Guide: Amazon EC2 security group connection tracking",
            url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon EC2 User Guide: Connect to your Amazon EC2 instance using Session Manager",
            url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-with-systems-manager-session-manager.html",
            reviewed: "2026-11-24",
        },
    ],
};

/// Query: only the rules that are open to every address.
pub(crate) const OPEN_TO_THE_WORLD: &str = "SecurityGroupRules[?!IsEgress && (CidrIpv4=='0.0.0.0/0' || CidrIpv6=='::/0')].{Group:GroupId,Rule:SecurityGroupRuleId,Protocol:IpProtocol,From:FromPort,To:ToPort,IPv4:CidrIpv4,IPv6:CidrIpv6,Description:Description}";
