//! Joins the style sheets into one: fewer requests and better compression.

use super::files::Files;
use super::html_tag;
use anyhow::{Context as _, Result};
use std::path::Path;

/// Writes the joined style sheet, and returns `html` with a link to it in place of the others.
pub(super) fn joined(files: &Files, folder: &Path, html: &str) -> Result<String> {
    let (mut out, mut rest, mut css) = (String::new(), html, String::new());
    while let Some((before, tag, after)) = html_tag::split_at_tag(rest, "stylesheet") {
        let href = tag.split(['"', '\'', '=', ' ', '>']).find(|word| word.ends_with(".css"));
        let file = folder.join(href.context("a style sheet without address")?.trim_start_matches("./"));
        css.push_str(&std::fs::read_to_string(&file)?);
        std::fs::remove_file(file)?;
        out.push_str(before);
        rest = after;
    }
    out.push_str(rest);
    let (name, integrity) = files.write("style", "css", css.as_bytes())?;
    let link = format!("<link rel=\"stylesheet\" href=\"{name}\" integrity=\"{integrity}\">");
    let (before, after) = out.split_once("</title>").context("index.html has no title")?;
    Ok([before, "</title>", &link, after].concat())
}
