//! Running other programs, with their output passed through.

use crate::checkout::root;
use anyhow::{Context as _, Result, bail};
use guard_navi::base::time::Timestamp;
use std::process::{Command, Stdio};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// A program in the repository's root.
pub(crate) fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Cargo, the one that runs us.
pub(crate) fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// `cargo test` of the core. The same packages whatever is tested: another choice means other features of what they need,
/// and everything is compiled once more.
pub(crate) fn core_tests() -> Command {
    let mut command = cargo();
    command.args(["test", "--no-default-features", "--package", "guard-navi", "--package", "xtask"]);
    command
}

/// Says what is done, does it, and says how long it took.
pub(crate) fn step<T>(what: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("» {what}");
    let start = Instant::now();
    let result = act().with_context(|| what.to_owned())?;
    eprintln!("  done in {} s", start.elapsed().as_secs());
    Ok(result)
}

/// Runs a program; its failure is ours.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("cannot run {command:?}"))?;
    if !status.success() {
        bail!("{command:?} failed ({status})");
    }
    Ok(())
}

/// What a program prints; none if it fails or is not there.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// This computer's time.
pub(crate) fn now() -> Result<Timestamp> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    Timestamp::from_unix_seconds(i64::try_from(seconds)?).context("this computer's clock is beyond reason")
}
