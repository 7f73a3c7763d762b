//! Packages the finished files: a compressed copy of each for hosts that serve precompressed files, and a zip of all
//! for closed networks. The same files give the same bytes on every machine.

use crate::build_cache::cached;
use crate::checkout::root;
use crate::run::{cargo, output};
use anyhow::{Context as _, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Extensions of files that compression makes smaller. Images are compressed already.
const COMPRESSIBLE: [&str; 7] = ["css", "html", "js", "json", "svg", "wasm", "webmanifest"];

/// The zip's README: how to serve the page, in both languages.
const NOTE: &str = include_str!("../offline/README.txt");

/// The files of a folder, sorted by name.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.sort();
    Ok(files)
}

/// Writes a zip of a folder's files and [`NOTE`], and returns its path.
pub(crate) fn zipped(folder: &Path) -> Result<PathBuf> {
    let id = output(cargo().args(["pkgid", "guard-navi"])).context("cargo pkgid guard-navi")?;
    let name = format!("guard-navi-{}", id.rsplit(['@', '#']).next().context("guard-navi has no version")?);
    let path = root().join("target").join(format!("{name}.zip"));
    std::fs::write(&path, zip(&name, folder)?)?;
    Ok(path)
}

fn zip(name: &str, folder: &Path) -> Result<Vec<u8>> {
    let mut contents = BTreeMap::from([("README.txt".to_owned(), NOTE.as_bytes().to_vec())]);
    for file in files(folder)? {
        let base = file.file_name().and_then(|name| name.to_str()).context("a file name is not valid Unicode")?;
        contents.insert(format!("site/{base}"), std::fs::read(&file)?);
    }
    zip_of(name, &contents)
}

/// A zip of these files, below a folder of this name.
pub(crate) fn zip_of(name: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    // A fixed time: with the time of the build, no two zips would be equal.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (file, content) in files {
        zip.start_file(format!("{name}/{file}"), options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Writes a `.br` and a `.gz` beside every file that they make smaller.
pub(crate) fn precompress(folder: &Path) -> Result<()> {
    let is_compressible = |file: &PathBuf| {
        file.extension().and_then(|extension| extension.to_str()).is_some_and(|name| COMPRESSIBLE.contains(&name))
    };
    // In parallel: the four wasm files take nearly all of the time.
    std::thread::scope(|scope| {
        let all = files(folder)?.into_iter().filter(is_compressible);
        let threads: Vec<_> = all.map(|file| scope.spawn(move || precompress_file(&file))).collect();
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().unwrap_or_else(|_| anyhow::bail!("a compression thread panicked")))
    })
}

fn precompress_file(file: &Path) -> Result<()> {
    let content = std::fs::read(file)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // The name without its content hash: it identifies the file across builds.
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    let part = name.rsplit_once('-').map_or(name.as_ref(), |(part, _)| part).to_owned() + "." + &extension;
    let compressed =
        |kind: &str, compress: fn(&[u8]) -> Result<Vec<u8>>| cached(kind, &part, &content, || compress(&content));
    for (extension, compressed) in [("br", compressed("brotli 11", brotli)?), ("gz", compressed("gzip 9", gzip)?)] {
        if compressed.len() < content.len() {
            let mut name = file.as_os_str().to_owned();
            name.push(format!(".{extension}"));
            std::fs::write(name, compressed)?;
        }
    }
    Ok(())
}

/// Compresses at Brotli's highest level.
pub(crate) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(content), &mut out, &params)?;
    Ok(out)
}

/// Compresses without a file name and a time, so that the output depends on the content alone.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::{NOTE, brotli, gzip, zip};
    use crate::checkout::root;
    use std::io::{Cursor, Read as _};

    #[test]
    fn the_zip_holds_the_note_and_every_file_and_is_the_same_each_time() {
        let public = root().join("public");
        let bytes = zip("guard-navi-1", &public).unwrap();
        assert_eq!(bytes, zip("guard-navi-1", &public).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let read = |archive: &mut zip::ZipArchive<_>, name: &str| {
            let mut content = Vec::new();
            archive.by_name(name).unwrap().read_to_end(&mut content).unwrap();
            content
        };
        assert_eq!(read(&mut archive, "guard-navi-1/README.txt"), NOTE.as_bytes());
        for entry in std::fs::read_dir(&public).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("guard-navi-1/site/{}", path.file_name().unwrap().to_str().unwrap());
            assert_eq!(read(&mut archive, &name), std::fs::read(&path).unwrap());
        }
        let dates = (0..archive.len()).map(|index| archive.by_index(index).unwrap().last_modified().unwrap().year());
        assert!(dates.into_iter().all(|year| year == 1980));
    }

    #[test]
    fn what_is_compressed_comes_out_as_it_was() {
        let content = NOTE.as_bytes();
        let mut out = Vec::new();
        brotli::BrotliDecompress(&mut Cursor::new(brotli(content).unwrap()), &mut out).unwrap();
        assert_eq!(out, content);
        let mut out = Vec::new();
        flate2::read::GzDecoder::new(Cursor::new(gzip(content).unwrap())).read_to_end(&mut out).unwrap();
        assert_eq!(out, content);
    }
}
