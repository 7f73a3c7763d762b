//! `ec2-no-open-admin-ports`: does a security group open a risky port to the world?

use super::partial;
use super::security_groups::{From, Permission, permissions};
use super::verdict_builder::{NO_REGION, VerdictBuilder, say};
use crate::base::i18n::{Text, Words, quantity, t};
use crate::content::catalogue::posture::ec2_no_open_admin_ports::OPEN_TO_THE_WORLD;
use crate::evidence::facts::{Facts, Output};
use crate::evidence::trial::ranges::{Reach, reach};
use std::collections::{BTreeMap, BTreeSet};

/// The ports of Security Hub's EC2.19.
const PORTS: [u16; 24] = [
    20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088,
    8888, 9200, 9300,
];

/// Options of the two commands that leave groups or rules out.
const NARROWING: [&str; 4] = ["--filters", "--group-ids", "--group-names", "--security-group-rule-ids"];
const ENTRIES: &str = "ec2 get-managed-prefix-list-entries";
const LISTS: &str = "ec2 describe-managed-prefix-lists";

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    // Either command covers a Region.
    let mut seen = Vec::new();
    let mut shown_in_part = Vec::new();
    let mut is_given = false;
    for output in
        verdict.outputs("ec2 describe-security-groups").chain(verdict.outputs("ec2 describe-security-group-rules"))
    {
        is_given = true;
        let region = output.region.as_deref();
        if region.is_some_and(|region| verdict.is_closed(region)) {
            seen.extend(region);
            continue;
        }
        // Our own query leaves out only rules that are not open to the world; any other query may leave out any rule or
        // field.
        let query = output.arg("--query");
        if verdict.is_elsewhere(output) || query.is_some_and(|query| !is_ours(query)) {
            partial::is_all(verdict, output, &[]);
            continue;
        }
        let Some(shown) = verdict.json(output).and_then(permissions) else {
            // `json` has added a doubt for a refused or old output, but not for one of another shape.
            if output.error_code().is_none() && verdict.is_recent(&output.origin) {
                verdict.doubt(&output.origin, unreadable(region.unwrap_or(NO_REGION)));
            }
            continue;
        };
        match region {
            Some(region) => seen.push(region),
            None => verdict.doubt(&output.origin, nameless()),
        }
        if !shown.is_readable {
            verdict.doubt(&output.origin, unreadable(region.unwrap_or(NO_REGION)));
        }
        look_at(verdict, output, &shown.permissions, region.unwrap_or(NO_REGION));
        if query.is_some() {
            shown_in_part.push(output);
            continue;
        }
        if !partial::is_all(verdict, output, &NARROWING) {
            continue;
        }
        let (region, count) = (region.unwrap_or(NO_REGION), shown.permissions.len());
        verdict.pass(
            &output.origin,
            say(
                format!("{region}: インバウンドの許可ルール {count} 件を確認しました。"),
                format!("{region}: {} looked at.", quantity(count, "inbound permission")),
            ),
        );
    }
    doubt_partial_outputs(verdict, &shown_in_part);
    if is_given {
        verdict.cover("ec2 describe-security-groups", &seen);
    }
}

/// Whether a query is our own one, with the fields of this or of the previous edition.
fn is_ours(query: &str) -> bool {
    const ADDED: &str = "Rule:SecurityGroupRuleId,";
    query == OPEN_TO_THE_WORLD || query == OPEN_TO_THE_WORLD.replace(ADDED, "")
}

/// Adds doubts for outputs of our own query without a complete output of the same Region. The query shows only rules
/// open to 0.0.0.0/0 or ::/0, so it can prove a fail but no pass: several ranges that add up to the internet are not in
/// it.
fn doubt_partial_outputs(verdict: &mut VerdictBuilder<'_>, shown_in_part: &[&Output]) {
    for part in shown_in_part {
        let is_whole =
            |output: &Output| output.region == part.region && output.value().is_some() && !output.has_option("--query");
        let mut others =
            verdict.outputs("ec2 describe-security-groups").chain(verdict.outputs("ec2 describe-security-group-rules"));
        if !others.any(is_whole) {
            verdict.doubt(&part.origin, ONLY_THE_WORLD);
        }
    }
}

