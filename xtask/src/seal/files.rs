//! The files that the page fetches: their names contain a hash of their content. The list of names and hashes is in
//! index.html, as attributes of the script tag that starts the page.

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};
use std::path::{Path, PathBuf};

/// The list, as attributes: ` data-page-js="page-….js sha384-…" data-…`.
pub(super) struct Files {
    folder: PathBuf,
    attributes: String,
}

impl Files {
    /// An empty list for files in this folder.
    pub(super) fn of(folder: &Path) -> Files {
        Files { folder: folder.to_owned(), attributes: String::new() }
    }

    /// Writes a file with a content hash in its name, and lists it as `part`.
    pub(super) fn list(&mut self, part: &str, stem: &str, extension: &str, content: &[u8]) -> Result<()> {
        let (name, integrity) = self.write(stem, extension, content)?;
        self.attributes.push_str(&format!(" data-{part}=\"{name} {integrity}\""));
        Ok(())
    }

    /// Writes a file with a content hash in its name, and returns its name and integrity.
    pub(super) fn write(&self, stem: &str, extension: &str, content: &[u8]) -> Result<(String, String)> {
        let hash = Sha384::digest(content);
        let short: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{stem}-{short}.{extension}");
        std::fs::write(self.folder.join(&name), content)?;
        Ok((name, format!("sha384-{}", STANDARD.encode(hash))))
    }

    /// Writes the script that starts the page, and returns its tag with the list.
    pub(super) fn script_tag(&self, content: &[u8]) -> Result<String> {
        let (name, integrity) = self.write("boot", "js", content)?;
        Ok(format!("<script type=\"module\" async src=\"{name}\" integrity=\"{integrity}\"{}>", self.attributes))
    }
}
