//! Finds the tools: on PATH in the right version, else in the user's cache. A missing tool is installed into the cache,
//! which all clones share.

use crate::build_cache::short_hash;
use crate::checkout::root;
use crate::python_tool::{interpreter, python_tool, requirements};
use crate::run::{cargo, output, program, run, step};
use crate::rust_tool::RustTool;
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK: &str = "0.21.14";
const CARGO_DENY: &str = "0.20.2";
const AWSCLI: &str = "1.46.3";
const MOTO: &str = "5.2.5";
const PROWLER: &str = "5.46.0";

/// The folder of the installed tools, shared by all clones.
pub(crate) fn cache() -> Result<PathBuf> {
    Ok(dirs::cache_dir().context("this user has no cache folder")?.join("guard-navi"))
}

/// PATH for a child process, with the folders of these tools first.
fn path_with(tools: &[PathBuf]) -> Result<std::ffi::OsString> {
    let folders = tools.iter().filter_map(|tool| tool.parent().map(Path::to_owned));
    let path = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(folders.chain(std::env::split_paths(&path)))?)
}

/// Trunk, with everything that it needs to work offline.
pub(crate) fn trunk() -> Result<Command> {
    wasm_target()?;
    let trunk = RustTool {
        package: "trunk",
        program: "trunk",
        version: TRUNK.to_owned(),
        minutes: 3,
        level: "0",
        // Without the features that download tools and check for updates: all tools are on PATH.
        flags: &["--locked", "--no-default-features"],
    };
    let trunk = trunk.get()?;
    let bindgen = wasm_bindgen()?;
    // Before Trunk starts, so that what this prints is not lost among its messages.
    npm_build_tools()?;
    let mut command = program(&trunk);
    command.env("PATH", path_with(&[trunk, bindgen])?);
    // Panic messages contain paths of source files: remapped, they are the same on every machine, without home folders.
    if let Some(cargo_home) =
        std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(dirs::home_dir()?.join(".cargo")))
    {
        command.env(
            "CARGO_ENCODED_RUSTFLAGS",
            format!("--remap-path-prefix={}=", cargo_home.join("registry/src").display()),
        );
    }
    Ok(command)
}

/// The wasm-bindgen CLI in the version of Cargo.lock; other versions reject the wasm. Without `--locked`: its own lock
/// file does not resolve at present.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    let id = output(cargo().args(["pkgid", "wasm-bindgen"])).context("cargo pkgid wasm-bindgen")?;
    let version = id.rsplit(['@', '#']).next().context("no version of wasm-bindgen in Cargo.lock")?;
    RustTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        minutes: 2,
        level: "1",
        flags: &[],
    }
    .get()
}

/// cargo-deny, for `check`.
pub(crate) fn cargo_deny() -> Result<PathBuf> {
    RustTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: CARGO_DENY.to_owned(),
        minutes: 4,
        level: "1",
        flags: &["--locked"],
    }
    .get()
}

