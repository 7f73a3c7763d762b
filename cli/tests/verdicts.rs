//! `guard-navi judge` says of every case of the evidence rules what the page's judge says, in every form that it prints.

#[path = "../../tests/evidence_cases/mod.rs"]
#[allow(dead_code, reason = "shared with another test")]
mod evidence_cases;
#[path = "../../tests/json_schema/mod.rs"]
#[allow(dead_code, reason = "shared with another test")]
mod json_schema;
#[allow(dead_code, reason = "shared with other tests")]
mod support;

use evidence_cases::{Case, all, controls};
use guard_navi::base::i18n::Locale;
use guard_navi::base::time::Timestamp;
use guard_navi::evidence::{Incoming, Judge, Judgement};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};
use support::{at_root, folder, program, run, text, write};

/// When the files of a case were last changed: the program passes that on, as the page does.
fn changed_at(now: Timestamp) -> Timestamp {
    Timestamp::from_unix_seconds(now.unix_seconds() - 60).unwrap()
}

/// The files of a case, with a name where it has none.
fn named(case: &Case) -> Vec<(String, &[u8])> {
    let name = |name: &str| if name.is_empty() { "file".to_owned() } else { name.to_owned() };
    case.files.iter().map(|(file, bytes, _)| (name(file), bytes.as_slice())).collect()
}

/// What the page's judge says.
fn judged(case: &Case, now: Timestamp) -> Judgement {
    let mut judge = Judge::default();
    for ((name, bytes), (_, _, command)) in named(case).into_iter().zip(&case.files) {
        let file = Incoming { name: &name, bytes: bytes.into(), command, changed_at: Some(changed_at(now)) };
        judge.add_with_progress(file, &|_| {});
    }
    judge.finish(now)
}

