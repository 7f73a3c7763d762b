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
        "必須(レベル 2)になり、スコアに数えるようになりました。講演が最初に挙げた被害は請求で、AWS の基準も ACCT.10 として求めているためです。",
        "Mandatory now (level 2), so it counts in the score: the bill is the first damage that the talk names, and AWS's baseline asks for it as ACCT.10.",
    ),
    second(
        &["iam-least-privilege"],
        "ポリシーを書き換えるコマンドに、例のポリシーがそのまま入っていました。当時の行をそのまま実行した場合は、そのポリシーの既定のバージョンを確認し、必要なら前のバージョンに戻してください。今は、新しいポリシーをフォームで指定するまで実行できません。",
        "The command that replaces a policy held an example as it stood. If you ran that line as it was, look at the default version of that policy and go back to the one before if need be. Now the line cannot run before you give the new policy.",
    ),
    second(
        &["contact-info-current"],
        "連絡先を書き換えるコマンドの都道府県が Tokyo、国が JP に固定されていました。当時の行を使った場合は、登録された住所を確認してください。今は、どちらもフォームで指定します。",
        "The command that sets the contact information had Tokyo and JP written in. If you used that line, check the address that is registered. Both are fields of the form now.",
    ),
    second(
        &["guardduty-suppression-narrow"],
        "抑制ルールを作るコマンドに、例の検出結果タイプがそのまま入っていました。当時の行を使った場合は、ルールの条件を確認してください。今は、タイプをフォームで指定します。",
        "The command that makes a suppression rule had an example of a finding type written in. If you used that line, check the criteria of the rule. The type is a field of the form now.",
    ),
    second(
        &["config-recording", "securityhub-cspm-enabled", "securityhub-critical-zero"],
        "IAM のリソースを記録するリージョンで、クロスリージョン集約を設定することが必須の手順になりました。設定しないと、ほかのすべてのリージョンで Config.1 が失敗し続けます。料金の目安と、抑え方も加わりました。",
        "Cross-Region aggregation, in the Region that records IAM, is a required step now: without it, Config.1 keeps failing in every other Region. An order of magnitude of the cost, and ways to save, were added.",
    ),
    second(
        &["notify-two-destinations", "root-signin-alert", "health-abuse-alert", "guardduty-eventbridge-rule"],
        "チャットに届かないテストを、届くテストに替えました。ふつうの文章や独自のイベントは、Amazon Q Developer を通したチャットには投稿されません。以前のテストが届かなかったのは、設定の誤りではありません。",
        "Tests that can never arrive in chat were replaced by ones that do: plain text and events of your own are not posted by Amazon Q Developer. If the earlier test did not arrive, that was no fault of your set-up.",
    ),
    second(
        &["guardduty-eventbridge-rule"],
        "リージョンごとにトピックを作る手順を、ルールからホームリージョンへ転送する手順に替えました。確認メールは 34 通から 2 通に減ります。以前の手順で作ったものも、そのまま有効です。",
        "One rule per Region that forwards to the home Region, instead of a topic in each: two confirmation mails in place of 34. What was made by the earlier steps still works.",
    ),
    second(
        &["root-signin-alert"],
        "ルートユーザーのアクセスキーによる操作は、このアラートでは届かないことを明記しました。",
        "It says now that calls with an access key of root are not told by this alert.",
    ),
    second(
        &["ec2-imdsv2"],
        "起動テンプレートの指定に関係なく IMDSv1 の起動を失敗させる設定「Enforce IMDSv2」を加えました。",
        "The setting [Enforce IMDSv2] was added: launches that allow IMDSv1 fail, whatever a launch template says.",
    ),
    second(
        &["ssm-block-public-sharing"],
        "すでに公開されているドキュメントを見つけ、公開をやめるコマンドと、その判定を加えました。",
        "Commands find documents that are public already, and end it; evidence tells of them, too.",
    ),
    second(
        &["ec2-no-open-admin-ports"],
        "ルールを、セキュリティグループルール ID で 1 つだけ指定して消すようになりました。IPv6 とすべてのプロトコルのルールも同じ手順で消せます。",
        "A rule is removed by its security group rule ID, exactly that one, IPv6 and all protocols included.",
    ),
    second(
        &["contact-security-alternate"],
        "請求とオペレーションの連絡先も案内します。合否は、今までどおりセキュリティの連絡先で決まります。",
        "The contacts for billing and operations are covered as well. The security contact alone decides, as before.",
    ),
    second(
        &["access-analyzer-external", "billing-anomaly-alert"],
        "対策そのものは無料なので、「無料」に改めました。",
        "Marked as free, which they are.",
    ),
    second(
        &[],
        "リージョンごとに繰り返す手順に、有効なリージョンをすべて回るコマンド(bash)が付きました。所要時間は、全リージョン分に改めました。",
        "Every fix that is repeated in each Region has a loop (bash) over the enabled Regions to copy. The minutes are those for all Regions.",
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
