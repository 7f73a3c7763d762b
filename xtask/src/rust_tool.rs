//! Finds, fetches or compiles a tool that is written in Rust.

use crate::run::{cargo, output, run, step};
use crate::tools::cache;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// A tool written in Rust, in exactly this version: on PATH, in the cache, or installed there.
pub(crate) struct RustTool {
    pub package: &'static str,
    pub program: &'static str,
    pub version: String,
    pub minutes: u32,
    /// The optimisation level. It is low: a tool runs for seconds, so a higher level would take more time to compile
    /// than it saves.
    pub level: &'static str,
    pub flags: &'static [&'static str],
}

impl RustTool {
    fn cached(&self) -> Result<PathBuf> {
        let home = cache()?.join(format!("{}-{}", self.package, self.version));
        Ok(home.join("bin").join(self.program).with_extension(std::env::consts::EXE_EXTENSION))
    }

    /// The program's path, if this version is installed.
    fn found(&self) -> Result<Option<PathBuf>> {
        let has_version = |path: &PathBuf| {
            let stdout = output(Command::new(path).arg("--version")).unwrap_or_default();
            stdout.split_whitespace().any(|word| word == self.version)
        };
        Ok(which::which(self.program).ok().into_iter().chain([self.cached()?]).find(has_version))
    }

    /// The program's path. Installs the tool if it is missing.
    pub fn get(&self) -> Result<PathBuf> {
        if let Some(found) = self.found()? {
            return Ok(found);
        }
        let home = cache()?.join(format!("{}-{}", self.package, self.version));
        let exact = format!("{}@{}", self.package, self.version);
        if which::which("cargo-binstall").is_ok() {
            let fetched = step(&format!("fetching {exact} (seconds)"), || {
                run(cargo()
                    .args(["binstall", "--no-confirm", "--strategies", "crate-meta-data,quick-install"])
                    .arg("--root")
                    .arg(&home)
                    .arg(&exact))
            });
            if fetched.is_ok()
                && let Some(found) = self.found()?
            {
                return Ok(found);
            }
        }
        step(&format!("compiling {exact} (about {} minutes, once for this user)", self.minutes), || {
            run(cargo()
                .args(["install", &exact, "--no-track", "--root"])
                .arg(&home)
                .args(self.flags)
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.level)
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"))
        })?;
        self.cached()
    }
}
