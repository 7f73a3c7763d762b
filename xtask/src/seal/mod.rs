//! Trunk's post-build step, on the staged files:
//!
//! - writes the shell, the topics (one file for each topic and language) and `catalogue.json`;
//! - bundles the scripts, puts content hashes into the names of files, and lists them with their hashes;
//! - in a release, minifies scripts, optimises wasm, joins the style sheets and adds the CSP;
//! - writes the service worker, which caches the site; then the bill of materials and the checksums.

mod files;
mod html_tag;
mod programs;
mod sbom;
mod styles;
mod sums;

pub(crate) use programs::wasm_opt;
pub(crate) use sbom::{NAME as SBOM, of_program as sbom_of_program};

use crate::offline;
use anyhow::{Context as _, Result};
use files::Files;
use guard_navi::base::i18n::Locale;
use guard_navi::content::catalogue_file;
use guard_navi::content::topics::{self, Topic};
use guard_navi::evidence::collector;
use guard_navi::start::shell::shell;
use std::path::PathBuf;

/// `connect-src` has 'self' because the wasm and the topics are fetched. Workers run from blobs, whose content was
/// checked first. They inherit this policy, unlike a worker with its own URL.
const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types default";

/// Finishes the staged files.
pub(crate) fn seal() -> Result<()> {
    let folder = PathBuf::from(std::env::var_os("TRUNK_STAGING_DIR").context("seal is called by Trunk")?);
    let is_release = std::env::var("TRUNK_PROFILE").as_deref() == Ok("release");
    let page = folder.join("index.html");
    let mut html = std::fs::read_to_string(&page)?;

    let mut files = Files::of(&folder);
    texts(&mut files)?;
    std::fs::write(folder.join("catalogue.json"), serde_json::to_string_pretty(&catalogue_file::write())?)?;
    programs::finish(&folder, &mut files, is_release)?;
    if is_release {
        html = styles::joined(&mut files, &folder, &html)?;
    }
    let (before, _, after) = html_tag::split_at_tag(&html, "boot.js").context("index.html has no script")?;
    html = [before, &programs::boot(&folder, &files, is_release)?, after].concat();
    let (before, after) = html.split_once("<main></main>").context("index.html has no place for the shell")?;
    html = [before, &shell(), after].concat();

    if is_release {
        // As early as possible: a policy does not apply to elements before it.
        let (before, charset, after) = html_tag::split_at_tag(&html, "charset").context("index.html has no charset")?;
        let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{CSP}\">");
        html = [before, charset, &policy, after].concat();
    }
    std::fs::write(page, html)?;
    // In this order: the list of sums contains all files written before it.
    offline::write(&folder, is_release)?;
    sbom::write(&folder)?;
    sums::write(&folder)
}

/// Writes the topics.
fn texts(files: &mut Files) -> Result<()> {
    for topic in Topic::ALL {
        for locale in Locale::ALL {
            let part = format!("{}-{}", topic.id(), locale.tag());
            let text = topics::write(topic, locale, &collector::topic(locale)).to_string();
            files.list(&part, &part, "json", text.as_bytes())?;
        }
    }
    Ok(())
}
