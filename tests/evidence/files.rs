//! Files of every kind: encodings, archives, transcripts, secrets, and unreadable input.

use super::samples::read;
use super::{NOW, judge_as_of, outcome};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use encoding_rs::SHIFT_JIS;
use guard_navi::base::time::Timestamp;
use guard_navi::evidence::{FILE_LIMIT, Judge, Judgement, Outcome};
use std::io::Write as _;

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const GOOD: &str = "synthetic/credential-report_real-format_good.csv";

fn judge_bytes(bytes: &[u8]) -> Judgement {
    judge_as_of(NOW, &[("file".to_owned(), bytes.to_vec(), String::new())])
}

fn judge(text: &str) -> Judgement {
    judge_bytes(text.as_bytes())
}

fn passes(judgement: &Judgement) -> bool {
    outcome(judgement, "iam-root-mfa") == Some(Outcome::Pass)
}

fn text(name: &str) -> String {
    String::from_utf8(read(name).bytes).unwrap()
}

#[test]
fn what_cannot_be_read_says_what_to_do() {
    let header = text(GOOD).lines().next().unwrap().to_owned();
    for (name, file, english) in [
        ("empty", "", "nothing in it"),
        ("blank", " \r\n", "nothing in it"),
        ("garbage", "lorem ipsum", "not clear"),
        ("HTML", "<!doctype html><p>x", "web page"),
        ("YAML", "SummaryMap:\n  Users: 1", "--output json"),
        ("text", "SUMMARYMAP\t1\t0\t2", "--output json"),
        ("table", "------------------\n|GetAccountSummary|\n+----------------+", "--output json"),
        ("broken JSON", "{\"SummaryMap\": }", "not valid JSON"),
        ("JSON cut off", "{\"SummaryMap\": {\"Users\": 1", "ends too early"),
        ("too deep", &"[".repeat(100_000), "not valid JSON"),
        ("JSON of something else", "{\"Buckets\": []}", "not what any of the commands"),
        ("nothing that tells", "{}", "not what any of the commands"),
        ("two commands print the same", "{\"Findings\": []}", "under its command"),
        ("no content", "{\"Content\": \"###\", \"ReportFormat\": \"text/csv\"}", "Content"),
        (
            "an error of something else",
            "An error occurred (AccessDenied) when calling the ListBuckets operation: x",
            "refused",
        ),
        ("a column is missing", "user,arn,mfa_active\n<root_account>,x,true", "password_enabled"),
        ("header only", &header, "no rows"),
        ("our own file", "{\"schema\": \"guard-navi.progress/1\", \"profiles\": []}", "Guard Navi itself"),
        ("newer bundle", "{\"schema\": \"guard-navi.evidence/2\", \"results\": []}", "newer version"),
        ("bundle without results", "{\"schema\": \"guard-navi.evidence/1\"}", "not well-formed"),
        ("a log line that looks like a list", "[INFO] nothing here", "not clear"),
    ] {
        let judgement = judge(file);
        assert!(judgement.verdicts.iter().all(|verdict| verdict.outcome == Outcome::Unknown), "{name}");
        let is_reported =
            judgement.problems.iter().any(|problem| problem.text.en.contains(english) && !problem.text.ja.is_empty());
        assert!(is_reported, "{name}: {:?}", judgement.problems);
    }
    for bytes in
        [b"\xff\xfe\x00".as_slice(), b"PK\x03\x04\x00\x00", b"\x1f\x8b\x08", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"]
    {
        assert_eq!(judge_bytes(bytes).problems.len(), 1, "{bytes:?}");
    }
}

#[test]
fn encodings_of_windows_are_read() {
    let report = text(GOOD);
    let wide = |bytes: fn(u16) -> [u8; 2], bom: Option<u16>| -> Vec<u8> {
        bom.into_iter().chain(report.encode_utf16()).flat_map(bytes).collect()
    };
    let with_bom = [b"\xef\xbb\xbf", report.as_bytes()].concat();
    for bytes in [
        with_bom,
        wide(u16::to_le_bytes, Some(0xfeff)),
        wide(u16::to_be_bytes, Some(0xfeff)),
        wide(u16::to_le_bytes, None),
        report.replace('\n', "\r\n").into_bytes(),
        report.replace(',', ";").into_bytes(),
    ] {
        assert!(passes(&judge_bytes(&bytes)));
    }
    // Japanese Excel saves the console's CSV in this encoding.
    let csv = text("synthetic/securityhub_controls_download_ja.csv");
    let (shift_jis, _, _) = SHIFT_JIS.encode(&csv);
    let judgement = judge_bytes(&shift_jis);
    assert_eq!(judgement.postures[0].controls.len(), 2);
}

#[test]
fn a_terminal_is_read_with_its_prompts_errors_and_log_lines() {
    let transcript = "~ $ aws account get-alternate-contact --alternate-contact-type SECURITY\r\n\r\n\
        An error occurred (ResourceNotFoundException) when calling the GetAlternateContact operation: No contact\r\n\
        [INFO] 2026-11-24 a line of a log\r\n\
        [cloudshell-user@ip-10-0-0-1 ~]$ aws iam get-account-summary --output json\r\n\
        {\r\n \"SummaryMap\": {\"AccountMFAEnabled\": 1}\r\n}\r\n\
        ~ $ aws securityhub get-findings --region eu-west-1\r\n{\"Findings\": []}\r\n~ $ ";
    let judgement = judge(transcript);
    assert!(passes(&judgement), "{judgement:?}");
    assert_eq!(judgement.read.len(), 3, "{:?}", judgement.read);
    assert_eq!(judgement.problems, []);
}

#[test]
fn archives_are_unpacked_and_counted() {
    let zip = |entries: &[(String, Vec<u8>)]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let report = read(GOOD).bytes;
    let packed = zip(&[("a/report.csv".to_owned(), report.clone()), ("__MACOSX/._report.csv".to_owned(), vec![0; 9])]);
    let judgement = judge_bytes(&packed);
    assert!(passes(&judgement));
    assert_eq!(judgement.problems, []);

    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&report).unwrap();
    assert!(passes(&judge_bytes(&gzip.finish().unwrap())));

    let many: Vec<_> = (0..1_001).map(|index| (format!("{index}.json"), b"{}".to_vec())).collect();
    let reports =
        |judgement: &Judgement, words: &str| judgement.problems.iter().any(|problem| problem.text.en.contains(words));
    assert!(reports(&judge_bytes(&zip(&many)), "more than 1,000"));
    // A zip bomb: a few kilobytes that unpack to more than the limit.
    let bomb = vec![b' '; usize::try_from(FILE_LIMIT).unwrap() + 1];
    assert!(reports(&judge_bytes(&zip(&[("bomb.json".to_owned(), bomb.clone())])), "64 MiB"));
    let full = vec![b' '; usize::try_from(FILE_LIMIT).unwrap()];
    let five: Vec<_> = (0..5).map(|index| (format!("{index}.json"), full.clone())).collect();
    assert!(reports(&judge_bytes(&zip(&five)), "256 MiB"));
    let nested = zip(&[("inner.zip".to_owned(), zip(&[("a.csv".to_owned(), report)]))]);
    assert!(reports(&judge_bytes(&nested), "Not a text file"));
}

