//! The program `guard-navi`: judges files as the page does, prints the collector script, and serves the page.
//!
//! Verdicts come from `guard_navi::evidence` alone, through the same calls as the page's worker (`src/bin/judge.rs`).
//! `cargo xtask judge` calls [`judge::print`], too.
//!
//! **Invariant:** it opens no connection; `serve` only answers those that are made to it.

pub mod arguments;
pub mod formats;
pub mod judge;
pub mod serve;
mod words;

use anyhow::Result;
use arguments::Task;
use guard_navi::base::i18n::Locale;
use guard_navi::evidence::collector;
use std::ffi::OsString;
use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

/// The exit code of an error and of input in which nothing could be read. Clap's own errors have the same.
const UNREADABLE: u8 = 2;

/// Runs the program with these arguments, the first of which is its name.
#[must_use]
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let locale = arguments::locale(&arguments, |name| std::env::var(name).ok());
    let matches = arguments::command(locale).get_matches_from(arguments);
    let result = arguments::task(&matches, locale).and_then(|task| dispatch(task, locale));
    result.unwrap_or_else(|error| {
        eprintln!("{}: {error:#}", words::ERROR.get(locale));
        ExitCode::from(UNREADABLE)
    })
}

fn dispatch(task: Task, locale: Locale) -> Result<ExitCode> {
    match task {
        Task::Judge(options) => return judge::print(&options),
        Task::CollectScript => print(collector::script(locale).as_bytes())?,
        Task::Serve(options) => serve::serve(&options, locale)?,
        Task::Completions(shell) => print(&arguments::completions(shell, locale))?,
        Task::Man(folder) => arguments::man_pages(&folder, locale)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints to the standard output. A reader that has seen enough, such as `head`, is no error.
fn print(bytes: &[u8]) -> Result<()> {
    match std::io::stdout().write_all(bytes) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => Ok(result?),
    }
}
