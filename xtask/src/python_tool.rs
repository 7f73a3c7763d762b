//! Installs tools that are written in Python, each into a virtual environment of its own.

use crate::build_cache::short_hash;
use crate::run::{output, run, step};
use crate::tools::{apt, cache, is_debian_root};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The name of the interpreter in an environment's folder of programs.
pub(crate) fn interpreter() -> &'static str {
    if cfg!(windows) { "python.exe" } else { "python" }
}

/// Installs the packages that a list pins, and nothing else; returns the folder of their programs. The name has the
/// list's hash, so that all clones with the same list share the environment.
pub(crate) fn requirements(name: &str, list: &Path, duration: &str) -> Result<PathBuf> {
    let hash = short_hash(&std::fs::read(list)?);
    python_environment(&format!("{name}-{hash}"), &["--no-deps", "-r", &list.to_string_lossy()], duration)
}

/// Installs a package of PyPI in exactly this version, and returns its folder of programs.
pub(crate) fn python_tool(package: &str, version: &str, duration: &str) -> Result<PathBuf> {
    let name = package.split('[').next().unwrap_or(package);
    python_environment(&format!("{name}-{version}"), &[&format!("{package}=={version}")], duration)
}

/// Installs packages into a virtual environment, and returns its folder of programs.
///
/// # Errors
///
/// If there is no Python 3.10 or later, or if it cannot create virtual environments.
fn python_environment(name: &str, packages: &[&str], duration: &str) -> Result<PathBuf> {
    let home = cache()?.join(name);
    let scripts = home.join(if cfg!(windows) { "Scripts" } else { "bin" });
    // Written last, so that an interrupted installation is repeated.
    let stamp = home.join(".guard-navi-complete");
    if stamp.exists() {
        return Ok(scripts);
    }
    let python = ["python3", "python"].iter().find_map(|name| which::which(name).ok());
    let python = python.context("there is no Python")?;
    let supports_venv =
        || output(Command::new(&python).args(["-c", "import ensurepip, sys; assert sys.version_info >= (3, 10)"]));
    if supports_venv().is_none() && is_debian_root() {
        apt(&["python3-venv"], "Python's virtual environments (seconds)")?;
    }
    supports_venv().context("Python is older than 3.10, or has no virtual environments (python3-venv)")?;
    step(&format!("installing {name} into a virtual environment ({duration}, once for this user)"), || {
        run(Command::new(&python).args(["-m", "venv"]).arg(&home))?;
        let mut pip = Command::new(scripts.join(interpreter()));
        run(pip.args(["-m", "pip", "install", "-q", "--disable-pip-version-check"]).args(packages))
    })?;
    std::fs::write(stamp, name)?;
    Ok(scripts)
}
