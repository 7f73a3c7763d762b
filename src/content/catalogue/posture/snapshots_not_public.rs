//! Public snapshots of disks and databases.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes};

/// Any AWS account can copy a public snapshot.
pub(crate) const CONTROL: Control = Control {
    id: "snapshots-not-public",
    section: Section::Posture,
    mandatory: true,
    level: Some(1),
    order: 7,
    severity: Severity::Critical,
    effort_minutes: 10,
    free: true,
    needs: &[],
    title: t("EBS と RDS のスナップショットを非公開にする", "Keep EBS and RDS snapshots private"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "開発者が取引先に渡すつもりでスナップショットを公開し、そのまま忘れます。公開スナップショットを探している攻撃者がそれをコピーし、中の顧客データや、設定ファイルに残ったアクセスキーを読み取ります。後で非公開に戻しても、コピーは取り戻せません。",
        "A developer makes a snapshot public to hand it to a partner, and forgets it. Strangers who look for public snapshots copy it and read the customer data and the access keys in its configuration files. Making it private later does not bring the copies back.",
    ),
    cost: t("無料", "Free"),
    scope: t("リージョンごと", "Per Region"),
    check: Guide {
        console: &[
            t(
                "右上でリージョンを選び、EC2 のコンソールで [スナップショット] を開きます。",
                "Choose the Region at the top right and open [Snapshots] in the EC2 console.",
            ),
            t(
                "左上の一覧を「Owned by me」(自己所有)にし、スナップショットを選んで [アクション] から「Modify permissions」を開き、「Current setting」(現在の設定)が公開になっていないか確認します。多い場合は、CLI の 1 つ目のコマンドで公開中のものだけを一覧にできます。",
                "Set the list at the top left to [Owned by me], select a snapshot, choose [Modify permissions] under [Actions], and see that [Current setting] is not public. With many snapshots, the first command of the CLI lists just the public ones.",
            ),
            t(
                "[EC2 ダッシュボード] を開き、右側の [アカウント属性] から [データ保護とセキュリティ] を選びます。",
                "Open [EC2 Dashboard] and choose [Data protection and security] under [Account attributes] on the right.",
            ),
            t(
                "[EBS スナップショットのパブリックアクセスをブロック] の状態を確認します。",
                "See the state of [Block public access for EBS snapshots].",
            ),
            t(
                "RDS のコンソールで [スナップショット] を開き、手動スナップショットを選んで [アクション] から [スナップショットの共有] を開きます。",
                "In the RDS console open [Snapshots], select a manual snapshot and choose [Share snapshot] under [Actions].",
            ),
            t(
                "[DB スナップショットの可視性] が [プライベート] か確認します。Aurora のクラスタースナップショットも同じ一覧にあります。",
                "See that [DB snapshot visibility] is [Private]. Cluster snapshots of Aurora are in the same list.",
            ),
            t(
                "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                "Repeat in every enabled Region, also the ones that you do not use.",
            ),
        ],
        cli: &[
            aws("ec2 describe-snapshots", &["--owner-ids", "self", "--restorable-by-user-ids", "all"]).in_each_region().note(
                "Snapshots が空なら、公開中の EBS スナップショットはありません。",
                "Snapshots is empty when no EBS snapshot of yours is public.",
            ),
            aws("ec2 get-snapshot-block-public-access-state", &[]).in_each_region().note(
                "State が block-all-sharing か block-new-sharing なら、公開は拒否されます。unblocked なら、誰かが公開できる状態です。",
                "With block-all-sharing or block-new-sharing, sharing with the world is refused. With unblocked, anyone in the account can do it.",
            ),
            aws("rds describe-db-snapshots", &["--snapshot-type", "manual"]).in_each_region().note(
                "自分の手動スナップショットの一覧です。公開できるのは手動のものだけです。",
                "Your manual snapshots: the only kind that can be made public.",
            ),
            aws("rds describe-db-snapshot-attributes", &["--db-snapshot-identifier", "<DB_SNAPSHOT_ID>"])
                .each("rds describe-db-snapshots", "DBSnapshots[].DBSnapshotIdentifier", "<DB_SNAPSHOT_ID>")
                .in_each_region()
                .note(
                    "restore の値に all があれば公開中です。アカウント ID が並ぶ場合は、そのアカウントにだけ共有しています。",
                    "The value all under restore means public. Account IDs mean shared with those accounts only.",
                ),
            aws("rds describe-db-cluster-snapshots", &["--snapshot-type", "manual"]).in_each_region().note(
                "Aurora、Neptune、DocumentDB のクラスターの手動スナップショットです。",
                "Manual snapshots of clusters: Aurora, Neptune and DocumentDB.",
            ),
            aws("rds describe-db-cluster-snapshot-attributes", &["--db-cluster-snapshot-identifier", "<DB_CLUSTER_SNAPSHOT_ID>"])
                .each(
                    "rds describe-db-cluster-snapshots",
                    "DBClusterSnapshots[].DBClusterSnapshotIdentifier",
                    "<DB_CLUSTER_SNAPSHOT_ID>",
                )
                .in_each_region()
                .note(
                    "ここでも、restore の値に all があれば公開中です。",
                    "Here too, the value all under restore means public.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "公開中の EBS スナップショットごとに、EC2 のコンソールの [スナップショット] で選び、[アクション] から「Modify permissions」を選びます(「Snapshot settings」の中にある場合もあります)。",
                "For each public EBS snapshot, select it under [Snapshots] in the EC2 console and choose [Modify permissions] under [Actions] (it may stand inside [Snapshot settings]).",
            ),
            t(
                "[プライベート] を選び、[変更の保存] を選びます。",
                "Choose [Private], then [Save changes].",
            ),
            t(
                "公開中の RDS と Aurora のスナップショットごとに、RDS のコンソールの [スナップショット] で選び、[アクション] から [スナップショットの共有] を選びます。",
                "For each public RDS or Aurora snapshot, select it under [Snapshots] in the RDS console and choose [Share snapshot] under [Actions].",
            ),
            t(
                "[DB スナップショットの可視性] を [プライベート] にし、[保存] を選びます。",
                "Set [DB snapshot visibility] to [Private] and choose [Save].",
            ),
            t(
                "EBS の再発を防ぎます。[EC2 ダッシュボード] の [アカウント属性] から [データ保護とセキュリティ] を開き、[EBS スナップショットのパブリックアクセスをブロック] の [管理] を選びます。",
                "Keep it from happening again, for EBS: from [EC2 Dashboard], [Account attributes], open [Data protection and security] and choose [Manage] at [Block public access for EBS snapshots].",
            ),
            t(
                "「Block public access」にチェックを入れ、「Block all public access」(すべてのパブリックアクセスをブロック)を選んで [更新] を選びます。",
                "Select [Block public access] and [Block all public access], then choose [Update].",
            ),
            t(
                "使っていないリージョンも含め、有効なすべてのリージョンで繰り返します。",
                "Repeat in every enabled Region, also the ones that you do not use.",
            ),
        ],
        cli: &[
            changes("ec2 modify-snapshot-attribute", &["--snapshot-id", "<SNAPSHOT_ID>", "--attribute", "createVolumePermission", "--operation-type", "remove", "--group-names", "all"]).in_own_region().note(
                "公開中の EBS スナップショットごとに実行します。",
                "Once for each public EBS snapshot.",
            ),
            changes("rds modify-db-snapshot-attribute", &["--db-snapshot-identifier", "<DB_SNAPSHOT_ID>", "--attribute-name", "restore", "--values-to-remove", "all"]).in_own_region().note(
                "公開中の RDS スナップショットごとに実行します。",
                "Once for each public RDS snapshot.",
            ),
            changes("rds modify-db-cluster-snapshot-attribute", &["--db-cluster-snapshot-identifier", "<DB_CLUSTER_SNAPSHOT_ID>", "--attribute-name", "restore", "--values-to-remove", "all"]).in_own_region().note(
                "公開中のクラスタースナップショット(Aurora など)ごとに実行します。",
                "Once for each public cluster snapshot (Aurora and the like).",
            ),
            changes("ec2 enable-snapshot-block-public-access", &["--state", "block-all-sharing"]).in_each_region().note(
                "最後に、有効なリージョンごとに実行します。公開設定を外さずにこれだけを実行すると、公開設定が残り、ブロックを解除したときに再び公開されます。",
                "Last, once in each enabled Region. Run alone, it leaves the public setting on the snapshots: lift the block, and they are public again.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::NoWayBack,
            text: t(
                "公開されていたスナップショットは、既にコピーされたものとして扱います。中にあったパスワードやアクセスキーは新しいものに替え、個人情報が含まれていたら社内の窓口に報告してください。コピーやボリューム作成の記録は、CloudTrail の SharedSnapshotCopyInitiated と SharedSnapshotVolumeCreated に残ります(EBS のみ)。",
                "Treat a snapshot that was public as copied. Replace the passwords and keys in it, and report it if it held personal data. For EBS, CloudTrail records copies and new volumes as SharedSnapshotCopyInitiated and SharedSnapshotVolumeCreated.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "配布のために意図して公開しているスナップショットは、利用者が使えなくなります。先に所有者に確認してください。特定のアカウントとの共有は、ブロックしても続けられます。",
                "If a snapshot is public on purpose, its users lose it: ask its owner first. Sharing with single accounts goes on working under the block.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "このブロックは EBS だけのもので、公開された AMI や RDS のスナップショットには効きません。どちらも定期的に確認してください。",
                "The block is for EBS only. It stops neither public AMIs nor public RDS snapshots: look at those again from time to time.",
            ),
        },
    ],
    done: t(
        "有効なすべてのリージョンで、公開中の EBS、RDS、クラスターのスナップショットがなく、EBS のパブリックアクセスがブロックされている。",
        "In every enabled Region no EBS, RDS or cluster snapshot is public, and public access to EBS snapshots is blocked.",
    ),
    not_applicable: t(
        "ほとんどありません。EBS も RDS も使っていなくても、ブロックは無料で有効にできます。配布のために意図して公開している場合は「リスクを受け入れる」にします。",
        "Hardly ever: the block is free, also where neither EBS nor RDS is used. If a snapshot is public on purpose, the answer is Risk accepted.",
    ),
    organisation: Some(t(
        "組織の宣言型ポリシーで、EBS のブロックが全アカウント、全リージョンにまとめて設定されていることがあります。その場合、アカウント側では変更できないため、状態の確認だけで済みます。RDS のスナップショットは各アカウントで確認します。",
        "A declarative policy of the organisation can set the block for EBS in all accounts and Regions. You cannot change it in the account then; just look at the state. RDS snapshots are still checked account by account.",
    )),
    evidence: t(
        "出力を取ったリージョンについて、公開中のスナップショットの有無とブロックの状態が分かります。ほかのリージョンのことや、公開中に誰がコピーしたかは分かりません。",
        "It tells for the Regions in the output whether a snapshot is public and whether the block is on. It says nothing of other Regions, or of who copied a snapshot while it was public.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "Amazon EBS User Guide: Block public access for Amazon EBS snapshots",
            url: "https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon EBS User Guide: Share an Amazon EBS snapshot with other AWS accounts",
            url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon RDS User Guide: Sharing a DB snapshot for Amazon RDS",
            url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "Amazon Aurora User Guide: Sharing a DB cluster snapshot",
            url: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-share-snapshot.html",
            reviewed: "2026-11-24",
        },
    ],
};
