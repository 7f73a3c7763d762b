//! Evidence: one case a line of the rules, on real and hand-made input.

use guard_navi::evidence::{FILE_LIMIT, JUDGED, Judge, Judgement, Outcome};
use guard_navi::time::Timestamp;

const GOOD: &str = include_str!("evidence/credential-report_real-format_good.csv");
const BAD: &str = include_str!("evidence/credential-report_real-format_bad.csv");
const SIMULATED_REPORT: &str = include_str!("evidence/credential-report_simulated.json");
const SIMULATED_SUMMARY: &str = include_str!("evidence/account-summary_simulated.json");
const DENIED: &str = include_str!("evidence/iam_access-denied.err");

fn judge_bytes(files: &[&[u8]]) -> Judgement {
    let mut judge = Judge::default();
    for file in files {
        judge.add("file", file);
    }
    judge.finish(Timestamp::parse("2026-11-23T12:00:00Z").unwrap())
}

fn judge(files: &[&str]) -> Judgement {
    judge_bytes(&files.iter().map(|file| file.as_bytes()).collect::<Vec<_>>())
}

fn outcome(files: &[&str]) -> Option<Outcome> {
    judge(files).verdicts.first().map(|verdict| verdict.outcome)
}

fn summary(fields: &str) -> String {
    format!("{{\"SummaryMap\": {{{fields}}}}}")
}

/// The bad report with the root row's password and access key switched off.
fn central_root() -> String {
    let root = BAD.lines().nth(1).unwrap();
    let without =
        root.replacen(",true,2026-11-20", ",false,2026-11-20", 1).replacen("false,true,2024", "false,false,2024", 1);
    BAD.replace(root, &without)
}

fn wrapped(csv: &str, generated: &str) -> String {
    use base64::Engine as _;
    let content = base64::engine::general_purpose::STANDARD.encode(csv);
    format!("{{\"Content\": \"{content}\", \"ReportFormat\": \"text/csv\", \"GeneratedTime\": \"{generated}\"}}")
}

