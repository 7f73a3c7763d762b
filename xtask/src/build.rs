//! The release build: `dist/`, ready for any folder of any static host, and the same as one zip.

use crate::checkout::root;
use crate::pack;
use crate::run::{run, step};
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
    step("building the release (four minutes from nothing, two after a change)", || {
        run(trunk.args(["build", "--release", "--offline"]))
    })?;
    let dist = dist();
    // What is compressed in advance stays out of the zip: where that goes, nobody counts bytes.
    let zip = pack::zipped(&dist)?;
    step("compressing the files in advance, for hosts that take them so (seconds)", || pack::precompress(&dist))?;
    eprintln!("The site is in {}, and as one file in {}", dist.display(), zip.display());
    Ok(())
}
