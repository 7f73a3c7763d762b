//! File layout: every file of a folder is registered where it must be, and a failure names the file to write or to
//! edit.

use guard_navi::content::catalogue::{self, Section};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    std::env::current_dir().unwrap()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The stems of a folder's files with this extension, in order.
fn stems(folder: &str, extension: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let paths = entries.map(|entry| entry.unwrap().path());
    let has_extension = |path: &PathBuf| path.extension().is_some_and(|found| found == extension);
    let mut stems: Vec<String> = paths.filter(has_extension).map(|path| stem(&path)).collect();
    stems.sort();
    stems
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

/// The modules of a folder, and the text of its `mod.rs`.
fn modules(folder: &str) -> (Vec<String>, String) {
    let mut names = stems(folder, "rs");
    names.retain(|name| name != "mod");
    (names, read(&format!("{folder}/mod.rs")))
}

#[test]
fn every_file_of_a_section_is_in_its_tables() {
    for section in Section::ALL {
        let folder = format!("src/content/catalogue/{}", section.id());
        let (names, table) = modules(&folder);
        for name in names {
            for wanted in [format!("mod {name};"), format!("&{name}::CONTROL"), format!("&{name}::DETAILS")] {
                assert!(table.contains(&wanted), "{folder}/mod.rs does not name {folder}/{name}.rs: {wanted}");
            }
        }
    }
}

#[test]
fn a_control_stands_in_the_file_of_its_name() {
    for control in catalogue::all() {
        let path = format!("src/content/catalogue/{}/{}.rs", control.section.id(), control.id.replace('-', "_"));
        assert!(root().join(&path).exists(), "{}: no file {path}", control.id);
    }
}

#[test]
fn every_framework_is_in_the_table() {
    let folder = "src/content/frameworks";
    let (names, table) = modules(folder);
    for name in names.iter().filter(|name| *name != "framework") {
        for row in [format!("mod {name};"), format!("{name}::FRAMEWORK,")] {
            assert!(table.contains(&row), "{folder}/mod.rs does not name {folder}/{name}.rs: {row}");
        }
    }
}

#[test]
fn every_rule_is_in_the_table() {
    let folder = "src/evidence/rules";
    let (names, table) = modules(folder);
    for name in names {
        assert!(table.contains(&format!("mod {name};")), "{folder}/mod.rs does not name {folder}/{name}.rs");
        let id = name.replace('_', "-");
        if catalogue::find(&id).is_some() {
            let row = format!("(\"{id}\", {name}::judge)");
            assert!(table.contains(&row), "RULES in {folder}/mod.rs does not name {folder}/{name}.rs: {row}");
        }
    }
}

#[test]
fn every_rule_has_cases() {
    for control in catalogue::all() {
        let rule = format!("src/evidence/rules/{}.rs", control.id.replace('-', "_"));
        let cases = format!("tests/evidence/cases/{}.json", control.id);
        if root().join(&rule).exists() {
            let has_tests = read(&rule).contains("#[test]") || root().join(&cases).exists();
            assert!(has_tests, "{rule} has no cases: neither tests below it nor {cases}");
        }
    }
}

#[test]
fn every_case_is_of_a_rule() {
    for id in stems("tests/evidence/cases", "json") {
        let rule = format!("src/evidence/rules/{}.rs", id.replace('-', "_"));
        assert!(root().join(&rule).exists(), "tests/evidence/cases/{id}.json has no rule: {rule} is missing");
    }
}

#[test]
fn every_feature_is_shown_by_the_shell() {
    let shown = read("src/ui/shell/pages.rs");
    for entry in fs::read_dir(root().join("src/ui")).unwrap() {
        let path = entry.unwrap().path();
        let feature = stem(&path);
        let is_feature = path.is_file() || path.join("page.rs").exists();
        if is_feature && feature != "mod" {
            let wanted = format!("use crate::ui::{feature}::");
            assert!(
                shown.contains(&wanted),
                "src/ui/shell/pages.rs does not show the page of src/ui/{feature}: {wanted}"
            );
        }
    }
}

#[test]
fn sentences_of_the_page_stand_in_files_of_words() {
    // The name of a language is shown in that language everywhere.
    let own_name = "\"日本語\"";
    let is_of_words = |path: &String| path.contains("/words/") || path.ends_with("words.rs");
    for path in sources("src/ui").into_iter().filter(|path| !is_of_words(path)) {
        for (at, line) in read(&path).lines().enumerate() {
            let is_japanese = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
            let has_words = line.replace(own_name, "").contains(is_japanese);
            assert!(
                !has_words,
                "{path}:{}: a sentence belongs into words.rs of its feature, or src/ui/core/words/",
                at + 1
            );
        }
    }
}

/// Every source file below a folder, by its path from the root.
fn sources(folder: &str) -> Vec<String> {
    let mut found: Vec<String> = stems(folder, "rs").into_iter().map(|name| format!("{folder}/{name}.rs")).collect();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&format!("{folder}/{}", stem(&path))));
        }
    }
    found
}
