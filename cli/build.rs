//! Lists the files of the finished site, for the feature `embed-site`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=GUARD_NAVI_SITE");
    if env::var_os("CARGO_FEATURE_EMBED_SITE").is_none() {
        return Ok(());
    }
    let var = |name: &str| env::var_os(name).map(PathBuf::from).ok_or_else(|| io::Error::other(format!("no {name}")));
    let site = match env::var_os("GUARD_NAVI_SITE") {
        Some(site) => PathBuf::from(site),
        None => var("CARGO_MANIFEST_DIR")?.join("../dist"),
    };
    println!("cargo::rerun-if-changed={}", site.display());
    let mut files: Vec<PathBuf> = fs::read_dir(&site)
        .map_err(|error| io::Error::other(format!("{}: {error}: build the site first", site.display())))?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    files.sort();
    let mut list = String::from("[\n");
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let path = fs::canonicalize(&file)?;
        writeln!(list, "({name:?}, include_bytes!({path:?}).as_slice()),").map_err(io::Error::other)?;
    }
    list.push(']');
    fs::write(var("OUT_DIR")?.join("site.rs"), list)
}
