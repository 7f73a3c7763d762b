//! `sw.js`, the service worker that keeps the page for when there is no network: its source, with the list of the
//! finished files and their hashes.

use crate::checkout::root;
use anyhow::{Context as _, Result, ensure};
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

/// The files that keep one name through all versions. A tab that still shows the version before asks for none of them.
const NAMES_THAT_STAY: [&str; 6] =
    ["icon-192.png", "icon-512.png", "icon-maskable-512.png", "icon.svg", "index.html", "manifest.webmanifest"];

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
            let is_unmistakable = tells_content(&name) || NAMES_THAT_STAY.contains(&name.as_str());
            ensure!(is_unmistakable, "{name} has the same name in every version: a tab could get that of another one");
            files.insert(name, format!("sha384-{}", STANDARD.encode(Sha384::digest(std::fs::read(entry.path())?))));
        }
    }
    Ok(files)
}

/// Whether a name ends with a hash, as in `page-0123456789abcdef.js`.
fn tells_content(name: &str) -> bool {
    let hash = name.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('-'));
    hash.is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()))
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
    use super::{filled, listed, tells_content};
    use crate::checkout::root;
    use std::collections::BTreeMap;

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
    fn a_name_that_two_versions_could_share_stops_the_build() {
        let public = root().join("public");
        assert!(listed(&public).unwrap_err().to_string().contains("same name in every version"));
        assert!(tells_content("page-0123456789abcdef.wasm"));
        for name in
            ["boot.js", "judge-worker.js", "page-0123456789abcde.js", "page-0123456789abcdeg.js", "0123456789abcdef"]
        {
            assert!(!tells_content(name), "{name}");
        }
    }
}