#[test]
fn root_mfa_line_by_line() {
    use Outcome::{Fail, Pass, Unknown};
    let on = summary("\"AccountMFAEnabled\": 1");
    let off = summary("\"AccountMFAEnabled\": 0, \"AccountPasswordPresent\": 1, \"AccountAccessKeysPresent\": 0");
    let off_key = summary("\"AccountMFAEnabled\": 0, \"AccountAccessKeysPresent\": 1");
    let none = summary("\"AccountMFAEnabled\": 0, \"AccountPasswordPresent\": 0, \"AccountAccessKeysPresent\": 0");
    let silent = summary("\"AccountMFAEnabled\": 0");
    let more_users = summary("\"AccountMFAEnabled\": 1, \"Users\": 7");
    let same_users = summary("\"AccountMFAEnabled\": 1, \"Users\": 1");
    let rootless: String = GOOD.lines().filter(|line| !line.starts_with('<')).map(|line| format!("{line}\n")).collect();
    let odd = GOOD.replacen("not_supported,true", "not_supported,maybe", 1);
    let other_account = GOOD.replace("123456789012", "210987654321");
    let central = central_root();
    let cases: &[(&str, &[&str], Outcome)] = &[
        ("good report", &[GOOD], Pass),
        ("bad report", &[BAD], Fail),
        ("TRUE as the documentation prints it", &[&GOOD.replace("true", "TRUE")], Pass),
        ("FALSE as the documentation prints it", &[&BAD.replace("false", "FALSE")], Fail),
        ("22 columns", &[&GOOD.replace(",additional_credentials_info", "").replace("N/A,\n", "N/A\n")], Pass),
        (
            "an unknown column more",
            &[&GOOD
                .replacen("user,arn", "user,arn,new", 1)
                .replace(":root,", ":root,x,")
                .replace("/alice,", "/alice,x,")],
            Pass,
        ),
        ("semicolons, as a spreadsheet writes", &[&GOOD.replace(',', ";")], Pass),
        ("CRLF", &[&GOOD.replace('\n', "\r\n")], Pass),
        ("JSON of get-credential-report", &[&wrapped(BAD, "2026-11-23T11:00:00+00:00")], Fail),
        ("report of eight days ago", &[&wrapped(GOOD, "2026-11-15T11:00:00Z")], Unknown),
        ("failing report of eight days ago", &[&wrapped(BAD, "2026-11-15T11:00:00Z")], Unknown),
        ("report from the future", &[&wrapped(GOOD, "2026-11-26T11:00:00Z")], Unknown),
        ("no root row", &[&rootless], Unknown),
        ("mfa_active is neither", &[&odd], Unknown),
        ("root without credentials, report alone", &[&central], Unknown),
        ("root without credentials, both agree", &[&central, &none], Pass),
        ("root without credentials, summary alone", &[&none], Unknown),
        ("summary on", &[&on], Pass),
        ("summary off with password", &[&off], Fail),
        ("summary off with access key", &[&off_key], Fail),
        ("summary off, silent about the password", &[&silent], Unknown),
        ("summary without the field", &[&summary("\"Users\": 1")], Unknown),
        ("report and summary agree on pass", &[GOOD, &same_users], Pass),
        ("report and summary contradict", &[BAD, &on], Unknown),
        ("user counts differ", &[GOOD, &more_users], Unknown),
        ("user counts differ, but it fails", &[BAD, &off.replace("}}", ", \"Users\": 9}}")], Fail),
        ("two accounts", &[GOOD, &other_account], Unknown),
        ("two accounts in one file", &[&format!("{BAD}{other_account}")], Unknown),
        ("the same report twice in one file", &[&format!("{GOOD}{GOOD}")], Unknown),
        ("simulator's report has no root row", &[SIMULATED_REPORT], Unknown),
        ("simulator's summary says nothing of a password", &[SIMULATED_SUMMARY], Unknown),
        ("both simulated", &[SIMULATED_REPORT, SIMULATED_SUMMARY], Unknown),
    ];
    for (what, files, wanted) in cases {
        assert_eq!(outcome(files), Some(*wanted), "{what}");
    }
}

#[test]
fn every_verdict_has_a_reason_in_both_languages() {
    for files in [&[GOOD][..], &[BAD], &[SIMULATED_SUMMARY], &[GOOD, SIMULATED_SUMMARY]] {
        for verdict in judge(files).verdicts {
            assert!(JUDGED.contains(&verdict.control.as_str()));
            assert!(!verdict.reasons.is_empty());
            for reason in verdict.reasons {
                assert!(reason.ja != reason.en && !reason.ja.is_empty() && !reason.en.is_empty());
                assert!(!reason.ja.contains("123456789012") && !reason.en.contains("123456789012"));
            }
        }
    }
}

#[test]
fn what_cannot_be_read_says_what_to_do() {
    for (what, file, english) in [
        ("empty", "", "nothing in it"),
        ("blank", " \r\n", "nothing in it"),
        ("garbage", "lorem ipsum", "not clear"),
        ("HTML", "<!doctype html><p>x", "web page"),
        ("YAML", "SummaryMap:\n  Users: 1", "--output json"),
        ("broken JSON", "{\"SummaryMap\": }", "not valid JSON"),
        ("JSON cut off", "{\"SummaryMap\": {\"Users\": 1", "ends too early"),
        ("JSON of something else", "{\"Buckets\": []}", "cannot be judged yet"),
        ("no map", "{\"SummaryMap\": 7}", "cannot be read"),
        ("no content", "{\"Content\": \"###\", \"ReportFormat\": \"text/csv\"}", "Content"),
        ("access denied", DENIED, "refused"),
        (
            "report not there",
            "An error occurred (ReportNotPresent) when calling the GetCredentialReport operation: x",
            "generate-credential-report",
        ),
        ("a column is missing", "user,arn,mfa_active\n<root_account>,x,true", "password_enabled"),
        ("header only", GOOD.lines().next().unwrap(), "no rows"),
    ] {
        let judgement = judge(&[file]);
        assert!(judgement.verdicts.iter().all(|verdict| verdict.outcome == Outcome::Unknown), "{what}");
        let told =
            judgement.problems.iter().any(|problem| problem.text.en.contains(english) && !problem.text.ja.is_empty());
        assert!(told, "{what}: {:?}", judgement.problems);
    }
    assert_eq!(judge_bytes(&[b"\xff\xfe\x00"]).problems.len(), 1);
    assert_eq!(judge_bytes(&[b"PK\x03\x04\x00\x00"]).problems.len(), 1);
}

