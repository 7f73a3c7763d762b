//! `cargo xtask bench builder`: the size of one small page, written with this project's element builder and with
//! Leptos' own APIs; see docs/decisions/element-builder.md. The pages are examples in `tests/bench/builder/`.

use crate::checkout::root;
use crate::run::{cargo, program, run, step};
use crate::{package, seal, tools};
use anyhow::Result;
use std::path::Path;

/// Label, example, and flags for rustc.
const VARIANTS: [(&str, &str, &str); 4] = [
    ("element builder", "builder_own", ""),
    ("leptos::html with into_any", "builder_html", ""),
    ("view! with --cfg erase_components", "builder_view", "--cfg erase_components"),
    ("view!", "builder_view", ""),
];

/// Prints the bytes of each wasm, uncompressed and after Brotli, and the ratio to the builder's.
pub(crate) fn all() -> Result<()> {
    tools::wasm_target()?;
    let (bindgen, npm) = (tools::wasm_bindgen()?, tools::npm_build_tools()?);
    let mut sizes = Vec::new();
    for (label, example, flags) in VARIANTS {
        let wasm = step(&format!("{label} (two minutes from nothing)"), || {
            build_example(example, flags, &bindgen, &npm.join("wasm-opt"))
        })?;
        sizes.push((label, wasm.len(), package::brotli(&wasm)?.len()));
    }
    let base = sizes.first().map_or(1, |(_, _, compressed)| *compressed);
    println!("    bytes    Brotli     ratio");
    for (label, raw, compressed) in sizes {
        #[expect(clippy::cast_precision_loss, reason = "sizes of files")]
        let ratio = compressed as f64 / base as f64;
        println!("{raw:>9} {compressed:>9} {ratio:>9.2}  {label}");
    }
    Ok(())
}

/// Builds the wasm of an example, and optimises it like the page's wasm.
fn build_example(example: &str, flags: &str, bindgen: &Path, wasm_opt: &Path) -> Result<Vec<u8>> {
    // One target folder for each set of flags: Cargo compiles everything again when the flags change.
    let target = root().join(if flags.is_empty() { "target/builder" } else { "target/builder-flags" });
    run(cargo()
        .args(["build", "--release", "--target", "wasm32-unknown-unknown", "--package", "guard-navi"])
        .args(["--example", example, "--target-dir"])
        .arg(&target)
        .env("RUSTFLAGS", flags))?;
    let out = target.join("bindgen");
    let wasm = target.join("wasm32-unknown-unknown/release/examples").join(example).with_extension("wasm");
    run(program(bindgen).args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&out).arg(wasm))?;
    seal::wasm_opt(wasm_opt, ["-Oz", "-Oz"], &out.join(format!("{example}_bg.wasm")))
}
