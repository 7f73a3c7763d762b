//! What runs: the two editions of the page and the two workers, each a script and a wasm, and the script that starts
//! them. Each script is bundled into one file, so that one hash speaks for all of its code.

use super::files::Files;
use crate::checkout::root;
use crate::kept::kept;
use crate::run::{program, run};

use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// The parts, and how the names of the script and the wasm that Trunk left for each begin and end.
const PARTS: [(&str, &str, &str); 4] = [
    ("page", "page-", "page-"),
    ("whole", "whole", "whole"),
    ("judge", "judge-worker", "judge"),
    ("documents", "documents-worker", "documents"),
];

/// What a bundle has been made of.
const BUNDLED: [&str; 2] = ["judge.js", "documents.js"];

/// What rustc's wasm uses beyond the first version of WebAssembly; `strip` removes the section that names it.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    // The judge alone: see `vectors` in Cargo.toml.
    "--enable-simd",
];

/// Finishes all that others start, and lists it.
pub(super) fn finish(folder: &Path, files: &mut Files, is_release: bool) -> Result<()> {
    let wasms = PARTS.map(|(part, _, wasm)| (part, find(folder, wasm, ".wasm")));
    // Side by side: each keeps one processor busy for half a minute.
    let machines = std::thread::scope(|scope| {
        let started = wasms.map(|(part, wasm)| {
            let made = scope.spawn(move || {
                let wasm = wasm?;
                let machine = if is_release { optimised(&wasm, part)? } else { std::fs::read(&wasm)? };
                std::fs::remove_file(wasm)?;
                Ok(machine)
            });
            (part, made)
        });
        started.map(|(part, made)| made.join().unwrap_or_else(|_| anyhow::bail!("wasm-opt of {part} broke off")))
    });
    for ((part, script, _), machine) in PARTS.into_iter().zip(machines) {
        let machine = machine?;
        let script = find(folder, script, ".js")?;
        let code = bundled(&script, is_release)?;
        std::fs::remove_file(script)?;
        files.list(&format!("{part}-js"), part, "js", &code)?;
        files.list(&format!("{part}-wasm"), part, "wasm", &machine)?;
    }
    for source in BUNDLED {
        std::fs::remove_file(folder.join(source))?;
    }
    Ok(())
}

/// Finishes the script that starts the page: its tag, with the list of all others.
pub(super) fn boot(folder: &Path, files: &Files, is_release: bool) -> Result<String> {
    let code = bundled(&folder.join("boot.js"), is_release)?;
    for source in ["boot.js", "offline.js"] {
        std::fs::remove_file(folder.join(source))?;
    }
    files.script_tag(&code)
}

fn find(folder: &Path, start: &str, end: &str) -> Result<PathBuf> {
    let mut names = std::fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
    let is_it = |path: &PathBuf| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(start) && name.ends_with(end))
    };
    names.find(is_it).with_context(|| format!("Trunk left no {start}*{end}"))
}

/// A script with all that it imports, by esbuild.
fn bundled(script: &Path, is_release: bool) -> Result<Vec<u8>> {
    let out = script.with_extension("out");
    let mut esbuild = program("esbuild");
    esbuild.args(["--bundle", "--format=esm", "--log-level=warning"]);
    if is_release {
        esbuild.arg("--minify");
    }
    run(esbuild.arg(script).arg(format!("--outfile={}", out.display())))?;
    taken(&out)
}

/// A wasm made small by wasm-opt; the judge, which was built for speed (see its profile), fast.
fn optimised(wasm: &Path, part: &str) -> Result<Vec<u8>> {
    // Until nothing changes any more where speed counts; else twice, which gives the same bytes in half the time.
    let level = if part == "judge" { ["-O3", "--converge"] } else { ["-Oz", "-Oz"] };
    let version = std::fs::read_to_string(root().join("xtask/npm/package-lock.json"))?;
    kept(&format!("wasm-opt {level:?} {WASM_FEATURES:?} {version}"), part, &std::fs::read(wasm)?, || {
        let out = wasm.with_extension("out");
        run(program("wasm-opt")
            .args(WASM_FEATURES)
            .args(level)
            .args(["--strip-debug", "--strip-producers"])
            .arg(wasm)
            .arg("-o")
            .arg(&out))?;
        taken(&out)
    })
}

/// Reads a file and removes it.
fn taken(file: &Path) -> Result<Vec<u8>> {
    let content = std::fs::read(file)?;
    std::fs::remove_file(file)?;
    Ok(content)
}
