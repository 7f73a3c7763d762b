//! Zip, gzip and tar: unpacked in memory, every byte counted while it comes out. For whoever reads files that came from
//! somewhere else.
//!
//! **Invariant:** nothing that a file claims of its own size is believed. Linear in the bytes that come out.

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
    /// Damaged, or it has a password.
    Broken,
    /// More than 1,000 files; none was read.
    TooManyEntries,
    /// More than 256 MiB come out of it; the rest was not read.
    TooLarge,
}

/// What came out.
#[derive(Debug)]
pub enum Unpacked<'a> {
    /// A file.
    File {
        /// Its bytes: at most one more than `FILE_LIMIT` of them, where it was packed.
        bytes: Cow<'a, [u8]>,
        /// The how-manieth of so many it is.
        place: (usize, usize),
        /// When it was last changed, as the archive says; where it does not, none.
        changed_at: Option<Timestamp>,
    },
    /// Nothing, and why.
    ArchiveError(ArchiveError),
}

/// Hands over every file that is in `bytes`: itself, or what is packed in it, under its name as it came, with its
/// folders. Archives in archives stay packed. The name that comes with trouble is clean.
pub fn unpack(name: &str, bytes: Cow<'_, [u8]>, hand: &mut dyn FnMut(&str, Unpacked<'_>)) {
    match bytes.as_ref() {
        [b'P', b'K', 3 | 5, ..] => zip(&clean(name), &bytes, hand),
        [0x1F, 0x8B, ..] => gzip(name, bytes, hand),
        _ if is_tar(&bytes) => tar(&clean(name), &bytes, hand),
        _ => hand(name, only(bytes)),
    }
}

fn only(bytes: Cow<'_, [u8]>) -> Unpacked<'_> {
    Unpacked::File { bytes, place: (0, 1), changed_at: None }
}

fn gzip(name: &str, bytes: Cow<'_, [u8]>, hand: &mut dyn FnMut(&str, Unpacked<'_>)) {
    let mut out = Vec::new();
    let mut unpacked = flate2::read::MultiGzDecoder::new(bytes.as_ref());
    let mut read = unpacked.by_ref().take(FILE_LIMIT + 1).read_to_end(&mut out);
    let is_tar = is_tar(&out);
    if read.is_ok() && is_tar {
        read = unpacked.take(TOTAL_LIMIT - FILE_LIMIT).read_to_end(&mut out);
    }
    drop(bytes);
    match read {
        Err(_) => hand(&clean(name), Unpacked::ArchiveError(ArchiveError::Broken)),
        Ok(_) if is_tar => tar(&clean(name), &out, hand),
        Ok(_) => hand(name.strip_suffix(".gz").unwrap_or(name), only(out.into())),
    }
}

/// What has been handed over of an archive.
#[derive(Default)]
struct Count {
    entries: usize,
    bytes: u64,
}

impl Count {
    /// Hands over an entry; the trouble that ends the whole archive, otherwise.
    fn hand(
        &mut self,
        (path, mut from): (&str, impl Read),
        (archive, place): (&str, (usize, usize)),
        changed_at: Option<Timestamp>,
        hand: &mut dyn FnMut(&str, Unpacked<'_>),
    ) -> Result<(), ArchiveError> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        // What Finder adds for itself.
        if name.is_empty() || name.starts_with("._") || name == ".DS_Store" {
            return Ok(());
        }
        self.entries += 1;
        if self.entries > ENTRIES_LIMIT {
            return Err(ArchiveError::TooManyEntries);
        }
        let mut out = Vec::new();
        if from.by_ref().take(FILE_LIMIT + 1).read_to_end(&mut out).is_err() {
            hand(&[archive, " / ", &clean(name)].concat(), Unpacked::ArchiveError(ArchiveError::Broken));
            return Ok(());
        }
        self.bytes += out.len() as u64;
        if self.bytes > TOTAL_LIMIT {
            return Err(ArchiveError::TooLarge);
        }
        hand(path, Unpacked::File { bytes: out.into(), place, changed_at });
        Ok(())
    }
}

fn zip(file: &str, bytes: &[u8], hand: &mut dyn FnMut(&str, Unpacked<'_>)) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return hand(file, Unpacked::ArchiveError(ArchiveError::Broken));
    };
    let entries = archive.len();
    if entries > ENTRIES_LIMIT {
        return hand(file, Unpacked::ArchiveError(ArchiveError::TooManyEntries));
    }
    let mut count = Count::default();
    for index in 0..entries {
        let Ok(entry) = archive.by_index(index) else {
            hand(file, Unpacked::ArchiveError(ArchiveError::Broken));
            continue;
        };
        if entry.is_dir() {
            continue;
        }
        let path = entry.name().unwrap_or_default().into_owned();
        // Without a zone: taken as UTC, which is near enough for a date. Where there is none, it says 1980.
        let date = entry.last_modified().filter(|time| time.year() > 1980);
        let changed_at = date.and_then(|time| Timestamp::parse_loosely(&time.to_string()));
        if let Err(trouble) = count.hand((&path, entry), (file, (index, entries)), changed_at, hand) {
            return hand(file, Unpacked::ArchiveError(trouble));
        }
    }
}

/// `ustar`, where every tar of today has it.
fn is_tar(bytes: &[u8]) -> bool {
    bytes.get(257..262) == Some(b"ustar")
}

fn tar(file: &str, bytes: &[u8], hand: &mut dyn FnMut(&str, Unpacked<'_>)) {
    let mut archive = tar::Archive::new(Cursor::new(bytes));
    let Ok(entries) = archive.entries() else {
        return hand(file, Unpacked::ArchiveError(ArchiveError::Broken));
    };
    let mut count = Count::default();
    for entry in entries {
        // Behind one that is damaged nothing can be found.
        let Ok(entry) = entry else {
            return hand(file, Unpacked::ArchiveError(ArchiveError::Broken));
        };
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let seconds =
            entry.header().mtime().ok().and_then(|seconds| i64::try_from(seconds).ok()).filter(|seconds| *seconds > 0);
        let changed_at = seconds.and_then(Timestamp::from_unix_seconds);
        // How many there are is not known before the end.
        if let Err(trouble) = count.hand((&path, entry), (file, (0, 1)), changed_at, hand) {
            return hand(file, Unpacked::ArchiveError(trouble));
        }
    }
}

/// A file's name is shown, so it is cleaned like any other text.
#[must_use]
pub fn clean(name: &str) -> String {
    secrets::mask(&secrets::cut(name).text)
}
