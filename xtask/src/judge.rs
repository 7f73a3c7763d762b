//! `cargo xtask judge`: what `guard-navi judge --format json` prints, without building that program first.

use anyhow::{Context as _, Result};
use guard_navi::base::i18n::Locale;
use guard_navi::base::time::Timestamp;
use guard_navi_cli::formats::Format;
use guard_navi_cli::judge::{Options, current_time, print};
use std::path::PathBuf;
use std::process::ExitCode;

/// Prints the verdicts. Exit code 2 if nothing can be read.
pub(crate) fn judge(now: Option<&str>, lang: &str, files: Vec<PathBuf>) -> Result<ExitCode> {
    let locale = Locale::from_tag(lang).context("--lang takes ja or en")?;
    let now = match now {
        Some(text) => Timestamp::parse(text).context("--now takes a time like 2026-11-23T09:00:00Z")?,
        None => current_time()?,
    };
    let (fail_on, commands) = (Vec::new(), Vec::new());
    print(&Options { locale, now, format: Format::Json, fail_on, commands, files })
}