#[test]
fn a_secret_is_cut_out_named_and_the_rest_is_judged() {
    let judgement =
        judge(&format!("{{\"SummaryMap\": {{\n\"SecretAccessKey\": \"{SECRET}\",\n\"AccountMFAEnabled\": 1}}}}"));
    assert!(passes(&judgement));
    assert!(judgement.problems[0].secret);
    assert_eq!(judgement.problems[0].line, Some(2));
    assert!(!serde_json::to_string(&judgement).unwrap().contains("wJalr"));
    // Secrets in base64 are found as well.
    let content = STANDARD.encode(format!("{}# aws_secret_access_key = {SECRET}", text(GOOD)));
    let inside = judge(&format!("{{\"Content\": \"{content}\", \"ReportFormat\": \"text/csv\"}}"));
    assert!(inside.problems.iter().any(|problem| problem.secret));
    // A verdict contains the file name, so account ids in it are masked as well.
    let named = judge_as_of(NOW, &[("123456789012.csv".to_owned(), read(GOOD).bytes, String::new())]);
    assert_eq!(named.verdicts[0].source.file, "1234****9012.csv");
}

#[test]
fn a_row_that_is_cut_off_is_named_and_never_passes() {
    let report = text(GOOD);
    let judgement = judge(&report[..report.trim_end().len() - 30]);
    assert_eq!(outcome(&judgement, "iam-root-mfa"), Some(Outcome::Unknown));
    assert_eq!(judgement.problems[0].line, Some(3));
    assert!(judgement.problems[0].text.en.contains("cut off"), "{:?}", judgement.problems);
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let judgement = judge_bytes(&vec![b' '; usize::try_from(FILE_LIMIT).unwrap() + 1]);
    assert!(judgement.problems[0].text.en.contains("64 MiB"));
}

