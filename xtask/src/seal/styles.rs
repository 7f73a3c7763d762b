//! Joins the style sheets into two, for fewer requests and better compression: one for the first pages, and one that is
//! loaded with the whole app.

use super::files::Files;
use super::html_tag;
use anyhow::{Context as _, Result};
use std::path::Path;

/// The beginnings of the names of the style sheets that only the pages of the whole app need.
const WHOLE: [&str; 2] = ["pages-", "print-pages-"];

/// Writes the joined style sheets, and lists that of the whole app as `whole-css`. Returns `html` with a link to that of
/// the first pages in place of all others.
pub(super) fn joined(files: &mut Files, folder: &Path, html: &str) -> Result<String> {
    let (mut out, mut rest, mut first, mut whole) = (String::new(), html, String::new(), String::new());
    while let Some((before, tag, after)) = html_tag::split_at_tag(rest, "stylesheet") {
        let href = tag.split(['"', '\'', '=', ' ', '>']).find(|word| word.ends_with(".css"));
        let name = href.context("a style sheet without address")?.trim_start_matches("./");
        let file = folder.join(name);
        let css = if WHOLE.iter().any(|start| name.starts_with(start)) { &mut whole } else { &mut first };
        css.push_str(&std::fs::read_to_string(&file)?);
        std::fs::remove_file(file)?;
        out.push_str(before);
        rest = after;
    }
    out.push_str(rest);
    anyhow::ensure!(!whole.is_empty(), "index.html has no style sheet for the whole app");
    files.list("whole-css", "whole", "css", whole.as_bytes())?;
    let (name, integrity) = files.write("style", "css", first.as_bytes())?;
    let link = format!("<link rel=\"stylesheet\" href=\"{name}\" integrity=\"{integrity}\">");
    let (before, after) = out.split_once("</title>").context("index.html has no title")?;
    Ok([before, "</title>", &link, after].concat())
}
