//! Databases with a public address.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// The flag that gives a database a public address.
pub(crate) const CONTROL: Control = Control {
    id: "rds-not-public",
    section: Section::Posture,
    mandatory: true,
    level: Some(1),
    order: 8,
    severity: Severity::Critical,
    effort_minutes: 15,
    free: true,
    needs: &[],
    title: t("RDS のパブリックアクセスを無効にする", "Turn off public access to databases"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "データベースにパブリック IP アドレスがあり、誰かがテストのためにポートを全世界に開放します。インターネットを巡回するボットが見つけ、当たるまでパスワードを試し、顧客データを盗むか、消して身代金を要求します。パブリック IP アドレスがなければ、インターネットからは届きません。",
        "The database has a public IP address, and for a quick test somebody opens its port to the world. Bots that scan the internet find it and try passwords until one fits. They steal the customer data, or delete it and ask for ransom. Without a public address they cannot reach it.",
    ),
    cost: t("無料", "Free"),
    scope: t("リージョンごと、DB インスタンスごと", "Per Region, each DB instance"),
    check: Guide {
        console: &[
            t(
                "右上でリージョンを選び、RDS のコンソールで [データベース] を開きます。",
                "Choose the Region at the top right and open [Databases] in the RDS console.",
            ),
            t(
                "DB インスタンスを選び、[接続とセキュリティ] タブを開きます。",
                "Choose a DB instance and open the tab [Connectivity & security].",
            ),
            t(
                "「Publicly accessible」(パブリックアクセス可能)が「No」(いいえ)か確認します。",
                "See that [Publicly accessible] is No.",
            ),
            t(
                "Aurora のクラスターでは、中のインスタンスを 1 つずつ確認します。Neptune と DocumentDB のインスタンスも CLI の出力に含まれます。",
                "In an Aurora cluster look at each instance. The output of the CLI also lists instances of Neptune and DocumentDB.",
            ),
            t(
                "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                "Repeat in every enabled Region, also the ones that you do not use.",
            ),
        ],
        cli: &[aws("rds describe-db-instances", &[]).in_each_region().note(
            "PubliclyAccessible がすべて false なら合格です。true のものは DBInstanceIdentifier を控えます。プライベートサブネットにあっても、true なら不合格です。",
            "Good when each PubliclyAccessible is false. Note the DBInstanceIdentifier of the others: true fails even in a private subnet.",
        )],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "外から接続している人やプログラムがないか、利用者に聞き、セキュリティグループのインバウンドルールも調べます。あれば、VPC 内の踏み台、Systems Manager のポートフォワーディング、VPN などの代わりの経路を先に用意します。",
                "Find out who connects from outside: ask the users, and look at the inbound rules of the security group. If there are any, give them another way first, such as a bastion host in the VPC, port forwarding with Systems Manager, or a VPN.",
            ),
            t(
                "RDS のコンソールの [データベース] で DB インスタンスを選び、[変更] を選びます。",
                "In the RDS console, under [Databases], choose the DB instance, then [Modify].",
            ),
            t(
                "「Connectivity」(接続)の「Additional connectivity configuration」(追加の接続設定)を開き、「Public access」(パブリックアクセス)で、公開しない方の選択肢を選びます。",
                "In [Connectivity] open [Additional connectivity configuration] and set [Public access] to not publicly accessible.",
            ),
            t(
                "[続行] を選び、変更がパブリックアクセスだけであることを確認します。",
                "Choose [Continue] and see that public access is the only modification.",
            ),
            t(
                "「Modify DB instance」(DB インスタンスを変更)を選びます。この変更はすぐに反映されるため、[すぐに適用] を選ぶ必要はありません。",
                "Choose [Modify DB instance]. This change takes effect at once; there is no need for [Apply immediately].",
            ),
            t(
                "セキュリティグループに 0.0.0.0/0 や ::/0 からデータベースのポートへのインバウンドルールがあれば削除し、アプリケーションのセキュリティグループだけを許可します。",
                "If the security group lets 0.0.0.0/0 or ::/0 in at the port of the database, delete that rule and allow only the security group of the application.",
            ),
            t(
                "アプリケーションが引き続きデータベースにつながることを確認します。",
                "See that the application still reaches the database.",
            ),
        ],
        cli: &[
            changes("rds modify-db-instance", &["--db-instance-identifier", "<DB_ID>", "--no-publicly-accessible"]).in_own_region().note(
                "PubliclyAccessible が true のインスタンスごとに実行します。この設定は --apply-immediately がなくてもすぐに反映されます。付けると、保留中のほかの変更まで一緒に適用されるため、付けません。",
                "Once for each instance where PubliclyAccessible is true. The setting takes effect at once without --apply-immediately; with it, other pending changes would be applied too, so leave it out.",
            ),
            aws("rds describe-db-instances", &["--db-instance-identifier", "<DB_ID>", "--query", "DBInstances[].{Id:DBInstanceIdentifier,Status:DBInstanceStatus,Public:PubliclyAccessible}"]).in_own_region().note(
                "数分後に確認します。Public が false になれば完了です。",
                "Look again after a few minutes: Public has become false.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "VPC の外からのクライアント(開発者の PC、社外の BI ツールなど)は、すぐに接続できなくなります。先に代わりの経路を用意してください。",
                "Clients outside the VPC (a developer's laptop, a reporting tool elsewhere) lose the connection at once. Give them another way first.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "マルチ AZ DB クラスターのインスタンスは、この手順では個別に変更できません。作り直し(復元)が必要になることもあるため、クラスターの担当者に相談してください。",
                "Instances of a Multi-AZ DB cluster cannot be changed one by one like this. Talk to whoever runs the cluster; it may have to be restored anew.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "公開されていたデータベースは、見覚えのない接続がなかったかログを確認し、データベースのパスワードを変更してください。",
                "If the database was open, read its logs for connections that you do not know, and change its passwords.",
            ),
        },
    ],
    done: t(
        "有効なすべてのリージョンで、どの DB インスタンスの PubliclyAccessible も false になっている。",
        "In every enabled Region, PubliclyAccessible is false for every DB instance.",
    ),
    not_applicable: t(
        "どのリージョンにも RDS、Aurora、Neptune、DocumentDB のインスタンスがない場合。公開が必要な事情がある場合は「リスクを受け入れる」にします。",
        "When no Region has an instance of RDS, Aurora, Neptune or DocumentDB. If one has to be public, the answer is Risk accepted.",
    ),
    organisation: Some(t(
        "手順は変わりません。共有 VPC を使っている場合は、セキュリティグループの所有者を先に確認してください。",
        "The steps are the same. With a shared VPC, find out first who owns the security groups.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、PubliclyAccessible の値が分かります。セキュリティグループが実際に開いているか、ほかのリージョンがどうかは分かりません。",
        "It tells the value of PubliclyAccessible for the Regions in the output. It cannot tell whether a security group really is open, nor anything of the other Regions.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "Amazon RDS User Guide: Working with a DB instance in a VPC",
            url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon RDS User Guide: Modifying an Amazon RDS DB instance",
            url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Security Hub CSPM controls for Amazon RDS",
            url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
            reviewed: "2026-11-24",
        },
    ],
};
