//! Backups: exported and imported again after a loss of data; and files that are not backups.

use guard_navi::assessment::file::import::{ImportError, ImportedFile, read};
use guard_navi::assessment::file::{DecodeError, decode, encode, export};
use guard_navi::assessment::{
    Answer, Assessment, Change, Evidence, ImportMode, Profile, Redaction, Source, Status, Table, score,
};
use guard_navi::base::i18n::Text;
use guard_navi::base::json::Json;
use guard_navi::base::time::{Date, Timestamp};
use guard_navi::content::catalogue::all;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::Arc;

const V1: &str = include_str!("stored_fixtures/v1.json");
/// AWS's own documentation example; not a credential.
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const KEY_ID: &str = "AKIAIOSFODNN7EXAMPLE";

fn at(second: i64) -> Timestamp {
    Timestamp::from_unix_seconds(1_790_000_000 + second).unwrap()
}

fn texts() -> impl Strategy<Value = String> {
    let pieces = select(vec![
        "佐藤さんに確認",
        "🔐👩‍💻",
        "\"quoted\"",
        "back\\slash",
        "line\nbreak",
        "\ttab",
        "=1+1",
        "<b>&amp;",
        "１２３",
        "é",
        "\u{202e}",
        "\u{0}",
        "a SecretAccessKey was rotated",
        "https://example.com/?a=b",
        "123456789012",
        "}],{\"",
        "ｱｶｳﾝﾄ",
        "arn:aws:iam::1234****9012:root",
    ]);
    prop_oneof![vec(pieces, 0..4).prop_map(|pieces| pieces.concat()), "\\PC{0,40}", "[ -~\u{3040}-\u{30ff}]{0,300}"]
}

#[derive(Clone, Debug)]
struct Input {
    control: usize,
    status: usize,
    second: i64,
    note: String,
    owner: String,
    reason: String,
    day: i64,
    is_evidence: bool,
}

fn input() -> impl Strategy<Value = Input> {
    let texts = (texts(), texts(), texts());
    (0..40_usize, 0..7_usize, 0..9_000_000_i64, texts, 0..400_i64, any::<bool>()).prop_map(
        |(control, status, second, (note, owner, reason), day, is_evidence)| Input {
            control,
            status,
            second,
            note,
            owner,
            reason,
            day,
            is_evidence,
        },
    )
}

/// Records it as the page does; inputs that are refused are left out.
fn record(profile: &mut Profile, input: &Input) {
    let control = all().get(input.control).map_or("from-a-newer-version", |control| control.id);
    let statuses = [Status::Unanswered].into_iter().chain(Status::CHOICES).collect::<Vec<_>>();
    let day = Date::parse("2026-11-01").unwrap().plus_days(input.day);
    let reason = if input.reason.trim().is_empty() { "理由" } else { &input.reason };
    let summary = Text { ja: input.reason.clone(), en: "MFA is on.".to_owned() };
    let evidence = Evidence { format: "credential-report".to_owned(), collected_at: None, summary, extra: Vec::new() };
    let change = Change {
        status: statuses[input.status],
        source: if input.is_evidence { Source::Evidence(evidence) } else { Source::Person },
        reason: Some(reason.to_owned()),
        review_by: Some(day),
    };
    let _ = profile.record(control, change, at(input.second));
    let _ = profile.record_note(control, &input.note, at(input.second + 1));
    let _ = profile.record_owner(control, &input.owner, at(input.second + 2));
    profile.record_due(control, (input.day % 2 == 0).then_some(day), at(input.second + 3));
    let _ = profile.record_entry(Table::ALL[input.status % 4], &format!("k{}", input.control), &entry(input));
    profile.remember(score::snapshot(all(), profile, day));
}

fn entry(input: &Input) -> String {
    // The runbook holds times.
    if input.status % 4 == 1 { at(input.second).to_string() } else { input.note.clone() }
}

