//! The files of a release, in `target/release-files/`. `.github/workflows/release.yml` runs these steps in order, and
//! anybody can run them by hand:
//!
//! 1. `site`: the zip of the page, and its bill of materials. The finished page stays in `dist/`.
//! 2. `program`: the native program for this machine, with the page of `dist/` in it, as an archive.
//! 3. `notes`: the section of CHANGELOG.md.
//! 4. `sums`: SHA384SUMS of all files but the notes.

use crate::build;
use crate::checkout::root;
use crate::package;
use crate::run::{cargo, output, program, run, step};
use crate::seal;
use anyhow::{Context as _, Result};
use clap::Subcommand;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha384};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const SUMS: &str = "SHA384SUMS";
const NOTES: &str = "notes.md";

/// A step of a release.
#[derive(Subcommand)]
pub(crate) enum Release {
    /// The zip of the page and its bill of materials
    Site,
    /// The native program for this machine, with the page of dist/ in it
    Program,
    /// The notes, from CHANGELOG.md
    Notes {
        /// The tag of the release; fails unless it is the version, and CHANGELOG.md has a section of it.
        #[arg(long)]
        tag: Option<String>,
    },
    /// SHA384SUMS of the files
    Sums,
}

/// Runs one step.
pub(crate) fn release(release: &Release) -> Result<()> {
    std::fs::create_dir_all(folder())?;
    let version = version()?;
    let written = match release {
        Release::Site => site(&version)?,
        Release::Program => vec![native(&version)?],
        Release::Notes { tag } => vec![write(NOTES, notes(&version, tag.as_deref())?.as_bytes())?],
        Release::Sums => vec![write(SUMS, sums(&folder())?.as_bytes())?],
    };
    written.iter().for_each(|path| eprintln!("  {}", path.display()));
    Ok(())
}

fn folder() -> PathBuf {
    root().join("target/release-files")
}

fn write(name: &str, content: &[u8]) -> Result<PathBuf> {
    let path = folder().join(name);
    std::fs::write(&path, content)?;
    Ok(path)
}

fn version() -> Result<String> {
    let id = output(cargo().args(["pkgid", "guard-navi"])).context("cargo pkgid guard-navi")?;
    Ok(id.rsplit(['@', '#']).next().context("guard-navi has no version")?.to_owned())
}

fn site(version: &str) -> Result<Vec<PathBuf>> {
    build::release()?;
    let zip = format!("guard-navi-{version}.zip");
    let content = std::fs::read(root().join("target").join(&zip))?;
    let sbom = std::fs::read(build::dist().join(seal::SBOM))?;
    Ok(vec![write(&zip, &content)?, write(&format!("guard-navi-{version}.cdx.json"), &sbom)?])
}

/// Builds the program with the page in it, and packs it with its man pages, completions, licences and bill of materials.
fn native(version: &str) -> Result<PathBuf> {
    check_site()?;
    let target = host()?;
    step("building the native program with the page in it (three minutes)", || {
        run(cargo()
            .args(["build", "--locked", "--package", "guard-navi-cli", "--profile", "fast", "--features", "embed-site"])
            .env("GUARD_NAVI_SITE", build::dist())
            .env("CARGO_ENCODED_RUSTFLAGS", remapped()))
    })?;
    let binary = root().join("target/fast/guard-navi").with_extension(std::env::consts::EXE_EXTENSION);
    let name = format!("guard-navi-{version}-{target}");
    let files = packed_files(&binary, &target)?;
    if cfg!(windows) {
        return write(&format!("{name}.zip"), &package::zip_of(&name, &files)?);
    }
    write(&format!("{name}.tar.gz"), &tar_gz(&name, &files)?)
}

/// Paths in panic messages are the same on every machine, and name no home folder.
fn remapped() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(dirs::home_dir()?.join(".cargo")));
    let sources = home.unwrap_or_default().join("registry/src");
    format!("--remap-path-prefix={}=\u{1f}--remap-path-prefix={}=", sources.display(), root().display())
}

/// The files of the archive by their names in it.
fn packed_files(binary: &Path, target: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let name = binary.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files.insert(name, std::fs::read(binary)?);
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files.insert(licence.to_owned(), std::fs::read(root().join(licence))?);
    }
    for language in ["en", "ja"] {
        let folder = root().join("target/man").join(language);
        std::fs::create_dir_all(&folder)?;
        run(program(binary).args(["man", "--lang", language]).arg(&folder))?;
        let section = if language == "en" { "man/man1".to_owned() } else { format!("man/{language}/man1") };
        for page in package::files(&folder)? {
            let base = page.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.insert(format!("{section}/{base}"), std::fs::read(page)?);
        }
    }
    for (shell, file) in [("bash", "guard-navi.bash"), ("fish", "guard-navi.fish"), ("zsh", "_guard-navi")] {
        let text = output(program(binary).args(["completions", shell])).context("the program prints no completions")?;
        files.insert(format!("completions/{file}"), text.into_bytes());
    }
    files.insert(seal::SBOM.to_owned(), seal::sbom_of_program(target)?);
    Ok(files)
}

