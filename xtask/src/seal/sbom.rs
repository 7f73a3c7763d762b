//! Writes `sbom.cdx.json`: the crates that are compiled in, as a CycloneDX bill of materials. The linker
//! may drop all code of some. It contains no time and no random number, so that the same source gives the same file.

use crate::run::{cargo, output, program};
use anyhow::{Context as _, Result};
use cyclonedx_bom::models::component::Classification;
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::prelude::{Bom, Component, Components, Metadata, NormalizedString, Purl, SpdxExpression};
use std::collections::BTreeSet;
use std::path::Path;

/// The name of the file.
pub(crate) const NAME: &str = "sbom.cdx.json";

/// Macro crates are left out, since they run in the compiler only.
const TREE_ARGUMENTS: [&str; 5] =
    ["--edges=normal,no-proc-macro", "--prefix=none", "--format={p}|{l}|", "--locked", "--offline"];

/// Writes the bill of materials of the page.
pub(super) fn write(folder: &Path) -> Result<()> {
    let bom = bom("guard-navi", "wasm32-unknown-unknown", &[])?;
    Ok(std::fs::write(folder.join(NAME), bom)?)
}

/// The bill of materials of the native program for a target, without that of the page in it.
pub(crate) fn of_program(target: &str) -> Result<Vec<u8>> {
    bom("guard-navi-cli", target, &["--features=embed-site"])
}

/// Lists the crates of a package.
fn bom(package: &str, target: &str, features: &[&str]) -> Result<Vec<u8>> {
    let mut tree = cargo();
    tree.args(["tree", "--package", package, "--target", target]).args(TREE_ARGUMENTS).args(features);
    let tree = output(&mut tree).context("cargo tree")?;
    // The first line is the package itself. A crate is listed once for each crate that depends on it.
    let (package, crates) = tree.split_once('\n').context("cargo tree names no crate")?;
    let crates: BTreeSet<&str> = crates.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    let mut components: Vec<Component> = crates.into_iter().map(component).collect::<Result<_>>()?;
    components.push(standard_library()?);
    let metadata = Metadata { component: Some(component(package)?), ..Metadata::default() };
    let bom = Bom {
        serial_number: None,
        metadata: Some(metadata),
        components: Some(Components(components)),
        ..Bom::default()
    };
    let mut out = Vec::new();
    bom.output_as_json_v1_5(&mut out)?;
    Ok(out)
}

/// Parses a crate from a line like `name v1.2.3 (…)|licence|`.
fn component(line: &str) -> Result<Component> {
    let (package, rest) = line.split_once('|').context("cargo tree prints no licence")?;
    let licence = rest.trim_end_matches('|');
    let (name, version) = package.split_once(" v").context("cargo tree prints no version")?;
    let version = version.split(' ').next().unwrap_or(version);
    let purl = Purl::new("cargo", name, version)?;
    let mut component = Component::new(Classification::Library, name, version, Some(purl.to_string()));
    component.purl = Some(purl);
    // Cargo's older syntax separates alternative licences with a slash.
    let licence = licence.replace('/', " OR ");
    component.licenses = Some(Licenses(vec![LicenseChoice::Expression(SpdxExpression::new(&licence))]));
    component.description = package.contains("/patches/").then(|| NormalizedString::new("changed: see patches/"));
    Ok(component)
}

/// The standard library. It is compiled in, but `cargo tree` does not list it.
fn standard_library() -> Result<Component> {
    let version = output(program("rustc").arg("--version")).context("rustc --version")?;
    let version = version.split(' ').nth(1).context("rustc prints no version")?;
    Ok(Component::new(Classification::Library, "rust-std", version, None))
}
