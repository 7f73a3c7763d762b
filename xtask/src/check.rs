//! Format, lints, dependencies and the sizes of the release: all checks that do not run the page.

use crate::checkout::root;
use crate::run::{cargo, program, run, step};
use crate::{build, sizes, tools};
use anyhow::{Context as _, Result};
use guard_navi::content::about::{self, REVIEW_DAYS};
use guard_navi::content::catalogue::Source;
use guard_navi_cli::judge::current_time;
use serde_json::Value;
use std::process::Stdio;

/// Runs all checks; for a release, also that every source was reviewed within [`REVIEW_DAYS`].
pub(crate) fn all(release: bool) -> Result<()> {
    lints()?;
    print_review_dates()?;
    if release {
        let line = |(place, source): (&str, &Source)| format!("{place}: {} ({})", source.title, source.reviewed);
        let overdue: Vec<_> = about::overdue(current_time()?.date()).map(line).collect();
        anyhow::ensure!(overdue.is_empty(), "reviewed more than {REVIEW_DAYS} days ago:\n{}", overdue.join("\n"));
    }
    crates()?;
    for folder in NPM_FOLDERS {
        npm_audit(folder)?;
    }
    build::release()?;
    sizes::check()
}

/// The folders with npm packages. They are used for building and testing; none is part of the page.
const NPM_FOLDERS: [&str; 4] = ["xtask/npm", "tests/e2e", "tests/bench", "tests/oracles"];

/// Checks licences, sources and known vulnerabilities of the crates.
fn crates() -> Result<()> {
    let deny = tools::cargo_deny()?;
    // Only the advisory database needs the network; without it, the other checks still run.
    step("licences, bans and sources of the dependencies (seconds)", || {
        run(program(&deny).args(["--offline", "check", "licenses", "bans", "sources"]))
    })?;
    step("known vulnerabilities of the dependencies (seconds; needs the network)", || {
        if run(program(&deny).arg("fetch")).is_err() {
            eprintln!("  NOT CHECKED: the advisory database cannot be reached");
            return Ok(());
        }
        run(program(&deny).args(["--offline", "check", "advisories"]))
    })
}

/// Checks the npm packages in a lock file for known vulnerabilities.
fn npm_audit(folder: &str) -> Result<()> {
    step(&format!("known vulnerabilities of the npm packages in {folder} (seconds; needs the network)"), || {
        let npm = which::which("npm").context("Node.js with npm is needed")?;
        let mut audit = program(npm);
        audit.args(["audit", "--json"]).current_dir(root().join(folder)).stdin(Stdio::null()).stderr(Stdio::null());
        // npm audit fails both for vulnerabilities and for an unreachable registry: only the report tells them apart.
        let stdout = audit.output()?.stdout;
        let report: Value = serde_json::from_slice(&stdout).unwrap_or_default();
        let Some(total) = report.pointer("/metadata/vulnerabilities/total").and_then(Value::as_u64) else {
            eprintln!("  NOT CHECKED: the registry returned no vulnerability report");
            return Ok(());
        };
        anyhow::ensure!(total == 0, "{total} known vulnerabilities: see npm audit in {folder}");
        Ok(())
    })
}

/// Prints when the sources were reviewed.
pub(crate) fn print_review_dates() -> Result<()> {
    let (oldest, newest) = about::reviewed();
    let (all, overdue) = (about::sources().count(), about::overdue(current_time()?.date()).count());
    eprintln!("» {all} sources, reviewed {oldest} to {newest}; {overdue} of them too long ago for a release");
    Ok(())
}

/// Checks format and lints, with and without the `app` feature.
pub(crate) fn lints() -> Result<()> {
    step("format (seconds)", || run(cargo().args(["fmt", "--all", "--check"])))?;
    step("lints of the core, its tests and xtask (a minute from nothing)", || {
        run(cargo().args([
            "clippy",
            "--workspace",
            "--no-default-features",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
            "-A",
            "clippy::unwrap_used",
            "-A",
            "clippy::indexing_slicing",
            "-A",
            "clippy::string_slice",
            "-A",
            "clippy::panic",
            "-A",
            "clippy::expect_used",
        ]))
    })?;
    step("documentation of the core without warnings (seconds)", || {
        let mut doc = cargo();
        doc.args(["doc", "--no-deps", "--no-default-features", "--package", "guard-navi", "--lib", "--quiet"]);
        run(doc.env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    tools::wasm_target()?;
    step("lints of the page and the judge (a minute from nothing)", || {
        run(cargo().args([
            "clippy",
            "--package",
            "guard-navi",
            "--target",
            "wasm32-unknown-unknown",
            "--bins",
            "--lib",
            "--examples",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ]))
    })
}
