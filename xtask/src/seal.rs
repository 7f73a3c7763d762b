//! Trunk's post-build step, on the staged files: writes the control details, one file a language; in a release
//! joins the style sheets and adds the CSP.

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use guard_navi::{guidance, i18n::Locale};
use sha2::{Digest as _, Sha384};
use std::path::{Path, PathBuf};

/// `connect-src` keeps 'self': the wasm and the control details are fetched.
const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// Finishes the staged files.
pub(crate) fn seal() -> Result<()> {
    let folder =
        PathBuf::from(std::env::var_os("TRUNK_STAGING_DIR").context("seal is called by Trunk")?);
    let page = folder.join("index.html");
    let mut html = std::fs::read_to_string(&page)?;

    let mut attributes = String::new();
    for locale in Locale::ALL {
        let (name, integrity) = write_hashed(
            &folder,
            &format!("guidance-{}", locale.tag()),
            "json",
            &guidance::write(locale).to_string(),
        )?;
        let attribute = format!("data-guidance-{}", locale.tag());
        attributes.push_str(&format!(
            "{attribute}=\"{name}\" {attribute}-integrity=\"{integrity}\" "
        ));
    }
    html = replaced(&html, "data-js=", &format!("{attributes}data-js="))?;

    if std::env::var("TRUNK_PROFILE").as_deref() == Ok("release") {
        html = joined_styles(&folder, &html)?;
        html = replaced(
            &html,
            "<title>",
            &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{CSP}\"><title>"),
        )?;
    }
    Ok(std::fs::write(page, html)?)
}

/// Writes a file whose name tells its content, and returns its name and integrity.
fn write_hashed(
    folder: &Path,
    stem: &str,
    extension: &str,
    text: &str,
) -> Result<(String, String)> {
    let hash = Sha384::digest(text);
    let short: String = hash
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let name = format!("{stem}-{short}.{extension}");
    std::fs::write(folder.join(&name), text)?;
    Ok((name, format!("sha384-{}", STANDARD.encode(hash))))
}

/// One style sheet in place of several: fewer requests, and it compresses better.
fn joined_styles(folder: &Path, html: &str) -> Result<String> {
    let (mut out, mut rest, mut css) = (String::new(), html, String::new());
    while let Some((before, tag, behind)) = next_style(rest) {
        let href = tag
            .split(['"', '\'', '=', ' ', '>'])
            .find(|word| word.ends_with(".css"));
        let file = folder.join(
            href.context("a style sheet without address")?
                .trim_start_matches("./"),
        );
        css.push_str(&std::fs::read_to_string(&file)?);
        std::fs::remove_file(file)?;
        out.push_str(before);
        rest = behind;
    }
    out.push_str(rest);
    let (name, integrity) = write_hashed(folder, "style", "css", &css)?;
    let link = format!("<link rel=\"stylesheet\" href=\"{name}\" integrity=\"{integrity}\">");
    replaced(&out, "</title>", &format!("</title>{link}"))
}

fn next_style(html: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + html.get(from..)?.find("<link")?;
        let end = start + html.get(start..)?.find('>')? + 1;
        let tag = html.get(start..end)?;
        if tag.contains("stylesheet") {
            return Some((html.get(..start)?, tag, html.get(end..)?));
        }
        from = end;
    }
}

fn replaced(html: &str, what: &str, with: &str) -> Result<String> {
    let (before, behind) = html
        .split_once(what)
        .with_context(|| format!("index.html has no {what}"))?;
    Ok([before, with, behind].concat())
}
