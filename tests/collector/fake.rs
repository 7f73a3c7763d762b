//! A fake `aws`, to run the script in error cases: signed out, full disk, interrupted.

use crate::run::new_folder;
use guard_navi::base::i18n::Locale;
use guard_navi::evidence::collector::{FILE_NAME, script};
use serde_json::Value;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The branches after those of the test: the caller identity, one user; every other command is refused.
const REST: &str = r#"
"sts get-caller-identity") printf '{\n    "Account": "123456789012",\n    "Arn": "arn:aws:iam::123456789012:user/a"\n}\n' ;;
"iam list-users") printf '{\n    "Users": [\n        {\n            "UserName": "alice@example.com"\n        }\n    ]\n}\n' ;;
*) printf '\nAn error occurred (AccessDenied) when calling the X operation: no\n' >&2; exit 254 ;;
"#;

/// A fake `aws` with its own folders: `here`, where the script runs, `tmp` and `bin`.
pub struct Fake {
    folder: PathBuf,
    pub here: PathBuf,
    pub tmp: PathBuf,
}

/// The result of a run.
pub struct RunResult {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Fake {
    /// `branches` are those of a shell's `case "$service $operation" in`.
    pub fn that(branches: &str) -> Fake {
        Fake::named("here", branches)
    }

    /// The same, with `name` as the name of the folders.
    pub fn named(name: &str, branches: &str) -> Fake {
        let folder = new_folder();
        let [here, tmp, bin] = [name, &format!("{name} tmp"), "bin"].map(|name| folder.join(name));
        for folder in [&here, &tmp, &bin] {
            fs::create_dir_all(folder).unwrap();
        }
        let aws = format!("#!/bin/sh\necho \"$1 $2\" >>\"$LOG\"\ncase \"$1 $2\" in\n{branches}{REST}esac\n");
        // As on a system without mktemp.
        for (name, text) in [("aws", aws.as_str()), ("mktemp", "#!/bin/sh\nexit 127\n")] {
            let file = bin.join(name);
            fs::write(&file, text).unwrap();
            fs::set_permissions(file, fs::Permissions::from_mode(0o700)).unwrap();
        }
        Fake { folder, here, tmp }
    }

    /// A command for a line of shell, in which `"$@"` runs the script.
    pub fn command(&self, line: &str, locale: Locale, options: &[&str]) -> Command {
        let file = self.folder.join(FILE_NAME);
        fs::write(&file, script(locale)).unwrap();
        let path = format!("{}:{}", self.folder.join("bin").display(), std::env::var("PATH").unwrap());
        let mut command = Command::new("bash");
        command
            .args(["-c", line, "line", "bash"])
            .arg(file)
            .args(["--regions", "ap-northeast-1"])
            .args(options)
            .current_dir(&self.here)
            .env("PATH", path)
            .env("LOG", self.folder.join("log"))
            .env("HERE", &self.here)
            .env("TMPDIR", &self.tmp)
            .env("AWS_REGION", "ap-northeast-1")
            .env_remove("MASK")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, locale: Locale, options: &[&str]) -> RunResult {
        RunResult::of(self.command("exec \"$@\"", locale, options).output().unwrap())
    }

    /// The AWS CLI commands that were run.
    pub fn calls(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        log.lines().map(str::to_owned).collect()
    }

    /// The entries of `here` and `tmp`.
    pub fn left(&self) -> Vec<PathBuf> {
        let folders = [&self.here, &self.tmp].into_iter().filter_map(|folder| fs::read_dir(folder).ok());
        folders.flatten().map(|entry| entry.unwrap().path()).collect()
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl RunResult {
    pub fn of(output: Output) -> RunResult {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        RunResult { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The file whose path the script printed.
    pub fn file(&self) -> PathBuf {
        PathBuf::from(self.out.trim_end())
    }

    /// The commands in that file.
    pub fn commands(&self) -> Vec<String> {
        commands(&self.file())
    }
}

/// The commands in a bundle.
pub fn commands(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{error}: {}", file.display()));
    let bundle: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(bundle["schema"], "guard-navi.evidence/1");
    bundle["results"].as_array().unwrap().iter().map(|one| one["command"].as_str().unwrap().to_owned()).collect()
}
