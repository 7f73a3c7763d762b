//! The script's environment: folder names, shells, settings of the AWS CLI; and the commands that cost money.

use crate::fake::{Fake, RunResult};
use guard_navi::base::i18n::Locale;
use std::fs;

#[test]
fn folders_may_have_any_name() {
    let aws = Fake::named("a b'c\"d 月 \\n [x] $HOME *", "");
    let ran = aws.run(Locale::Ja, &["--mask"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert_eq!(aws.left(), [ran.file()]);
    assert!(ran.commands().len() > 50);
    let text = fs::read_to_string(ran.file()).unwrap();
    assert!(!text.contains("alice@example.com") && text.contains("person1@masked.example"));
}

#[test]
fn without_a_folder_for_temporary_files_it_takes_another() {
    let aws = Fake::that(NOBODY);
    fs::remove_dir(&aws.tmp).unwrap();
    let ran = aws.run(Locale::En, &[]);
    // The error of AWS is kept in a temporary file: the script got that far.
    assert!(ran.err.contains("nobody"), "{}", ran.err);
    assert!(aws.left().is_empty());
}

/// Ends the script at its first command, after the shell has parsed all of it.
const NOBODY: &str = "\"sts get-caller-identity\") echo nobody >&2; exit 255 ;;\n";

#[test]
fn whichever_shell_is_called_bash_runs_it() {
    for shell in ["sh", "dash", "zsh"].into_iter().filter(|shell| is_installed(shell)) {
        let aws = Fake::that(NOBODY);
        // Runs this shell in place of bash.
        let line = format!("shift; exec {shell} \"$@\"");
        let ran = RunResult::of(aws.command(&line, Locale::En, &[]).output().unwrap());
        assert_eq!(ran.status, Some(1), "{shell}: {}", ran.err);
        assert!(ran.err.starts_with("nobody\n"), "{shell}: {}", ran.err);
    }
}

fn is_installed(program: &str) -> bool {
    std::env::split_paths(&std::env::var_os("PATH").unwrap()).any(|folder| folder.join(program).is_file())
}

#[test]
fn settings_of_the_user_change_nothing() {
    let branches = r#""sts get-caller-identity") env | grep ^AWS_ | sort >"$SEEN"; echo "$*" >>"$SEEN"; exit 1 ;;
"#;
    let aws = Fake::that(branches);
    let seen = aws.tmp.join("seen");
    let mut command = aws.command("exec \"$@\"", Locale::En, &[]);
    for (name, value) in [
        ("AWS_PAGER", "less"),
        ("AWS_CLI_AUTO_PROMPT", "on"),
        ("AWS_DEFAULT_OUTPUT", "text"),
        ("AWS_CLI_ERROR_FORMAT", "json"),
        ("AWS_MAX_ATTEMPTS", "99"),
    ] {
        command.env(name, value);
    }
    assert_eq!(command.env("SEEN", &seen).output().unwrap().status.code(), Some(1));
    let seen = fs::read_to_string(seen).unwrap();
    for line in ["AWS_PAGER=", "AWS_CLI_AUTO_PROMPT=off", "AWS_CLI_ERROR_FORMAT=legacy", "AWS_MAX_ATTEMPTS=3"] {
        assert!(seen.lines().any(|other| other == line), "{line}: {seen}");
    }
    // The option on the command line overrides AWS_DEFAULT_OUTPUT and the settings of a profile.
    assert!(seen.contains("--output json"), "{seen}");
}

#[test]
fn what_costs_money_is_asked_only_where_it_is_wanted() {
    let without = (Locale::Ja, &[][..], 0, "料金のかかる Cost Explorer の 2 つのコマンドは、実行していません");
    let with = (Locale::En, &["--with-cost-explorer"][..], 2, "Done:");
    for (locale, options, expected_count, message) in [without, with] {
        let aws = Fake::that("");
        let ran = aws.run(locale, options);
        assert_eq!(ran.status, Some(0), "{}", ran.err);
        let count = |commands: Vec<String>| commands.iter().filter(|command| command.starts_with("ce ")).count();
        assert_eq!([count(aws.calls()), count(ran.commands())], [expected_count, expected_count]);
        assert!(ran.err.contains(message), "{}", ran.err);
        assert_eq!(ran.err.contains("--with-cost-explorer"), expected_count == 0, "{}", ran.err);
    }
}
