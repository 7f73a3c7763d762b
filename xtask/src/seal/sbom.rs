//! Writes `sbom.cdx.json`: the crates that are compiled for the wasm, as a CycloneDX bill of materials. The linker
//! may drop all code of some. It contains no time and no random number, so that the same source gives the same file.

use crate::run::{cargo, output, program};
use anyhow::{Context as _, Result};
use cyclonedx_bom::models::component::Classification;
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::prelude::{Bom, Component, Components, Metadata, NormalizedString, Purl, SpdxExpression};
use std::collections::BTreeSet;
use std::path::Path;

/// Lists the crates of the page. Macro crates are left out, since they run in the compiler only.
const TREE_ARGUMENTS: [&str; 8] = [
    "tree",
    "--package=guard-navi",
    "--target=wasm32-unknown-unknown",
    "--edges=normal,no-proc-macro",
    "--prefix=none",
    "--format={p}|{l}|",
    "--locked",
    "--offline",
];

/// Writes the bill of materials.
pub(super) fn write(folder: &Path) -> Result<()> {
    let tree = output(cargo().args(TREE_ARGUMENTS)).context("cargo tree")?;
    // The first line is the page itself. A crate is listed once for each crate that depends on it.
    let (page, crates) = tree.split_once('\n').context("cargo tree names no crate")?;
    let crates: BTreeSet<&str> = crates.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    let mut components: Vec<Component> = crates.into_iter().map(component).collect::<Result<_>>()?;
    components.push(standard_library()?);
    let metadata = Metadata { component: Some(component(page)?), ..Metadata::default() };
    let bom = Bom {
        serial_number: None,
        metadata: Some(metadata),
        components: Some(Components(components)),
        ..Bom::default()
    };
    bom.output_as_json_v1_5(&mut std::fs::File::create(folder.join("sbom.cdx.json"))?)?;
    Ok(())
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
