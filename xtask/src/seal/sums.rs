//! Writes `SHA384SUMS`: the hash of every file of the finished site, in the format of `sha384sum -c` and `shasum -c`.

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha384};
use std::collections::BTreeMap;
use std::path::Path;

/// The file's name. The page has the same name in its code.
const NAME: &str = "SHA384SUMS";

/// Writes the list. Call it last: all other files must exist.
pub(super) fn write(folder: &Path) -> Result<()> {
    let mut hashes = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("a file without a name")?.to_owned();
        anyhow::ensure!(path.is_file(), "{name} is no file: the list covers files of one folder only");
        let hash: String = Sha384::digest(std::fs::read(&path)?).iter().map(|byte| format!("{byte:02x}")).collect();
        hashes.insert(name, hash);
    }
    let lines: String = hashes.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect();
    Ok(std::fs::write(folder.join(NAME), lines)?)
}
