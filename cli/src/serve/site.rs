//! The files of the page, read into memory once.

use crate::words;
use anyhow::{Context as _, Result};
use axum::body::Bytes;
use guard_navi::base::i18n::Locale;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The page has some thirty files of 4 MB, each up to three times. A folder beyond these limits is another one.
const MAX_FILES: usize = 1_000;
const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// The start page, and what makes a folder one of the page.
pub(super) const INDEX: &str = "index.html";

/// One form of a file: as it is, or compressed.
#[derive(Clone)]
pub(super) struct Content {
    pub bytes: Bytes,
    /// The value of `ETag`.
    pub tag: String,
}

impl Content {
    fn new(bytes: Bytes) -> Content {
        let hash: String = Sha256::digest(&bytes).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Content { bytes, tag: format!("\"{hash}\"") }
    }
}

/// A file in all its forms.
pub(super) struct File {
    pub plain: Content,
    pub brotli: Option<Content>,
    pub gzip: Option<Content>,
}

/// The files by name. `name.br` and `name.gz` are forms of `name`, and no files of their own.
pub(super) struct Site(BTreeMap<String, File>);

impl Site {
    /// Reads the files of a folder; what is in its subfolders and behind links is none of the page.
    pub(super) fn read(folder: &Path, locale: Locale) -> Result<Site> {
        let (mut files, mut total) = (BTreeMap::new(), 0);
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let metadata = entry.metadata()?;
            let Some(name) = entry.file_name().to_str().map(str::to_owned).filter(|_| metadata.is_file()) else {
                continue;
            };
            total += metadata.len();
            anyhow::ensure!(files.len() < MAX_FILES && total <= MAX_BYTES, words::NOT_A_SITE.get(locale));
            files.insert(name, Bytes::from(fs::read(entry.path())?));
        }
        Site::of(files).context(words::NOT_A_SITE.get(locale))
    }

    /// `None` without a start page.
    fn of(mut files: BTreeMap<String, Bytes>) -> Option<Site> {
        let names: Vec<String> = files.keys().filter(|name| !is_compressed(name)).cloned().collect();
        let mut content = |name: &str| files.remove(name).map(Content::new);
        let mut site = BTreeMap::new();
        for name in names {
            let (brotli, gzip) = (content(&format!("{name}.br")), content(&format!("{name}.gz")));
            if let Some(plain) = content(&name) {
                site.insert(name, File { plain, brotli, gzip });
            }
        }
        site.contains_key(INDEX).then_some(Site(site))
    }

    /// The name of the file that a path asks for, and the file.
    pub(super) fn find(&self, path: &str) -> Option<(&str, &File)> {
        let name = match path.strip_prefix('/')? {
            "" => INDEX,
            name => name,
        };
        self.0.get_key_value(name).map(|(name, file)| (name.as_str(), file))
    }
}

fn is_compressed(name: &str) -> bool {
    matches!(name.rsplit_once('.'), Some((_, "br" | "gz")))
}

/// The page that was compiled in.
#[cfg(feature = "embed-site")]
pub(super) fn embedded() -> Option<Site> {
    static FILES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/site.rs"));
    Site::of(FILES.iter().map(|(name, bytes)| ((*name).to_owned(), Bytes::from_static(bytes))).collect())
}

/// Only the programs of a release have the page in them.
#[cfg(not(feature = "embed-site"))]
pub(super) fn embedded() -> Option<Site> {
    None
}

#[cfg(test)]
pub(super) fn of(files: &[(&str, &str)]) -> Site {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), Bytes::from(text.as_bytes().to_vec())));
    Site::of(files.collect()).unwrap()
}
