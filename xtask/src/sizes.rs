//! The size of each part of the finished site, and its limit.

use crate::build;
use anyhow::{Result, bail};
use std::path::Path;

/// A part of the site: its name, its files (by the beginning and the end of their names), and its limit in bytes after
/// Brotli, as hosts send it.
struct Part {
    name: &'static str,
    files: &'static [(&'static str, &'static str)],
    limit: usize,
}

const fn part(name: &'static str, files: &'static [(&'static str, &'static str)], limit: usize) -> Part {
    Part { name, files, limit }
}

/// The parts that a first visit loads.
const FIRST: [Part; 6] = [
    part("index.html, with the shell", &[("index", ".html")], 6_500),
    part("style", &[("style-", ".css")], 5_800),
    part("boot script", &[("boot", ".js")], 2_200),
    part("first pages, JavaScript", &[("page-", ".js")], 5_000),
    part("first pages, wasm", &[("page-", ".wasm")], 121_000),
    part("icon", &[("icon", ".svg")], 300),
];

/// The parts that are loaded later or on demand.
const LATER: [Part; 10] = [
    part("whole app, style", &[("whole-", ".css")], 6_000),
    part("whole app, JavaScript", &[("whole-", ".js")], 6_200),
    part("whole app, wasm", &[("whole-", ".wasm")], 257_000),
    // Loaded when evidence is first used. It is large, since it is optimised for speed and parses many formats.
    part("judge", &[("judge", ".js"), ("judge", ".wasm")], 430_000),
    part("document worker", &[("documents", ".js"), ("documents", ".wasm")], 240_000),
    part("texts, Japanese", &[("", "-ja")], 116_000),
    part("texts, English", &[("", "-en")], 101_000),
    part("control details alone, Japanese", &[("controls-ja", ".json")], 67_000),
    part("control details alone, English", &[("controls-en", ".json")], 60_000),
    part("catalogue.json, for others", &[("catalogue", ".json")], 151_000),
];

/// The limit of a first visit in total, in bytes after Brotli.
const FIRST_LIMIT: usize = 140_000;

/// Prints the table. Fails if a part exceeds its limit.
pub(crate) fn check() -> Result<()> {
    let folder = build::dist();
    let mut exceeded = Vec::new();
    let mut print_row = |name: &str, (raw, compressed): (usize, usize), limit: usize| {
        println!("{raw:>9} {compressed:>9} {limit:>9}  {name}");
        if compressed > limit {
            exceeded.push(format!("{name}: {compressed} bytes, {limit} allowed"));
        }
    };
    println!("    bytes    Brotli     limit");
    let mut first = (0, 0);
    for part in &FIRST {
        let (raw, compressed) = measure(&folder, part)?;
        first = (first.0 + raw, first.1 + compressed);
        print_row(part.name, (raw, compressed), part.limit);
    }
    print_row("= a first visit", first, FIRST_LIMIT);
    for part in &LATER {
        print_row(part.name, measure(&folder, part)?, part.limit);
    }
    if exceeded.is_empty() { Ok(()) } else { bail!("over the limit: {}", exceeded.join("; ")) }
}

/// The bytes of a part: uncompressed and precompressed.
fn measure(folder: &Path, part: &Part) -> Result<(usize, usize)> {
    let (mut raw, mut compressed) = (0, 0);
    for entry in std::fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if part.files.iter().any(|(start, end)| name.starts_with(start) && has_end(&name, end)) {
            raw += length(&file)?;
            // The .br file exists only if it is smaller.
            compressed += length(&folder.join(name + ".br")).or_else(|_| length(&file))?;
        }
    }
    if raw == 0 {
        bail!("dist/ has no file of: {}", part.name);
    }
    Ok((raw, compressed))
}

/// Whether a name has this end. An end like `-ja` is compared with the text before a file's hash.
fn has_end(name: &str, end: &str) -> bool {
    if end.starts_with('.') {
        return name.ends_with(end);
    }
    name.ends_with(".json") && name.rsplit_once('-').is_some_and(|(stem, _)| stem.ends_with(end))
}

fn length(file: &Path) -> Result<usize> {
    Ok(usize::try_from(std::fs::metadata(file)?.len())?)
}
