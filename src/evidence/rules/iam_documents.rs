//! What IAM policies allow: each policy alone, and all policies of one user, group or role together.

use super::iam_policies::{HOLDERS, ROLES, account_of, documents, is_of_aws, readable};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::json::Json;
use crate::evidence::facts::Output;
use crate::evidence::trial::policy::{Policies, Rights, rights};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Whether AWS made a role: service-linked roles and those of IAM Identity Center.
pub(super) fn is_made_by_aws(role: &Json) -> bool {
    let path = role.words("Path");
    path.starts_with("/aws-service-role/")
        || path.starts_with("/aws-reserved/")
        || (path.is_empty() && role.words("RoleName").starts_with("AWSReservedSSO_"))
}

/// Judges the outputs of `get-policy-version`, each about one policy.
pub(super) fn versions(verdict: &mut VerdictBuilder<'_>) {
    for output in verdict.outputs("iam get-policy-version") {
        let about = output.about("--policy-arn").unwrap_or("?");
        // The policy was deleted, or is AWS-managed: what counts then is to whom it is attached.
        if output.error_code() == Some("NoSuchEntity") || is_of_aws(about) {
            continue;
        }
        if let Some(version) = verdict.json(output).and_then(|value| value.get("PolicyVersion")) {
            let is_attached = is_attached(verdict, about);
            // Only the default version grants rights.
            if version.flag("IsDefaultVersion") != Some(false) && is_attached != Some(false) {
                document(verdict, output, version.get("Document"), about, is_attached == Some(true));
            }
        }
    }
}

/// Whether a policy is attached to somebody; `None` if no list shows it.
fn is_attached(verdict: &mut VerdictBuilder<'_>, arn: &str) -> Option<bool> {
    let details = verdict.outputs("iam get-account-authorization-details");
    for output in details.chain(verdict.outputs("iam list-policies")) {
        let rows = output.value().map(|value| value.items("Policies")).unwrap_or_default();
        let Some(row) = rows.iter().find(|row| row.words("Arn") == arn) else {
            continue;
        };
        if verdict.is_fresh(&output.origin) {
            let is_listed = output.args.iter().any(|arg| arg == "--only-attached").then_some(true);
            return row.number("AttachmentCount").map(|count| count > 0.0).or(is_listed);
        }
    }
    None
}

/// Judges what the policies of one holder grant together if none of them grants it alone: inline and attached ones, and
/// those of a user's groups.
pub(super) fn together(verdict: &mut VerdictBuilder<'_>, output: &Output, value: &Json) {
    let account = account_of(value);
    let managed: BTreeMap<&str, &Json> =
        value.items("Policies").iter().map(|policy| (policy.words("Arn"), policy)).collect();
    let groups = value.items("GroupDetailList").iter();
    let groups: BTreeMap<&str, Vec<Cow<'_, Json>>> =
        groups.map(|group| (group.words("GroupName"), documents(&managed, group, "GroupPolicyList"))).collect();
    let granted_by = |documents: &[Cow<'_, Json>], now| {
        let mut policies = Policies::default();
        for document in documents {
            policies.add(document);
        }
        rights(&policies, account, now)
    };
    for (list, inline, name_field) in HOLDERS {
        let is_judged = |holder: &&Json| list != ROLES || !is_made_by_aws(holder);
        for holder in value.items(list).iter().filter(is_judged) {
            let mut all = documents(&managed, holder, inline);
            all.extend(holder.texts("GroupList").filter_map(|name| groups.get(name)).flatten().cloned());
            let is_granted_by_one =
                || all.iter().any(|one| granted_by(std::slice::from_ref(one), verdict.now) == Rights::Everything);
            if all.len() < 2 || granted_by(&all, verdict.now) != Rights::Everything || is_granted_by_one() {
                continue;
            }
            let name = holder.words(name_field);
            let words = say(
                format!("{name} のポリシーを合わせると、すべてのリソースに対するすべての操作が許可されています。"),
                format!("Taken together, the policies of {name} allow every action on every resource."),
            );
            // A permissions boundary may remove the rights again.
            if holder.get("PermissionsBoundary").is_some() {
                verdict.doubt(&output.origin, words);
            } else {
                verdict.fail(&output.origin, words);
            }
        }
    }
}

/// Judges one policy document.
pub(super) fn document(
    verdict: &mut VerdictBuilder<'_>,
    output: &Output,
    document: Option<&Json>,
    policy: &str,
    is_attached: bool,
) {
    let mut policies = Policies::default();
    let is_readable = readable(document).is_some_and(|document| policies.add(&document));
    if !is_readable {
        verdict.doubt(
            &output.origin,
            say(format!("ポリシー {policy} の中身を読み取れません。"), format!("Policy {policy} cannot be read.")),
        );
    }
    let account = output.value().and_then(account_of);
    match rights(&policies, account, verdict.now) {
        Rights::Everything if is_attached => verdict.fail(
            &output.origin,
            say(
                format!("ポリシー {policy} が、すべてのリソースに対するすべての操作(*)を許可しています。"),
                format!("Policy {policy} allows every action (*) on every resource."),
            ),
        ),
        Rights::Everything => verdict.doubt(
            &output.origin,
            say(
                format!("ポリシー {policy} はすべてのリソースに対するすべての操作(*)を許可していますが、誰かに付いているかが分かりません。"),
                format!("Policy {policy} allows every action (*) on every resource, but it is not clear whether somebody has it."),
            ),
        ),
        Rights::NearlyEverything => verdict.doubt(
            &output.origin,
            say(
                format!("ポリシー {policy} が、すべての操作(*)をほとんどのリソースに許可しています。必要かどうか確かめてください。"),
                format!("Policy {policy} allows every action (*) on nearly all resources. See whether that is needed."),
            ),
        ),
        Rights::AllButRights => verdict.warn(say(
            format!("ポリシー {policy} は、権限の管理を除くほぼすべての操作を、すべてのリソースに対して許可しています。"),
            format!("Policy {policy} allows nearly everything on every resource, but for the management of rights."),
        )),
        Rights::Unclear => verdict.doubt(
            &output.origin,
            say(
                format!("ポリシー {policy} には、このページで判定できない条件や変数があり、すべての操作(*)を許可しているかどうか分かりません。"),
                format!("Policy {policy} has conditions or variables that this page cannot judge: it is not clear whether it allows every action (*)."),
            ),
        ),
        Rights::Some => {}
    }
}
