//! Steps: investigate what the attacker did, and preserve the evidence.

use super::step::{Step, page};
use crate::base::i18n::t;
use crate::content::catalogue::{aws, changes, creates};

pub(super) const INVESTIGATE: Step = Step {
    id: "investigate",
    title: t("何をされたかを調べる", "Find out what was done"),
    who: t("疑いのない管理者と、できれば記録する人", "An administrator who is not suspected, and somebody who takes notes"),
    goal: t(
        "侵入が始まった時刻が分かり、攻撃者が作ったもの、変えたもの、読み取れた可能性のあるものの一覧がある。",
        "You have the time at which it began, and a list of what the attacker made, changed and could read.",
    ),
    actions: &[
        t(
            "CloudTrail のコンソールで [イベント履歴] を開き、フィルターの属性を [AWS アクセスキー] に変えて、アクセスキー ID を入れます。時刻は UTC で表示されます。",
            "In the CloudTrail console choose [Event history], set the filter to [AWS access key] and enter the access key ID. Times are shown in UTC.",
        ),
        t(
            "フィルターの属性を [ユーザー名] に変えて、同じように調べます。",
            "Set the filter to [User name] and search again.",
        ),
        t(
            "画面上部のリージョンを切り替え、有効なすべてのリージョンで繰り返します。IAM などグローバルサービスの操作は、us-east-1(バージニア北部)に記録されます。",
            "Switch the Region at the top and repeat in every enabled Region. Actions on IAM and other global services are recorded in us-east-1 (N. Virginia).",
        ),
        t(
            "GetSessionToken、GetFederationToken、AssumeRole があれば、その応答にある新しいキー ID(ASIA…)とロール名を書き写し、それらでも検索します。キー ID が別なので、元のキーの検索結果には出てきません。",
            "Where you find GetSessionToken, GetFederationToken or AssumeRole, copy the new key ID (ASIA…) and the role from its response and search for them as well: they have IDs of their own.",
        ),
        t(
            "居座るための操作(CreateUser、CreateAccessKey、CreateServiceSpecificCredential、CreateLoginProfile、UpdateLoginProfile、AttachUserPolicy、PutUserPolicy、AddUserToGroup、CreatePolicyVersion、CreateRole、AttachRolePolicy、UpdateAssumeRolePolicy、CreateOpenIDConnectProvider、CreateSAMLProvider)を探します。見つけたユーザー、キー、ロールは、消さずに、前の手順と同じ方法ですぐに止めます。",
            "Look for ways to stay: CreateUser, CreateAccessKey, CreateServiceSpecificCredential, CreateLoginProfile, UpdateLoginProfile, AttachUserPolicy, PutUserPolicy, AddUserToGroup, CreatePolicyVersion, CreateRole, AttachRolePolicy, UpdateAssumeRolePolicy, CreateOpenIDConnectProvider, CreateSAMLProvider. Stop at once, as in the step before, each user, key and role that you find, without deleting it.",
        ),
        t(
            "攻撃者の利益になる操作(RunInstances、RequestSpotInstances、CreateFunction、InvokeModel、Converse、CreateEmailIdentity)、データを持ち出す操作(GetSecretValue、GetParameter、ModifySnapshotAttribute、PutBucketPolicy)、監視を逃れるための操作(StopLogging、DeleteTrail、UpdateTrail、PutEventSelectors、DeleteDetector、LeaveOrganization)を探します。",
            "Look for what makes money (RunInstances, RequestSpotInstances, CreateFunction, InvokeModel, Converse, CreateEmailIdentity), what takes data away (GetSecretValue, GetParameter, ModifySnapshotAttribute, PutBucketPolicy) and what blinds you (StopLogging, DeleteTrail, UpdateTrail, PutEventSelectors, DeleteDetector, LeaveOrganization).",
        ),
        t(
            "自分たちが行っていない操作のうち、最も早いものの時刻を書きます。これを侵入の始まりとし、この先の手順の基準にします。",
            "Write down the time of the first action that is not yours. That is the start of the break-in; later steps need it.",
        ),
        t(
            "証跡が止められていれば、下の start-logging コマンドで記録を再開します。削除されていれば、コントロール cloudtrail-multi-region の手順で作り直します。イベント履歴は、証跡がなくても残っています。",
            "If a trail was stopped, start it again with the command start-logging below. If it was deleted, make a new one (control cloudtrail-multi-region). The event history is there even without a trail.",
        ),
        t(
            "個人情報や顧客のデータに触れられた可能性があれば、責任者に今すぐ伝えます。法律上の報告の期限は、知ったときから数えます。",
            "If personal or customer data may be affected, tell the one who decides now: legal deadlines run from the moment you know.",
        ),
    ],
    commands: &[
        aws("cloudtrail lookup-events", &["--lookup-attributes", "AttributeKey=AccessKeyId,AttributeValue=<ACCESS_KEY_ID>"])
            .in_each_region()
            .note(
                "リージョンごとに実行します。呼び出せるのは 1 リージョンで 1 秒に 2 回までです。ThrottlingException が出たら少し待ちます。",
                "Run it per Region. Two calls a second are allowed in a Region; wait a little after a ThrottlingException.",
            ),
        aws("cloudtrail lookup-events", &["--lookup-attributes", "AttributeKey=Username,AttributeValue=<USER>"])
            .in_each_region()
            .note(
                "ロールの場合は、ユーザー名の代わりにセッション名が入ります。",
                "For roles the session name stands in place of a user name.",
            ),
        aws(
            "cloudtrail lookup-events",
            &[
                "--lookup-attributes",
                "AttributeKey=ReadOnly,AttributeValue=false",
                "--start-time",
                "<START_DATE>",
                "--end-time",
                "<END_DATE>",
                "--query",
                "Events[].[EventTime,Username,EventName,AccessKeyId]",
            ],
        )
        .in_each_region()
        .note(
            "期間中の書き込み操作すべてです。知らない名前とキー ID を探します。GetSecretValue などの読み取りは含まれません。証拠として残すには、--query とその値を除き、末尾に > events.json を付けます(--query を付けると、IP アドレスや操作の内容が残りません)。",
            "Every write in that time. Look for names and key IDs that you do not know. Reads such as GetSecretValue are not in it. To keep it as evidence leave out --query and its value and add > events.json at the end: with --query the IP addresses and the details are lost.",
        ),
        aws(
            "cloudtrail lookup-events",
            &[
                "--lookup-attributes",
                "AttributeKey=EventName,AttributeValue=GetSecretValue",
                "--start-time",
                "<START_DATE>",
                "--end-time",
                "<END_DATE>",
                "--query",
                "Events[].[EventTime,Username,AccessKeyId]",
            ],
        )
        .in_each_region()
        .note(
            "Secrets Manager のシークレットを読んだ記録です。Parameter Store は GetParameter と GetParameters、Bedrock は InvokeModel と Converse に替えて実行します。",
            "Who read secrets in Secrets Manager. For Parameter Store write GetParameter and GetParameters instead, for Bedrock InvokeModel and Converse.",
        ),
        aws("cloudtrail describe-trails", &[]).in_each_region().note(
            "TrailARN、保存先の S3BucketName、HomeRegion を確認します。",
            "Note TrailARN, S3BucketName (where the logs are) and HomeRegion.",
        ),
        aws("cloudtrail get-trail-status", &["--name", "<TRAIL_ARN>"]).in_own_region().note(
            "証跡の HomeRegion で実行します。IsLogging が false なら、誰かが記録を止めています。",
            "Run it in the trail's HomeRegion. IsLogging false means that somebody stopped it.",
        ),
        changes("cloudtrail start-logging", &["--name", "<TRAIL_ARN>"])
            .in_own_region()
            .note("止められていた場合だけ実行します。", "Only if it was stopped."),
        aws("iam generate-credential-report", &[]).note(
            "State が COMPLETE になるまで、繰り返し実行します。",
            "Run it again until State is COMPLETE.",
        ),
        aws("iam get-credential-report", &["--query", "Content", "--output", "text"]).note(
            "Base64 で出力されます。末尾に | base64 --decode を付けると CSV になります。侵入より後に作られたユーザー、キー、パスワードを探します。最大 4 時間前の内容で、キーはユーザーごとに最初の 2 本だけです。最近の変化は、次のコマンドと list-access-keys で確認します。",
            "Comes as Base64: add | base64 --decode for CSV. Look for users, keys and passwords newer than the break-in. It can be up to four hours old and lists only the first two keys of a user: for what is newer see the next command and list-access-keys.",
        ),
        aws("iam get-account-authorization-details", &[]).note(
            "IAM 全体の一覧です。末尾に > iam.json を付けて保存し、CreateDate が侵入より後のものを探します。",
            "A copy of all of IAM. Add > iam.json to keep it, and look for a CreateDate after the break-in.",
        ),
        aws("iam list-service-specific-credentials", &["--all-users"]).note(
            "Bedrock の API キーなどです。認証情報レポートには出ません。新しい AWS CLI が必要です。",
            "Bedrock API keys and the like; the credential report does not show them. Needs a recent AWS CLI.",
        ),
        aws("iam list-saml-providers", &[]).note(
            "見覚えのない ID プロバイダーがあれば、攻撃者の裏口と考えます。",
            "An identity provider that you do not know is a back door.",
        ),
        aws("iam list-open-id-connect-providers", &[]).note("こちらにも見覚えのないものがないか探します。", "Look for unknown ones here, too."),
    ],
    never: &[
        t(
            "使っていないリージョンを飛ばさないでください。攻撃者は、普段見られていないリージョンを選びます。",
            "Do not leave out the Regions that you do not use: attackers choose those.",
        ),
        t(
            "イベント履歴に何も出ないからといって、無事だと判断しないでください。残るのは過去 90 日の管理イベントだけで、データイベントは出ません。S3 のファイルの読み取りや、Bedrock の新しいエンドポイント(bedrock-mantle)でのモデルの呼び出しなどです。請求の内訳も見ます。",
            "Do not read an empty event history as all clear: it holds 90 days of management events and no data events, such as files read in S3, or models called through the newer Bedrock endpoint (bedrock-mantle). Look at the bill as well.",
        ),
        t(
            "調べ終わる前に、攻撃者が作ったユーザーやロールを消さないでください。動きを止めるだけなら、キーを無効にするか、AWSDenyAll を付ければ足ります。",
            "Do not delete the attacker's users and roles before you have searched for them: to stop them, deactivate their keys or attach AWSDenyAll.",
        ),
    ],
    controls: &["cloudtrail-multi-region", "cloudtrail-log-protection", "access-analyzer-external"],
    sources: &[
        page(
            "AWS CloudTrail User Guide: Viewing recent management events with the console",
            "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-console.html",
        ),
        page(
            "AWS CloudTrail User Guide: Viewing recent management events with the AWS CLI",
            "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-cli.html",
        ),
        page(
            "Amazon Bedrock User Guide: Monitor bedrock-mantle API calls using CloudTrail",
            "https://docs.aws.amazon.com/bedrock/latest/userguide/logging-cloudtrail-mantle.html",
        ),
        page(
            "IAM User Guide: Generate credential reports for your AWS account",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html",
        ),
        page(
            "AWS Customer Playbook Framework: Compromised IAM Credentials",
            "https://github.com/aws-samples/aws-customer-playbook-framework/blob/main/docs/Compromised_IAM_Credentials.md",
        ),
    ],
};

