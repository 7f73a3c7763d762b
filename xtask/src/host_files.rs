//! Checks the files that only a host runs: workflows, forms, the container recipe. What they do there is not tried.

use crate::checkout::root;
use crate::run::{program, run, step};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// A schema of check-jsonschema, and the files that it describes.
const SCHEMAS: [(&str, &[&str]); 6] = [
    ("vendor.github-workflows", &[".github/workflows"]),
    // Every job ends by itself.
    ("custom.github-workflows-require-timeout", &[".github/workflows"]),
    (
        "vendor.github-issue-forms",
        &[
            ".github/ISSUE_TEMPLATE/new_control.yml",
            ".github/ISSUE_TEMPLATE/outdated_fact.yml",
            ".github/ISSUE_TEMPLATE/wrong_verdict.yml",
        ],
    ),
    ("vendor.github-issue-config", &[".github/ISSUE_TEMPLATE/config.yml"]),
    ("vendor.dependabot", &[".github/dependabot.yml"]),
    ("vendor.citation-file-format", &["CITATION.cff"]),
];

/// Checks them all. `programs` is the folder of [`crate::tools::host_file_checkers`].
pub(crate) fn check(programs: &Path) -> Result<()> {
    let tool = |name: &str| program(programs.join(name));
    step("workflows, forms and the container recipe (seconds)", || {
        // Offline: whether a commit is that of its tag is looked up by hand when it is changed.
        run(tool("zizmor").args(["--offline", "--quiet", "--no-progress", "--persona=pedantic", ".github"]))?;
        for (schema, places) in SCHEMAS {
            let files = places.iter().map(|place| files(place)).collect::<Result<Vec<_>>>()?.concat();
            run(tool("check-jsonschema").args(["--quiet", "--builtin-schema", schema]).args(files))?;
        }
        run(tool("python").arg("xtask/python/run_blocks.py").args(files(".github/workflows")?))?;
        run(tool("hadolint").args(["--failure-threshold=info", "Containerfile"]))
    })
}

/// A file by itself, or the files of a folder, from the root.
fn files(place: &'static str) -> Result<Vec<PathBuf>> {
    let path = root().join(place);
    if path.is_file() {
        return Ok(vec![place.into()]);
    }
    let mut files: Vec<PathBuf> = std::fs::read_dir(&path)
        .context(place)?
        .map(|entry| Ok(Path::new(place).join(entry?.file_name())))
        .collect::<Result<_>>()?;
    files.sort();
    Ok(files)
}
