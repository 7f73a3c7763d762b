//! Checks that builds are reproducible: two clean builds in two folders, compared byte for byte.

use crate::checkout::root;
use crate::run::{cargo, program, run, step};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Names of different length, so that a path written into a file shifts the bytes after it.
const FOLDERS: [&str; 2] = ["one", "another-folder-elsewhere"];

/// Builds the committed source twice. Fails if the two sites differ.
pub(crate) fn two_builds() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("guard-navi-reproduce-{}", std::process::id()));
    let compared = step("two clean builds of what is committed, compared (ten minutes)", || {
        let [first, second] = FOLDERS.map(|name| build_clone(&folder.join(name)));
        let (first, second) = (first?, second?);
        let names = first.keys().chain(second.keys()).filter(|name| first.get(*name) != second.get(*name));
        let different: Vec<&str> = names.map(String::as_str).collect();
        anyhow::ensure!(different.is_empty(), "two builds differ in {}", different.join(", "));
        eprintln!("  {} files, each byte the same", first.len());
        Ok(())
    });
    // An error is ignored: a folder that stays only uses disk space.
    let _ = std::fs::remove_dir_all(&folder);
    compared
}

/// Clones the checkout, builds it, and returns the site's files by name.
fn build_clone(clone: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    run(program("git").args(["clone", "--quiet"]).arg(root()).arg(clone))?;
    run(cargo().args(["xtask", "build"]).current_dir(clone))?;
    let files: Vec<PathBuf> =
        std::fs::read_dir(clone.join("dist"))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    let read = |file: PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok((name, std::fs::read(&file)?))
    };
    files.into_iter().map(read).collect()
}
