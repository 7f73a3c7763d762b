//! Finishes the programs: the two editions of the page and the two workers, each a script and a wasm, and the script
//! that starts them. Each script is bundled into one file, so that one hash covers all of its code.

use super::files::Files;
use crate::build_cache::cached;
use crate::checkout::root;
use crate::run::{program, run};
use crate::tools::npm_build_tools;
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// Each part, and the beginnings of the names of its script and its wasm in Trunk's output.
const PARTS: [(&str, &str, &str); 4] = [
    ("page", "page-", "page-"),
    ("whole", "whole", "whole"),
    ("judge", "judge-worker", "judge"),
    ("documents", "documents-worker", "documents"),
];

/// Scripts that are part of a bundle, and are then removed.
const BUNDLED: [&str; 2] = ["judge.js", "documents.js"];

/// The features beyond WebAssembly 1.0 that rustc's wasm uses. They are listed here because `strip` removes the section
/// that names them.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    // Only for the judge: see `vectors` in Cargo.toml.
    "--enable-simd",
];

/// Finishes the scripts and wasm of all parts, and lists them.
pub(super) fn finish(folder: &Path, files: &mut Files, is_release: bool) -> Result<()> {
    let npm = npm_build_tools()?;
    let npm = npm.as_path();
    let wasms = PARTS.map(|(part, _, wasm)| (part, find(folder, wasm, ".wasm")));
    // In parallel: each uses one processor for half a minute.
    let modules = std::thread::scope(|scope| {
        let threads = wasms.map(|(part, wasm)| {
            let thread = scope.spawn(move || {
                let wasm = wasm?;
                let module = if is_release { optimised(npm, &wasm, part)? } else { std::fs::read(&wasm)? };
                std::fs::remove_file(wasm)?;
                Ok(module)
            });
            (part, thread)
        });
        threads.map(|(part, thread)| {
            thread.join().unwrap_or_else(|_| anyhow::bail!("the thread of wasm-opt for {part} panicked"))
        })
    });
    for ((part, script, _), module) in PARTS.into_iter().zip(modules) {
        let module = module?;
        let script = find(folder, script, ".js")?;
        let code = bundled(npm, &script, is_release)?;
        std::fs::remove_file(script)?;
        files.list(&format!("{part}-js"), part, "js", &code)?;
        files.list(&format!("{part}-wasm"), part, "wasm", &module)?;
    }
    for source in BUNDLED {
        std::fs::remove_file(folder.join(source))?;
    }
    Ok(())
}

/// Finishes the script that starts the page. Returns its tag, which has the list of all other files.
pub(super) fn boot(folder: &Path, files: &Files, is_release: bool) -> Result<String> {
    let code = bundled(&npm_build_tools()?, &folder.join("boot.js"), is_release)?;
    for source in ["boot.js", "offline.js"] {
        std::fs::remove_file(folder.join(source))?;
    }
    files.script_tag(&code)
}

fn find(folder: &Path, start: &str, end: &str) -> Result<PathBuf> {
    let mut names = std::fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
    let matches_name = |path: &PathBuf| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(start) && name.ends_with(end))
    };
    names.find(matches_name).with_context(|| format!("Trunk left no {start}*{end}"))
}

/// Bundles a script with its imports, by the esbuild in this folder.
fn bundled(npm: &Path, script: &Path, is_release: bool) -> Result<Vec<u8>> {
    let out = script.with_extension("out");
    let mut esbuild = program(npm.join("esbuild"));
    esbuild.args(["--bundle", "--format=esm", "--log-level=warning"]);
    if is_release {
        esbuild.arg("--minify");
    }
    run(esbuild.arg(script).arg(format!("--outfile={}", out.display())))?;
    read_and_remove(&out)
}

/// Optimises a wasm with the wasm-opt in this folder: the judge for speed, like its Cargo profile, all others for size.
fn optimised(npm: &Path, wasm: &Path, part: &str) -> Result<Vec<u8>> {
    // For speed, passes repeat until nothing changes. For size, two passes give the same bytes in half the time.
    let level = if part == "judge" { ["-O3", "--converge"] } else { ["-Oz", "-Oz"] };
    let version = std::fs::read_to_string(root().join("xtask/npm/package-lock.json"))?;
    cached(&format!("wasm-opt {level:?} {WASM_FEATURES:?} {version}"), part, &std::fs::read(wasm)?, || {
        wasm_opt(&npm.join("wasm-opt"), level, wasm)
    })
}

/// Runs this wasm-opt on a wasm file and returns the result.
pub(crate) fn wasm_opt(wasm_opt: &Path, level: [&str; 2], wasm: &Path) -> Result<Vec<u8>> {
    let out = wasm.with_extension("out");
    run(program(wasm_opt)
        .args(WASM_FEATURES)
        .args(level)
        .args(["--strip-debug", "--strip-producers"])
        .arg(wasm)
        .arg("-o")
        .arg(&out))?;
    read_and_remove(&out)
}

/// Reads a file and removes it.
fn read_and_remove(file: &Path) -> Result<Vec<u8>> {
    let content = std::fs::read(file)?;
    std::fs::remove_file(file)?;
    Ok(content)
}
