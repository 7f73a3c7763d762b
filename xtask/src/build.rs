//! The release build: `dist/`, which works in any folder of any static host, and a zip of it.

use crate::checkout::root;
use crate::package;
use crate::run::{output, program, run, step};
use crate::tools;
use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The folder of the finished site.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The files and folders that the site is built from.
const SOURCES: [&str; 11] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "patches",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    "xtask",
];

/// Builds the site, unless sources and output are unchanged since the last build.
pub(crate) fn release() -> Result<()> {
    let stamp = root().join("target/release-build");
    let sources_hash = hash_of_sources()?;
    if std::fs::read_to_string(&stamp)
        .is_ok_and(|stored| hash_of_dist().is_ok_and(|dist| stored == sources_hash.clone() + &dist))
    {
        eprintln!("» the release build is up to date");
        return Ok(());
    }
    let mut trunk = tools::trunk()?;
    step("building the release (four minutes from nothing, one or two after a change)", || {
        run(trunk.args(["build", "--release", "--offline"]))
    })?;
    let dist = dist();
    // The zip comes first: it does not contain the precompressed files, since closed networks do not need them.
    let zip = package::zipped(&dist)?;
    step("compressing the files in advance, for hosts that serve them precompressed (seconds)", || {
        package::precompress(&dist)
    })?;
    eprintln!("The site is in {}, and as one file in {}", dist.display(), zip.display());
    std::fs::write(stamp, sources_hash + &hash_of_dist()?)?;
    Ok(())
}

/// A hash of all sources and of the compiler's version.
fn hash_of_sources() -> Result<String> {
    let compiler = output(program("rustc").arg("-vV")).context("rustc -vV")?;
    hash_of(&SOURCES.map(|source| root().join(source)), compiler)
}

fn hash_of_dist() -> Result<String> {
    hash_of(&[dist()], String::new())
}

/// A hash of the names and contents of files, including those in subfolders.
fn hash_of(paths: &[PathBuf], prefix: String) -> Result<String> {
    let mut hash = Sha256::new_with_prefix(prefix);
    let is_source = |entry: &walkdir::DirEntry| entry.file_name() != "node_modules";
    for path in paths {
        for entry in WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(is_source) {
            let entry = entry?;
            if entry.file_type().is_file() {
                let content = std::fs::read(entry.path())?;
                hash.update(name_of(entry.path()));
                hash.update(content.len().to_le_bytes());
                hash.update(content);
            }
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A file's path relative to the checkout's root, which is the same in each clone.
fn name_of(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().into_owned()
}