pub(super) const PRESERVE: Step = Step {
    id: "preserve",
    title: t("証拠を残し、消さずに隔離する", "Keep evidence; isolate instead of terminating"),
    who: t("疑いのない管理者", "An administrator who is not suspected"),
    goal: t(
        "疑わしいインスタンスは外部と通信できず、ディスクとログのコピーが攻撃者の手の届かない場所にある。",
        "Suspect instances reach nothing, and copies of disks and logs lie where the attacker cannot get at them.",
    ),
    actions: &[
        t(
            "疑わしいインスタンスごとに、ID、リージョン、タイプ、起動時刻を書きます。",
            "For each suspect instance write down ID, Region, type and launch time.",
        ),
        t(
            "それが自分たちの Auto Scaling グループのインスタンスなら、隔離や停止の前にグループから外します。外さないと、グループがそのインスタンスを異常と判断して終了させ、証拠が失われます。EC2 のコンソールの「Auto Scaling Groups」(Auto Scaling グループ)でグループを選び、「Instance management」(インスタンス管理)タブでインスタンスを選んで、[アクション] から「Detach」(デタッチ)を選びます。サービスを続ける必要があれば、「Replace instance」(インスタンスの置き換え)は選んだままにします。",
            "If it belongs to an Auto Scaling group of your own, take it out before you isolate or stop it: otherwise the group finds it unhealthy and terminates it, and the evidence is gone. In the EC2 console under [Auto Scaling Groups] select the group and open [Instance management], select the instance and choose [Actions], [Detach]. Leave [Replace instance] selected if the service must go on.",
        ),
        t(
            "EC2 のコンソールの「Volumes」(ボリューム)でそのインスタンスのディスク(EBS ボリューム)を 1 つずつ選び、[アクション] から「Create snapshot」(スナップショットの作成)を選びます。",
            "In the EC2 console under [Volumes] select its disks (EBS volumes) one by one and choose [Actions], [Create snapshot].",
        ),
        t(
            "EC2 のコンソールの [セキュリティグループ] で、同じ VPC に、インバウンドルールもアウトバウンドルールもないグループを作ります。最初から入っているアウトバウンドルールは削除します。",
            "In the EC2 console under [Security Groups], create a group in the same VPC with no inbound and no outbound rule; remove the outbound rule that it starts with.",
        ),
        t(
            "インスタンスを選び、[アクション]、[セキュリティ]、[セキュリティグループを変更] の順に進み、すべてのグループを外して、作ったグループだけにします。既につながっている通信は切れないことがあります。",
            "Select the instance, choose [Actions], [Security], [Change security groups], and swap all its groups for that one. Connections that are already open may live on.",
        ),
        t(
            "EC2 のコンソールでインスタンスを選び、[アクション]、[セキュリティ]、[IAM ロールを変更] からロールを外します。既に取り出された認証情報は期限まで使えるため、手順「盗まれた認証情報を止める」のとおり、そのロールのセッションも取り消します。",
            "Select the instance and choose [Actions], [Security], [Modify IAM role]; take the role off. Credentials already taken from the instance work until they expire: revoke the sessions of that role as well, as in the step that stops the stolen credential.",
        ),
        t(
            "見覚えのない高価なインスタンスが多数ある場合は、1、2 台のスナップショットを取り、残りは一覧を書いてから停止します。停止すればコンピューティングの料金は止まり、EBS のディスクは残ります。Auto Scaling グループが起動したものは、止めても作り直されます。スナップショットの後で、グループの最小容量と希望する容量を 0 にします(インスタンスは終了します)。",
            "Many expensive instances that are not yours? Snapshot one or two, list the rest, then stop them: compute charges end and EBS disks stay. What an Auto Scaling group started is started again: after the snapshots set the group's minimum and desired capacity to 0, which terminates its instances.",
        ),
        t(
            "停止できない場合は、[アクション]、[インスタンスの設定]、「Change stop protection」(停止保護を変更)の順に進み、停止保護を外します。スポットインスタンスで停止できるのは、永続リクエストで起動したものだけです。それ以外は、スナップショットの後でリクエストをキャンセルしてから、インスタンスを終了します。停止して残しているスポットインスタンスのリクエストは、キャンセルしないでください。キャンセルすると、インスタンスも終了します。",
            "If one cannot be stopped, take its stop protection off: [Actions], [Instance settings], [Change stop protection]. Of Spot instances only those of a persistent request can be stopped: for the others, after the snapshots, cancel the request, then terminate. Do not cancel the request of a Spot instance that you stopped to keep: that terminates it.",
        ),
        t(
            "CloudTrail のログファイルを、別のアカウントのバケットか、疑いのない端末にコピーします。証跡がない場合は、リージョンごとに、CloudTrail のコンソールの [イベント履歴] でフィルターを外し、「Download events」(イベントをダウンロード)から JSON で保存します。イベント履歴は 90 日で消えます。",
            "Copy the CloudTrail files to a bucket of another account or to a clean computer. Without a trail, clear the filter under [Event history] in the CloudTrail console and choose [Download events], JSON, in each Region: the event history is gone after 90 days.",
        ),
        t(
            "AWS からのメール、ケース、GuardDuty の検出結果、請求の画面も保存します。",
            "Keep the mails, the case, the GuardDuty findings and the bill as well.",
        ),
    ],
    commands: &[
        aws(
            "ec2 describe-instances",
            &["--query", "Reservations[].Instances[].[InstanceId,InstanceType,LaunchTime,State.Name,KeyName,IamInstanceProfile.Arn]"],
        )
        .in_each_region()
        .note("LaunchTime が侵入より後のものを疑います。", "Suspect a LaunchTime after the break-in."),
        aws(
            "ec2 describe-volumes",
            &["--filters", "Name=attachment.instance-id,Values=<INSTANCE_ID>", "--query", "Volumes[].VolumeId"],
        )
        .in_own_region()
        .note("インスタンスのディスクの ID です。", "The IDs of its disks."),
        creates(
            "ec2 create-snapshot",
            &[
                "--volume-id",
                "<VOLUME_ID>",
                "--description",
                "incident-evidence",
                "--tag-specifications",
                "ResourceType=snapshot,Tags=[{Key=incident,Value=keep}]",
            ],
        )
        .in_own_region()
        .note(
            "ディスクごとに実行します。保存した容量に応じて料金がかかります。",
            "Once per disk. The stored size is charged.",
        ),
        aws(
            "ec2 describe-snapshots",
            &[
                "--owner-ids",
                "self",
                "--filters",
                "Name=tag:incident,Values=keep",
                "--query",
                "Snapshots[].[SnapshotId,VolumeId,State,Progress]",
            ],
        )
        .in_each_region()
        .note(
            "State が completed になるまで、元のディスクとインスタンスを消しません。",
            "Until State is completed, delete neither the disk nor the instance.",
        ),
        creates("ec2 create-tags", &["--resources", "<INSTANCE_ID>", "--tags", "Key=incident,Value=do-not-delete"])
            .in_own_region()
            .note("ほかの人が消さないように、目印のタグを付けます。", "A tag, so that nobody deletes it."),
        changes("ec2 modify-instance-attribute", &["--instance-id", "<INSTANCE_ID>", "--disable-api-termination"])
            .in_own_region()
            .note(
                "誤って終了されないように保護します。スポットインスタンスには使えません。Auto Scaling グループによる終了は防げません。",
                "Protects it from being terminated by mistake. Not possible for Spot instances, and no help against an Auto Scaling group.",
            ),
        changes("ec2 modify-instance-attribute", &["--instance-id", "<INSTANCE_ID>", "--groups", "<ISOLATION_SG_ID>"])
            .in_own_region()
            .note(
                "成功しても何も表示されません。ネットワークインターフェイスが複数ある場合は、コンソールで 1 つずつ変えます。",
                "Prints nothing when it worked. With several network interfaces, change each in the console.",
            ),
        changes("ec2 stop-instances", &["--instance-ids", "<INSTANCE_ID>"]).in_own_region().note(
            "スナップショットの後に実行します。メモリーの内容と、インスタンスストアのデータは失われます。",
            "After the snapshot. What is in memory and on instance store is lost.",
        ),
        aws("s3 sync", &["s3://<TRAIL_BUCKET>", "incident-evidence"]).note(
            "ログを手元のフォルダーにコピーします。量が多い場合は、AWSLogs/ の下のアカウントと日付まで指定します。CloudShell の保存領域は小さいため、疑いのない端末で実行します。",
            "Copies the logs into a local folder; if they are large, name the account and date below AWSLogs/. Run it on a clean computer: CloudShell has little room.",
        ),
    ],
    never: &[
        t(
            "停止できるインスタンスを終了(terminate)しないでください。停止できないものも、スナップショットが完了するまでは終了しないでください。ディスクごと消えることがあり、取り戻せません。",
            "Do not terminate an instance that can be stopped, nor any before its snapshots are completed: the disk may go with the instance, and nothing brings it back.",
        ),
        t(
            "中を見るためにインスタンスにログインしないでください。証拠が書き換わり、入力したパスワードを盗まれることもあります。",
            "Do not log in to look around: it changes the evidence, and what you type may be stolen.",
        ),
        t(
            "証拠を、攻撃者が入ったアカウントの中だけに置かないでください。",
            "Do not keep the evidence only in the account that was broken into.",
        ),
    ],
    controls: &["cloudtrail-log-protection", "snapshots-not-public", "ec2-imdsv2"],
    sources: &[
        page(
            "Amazon GuardDuty User Guide: Remediating a potentially compromised Amazon EC2 instance",
            "https://docs.aws.amazon.com/guardduty/latest/ug/compromised-ec2.html",
        ),
        page(
            "Amazon EC2 Auto Scaling User Guide: Detach or attach instances from your Auto Scaling group",
            "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-detach-attach-instances.html",
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
            "AWS Customer Playbook Framework: Compromised IAM Credentials",
            "https://github.com/aws-samples/aws-customer-playbook-framework/blob/main/docs/Compromised_IAM_Credentials.md",
        ),
    ],
};