#[test]
fn a_row_that_is_cut_off_is_named_and_never_passes() {
    let cut = &GOOD[..GOOD.trim_end().len() - 30];
    let judgement = judge(&[cut]);
    assert_eq!(judgement.verdicts[0].outcome, Outcome::Unknown);
    assert_eq!(judgement.problems[0].line, Some(3));
    assert!(judgement.problems[0].text.en.contains("cut off"), "{:?}", judgement.problems);
}

#[test]
fn cutting_a_file_anywhere_never_makes_a_pass_of_it() {
    let wrapped = wrapped(BAD, "2026-11-23T11:00:00Z");
    for text in [BAD, &wrapped, SIMULATED_REPORT, SIMULATED_SUMMARY] {
        for end in 0..text.len() {
            assert_ne!(outcome(&[&text[..end]]), Some(Outcome::Pass), "{end}");
        }
    }
    // Cut at the end of a row it cannot be told: the reason names how many users were read.
    let whole_rows = GOOD.lines().take(2).collect::<Vec<_>>().join("\n");
    let judgement = judge(&[&whole_rows]);
    assert_eq!(judgement.verdicts[0].outcome, Outcome::Pass);
    assert!(judgement.verdicts[0].reasons[0].en.contains("0 IAM users read"));
}

#[test]
fn encodings_of_windows_are_read() {
    let bom = [b"\xef\xbb\xbf", GOOD.as_bytes()].concat();
    let little: Vec<u8> = [0xfeff].into_iter().chain(GOOD.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = [0xfeff].into_iter().chain(GOOD.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    for bytes in [bom, little, big] {
        assert_eq!(judge_bytes(&[&bytes]).verdicts[0].outcome, Outcome::Pass);
    }
}

#[test]
fn a_secret_is_cut_out_named_and_the_rest_is_judged() {
    let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    let text = format!("{{\n\"SecretAccessKey\": \"{secret}\",\n\"SummaryMap\": {{\"AccountMFAEnabled\": 1}}}}");
    let judgement = judge(&[&text]);
    assert_eq!(judgement.verdicts[0].outcome, Outcome::Pass);
    assert!(judgement.problems[0].secret);
    assert_eq!(judgement.problems[0].line, Some(2));
    assert!(!serde_json::to_string(&judgement).unwrap().contains("wJalr"));
    // Base64 hides nothing.
    let inside = wrapped(&format!("{GOOD}# aws_secret_access_key = {secret}"), "2026-11-23T11:00:00Z");
    assert!(judge(&[&inside]).problems.iter().any(|problem| problem.secret));
    // A file's name is kept, so it is cleaned as well.
    let mut judge = Judge::default();
    judge.add("123456789012.csv", GOOD.as_bytes());
    let judgement = judge.finish(Timestamp::UNIX_EPOCH);
    assert_eq!(judgement.verdicts[0].source.file, "1234****9012.csv");
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let large = vec![b' '; usize::try_from(FILE_LIMIT).unwrap() + 1];
    let judgement = judge_bytes(&[&large, GOOD.as_bytes()]);
    assert_eq!(judgement.verdicts[0].outcome, Outcome::Pass);
    assert!(judgement.problems[0].text.en.contains("64 MiB"));
}
