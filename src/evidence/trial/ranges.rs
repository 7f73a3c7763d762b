//! How much of the public internet a set of address ranges covers.
//!
//! Source: IANA's registries of special-purpose addresses for IPv4 and IPv6.

use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// First and last address, as numbers.
type Span = (u128, u128);

/// How much of the public internet a set of ranges covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Less than [`Reach::Wide`]: a single company may own as much.
    Limited,
    /// 2^24 public IPv4 addresses (one /8), in one range or several.
    Wide,
    /// More than that, or an IPv6 /20: certainly includes addresses of strangers.
    UnrelatedHosts,
    /// At least half of the public IPv4 or IPv6 addresses.
    World,
}

/// Number of public IPv4 addresses.
const PUBLIC_V4: u128 = 3_702_258_432;
/// Number of public IPv6 addresses: `2000::/3` without the special-purpose ranges in it.
const PUBLIC_V6: u128 = (1 << 125) - (1 << 96) - (1 << 108);

/// Special-purpose ranges that are not public, from IANA's registry.
const SPECIAL_V4: [(Ipv4Addr, u8); 15] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// Special-purpose ranges within `2000::/3`; nothing outside `2000::/3` is public.
const SPECIAL_V6: [(Ipv6Addr, u8); 2] =
    [(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32), (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20)];
const GLOBAL_V6: Span = (0x2 << 124, (0x4 << 124) - 1);

/// How much a set of ranges covers; none if one of them cannot be parsed.
#[must_use]
pub fn reach<'c>(cidrs: impl Iterator<Item = &'c str>) -> Option<Reach> {
    let (v4, v6) = public(cidrs)?;
    Some(if v4 >= PUBLIC_V4 / 2 || v6 >= PUBLIC_V6 / 2 {
        Reach::World
    } else if v4 > 1 << 24 || v6 >= 1 << 108 {
        Reach::UnrelatedHosts
    } else if v4 == 1 << 24 {
        Reach::Wide
    } else {
        Reach::Limited
    })
}

/// Number of public IPv4 and IPv6 addresses in a set of ranges; none if one of them cannot be parsed.
#[must_use]
pub fn public<'c>(cidrs: impl Iterator<Item = &'c str>) -> Option<(u128, u128)> {
    let (mut v4, mut v6) = (Vec::new(), Vec::new());
    for cidr in cidrs {
        let single = || cidr.parse::<IpAddr>().ok().map(IpNet::from);
        match cidr.parse::<IpNet>().ok().or_else(single)? {
            IpNet::V4(net) => v4.push((u32::from(net.network()).into(), u32::from(net.broadcast()).into())),
            IpNet::V6(net) => v6.push((u128::from(net.network()), u128::from(net.broadcast()))),
        }
    }
    let special_v4: Vec<Span> =
        SPECIAL_V4.iter().map(|(first, bits)| span(u32::from(*first).into(), 32 - bits)).collect();
    let special_v6: Vec<Span> = SPECIAL_V6.iter().map(|(first, bits)| span(u128::from(*first), 128 - bits)).collect();
    let (first, last) = GLOBAL_V6;
    let global = v6.into_iter().map(|(from, to)| (from.max(first), to.min(last))).filter(|(from, to)| from <= to);
    Some((size_without(v4, &special_v4), size_without(global.collect(), &special_v6)))
}

fn span(first: u128, free_bits: u8) -> Span {
    (first, first | ((1 << free_bits) - 1))
}

/// How many numbers are in `spans` but not in `excluded`, whose spans must not overlap.
fn size_without(spans: Vec<Span>, excluded: &[Span]) -> u128 {
    let spans = joined(spans);
    let size_inside = |(from, to): Span| -> u128 {
        let common = spans.iter().map(|(first, last)| (from.max(*first), to.min(*last)));
        common.filter(|(first, last)| first <= last).map(|(first, last)| last - first + 1).sum()
    };
    let all: u128 = spans.iter().map(|(first, last)| last - first + 1).sum();
    all - excluded.iter().map(|span| size_inside(*span)).sum::<u128>()
}

/// Merges overlapping spans.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for (first, last) in spans {
        match joined.last_mut() {
            Some((_, end)) if first <= *end => *end = (*end).max(last),
            Some(_) | None => joined.push((first, last)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{Reach, public, reach};

    fn reach_of(cidrs: &[&str]) -> Option<Reach> {
        reach(cidrs.iter().copied())
    }

    #[test]
    fn the_internet_in_pieces_is_the_world() {
        let eights: Vec<String> =
            (1..=223).filter(|first| *first != 10).map(|first| format!("{first}.0.0.0/8")).collect();
        let eights: Vec<&str> = eights.iter().map(String::as_str).collect();
        for world in [
            &["0.0.0.0/0"][..],
            &["::/0"],
            &["0.0.0.0/1", "128.0.0.0/1"],
            &["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"],
            &["2000::/3"],
            &["2000::/4"],
            &eights,
        ] {
            assert_eq!(reach_of(world), Some(Reach::World), "{world:?}");
        }
        assert_eq!(reach_of(&eights[..20]), Some(Reach::UnrelatedHosts));
        assert_eq!(reach_of(&["8.0.0.0/8"]), Some(Reach::Wide));
        for limited in [
            &[][..],
            &["10.0.0.0/8"],
            &["0.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "224.0.0.0/3", "fc00::/7"],
            &["fe80::/10", "2001:db8::/32", "203.0.113.7/32", "8.8.0.0/16"],
        ] {
            assert_eq!(reach_of(limited), Some(Reach::Limited), "{limited:?}");
        }
        assert_eq!(reach_of(&["8.8.8.8"]), Some(Reach::Limited));
        assert_eq!(reach_of(&["2a00::/13"]), Some(Reach::UnrelatedHosts));
        assert_eq!(reach_of(&["somewhere"]), None);
        assert_eq!(reach_of(&["10.0.0.0/33"]), None);
    }

    #[test]
    fn sizes_of_the_whole_internet_are_correct() {
        assert_eq!(public(["0.0.0.0/0"].into_iter()), Some((super::PUBLIC_V4, 0)));
        assert_eq!(public(["::/0"].into_iter()), Some((0, super::PUBLIC_V6)));
        // Overlapping ranges count once, and host bits after the prefix are ignored.
        assert_eq!(public(["8.8.8.0/24", "8.8.8.128/25", "8.8.8.77/24"].into_iter()), Some((256, 0)));
    }
}
