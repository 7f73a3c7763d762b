//! Each layer of `src/lib.rs` imports only from the layers above it, and no files import each other in a cycle.
//!
//! A file imports another if it names something that the other defines, in a `use` or a path. Importing a re-export
//! (`pub use`) counts as importing the file that defines the name. Code for tests only (`#[cfg(test)]`) is ignored.

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, UseTree, Visibility};

/// The layers in order: each may import itself and the layers before it. `browser` imports no other layer.
const LAYERS: &[&str] = &["base", "content", "assessment", "evidence", "documents", "start", "browser", "ui"];

/// The path of a module from the crate root.
type Module = Vec<String>;

/// An imported path from the crate root, and whether it is a re-export.
type Import = (Vec<String>, bool);

/// All modules of the library, each with its file and its imports.
fn modules(root: &Path) -> BTreeMap<Module, (String, Vec<Import>)> {
    let mut files = Vec::new();
    list(root, &mut files);
    let parsed = files.iter().filter_map(|path| {
        let inside = path.strip_prefix(root).unwrap().with_extension("");
        let mut module: Module = inside.iter().map(|name| name.to_str().unwrap().to_owned()).collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
            module.pop();
        }
        // Programs may import every layer.
        let is_program = module.first().is_some_and(|first| first == "bin" || first == "main");
        let text = fs::read_to_string(path).unwrap();
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (!is_program).then(|| (module, (path.display().to_string(), file)))
    });
    let parsed: BTreeMap<Module, (String, syn::File)> = parsed.collect();
    let known: BTreeSet<Module> = parsed.keys().cloned().collect();
    parsed
        .into_iter()
        .map(|(module, (path, file))| {
            let mut collector = ImportCollector {
                module: &module,
                known: &known,
                imports: Vec::new(),
                names: BTreeMap::new(),
                words: BTreeSet::new(),
            };
            // Names are collected first: a path may begin with a module that is imported below it.
            file.items.iter().for_each(|item| collector.add_module_name(item));
            collector.visit_file(&file);
            let mut imports = collector.imports;
            // A file also imports what it re-exports and uses itself.
            let is_used_here = |(path, is_reexport): &&Import| {
                *is_reexport && path.last().is_some_and(|name| collector.words.contains(name))
            };
            let used_here: Vec<_> =
                imports.iter().filter(is_used_here).map(|(path, _)| (path.clone(), false)).collect();
            imports.extend(used_here);
            (module, (path, imports))
        })
        .collect()
}

fn list(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") && path.file_name().unwrap() != "tests.rs"
        {
            files.push(path);
        }
    }
}

/// Collects the imports of one file.
struct ImportCollector<'a> {
    module: &'a Module,
    known: &'a BTreeSet<Module>,
    imports: Vec<Import>,
    /// Imported modules, by their local name.
    names: BTreeMap<String, Vec<String>>,
    /// Identifiers that are used without a path.
    words: BTreeSet<String>,
}

impl ImportCollector<'_> {
    /// The path from the crate root; none for other crates.
    fn absolute(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let supers = path.iter().take_while(|word| *word == "super").count();
        let beside = |first: &String| [self.module.as_slice(), std::slice::from_ref(first)].concat();
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([self.module, rest].concat()),
            "super" => Some([&self.module[..self.module.len() - supers], &path[supers..]].concat()),
            _ if self.known.contains(&beside(first)) => Some([self.module.as_slice(), path].concat()),
            _ => self.names.get(first).map(|module| [module, rest].concat()),
        }
    }

    fn add_module_name(&mut self, item: &Item) {
        let Item::Use(one) = item else { return };
        if is_for_tests(&one.attrs) {
            return;
        }
        for (path, name) in leaves(&one.tree, &[]) {
            if let Some(path) = self.absolute(&path).filter(|path| self.known.contains(path)) {
                self.names.insert(name, path);
            }
        }
    }
}

impl<'ast> Visit<'ast> for ImportCollector<'_> {
    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_const(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if is_for_tests(&item.attrs) {
            return;
        }
        let is_reexport = !matches!(item.vis, Visibility::Inherited);
        for (path, _) in leaves(&item.tree, &[]) {
            self.imports.extend(self.absolute(&path).map(|path| (path, is_reexport)));
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let words: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let [word] = words.as_slice() {
            self.words.insert(word.clone());
        } else {
            self.imports.extend(self.absolute(&words).map(|path| (path, false)));
        }
        visit::visit_path(self, path);
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|one| {
        one.path().is_ident("cfg") && one.parse_args::<syn::Ident>().is_ok_and(|condition| condition == "test")
    })
}

/// Every path of a `use`, with its local name.
fn leaves(tree: &UseTree, above: &[String]) -> Vec<(Vec<String>, String)> {
    let with = |name: String| [above, &[name]].concat();
    match tree {
        UseTree::Path(path) => leaves(&path.tree, &with(path.ident.to_string())),
        UseTree::Group(group) => group.items.iter().flat_map(|tree| leaves(tree, above)).collect(),
        UseTree::Name(name) if name.ident == "self" => {
            vec![(above.to_vec(), above.last().cloned().unwrap_or_default())]
        }
        UseTree::Name(name) => vec![(with(name.ident.to_string()), name.ident.to_string())],
        UseTree::Rename(rename) if rename.ident == "self" => vec![(above.to_vec(), rename.rename.to_string())],
        UseTree::Rename(rename) => vec![(with(rename.ident.to_string()), rename.rename.to_string())],
        UseTree::Glob(_) => vec![(with("*".to_owned()), String::new())],
    }
}