/// Judges all source ranges that a group lets in to each port together.
fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, permissions: &[Permission<'_>], region: &str) {
    // The ports, by group and by the set of source ranges.
    let mut open: BTreeMap<(&str, BTreeSet<&str>), BTreeSet<u16>> = BTreeMap::new();
    let mut groups: BTreeMap<&str, Vec<&Permission<'_>>> = BTreeMap::new();
    for permission in permissions {
        groups.entry(permission.group).or_default().push(permission);
    }
    for (group, permissions) in &groups {
        for protocol in [["-1", "tcp", "6"], ["-1", "udp", "17"]] {
            for port in PORTS {
                let opens_port =
                    |one: &&&Permission<'_>| protocol.contains(&one.protocol) && one.opens(port) == Some(true);
                let here = permissions.iter().filter(opens_port);
                let ranges =
                    here.flat_map(|one| ranges(verdict.facts, one.from_where, output)).collect::<BTreeSet<&str>>();
                open.entry((*group, ranges)).or_default().insert(port);
            }
        }
        doubt_unreadable(verdict, output, permissions, region);
    }
    for ((group, ranges), ports) in &open {
        let of_group = groups.get(group).into_iter().flatten();
        let ports = in_words(ports, of_group.into_iter().any(|permission| permission.opens_all()));
        let from = ranges.iter().take(MAX_RANGES).copied().collect::<Vec<_>>().join(", ");
        let from = from + if ranges.len() > MAX_RANGES { " …" } else { "" };
        match reach(ranges.iter().copied()) {
            Some(Reach::World) => verdict.fail(&output.origin, open_to_world(region, group, &ports, ranges, &from)),
            Some(Reach::UnrelatedHosts) => {
                verdict.doubt(&output.origin, open_to_strangers(region, group, &ports, &from))
            }
            Some(Reach::Wide) => verdict.warn(wide(region, group, &ports, &from)),
            Some(Reach::Limited) => {}
            None => verdict.doubt(&output.origin, unreadable(region)),
        }
    }
}

/// How many ranges a reason lists.
const MAX_RANGES: usize = 4;

/// Adds doubts for permissions and prefix lists of a group that cannot be read.
fn doubt_unreadable(verdict: &mut VerdictBuilder<'_>, output: &Output, permissions: &[&Permission<'_>], region: &str) {
    let mut unknown_lists = BTreeSet::new();
    for permission in permissions {
        let opens = opens_some(permission);
        let reached = reach(ranges(verdict.facts, permission.from_where, output).into_iter());
        if opens.is_none() && reached.is_none_or(|reach| reach > Reach::Limited) {
            verdict.doubt(&output.origin, unreadable(region));
        }
        if let From::PrefixList(list) = permission.from_where
            && opens != Some(false)
            && entries(verdict.facts, list, output).is_none()
        {
            unknown_lists.insert(list);
        }
    }
    for list in unknown_lists {
        let group = permissions.first().map_or("", |permission| permission.group);
        verdict.doubt(&output.origin, unknown_list(region, group, list));
    }
}

/// The source ranges; none for a prefix list whose entries are unknown.
fn ranges<'a>(facts: &'a Facts, from: From<'a>, output: &Output) -> Vec<&'a str> {
    match from {
        From::Range(range) => vec![range],
        From::PrefixList(list) => entries(facts, list, output).unwrap_or_default(),
    }
}

