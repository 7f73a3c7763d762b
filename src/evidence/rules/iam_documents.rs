//! What IAM policies allow, tried one by one, and together where one holder has several.

use super::iam_policies::{HOLDERS, ROLES, account_of, documents, is_of_aws, readable};
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::json::Json;
use crate::evidence::facts::Output;
use crate::evidence::trial::policy::{Policies, Rights, rights};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Service-linked roles and those of IAM Identity Center.
pub(super) fn is_made_by_aws(role: &Json) -> bool {
    let path = role.words("Path");
    path.starts_with("/aws-service-role/")
        || path.starts_with("/aws-reserved/")
        || (path.is_empty() && role.words("RoleName").starts_with("AWSReservedSSO_"))
}

/// `get-policy-version`, one policy at a time.
pub(super) fn versions(w: &mut VerdictBuilder<'_>) {
    for output in w.outputs("iam get-policy-version") {
        let about = output.about("--policy-arn").unwrap_or("?");
        // Asked about a policy that is gone, or about one of AWS's: who has that one decides.
        if output.error_code() == Some("NoSuchEntity") || is_of_aws(about) {
            continue;
        }
        if let Some(version) = w.json(output).and_then(|value| value.get("PolicyVersion")) {
            let is_attached = is_attached(w, about);
            // An old version gives no rights.
            if version.flag("IsDefaultVersion") != Some(false) && is_attached != Some(false) {
                document(w, output, version.get("Document"), about, is_attached == Some(true));
            }
        }
    }
}

/// Whether somebody has a policy; none where no list tells.
fn is_attached(w: &mut VerdictBuilder<'_>, arn: &str) -> Option<bool> {
    let details = w.outputs("iam get-account-authorization-details");
    for output in details.chain(w.outputs("iam list-policies")) {
        let rows = output.value().map(|value| value.items("Policies")).unwrap_or_default();
        let Some(row) = rows.iter().find(|row| row.words("Arn") == arn) else {
            continue;
        };
        if w.is_fresh(&output.origin) {
            let is_listed = output.args.iter().any(|arg| arg == "--only-attached").then_some(true);
            return row.number("AttachmentCount").map(|count| count > 0.0).or(is_listed);
        }
    }
    None
}

/// What the policies of one holder give together, where none of them gives it alone: own and attached ones, and those of a
/// user's groups.
pub(super) fn together(w: &mut VerdictBuilder<'_>, output: &Output, value: &Json) {
    let account = account_of(value);
    let managed: BTreeMap<&str, &Json> =
        value.items("Policies").iter().map(|policy| (policy.words("Arn"), policy)).collect();
    let groups = value.items("GroupDetailList").iter();
    let groups: BTreeMap<&str, Vec<Cow<'_, Json>>> =
        groups.map(|group| (group.words("GroupName"), documents(&managed, group, "GroupPolicyList"))).collect();
    let gives = |documents: &[Cow<'_, Json>], now| {
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
            let is_by_one = || all.iter().any(|one| gives(std::slice::from_ref(one), w.now) == Rights::Everything);
            if all.len() < 2 || gives(&all, w.now) != Rights::Everything || is_by_one() {
                continue;
            }
            let name = holder.words(name_field);
            let words = say(
                format!("{name} のポリシーを合わせると、すべてのリソースに対するすべての操作が許可されています。"),
                format!("Taken together, the policies of {name} allow every action on every resource."),
            );
            // A boundary may take it away again.
            if holder.get("PermissionsBoundary").is_some() {
                w.doubt(&output.origin, words);
            } else {
                w.fail(&output.origin, words);
            }
        }
    }
}

/// Tries one policy document.
pub(super) fn document(
    w: &mut VerdictBuilder<'_>,
    output: &Output,
    document: Option<&Json>,
    of: &str,
    is_attached: bool,
) {
    let mut policies = Policies::default();
    let is_readable = readable(document).is_some_and(|document| policies.add(&document));
    if !is_readable {
        w.doubt(
            &output.origin,
            say(format!("ポリシー {of} の中身を読み取れません。"), format!("Policy {of} cannot be read.")),
        );
    }
    let account = output.value().and_then(account_of);
    match rights(&policies, account, w.now) {
        Rights::Everything if is_attached => w.fail(
            &output.origin,
            say(
                format!("ポリシー {of} が、すべてのリソースに対するすべての操作(*)を許可しています。"),
                format!("Policy {of} allows every action (*) on every resource."),
            ),
        ),
        Rights::Everything => w.doubt(
            &output.origin,
            say(
                format!("ポリシー {of} はすべてのリソースに対するすべての操作(*)を許可していますが、誰かに付いているかが分かりません。"),
                format!("Policy {of} allows every action (*) on every resource, but it is not clear whether somebody has it."),
            ),
        ),
        Rights::NearlyEverything => w.doubt(
            &output.origin,
            say(
                format!("ポリシー {of} が、すべての操作(*)をほとんどのリソースに許可しています。必要かどうか確かめてください。"),
                format!("Policy {of} allows every action (*) on nearly all resources. See whether that is needed."),
            ),
        ),
        Rights::AllButRights => w.warn(say(
            format!("ポリシー {of} は、権限の管理を除くほぼすべての操作を、すべてのリソースに対して許可しています。"),
            format!("Policy {of} allows nearly everything on every resource, but for the management of rights."),
        )),
        Rights::Unclear => w.doubt(
            &output.origin,
            say(
                format!("ポリシー {of} には、このページで判定できない条件や変数があり、すべての操作(*)を許可しているかどうか分かりません。"),
                format!("Policy {of} has conditions or variables that this page cannot judge: it is not clear whether it allows every action (*)."),
            ),
        ),
        Rights::Some => {}
    }
}
