//! The documentation: links and images exist, both READMEs agree, and the files that CONTRIBUTING names exist.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    std::env::current_dir().unwrap()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The path of every Markdown document, from the root.
fn documents() -> Vec<String> {
    let markdown = |folder: &str| {
        let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
        let names = entries.map(|name| name.into_string().unwrap());
        names.filter(|name| Path::new(name).extension().is_some_and(|end| end == "md")).collect::<Vec<_>>()
    };
    let docs = markdown("docs").into_iter().map(|name| format!("docs/{name}"));
    markdown("").into_iter().chain(docs).collect()
}

fn parse(text: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// The targets of the links and images of a document.
fn targets(text: &str) -> Vec<String> {
    let target = |event| {
        let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else {
            return None;
        };
        Some(dest_url.into_string())
    };
    parse(text).filter_map(target).collect()
}

/// The anchors of a document's headings, as GitHub makes them.
fn anchors(text: &str) -> BTreeSet<String> {
    let (mut anchors, mut heading) = (BTreeSet::new(), None);
    for event in parse(text) {
        if let Event::Start(Tag::Heading { .. }) = event {
            heading = Some(String::new());
        } else if let Event::End(TagEnd::Heading(_)) = event {
            anchors.extend(heading.take().map(|words| anchor(&words)));
        } else if let (Some(heading), Event::Text(words) | Event::Code(words)) = (&mut heading, event) {
            heading.push_str(&words);
        }
    }
    anchors
}

fn anchor(heading: &str) -> String {
    let characters = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    characters.collect::<String>().to_lowercase().replace(' ', "-")
}

#[test]
fn no_link_leads_nowhere_and_no_picture_is_missing() {
    let mut count = 0;
    for document in documents() {
        let text = read(&document);
        for target in targets(&text) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (path, fragment) = target.split_once('#').unwrap_or((&target, ""));
            let file = if path.is_empty() {
                root().join(&document)
            } else {
                root().join(&document).parent().unwrap().join(path)
            };
            assert!(file.exists(), "{document} leads to {target}, which is not there");
            if !fragment.is_empty() {
                let headings = anchors(&fs::read_to_string(&file).unwrap());
                assert!(headings.contains(fragment), "{document} leads to {target}: no such heading");
            }
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}

/// The cargo commands in a document, without their comments.
fn commands(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for event in parse(text) {
        if let Event::Text(words) | Event::Code(words) = event {
            let lines = words.lines().map(|line| line.split(" #").next().unwrap_or_default().trim());
            found.extend(lines.filter(|line| line.starts_with("cargo ")).map(str::to_owned));
        }
    }
    found
}

#[test]
fn both_readmes_name_the_same_commands_pictures_and_files() {
    let (english, japanese) = (read("README.md"), read("README.ja.md"));
    assert!(commands(&english).len() >= 4, "{:?}", commands(&english));
    assert_eq!(commands(&english), commands(&japanese));
    let targets_of = |text: &str| {
        let targets: BTreeSet<String> = targets(text).into_iter().collect();
        targets.into_iter().filter(|target| !target.starts_with("README")).collect::<Vec<_>>()
    };
    assert_eq!(targets_of(&english), targets_of(&japanese));
}

#[test]
fn every_picture_is_shown() {
    let shown: BTreeSet<String> = targets(&read("README.md")).into_iter().collect();
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_shown = !name.ends_with(".png") || shown.contains(&format!("docs/{name}"));
        assert!(is_shown, "docs/{name} is in no README");
    }
}

#[test]
fn files_that_contributors_are_sent_to_are_there() {
    let folders = ["src/", "tests/", "docs/", "cli/", "xtask/", "style/", "public/", "patches/", ".github/"];
    let mut count = 0;
    for document in ["CONTRIBUTING.md", "SECURITY.md", "README.md", "README.ja.md"] {
        let text = read(document);
        let codes = parse(&text).filter_map(|event| if let Event::Code(code) = event { Some(code) } else { None });
        for code in codes {
            let path = code.split([':', ' ']).next().unwrap_or_default();
            if folders.iter().any(|folder| path.starts_with(folder)) && !path.contains(['<', '*']) {
                assert!(root().join(path).exists(), "{document} names {path}, which is not there");
                count += 1;
            }
        }
    }
    assert!(count > 40, "{count}");
}
