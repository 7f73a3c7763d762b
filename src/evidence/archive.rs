//! Zip and gzip: unpacked in memory, every byte counted while it comes out.

use super::FILE_LIMIT;
use super::problem::{self, Problem};
use crate::secrets;
use std::io::{Cursor, Read};
use zip::ZipArchive;

const ENTRIES_LIMIT: usize = 1_000;
const TOTAL_LIMIT: u64 = 256 * 1024 * 1024;

/// Hands over every file that is in `bytes`: itself, or what is packed in it. Archives in archives stay packed,
/// and are then refused as "not a text".
pub(super) fn unpack(name: &str, bytes: &[u8], problems: &mut Vec<Problem>, hand: &mut dyn FnMut(&str, &[u8])) {
    match bytes {
        [b'P', b'K', 3 | 5, ..] => zip(&clean(name), bytes, problems, hand),
        [0x1F, 0x8B, ..] => {
            let file = clean(name);
            let mut out = Vec::new();
            match flate2::read::MultiGzDecoder::new(bytes).take(FILE_LIMIT + 1).read_to_end(&mut out) {
                Err(_) => problems.push(problem::broken_archive(&file)),
                Ok(_) => hand(name.strip_suffix(".gz").unwrap_or(name), &out),
            }
        }
        _ => hand(name, bytes),
    }
}

fn zip(file: &str, bytes: &[u8], problems: &mut Vec<Problem>, hand: &mut dyn FnMut(&str, &[u8])) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        problems.push(problem::broken_archive(file));
        return;
    };
    if archive.len() > ENTRIES_LIMIT {
        problems.push(problem::too_many_entries(file));
        return;
    }
    let mut total = 0;
    for index in 0..archive.len() {
        let mut out = Vec::new();
        let Ok(mut entry) = archive.by_index(index) else {
            problems.push(problem::broken_archive(file));
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
            problems.push(problem::broken_archive(&[file, " / ", &clean(name)].concat()));
            continue;
        }
        total += out.len() as u64;
        if total > TOTAL_LIMIT {
            problems.push(problem::archive_too_large(file));
            return;
        }
        hand(name, &out);
    }
}

/// A file's name is shown, so it is cleaned like any other text.
fn clean(name: &str) -> String {
    secrets::mask(&secrets::cut(name).text)
}
