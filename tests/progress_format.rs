//! The progress file: every version ever written is read without loss.

use guard_navi::assessment::Status;
use guard_navi::assessment::file::{DecodeError, decode, encode};
use guard_navi::base::time::Timestamp;
use serde_json::Value;

const V1: &str = include_str!("stored_fixtures/v1.json");

fn written_at() -> Timestamp {
    Timestamp::parse("2026-11-23T12:00:00Z").unwrap()
}

#[test]
fn version_1_round_trips_with_unknown_fields_and_ids() {
    let assessment = decode(V1).unwrap();
    assert_eq!(assessment.current.status("iam-root-mfa"), Status::Done);
    let before: Value = serde_json::from_str(V1).unwrap();
    let after: Value = serde_json::from_str(&encode(&assessment, written_at())).unwrap();
    assert_eq!(after, before);
}

#[test]
fn a_text_cut_anywhere_is_refused_with_its_place() {
    let text = V1.trim_end();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let error = decode(&text[..end]).unwrap_err();
        // serde_json reports line 1, column 0 for the end of an empty text.
        assert!(matches!(error, DecodeError::NotJson { line: 1.., .. }), "{end}: {error:?}");
    }
}

#[test]
fn what_is_not_ours_newer_or_damaged_is_told_apart() {
    let wrong_field = |from: &str, to: &str| match decode(&V1.replace(from, to)) {
        Err(DecodeError::Damaged { field }) => field,
        other => panic!("{from} -> {to}: {other:?}"),
    };
    let answers = "profiles[0].answers";
    for (from, to, field) in [
        ("\"in_progress\"", "\"perhaps\"", "cloudtrail-multi-region.status"),
        ("2027-01-31", "2027-02-31", "config-recording.review_by"),
        ("\"changed_at\": \"2026-11-23T11:00:03Z\", ", "", "from-a-newer-version.changed_at"),
        ("\"あとで見る\"", "7", "guardduty-enabled-all-regions.note"),
        ("\"credential-report\"", "null", "iam-root-mfa.source.evidence.format"),
    ] {
        assert_eq!(wrong_field(from, to), format!("{answers}.{field}"));
    }
    assert_eq!(wrong_field("\"77aa01\"", "77"), "profiles[1].id");
    assert_eq!(decode(&V1.replace("progress/1", "progress/2")), Err(DecodeError::Newer));
    for foreign in ["[]", "{}", "null", "7", "{\"schema\": 1}", "{\"schema\": \"other/1\"}"] {
        assert_eq!(decode(foreign), Err(DecodeError::NotOurs), "{foreign}");
    }
    assert_eq!(decode(&V1.replace("progress/1", "progress/x")), Err(DecodeError::NotOurs));
    let empty = "{\"schema\": \"guard-navi.progress/1\", \"profiles\": []}";
    assert_eq!(decode(empty), Err(DecodeError::Empty));
}

#[test]
fn nesting_without_end_is_refused() {
    let deep = format!("{{\"schema\": {}", "[".repeat(100_000));
    assert!(matches!(decode(&deep), Err(DecodeError::NotJson { .. })));
}
