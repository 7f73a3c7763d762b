//! `network-leftovers`: is there a VPC that nothing is attached to, or a security group that nothing uses?

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Words, quantity};
use crate::base::json::Json;
use crate::evidence::facts::Output;
use std::collections::BTreeSet;

const INTERFACES: &str = "ec2 describe-network-interfaces";
const GROUPS: &str = "ec2 describe-security-groups";
/// Options that show a part of the list.
const NARROWING: [&str; 4] = ["--filters", "--network-interface-ids", "--vpc-ids", "--group-ids"];

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.in_regions("ec2 describe-vpcs", |verdict, output, region| {
        let Some(vpcs) = verdict.list(output, "Vpcs") else {
            return;
        };
        let is_all_vpcs = is_all(verdict, output, &NARROWING);
        if vpcs.is_empty() {
            if is_all_vpcs {
                verdict.pass(&output.origin, no_vpc(region));
            }
            return;
        }
        let Some(interfaces) = rows_of(verdict, INTERFACES, "NetworkInterfaces", output) else {
            verdict.doubt(&output.origin, no_list(INTERFACES, region));
            return;
        };
        let mut used = 0;
        for vpc in vpcs {
            used += usize::from(look_at(verdict, output, vpc, &interfaces, region));
        }
        if used > 0 {
            groups(verdict, output, &interfaces, region);
        }
        if is_all_vpcs {
            let count = vpcs.len();
            verdict.pass(
                &output.origin,
                say(
                    format!("{region}: VPC {count} 個を確認しました。"),
                    format!("{region}: {} looked at.", quantity(count, "VPC")),
                ),
            );
        }
    });
}

/// Judges one VPC; whether something is attached to it.
fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, vpc: &Json, interfaces: &[&Json], region: &str) -> bool {
    let id = vpc.words("VpcId");
    if interfaces.iter().any(|interface| interface.words("VpcId") == id) {
        return true;
    }
    let is_default = vpc.flag("IsDefault");
    // Who shares a VPC does not see the owner's interfaces in it. A default VPC is never shared.
    let is_own = verdict.facts.account.as_deref().map(|account| account == vpc.words("OwnerId"));
    if is_default != Some(false) || is_own != Some(false) {
        // EC2 hides what other services manage, unless it is asked for.
        let of_region = verdict.outputs(INTERFACES).filter(|other| other.region == output.region);
        if !of_region.into_iter().any(|other| other.has_option("--include-managed-resources")) {
            verdict.doubt(&output.origin, perhaps_hidden(id, region));
            return false;
        }
    }
    match (is_default, is_own) {
        (Some(true), _) => verdict.fail(
            &output.origin,
            say(
                format!("{region}: デフォルト VPC({id})に何もつながっていません。"),
                format!("{region}: nothing is attached to the default VPC {id}."),
            ),
        ),
        (Some(false), Some(true)) => verdict.fail(
            &output.origin,
            say(
                format!("{region}: VPC {id} に何もつながっていません。"),
                format!("{region}: nothing is attached to VPC {id}."),
            ),
        ),
        (Some(false), Some(false)) => verdict.warn(say(
            format!("{region}: VPC {id} は、別のアカウントから共有されています。"),
            format!("{region}: VPC {id} is shared by another account."),
        )),
        (None, _) | (_, None) => verdict.doubt(
            &output.origin,
            say(
                format!("{region}: VPC {id} に何もつながっていませんが、このアカウントのものかどうか分かりません。"),
                format!(
                    "{region}: nothing is attached to VPC {id}, but it is not clear whether it is of this account."
                ),
            ),
        ),
    }
    false
}

/// Adds a doubt for security groups that no interface has and no rule names: launch templates and idle configurations
/// may still name them.
fn groups(verdict: &mut VerdictBuilder<'_>, vpcs: &Output, interfaces: &[&Json], region: &str) {
    let Some(groups) = rows_of(verdict, GROUPS, "SecurityGroups", vpcs) else {
        verdict.doubt(&vpcs.origin, no_list(GROUPS, region));
        return;
    };
    let attached: BTreeSet<&str> =
        interfaces.iter().flat_map(|interface| interface.items("Groups")).map(|group| group.words("GroupId")).collect();
    let in_vpcs: BTreeSet<&str> = interfaces.iter().map(|interface| interface.words("VpcId")).collect();
    let idle: Vec<&str> = groups
        .iter()
        .filter(|group| {
            let id = group.words("GroupId");
            let owner = group.words("OwnerId");
            let is_foreign = !owner.is_empty() && verdict.facts.is_foreign(owner);
            // The groups of an unused VPC go along with it.
            in_vpcs.contains(group.words("VpcId"))
                && !is_foreign
                && group.words("GroupName") != "default"
                && !attached.contains(id)
                && !groups.iter().any(|other| other.words("GroupId") != id && names(other, id))
        })
        .map(|group| group.words("GroupId"))
        .collect();
    if !idle.is_empty() {
        let list = idle.join(", ");
        verdict.doubt(
            &vpcs.origin,
            say(
                format!("{region}: セキュリティグループ {list} は、どのネットワークインターフェイスにも付いていません。起動テンプレートなどで指定されていなければ、使われていません。"),
                format!("{region}: {list} is on no network interface. Unless a launch template or the like names it, nothing uses it."),
            ),
        );
    }
}

/// Whether a rule of a group names another group.
fn names(group: &Json, other: &str) -> bool {
    let permissions = group.items("IpPermissions").iter().chain(group.items("IpPermissionsEgress"));
    permissions.flat_map(|permission| permission.items("UserIdGroupPairs")).any(|pair| pair.words("GroupId") == other)
}

/// The rows of a complete list of the same Region; none without one.
fn rows_of<'a>(
    verdict: &mut VerdictBuilder<'a>,
    call: &'static str,
    key: &str,
    vpcs: &Output,
) -> Option<Vec<&'a Json>> {
    let mut is_whole = false;
    let mut rows = Vec::new();
    for output in verdict.outputs(call).filter(|other| other.region == vpcs.region) {
        if let Some(list) = verdict.list(output, key) {
            // What one page lacks may be on another.
            is_whole |= is_all(verdict, output, &NARROWING);
            rows.extend(list);
        }
    }
    is_whole.then_some(rows)
}

fn perhaps_hidden(vpc: &str, region: &str) -> Words {
    say(
        format!(
            "{region}: VPC {vpc} に何もつながっていないように見えますが、EKS や ECS などが管理するものは出力に出ないことがあります。describe-network-interfaces に --include-managed-resources を付けて取り直してください。"
        ),
        format!(
            "{region}: nothing seems to be attached to VPC {vpc}, but what EKS, ECS and others manage may be hidden. Run describe-network-interfaces with --include-managed-resources."
        ),
    )
}

fn no_vpc(region: &str) -> Words {
    say(format!("{region}: VPC はありません。"), format!("{region}: there is no VPC."))
}

fn no_list(call: &str, region: &str) -> Words {
    say(
        format!(
            "{region}: {call} の完全な出力がないため、VPC やセキュリティグループが使われているかどうか分かりません。"
        ),
        format!("{region}: without a complete output of {call} it is not clear what is in use."),
    )
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::base::json::Json;

    #[test]
    fn rules_in_either_direction_name_a_group() {
        for list in ["IpPermissions", "IpPermissionsEgress"] {
            let text = format!(r#"{{"{list}": [{{"UserIdGroupPairs": [{{"GroupId": "sg-1"}}]}}]}}"#);
            let group = Json::parse(&text).unwrap();
            assert!(names(&group, "sg-1") && !names(&group, "sg-2"));
        }
    }
}
