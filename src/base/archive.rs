//! Unpacks zip, gzip and tar in memory and counts every byte as it is decompressed. For files from untrusted sources.
//!
//! **Invariant:** sizes that a file declares are never trusted. Linear in the unpacked bytes.

use crate::base::secrets;
use crate::base::time::Timestamp;
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest file, packed or not, in bytes.
pub const FILE_LIMIT: u64 = 64 * 1024 * 1024;
const ENTRIES_LIMIT: usize = 1_000;
const TOTAL_LIMIT: u64 = 256 * 1024 * 1024;

/// Why an archive, or a file in one, could not be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArchiveError {
    /// Damaged or password-protected.
    Broken,
    /// More than 1,000 files. Nothing of a zip is read then, and of a tar only the first 1,000 files.
    TooManyEntries,
    /// Unpacks to more than 256 MiB; the rest was not read.
    TooLarge,
}

/// One unpacked file, or an error.
#[derive(Debug)]
pub enum Unpacked<'a> {
    /// A file.
    File {
        /// Its content. A packed file is cut off at `FILE_LIMIT` + 1 bytes.
        bytes: Cow<'a, [u8]>,
        /// Its index and the number of entries; `(0, 1)` for a tar, whose number of entries is unknown.
        place: (usize, usize),
        /// When it was last changed; none where the archive has no date.
        changed_at: Option<Timestamp>,
    },
    /// The archive, or a file in it, could not be unpacked.
    ArchiveError(ArchiveError),
}

/// Calls `on_file` for each file: for `bytes` itself, or for every file packed in it, with its path in the archive.
/// Archives inside archives are not unpacked. Names passed with an error are cleaned; see [`clean`].
pub fn unpack(name: &str, bytes: Cow<'_, [u8]>, on_file: &mut dyn FnMut(&str, Unpacked<'_>)) {
    match bytes.as_ref() {
        [b'P', b'K', 3 | 5, ..] => zip(&clean(name), &bytes, on_file),
        [0x1F, 0x8B, ..] => gzip(name, bytes, on_file),
        _ if is_tar(&bytes) => tar(&clean(name), &bytes, on_file),
        _ => on_file(name, single_file(bytes)),
    }
}

fn single_file(bytes: Cow<'_, [u8]>) -> Unpacked<'_> {
    Unpacked::File { bytes, place: (0, 1), changed_at: None }
}

fn gzip(name: &str, bytes: Cow<'_, [u8]>, on_file: &mut dyn FnMut(&str, Unpacked<'_>)) {
    let mut out = Vec::new();
    let mut unpacked = flate2::read::MultiGzDecoder::new(bytes.as_ref());
    let mut read = unpacked.by_ref().take(FILE_LIMIT + 1).read_to_end(&mut out);
    let is_tar = is_tar(&out);
    if read.is_ok() && is_tar {
        read = unpacked.take(TOTAL_LIMIT - FILE_LIMIT).read_to_end(&mut out);
    }
    drop(bytes);
    match read {
        Err(_) => on_file(&clean(name), Unpacked::ArchiveError(ArchiveError::Broken)),
        Ok(_) if is_tar => tar(&clean(name), &out, on_file),
        Ok(_) => on_file(name.strip_suffix(".gz").unwrap_or(name), single_file(out.into())),
    }
}

/// What has been unpacked of an archive.
#[derive(Default)]
struct Count {
    entries: usize,
    bytes: u64,
}

impl Count {
    /// Unpacks one entry. An error ends the whole archive.
    fn unpack_entry(
        &mut self,
        (path, mut reader): (&str, impl Read),
        (archive, place): (&str, (usize, usize)),
        changed_at: Option<Timestamp>,
        on_file: &mut dyn FnMut(&str, Unpacked<'_>),
    ) -> Result<(), ArchiveError> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        // Metadata files that the macOS Finder adds.
        if name.is_empty() || name.starts_with("._") || name == ".DS_Store" {
            return Ok(());
        }
        self.entries += 1;
        if self.entries > ENTRIES_LIMIT {
            return Err(ArchiveError::TooManyEntries);
        }
        let mut out = Vec::new();
        if reader.by_ref().take(FILE_LIMIT + 1).read_to_end(&mut out).is_err() {
            on_file(&[archive, " / ", &clean(name)].concat(), Unpacked::ArchiveError(ArchiveError::Broken));
            return Ok(());
        }
        self.bytes += out.len() as u64;
        if self.bytes > TOTAL_LIMIT {
            return Err(ArchiveError::TooLarge);
        }
        on_file(path, Unpacked::File { bytes: out.into(), place, changed_at });
        Ok(())
    }
}

fn zip(file: &str, bytes: &[u8], on_file: &mut dyn FnMut(&str, Unpacked<'_>)) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return on_file(file, Unpacked::ArchiveError(ArchiveError::Broken));
    };
    let entries = archive.len();
    if entries > ENTRIES_LIMIT {
        return on_file(file, Unpacked::ArchiveError(ArchiveError::TooManyEntries));
    }
    let mut count = Count::default();
    for index in 0..entries {
        let Ok(entry) = archive.by_index(index) else {
            on_file(file, Unpacked::ArchiveError(ArchiveError::Broken));
            continue;
        };
        if entry.is_dir() {
            continue;
        }
        let path = entry.name().unwrap_or_default().into_owned();
        // Zip times have no time zone; UTC is close enough for a date. A missing time reads as 1980.
        let date = entry.last_modified().filter(|time| time.year() > 1980);
        let changed_at = date.and_then(|time| Timestamp::parse_loosely(&time.to_string()));
        if let Err(error) = count.unpack_entry((&path, entry), (file, (index, entries)), changed_at, on_file) {
            return on_file(file, Unpacked::ArchiveError(error));
        }
    }
}

/// Whether the header has the magic `ustar`, as all current tar files do.
fn is_tar(bytes: &[u8]) -> bool {
    bytes.get(257..262) == Some(b"ustar")
}

fn tar(file: &str, bytes: &[u8], on_file: &mut dyn FnMut(&str, Unpacked<'_>)) {
    let mut archive = tar::Archive::new(Cursor::new(bytes));
    let Ok(entries) = archive.entries() else {
        return on_file(file, Unpacked::ArchiveError(ArchiveError::Broken));
    };
    let mut count = Count::default();
    for entry in entries {
        // Entries after a damaged one cannot be located.
        let Ok(entry) = entry else {
            return on_file(file, Unpacked::ArchiveError(ArchiveError::Broken));
        };
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let seconds =
            entry.header().mtime().ok().and_then(|seconds| i64::try_from(seconds).ok()).filter(|seconds| *seconds > 0);
        let changed_at = seconds.and_then(Timestamp::from_unix_seconds);
        // The number of entries is unknown before the end of a tar.
        if let Err(error) = count.unpack_entry((&path, entry), (file, (0, 1)), changed_at, on_file) {
            return on_file(file, Unpacked::ArchiveError(error));
        }
    }
}

/// Removes secrets from a file name and masks ids, since names are shown.
#[must_use]
pub fn clean(name: &str) -> String {
    secrets::mask(&secrets::cut(name).text)
}
