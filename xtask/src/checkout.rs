//! The checkout that this program works on. **Invariant:** its path is found at run time, not at compile time, so that
//! a program compiled in one clone works in another.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The root of the checkout that contains the current folder.
///
/// Cargo starts a program in the caller's folder, and tests in the folder of their package.
pub(crate) fn root() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let is_root = |folder: &&Path| folder.join("xtask/Cargo.toml").is_file();
    here.ancestors().find(is_root).unwrap_or(&here).to_owned()
}

/// Cargo's environment variables for build folders. They override `.cargo/config.toml`.
const BUILD_FOLDERS: [&str; 3] = ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "CARGO_BUILD_BUILD_DIR"];

/// Runs the same task again without the variables of [`BUILD_FOLDERS`], if one of them is set: several clones may share
/// that folder, and this program may have been compiled from another clone. `None` if none is set.
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    /// A program of a clone for the test: it prints its clone's name, and finds its checkout with the same code.
    const PROGRAM: &str = r#"
        mod checkout;
        const MARK: &str = include_str!("../../mark");
        fn main() -> std::process::ExitCode {
            if let Some(code) = checkout::in_own_folder() {
                return code;
            }
            let read = |name: &str| std::fs::read_to_string(checkout::root().join(name)).unwrap();
            print!("program of {MARK}, dist of {}", read("dist/index.html"));
            if std::env::args().nth(1).as_deref() == Some("test") {
                let cargo = std::env::var("CARGO").unwrap();
                let tested = std::process::Command::new(cargo).args(["test", "--quiet"]).output().unwrap();
                print!(", tests {}", if tested.status.success() { "of its own" } else { "of another" });
            }
            std::process::ExitCode::SUCCESS
        }
        #[test]
        fn is_of_this_clone() {
            assert_eq!(MARK, std::fs::read_to_string(checkout::root().join("mark")).unwrap());
        }
    "#;

    fn clone(folder: &Path, clone_name: &str) -> PathBuf {
        let clone = folder.join(clone_name);
        // Without these tests, which would otherwise run themselves recursively.
        let (checkout, _) = include_str!("checkout.rs").split_once("#[cfg(test)]").unwrap();
        for (name, content) in [
            (".cargo/config.toml", include_str!("../../.cargo/config.toml")),
            ("Cargo.toml", "[workspace]\nmembers = [\"xtask\"]\nresolver = \"3\"\n"),
            ("xtask/Cargo.toml", "[package]\nname = \"xtask\"\nversion = \"0.0.0\"\nedition = \"2024\"\n"),
            ("xtask/src/checkout.rs", checkout),
            ("xtask/src/main.rs", PROGRAM),
            ("mark", clone_name),
            ("dist/index.html", clone_name),
        ] {
            let path = clone.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        clone
    }

    /// The output of `cargo xtask test`, run in a subfolder of a clone.
    fn test_output(clone: &Path, environment: &[(&str, &Path)]) -> String {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap());
        for name in super::BUILD_FOLDERS {
            cargo.env_remove(name);
        }
        cargo.args(["xtask", "test"]).current_dir(clone.join("dist")).env("CARGO_NET_OFFLINE", "true");
        let output = cargo.envs(environment.iter().copied()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// A `CARGO_HOME` whose config sets one build folder for all clones of the user.
    fn cargo_home(folder: &Path) -> PathBuf {
        let home = folder.join("cargo-home");
        fs::create_dir_all(&home).unwrap();
        let shared = folder.join("shared-by-setting");
        fs::write(home.join("config.toml"), format!("[build]\ntarget-dir = {shared:?}\nbuild-dir = {shared:?}\n"))
            .unwrap();
        home
    }

    #[test]
    fn two_clones_never_run_each_others_program_tests_or_site() {
        let folder = std::env::temp_dir().join(format!("guard-navi-clones-{}", std::process::id()));
        let (one, other) = (clone(&folder, "one"), clone(&folder, "other"));
        let (shared, home) = (folder.join("shared"), cargo_home(&folder));
        let environments: [&[(&str, &Path)]; 4] =
            [&[], &[("CARGO_TARGET_DIR", &shared)], &[("CARGO_BUILD_BUILD_DIR", &shared)], &[("CARGO_HOME", &home)]];
        for environment in environments {
            // The first one runs again, after the second one compiled newer files.
            for clone in [&one, &other, &one] {
                let clone_name = clone.file_name().unwrap().to_str().unwrap();
                let expected = format!("program of {clone_name}, dist of {clone_name}, tests of its own");
                assert_eq!(test_output(clone, environment), expected, "{environment:?}");
            }
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
