//! `sw.js`, the service worker that keeps the page for when there is no network: its source, with the list of the
//! finished files and their hashes.

use crate::run::root;
use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};
use std::collections::BTreeMap;
use std::path::Path;

/// The lines of the source that the build writes anew.
const NO_VERSION: &str = "const VERSION = \"\";";
const NO_FILES: &str = "const FILES = {};";

/// Not kept: it is for other programs, and larger than all texts of one language together.
const LEFT_OUT: &str = "catalogue.json";

/// Writes it beside the finished files. One of a development build keeps nothing, and lets go of a release that this
/// browser kept under the same address before.
pub(crate) fn write(folder: &Path, is_release: bool) -> Result<()> {
    let source = std::fs::read_to_string(root().join("xtask/offline/sw.js"))?;
    let text = if is_release { filled(&source, &listed(folder)?)? } else { source };
    Ok(std::fs::write(folder.join("sw.js"), text)?)
}

/// Every file of the page, and the hash that it must have.
fn listed(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().context("a file whose name is no text")?;
        if name != LEFT_OUT {
            files.insert(name, format!("sha384-{}", STANDARD.encode(Sha384::digest(std::fs::read(entry.path())?))));
        }
    }
    Ok(files)
}

/// The version is the hash of all that it depends on: the source and the list.
fn filled(source: &str, files: &BTreeMap<String, String>) -> Result<String> {
    let (before, behind) = source.split_once(NO_FILES).context("sw.js has no place for the list")?;
    let text = [before, "const FILES = ", &serde_json::to_string_pretty(files)?, ";", behind].concat();
    let version: String = Sha384::digest(&text).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let (before, behind) = text.split_once(NO_VERSION).context("sw.js has no place for the version")?;
    Ok([before, "const VERSION = \"", &version, "\";", behind].concat())
}

#[cfg(test)]
mod tests {
    use super::{filled, listed};
    use std::collections::BTreeMap;
    use std::path::Path;

    const SOURCE: &str = include_str!("../offline/sw.js");

    fn list(hash: &str) -> BTreeMap<String, String> {
        BTreeMap::from([("index.html".to_owned(), hash.to_owned())])
    }

    #[test]
    fn another_file_or_another_source_is_another_version() {
        let version = |source: &str, hash: &str| {
            let text = filled(source, &list(hash)).unwrap();
            text.lines().find(|line| line.starts_with("const VERSION")).unwrap().to_owned()
        };
        let one = version(SOURCE, "sha384-a");
        assert_eq!(one, version(SOURCE, "sha384-a"));
        assert_ne!(one, version(SOURCE, "sha384-b"));
        assert_ne!(one, version(&SOURCE.replace("// ", "//  "), "sha384-a"));
    }

    #[test]
    fn a_source_without_place_for_the_list_stops_the_build() {
        assert!(filled("const VERSION = \"\";", &list("sha384-a")).is_err());
        assert!(filled("const FILES = {};", &list("sha384-a")).is_err());
    }

    #[test]
    fn the_list_names_every_file_with_its_hash() {
        let files = listed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../public")).unwrap();
        assert!(files.contains_key("boot.js") && files.contains_key("manifest.webmanifest"));
        assert!(files.values().all(|hash| hash.starts_with("sha384-") && hash.len() == 71));
    }
}