#[test]
fn a_later_output_of_the_same_command_counts_alone() {
    let bundle = |day: u8, on: u8| {
        format!(
            "{{\"schema\": \"guard-navi.evidence/1\", \"collected_at\": \"2026-11-{day}T00:00:00Z\", \"results\": [\
             {{\"command\": \"iam get-account-summary\", \"args\": [], \"region\": null, \"exit\": 0, \
             \"output\": {{\"SummaryMap\": {{\"AccountMFAEnabled\": {on}, \"AccountPasswordPresent\": 1}}}}, \"error\": \"\"}}]}}"
        )
    };
    let both = [bundle(22, 0), bundle(23, 1)].map(|text| (String::new(), text.into_bytes(), String::new()));
    assert!(passes(&judge_as_of(NOW, &both)));
}

#[test]
fn what_is_handed_over_later_stands_in_for_the_same_before() {
    let bad = read("synthetic/credential-report_real-format_bad.csv").bytes;
    let mut judge = Judge::default();
    judge.add("before.csv", &bad, "");
    judge.add("summary", br#"{"SummaryMap": {"AccountMFAEnabled": 0, "AccountPasswordPresent": 1}}"#, "");
    judge.begin_batch();
    judge.add("after.csv", &read(GOOD).bytes, "");
    judge.add("summary again", br#"{"SummaryMap": {"AccountMFAEnabled": 1, "Users": 1}}"#, "");
    assert!(passes(&judge.finish(Timestamp::parse(NOW).unwrap())));
    // The keys of two users are independent: the second output does not replace the first.
    let keys = |made: &str| {
        format!(
            "{{\"AccessKeyMetadata\": [{{\"UserName\": \"x\", \"Status\": \"Active\", \"CreateDate\": \"{made}\"}}]}}"
        )
    };
    let mut judge = Judge::default();
    judge.add("one", keys("2020-01-01T00:00:00Z").as_bytes(), "");
    judge.begin_batch();
    judge.add("two", keys("2026-11-20T00:00:00Z").as_bytes(), "");
    let judgement = judge.finish(Timestamp::parse(NOW).unwrap());
    assert_eq!(outcome(&judgement, "iam-access-key-age"), Some(Outcome::Fail));
}

#[test]
fn a_damaged_report_stands_in_for_nothing() {
    let bad = read("synthetic/credential-report_real-format_bad.csv").bytes;
    let mut judge = Judge::default();
    judge.add("whole.csv", &bad, "");
    let whole = judge.finish(Timestamp::parse(NOW).unwrap());
    assert_eq!(outcome(&whole, "iam-root-mfa"), Some(Outcome::Fail));
    // Cut in the first row, in the last row, and with a second header.
    let cuts = [bad[..500].to_vec(), bad[..bad.len() - 20].to_vec(), [&bad[..], &bad[..]].concat()];
    for cut in cuts {
        let mut judge = Judge::default();
        judge.add("whole.csv", &bad, "");
        judge.begin_batch();
        judge.add("cut.csv", &cut, "");
        let both = judge.finish(Timestamp::parse(NOW).unwrap());
        for verdict in whole.verdicts.iter().filter(|verdict| verdict.outcome == Outcome::Fail) {
            assert_eq!(outcome(&both, &verdict.control), Some(Outcome::Fail), "{}", verdict.control);
        }
    }
}

#[test]
fn a_later_scan_stands_in_for_the_same_checks_only() {
    let finding = |id: &str, status: &str| {
        format!(
            "[{{\"GeneratorId\": \"security-control/{id}\", \"Region\": \"eu-west-1\", \"Compliance\": {{\"Status\": \"{status}\", \"SecurityControlId\": \"{id}\"}}}}]"
        )
    };
    let judged = |later: &str| {
        let mut judge = Judge::default();
        judge.add("first half", finding("IAM.4", "FAILED").as_bytes(), "");
        judge.begin_batch();
        judge.add("second half", later.as_bytes(), "");
        outcome(&judge.finish(Timestamp::parse(NOW).unwrap()), "iam-root-no-access-key")
    };
    assert_eq!(judged(&finding("EC2.19", "PASSED")), Some(Outcome::Fail));
    assert_eq!(judged(&finding("IAM.4", "PASSED")), Some(Outcome::Pass));
}
