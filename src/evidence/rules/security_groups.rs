//! Inbound permissions of security groups, from either of the two commands that list them.

use crate::base::json::Json;

/// One inbound permission, from either command.
pub(super) struct Permission<'a> {
    pub group: &'a str,
    pub protocol: &'a str,
    pub from: Option<f64>,
    pub to: Option<f64>,
    pub from_where: From<'a>,
}

/// The source that is let in.
#[derive(Clone, Copy)]
pub(super) enum From<'a> {
    Range(&'a str),
    PrefixList(&'a str),
}

/// The permissions in an output, as far as they can be read.
pub(super) struct Shown<'a> {
    pub permissions: Vec<Permission<'a>>,
    /// Whether all permissions could be read.
    pub is_readable: bool,
}

/// The permissions in an output; `None` if it has another shape.
pub(super) fn permissions(value: &Json) -> Option<Shown<'_>> {
    if let Some(Json::List(groups)) = value.get("SecurityGroups") {
        let is_readable = groups.iter().all(|group| matches!(group.get("IpPermissions"), Some(Json::List(_))));
        return Some(Shown { permissions: groups.iter().flat_map(of_group).collect(), is_readable });
    }
    let rules = match (value, value.get("SecurityGroupRules")) {
        (Json::List(rules), _) | (_, Some(Json::List(rules))) => rules,
        _ => return None,
    };
    // Raw, or as our own command reshapes it, which shows inbound rules only and leaves out `IsEgress`.
    let is_recognised = |rule: &&Json| rule.flag("IsEgress").is_some() || rule.get("Group").is_some();
    let is_inbound = |rule: &&Json| rule.flag("IsEgress") != Some(true);
    let is_readable = rules.iter().all(|rule| is_recognised(&rule));
    Some(Shown {
        permissions: rules.iter().filter(is_recognised).filter(is_inbound).filter_map(of_rule).collect(),
        is_readable,
    })
}

fn of_group(group: &Json) -> impl Iterator<Item = Permission<'_>> {
    group.items("IpPermissions").iter().flat_map(move |permission| {
        let v4 = permission.items("IpRanges").iter().map(|range| From::Range(range.words("CidrIp")));
        let v6 = permission.items("Ipv6Ranges").iter().map(|range| From::Range(range.words("CidrIpv6")));
        let lists = permission.items("PrefixListIds").iter().map(|list| From::PrefixList(list.words("PrefixListId")));
        v4.chain(v6).chain(lists).map(move |from_where| Permission {
            group: group.words("GroupId"),
            protocol: permission.words("IpProtocol"),
            from: permission.number("FromPort"),
            to: permission.number("ToPort"),
            from_where,
        })
    })
}

/// `None` for a rule that lets in another group.
fn of_rule(rule: &Json) -> Option<Permission<'_>> {
    let either = |raw, ours| Some(rule.words(raw)).filter(|text| !text.is_empty()).unwrap_or(rule.words(ours));
    let ranges = [either("CidrIpv4", "IPv4"), either("CidrIpv6", "IPv6")];
    let range = ranges.into_iter().find(|range| !range.is_empty()).map(From::Range);
    let list = Some(rule.words("PrefixListId")).filter(|list| !list.is_empty()).map(From::PrefixList);
    Some(Permission {
        group: either("GroupId", "Group"),
        protocol: either("IpProtocol", "Protocol"),
        from: rule.number("FromPort").or(rule.number("From")),
        to: rule.number("ToPort").or(rule.number("To")),
        from_where: range.or(list)?,
    })
}

impl Permission<'_> {
    /// Whether a port is open; `None` if that cannot be read.
    pub fn opens(&self, port: u16) -> Option<bool> {
        match self.protocol {
            "-1" => return Some(true),
            "tcp" | "udp" | "6" | "17" => {}
            "" => return None,
            _ => return Some(false),
        }
        let (from, to, port) = (self.from?, self.to?, f64::from(port));
        Some(from <= port && port <= to)
    }

    /// Whether every port is open, of one protocol or of all.
    pub fn opens_all(&self) -> bool {
        self.protocol == "-1" || (self.opens(0) == Some(true) && self.opens(u16::MAX) == Some(true))
    }
}
