//! Runs other programs, with their output passed through.

use crate::checkout::root;
use anyhow::{Context as _, Result, bail};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A command that runs in the checkout's root.
pub(crate) fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// The Cargo that started this program, or the one on PATH.
pub(crate) fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// `cargo test` of the core. Always with the same packages: another set would change the features of the dependencies,
/// and Cargo would compile everything again.
pub(crate) fn core_tests() -> Command {
    let mut command = cargo();
    command.args([
        "test",
        "--no-default-features",
        "--package",
        "guard-navi",
        "--package",
        "guard-navi-cli",
        "--package",
        "xtask",
    ]);
    command
}

/// Prints the label, runs the action, and prints how long it took.
pub(crate) fn step<T>(label: &str, action: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("» {label}");
    let start = Instant::now();
    let result = action().with_context(|| label.to_owned())?;
    eprintln!("  done in {} s", start.elapsed().as_secs());
    Ok(result)
}

/// Runs a program. A failure of the program is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("cannot run {command:?}"))?;
    if !status.success() {
        bail!("{command:?} failed ({status})");
    }
    Ok(())
}

/// The standard output of a program; `None` if it fails or does not exist.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
