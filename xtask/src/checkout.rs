//! The checkout that this program works on. **Invariant:** found when it runs, never when it is compiled: the program of
//! one clone knows nothing of that clone's place.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The root of the checkout that the current folder lies in.
///
/// Cargo starts a program in the folder of whoever called it, and tests in the folder of their package.
pub(crate) fn root() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let is_root = |folder: &&Path| folder.join("xtask/Cargo.toml").is_file();
    here.ancestors().find(is_root).unwrap_or(&here).to_owned()
}

/// Cargo's variables for folders of compiled code. They override `.cargo/config.toml`.
const BUILD_FOLDERS: [&str; 3] = ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "CARGO_BUILD_BUILD_DIR"];

/// Where the environment names a folder for compiled code, it may be one that clones share, and this program that of
/// another clone. Calls the same task again without such a folder; none where this program is the right one.
pub(crate) fn in_own_folder() -> Option<ExitCode> {
    BUILD_FOLDERS.iter().find(|name| std::env::var_os(name).is_some())?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for name in BUILD_FOLDERS {
        cargo.env_remove(name);
    }
    let status = cargo.arg("xtask").args(std::env::args_os().skip(1)).status();
    let code = status.ok().and_then(|status| u8::try_from(status.code()?).ok());
    Some(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
