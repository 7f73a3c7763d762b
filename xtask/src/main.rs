//! `cargo xtask …`: the single entry point for developers. Installs missing tools, reuses installed ones, and prints
//! each step.

mod bench;
mod bless;
mod build;
mod build_cache;
mod builder_bench;
mod check;
mod checkout;
mod host_files;
mod judge;
mod new;
mod offline;
mod package;
mod python_tool;
mod release;
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
    /// Serves the release build as users get it, at http://127.0.0.1:8080/
    Serve {
        /// Rebuild and reload on every change, with a development build.
        #[arg(long)]
        dev: bool,
        /// The port to listen on.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Builds the static site into dist/, and as a zip into target/
    Build,
    /// Runs every test at its short size
    Test {
        /// Only the end-to-end tests whose title matches.
        #[arg(long)]
        only: Option<String>,
    },
    /// Runs the tests with large numbers, outside CI
    Soak {
        /// The total number of damaged files.
        #[arg(long, default_value_t = 10_000_000)]
        cases: u64,
    },
    /// Measures speed and size against a minimal plain page, outside CI
    Bench {
        /// Only these parts: bytes, answers, accounts, workshops, large, lighthouses; or builder, which runs alone.
        parts: Vec<String>,
    },
    /// Writes the files and rows of a new control, rule, page or framework
    New {
        #[command(subcommand)]
        kind: new::New,
    },
    /// Regenerates docs/proof.md and docs/baseline.md
    Bless {
        /// Also docs/agreement.md and tests/accounts/bad.json, with the real Prowler (half an hour).
        #[arg(long)]
        all: bool,
    },
    /// Checks format, lints, licences and sources of dependencies, and sizes of the release
    Check {
        /// Also fail if a source was last reviewed more than 180 days ago.
        #[arg(long)]
        release: bool,
    },
    /// Writes the files of a release into target/release-files/, step by step
    Release {
        #[command(subcommand)]
        step: release::Release,
    },
    /// Prints the verdicts on AWS output as JSON
    Judge {
        /// The time to judge at (RFC 3339); the current time by default.
        #[arg(long)]
        now: Option<String>,
        /// The language of the reasons: ja or en.
        #[arg(long, default_value = "en")]
        lang: String,
        /// Files with AWS output.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Trunk's post-build step; run by Trunk only
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
        Task::New { kind } => new::new(&kind)?,
        Task::Bless { all } => bless::all(all)?,
        Task::Check { release } => check::all(release)?,
        Task::Release { step } => release::release(&step)?,
        Task::Judge { now, lang, files } => return judge::judge(now.as_deref(), &lang, files),
        Task::Seal => seal::seal()?,
    }
    Ok(ExitCode::SUCCESS)
}
