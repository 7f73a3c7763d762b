//! Zip and gzip: unpacked in memory, every byte counted while it comes out. For whoever reads files that came from
//! somewhere else.
//!
//! **Invariant:** nothing that a file claims of its own size is believed. Linear in the bytes that come out.

use crate::secrets;
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest file, packed or not, in bytes.
pub const FILE_LIMIT: u64 = 64 * 1024 * 1024;
const ENTRIES_LIMIT: usize = 1_000;
const TOTAL_LIMIT: u64 = 256 * 1024 * 1024;

/// Why an archive, or a file in one, could not be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
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
    },
    /// Nothing, and why.
    Trouble(Trouble),
}

/// Hands over every file that is in `bytes`: itself, or what is packed in it, under its name as it came. Archives in
/// archives stay packed. The name that comes with trouble is clean.
pub fn unpack(name: &str, bytes: Cow<'_, [u8]>, hand: &mut dyn FnMut(&str, Unpacked<'_>)) {
    match bytes.as_ref() {
        [b'P', b'K', 3 | 5, ..] => zip(&clean(name), &bytes, hand),
        [0x1F, 0x8B, ..] => {
            let mut out = Vec::new();
            let read = flate2::read::MultiGzDecoder::new(bytes.as_ref()).take(FILE_LIMIT + 1).read_to_end(&mut out);
            drop(bytes);
            match read {
                Err(_) => hand(&clean(name), Unpacked::Trouble(Trouble::Broken)),
                Ok(_) => hand(name.strip_suffix(".gz").unwrap_or(name), only(out.into())),
            }
        }
        _ => hand(name, only(bytes)),
    }
}

fn only(bytes: Cow<'_, [u8]>) -> Unpacked<'_> {
    Unpacked::File { bytes, place: (0, 1) }
}

fn zip(file: &str, bytes: &[u8], hand: &mut dyn FnMut(&str, Unpacked<'_>)) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return hand(file, Unpacked::Trouble(Trouble::Broken));
    };
    if archive.len() > ENTRIES_LIMIT {
        return hand(file, Unpacked::Trouble(Trouble::TooManyEntries));
    }
    let (mut total, count) = (0, archive.len());
    for index in 0..count {
        let mut out = Vec::new();
        let Ok(mut entry) = archive.by_index(index) else {
            hand(file, Unpacked::Trouble(Trouble::Broken));
            continue;
        };
        if entry.is_dir() {
            continue;
        }
        let path = entry.name().unwrap_or_default().into_owned();
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        // What Finder adds for itself.
        if name.is_empty() || name.starts_with("._") || name == ".DS_Store" {
            continue;
        }
        if entry.by_ref().take(FILE_LIMIT + 1).read_to_end(&mut out).is_err() {
            hand(&[file, " / ", &clean(name)].concat(), Unpacked::Trouble(Trouble::Broken));
            continue;
        }
        total += out.len() as u64;
        if total > TOTAL_LIMIT {
            return hand(file, Unpacked::Trouble(Trouble::TooLarge));
        }
        hand(name, Unpacked::File { bytes: out.into(), place: (index, count) });
    }
}

/// A file's name is shown, so it is cleaned like any other text.
#[must_use]
pub fn clean(name: &str) -> String {
    secrets::mask(&secrets::cut(name).text)
}
