//! `ec2-no-open-admin-ports`: does a security group open a risky port to the world?

use super::partial;
use super::weigh::{Weigh, say};
use crate::catalogue::posture::ec2_no_open_admin_ports::OPEN_TO_THE_WORLD;
use crate::evidence::facts::Output;
use crate::i18n::Words;
use crate::json::Json;

/// The ports of Security Hub's EC2.19.
const PORTS: [u16; 24] = [
    20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088,
    8888, 9200, 9300,
];

/// Options of the two commands that leave groups or rules out.
const NARROWING: [&str; 4] = ["--filters", "--group-ids", "--group-names", "--security-group-rule-ids"];

/// One inbound permission, from either command.
struct Permission<'a> {
    group: &'a str,
    protocol: &'a str,
    from: Option<f64>,
    to: Option<f64>,
    cidr: &'a str,
}

pub(super) fn judge(w: &mut Weigh<'_>) {
    // Either command covers a Region.
    let mut seen = Vec::new();
    let mut is_given = false;
    for output in w.outputs("ec2 describe-security-groups").chain(w.outputs("ec2 describe-security-group-rules")) {
        is_given = true;
        let region = output.region.as_deref();
        // Our own query leaves out what is not open to the world; any other may leave out anything, and any field.
        let query = output.arg("--query");
        if w.is_elsewhere(output) || query.is_some_and(|query| query != OPEN_TO_THE_WORLD) {
            partial::is_all(w, output, &[]);
            continue;
        }
        let Some(shown) = w.json(output).and_then(permissions) else {
            // Refused and old are said already; of another shape is not.
            if output.error_code().is_none() && w.is_recent(&output.origin) {
                w.doubt(&output.origin, unreadable(region.unwrap_or("?")));
            }
            continue;
        };
        match region {
            Some(region) => seen.push(region),
            None => w.doubt(&output.origin, nameless()),
        }
        if !shown.is_readable {
            w.doubt(&output.origin, unreadable(region.unwrap_or("?")));
        }
        for permission in &shown.permissions {
            look_at(w, output, permission, region.unwrap_or("?"));
        }
        if query.is_none() && !partial::is_all(w, output, &NARROWING) {
            continue;
        }
        let permissions = shown.permissions;
        let (region, count) = (region.unwrap_or("?"), permissions.len());
        w.pass(
            &output.origin,
            say(
                format!("{region}: インバウンドの許可ルール {count} 件を確認しました。"),
                format!("{region}: {count} inbound permission(s) looked at."),
            ),
        );
    }
    if is_given {
        w.cover("ec2 describe-security-groups", &seen);
    }
}

/// What an output permits, as far as it can be read.
struct Shown<'a> {
    permissions: Vec<Permission<'a>>,
    /// Whether all of it could be read.
    is_readable: bool,
}

/// What an output permits; none when it has another shape.
fn permissions(value: &Json) -> Option<Shown<'_>> {
    if let Some(Json::List(groups)) = value.get("SecurityGroups") {
        let is_readable = groups.iter().all(|group| matches!(group.get("IpPermissions"), Some(Json::List(_))));
        return Some(Shown { permissions: groups.iter().flat_map(of_group).collect(), is_readable });
    }
    let rules = match (value, value.get("SecurityGroupRules")) {
        (Json::List(rules), _) | (_, Some(Json::List(rules))) => rules,
        _ => return None,
    };
    // Raw, or as our own command reshapes it: inbound rules only, and no word of it.
    let is_told = |rule: &&Json| rule.flag("IsEgress").is_some() || rule.get("Group").is_some();
    let is_inbound = |rule: &&Json| rule.flag("IsEgress") != Some(true);
    let is_readable = rules.iter().all(|rule| is_told(&rule));
    Some(Shown { permissions: rules.iter().filter(is_told).filter(is_inbound).map(of_rule).collect(), is_readable })
}