fn assessment() -> impl Strategy<Value = Assessment> {
    let profile = (texts(), vec(input(), 0..30), any::<u64>(), proptest::option::of(texts()));
    vec(profile, 1..4).prop_map(|profiles| {
        let mut whole = Assessment::new("first".to_owned());
        for (name, answers, id, unknown) in profiles {
            let mut profile = Assessment::new(format!("{id:016x}")).current;
            answers.iter().for_each(|input| record(&mut profile, input));
            if let Some(text) = unknown.filter(|text| guard_navi::base::secrets::mask(text) == *text) {
                profile.extra.push(("from_a_newer_version".to_owned(), Json::Text(text)));
            }
            whole.add(profile);
            let _ = whole.rename(&format!("{id:016x}"), &name);
        }
        whole
    })
}

/// The judge masks evidence; the generated evidence is masked here instead.
fn masked(mut all: Assessment) -> Assessment {
    let mask = |profile: &mut Profile| {
        for (_, Answer { source, .. }) in &mut profile.answers {
            if let Source::Evidence(evidence) = source {
                evidence.summary.ja = guard_navi::base::secrets::mask(&evidence.summary.ja);
            }
        }
    };
    mask(&mut all.current);
    all.others.iter_mut().map(Arc::make_mut).for_each(mask);
    all
}

fn import(text: &str) -> Result<Assessment, ImportError> {
    match read(text.as_bytes())? {
        ImportedFile::Progress(text, _) => Ok(decode(&text).unwrap()),
        ImportedFile::Sealed(_) => panic!("sealed"),
    }
}

fn accounts(all: &Assessment) -> Vec<Profile> {
    all.profiles().filter(|profile| !profile.is_blank()).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn kept_wiped_and_opened_again_is_the_same(whole in assessment()) {
        let whole = masked(whole);
        let file = encode(&export(&whole, true, Redaction::default()), at(0));
        for mode in [ImportMode::Merge, ImportMode::Replace] {
            let wiped = Assessment::new("wiped".to_owned());
            let imported = wiped.imported(import(&file).unwrap(), mode, at(1));
            prop_assert_eq!(accounts(&imported), accounts(&whole));
        }
        // Nothing changes if all data is still there.
        let again = whole.imported(import(&file).unwrap(), ImportMode::Merge, at(1));
        prop_assert_eq!(accounts(&again), accounts(&whole));
    }

    #[test]
    fn what_is_left_out_is_not_in_the_file(inputs in vec(input(), 1..20), seed in 0..8_u8) {
        let redaction = Redaction { notes: seed & 1 > 0, owners: seed & 2 > 0, names: seed & 4 > 0 };
        let mut whole = Assessment::new("a".to_owned());
        inputs.iter().for_each(|input| record(&mut whole.current, &Input { note: "N0TE".to_owned(), owner: "OWNER".to_owned(), reason: "REAS0N".to_owned(), is_evidence: false, ..input.clone() }));
        whole.rename("a", "NAME").unwrap();
        let text = encode(&export(&whole, true, redaction), at(0));
        // Quiz and response team contain the generated note, too.
        prop_assert!(!(redaction.notes && text.contains("REAS0N")) && (redaction.names || text.contains("NAME")));
        prop_assert!(!(redaction.owners && text.contains("OWNER")));
        prop_assert!(!(redaction.names && text.contains("NAME")));
        let imported = import(&text).unwrap();
        prop_assert_eq!(imported.current.statuses(), whole.current.statuses());
        prop_assert_eq!(imported.current.history, whole.current.history);
    }

    #[test]
    fn a_damaged_file_is_refused_or_can_be_kept(from in 0..3_000_usize, length in 0..40_usize, put in "\\PC{0,8}") {
        let mut chars: Vec<char> = V1.chars().collect();
        let from = from.min(chars.len());
        let to = (from + length).min(chars.len());
        chars.splice(from..to, put.chars());
        if let Ok(ImportedFile::Progress(text, _)) = read(chars.into_iter().collect::<String>().as_bytes()) {
            prop_assert!(decode(&text).is_ok());
        }
    }
}

