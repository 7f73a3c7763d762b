//! `ir-runbook-and-support-access`: can somebody other than root reach AWS Support? Only the user knows whether there
//! is a runbook.

use super::partial::{is_narrowed, is_whole};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, quantity, t};
use crate::base::json::Json;

const POLICY: &str = "AWSSupportAccess";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.ask_person();
    for output in verdict.outputs("iam list-entities-for-policy") {
        match output.about("--policy-arn") {
            Some(policy) if policy.ends_with(POLICY) => {}
            Some(_) => continue,
            None => {
                verdict.doubt(&output.origin, WHICH);
                continue;
            }
        }
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let lists = ["PolicyRoles", "PolicyGroups", "PolicyUsers"];
        if lists.iter().any(|list| !matches!(value.get(list), Some(Json::List(_)))) {
            verdict.doubt(&output.origin, UNREADABLE);
            continue;
        }
        let [roles, groups, users] = lists.map(|list| value.items(list).len());
        if roles + groups + users == 0 {
            if is_narrowed(output) {
                verdict.doubt(&output.origin, PART);
            } else if is_whole(output) {
                verdict.fail(&output.origin, NOBODY);
            }
            continue;
        }
        verdict.pass(
            &output.origin,
            say(
                format!("{POLICY} が、ロール {roles} 件、グループ {groups} 件、ユーザー {users} 件に付いています。"),
                format!(
                    "{POLICY} is attached to {}, {} and {}.",
                    quantity(roles, "role"),
                    quantity(groups, "group"),
                    quantity(users, "user")
                ),
            ),
        );
        if roles == 0 {
            verdict.warn(ROLE_PREFERRED);
        }
    }
}

const NOBODY: Text = t("AWSSupportAccess が誰にも付いていません。", "AWSSupportAccess is attached to nobody.");
const PART: Text = t(
    "絞り込みのオプションを付けた出力なので、誰にも付いていないとは言えません。オプションなしで取り直してください。",
    "The command asked for a part only, so this does not say that nobody has it. Get it again without that option.",
);
const ROLE_PREFERRED: Text =
    t("緊急時に引き受けるロールに付けることをお勧めします。", "Best is a role that can be assumed in an emergency.");
const WHICH: Text = t(
    "どのポリシーの一覧か分かりません。対策のページで、実行したコマンドの下に貼り付けてください。",
    "It is not clear which policy this is about. Paste it under its command on the control's page.",
);
const UNREADABLE: Text = t(
    "list-entities-for-policy の出力を読み取れません。出力全体を入れてください。",
    "The output of list-entities-for-policy cannot be read. Hand over the whole output.",
);
