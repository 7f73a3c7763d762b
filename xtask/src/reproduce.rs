//! Whether the same source gives the same site: two clean builds in two folders, compared byte for byte.

use crate::checkout::root;
use crate::run::{cargo, program, run, step};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Names of different length: whatever takes a path into a file moves all that stands behind it.
const FOLDERS: [&str; 2] = ["one", "another-folder-elsewhere"];

/// Builds what is committed twice, and fails where the two differ.
pub(crate) fn two_builds() -> Result<()> {
    let home = std::env::temp_dir().join(format!("guard-navi-reproduce-{}", std::process::id()));
    let compared = step("two clean builds of what is committed, compared (ten minutes)", || {
        let [one, other] = FOLDERS.map(|name| built(&home.join(name)));
        let (one, other) = (one?, other?);
        let names = one.keys().chain(other.keys()).filter(|name| one.get(*name) != other.get(*name));
        let different: Vec<&str> = names.map(String::as_str).collect();
        anyhow::ensure!(different.is_empty(), "two builds differ in {}", different.join(", "));
        eprintln!("  {} files, each byte the same", one.len());
        Ok(())
    });
    // What is left there would only take room; that it cannot be removed is no fault of the builds.
    let _ = std::fs::remove_dir_all(&home);
    compared
}

/// The finished site of a clone: its files by name.
fn built(clone: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
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