#[test]
fn a_file_of_every_earlier_version_opens_with_all_that_is_in_it() {
    let imported = import(V1).unwrap();
    assert_eq!(imported, decode(V1).unwrap());
    let with_bom = ["\u{feff}", V1].concat();
    assert_eq!(import(&with_bom).unwrap(), imported);
}

#[test]
fn secrets_are_cut_and_ids_masked_wherever_they_stand() {
    let escaped: String = SECRET.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
    for (replaced, text) in [
        ("あとで見る", format!("aws_secret_access_key = {SECRET}")),
        ("あとで見る", format!("{KEY_ID} {SECRET}")),
        ("あとで見る", format!("aws_secret_access_key = {escaped}")),
        ("あとで見る", format!("-----BEGIN PRIVATE KEY-----\\n{SECRET}")),
        ("本番アカウント", format!("SecretAccessKey={SECRET}")),
        ("\"colour\": \"teal\"", format!("\"SecretAccessKey\": \"{SECRET}\"")),
        ("\"colour\": \"teal\"", format!("\"Secret\\u0041ccessKey\": \"{SECRET}\"")),
        ("\"colour\": \"teal\"", format!("\"aws_secret_access_key={SECRET}\": 1")),
        ("\"colour\": \"teal\"", format!("\"deep\": [{{\"SecretAccessKey\": [\"{SECRET}\"]}}]")),
    ] {
        let Ok(ImportedFile::Progress(cleaned, found)) = read(V1.replace(replaced, &text).as_bytes()) else {
            panic!("{text}")
        };
        assert!(!cleaned.contains(&SECRET[..20]), "{text}: {cleaned}");
        assert!(!found.is_empty(), "{text}");
    }
    for id in [
        "\"note\": \"in 123456789012\"",
        "\"account\": 123456789012",
        "\"account-123456789012\": {}",
        "\"k\": \"AKIAIOSFODNN7EXAMPLE\"",
    ] {
        let Ok(ImportedFile::Progress(cleaned, found)) = read(V1.replace("\"colour\": \"teal\"", id).as_bytes()) else {
            panic!("{id}")
        };
        assert!(!cleaned.contains("123456789012") && !cleaned.contains(KEY_ID), "{cleaned}");
        assert!(found.is_empty());
    }
    // A random id that looks like an account id stays: copies are matched by it.
    let cleaned = import(&V1.replace("5f2c9d", "a123456789012bcd")).unwrap();
    assert_eq!(cleaned.current.id, "a123456789012bcd");
}

