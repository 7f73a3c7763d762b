//! `SHA384SUMS`: every file of the finished site with its hash, in the form that `sha384sum -c` and `shasum -c` read.

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha384};
use std::collections::BTreeMap;
use std::path::Path;

/// Its name; the page knows it, too.
const NAME: &str = "SHA384SUMS";

/// Writes it, when all else stands.
pub(super) fn write(folder: &Path) -> Result<()> {
    let mut hashes = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("a file without a name")?.to_owned();
        anyhow::ensure!(path.is_file(), "{name} is no file: the list knows files of one folder only");
        let hash: String = Sha384::digest(std::fs::read(&path)?).iter().map(|byte| format!("{byte:02x}")).collect();
        hashes.insert(name, hash);
    }
    let lines: String = hashes.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect();
    Ok(std::fs::write(folder.join(NAME), lines)?)
}
