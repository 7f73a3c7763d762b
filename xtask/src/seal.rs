//! Trunk's post-build step, on the staged files: writes the shell, the longer texts, one file a topic and language, and
//! `catalogue.json`; in a release makes scripts and wasm small, joins the style sheets and adds the CSP.

use crate::run::{program, run};
use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use guard_navi::front::shell::shell;
use guard_navi::guidance::{self, Topic};
use guard_navi::{catalogue_file, i18n::Locale};
use sha2::{Digest as _, Sha384};
use std::path::{Path, PathBuf};

/// `connect-src` keeps 'self': the wasm and the control details are fetched.
const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// What rustc's wasm uses beyond the first version of WebAssembly; `strip` removes the section that names it.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Finishes the staged files.
pub(crate) fn seal() -> Result<()> {
    let folder = PathBuf::from(std::env::var_os("TRUNK_STAGING_DIR").context("seal is called by Trunk")?);
    let page = folder.join("index.html");
    let mut html = std::fs::read_to_string(&page)?;

    let mut attributes = String::new();
    for topic in Topic::ALL {
        for locale in Locale::ALL {
            let stem = format!("{}-{}", topic.id(), locale.tag());
            let text = guidance::write(topic, locale).to_string();
            let (name, integrity) = write_hashed(&folder, &stem, "json", text.as_bytes())?;
            attributes.push_str(&format!("data-{stem}=\"{name}\" data-{stem}-integrity=\"{integrity}\" "));
        }
    }
    std::fs::write(folder.join("catalogue.json"), serde_json::to_string_pretty(&catalogue_file::write())?)?;
    html = replaced(&html, "data-js=", &format!("{attributes}data-js="))?;
    html = replaced(&html, "<main></main>", &shell())?;

    if std::env::var("TRUNK_PROFILE").as_deref() == Ok("release") {
        html = small(&folder, &html)?;
        html = joined_styles(&folder, &html)?;
        html = replaced(
            &html,
            "<title>",
            &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{CSP}\"><title>"),
        )?;
    }
    Ok(std::fs::write(page, html)?)
}

/// Scripts by esbuild, wasm by wasm-opt. Those of the page's two editions get names that tell their final content; the judge
/// and the scripts from public/ keep theirs, by which other files call them.
fn small(folder: &Path, html: &str) -> Result<String> {
    let mut html = html.to_owned();
    let files: Vec<PathBuf> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let extension = match name.rsplit_once('.') {
            Some((_, "js")) => "js",
            Some((_, "wasm")) => "wasm",
            _ => continue,
        };
        shrink(&file, extension)?;
        let (stem, attribute) = if name.starts_with("page-") {
            ("page", format!("data-{extension}-integrity"))
        } else if name.starts_with("whole") {
            ("whole", format!("data-whole-{extension}-integrity"))
        } else {
            continue;
        };
        let (renamed, integrity) = write_hashed(folder, stem, extension, &std::fs::read(&file)?)?;
        std::fs::remove_file(&file)?;
        html = replaced(&html, &name, &renamed)?;
        html = replaced(&html, "data-js=", &format!("{attribute}=\"{integrity}\" data-js="))?;
    }
    Ok(html)
}

fn shrink(file: &Path, extension: &str) -> Result<()> {
    match extension {
        "js" => run(program("esbuild")
            .args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"])
            .arg(file)
            .arg(format!("--outfile={}", file.display()))),
        _ => run(program("wasm-opt")
            .args(WASM_FEATURES)
            .args(["-Oz", "--converge", "--strip-debug", "--strip-producers"])
            .arg(file)
            .arg("-o")
            .arg(file)),
    }
}

/// Writes a file whose name tells its content, and returns its name and integrity.
fn write_hashed(folder: &Path, stem: &str, extension: &str, content: &[u8]) -> Result<(String, String)> {
    let hash = Sha384::digest(content);
    let short: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{short}.{extension}");
    std::fs::write(folder.join(&name), content)?;
    Ok((name, format!("sha384-{}", STANDARD.encode(hash))))
}

/// One style sheet in place of several: fewer requests, and it compresses better.
fn joined_styles(folder: &Path, html: &str) -> Result<String> {
    let (mut out, mut rest, mut css) = (String::new(), html, String::new());
    while let Some((before, tag, behind)) = next_style(rest) {
        let href = tag.split(['"', '\'', '=', ' ', '>']).find(|word| word.ends_with(".css"));
        let file = folder.join(href.context("a style sheet without address")?.trim_start_matches("./"));
        css.push_str(&std::fs::read_to_string(&file)?);
        std::fs::remove_file(file)?;
        out.push_str(before);
        rest = behind;
    }
    out.push_str(rest);
    let (name, integrity) = write_hashed(folder, "style", "css", css.as_bytes())?;
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
    let (before, behind) = html.split_once(what).with_context(|| format!("index.html has no {what}"))?;
    Ok([before, with, behind].concat())
}
