//! The files that the page fetches by itself: named by their content, and listed with their hashes. The list stands in
//! index.html, as attributes of the script that starts the page; whoever fetches a file finds both there.

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
    /// None yet, in this folder.
    pub(super) fn of(folder: &Path) -> Files {
        Files { folder: folder.to_owned(), attributes: String::new() }
    }

    /// Writes a file whose name tells its content, and lists it as `part`.
    pub(super) fn list(&mut self, part: &str, stem: &str, extension: &str, content: &[u8]) -> Result<()> {
        let (name, integrity) = self.write(stem, extension, content)?;
        self.attributes.push_str(&format!(" data-{part}=\"{name} {integrity}\""));
        Ok(())
    }

    /// Writes a file whose name tells its content, and returns its name and integrity.
    pub(super) fn write(&self, stem: &str, extension: &str, content: &[u8]) -> Result<(String, String)> {
        let hash = Sha384::digest(content);
        let short: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{stem}-{short}.{extension}");
        std::fs::write(self.folder.join(&name), content)?;
        Ok((name, format!("sha384-{}", STANDARD.encode(hash))))
    }

    /// The tag of the script that starts the page, with the list.
    pub(super) fn script_tag(&self, content: &[u8]) -> Result<String> {
        let (name, integrity) = self.write("boot", "js", content)?;
        Ok(format!("<script type=\"module\" src=\"{name}\" integrity=\"{integrity}\"{}>", self.attributes))
    }
}
