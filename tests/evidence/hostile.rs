//! Hostile input: reading a damaged file ends quickly, without a panic, and gives no pass that the whole file does not
//! give.
//!
//! `GUARD_NAVI_CASES` sets the number of cases per format.

use super::samples::{Sample, all, bundle, read};
use super::{NOW, judge_as_of, outcome};
use guard_navi::evidence::{Judgement, Outcome};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::time::{Duration, Instant};

/// AWS's own documentation example; not a credential.
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

/// A time that only a hang exceeds, even on a busy machine; `cargo xtask bench` measures speed.
const HANG: Duration = Duration::from_secs(60);

fn cases() -> u32 {
    std::env::var("GUARD_NAVI_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(20_000)
}

/// One way to damage a file.
#[derive(Clone, Debug)]
enum Damage {
    Cut(usize),
    Drop(usize, usize),
    Repeat(usize, usize),
    Insert(usize, &'static str),
    Byte(usize, u8),
    Swap(usize, usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = || any::<usize>();
    let length = || 0..200_usize;
    let pieces = proptest::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "null",
        "true",
        "-1",
        "1e999",
        "\u{0}",
        "\u{feff}",
        "\\u0000",
        "\r\n",
        "🔥",
        "<root_account>",
        "N/A",
        ";",
        "\t",
        "NextToken",
        "An error occurred (AccessDenied) when calling the ListUsers operation: x\n",
        "aws iam list-users --region us-east-1\n",
        "[[[[[[[[[[[[[[[[",
        "\"schema\": \"guard-navi.evidence/1\",",
        "[INFO] x\n",
    ]);
    prop_oneof![
        at().prop_map(Damage::Cut),
        (at(), length()).prop_map(|(at, length)| Damage::Drop(at, length)),
        (at(), length()).prop_map(|(at, length)| Damage::Repeat(at, length)),
        (at(), pieces).prop_map(|(at, piece)| Damage::Insert(at, piece)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        (at(), at(), length()).prop_map(|(from, to, length)| Damage::Swap(from, to, length)),
    ]
}

fn apply(bytes: &mut Vec<u8>, damage: &Damage) {
    let place = |at: usize| if bytes.is_empty() { 0 } else { at % bytes.len() };
    match damage {
        Damage::Cut(at) => bytes.truncate(place(*at)),
        Damage::Drop(at, length) => {
            let at = place(*at);
            bytes.drain(at..(at + length).min(bytes.len()));
        }
        Damage::Repeat(at, length) => {
            let at = place(*at);
            let piece = bytes[at..(at + length).min(bytes.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        Damage::Insert(at, piece) => {
            let at = place(*at);
            bytes.splice(at..at, piece.bytes());
        }
        Damage::Byte(at, byte) => {
            let at = place(*at);
            if let Some(place) = bytes.get_mut(at) {
                *place = *byte;
            }
        }
        Damage::Swap(from, to, length) => {
            let (from, to) = (place(*from), place(*to));
            let piece: Vec<u8> = bytes.drain(from..(from + length).min(bytes.len())).collect();
            let to = to.min(bytes.len());
            bytes.splice(to..to, piece);
        }
    }
}

/// Judges one file, and asserts what holds for any input: no hang, no leaked secret, a judgement that survives JSON.
fn survives(name: &str, bytes: &[u8], command: &str) -> Judgement {
    let start = Instant::now();
    let judgement = judge_as_of(NOW, &[(name.to_owned(), bytes.to_vec(), command.to_owned())]);
    assert!(start.elapsed() < HANG, "{name} took {:?}", start.elapsed());
    let json = serde_json::to_string(&judgement).unwrap();
    assert!(!json.contains(SECRET), "{name} leaked a secret");
    assert_eq!(Judgement::from_json(&json).as_ref(), Some(&judgement));
    judgement
}

/// Judges many damaged copies of these files.
fn damaged(samples: &[Sample]) {
    assert!(!samples.is_empty());
    let config = Config { cases: cases(), failure_persistence: None, ..Config::default() };
    let strategy = (any::<prop::sample::Index>(), vec(damage(), 1..6));
    let result = TestRunner::new(config).run(&strategy, |(index, damages)| {
        let sample = index.get(samples);
        let mut bytes = sample.bytes.clone();
        damages.iter().for_each(|damage| apply(&mut bytes, damage));
        let secret = format!("\naws_secret_access_key = {SECRET}\n");
        bytes.extend(secret.bytes());
        survives(&sample.name, &bytes, &sample.command);
        Ok(())
    });
    result.unwrap();
}

#[test]
fn damaged_outputs_of_commands() {
    damaged(&all().into_iter().filter(|sample| sample.bytes.len() < 7_000).collect::<Vec<_>>());
}

#[test]
fn damaged_bundles() {
    let small = |name: &str| bundle(name, |sample| sample.bytes.len() < 900);
    damaged(&[small("good"), small("bad")]);
}

#[test]
fn damaged_credential_reports() {
    let names = [
        "synthetic/credential-report_real-format_good.csv",
        "synthetic/credential-report_real-format_bad.csv",
        "bad/iam_get-credential-report.json",
    ];
    damaged(&names.map(read));
}

#[test]
fn damaged_security_hub_findings() {
    let shortened = |name: &str| {
        let mut sample = read(name);
        let findings: Vec<serde_json::Value> = serde_json::from_slice(&sample.bytes).unwrap();
        sample.bytes = serde_json::to_vec(&findings[..3]).unwrap();
        sample
    };
    damaged(&["synthetic/asff_good.json", "synthetic/asff_bad.json"].map(shortened));
}

#[test]
fn damaged_csv_of_the_security_hub_console() {
    damaged(&[read("synthetic/securityhub_controls_download_ja.csv")]);
}

#[test]
fn damaged_prowler_csv() {
    damaged(&[read("prowler/bad.csv")]);
}

#[test]
fn damaged_prowler_ocsf() {
    damaged(&[read("prowler/bad.ocsf.json")]);
}

#[test]
fn damaged_archives() {
    use std::io::Write as _;
    let inside = read("synthetic/credential-report_real-format_bad.csv");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("folder/report.csv", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(&inside.bytes).unwrap();
    let zip = zip.finish().unwrap().into_inner();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&inside.bytes).unwrap();
    let sample = |name: &str, bytes| Sample { name: name.to_owned(), bytes, command: String::new() };
    damaged(&[sample("a.zip", zip), sample("a.csv.gz", gzip.finish().unwrap())]);
}

#[test]
fn any_bytes_at_all() {
    let config = Config { cases: cases(), failure_persistence: None, ..Config::default() };
    let result = TestRunner::new(config).run(&(vec(any::<u8>(), 0..400), ".{0,40}"), |(bytes, command)| {
        survives("x", &bytes, &command);
        Ok(())
    });
    result.unwrap();
}

/// Whether a CSV is cut exactly after a row: then it looks complete.
fn is_cut_behind_a_row(sample: &Sample, end: usize) -> bool {
    sample.name.ends_with(".csv") && (sample.bytes[..end].ends_with(b"\n") || sample.bytes[end..].starts_with(b"\n"))
}

#[test]
fn cutting_a_sample_anywhere_never_makes_a_pass_of_it() {
    let verdicts = |sample: &Sample, end: usize| {
        judge_as_of(NOW, &[(sample.name.clone(), sample.bytes[..end].to_vec(), sample.command.clone())]).verdicts
    };
    for sample in all() {
        let whole = verdicts(&sample, sample.bytes.len());
        let passes =
            |control: &str| whole.iter().any(|verdict| verdict.control == control && verdict.outcome == Outcome::Pass);
        for end in (0..sample.bytes.len()).filter(|end| !is_cut_behind_a_row(&sample, *end)) {
            for verdict in verdicts(&sample, end).iter().filter(|verdict| verdict.outcome == Outcome::Pass) {
                assert!(passes(&verdict.control), "{} cut at {end} passes {}", sample.name, verdict.control);
            }
        }
    }
}

#[test]
fn cutting_one_file_of_a_whole_account_never_makes_a_pass() {
    let samples: Vec<Sample> =
        all().into_iter().filter(|sample| sample.name.starts_with("bad/") && sample.bytes.len() < 7_000).collect();
    let judged = |cut: Option<(usize, usize)>| {
        let file = |(index, sample): (usize, &Sample)| {
            let end = cut.filter(|(at, _)| *at == index).map_or(sample.bytes.len(), |(_, end)| end);
            (sample.file_name(), sample.bytes[..end].to_vec(), sample.command.clone())
        };
        judge_as_of(NOW, &samples.iter().enumerate().map(file).collect::<Vec<_>>())
    };
    let whole = judged(None);
    for (index, sample) in samples.iter().enumerate() {
        for end in (0..6).map(|part| sample.bytes.len() * part / 6).filter(|end| !is_cut_behind_a_row(sample, *end)) {
            for verdict in judged(Some((index, end))).verdicts.iter().filter(|verdict| verdict.outcome == Outcome::Pass)
            {
                let before = outcome(&whole, &verdict.control);
                assert_eq!(before, Some(Outcome::Pass), "{} cut at {end}: {}", sample.name, verdict.control);
            }
        }
    }
}
