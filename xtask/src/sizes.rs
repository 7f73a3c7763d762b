//! What each part of the finished site weighs, and how much it may.

use crate::build;
use anyhow::{Result, bail};
use std::path::Path;

/// A part: its name, the files that it is (by what their names begin and end with), and how many bytes it may have after
/// Brotli, as hosts send it.
struct Part {
    name: &'static str,
    files: &'static [(&'static str, &'static str)],
    limit: usize,
}

const fn part(name: &'static str, files: &'static [(&'static str, &'static str)], limit: usize) -> Part {
    Part { name, files, limit }
}

/// What a first visit loads.
const FIRST: [Part; 6] = [
    part("page, with the shell in it", &[("index", ".html")], 6_500),
    part("style", &[("style-", ".css")], 10_000),
    part("what starts the page", &[("boot", ".js")], 2_000),
    part("first pages, JavaScript", &[("page-", ".js")], 5_000),
    part("first pages, wasm", &[("page-", ".wasm")], 112_000),
    part("icon", &[("icon", ".svg")], 300),
];

/// What comes later, or only where it is wanted.
const LATER: [Part; 9] = [
    part("whole app, JavaScript", &[("whole-", ".js")], 6_000),
    part("whole app, wasm", &[("whole-", ".wasm")], 232_000),
    // Loaded when evidence is first used, and not before: made for speed, and it reads what strangers have.
    part("judge", &[("judge", ".js"), ("judge", ".wasm")], 405_000),
    part("document worker", &[("documents", ".js"), ("documents", ".wasm")], 240_000),
    part("texts, Japanese", &[("", "-ja")], 105_000),
    part("texts, English", &[("", "-en")], 92_000),
    part("control details alone, Japanese", &[("controls-ja", ".json")], 58_000),
    part("control details alone, English", &[("controls-en", ".json")], 52_000),
    part("catalogue.json, for others", &[("catalogue", ".json")], 140_000),
];

/// A first visit, all together.
const FIRST_LIMIT: usize = 133_000;

/// Prints the table; fails past a limit.
pub(crate) fn check() -> Result<()> {
    let folder = build::dist();
    let mut over = Vec::new();
    let mut told = |name: &str, (raw, packed): (usize, usize), limit: usize| {
        println!("{raw:>9} {packed:>9} {limit:>9}  {name}");
        if packed > limit {
            over.push(format!("{name}: {packed} bytes, {limit} allowed"));
        }
    };
    println!("    bytes    Brotli     limit");
    let mut first = (0, 0);
    for part in &FIRST {
        let (raw, packed) = weigh(&folder, part)?;
        first = (first.0 + raw, first.1 + packed);
        told(part.name, (raw, packed), part.limit);
    }
    told("= a first visit", first, FIRST_LIMIT);
    for part in &LATER {
        told(part.name, weigh(&folder, part)?, part.limit);
    }
    if over.is_empty() { Ok(()) } else { bail!("too heavy: {}", over.join("; ")) }
}

/// Bytes of a part as they lie there, and compressed in advance.
fn weigh(folder: &Path, part: &Part) -> Result<(usize, usize)> {
    let (mut raw, mut packed) = (0, 0);
    for entry in std::fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if part.files.iter().any(|(start, end)| name.starts_with(start) && is_of(&name, end)) {
            raw += length(&file)?;
            // Beside it where it is smaller.
            packed += length(&folder.join(name + ".br")).or_else(|_| length(&file))?;
        }
    }
    if raw == 0 {
        bail!("dist/ has no file of: {}", part.name);
    }
    Ok((raw, packed))
}

/// Whether a name ends so; `-ja` is what stands before the hash of a text.
fn is_of(name: &str, end: &str) -> bool {
    if end.starts_with('.') {
        return name.ends_with(end);
    }
    name.ends_with(".json") && name.rsplit_once('-').is_some_and(|(stem, _)| stem.ends_with(end))
}

fn length(file: &Path) -> Result<usize> {
    Ok(usize::try_from(std::fs::metadata(file)?.len())?)
}
