//! What changed in substance between the editions of the catalogue: the texts of the page "What is new". Which controls
//! were added is in `catalogue::edition`.
//!
//! **Invariant:** data only. A change of wording is not listed; a fix that acts differently is.

use crate::base::i18n::{Text, t};

/// A change in the controls that it names.
#[derive(Debug)]
pub struct Change {
    /// The edition that brought it.
    pub edition: u32,
    /// Ids of its controls; empty if it concerns nearly all.
    pub controls: &'static [&'static str],
    /// What changed, and whether there is anything to do about it.
    pub text: Text,
}

const fn second(controls: &'static [&'static str], ja: &'static str, en: &'static str) -> Change {
    Change { edition: 2, controls, text: t(ja, en) }
}

/// All changes: first those to look at again, then the others.
pub const CHANGES: &[Change] = &[
    second(
        &["billing-budget-alert"],
        "必須(レベル 2)になり、スコアに数えるようになりました。講演が最初に挙げた被害が高額の請求で、AWS の基準(ACCT.10)でも求められているためです。",
        "Mandatory now (level 2), so it counts in the score: the bill is the first damage that the talk names, and AWS's baseline asks for it as ACCT.10.",
    ),
    second(
        &["iam-least-privilege"],
        "ポリシーを書き換えるコマンドに、見本のポリシーがそのまま入っていました。以前のコマンドをそのまま実行した場合は、書き換えたポリシーの既定のバージョンを確認し、必要なら 1 つ前のバージョンに戻してください。今は、新しいポリシーをフォームで指定するまで実行できません。",
        "The command that replaces a policy held an example as it stood. If you ran that line as it was, look at the default version of that policy and go back to the one before if need be. Now the line cannot run before you give the new policy.",
    ),
    second(
        &["contact-info-current"],
        "連絡先を書き換えるコマンドで、都道府県が Tokyo、国が JP に固定されていました。以前のコマンドを実行した場合は、登録された住所を確認してください。今は、どちらもフォームで指定します。",
        "The command that sets the contact information had Tokyo and JP written in. If you used that line, check the address that is registered. Both are fields of the form now.",
    ),
    second(
        &["guardduty-suppression-narrow"],
        "抑制ルールを作るコマンドに、見本の検出結果タイプがそのまま入っていました。以前のコマンドを実行した場合は、ルールの条件を確認してください。今は、検出結果タイプをフォームで指定します。",
        "The command that makes a suppression rule had an example of a finding type written in. If you used that line, check the criteria of the rule. The type is a field of the form now.",
    ),
    second(
        &["config-recording", "securityhub-cspm-enabled"],
        "IAM のリソースを記録するリージョンでの、クロスリージョン集約の設定を、必須の手順にしました。設定しないと、ほかのすべてのリージョンで Config.1 が失敗し続けます。料金の目安と、料金を抑える方法も加えました。",
        "Cross-Region aggregation, in the Region that records IAM, is a required step now: without it, Config.1 keeps failing in every other Region. An order of magnitude of the cost, and ways to save, were added.",
    ),
    second(
        &["notify-two-destinations", "health-abuse-alert", "guardduty-eventbridge-rule"],
        "チャットには決して届かないテストを、届くテストに替えました。Amazon Q Developer は、ふつうの文章や独自のイベントをチャットに投稿しません。以前のテストがチャットに届かなかったとしても、設定の誤りではありません。メールが届かなかった場合は、今でも設定を確かめる必要があります。",
        "Tests that can never arrive in chat were replaced by ones that do: plain text and events of your own are not posted by Amazon Q Developer. If the earlier test did not arrive in chat, that was no fault of your set-up; a mail that did not arrive still is.",
    ),
    second(
        &["guardduty-eventbridge-rule"],
        "リージョンごとにトピックを作る手順を、ルールからホームリージョンへ転送する手順に替えました。確認メールは 34 通から 2 通に減ります。以前の手順で作ったものも、そのまま有効です。",
        "One rule per Region that forwards to the home Region, instead of a topic in each: two confirmation mails in place of 34. What was made by the earlier steps still works.",
    ),
    second(
        &["root-signin-alert", "health-abuse-alert"],
        "ルールをそれぞれのリージョンに置き、ホームリージョンの通知先へ転送する手順に替えました。AWS Health には us-west-2 のルールも加わりました。以前の手順で作ったものも、そのまま有効です。",
        "The rules stand in the Regions where the events arrive, and forward to the destinations in the home Region; for AWS Health there is one in us-west-2, too. What was made by the earlier steps still works.",
    ),
    second(
        &["root-signin-alert"],
        "ルートユーザーのアクセスキーによる操作は、このアラートでは通知されないことを明記しました。",
        "It says now that calls with an access key of root are not told by this alert.",
    ),
    second(
        &["ec2-imdsv2"],
        "起動テンプレートの指定に関係なく、IMDSv1 を許す起動を失敗させる設定「Enforce IMDSv2」を加えました。",
        "The setting [Enforce IMDSv2] was added: launches that allow IMDSv1 fail, whatever a launch template says.",
    ),
    second(
        &["ssm-block-public-sharing"],
        "既に公開されているドキュメントを見つけるコマンドと、公開をやめるコマンドを加えました。証拠からも判定します。",
        "Commands find documents that are public already, and end it; evidence tells of them, too.",
    ),
    second(
        &["ec2-no-open-admin-ports"],
        "消すルールを、セキュリティグループルール ID で 1 つだけ指定するようにしました。IPv6 のルールも、すべてのプロトコルを許可するルールも、同じ手順で消せます。",
        "A rule is removed by its security group rule ID, exactly that one, IPv6 and all protocols included.",
    ),
    second(
        &["contact-security-alternate"],
        "請求と運用の連絡先も案内するようにしました。合否は、今までどおりセキュリティの連絡先だけで決まります。",
        "The contacts for billing and operations are covered as well. The security contact alone decides, as before.",
    ),
    second(
        &["access-analyzer-external", "billing-anomaly-alert"],
        "対策そのものは無料なので、「無料」に改めました。",
        "Marked as free, which they are.",
    ),
    second(
        &[
            "root-signin-alert",
            "health-abuse-alert",
            "guardduty-eventbridge-rule",
            "ec2-no-open-admin-ports",
            "iam-least-privilege",
            "billing-budget-alert",
            "billing-anomaly-alert",
        ],
        "証拠による判定を、書き方を見るものから、実際に試すものに替えました。パターンやポリシー、アドレスの範囲に例を当てはめるため、以前は合格だった設定が不合格になることがあります(範囲を分けて世界中に開いている、条件で絞られていて届かない通知など)。",
        "Evidence is judged by trying: examples are run through patterns, policies and address ranges. What passed before may fail now, such as ranges that add up to the whole internet, or an alert that a condition narrows.",
    ),
    second(
        &[],
        "リージョンごとに繰り返す手順に、有効なすべてのリージョンでまとめて実行するループ(CloudShell などの bash)を付けました。所要時間も、すべてのリージョンの分に改めました。",
        "Nearly every fix that is repeated in each Region has a loop (bash) over the enabled Regions to copy. The minutes are those for all Regions.",
    ),
];

#[cfg(test)]
mod tests {
    use super::CHANGES;
    use crate::content::catalogue::edition::{CURRENT, EDITIONS};
    use crate::content::catalogue::find;

    #[test]
    fn changes_name_controls_that_were_there_before() {
        for change in CHANGES {
            assert!((2..=CURRENT).contains(&change.edition));
            let added = EDITIONS.iter().find(|edition| edition.number == change.edition).unwrap().added;
            assert!(change.controls.iter().all(|id| find(id).is_some() && !added.contains(id)), "{}", change.text.en);
        }
        for edition in EDITIONS {
            for id in edition.mandatory {
                assert!(CHANGES.iter().any(|change| change.controls.contains(id)), "{id} is not explained");
            }
        }
    }
}