#[test]
fn what_is_no_copy_is_named() {
    let bad = |field: &str| ImportError::DecodeError(DecodeError::Damaged { field: field.to_owned() });
    let much = |field: &str| ImportError::TooMuch { field: field.to_owned() };
    let one_account =
        |fields: &str| format!("{{\"schema\":\"guard-navi.progress/1\",\"profiles\":[{{\"id\":\"a\"{fields}}}]}}");
    let note = |length: usize| {
        let answer = format!(
            "\"status\":\"done\",\"source\":\"self\",\"changed_at\":\"2026-11-23T11:00:00Z\",\"note\":\"{}\"",
            "あ".repeat(length)
        );
        one_account(&format!(",\"answers\":{{\"x\":{{{answer}}}}}"))
    };
    let wide = (0..2_001).map(|number| format!("\"f{number}\":1")).collect::<Vec<_>>().join(",");
    let many = format!("{{\"schema\":\"guard-navi.progress/1\",\"profiles\":[{}{{}}]}}", "{},".repeat(1_000));
    for (text, expected) in [
        ("", ImportError::Empty),
        (" \n ", ImportError::Empty),
        ("PK\u{3}\u{4}", ImportError::Packed),
        ("user,arn,user_creation_time\nroot,x,y", ImportError::Evidence),
        ("$ aws iam get-account-summary\n{}", ImportError::Evidence),
        ("{\"SummaryMap\": {}}", ImportError::Evidence),
        ("{\"trailList\": [{\"TrailARN\": \"arn:aws:cloudtrail:x\"}]}", ImportError::Evidence),
        ("[{\"SchemaVersion\": \"2018-10-08\"}]", ImportError::Evidence),
        ("{\"schema\": \"guard-navi.evidence/1\"}", ImportError::Evidence),
        ("name,owner,status\na,b,c", ImportError::Table),
        ("{\"name\": \"x\", \"version\": \"1\"}", ImportError::DecodeError(DecodeError::NotOurs)),
        ("[1, 2]", ImportError::DecodeError(DecodeError::NotOurs)),
        ("{\"schema\": \"guard-navi.catalogue/1\"}", ImportError::DecodeError(DecodeError::NotOurs)),
        ("hello", ImportError::DecodeError(DecodeError::NotJson { line: 1, column: 1 })),
        ("{\n\"schema\": x}", ImportError::DecodeError(DecodeError::NotJson { line: 2, column: 11 })),
        ("{\n\"schema\": \"guard", ImportError::CutShort { line: 2 }),
        ("{\"schema\": \"guard-navi.sealed/2\"}", ImportError::DecodeError(DecodeError::Newer)),
        ("{\"schema\": \"guard-navi.sealed/1\"}", bad("kdf")),
        (&V1.replace("progress/1", "progress/2"), ImportError::DecodeError(DecodeError::Newer)),
        (&V1.replace("2027-01-31", "2027-02-31"), bad("profiles[0].answers.config-recording.review_by")),
        ("{\"schema\":\"guard-navi.progress/1\",\"profiles\":[]}", ImportError::DecodeError(DecodeError::Empty)),
        (&V1.replace("5f2c9d", "5f 2c"), bad("profiles[0].id")),
        (&V1.replace("5f2c9d", ""), bad("profiles[0].id")),
        (&V1.replace("5f2c9d", "77aa01"), bad("profiles[1].id")),
        (&note(10_001), much("profiles[0].answers.x.note")),
        (&one_account(&format!(",\"name\":\"{}\"", "x".repeat(101))), much("profiles[0].name")),
        (&one_account(&format!(",\"more\":{{{wide}}}")), much("profiles.more")),
        (&many, much("profiles")),
        (&one_account(&format!(",\"more\":\"{}\"", "x".repeat(5_000_000))), ImportError::TooLargeForStorage),
        (&format!("{{\n\"a\": {}", "[".repeat(200)), ImportError::TooDeep { line: 2 }),
    ] {
        assert_eq!(read(text.as_bytes()), Err(expected), "{}", text.chars().take(80).collect::<String>());
    }
    assert!(import(&note(10_000)).is_ok());
    assert_eq!(read(&[0x89, b'P', b'N', b'G', 0xFF, 0]), Err(ImportError::NotText));
    let whole = V1.as_bytes();
    for end in 1..whole.len() - 2 {
        assert!(read(&whole[..end]).is_err(), "{end}");
    }
}

#[test]
fn a_field_that_stands_there_twice_counts_once() {
    let answer = |status: &str| {
        format!("{{\"status\":\"{status}\",\"source\":\"self\",\"changed_at\":\"2026-11-23T11:00:00Z\"}}")
    };
    let text = format!(
        "{{\"schema\":\"guard-navi.progress/1\",\"profiles\":[{{\"id\":\"a\",\"answers\":{{\"x\":{},\"x\":{}}}}}]}}",
        answer("done"),
        answer("unsure")
    );
    let imported = import(&text).unwrap();
    assert_eq!(imported.current.answers.len(), 1);
    assert_eq!(imported.current.status("x"), Status::Unsure);
}
