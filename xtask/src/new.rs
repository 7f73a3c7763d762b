//! `cargo xtask new`: writes the files of a new control, rule, page or framework, and adds its rows to the tables.
//!
//! The templates in `xtask/templates/` compile, but their texts are empty. The tests report each empty text.

use crate::checkout::root;
use crate::run::{cargo, run};
use anyhow::{Context as _, Result, bail, ensure};
use clap::Subcommand;
use guard_navi::content::catalogue::{self, Section};
use guard_navi_cli::judge::current_time;
use std::path::PathBuf;

/// The kinds of things that can be added.
#[derive(Subcommand)]
pub(crate) enum New {
    /// A control: its file, its rows in the section's tables, in the catalogue's edition and in tests/facts.json
    Control {
        /// Kebab-case, never changed later: s3-account-block-public
        id: String,
        /// contacts, readiness, services, iam, response or posture
        #[arg(long)]
        section: String,
    },
    /// The evidence rule of a control: its file with tests, its row in RULES
    Rule {
        /// The control's id
        id: String,
    },
    /// A page: its route, its folder, its match arms in the shell
    Page {
        /// One word, as in its address: history
        name: String,
    },
    /// A framework: its file, its row in the table of frameworks
    Framework {
        /// One word with underscores, as in catalogue.json: cis_v8
        id: String,
    },
}

/// Writes the files, then formats the code.
pub(crate) fn new(kind: &New) -> Result<()> {
    match kind {
        New::Control { id, section } => control(id, section)?,
        New::Rule { id } => rule(id)?,
        New::Page { name } => page(name)?,
        New::Framework { id } => framework(id)?,
    }
    run(cargo().arg("fmt"))
}

fn control(id: &str, section: &str) -> Result<()> {
    ensure!(is_name(id, '-'), "{id}: an id is kebab-case, as in s3-account-block-public");
    ensure!(catalogue::find(id).is_none(), "there is a control {id} already");
    let section = Section::ALL
        .into_iter()
        .find(|candidate| candidate.id() == section)
        .with_context(|| format!("{section} is no section: {}", Section::ALL.map(Section::id).join(", ")))?;
    let order = catalogue::all().iter().map(|control| control.order).max().unwrap_or_default() + 1;
    let (module, folder) = (id.replace('-', "_"), format!("src/content/catalogue/{}", section.id()));
    let values = [
        ("{doc}", id),
        ("{id}", id),
        ("{section}", &capitalised(section.id())),
        ("{order}", &order.to_string()),
        ("{today}", &current_time()?.date().to_string()),
    ];
    write(&format!("{folder}/{module}.rs"), &filled(include_str!("../templates/control.rs"), &values))?;
    edit(&format!("{folder}/mod.rs"), |text| {
        let text = insert(&text, "pub(crate) mod ", "\nuse super::", &format!("pub(crate) mod {module};\n"))?;
        let text = insert(&text, "pub(crate) const CONTROLS", "];", &format!("    &{module}::CONTROL,\n"))?;
        insert(&text, "pub const DETAILS", "];", &format!("    &{module}::DETAILS,\n"))
    })?;
    edit("src/content/catalogue/edition.rs", |text| {
        let newest = text.rfind("added: &[").context("edition.rs adds no controls")?;
        let (before, after) = text.split_at(newest);
        Ok([before, &insert(after, "added: &[", "],", &format!("\"{id}\", "))?].concat())
    })?;
    edit("tests/facts.json", |text| {
        let section = section.id();
        let row = format!(
            r#"{{"id": "{id}", "section": "{section}", "mandatory": false, "level": null, "order": {order}, "needs": [], "severity": "medium", "effort_minutes": 10, "free": true}}"#
        );
        let end = text.rfind("\n]").context("tests/facts.json does not end with a list")?;
        let (rows, rest) = text.split_at(end);
        Ok(format!("{rows},\n{row}{rest}"))
    })
}

fn rule(id: &str) -> Result<()> {
    ensure!(catalogue::find(id).is_some(), "there is no control {id}: cargo xtask new control {id} --section …");
    let module = id.replace('-', "_");
    write(&format!("src/evidence/rules/{module}.rs"), &filled(include_str!("../templates/rule.rs"), &[("{id}", id)]))?;
    edit("src/evidence/rules/mod.rs", |text| {
        let text = insert(&text, "mod access_analyzer_external;", "\nuse super::", &format!("mod {module};\n"))?;
        insert(&text, "const RULES", "];", &format!("    (\"{id}\", {module}::judge),\n"))
    })
}

