//! The collector script, run by bash: with the real AWS CLI in simulated accounts (with resources, with every request
//! refused, with a Region that does not answer, with many users), and with a fake `aws` for error cases.

#[path = "collector/accounts.rs"]
mod accounts;
#[allow(dead_code, reason = "shared with another test")]
mod aws;
#[cfg(unix)]
#[path = "collector/environment.rs"]
mod environment;
#[cfg(unix)]
#[path = "collector/fake.rs"]
mod fake;
#[cfg(unix)]
#[path = "collector/partial_results.rs"]
mod partial_results;
#[path = "collector/proxy.rs"]
mod proxy;
#[allow(dead_code, reason = "shared with another test")]
#[path = "collector/run.rs"]
mod run;
#[cfg(unix)]
#[path = "collector/signed_out.rs"]
mod signed_out;

use accounts::{create_resources, listed};
use aws::{Aws, Simulator};
use guard_navi::base::i18n::Locale;
use guard_navi::evidence::Outcome;
use guard_navi::evidence::collector::script;
use proxy::Proxy;
use run::Collector;
use serde_json::Value;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const TWO: &[&str] = &["--regions", "ap-northeast-1 us-east-1"];

/// Pipes the script into a program. Returns its success and its output, or `None` if the program is not installed.
fn output_of(program: &str, args: &[&str], script: &str) -> Option<(bool, String)> {
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(script.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    let text = [output.stdout, output.stderr].concat();
    Some((output.status.success(), String::from_utf8_lossy(&text).into_owned()))
}

#[test]
fn shellcheck_and_bash_find_nothing() {
    for locale in Locale::ALL {
        let script = script(locale);
        for (program, args) in [("shellcheck", ["-"].as_slice()), ("bash", &["-n"]), ("bash", &["--posix", "-n"])] {
            match output_of(program, args, &script) {
                Some((is_good, output)) => assert!(is_good && output.is_empty(), "{program}: {output}"),
                None => println!("{program} is not installed"),
            }
        }
    }
}

/// The script uses no syntax that macOS's bash 3.2 lacks.
#[test]
fn an_old_bash_can_run_it() {
    let script = script(Locale::En);
    for new in ["declare -A", "local -A", "mapfile", "readarray", ",,}", "^^}", "wait -n", "&>>", "|&", "${!", "@Q}"] {
        assert!(!script.contains(new), "{new}");
    }
}

/// A fake `aws` that fails with arbitrary bytes, and one whose output is cut off.
#[cfg(unix)]
#[test]
fn whatever_the_cli_says_the_file_is_json() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = run::new_folder();
    let fake = folder.join("aws");
    let fake_aws = r#"#!/bin/sh
[ "$1" != sts ] || { printf '{\n    "Account": "123456789012"\n}\n'; exit 0; }
[ "$2" != list-users ] || { printf '{\n    "Users": ['; exit 0; }
printf 'An error occurred (AccessDenied) when calling the X operation: "you" \\ \001\037\177 \377\376 \tend\r\nmore\n' >&2
exit 254
"#;
    std::fs::write(&fake, fake_aws).unwrap();
    std::fs::set_permissions(&fake, std::fs::Permissions::from_mode(0o700)).unwrap();
    let bundle = run::run_in(&folder, folder.to_str().unwrap(), [], Locale::En, &[]);
    assert!(bundle.results().len() > 50);
    assert!(bundle.result("iam list-users")["output"].is_null(), "an answer that is cut off is none");
    let is_answered =
        |result: &&Value| result["command"] == "sts get-caller-identity" || result["command"] == "iam list-users";
    for result in bundle.results().iter().filter(|result| !is_answered(result)) {
        assert_eq!(result["exit"], 254);
        let error = result["error"].as_str().unwrap();
        assert!(error.contains(r#"operation: "you" \ "#) && error.ends_with("end\nmore"), "{error}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
#[ignore = "needs the AWS CLI, version 2 as well, and moto; `cargo xtask test` installs them and runs this"]
fn a_furnished_account_is_judged_and_left_as_it_was() {
    let simulator = Simulator::start();
    let mut aws = Aws::start(&simulator.endpoint);
    create_resources(&mut aws);
    let before = listed(&mut aws);
    let mut collector = Collector::start(&simulator.endpoint);
    collector.attempts = Some(1);

    let bundle = collector.run(Locale::En, TWO);
    let judgement = bundle.judge();
    let problems: Vec<_> = judgement.problems.iter().map(|problem| &problem.text.en).collect();
    // moto lacks some commands. For those that it answers with an HTML page, no cause can be read.
    assert!(judgement.problems.iter().all(|problem| !problem.secret), "{problems:?}");
    assert!(problems.is_empty(), "{problems:?}");
    for (control, outcome) in [
        ("iam-password-policy", Outcome::Fail),
        ("iam-user-mfa", Outcome::Fail),
        ("iam-least-privilege", Outcome::Fail),
        ("no-quarantine-policy", Outcome::Pass),
        ("notify-two-destinations", Outcome::Pass),
        ("contact-info-current", Outcome::Unknown),
    ] {
        let verdict = judgement.verdicts.iter().find(|verdict| verdict.control == control);
        let verdict = verdict.unwrap_or_else(|| panic!("{control} has no verdict"));
        assert_eq!(verdict.outcome, outcome, "{control}: {:?}", verdict.reasons);
    }
    let budget = bundle.result("budgets describe-notifications-for-budget");
    assert_eq!(budget["args"][3], "月の \"予算\" 1", "a name with quotes goes through as it is");
    let subscribers = bundle.result("budgets describe-subscribers-for-notification");
    let notification = subscribers["args"][5].as_str().unwrap();
    assert!(notification.starts_with("NotificationType=ACTUAL,ComparisonOperator=GREATER_THAN,Threshold=80"));
    assert_eq!(bundle.result("events list-targets-by-rule")["args"][1], "guardduty-all");
    assert_eq!(bundle.result("cloudtrail get-trail-status")["region"], "ap-northeast-1");

    // Again with the script in the other language and the other version of the AWS CLI. The account is unchanged.
    let mut other = Collector::with(aws::other_version(), &simulator.endpoint);
    other.attempts = Some(1);
    assert_same(&bundle, &other.run(Locale::Ja, TWO));
    assert_eq!(listed(&mut aws), before);
}

/// The control whose list is only whole with an option that version 2 of 2023 lacks. It is unknown there.
const NEEDS_NEWER_CLI: &str = "network-leftovers";

/// Asserts the same commands, results and verdicts, except for usage errors of commands that version 2 of 2023 lacks.
fn assert_same(one: &run::Bundle, two: &run::Bundle) {
    assert_eq!(one.commands(), two.commands());
    let is_new = |result: &Value| {
        let error = result["error"].as_str().unwrap();
        ["Invalid choice", "Unknown parameter", "Unknown options"].iter().any(|words| error.contains(words))
    };
    assert!(!one.results().iter().any(is_new));
    for (one, two) in one.results().iter().zip(two.results()).filter(|(_, two)| !is_new(two)) {
        assert_eq!(one["exit"] == 0, two["exit"] == 0, "{one}\n{two}");
    }
    let (one, two) = (one.outcomes(), two.outcomes());
    for control in one.keys().chain(two.keys()) {
        // A control without a verdict counts as unknown.
        let [one, two] = [&one, &two].map(|all| all.get(control).copied().unwrap_or(Outcome::Unknown));
        let expected = if control == NEEDS_NEWER_CLI { Outcome::Unknown } else { one };
        assert_eq!(two, expected, "{control}");
    }
}

#[test]
#[ignore = "needs the AWS CLI and moto; `cargo xtask test` installs them and runs this"]
fn masked_it_holds_neither_account_nor_addresses_and_is_judged_the_same() {
    let simulator = Simulator::start();
    create_resources(&mut Aws::start(&simulator.endpoint));
    let mut collector = Collector::start(&simulator.endpoint);
    collector.attempts = Some(1);
    let one = ["--regions", "ap-northeast-1"];
    let open = collector.run(Locale::En, &one);
    let masked = collector.run(Locale::En, &[&["--mask"], one.as_slice()].concat());
    for text in [masked.text.clone(), masked.credential_report()] {
        assert!(!text.contains("123456789012") && !text.contains("a@example.com") && !text.contains("alice@"));
    }
    assert!(masked.text.contains("111122223333") && masked.text.contains("person1@masked.example"));
    assert!(open.text.contains("a@example.com") && open.credential_report().contains("alice@example.com"));
    assert_eq!(masked.outcomes(), open.outcomes());
}

#[test]
#[ignore = "needs the AWS CLI; `cargo xtask test` installs it and runs this"]
fn where_everything_is_refused_it_ends_with_honest_unknowns() {
    let proxy = Proxy::refusing();
    let mut collector = Collector::start(&proxy.endpoint);
    collector.attempts = Some(1);
    let began = Instant::now();
    let bundle = collector.run(Locale::En, &[]);
    assert!(began.elapsed() < Duration::from_secs(120), "{:?}", began.elapsed());
    assert!(bundle.results().len() > 50);
    for result in bundle.results().iter().filter(|result| result["command"] != "sts get-caller-identity") {
        assert!(result["exit"] != 0 && result["output"].is_null(), "{result}");
        assert!(!result["error"].as_str().unwrap().is_empty(), "{result}");
    }
    let judgement = bundle.judge();
    assert!(judgement.verdicts.len() > 25, "{}", judgement.verdicts.len());
    for verdict in judgement.verdicts {
        assert_eq!(verdict.outcome, Outcome::Unknown, "{}: {:?}", verdict.control, verdict.reasons);
    }
}

#[test]
#[ignore = "needs the AWS CLI and moto; `cargo xtask test` installs them and runs this"]
fn a_region_that_hangs_is_given_up() {
    let simulator = Simulator::start();
    let mut aws = Aws::start(&simulator.endpoint);
    create_resources(&mut aws);
    let proxy = Proxy::hanging(&simulator.endpoint, "us-east-2");
    let mut collector = Collector::start(&proxy.endpoint);
    collector.attempts = Some(1);
    let began = Instant::now();
    let bundle = collector.run(Locale::En, &["--regions", "ap-northeast-1 us-east-2"]);
    assert!(began.elapsed() < Duration::from_secs(180), "{:?}", began.elapsed());
    let results_in =
        |region: &str| bundle.results().iter().filter(|result| result["region"] == region).collect::<Vec<_>>();
    assert!(results_in("us-east-2").len() > 20);
    assert!(results_in("us-east-2").iter().all(|result| result["exit"] != 0));
    assert!(results_in("us-east-2").iter().any(|result| result["error"].as_str().unwrap().contains("Read timeout")));
    assert!(results_in("ap-northeast-1").iter().any(|result| result["exit"] == 0));
    let judgement = bundle.judge();
    let guardduty = judgement.verdicts.iter().find(|verdict| verdict.control == "guardduty-enabled-all-regions");
    assert_eq!(guardduty.unwrap().outcome, Outcome::Unknown);
}

#[test]
#[ignore = "needs the AWS CLI and moto, and minutes; `cargo xtask soak` runs this"]
fn three_hundred_users() {
    if std::env::var_os("GUARD_NAVI_SOAK").is_none() {
        return;
    }
    let simulator = Simulator::start();
    let mut aws = Aws::start(&simulator.endpoint);
    for number in 0..300 {
        aws.done(&format!("aws iam create-user --user-name user-{number}"));
    }
    let mut collector = Collector::start(&simulator.endpoint);
    collector.attempts = Some(1);
    let began = Instant::now();
    let bundle = collector.run(Locale::En, &["--regions", "ap-northeast-1"]);
    println!("300 users in {:?}", began.elapsed());
    let keys = bundle.results().iter().filter(|result| result["command"] == "iam list-access-keys").count();
    assert_eq!(keys, 300);
    assert_eq!(bundle.credential_report().lines().count(), 301);
    assert!(began.elapsed() < Duration::from_secs(900));
}
