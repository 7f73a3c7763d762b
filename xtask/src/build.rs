//! The release build: `dist/`, ready for any folder of any static host.

use crate::run::{root, run, step};
use crate::tools;
use anyhow::Result;
use std::path::PathBuf;

/// Where the finished site is.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds it.
pub(crate) fn release() -> Result<()> {
    let mut trunk = tools::trunk()?;
    step("building the release (two minutes from nothing, seconds when warm)", || {
        run(trunk.args(["build", "--release", "--offline"]))
    })?;
    eprintln!("The site is in {}", dist().display());
    Ok(())
}
