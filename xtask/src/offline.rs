//! Writes `sw.js`, the service worker that caches the page for offline use: its source, with the list of the finished
//! files and their hashes.

use crate::checkout::root;
use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};
use std::collections::BTreeMap;
use std::path::Path;

/// The lines of the source that the build replaces.
const NO_VERSION: &str = "const VERSION = \"\";";
const NO_FILES: &str = "const FILES = {};";

/// Not cached: only other programs use it, and it is larger than all texts of one language together.
const NOT_CACHED: &str = "catalogue.json";

/// The files with the same name in all versions. A tab that still shows the previous version requests none of them.
const STABLE_NAMES: [&str; 6] =
    ["icon-192.png", "icon-512.png", "icon-maskable-512.png", "icon.svg", "index.html", "manifest.webmanifest"];

/// Writes `sw.js` beside the finished files. In a development build it caches nothing, and deletes the cache of a
/// release that this browser opened under the same address before.
pub(crate) fn write(folder: &Path, is_release: bool) -> Result<()> {
    let source = std::fs::read_to_string(root().join("xtask/offline/sw.js"))?;
    let text = if is_release { filled(&source, &file_hashes(folder)?)? } else { source };
    Ok(std::fs::write(folder.join("sw.js"), text)?)
}

/// Every file of the page with its hash.
fn file_hashes(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().context("a file name is not valid Unicode")?;
        if name != NOT_CACHED {
            let is_safe = has_content_hash(&name) || STABLE_NAMES.contains(&name.as_str());
            ensure!(is_safe, "{name} has the same name in every version: a tab could load the file of another version");
            files.insert(name, format!("sha384-{}", STANDARD.encode(Sha384::digest(std::fs::read(entry.path())?))));
        }
    }
    Ok(files)
}

/// Whether a name ends with a hash, as in `page-0123456789abcdef.js`.
fn has_content_hash(name: &str) -> bool {
    let hash = name.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('-'));
    hash.is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// The source with the list and the version filled in. The version is the hash of the source and the list.
fn filled(source: &str, files: &BTreeMap<String, String>) -> Result<String> {
    let (before, after) = source.split_once(NO_FILES).context("sw.js has no place for the list")?;
    let text = [before, "const FILES = ", &serde_json::to_string_pretty(files)?, ";", after].concat();
    let version: String = Sha384::digest(&text).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let (before, after) = text.split_once(NO_VERSION).context("sw.js has no place for the version")?;
    Ok([before, "const VERSION = \"", &version, "\";", after].concat())
}

#[cfg(test)]
mod tests {
    use super::{file_hashes, filled, has_content_hash};
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
        assert!(file_hashes(&public).unwrap_err().to_string().contains("same name in every version"));
        assert!(has_content_hash("page-0123456789abcdef.wasm"));
        for name in
            ["boot.js", "judge-worker.js", "page-0123456789abcde.js", "page-0123456789abcdeg.js", "0123456789abcdef"]
        {
            assert!(!has_content_hash(name), "{name}");
        }
    }
}
