//! `cargo xtask …`: the one entry point for people. Installs what is missing, reuses what is there, and says
//! what it does.

mod bench;
mod build;
mod check;
mod checkout;
mod judge;
mod kept;
mod offline;
mod pack;
mod reproduce;
mod run;
mod rust_tool;
mod seal;
mod serve;
mod sizes;
mod soak;
mod test;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, serves and tests Guard Navi")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Shows the release build as users get it, at http://127.0.0.1:8080/
    Serve {
        /// Rebuild and reload on every change, with a development build.
        #[arg(long)]
        dev: bool,
        /// Another port.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Leaves the finished static site in dist/, and as a zip in target/
    Build,
    /// Runs every test at its short size
    Test {
        /// Only the end-to-end tests whose title matches.
        #[arg(long)]
        only: Option<String>,
    },
    /// The tests with large numbers, outside CI
    Soak {
        /// How many damaged files in all.
        #[arg(long, default_value_t = 10_000_000)]
        cases: u64,
    },
    /// Speed and size beside a minimal plain page, outside CI
    Bench {
        /// Only these parts: bytes, answers, rooms, large, lighthouses.
        parts: Vec<String>,
    },
    /// Format, lints, licences and sources of dependencies, sizes of the release
    Check {
        /// Also fail where a source was reviewed more than 180 days ago.
        #[arg(long)]
        release: bool,
    },
    /// Prints the verdicts on AWS output as JSON
    Judge {
        /// Judge as of this time (RFC 3339); now, if not given.
        #[arg(long)]
        now: Option<String>,
        /// The language of the reasons: ja or en.
        #[arg(long, default_value = "en")]
        lang: String,
        /// Files with AWS output.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Trunk's post-build step; not for people
    #[command(hide = true)]
    Seal,
}

fn main() -> ExitCode {
    if let Some(code) = checkout::in_own_folder() {
        return code;
    }
    match dispatch(Cli::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(task: Task) -> Result<ExitCode> {
    match task {
        Task::Serve { dev: true, port } => serve::dev(port)?,
        Task::Serve { dev: false, port } => serve::release(port)?,
        Task::Build => build::release()?,
        Task::Test { only } => return test::all(only.as_deref()),
        Task::Soak { cases } => soak::all(cases)?,
        Task::Bench { parts } => bench::all(&parts)?,
        Task::Check { release } => check::all(release)?,
        Task::Judge { now, lang, files } => return judge::judge(now.as_deref(), &lang, &files),
        Task::Seal => seal::seal()?,
    }
    Ok(ExitCode::SUCCESS)
}