fn of_group(group: &Json) -> impl Iterator<Item = Permission<'_>> {
    group.items("IpPermissions").iter().flat_map(move |permission| {
        let v4 = permission.items("IpRanges").iter().map(|range| range.words("CidrIp"));
        let v6 = permission.items("Ipv6Ranges").iter().map(|range| range.words("CidrIpv6"));
        v4.chain(v6).map(move |cidr| Permission {
            group: group.words("GroupId"),
            protocol: permission.words("IpProtocol"),
            from: permission.number("FromPort"),
            to: permission.number("ToPort"),
            cidr,
        })
    })
}

fn of_rule(rule: &Json) -> Permission<'_> {
    let either = |raw, ours| Some(rule.words(raw)).filter(|text| !text.is_empty()).unwrap_or(rule.words(ours));
    let v4 = either("CidrIpv4", "IPv4");
    Permission {
        group: either("GroupId", "Group"),
        protocol: either("IpProtocol", "Protocol"),
        from: rule.number("FromPort").or(rule.number("From")),
        to: rule.number("ToPort").or(rule.number("To")),
        cidr: if v4.is_empty() { either("CidrIpv6", "IPv6") } else { v4 },
    }
}

fn look_at(w: &mut Weigh<'_>, output: &Output, permission: &Permission<'_>, region: &str) {
    let Permission { group, cidr, .. } = *permission;
    let is_world = matches!(cidr, "0.0.0.0/0" | "::/0");
    let open = match open_ports(permission) {
        Ports::Risky(open) => open,
        Ports::Harmless => return,
        Ports::Unreadable => {
            if is_world {
                w.doubt(&output.origin, unreadable(region));
            }
            return;
        }
    };
    let (ja, en) = (open.ja, open.en);
    let is_wide = cidr.rsplit_once('/').and_then(|(_, bits)| bits.parse::<u8>().ok()).is_some_and(|bits| bits <= 8);
    if is_world {
        w.fail(
            &output.origin,
            say(
                format!("{region}: セキュリティグループ {group} が {ja} を {cidr} に公開しています。"),
                format!("{region}: security group {group} opens {en} to {cidr}."),
            ),
        );
    } else if is_wide {
        w.warn(say(
            format!("{region}: セキュリティグループ {group} が {ja} を広い範囲({cidr})に公開しています。"),
            format!("{region}: security group {group} opens {en} to a very wide range ({cidr})."),
        ));
    }
}

/// What a permission opens.
enum Ports {
    Risky(Words),
    Harmless,
    Unreadable,
}

fn open_ports(permission: &Permission<'_>) -> Ports {
    match permission.protocol {
        "-1" => return Ports::Risky(say("すべてのポート".to_owned(), "all ports".to_owned())),
        "tcp" | "udp" | "6" | "17" => {}
        "" => return Ports::Unreadable,
        _ => return Ports::Harmless,
    }
    let (Some(from), Some(to)) = (permission.from, permission.to) else {
        return Ports::Unreadable;
    };
    let open: Vec<u16> = PORTS.into_iter().filter(|port| from <= f64::from(*port) && f64::from(*port) <= to).collect();
    if open.is_empty() {
        return Ports::Harmless;
    }
    let first = open.iter().take(4).map(u16::to_string).collect::<Vec<_>>().join(", ");
    let more = if open.len() > 4 { " …" } else { "" };
    Ports::Risky(say(format!("ポート {first}{more}"), format!("port {first}{more}")))
}

fn unreadable(region: &str) -> Words {
    say(
        format!("{region}: セキュリティグループの一覧を読み取れません。出力全体を入れてください。"),
        format!("{region}: the list of security groups cannot be read. Hand over the whole output."),
    )
}

fn nameless() -> Words {
    say(
        "どのリージョンのセキュリティグループか分からない出力があります。対策のページで、実行したコマンドの下に貼り付けてください。".to_owned(),
        "It is not clear which Region some security groups are of. Paste the output under its command on the control's page.".to_owned(),
    )
}
