//! Whatever the machine and its settings are like: names of folders, shells, settings of the AWS CLI, and what costs money.

use crate::fake::{Fake, Ran};
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
    // It got as far as to keep the words of AWS there.
    assert!(ran.err.contains("nobody"), "{}", ran.err);
    assert!(aws.left().is_empty());
}

/// Ends the script at its first question, when all of it has been read by the shell.
const NOBODY: &str = "\"sts get-caller-identity\") echo nobody >&2; exit 255 ;;\n";

#[test]
fn whichever_shell_is_called_bash_runs_it() {
    for shell in ["sh", "dash", "zsh"].into_iter().filter(|shell| which(shell)) {
        let aws = Fake::that(NOBODY);
        // The shell in the place of bash.
        let line = format!("shift; exec {shell} \"$@\"");
        let ran = Ran::of(aws.command(&line, Locale::En, &[]).output().unwrap());
        assert_eq!(ran.status, Some(1), "{shell}: {}", ran.err);
        assert!(ran.err.starts_with("nobody\n"), "{shell}: {}", ran.err);
    }
}

fn which(program: &str) -> bool {
    std::env::split_paths(&std::env::var_os("PATH").unwrap()).any(|folder| folder.join(program).is_file())
}

#[test]
fn settings_of_the_user_change_nothing() {
    let says = r#""sts get-caller-identity") env | grep ^AWS_ | sort >"$SEEN"; echo "$*" >>"$SEEN"; exit 1 ;;
"#;
    let aws = Fake::that(says);
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
    // What is asked for on the line goes before AWS_DEFAULT_OUTPUT and the settings of a profile.
    assert!(seen.contains("--output json"), "{seen}");
}

#[test]
fn what_costs_money_is_asked_only_where_it_is_wanted() {
    let without = (Locale::Ja, &[][..], 0, "料金のかかる Cost Explorer の 2 つのコマンドは、実行していません");
    let with = (Locale::En, &["--with-cost-explorer"][..], 2, "Done:");
    for (locale, options, wanted, told) in [without, with] {
        let aws = Fake::that("");
        let ran = aws.run(locale, options);
        assert_eq!(ran.status, Some(0), "{}", ran.err);
        let count = |commands: Vec<String>| commands.iter().filter(|command| command.starts_with("ce ")).count();
        assert_eq!([count(aws.calls()), count(ran.commands())], [wanted, wanted]);
        assert!(ran.err.contains(told), "{}", ran.err);
        assert_eq!(ran.err.contains("--with-cost-explorer"), wanted == 0, "{}", ran.err);
    }
}