fn page(name: &str) -> Result<()> {
    ensure!(is_name(name, '_'), "{name}: a page has a name of lower-case letters, as in its address");
    let variant: String = name.split('_').map(capitalised).collect();
    let values = [("{name}", name), ("{variant}", variant.as_str()), ("{title}", &variant)];
    let folder = format!("src/ui/{name}");
    write(&format!("{folder}/mod.rs"), &format!("//! {variant}.\n\npub(crate) mod page;\nmod words;\n"))?;
    write(&format!("{folder}/page.rs"), &filled(include_str!("../templates/page.rs"), &values))?;
    write(&format!("{folder}/words.rs"), include_str!("../templates/page_words.rs"))?;
    edit("src/ui/mod.rs", |text| insert(&text, "mod about;", "\npub use", &format!("mod {name};\n")))?;
    let upper = name.to_uppercase();
    edit("src/content/route.rs", |text| {
        let declaration = "pub const PAGES: [Route; ";
        let (before, after) = text.split_once(declaration).context("route.rs has no PAGES")?;
        let (count, after) = after.split_once(']').context("route.rs has no PAGES")?;
        let text = format!("{before}{declaration}{}]{after}", count.parse::<usize>()? + 1);
        let title = format!("    pub const {upper}: Text = t(\"\", \"\");\n");
        let text = insert(&text, "pub mod names", "}\n", &title)?;
        let text = insert(
            &text,
            "pub enum Route",
            "    /// Anything else.",
            &format!("    /// `#/{name}`\n    {variant},\n"),
        )?;
        let text = insert(&text, declaration, "    ];", &format!("        Route::{variant},\n"))?;
        let text = insert(
            &text,
            "pub fn title",
            "        }\n",
            &format!("            Route::{variant} => names::{upper},\n"),
        )?;
        let href = format!("            Route::{variant} => \"#/{name}\".to_owned(),\n");
        insert(&text, "pub fn href(", "        }\n", &href)
    })?;
    edit("src/ui/shell/pages.rs", |text| {
        let text = insert(&text, "\nuse ", "use leptos", &format!("use crate::ui::{name}::page::{name};\n"))?;
        let alternative = format!("        | Route::{variant}\n");
        let text = insert_after(&text, "pub(crate) fn first_pages", "Route::Control(_)\n", &alternative)?;
        let arm = format!("            Route::{variant} => {name}(app, locale),\n");
        let text = insert(&text, "pub(crate) fn page(self", "            Route::NotFound", &arm)?;
        insert_after(&text, "pub(crate) fn topics", "Route::Handout\n", &alternative)
    })
}

fn framework(id: &str) -> Result<()> {
    ensure!(is_name(id, '_'), "{id}: a framework's id has lower-case letters, digits and underscores, as in cis_v8");
    let values = [("{id}", id), ("{title}", &id.to_uppercase().replace('_', " "))];
    write(&format!("src/content/frameworks/{id}.rs"), &filled(include_str!("../templates/framework.rs"), &values))?;
    edit("src/content/frameworks/mod.rs", |text| {
        let text = insert(&text, "mod aws_config;", "\npub use framework", &format!("mod {id};\n"))?;
        insert(&text, "pub const FRAMEWORKS", "];", &format!("    {id}::FRAMEWORK,\n"))
    })?;
    edit("docs/schemas/catalogue-1.schema.json", |text| {
        let field = format!(
            "\"{id}\": {{\n          \"type\": \"array\",\n          \"items\": {{\n            \"type\": \"string\"\n          }}\n        }},\n        "
        );
        insert(&text, "\"control\": {", "\"prowler\": {", &field)
    })
}

/// Whether the text has only lower-case letters, digits and the separator, begins with a letter, and does not end with
/// the separator.
fn is_name(text: &str, separator: char) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && !text.ends_with(separator)
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == separator)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

fn filled(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (placeholder, value)| text.replace(placeholder, value))
}

/// Writes a new file. An existing file is an error.
fn write(path: &str, text: &str) -> Result<()> {
    let file = root().join(path);
    if file.exists() {
        bail!("{path} is there already");
    }
    std::fs::create_dir_all(file.parent().unwrap_or(&PathBuf::new()))?;
    std::fs::write(&file, text).with_context(|| path.to_owned())?;
    eprintln!("wrote {path}: fill in its texts");
    Ok(())
}

fn edit(path: &str, change: impl FnOnce(String) -> Result<String>) -> Result<()> {
    let file = root().join(path);
    let text = std::fs::read_to_string(&file).with_context(|| path.to_owned())?;
    let text = change(text).with_context(|| format!("{path} does not look as expected: add the row by hand"))?;
    std::fs::write(&file, text)?;
    eprintln!("changed {path}");
    Ok(())
}

/// Inserts a line before the first `anchor` after `start`.
fn insert(text: &str, start: &str, anchor: &str, line: &str) -> Result<String> {
    let (before, after) = text.split_at(find_anchor(text, start, anchor)?);
    Ok([before, line, after].concat())
}

/// Inserts a line after the first `anchor` after `start`.
fn insert_after(text: &str, start: &str, anchor: &str, line: &str) -> Result<String> {
    let (before, after) = text.split_at(find_anchor(text, start, anchor)? + anchor.len());
    Ok([before, line, after].concat())
}

/// The position of the first `anchor` after `start`.
fn find_anchor(text: &str, start: &str, anchor: &str) -> Result<usize> {
    let from = text.find(start).with_context(|| format!("there is no {start:?}"))?;
    let (_, after) = text.split_at(from);
    let position = after.find(anchor).with_context(|| format!("there is no {anchor:?} behind {start:?}"))?;
    Ok(from + position)
}

#[cfg(test)]
mod tests {
    use super::{insert, insert_after, is_name};

    #[test]
    fn a_row_goes_into_its_own_table() {
        let text = "const A: &[u8] = &[\n    1,\n];\nconst B: &[u8] = &[\n    2,\n];\n";
        let expected = "const A: &[u8] = &[\n    1,\n];\nconst B: &[u8] = &[\n    2,\n    3,\n];\n";
        assert_eq!(insert(text, "const B", "];", "    3,\n").unwrap(), expected);
        assert_eq!(insert("mod a;\n\nuse x;\n", "mod a", "\nuse", "mod b;\n").unwrap(), "mod a;\nmod b;\n\nuse x;\n");
        assert_eq!(insert_after("fn f\n  A\n", "fn f", "A\n", "  | B\n").unwrap(), "fn f\n  A\n  | B\n");
        assert!(insert(text, "const C", "];", "").is_err());
    }

    #[test]
    fn names() {
        assert!(is_name("s3-account-block-public", '-') && is_name("cis_v8", '_') && is_name("setup", '_'));
        for bad in ["", "S3", "3a", "a b", "a_b", "a-", "../x"] {
            assert!(!is_name(bad, '-'), "{bad}");
        }
    }
}
