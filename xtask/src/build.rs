//! The release build: `dist/`, ready for any folder of any static host, and the same as one zip.

use crate::checkout::root;
use crate::pack;
use crate::run::{output, program, run, step};
use crate::tools;
use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Where the finished site is.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// What the site is made of.
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

/// Builds it, unless it is there already, made of the same.
pub(crate) fn release() -> Result<()> {
    let stamp = root().join("target/release-build");
    let made_of = made_of()?;
    if std::fs::read_to_string(&stamp)
        .is_ok_and(|known| hash_of_dist().is_ok_and(|dist| known == made_of.clone() + &dist))
    {
        eprintln!("» the release is built, and nothing it is made of has changed");
        return Ok(());
    }
    let mut trunk = tools::trunk()?;
    step("building the release (four minutes from nothing, one or two after a change)", || {
        run(trunk.args(["build", "--release", "--offline"]))
    })?;
    let dist = dist();
    // What is compressed in advance stays out of the zip: where that goes, nobody counts bytes.
    let zip = pack::zipped(&dist)?;
    step("compressing the files in advance, for hosts that take them so (seconds)", || pack::precompress(&dist))?;
    eprintln!("The site is in {}, and as one file in {}", dist.display(), zip.display());
    std::fs::write(stamp, made_of + &hash_of_dist()?)?;
    Ok(())
}

/// A hash of all sources, and of the compiler.
fn made_of() -> Result<String> {
    let compiler = output(program("rustc").arg("-vV")).context("rustc -vV")?;
    hash_of(&SOURCES.map(|source| root().join(source)), compiler)
}

fn hash_of_dist() -> Result<String> {
    hash_of(&[dist()], String::new())
}

/// A hash of the names and contents of files, those below folders included.
fn hash_of(paths: &[PathBuf], begin: String) -> Result<String> {
    let mut hash = Sha256::new_with_prefix(begin);
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

/// A file's name from the root of the checkout: the same in each clone.
fn name_of(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().into_owned()
}
