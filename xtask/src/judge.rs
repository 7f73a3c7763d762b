//! `cargo xtask judge`: prints the same verdicts as the page, from the same code.

use crate::run::now as current_time;
use anyhow::{Context as _, Result};
use guard_navi::base::i18n::Locale;
use guard_navi::base::time::Timestamp;
use guard_navi::evidence::Judge;
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;

/// Prints `{"verdicts": […], "problems": […]}`. Exit code 2 if a file cannot be read.
pub(crate) fn judge(now: Option<&str>, lang: &str, files: &[PathBuf]) -> Result<ExitCode> {
    let locale = Locale::from_tag(lang).context("--lang takes ja or en")?;
    let now = match now {
        Some(text) => Timestamp::parse(text).context("--now takes a time like 2026-11-23T09:00:00Z")?,
        None => current_time()?,
    };
    let mut judge = Judge::default();
    for file in files {
        let bytes = match std::fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("error: {}: {error}", file.display());
                return Ok(ExitCode::from(2));
            }
        };
        let name = file.file_name().unwrap_or(file.as_os_str());
        judge.add(&name.to_string_lossy(), &bytes, "");
    }
    let judgement = judge.finish(now);
    let verdicts = judgement.verdicts.iter().map(|verdict| {
        json!({
            "control": verdict.control,
            "account": verdict.account,
            "outcome": verdict.outcome,
            "reasons": verdict.reasons.iter().map(|reason| reason.get(locale)).collect::<Vec<_>>(),
            "source": verdict.source,
        })
    });
    let problems = judgement.problems.iter().map(|problem| {
        let line = problem.line.map(|line| format!(":{line}")).unwrap_or_default();
        format!("{}{line}: {}", problem.file, problem.text.get(locale))
    });
    let output = json!({ "verdicts": verdicts.collect::<Vec<_>>(), "problems": problems.collect::<Vec<_>>() });
    println!("{}", serde_json::to_string_pretty(&output)?);
    Ok(ExitCode::SUCCESS)
}
