//! Address ranges, compared with Python's `ipaddress`.

use super::{answers, generated, python};
use guard_navi::evidence::trial::ranges::public;
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
#[ignore = "needs Python"]
fn generated_ranges_hold_as_many_public_addresses() {
    let lists = generated(prop::collection::vec(range(), 0..9));
    let questions: Vec<Value> = lists.iter().map(|list| json!(list)).collect();
    for (list, answer) in lists.iter().zip(answers(&python(), "ranges.py", &questions)) {
        let (v4, v6) = public(list.iter().map(String::as_str)).unwrap();
        let theirs = (u128::from(answer["v4"].as_u64().unwrap()), answer["v6"].as_str().unwrap().parse().unwrap());
        assert_eq!((v4, v6), theirs, "{list:?}");
    }
}

/// Any range, and often one at the edge of a reserved block.
fn range() -> impl Strategy<Value = String> {
    let v4 =
        (any::<u32>(), 0..=32_u8).prop_map(|(bits, length)| format!("{}/{length}", std::net::Ipv4Addr::from(bits)));
    let first = prop::sample::select(vec![0_u8, 9, 10, 11, 100, 126, 127, 169, 172, 192, 198, 203, 223, 224, 255]);
    let near = (first, any::<u8>(), any::<u16>(), 4..=24_u8)
        .prop_map(|(first, second, rest, length)| format!("{first}.{second}.{}.{}/{length}", rest >> 8, rest & 255));
    let v6 =
        (any::<u128>(), 0..=128_u8).prop_map(|(bits, length)| format!("{}/{length}", std::net::Ipv6Addr::from(bits)));
    let start =
        prop::sample::select(vec!["2000::", "2001:db8::", "2001:db7::", "3fff::", "3ffe::", "fc00::", "::", "2600::"]);
    let near_v6 = (start, 3..=64_u8).prop_map(|(start, length)| format!("{start}/{length}"));
    prop_oneof![3 => v4, 3 => near, 1 => v6, 1 => near_v6]
}