/// Which file imports which, by path.
fn edges(root: &Path) -> BTreeSet<(String, String)> {
    let modules = modules(root);
    let mut edges = BTreeSet::new();
    for (file, imports) in modules.values() {
        for (path, is_reexport) in imports {
            // Naming a module alone is not an import; naming something in it is.
            let defined = definer(&modules, path, 0).filter(|_| !is_reexport);
            edges.extend(defined.filter(|other| other != file).map(|other| (file.clone(), other)));
        }
    }
    edges
}

/// The file that defines the target of a path; none for a whole module.
fn definer(modules: &BTreeMap<Module, (String, Vec<Import>)>, path: &[String], depth: usize) -> Option<String> {
    let length = (0..=path.len()).rev().find(|length| modules.contains_key(&path[..*length]))?;
    let ((file, imports), (_, rest)) = (modules.get(&path[..length])?, path.split_at(length));
    let name = rest.first()?;
    let reexport = imports.iter().find(|(path, is_reexport)| *is_reexport && path.last() == Some(name));
    match reexport {
        // A re-export of the path itself leads nowhere else.
        Some((other, _)) if depth < 8 && other[..] != path[..length + 1] => {
            definer(modules, &[other.as_slice(), &rest[1..]].concat(), depth + 1)
        }
        _ => Some(file.clone()),
    }
}

fn cycles(edges: &BTreeSet<(String, String)>) -> Vec<Vec<&str>> {
    let graph: DiGraphMap<&str, ()> = edges.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    tarjan_scc(&graph).into_iter().filter(|files| files.len() > 1).collect()
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let edges = edges(Path::new("src"));
    assert!(edges.len() > 500, "{}", edges.len());
    let cycles = cycles(&edges);
    let describe = |files: &Vec<&str>| {
        let inside = edges.iter().filter(|(from, to)| files.contains(&from.as_str()) && files.contains(&to.as_str()));
        let lines: Vec<_> = inside.map(|(from, to)| format!("  {from} imports {to}")).collect();
        format!("{} files in a circle:\n{}", files.len(), lines.join("\n"))
    };
    assert!(cycles.is_empty(), "{}", cycles.iter().map(describe).collect::<Vec<_>>().join("\n"));
}

#[test]
fn each_layer_imports_only_those_above_it() {
    let layer = |file: &str| {
        let name = file.trim_start_matches("src/").split(['/', '.']).next().unwrap();
        LAYERS.iter().position(|layer| *layer == name).unwrap_or_else(|| panic!("{file} is of no layer"))
    };
    let browser = layer("src/browser");
    for (from, to) in edges(Path::new("src")).iter().filter(|(from, _)| from != "src/lib.rs") {
        let (above, below) = (layer(to), layer(from));
        assert!(above <= below, "{from} imports {to}, which stands below it");
        assert!(below != browser || above == browser, "{from} imports {to}, but knows nothing of ours");
    }
}

/// Inside `ui`: kit, core, features, shell. `src/ui/mod.rs` may import all of them.
#[test]
fn a_feature_imports_kit_and_core_and_no_other_feature() {
    let part = |file: &str| {
        let part = file.strip_prefix("src/ui/")?.split(['/', '.']).next()?;
        (part != "mod").then(|| part.to_owned())
    };
    let rank = |part: &str| match part {
        "kit" => 0,
        "core" => 1,
        "shell" => 3,
        _ => 2,
    };
    for (from, to) in edges(Path::new("src")) {
        let (Some(importing), Some(imported)) = (part(&from), part(&to)) else { continue };
        let is_allowed = importing == imported || rank(&imported) < rank(&importing);
        assert!(is_allowed, "{from} imports {to}: {importing} may not know {imported}");
    }
}

#[test]
fn a_circle_would_be_noticed() {
    let folder = std::env::temp_dir().join(format!("guard-navi-layers-{}", std::process::id()));
    fs::create_dir_all(folder.join("four")).unwrap();
    for (name, text) in [
        ("lib.rs", "mod one;\nmod two;\nmod three;\nmod four;"),
        ("one.rs", "use crate::two::Two;\npub struct One(Two);"),
        ("two.rs", "pub struct Two;\nfn f() { super::three::Three::new(); }"),
        ("four/mod.rs", "mod five;\npub use five::Five;\npub struct Four(Five);"),
        ("four/five.rs", "use super::Four;\npub struct Five;\nfn g(_: Four) {}"),
        (
            "three.rs",
            "use super::one;\npub struct Three;\nimpl Three { fn new() -> one::One { todo!() } }\n#[cfg(test)]\nmod tests {}",
        ),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    let edges = edges(&folder);
    let mut sizes: Vec<usize> = cycles(&edges).iter().map(Vec::len).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [2, 3], "{edges:?}");
    fs::remove_dir_all(folder).unwrap();
}