/// Fails where `dist/` is not what its list of sums says: the program would carry it into other hands.
fn check_site() -> Result<()> {
    let list = std::fs::read_to_string(build::dist().join(SUMS)).context("dist/ has no page: build the site first")?;
    for line in list.lines() {
        let (sum, name) = line.split_once("  ").context("a line of dist/SHA384SUMS is none")?;
        anyhow::ensure!(
            sum == hash(&std::fs::read(build::dist().join(name))?),
            "dist/{name} is not the file that was built"
        );
    }
    Ok(())
}

fn hash(content: &[u8]) -> String {
    Sha384::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The target that this machine's compiler builds for.
fn host() -> Result<String> {
    let text = output(program("rustc").arg("-vV")).context("rustc -vV")?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    Ok(host.to_owned())
}

/// A tar without times and owners, so that the same files give the same bytes.
fn tar_gz(name: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let mut tar = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::best()));
    for (file, content) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(if file == "guard-navi" { 0o755 } else { 0o644 });
        tar.append_data(&mut header, format!("{name}/{file}"), content.as_slice())?;
    }
    Ok(tar.into_inner()?.finish()?)
}

fn sums(folder: &Path) -> Result<String> {
    let mut lines = String::new();
    for file in package::files(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name != SUMS && name != NOTES {
            lines.push_str(&format!("{}  {name}\n", hash(&std::fs::read(&file)?)));
        }
    }
    anyhow::ensure!(!lines.is_empty(), "{} has no files", folder.display());
    Ok(lines)
}

/// The section of a version; without a tag that of `Unreleased`, for a trial.
fn notes(version: &str, tag: Option<&str>) -> Result<String> {
    let log = std::fs::read_to_string(root().join("CHANGELOG.md"))?;
    if let Some(tag) = tag {
        anyhow::ensure!(tag == format!("v{version}"), "the tag is {tag}, but Cargo.toml says {version}");
        return section(&log, version).with_context(|| format!("CHANGELOG.md has no section of {version}"));
    }
    section(&log, version).or_else(|| section(&log, "Unreleased")).context("CHANGELOG.md has no section")
}

/// What stands below the heading `## [name]`, up to the next such heading.
fn section(log: &str, name: &str) -> Option<String> {
    let heading = format!("## [{name}]");
    let mut lines = log.lines().skip_while(|line| !line.starts_with(&heading)).skip(1).peekable();
    lines.peek()?;
    let body: Vec<&str> = lines.take_while(|line| !line.starts_with("## ")).collect();
    Some(body.join("\n").trim().to_owned() + "\n")
}

#[cfg(test)]
mod tests {
    use super::{hash, notes, section, sums, tar_gz};
    use std::collections::BTreeMap;
    use std::io::Read as _;

    const LOG: &str = "# Changelog\n\n## [Unreleased]\n\n- next\n\n## [1.2.0] - 2026-11-01\n\n### Added\n\n- this\n\n## [1.1.0]\n- old\n";

    #[test]
    fn notes_are_the_section_of_the_version_alone() {
        assert_eq!(section(LOG, "1.2.0").as_deref(), Some("### Added\n\n- this\n"));
        assert_eq!(section(LOG, "Unreleased").as_deref(), Some("- next\n"));
        assert_eq!(section(LOG, "1.1.0").as_deref(), Some("- old\n"));
        assert_eq!(section(LOG, "1.2"), None);
    }

    #[test]
    fn a_tag_that_is_not_the_version_stops_the_release() {
        let message = notes("1.2.0", Some("v1.3.0")).unwrap_err().to_string();
        assert!(message.contains("v1.3.0") && message.contains("1.2.0"), "{message}");
        assert!(notes("0.0.99", Some("v0.0.99")).unwrap_err().to_string().contains("CHANGELOG.md"));
    }

    #[test]
    fn the_archive_is_the_same_each_time_and_its_program_can_be_run() {
        let files = BTreeMap::from([
            ("guard-navi".to_owned(), b"program".to_vec()),
            ("LICENSE-MIT".to_owned(), b"licence".to_vec()),
        ]);
        let bytes = tar_gz("guard-navi-1", &files).unwrap();
        assert_eq!(bytes, tar_gz("guard-navi-1", &files).unwrap());
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(bytes.as_slice()));
        let mut found = BTreeMap::new();
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let (path, mode) = (entry.path().unwrap().display().to_string(), entry.header().mode().unwrap());
            assert_eq!(entry.header().mtime().unwrap(), 0);
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            found.insert(path, (content, mode));
        }
        assert_eq!(found["guard-navi-1/guard-navi"], (b"program".to_vec(), 0o755));
        assert_eq!(found["guard-navi-1/LICENSE-MIT"], (b"licence".to_vec(), 0o644));
    }

    #[test]
    fn the_sums_cover_every_file_but_themselves_and_the_notes() {
        let folder = std::env::temp_dir().join(format!("guard-navi-sums-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for name in ["b.zip", "a.tar.gz", "notes.md", "SHA384SUMS"] {
            std::fs::write(folder.join(name), name).unwrap();
        }
        let expected = ["a.tar.gz", "b.zip"].map(|name| format!("{}  {name}\n", hash(name.as_bytes()))).concat();
        assert_eq!(sums(&folder).unwrap(), expected);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
