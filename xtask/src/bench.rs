//! Speed and size of the release build, compared with a minimal plain page in the same run.

use crate::checkout::root;
use crate::run::{run, step};
use crate::{build, builder_bench, serve, sizes, tools};
use anyhow::{Context as _, Result};
use std::process::Command;

/// Builds the release and measures it, or some parts of it. Fails if a limit is exceeded.
pub(crate) fn all(parts: &[String]) -> Result<()> {
    if parts == ["builder"] {
        return builder_bench::all();
    }
    build::release()?;
    sizes::check()?;
    let folder = tools::bench_packages()?;
    let app = serve::in_background(&build::dist(), "/some/folder/")?;
    let plain = serve::in_background(&root().join("tests/bench/plain"), "/plain/")?;
    // Written by bench.mjs.
    let preact_folder = root().join("target/bench-preact");
    let preact = serve::in_background(&preact_folder, "/preact/")?;
    step("speed and size beside a plain page (six minutes; better on an idle machine)", || {
        let mut node = Command::new(which::which("node").context("Node.js is needed")?);
        node.arg("bench.mjs").args(parts).current_dir(&folder).env("APP", app).env("PLAIN", plain);
        node.env("PREACT", preact).env("PREACT_FOLDER", &preact_folder);
        if let Some(browser) = tools::browser(&folder)? {
            node.env("CHROME", browser);
        }
        run(&mut node)
    })
}