/// Installs the Rust target for wasm if it is missing.
pub(crate) fn wasm_target() -> Result<()> {
    let library = output(program("rustc").args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]));
    if library.is_some_and(|folder| Path::new(&folder).exists()) {
        return Ok(());
    }
    step("adding the Rust target wasm32-unknown-unknown (seconds)", || {
        run(program("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
    })
}

/// Installs esbuild and wasm-opt, and returns their folder in the cache. Its name has the lock file's hash, so that all
/// clones with the same lock file share it.
pub(crate) fn npm_build_tools() -> Result<PathBuf> {
    let source = root().join("xtask/npm");
    let lock = std::fs::read(source.join("package-lock.json"))?;
    let home = cache()?.join(format!("npm-{}", short_hash(&lock)));
    std::fs::create_dir_all(&home)?;
    for name in ["package.json", "package-lock.json"] {
        std::fs::copy(source.join(name), home.join(name))?;
    }
    npm_install(&home, "esbuild and wasm-opt for the release build")?;
    Ok(home.join("node_modules/.bin"))
}

/// Installs the npm packages of the end-to-end tests, and returns their folder.
pub(crate) fn npm_packages() -> Result<PathBuf> {
    let folder = root().join("tests/e2e");
    npm_install(&folder, "the npm packages of the end-to-end tests")?;
    Ok(folder)
}

/// Installs Lighthouse for `bench`, and returns its folder.
pub(crate) fn bench_packages() -> Result<PathBuf> {
    let folder = root().join("tests/bench");
    npm_install(&folder, "the npm packages of the bench")?;
    Ok(folder)
}

/// Installs the packages of a lock file, unless they are installed already.
fn npm_install(folder: &Path, label: &str) -> Result<()> {
    let lock = std::fs::read(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.guard-navi-lock");
    if std::fs::read(&stamp).ok().as_ref() == Some(&lock) {
        return Ok(());
    }
    let npm = which::which("npm").context("Node.js with npm is needed")?;
    step(&format!("installing {label} (under a minute)"), || {
        run(program(npm)
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(folder))
    })?;
    Ok(std::fs::write(stamp, lock)?)
}

/// The headless shell of Chromium, which halves the time of the tests: from `CHROME`; else from PATH; else Debian's
/// package, as root; else the whole browser (Playwright's own Chromium contains both).
pub(crate) fn headless_browser(npm_folder: &Path) -> Result<Option<PathBuf>> {
    if std::env::var_os("CHROME").is_none() {
        let shell = "chromium-headless-shell";
        // An error is ignored: older releases of Debian have no such package, and the whole browser works, too.
        if let Ok(Some(found)) = installed(&[shell], shell, "Chromium without its windows (a minute)") {
            return Ok(Some(found));
        }
    }
    browser(npm_folder)
}

/// A whole browser for the tests: from `CHROME`; else from PATH; else Debian's package, as root; else Playwright's own.
/// `None` for Playwright's own, which needs no path.
pub(crate) fn browser(npm_folder: &Path) -> Result<Option<PathBuf>> {
    if let Some(chrome) = std::env::var_os("CHROME") {
        return Ok(Some(chrome.into()));
    }
    if let Some(found) = installed(&["chromium", "google-chrome", "chrome"], "chromium", "Chromium (a minute)")? {
        return Ok(Some(found));
    }
    step("downloading Playwright's Chromium (a minute or two, once for this user)", || {
        run(program("npx").args(["playwright", "install", "chromium"]).current_dir(npm_folder))
    })?;
    Ok(None)
}

/// Firefox; `None` if it cannot be installed.
pub(crate) fn firefox() -> Result<Option<PathBuf>> {
    if let Some(firefox) = std::env::var_os("FIREFOX") {
        return Ok(Some(firefox.into()));
    }
    installed(&["firefox-esr", "firefox"], "firefox-esr", "Firefox (a minute)")
}

/// WebKit's driver and MiniBrowser; `None` if one of them or Xvfb (a virtual display) cannot be installed.
pub(crate) fn webkit() -> Result<Option<(PathBuf, PathBuf)>> {
    let driver = || which::which("WebKitWebDriver").ok().filter(|_| which::which("Xvfb").is_ok());
    if driver().is_none() && is_debian_root() {
        apt(&["webkit2gtk-driver", "xvfb"], "WebKit (a minute)")?;
    }
    // Debian installs MiniBrowser in the library's folder, whose name has the architecture and the library's version.
    let libraries = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let browsers = libraries.flat_map(|folder| {
        ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]
            .map(|library| folder.path().join(library).join("MiniBrowser"))
    });
    Ok(driver().zip(browsers.into_iter().find(|browser| browser.exists())))
}

/// Installs Japanese fonts for screenshots and PDFs if there are none. Does nothing where it cannot install them.
pub(crate) fn japanese_fonts() -> Result<()> {
    let fonts = output(Command::new("fc-list").arg(":lang=ja")).unwrap_or_default();
    if fonts.is_empty() && is_debian_root() {
        apt(&["fontconfig", "fonts-noto-cjk"], "Japanese fonts (a minute)")?;
    }
    Ok(())
}

/// chromedriver, which runs `tests/web.rs` in the browser; `None` if it cannot be installed.
pub(crate) fn chromedriver() -> Result<Option<PathBuf>> {
    installed(&["chromedriver"], "chromium-driver", "chromedriver (a minute)")
}

/// Installs git-secrets, which a control recommends and a test runs.
pub(crate) fn git_secrets() -> Result<()> {
    let found = installed(&["git-secrets"], "git-secrets", "git-secrets (seconds)")?;
    found.map(|_| ()).context("git-secrets is not installed")
}

/// Installs shellcheck, which checks the collector script. Without it, that check is skipped.
pub(crate) fn shellcheck() -> Result<()> {
    let found = installed(&["shellcheck"], "shellcheck", "shellcheck (seconds)")?;
    found.map(|_| ()).context("shellcheck is not installed")
}

/// Installs nginx and Caddy, to test the files of `docs/hosting/`.
pub(crate) fn web_servers() -> Result<()> {
    for server in ["nginx", "caddy"] {
        let found = installed(&[server], server, &format!("{server} (seconds)"))?;
        found.with_context(|| format!("{server} is not installed"))?;
    }
    Ok(())
}

/// The first of these programs on PATH. If there is none, Debian's package is installed, as root.
fn installed(programs: &[&str], package: &str, label: &str) -> Result<Option<PathBuf>> {
    let on_path = || programs.iter().find_map(|name| which::which(name).ok());
    if on_path().is_none() && is_debian_root() {
        apt(&[package], label)?;
    }
    Ok(on_path())
}

pub(crate) fn is_debian_root() -> bool {
    let is_root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
    is_root && Path::new("/etc/debian_version").exists()
}

pub(crate) fn apt(packages: &[&str], label: &str) -> Result<()> {
    step(&format!("installing {label} from Debian"), || {
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        run(Command::new("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"))
    })
}

/// The real AWS CLI, version 1: the path of the Python that has it installed.
pub(crate) fn aws_python() -> Result<PathBuf> {
    Ok(python_tool("awscli", AWSCLI, "a minute")?.join(interpreter()))
}

/// The AWS CLI, version 2: the path of the Python that has it installed. From Debian, since PyPI has only
/// version 1.
pub(crate) fn aws2_python() -> Result<PathBuf> {
    let python = Path::new("/usr/bin/python3");
    let has_version_2 = || {
        output(Command::new(python).args(["-c", "import awscli; assert awscli.__version__.startswith('2.')"])).is_some()
    };
    if !has_version_2() && is_debian_root() {
        apt(&["awscli"], "the AWS CLI version 2 (a minute)")?;
    }
    has_version_2().then(|| python.to_owned()).context("Debian's package awscli is not installed, or has version 1")
}

/// moto's server, which simulates AWS.
pub(crate) fn moto_server() -> Result<PathBuf> {
    Ok(python_tool("moto[server]", MOTO, "two minutes")?.join("moto_server"))
}

/// Prowler, the scanner whose results are also judged.
pub(crate) fn prowler() -> Result<PathBuf> {
    Ok(python_tool("prowler", PROWLER, "five minutes, 2.3 GB")?.join("prowler"))
}

/// The folder of the programs that check workflows, forms and the container recipe.
pub(crate) fn host_file_checkers() -> Result<PathBuf> {
    let list = root().join("xtask/python/requirements.txt");
    requirements("checkers", &list, "half a minute")
}

/// The Python that has the evaluators and schemas for `tests/oracles` installed.
pub(crate) fn oracle_python() -> Result<PathBuf> {
    let list = root().join("tests/oracles/requirements.txt");
    // Only a part of each package is used, and it needs few of the others.
    Ok(requirements("oracles", &list, "a minute")?.join(interpreter()))
}

/// Installs the npm packages of `tests/oracles`.
pub(crate) fn oracle_packages() -> Result<()> {
    npm_install(&root().join("tests/oracles"), "the npm packages of tests/oracles")
}
