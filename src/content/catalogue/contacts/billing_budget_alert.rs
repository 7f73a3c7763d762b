//! A budget with alerts.

use crate::base::i18n::t;
use crate::content::catalogue::{Control, Details, Guide, Risk, Section, Severity, Source, Warning, aws, creates};

/// The alert is late, but works even if every security service is off.
pub(crate) const CONTROL: Control = Control {
    id: "billing-budget-alert",
    section: Section::Contacts,
    mandatory: true,
    level: Some(2),
    order: 12,
    severity: Severity::High,
    effort_minutes: 10,
    free: true,
    needs: &[],
    title: t("毎月の予算アラートを 2 つの宛先に送る", "Set a monthly budget that alerts two destinations"),
};

/// The details that the control's page shows.
pub(crate) const DETAILS: Details = Details {
    id: CONTROL.id,
    why: t(
        "盗まれたキーで、ふだん開かないリージョンに GPU インスタンスが何十台も起動されます。予算がなければ、最初の知らせは翌月の請求書です。予算があれば、セキュリティサービスがすべて無効でも、80% に達してから 1 日ほどでメールが届きます。",
        "A stolen key starts dozens of GPU instances in a Region that you never open. Without a budget the first sign is next month's invoice. With one, a mail comes within a day or so of reaching 80 %, even if every security service is off.",
    ),
    cost: t(
        "通知だけの予算は無料(AWS の説明には 2 つまでとするものもあるが、料金表では数の制限がない)。アクション付きは 2 つまで無料、以降 1 つあたり 1 日 0.10 USD。予算レポートは 1 回 0.01 USD",
        "Free for budgets that only notify (one AWS page speaks of two, the price list of any number). Two budgets with actions are free, then 0.10 USD a day each; reports 0.01 USD each",
    ),
    scope: t("アカウント全体で 1 回", "Once for the account"),
    check: Guide {
        console: &[
            t(
                "Billing and Cost Management(請求とコスト管理)のコンソールを開き、[予算] を選びます。",
                "Open the Billing and Cost Management console and choose [Budgets].",
            ),
            t(
                "期間が毎月または毎日のコスト予算があるか確認し、開きます。",
                "Look for a cost budget with the period monthly or daily, and open it.",
            ),
            t(
                "アラートに、実績(Actual)と予測(Forecasted)のしきい値がそれぞれあることを確認します。",
                "See that it has alerts both for actual and for forecasted costs.",
            ),
            t(
                "受信者が 2 つ以上あり、状態が「Active」(有効)か「Active (legacy)」であることを確認します。「Pending」や「Inactive」の宛先には届きません。",
                "See two or more recipients with the status Active or Active (legacy). Those that are Pending or Inactive get nothing.",
            ),
        ],
        cli: &[
            aws("budgets describe-budgets", &["--account-id", "<ACCOUNT_ID>"]).note(
                "BudgetType が COST で、TimeUnit が MONTHLY か DAILY の予算があれば次へ進みます。出力に Budgets がなければ、予算は 1 つもありません。",
                "Go on with a budget of BudgetType COST and TimeUnit MONTHLY or DAILY. No Budgets in the output means that there is none.",
            ),
            aws("budgets describe-notifications-for-budget", &["--account-id", "<ACCOUNT_ID>", "--budget-name", "<BUDGET_NAME>"])
                .each("budgets describe-budgets", "Budgets[].BudgetName", "<BUDGET_NAME>")
                .note(
                    "NotificationType が ACTUAL のものと FORECASTED のものが、1 つずつ以上あるのが望ましい状態です。Notifications がなければ、この予算は誰にも知らせません。",
                    "Best is at least one NotificationType ACTUAL and one FORECASTED. Without Notifications this budget tells nobody.",
                ),
            aws("budgets describe-subscribers-for-notification", &["--account-id", "<ACCOUNT_ID>", "--budget-name", "<BUDGET_NAME>", "--notification", "NotificationType=ACTUAL,ComparisonOperator=GREATER_THAN,Threshold=80,ThresholdType=PERCENTAGE"])
                .each("budgets describe-budgets", "Budgets[].BudgetName", "<BUDGET_NAME>")
                .note(
                    "80% の実績アラートの宛先です。2 つ以上あるか確認します。NotFoundException なら、前の出力にあるしきい値に書き換えて実行します。出力にはメールアドレスが含まれます。",
                    "The recipients of the alert at 80 % actual: see two or more. On NotFoundException use a threshold of the output before. The output holds e-mail addresses.",
                ),
        ],
        no_cli: None,
    },
    fix: Guide {
        console: &[
            t(
                "Billing and Cost Management(請求とコスト管理)のコンソールで [予算] を開き、[予算を作成] を選びます。",
                "In the Billing and Cost Management console open [Budgets] and choose [Create budget].",
            ),
            t(
                "[カスタマイズ (アドバンスト)]、[コスト予算] の順に選び、[次へ] を選びます。",
                "Choose [Customize (advanced)], [Cost budget], then [Next].",
            ),
            t(
                "[予算名] を入力し、[期間] は [月]、更新タイプは「Recurring budget」(定期的な予算)、予算の方法は「Fixed」(固定)を選び、ふだんの月額を少し上回る金額を米ドルで入力します。",
                "Enter a [Budget name], choose [Monthly], [Recurring budget] and [Fixed], and enter an amount in US dollars a little above your usual month.",
            ),
            t(
                "「Advanced options」(詳細オプション)で、クレジットと返金を集計から外し、[次へ] を選びます。クレジットがあると、使われていても金額が 0 に見えるためです。",
                "Under [Advanced options] leave out credits and refunds, and choose [Next]: while credits pay, the cost would look like zero.",
            ),
            t(
                "[アラートのしきい値を追加] を選び、80、「% of budgeted amount」(予算額の %)、「Actual」(実績)にして、[E メールの受信者] に 2 つのアドレスをカンマ区切りで入力します。",
                "Choose [Add an alert threshold], enter 80, [% of budgeted amount], [Actual], and two addresses, separated by a comma, as [Email recipients].",
            ),
            t(
                "もう 1 つしきい値を追加し、100、「% of budgeted amount」、「Forecasted」(予測)にして、同じ 2 つのアドレスを入力し、[次へ] を選びます。",
                "Add another threshold with 100, [% of budgeted amount], [Forecasted] and the same two addresses, and choose [Next].",
            ),
            t(
                "アクションの画面は何も追加せずに [次へ] を選び、内容を確認して [予算を作成] を選びます。",
                "Add no action, choose [Next], review, and choose [Create budget].",
            ),
            t(
                "2 つの宛先に、@aws.com の差出人から確認メールが届きます。12 時間以内に、このアカウントにサインインした人がそれぞれのリンクを開きます。",
                "Both addresses get a verification mail from a sender at @aws.com. Within 12 hours somebody who is signed in to this account opens the link of each.",
            ),
            t(
                "予算を開き、どちらの受信者も「Active」(有効)になったことを確認します。「Inactive」なら「Send Notification」、「Pending」なら「Resend verification」で確認メールを送り直します。",
                "Open the budget and see both recipients Active. Where one is Inactive choose [Send Notification], where it is Pending [Resend verification].",
            ),
        ],
        cli: &[
            creates("budgets create-budget", &["--account-id", "<ACCOUNT_ID>", "--budget", BUDGET, "--notifications-with-subscribers", NOTIFICATIONS]).note(
                "実績が 80%、予測が 100% を超えたときに 2 つの宛先へ知らせます。クレジットと返金は引かずに集計します。成功しても出力はありません。DuplicateRecordException なら、別の予算名にします。",
                "Tells two addresses when the actual cost passes 80 % and when the forecast passes 100 %. Credits and refunds are not subtracted. It prints nothing when it succeeds. On DuplicateRecordException take another name.",
            ),
            aws("budgets describe-subscribers-for-notification", &["--account-id", "<ACCOUNT_ID>", "--budget-name", "<BUDGET_NAME>", "--notification", "NotificationType=FORECASTED,ComparisonOperator=GREATER_THAN,Threshold=100,ThresholdType=PERCENTAGE"]).note(
                "予測のアラートに、2 つの宛先が登録されたことを確認します。確認が済んだかどうかは出ないため、コンソールの手順の最後の 2 つも行います。",
                "The forecast alert must list both addresses. It does not show whether they are verified: do the last two console steps as well.",
            ),
        ],
        no_cli: None,
    },
    warnings: &[
        Warning {
            risk: Risk::Mistake,
            text: t(
                "予算は支出を止めません。知らせるだけで、それも遅れて届きます。AWS Budgets の更新は 1 日に最大 3 回、前回から 8~12 時間後です。",
                "A budget stops nothing. It tells you, and late: AWS Budgets is updated up to three times a day, 8 to 12 hours after the last time.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "確認していない宛先には届きません。確認するには、このアカウントにサインインできる必要があります。サインインできない人には、メーリングリストを宛先にして管理者が確認します。",
                "An address that is not verified gets nothing, and verifying takes a sign-in to this account. For people who cannot sign in, use a distribution list that an administrator verifies.",
            ),
        },
        Warning {
            risk: Risk::Mistake,
            text: t(
                "予測のアラートは、約 5 週間分の利用データがたまるまで動きません。実績のアラートは、予算の期間ごとに 1 回だけ送られます。",
                "Forecast alerts do not work before there are about five weeks of usage data. An alert for actual costs is sent once per budget period.",
            ),
        },
    ],
    done: t(
        "毎月のコスト予算に実績 80% と予測 100% のアラートがあり、どちらも、確認済みの 2 つの宛先に送られる。",
        "A monthly cost budget has alerts at 80 % actual and 100 % forecast, both to two verified addresses.",
    ),
    not_applicable: t(
        "新しい形式のアカウントで、プロジェクトに支出の上限(spend limit)を設定している場合。または、請求代行会社などが請求を管理していて AWS Budgets を使えず、その会社が同じ知らせを送る場合。",
        "When the account is of the new kind and its project has a spend limit. Or when a reseller handles the bill, AWS Budgets is not available to you, and the reseller sends the same alerts.",
    ),
    organisation: Some(t(
        "メンバーアカウントも自分の予算を作れます。管理アカウントが、このアカウントを対象とする予算を作って知らせている場合もあります。その予算はメンバーアカウントからは見えないため、管理者に確認してください。",
        "A member account can make its own budgets. The management account may already have one for your account: you cannot see it from here, so ask its administrator.",
    )),
    evidence: t(
        "コスト予算の有無、アラートの種類、宛先の数が分かります。describe-budgets だけでは、アラートの有無は分かりません。宛先の確認が済んだか、誰かが読むか、金額が適切かも分かりません。AccessDenied は、IAM ユーザーとロールによる請求情報へのアクセスが許可されていないときによく出ます。",
        "It tells which cost budgets, alerts and recipients exist. describe-budgets alone does not show alerts. It cannot tell whether addresses are verified and read, or whether the amount makes sense. AccessDenied often means that IAM users and roles have no access to billing data.",
    ),
    attest: None,
    sources: &[
        Source {
            title: "AWS Cost Management User Guide: Creating a cost budget",
            url: "https://docs.aws.amazon.com/cost-management/latest/userguide/create-cost-budget.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Cost Management User Guide: Adding email recipients to a budget notification",
            url: "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-email-recipients.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Cost Management User Guide: Best practices for AWS Budgets",
            url: "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-best-practices.html",
            reviewed: "2026-11-24",
        },
        Source {
            title: "AWS Cost Management User Guide: Managing your costs with AWS Budgets",
            url: "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html",
            reviewed: "2026-11-24",
        },
    ],
};

const BUDGET: &str = r#"{"BudgetName":"<BUDGET_NAME>","BudgetLimit":{"Amount":"<BUDGET_USD>","Unit":"USD"},"CostTypes":{"IncludeCredit":false,"IncludeRefund":false},"TimeUnit":"MONTHLY","BudgetType":"COST"}"#;

const NOTIFICATIONS: &str = r#"[{"Notification":{"NotificationType":"ACTUAL","ComparisonOperator":"GREATER_THAN","Threshold":80,"ThresholdType":"PERCENTAGE"},"Subscribers":[{"SubscriptionType":"EMAIL","Address":"<SECURITY_EMAIL>"},{"SubscriptionType":"EMAIL","Address":"<SECOND_EMAIL>"}]},{"Notification":{"NotificationType":"FORECASTED","ComparisonOperator":"GREATER_THAN","Threshold":100,"ThresholdType":"PERCENTAGE"},"Subscribers":[{"SubscriptionType":"EMAIL","Address":"<SECURITY_EMAIL>"},{"SubscriptionType":"EMAIL","Address":"<SECOND_EMAIL>"}]}]"#;