/// Writes the files of a case, each into a folder of its own: two may have one name.
fn written(case: &Case, folder: &Path, now: Timestamp) -> Vec<PathBuf> {
    let seconds = u64::try_from(changed_at(now).unix_seconds()).unwrap();
    let file = |(place, (name, bytes)): (usize, (String, &[u8]))| {
        let path = write(&folder.join(place.to_string()).join(name), bytes);
        fs::File::open(&path).unwrap().set_modified(UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
        path
    };
    named(case).into_iter().enumerate().map(file).collect()
}

/// The parts of a judgement that the program prints, as JSON in one language.
fn expected(judgement: &Judgement, locale: Locale) -> Value {
    let verdicts = judgement.verdicts.iter().map(|verdict| {
        let reasons: Vec<&str> = verdict.reasons.iter().map(|reason| reason.get(locale)).collect();
        let mut value = serde_json::to_value(verdict).unwrap();
        value["reasons"] = json!(reasons);
        value
    });
    let problems: Vec<&str> = judgement.problems.iter().map(|problem| problem.text.get(locale)).collect();
    let read: Vec<&str> = judgement.read.iter().map(|read| read.file.as_str()).collect();
    json!([judgement.accounts, verdicts.collect::<Value>(), problems, read])
}

/// The same parts of what the program printed, without what it adds of the catalogue.
fn printed(value: &Value) -> Value {
    let mut verdicts = value["verdicts"].clone();
    for verdict in verdicts.as_array_mut().unwrap() {
        for field in ["title", "section", "mandatory", "severity"] {
            assert!(verdict.as_object_mut().unwrap().remove(field).is_some(), "{field}");
        }
    }
    let all = |list: &str, field: &str| -> Value {
        value[list].as_array().unwrap().iter().map(|item| item[field].clone()).collect()
    };
    json!([value["accounts"], verdicts, all("problems", "text"), all("read", "file")])
}

/// Whether the program and the page's judge differ on a case.
fn differs(control: &str, case: &Case, place: usize) -> bool {
    let now = Timestamp::parse(&case.now).unwrap();
    let locale = Locale::ALL[place % 2];
    let folder = folder(&format!("cases/{control}-{place}"));
    let mut judge = program();
    judge.args(["judge", "--format", "json", "--lang", locale.tag(), "--now", &case.now]);
    for (path, (_, _, command)) in written(case, &folder, now).iter().zip(&case.files) {
        judge.arg(path).args(["--command", command]);
    }
    let output = judge.output().unwrap();
    let judgement = judged(case, now);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    json_schema::check("verdicts-1", &value);
    let is_code_right = output.status.code() == Some(if judgement.read.is_empty() { 2 } else { 0 });
    fs::remove_dir_all(folder).unwrap();
    printed(&value) != expected(&judgement, locale) || !is_code_right
}

#[test]
fn every_case_is_judged_as_the_page_judges_it() {
    at_root();
    let (mut compared, mut wrong) = (0, Vec::new());
    for control in controls() {
        for (place, case) in all(&control).iter().enumerate() {
            compared += 1;
            if differs(&control, case, place) {
                wrong.push(format!("{control}: {}", case.name));
            }
        }
    }
    assert!(compared > 1_000, "{compared}");
    assert!(wrong.is_empty(), "{} of {compared} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Every sample of an account, as a user hands them over.
fn samples(account: &str) -> Vec<String> {
    at_root();
    let entries = fs::read_dir(Path::new("tests/evidence/samples").join(account)).unwrap();
    let mut paths: Vec<String> = entries.map(|entry| entry.unwrap().path().to_str().unwrap().to_owned()).collect();
    paths.retain(|path| !path.ends_with(".tsv"));
    paths.sort();
    paths
}

fn judge(options: &[&str], files: &[String]) -> (Option<i32>, String) {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let output = run(&[&["judge", "--now", "2026-11-24T09:00:00Z"], options, &files].concat(), b"");
    (output.status.code(), text(&output))
}

#[test]
fn every_form_has_every_verdict() {
    let files = samples("bad");
    let of = |format: &str| judge(&["--format", format, "--lang", "en"], &files).1;
    let parsed = |format: &str| -> Value { serde_json::from_str(&of(format)).unwrap() };
    let (all, sarif, ocsf, markdown) = (parsed("json"), parsed("sarif"), parsed("ocsf"), of("markdown"));
    let verdicts = all["verdicts"].as_array().unwrap();
    assert!(verdicts.len() > 30, "{}", verdicts.len());
    for (place, verdict) in verdicts.iter().enumerate() {
        let control = &verdict["control"];
        let result = &sarif["runs"][0]["results"][place];
        let finding = &ocsf[place];
        let wanted = match verdict["outcome"].as_str().unwrap() {
            "pass" => ("pass", 1),
            "fail" => ("fail", 3),
            _ if verdict["asks"] == true => ("review", 0),
            _ => ("open", 0),
        };
        assert_eq!((result["kind"].as_str().unwrap(), finding["compliance"]["status_id"].as_i64().unwrap()), wanted);
        assert_eq!((&result["ruleId"], &finding["compliance"]["control"]), (control, control));
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(&sarif["runs"][0]["tool"]["driver"]["rules"][rule]["id"], control);
        assert!(markdown.contains(&format!("({})", control.as_str().unwrap())), "{control}");
    }
    let problems = all["problems"].as_array().unwrap();
    let notifications = &sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(notifications.as_array().unwrap().len(), problems.len());
    assert!(!problems.is_empty());
}

#[test]
fn both_languages_say_the_same_of_everything() {
    let files = samples("bad");
    for format in ["json", "markdown", "sarif", "ocsf"] {
        let [ja, en] = ["ja", "en"].map(|lang| judge(&["--format", format, "--lang", lang], &files).1);
        assert!(ja.contains("ルートユーザー") && !en.contains("ルート"), "{format}");
        assert_eq!(ja.matches("iam-root-mfa").count(), en.matches("iam-root-mfa").count(), "{format}");
    }
}

#[test]
fn the_exit_code_is_what_fail_on_makes_of_the_verdicts() {
    let (bad, good) = (samples("bad"), samples("good"));
    let code = |options: &[&str], files: &[String]| judge(options, files).0;
    assert_eq!(code(&[], &bad), Some(0), "a fail alone is no failure");
    assert_eq!(code(&["--fail-on", "fail"], &bad), Some(1));
    assert_eq!(code(&["--fail-on", "mandatory"], &bad), Some(1));
    assert_eq!(code(&["--fail-on", "unknown,problem"], &good), Some(1));
    let summary = ["tests/evidence/samples/good/iam_get-account-password-policy.json".to_owned()];
    for condition in ["fail", "mandatory", "problem"] {
        assert_eq!(code(&["--fail-on", condition], &summary), Some(0), "{condition}");
    }
    let recommended = folder("recommended").join("role.json");
    let policy = r#"{"PasswordPolicy": {"MinimumPasswordLength": 6}}"#;
    let files = [write(&recommended, policy.as_bytes()).to_str().unwrap().to_owned()];
    assert_eq!((code(&["--fail-on", "fail"], &files), code(&["--fail-on", "mandatory"], &files)), (Some(1), Some(0)));
}

#[test]
fn a_file_that_cannot_be_opened_ends_it_before_anything_is_printed() {
    let known = "tests/evidence/samples/good/iam_get-account-summary.json";
    for path in ["tests/evidence/samples/nothing.json", "tests"] {
        let output = run(&["judge", "--lang", "ja", known, path], b"");
        assert_eq!((output.status.code(), text(&output).as_str()), (Some(2), ""), "{path}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.starts_with("エラー: ") && message.contains(path), "{message}");
    }
    let twice = &["judge", "--command", "a", "--command", "b", known];
    for arguments in
        [&["judge"][..], twice, &["judge", "--format", "xml", known], &["judge", "--now", "noon", known], &[]]
    {
        assert_eq!(run(arguments, b"").status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn the_standard_input_is_a_file_and_its_command_is_heeded() {
    let output =
        run(&["judge", "-", "--format", "json", "--command", "aws guardduty get-findings"], b"{\"Findings\": []}");
    let value: Value = serde_json::from_str(&text(&output)).unwrap();
    assert_eq!(value["read"][0]["what"], "guardduty get-findings");
    let output = run(&["judge", "-", "--format", "json"], b"{\"Findings\": []}");
    assert_eq!(output.status.code(), Some(2), "two commands print the same");
}

#[test]
fn hostile_files_are_problems_and_never_an_end() {
    const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    let place = folder("hostile");
    let deep = "[".repeat(200_000);
    let secret = format!("{{\"SummaryMap\": {{\"SecretAccessKey\": \"{SECRET}\",\n\"AccountMFAEnabled\": 1}}}}");
    let large = vec![b' '; 65 * 1024 * 1024];
    let markup = "{\"Users\": [{\"UserName\": \"<img src=x onerror=alert(1)>|`\"}]}";
    let files: Vec<String> = [
        ("nul.json", b"\0\0\0".as_slice()),
        ("deep.json", deep.as_bytes()),
        ("cut.zip", b"PK\x03\x04\x14\0\0\0"),
        ("large.json", &large),
        ("secret.json", secret.as_bytes()),
        ("-n <b>|`\u{202e}\u{1b}[31m 123456789012.json", markup.as_bytes()),
    ]
    .map(|(name, bytes)| write(&place.join(name), bytes).to_str().unwrap().to_owned())
    .into();
    for format in ["json", "markdown", "sarif", "ocsf"] {
        let (code, out) = judge(&["--format", format, "--lang", "en"], &files);
        assert_eq!(code, Some(0), "{format}");
        for leaked in ["wJalr", "123456789012", "\u{1b}", "\u{202e}"] {
            let is_for_programs = leaked == "\u{202e}" && format != "markdown";
            assert!(is_for_programs || !out.contains(leaked), "{format} prints {leaked:?}");
        }
        if format == "markdown" {
            assert!(!out.contains("<img") && !out.contains("<b>"), "{out}");
        }
        if format == "json" {
            let problems = serde_json::from_str::<Value>(&out).unwrap()["problems"].clone();
            assert!(problems.as_array().unwrap().len() >= 5, "{problems:#}");
        }
    }
}

#[test]
fn help_completions_and_man_pages_come_in_both_languages() {
    let place = folder("man");
    for (lang, word) in [("en", "Judges files"), ("ja", "ファイルを判定します")] {
        assert!(text(&run(&["--help", "--lang", lang], b"")).contains(word));
        let man = place.join(lang);
        fs::create_dir_all(&man).unwrap();
        assert!(run(&["man", "--lang", lang, man.to_str().unwrap()], b"").status.success());
        let mut pages: Vec<String> =
            fs::read_dir(&man).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        pages.sort();
        let wanted = ["-collect-script", "-completions", "-judge", "-serve", ""];
        assert_eq!(pages, wanted.map(|name| format!("guard-navi{name}.1")));
        assert!(fs::read_to_string(man.join("guard-navi-judge.1")).unwrap().contains("fail\\-on"));
    }
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(text(&run(&["completions", shell], b"")).contains("fail-on"), "{shell}");
    }
    let japanese = program().env("LANG", "ja_JP.UTF-8").arg("--help").output().unwrap();
    assert!(text(&japanese).contains("ファイルを判定します"));
}

#[test]
fn the_script_is_that_of_the_page() {
    for locale in Locale::ALL {
        let output = run(&["collect-script", "--lang", locale.tag()], b"");
        assert_eq!(text(&output), guard_navi::evidence::collector::script(locale));
    }
}
