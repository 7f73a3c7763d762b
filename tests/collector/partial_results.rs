//! Results are never lost: in folders that cannot be written to, on a full disk, and when the script is interrupted.

use crate::fake::{Fake, RunResult, commands};
use guard_navi::base::i18n::Locale;
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[test]
fn a_folder_that_cannot_be_written_to_is_named_before_aws_is_asked() {
    for (locale, hint) in [(Locale::En, "cannot be written to"), (Locale::Ja, "に書き込めません")] {
        let aws = Fake::that("");
        // Root may write to every folder, but not to one that has been removed.
        let ran = RunResult::of(aws.command("rmdir \"$HERE\"; exec \"$@\"", locale, &[]).output().unwrap());
        assert_eq!(ran.status, Some(1));
        assert!(ran.err.contains(hint) && ran.err.contains(aws.here.to_str().unwrap()), "{}", ran.err);
        assert_eq!(ran.out, "");
        assert!(aws.calls().is_empty() && aws.left().is_empty());
    }
}

#[test]
fn a_folder_that_goes_away_meanwhile_takes_nothing_with_it() {
    let aws = Fake::that("\"iam list-users\") rm -r \"$HERE\"; exit 1 ;;\n");
    let ran = aws.run(Locale::En, &["--mask"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("can no longer be written to. What was collected is in this file"), "{}", ran.err);
    assert!(ran.file().starts_with(&aws.tmp) && ran.commands().len() > 50);
    assert!(!fs::read_to_string(ran.file()).unwrap().contains("123456789012"), "what stays is masked, too");
    assert_eq!(fs::read_dir(ran.file().parent().unwrap()).unwrap().count(), 1, "and nothing else stays");
}

#[test]
fn without_room_for_the_file_its_parts_stay_and_a_command_joins_them() {
    let aws = Fake::that("\"iam list-users\") printf '%9000s\\n' no >&2; exit 254 ;;\n");
    // Limits the size of files to twelve kilobytes.
    let ran = RunResult::of(aws.command("ulimit -f 12; exec \"$@\"", Locale::En, &["--mask"]).output().unwrap());
    assert_eq!(ran.status, Some(1), "{}", ran.err);
    assert!(ran.err.contains("There is no room to make one file"), "{}", ran.err);
    assert!(ran.err.contains("It is not masked yet"), "{}", ran.err);
    let joined = Command::new("bash").args(["-c", &ran.out]).current_dir(&aws.here).status().unwrap();
    assert!(joined.success());
    let file = aws.left().into_iter().find(|path| path.is_file()).unwrap();
    assert!(commands(&file).len() > 50);
}

#[test]
fn a_disk_that_fills_up_ends_it_early_with_what_was_read() {
    // A folder in place of a result's file, so that writing it fails.
    let branches = r#""sts get-caller-identity") for work in "$TMPDIR"/guard-navi-work.*; do mkdir -p "$work/part.000050"; done
    printf '{\n    "Account": "123456789012"\n}\n' ;;
"#;
    let aws = Fake::that(branches);
    let ran = aws.run(Locale::En, &[]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("can no longer be written to. Make room"), "{}", ran.err);
    assert_eq!(aws.left(), [ran.file()]);
    assert!(ran.commands().len() > 30);
    assert!(!aws.calls().contains(&"iam get-credential-report".to_owned()), "the second round is not begun");
}

/// Whether a child shell receives the signal. SIGINT is ignored where this process was started in the background.
fn is_received(signal: &str) -> bool {
    let line = format!("trap 'exit 7' {signal}; kill -{signal} $$; exit 0");
    Command::new("bash").args(["-c", &line]).status().unwrap().code() == Some(7)
}

/// Runs the script, and sends it a signal after this number of commands.
fn run_and_stop(aws: &Fake, signal: &str, after: usize) -> RunResult {
    let mut command = aws.command("exec \"$@\"", Locale::En, &[]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let deadline = Instant::now() + Duration::from_secs(60);
    while aws.calls().len() < after {
        assert!(Instant::now() < deadline, "{:?}", aws.calls());
        std::thread::sleep(Duration::from_millis(20));
    }
    let pid = child.id().to_string();
    assert!(Command::new("kill").args([&format!("-{signal}"), &pid]).status().unwrap().success());
    RunResult::of(child.wait_with_output().unwrap())
}

#[test]
fn stopped_half_way_it_keeps_what_was_read() {
    for signal in ["INT", "TERM", "HUP"].into_iter().filter(|signal| is_received(signal)) {
        let aws = Fake::that("\"iam list-policies\") sleep 9; exit 1 ;;\n");
        let ran = run_and_stop(&aws, signal, 40);
        assert_eq!(ran.status, Some(130), "{}", ran.err);
        assert!(ran.err.contains("Stopped. What was read so far goes into this file"), "{}", ran.err);
        assert_eq!(aws.left(), [ran.file()]);
        let commands = ran.commands();
        assert!(commands.len() > 20 && !commands.contains(&"iam list-policies".to_owned()), "{commands:?}");
    }
}

#[test]
fn stopped_before_anything_was_read_it_leaves_nothing() {
    let aws = Fake::that("\"sts get-caller-identity\") sleep 1; exit 1 ;;\n");
    let ran = run_and_stop(&aws, "TERM", 1);
    assert_eq!((ran.status, ran.out.as_str()), (Some(130), ""));
    assert!(ran.err.contains("Nothing was read so far"), "{}", ran.err);
    assert!(aws.left().is_empty());
}
