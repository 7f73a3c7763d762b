//! The command line, in both languages. Man pages and completions are made from the same table.

use crate::formats::Format;
use crate::judge::{self, FailOn};
use crate::{serve, words};
use anyhow::{Context as _, Result};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;
use guard_navi::base::i18n::Locale;
use guard_navi::base::time::Timestamp;
use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

const NAME: &str = "guard-navi";

/// What the program is to do.
pub enum Task {
    /// Judge files.
    Judge(judge::Options),
    /// Print the collector script.
    CollectScript,
    /// Serve the page.
    Serve(serve::Options),
    /// Print completions for a shell.
    Completions(Shell),
    /// Write the man pages into this folder.
    Man(PathBuf),
}

/// The language: that of `--lang`, else that of the environment, else English. It is found before the arguments are
/// parsed, since their help is in that language, too.
pub fn locale(arguments: &[OsString], environment: impl Fn(&str) -> Option<String>) -> Locale {
    let mut rest =
        arguments.iter().filter_map(|argument| argument.to_str()).skip_while(|text| !text.starts_with("--lang"));
    let chosen = match rest.next() {
        Some("--lang") => rest.next(),
        Some(text) => text.strip_prefix("--lang="),
        None => None,
    };
    if let Some(chosen) = chosen {
        return Locale::from_tag(chosen).unwrap_or_default();
    }
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(environment);
    let first = names.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    Locale::from_tag(&first).unwrap_or_default()
}

/// The command line with its help in one language.
#[must_use]
pub fn command(locale: Locale) -> Command {
    Command::new(NAME)
        .version(env!("CARGO_PKG_VERSION"))
        .about(words::ABOUT.get(locale))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANGUAGE")
                .global(true)
                .value_parser(PossibleValuesParser::new(Locale::ALL.map(Locale::tag)))
                .help(words::LANG.get(locale)),
        )
        .subcommand(judge_command(locale))
        .subcommand(Command::new("collect-script").about(words::COLLECT_SCRIPT.get(locale)))
        .subcommand(serve_command(locale))
        .subcommand(
            Command::new("completions").about(words::COMPLETIONS.get(locale)).arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(value_parser!(Shell))
                    .help(words::SHELL.get(locale)),
            ),
        )
        .subcommand(
            Command::new("man")
                .about(words::MAN.get(locale))
                .hide(true)
                .arg(Arg::new("folder").value_name("DIR").required(true).value_parser(value_parser!(PathBuf))),
        )
}

fn judge_command(locale: Locale) -> Command {
    let formats = PossibleValuesParser::new(Format::ALL.map(Format::id));
    let conditions = PossibleValuesParser::new(FailOn::ALL.map(FailOn::id));
    Command::new("judge")
        .about(words::JUDGE.get(locale))
        .after_help(words::JUDGE_MORE.get(locale))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .default_value(Format::Markdown.id())
                .value_parser(formats.try_map(|id| find(Format::ALL, Format::id, &id)))
                .help(words::FORMAT.get(locale)),
        )
        .arg(
            Arg::new("fail-on")
                .long("fail-on")
                .value_name("CONDITION")
                .action(ArgAction::Append)
                .value_delimiter(',')
                .value_parser(conditions.try_map(|id| find(FailOn::ALL, FailOn::id, &id)))
                .help(words::FAIL_ON.get(locale)),
        )
        .arg(
            Arg::new("command")
                .long("command")
                .value_name("COMMAND")
                .action(ArgAction::Append)
                .help(words::COMMAND.get(locale)),
        )
        .arg(Arg::new("now").long("now").value_name("TIME").help(words::NOW.get(locale)))
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help(words::FILES.get(locale)),
        )
}

fn serve_command(locale: Locale) -> Command {
    let address = Arg::new("address")
        .long("address")
        .value_name("ADDRESS")
        .value_parser(value_parser!(IpAddr))
        .default_value("127.0.0.1");
    let port = Arg::new("port").long("port").value_name("PORT").value_parser(value_parser!(u16)).default_value("8080");
    Command::new("serve")
        .about(words::SERVE.get(locale))
        .arg(
            Arg::new("site")
                .long("site")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(words::SITE.get(locale)),
        )
        .arg(address.help(words::ADDRESS.get(locale)))
        .arg(port.help(words::PORT.get(locale)))
}

/// The value with this name, which clap has checked.
fn find<T: Copy, const N: usize>(all: [T; N], id: fn(T) -> &'static str, name: &str) -> Result<T, &'static str> {
    all.into_iter().find(|value| id(*value) == name).ok_or("unknown")
}

/// What parsed arguments ask for.
///
/// # Errors
///
/// If a time is none.
pub fn task(matches: &ArgMatches, locale: Locale) -> Result<Task> {
    match matches.subcommand() {
        Some(("judge", matches)) => Ok(Task::Judge(judge_options(matches, locale)?)),
        Some(("serve", matches)) => Ok(Task::Serve(serve::Options {
            site: matches.get_one::<PathBuf>("site").cloned(),
            address: matches.get_one("address").copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
            port: matches.get_one("port").copied().unwrap_or_default(),
        })),
        Some(("completions", matches)) => {
            Ok(Task::Completions(matches.get_one("shell").copied().context("clap requires a shell")?))
        }
        Some(("man", matches)) => Ok(Task::Man(matches.get_one("folder").cloned().context("clap requires a folder")?)),
        Some(("collect-script", _)) => Ok(Task::CollectScript),
        _ => anyhow::bail!("clap accepts no other command"),
    }
}

fn judge_options(matches: &ArgMatches, locale: Locale) -> Result<judge::Options> {
    let now = match matches.get_one::<String>("now") {
        Some(text) => Timestamp::parse(text).context(words::BAD_NOW.get(locale))?,
        None => judge::current_time()?,
    };
    Ok(judge::Options {
        locale,
        now,
        format: matches.get_one::<Format>("format").copied().unwrap_or_default(),
        fail_on: matches.get_many("fail-on").into_iter().flatten().copied().collect(),
        commands: matches.get_many("command").into_iter().flatten().cloned().collect(),
        files: matches.get_many("files").into_iter().flatten().cloned().collect(),
    })
}

/// The script that gives a shell its completions.
#[must_use]
pub fn completions(shell: Shell, locale: Locale) -> Vec<u8> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut command(locale), NAME, &mut out);
    out
}

/// Writes the man pages into a folder: one of the program, and one of each of its commands.
///
/// # Errors
///
/// If they cannot be written.
pub fn man_pages(folder: &Path, locale: Locale) -> Result<()> {
    clap_mangen::generate_to(command(locale), folder).with_context(|| folder.display().to_string())
}