/// The entries of a prefix list, if all of them are known. AWS's own lists contain the addresses of an AWS service, and
/// count as empty.
fn entries<'a>(facts: &'a Facts, list: &str, output: &Output) -> Option<Vec<&'a str>> {
    let is_of_list = |other: &&Output| {
        let same_region = other.region.is_none() || output.region.is_none() || other.region == output.region;
        other.about("--prefix-list-id") == Some(list) && same_region && partial::is_whole(other)
    };
    let lists = facts.outputs(LISTS).filter_map(Output::value).flat_map(|value| value.items("PrefixLists"));
    if lists.into_iter().any(|row| row.words("PrefixListId") == list && row.words("OwnerId") == "AWS") {
        return Some(Vec::new());
    }
    let mut shown = facts.outputs(ENTRIES).filter(is_of_list).filter(|other| !other.has_option("--query")).peekable();
    shown.peek()?;
    let rows = shown.filter_map(Output::value).flat_map(|value| value.items("Entries"));
    Some(rows.map(|entry| entry.words("Cidr")).collect())
}

/// Whether a risky port is open; `None` if that cannot be read.
fn opens_some(permission: &Permission<'_>) -> Option<bool> {
    PORTS.into_iter().map(|port| permission.opens(port)).reduce(|one, other| Some(one? || other?)).flatten()
}

fn in_words(ports: &BTreeSet<u16>, has_all: bool) -> Words {
    if ports.len() == PORTS.len() && has_all {
        return say("すべてのポート".to_owned(), "all ports".to_owned());
    }
    if ports.len() == PORTS.len() {
        return say("管理用のポートすべて".to_owned(), "all administration ports".to_owned());
    }
    let first = ports.iter().take(4).map(u16::to_string).collect::<Vec<_>>().join(", ");
    let more = if ports.len() > 4 { " …" } else { "" };
    say(format!("ポート {first}{more}"), format!("port {first}{more}"))
}

fn open_to_world(region: &str, group: &str, ports: &Words, ranges: &BTreeSet<&str>, shown: &str) -> Words {
    let (ja, en) = (&ports.ja, &ports.en);
    if let Some(world) = ranges.iter().find(|range| matches!(**range, "0.0.0.0/0" | "::/0")) {
        return say(
            format!("{region}: セキュリティグループ {group} が {ja} を {world} に公開しています。"),
            format!("{region}: security group {group} opens {en} to {world}."),
        );
    }
    say(
        format!(
            "{region}: セキュリティグループ {group} が {ja} を、いくつかの範囲に分けて、インターネットの半分以上に公開しています({shown})。"
        ),
        format!("{region}: security group {group} opens {en} to half of the internet or more, in pieces ({shown})."),
    )
}

fn open_to_strangers(region: &str, group: &str, ports: &Words, shown: &str) -> Words {
    let (ja, en) = (&ports.ja, &ports.en);
    say(
        format!(
            "{region}: セキュリティグループ {group} が {ja} を、無関係な他人のアドレスまで含む広い範囲に公開しています({shown})。そこまでの範囲が必要かどうか、確かめてください。"
        ),
        format!(
            "{region}: security group {group} opens {en} to ranges so wide that strangers are among them ({shown}). See whether all of that is needed."
        ),
    )
}

fn wide(region: &str, group: &str, ports: &Words, shown: &str) -> Words {
    let (ja, en) = (&ports.ja, &ports.en);
    say(
        format!("{region}: セキュリティグループ {group} が {ja} を広い範囲({shown})に公開しています。"),
        format!("{region}: security group {group} opens {en} to a very wide range ({shown})."),
    )
}

fn unknown_list(region: &str, group: &str, list: &str) -> Words {
    say(
        format!(
            "{region}: セキュリティグループ {group} が許可しているプレフィックスリスト {list} の中身が分かりません。{ENTRIES} --prefix-list-id {list} の出力も入れてください。"
        ),
        format!(
            "{region}: security group {group} lets in prefix list {list}, whose entries are not known. Add the output of {ENTRIES} --prefix-list-id {list}."
        ),
    )
}

const ONLY_THE_WORLD: Text = t(
    "このコマンドは、0.0.0.0/0 と ::/0 に開いたルールだけを表示します。いくつかの範囲に分けた公開や、プレフィックスリストによる公開は、この出力からは分かりません。describe-security-groups の出力も入れてください。",
    "This command shows rules that are open to 0.0.0.0/0 and ::/0 only, not the internet in pieces and no prefix lists. Add the output of describe-security-groups.",
);

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
