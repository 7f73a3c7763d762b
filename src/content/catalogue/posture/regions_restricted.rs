//! Regions that nobody uses, denied.

use crate::base::i18n::t;
use crate::content::catalogue::{
    Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, changes, creates,
};

/// What cannot be called in a Region needs no watching there.
pub(crate) const CONTROL: Control = Control {
    id: "regions-restricted",
    section: Section::Posture,
    mandatory: false,
    level: None,
    order: 41,
    severity: Severity::Medium,
    effort_minutes: 40,
    free: true,
    needs: &["guardduty-enabled-all-regions"],
    title: t("使っていないリージョンを禁止する", "Deny the Regions that nobody uses"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "盗んだキーで侵入した攻撃者は、誰も開かないリージョンを選んで GPU インスタンスを並べます。東京リージョンしか見ていない人の画面には、何も表示されません。使わないリージョンでの操作を禁止しておけば、同じキーを使っても、そこでは何も起動できません。",
        "Whoever comes in with a stolen key starts GPU instances in a Region that nobody opens; the console of somebody who only looks at one Region shows nothing. With calls to unused Regions denied, the same key starts nothing there.",
    ),
    cost: t("無料", "Free"),
    scope: t("アカウント全体で 1 回", "Once for the account"),
    check: Guide {
        console: &[
            t(
                "右上のアカウント名から [アカウント] を開き、「AWS Regions」(AWS リージョン)の一覧で、オプトインが必要なリージョンのうち、有効になっているものを確認します。",
                "Open [Account] from the account name at the top right. In the list [AWS Regions] see which of the Regions that need an opt-in are enabled.",
            ),
            t(
                "AWS Global View のコンソール(console.aws.amazon.com/ec2globalview/home)を開き、自分で作ったリソースがあるリージョンを書き出します。どのリージョンにもあるデフォルト VPC とそのサブネットは数えません。ここに出ないサービス(Lambda、DynamoDB、SageMaker など)を使っているリージョンも加えます。",
                "Open the AWS Global View console (console.aws.amazon.com/ec2globalview/home) and write down the Regions that have resources of yours. Default VPCs and their subnets, which are everywhere, do not count. Add the Regions of services that it does not show, such as Lambda, DynamoDB and SageMaker.",
            ),
            t(
                "組織に属している場合は、aws:RequestedRegion を条件にしたサービスコントロールポリシー(SCP)がこのアカウントに効いているか、組織の管理者に確認します。SCP は、メンバーアカウントからは見えません。",
                "In an organisation, ask its administrator whether a service control policy (SCP) with the condition aws:RequestedRegion applies to this account. A member account cannot see that.",
            ),
            t(
                "組織に属していない場合は、IAM のコンソールで [ポリシー] を開き、aws:RequestedRegion で拒否するポリシーが、人が使うユーザーグループとロールに付いているか確認します。",
                "Otherwise open [Policies] in the IAM console, and see whether a policy that denies by aws:RequestedRegion is attached to the user groups and roles that people use.",
            ),
            t(
                "使っていないリージョンに切り替え、EC2 のコンソールで [インスタンス] を開きます。アクセスが拒否されたというエラーが出れば、今サインインしているユーザーやロールには、禁止が効いています。",
                "Switch to a Region that is not in use and open [Instances] in EC2. An error that access is denied means that it works for this sign-in.",
            ),
        ],
        cli: &[
            aws("account list-regions", &["--region-opt-status-contains", "ENABLED", "ENABLED_BY_DEFAULT"]).note(
                "有効なリージョンの一覧です。RegionOptStatus が ENABLED のものは、誰かがオプトインして有効にしたリージョンです。ENABLED_BY_DEFAULT の 17 リージョンは無効にできないため、ポリシーで拒否します。",
                "The Regions that can be called. Somebody opted in to those that are ENABLED. The 17 that are ENABLED_BY_DEFAULT cannot be disabled, only denied by a policy.",
            ),
            aws("iam get-account-authorization-details", &["--filter", "User", "Role", "Group", "LocalManagedPolicy"]).note(
                "ユーザー、グループ、ロールのポリシーと、アクセス許可の境界です。人が使うユーザーとロールのすべてで、使わないリージョンが拒否されているか確認します。",
                "The policies and permissions boundaries of users, groups and roles. Each one that people use must be denied in the Regions that are not in use.",
            ),
            aws("organizations describe-organization", &[]).note(
                "AWSOrganizationsNotInUseException なら、組織に属していません。MasterAccountId がこのアカウントの ID なら、ここは管理アカウントで、SCP は効きません。",
                "AWSOrganizationsNotInUseException means that the account is in no organisation. If MasterAccountId is this account, it is the management account, and no SCP binds it.",
            ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "先に、すべてのリージョンで行う設定(GuardDuty、AWS Config、Security Hub など)と、使わないリージョンの片付け(network-leftovers)を済ませます。禁止した後は、そのリージョンの設定を変えられません。",
                "First finish what has to be done in every Region: GuardDuty, AWS Config, Security Hub, and tidying up (network-leftovers). Once a Region is denied, nothing can be set up or deleted there.",
            ),
            t(
                "使わないリージョンに残っているリソースを削除します。残したままリージョンを禁止したり無効にしたりしても、リソースは動き続け、料金もかかり続けます。",
                "Delete what is left in the Regions that nobody uses. After a deny, or with the Region disabled, resources keep running and cost money.",
            ),
            t(
                "オプトインしたリージョンのうち、使わないものを無効にします。右上のアカウント名から [アカウント] を開き、「AWS Regions」(AWS リージョン)でリージョンを選んで、「Disable」(無効にする)を選びます。disable と入力し、「Disable region」(リージョンを無効にする)を選びます。",
                "Disable opt-in Regions that nobody needs: [Account] from the account name, [AWS Regions], choose the Region, [Disable], type disable, [Disable region].",
            ),
            t(
                "組織に属している場合は、管理アカウントの AWS Organizations のコンソールで [ポリシー] を開き、サービスコントロールポリシーが無効なら先に有効にします。CLI の手順にある SCP を作り、まずテスト用のアカウント 1 つにアタッチし、問題がなければ、ほかの OU(組織単位)やアカウントに広げます。",
                "In an organisation, open [Policies] in the AWS Organizations console of the management account, and enable service control policies if they are not. Make the SCP of the CLI steps, attach it to one test account first, then to further OUs and accounts.",
            ),
            t(
                "組織に属していないアカウントと管理アカウントでは、IAM のコンソールで [ポリシー]、[ポリシーの作成]、[JSON] の順に選びます。CLI の手順にあるポリシーを貼り付け、使うリージョンを書き入れて、deny-unused-regions という名前で作成します。",
                "In an account without organisation, and in the management account: in the IAM console choose [Policies], [Create policy], [JSON], paste the policy of the CLI steps, write the Regions that you use into it, and name it deny-unused-regions.",
            ),
            t(
                "まずテスト用のロールかユーザーに付けて、使うリージョンでふだんの作業ができることと、請求、IAM、Route 53、CloudFront の画面が開くことを確かめます。",
                "Attach it to a role or user for tests first. See that the work in your Regions goes on, and that Billing, IAM, Route 53 and CloudFront open.",
            ),
            t(
                "人が使うユーザーグループとロールのすべてに付けます。IAM Identity Center のロールには、許可セットのインラインポリシーとして加えます。",
                "Attach it to all user groups and roles that people use. To roles of IAM Identity Center it is added as an inline policy of the permission set.",
            ),
        ],
        cli: &[
            creates("iam create-policy", &["--policy-name", "deny-unused-regions", "--policy-document", POLICY]).note(
                "組織に属していないアカウントと、管理アカウントで使います。NotAction に並ぶのは、拒否の対象から外すグローバルサービス(リージョンを選ばずに動くサービス)です。使っているのに並んでいないサービスがあれば加えます。us-east-1 は、使うリージョンに含めておいてください。CloudFront の証明書や、ルートユーザーのサインインのイベントなどが us-east-1 にあるためです。",
                "For an account without organisation, and for a management account. NotAction holds the global services; add those that you use and miss. Keep us-east-1 among the Regions: certificates of CloudFront and events of root sign-ins, for example, are there.",
            ),
            changes("iam attach-group-policy", &["--group-name", "<GROUP>", "--policy-arn", "arn:aws:iam::<ACCOUNT_ID>:policy/deny-unused-regions"]).note(
                "人が属するユーザーグループごとに実行します。外すには detach-group-policy を使います。",
                "Once for each user group of people. detach-group-policy takes it off again.",
            ),
            changes("iam attach-role-policy", &["--role-name", "<ROLE>", "--policy-arn", "arn:aws:iam::<ACCOUNT_ID>:policy/deny-unused-regions"]).note(
                "人が引き受けるロールごとに実行します。IAM Identity Center のロール(AWSReservedSSO_ で始まる)には付けられません。許可セットに加えます。",
                "Once for each role that people assume. It cannot be attached to roles of IAM Identity Center (AWSReservedSSO_…): add it to the permission set.",
            ),
            creates("organizations create-policy", &["--type", "SERVICE_CONTROL_POLICY", "--name", "deny-unused-regions", "--description", "Deny unused Regions", "--content", SCP]).note(
                "組織の管理アカウントで使います。フォームで指定したロールだけは、禁止の対象から除外されます。IAM Identity Center のロールを除外するには、名前の前にパスも要るため、aws-reserved/sso.amazonaws.com/*AWSReservedSSO_許可セット名_* の形で指定します。出力の Id(p-…)を次の手順で使います。",
                "In the management account of an organisation. The role that you name is exempt. A role of IAM Identity Center has a path before its name: write aws-reserved/sso.amazonaws.com/*AWSReservedSSO_PermissionSetName_*. The next step needs the Id (p-…) of the output.",
            ),
            changes("organizations attach-policy", &["--policy-id", "<SCP_ID>", "--target-id", "<TARGET_ID>"]).note(
                "最初は、テスト用のアカウント 1 つの ID を指定します。試さないうちに、組織のルートにアタッチしないでください。PolicyTypeNotEnabledException なら、SCP が無効です。コンソールの手順で有効にします。外すには detach-policy を使います。",
                "Begin with the ID of one test account. Do not attach it to the root of the organisation untested. On PolicyTypeNotEnabledException, SCPs are not enabled: see the console steps. detach-policy takes it off again.",
            ),
            changes("account disable-region", &["--region-name", "<UNUSED_REGION>"]).note(
                "オプトインが必要なリージョンだけを無効にできます。数分から数時間かかります。戻すには enable-region を使います。",
                "Works for opt-in Regions only, and takes minutes to hours. enable-region takes it back.",
            ),
            aws("account list-regions", &["--region-opt-status-contains", "ENABLED", "ENABLED_BY_DEFAULT"]).note(
                "無効にしたリージョンが一覧から消えたことを確認します。完全に無効になるまで、数時間かかることがあります。",
                "The Regions that you disabled are gone from the list. It can take hours until they are fully disabled.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::LockOut,
            text: t(
                "使っているリージョンを書き忘れると、そのリージョンでの作業がすべて止まります。テスト用のロールで 1 日試してから広げ、自分のロールには最後に付けてください。IAM の操作は拒否されないので、管理者は、このポリシーが付いていても外せます。緊急用のユーザーにも付けます。",
                "A Region in use that is missing from the list stops all work there. Try it for a day with a test role before you go on, and attach it to your own role last. IAM itself is not denied: an administrator can take the policy off while being bound by it. Attach it to the user for emergencies, too.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "このポリシーをアクセス許可の境界として使うと、拒否しか書かれていないため、何も許可されなくなります。すべてを許可するステートメントを加えてください。",
                "As a permissions boundary this policy would allow nothing, since it only denies: add a statement that allows everything.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "禁止したリージョンは、見ることもできなくなります。GuardDuty などのサービスは、そのリージョンでも動き続けます。証拠を集めるスクリプトは、deny-unused-regions を付けずに、SecurityAudit などの読み取り専用のポリシーを付けたロールで実行してください。SCP の場合は、除外したロールで実行します。",
                "Denied Regions cannot be looked at either; services such as GuardDuty keep working there. Run the collection script with a role that has a read-only policy such as SecurityAudit, and not this one; under an SCP, with the role that is exempt.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "IAM のポリシーは、ルートユーザーと、ポリシーを付けていないユーザーやロールには効きません。SCP はメンバーアカウントのルートユーザーにも効きますが、管理アカウントには効きません。Amazon Bedrock のクロスリージョン推論を使っている場合は、推論先のリージョンも許可してください。グローバル推論プロファイルには、リージョンの一覧に \"unspecified\" も要ります。",
                "An IAM policy does not bind the root user, nor any user or role without it. An SCP binds the root user of member accounts, but not the management account. With cross-Region inference of Amazon Bedrock, allow its destination Regions, too; global inference profiles need \"unspecified\" in the list of Regions.",
            ),
        },
    ],
    done: t(
        "人が使うユーザーとロールのすべてで、使っていないリージョンでの操作が拒否され、不要なオプトインリージョンは無効になっている。",
        "Calls to unused Regions are denied to every user and role that people use, and opt-in Regions that nobody needs are disabled.",
    ),
    not_applicable: t(
        "すべてのリージョンを実際に使っている場合。または、新しい形式のアカウントで、リージョンと SCP を AWS が管理している場合。",
        "When every Region is in use. Or when the account is of the new kind, where AWS manages Regions and SCPs.",
    ),
    organisation: Some(t(
        "SCP で組織全体を制限するのが最も確実です。AWS Control Tower を使っている場合は、リージョン拒否のコントロールを有効にします。管理アカウントには SCP が効かないため、IAM のポリシーで制限し、管理アカウントではふだんの作業をしないようにします。",
        "An SCP for the whole organisation is the surest way; with AWS Control Tower, enable its Region deny control. No SCP binds the management account: use the IAM policy there, and do not work in it.",
    )),
    evidence: t(
        "ユーザーと、人が引き受けるロールのそれぞれについて、インスタンスなどの起動が許可されるかを、有効なリージョンごとにポリシーから判定します。プログラム(パスワードのないユーザー、GitHub Actions などの OIDC のロール)は、別に知らせます。SCP で禁止されたリージョンは、証拠の収集中に拒否された場合だけ分かります。どのリージョンを使っているか、AWS のサービスのロールやルートユーザーがどうかは分かりません。",
        "For each user, and each role that people assume, the policies are tried on starting compute in every enabled Region. Programs (users without a password, OIDC roles such as those of GitHub Actions) are told apart. An SCP shows where the collection was refused by it. It cannot tell which Regions you use, nor anything of roles of AWS services or of the root user.",
    ),
    attest: Some(t(
        "禁止されていないリージョンは、どれも実際に使っていますか。",
        "Is every Region that is not denied in use?",
    )),
    sources: &[
        Source {
            title: "AWS Startup Security Baseline: ACCT.17 Restrict AWS API calls to used Regions only",
            url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/acct-17.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS Organizations User Guide: General examples (Deny access to AWS based on the requested AWS Region)",
            url: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "IAM User Guide: AWS: Denies access to AWS based on the requested Region",
            url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS Account Management Reference Guide: Enable or disable AWS Regions in your account",
            url: "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html",
            reviewed: "2026-12-01",
        },
        Source {
            title: "AWS Control Tower: Region deny control policy",
            url: "https://docs.aws.amazon.com/controltower/latest/controlreference/primary-region-deny-policy.html",
            reviewed: "2026-12-01",
        },
    ],
};

/// Global services, from the lists of ACCT.17, of the SCP example and of AWS Control Tower; `signin` is our addition, for
/// `aws login`.
macro_rules! not_action {
    () => {
        r#""NotAction":["access-analyzer:*","account:*","acm:*","artifact:*","aws-marketplace:*","aws-portal:*","billing:*","budgets:*","ce:*","chatbot:*","cloudfront:*","cloudtrail:LookupEvents","compute-optimizer:*","config:*","consolidatedbilling:*","cur:*","devicefarm:*","directconnect:*","ec2:DescribeRegions","ecr-public:*","fms:*","freetier:*","globalaccelerator:*","health:*","iam:*","invoicing:*","kms:*","networkmanager:*","notifications:*","notifications-contacts:*","organizations:*","payments:*","pricing:*","resource-explorer-2:*","route53:*","route53-recovery-cluster:*","route53-recovery-control-config:*","route53-recovery-readiness:*","route53domains:*","s3:GetAccountPublic*","s3:GetBucketLocation","s3:ListAllMyBuckets","s3:PutAccountPublic*","savingsplans:*","shield:*","signin:*","sso:*","sts:*","support:*","supportplans:*","tag:GetResources","tax:*","trustedadvisor:*","waf:*","wafv2:*"]"#
    };
}

const POLICY: &str = concat!(
    r#"{"Version":"2012-10-17","Statement":[{"Sid":"DenyUnusedRegions","Effect":"Deny","#,
    not_action!(),
    r#","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":[<USED_REGIONS>]}}}]}"#
);

const SCP: &str = concat!(
    r#"{"Version":"2012-10-17","Statement":[{"Sid":"DenyUnusedRegions","Effect":"Deny","#,
    not_action!(),
    r#","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":[<USED_REGIONS>]},"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/<EXEMPT_ROLE>"}}}]}"#
);
