//! Runs the collector script with bash and the real AWS CLI, and reads the file that it writes.

use crate::aws;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use guard_navi::base::i18n::Locale;
use guard_navi::base::time::Timestamp;
use guard_navi::evidence::collector::{FILE_NAME, commands, script};
use guard_navi::evidence::{Judge, Judgement, Outcome};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of its own for the script, and a server that runs the AWS CLI.
pub struct Collector {
    server: Child,
    port: String,
    folder: PathBuf,
    /// How often the CLI tries a request; `None` for the number in the script.
    pub attempts: Option<u32>,
}

/// Creates a new folder in the system's folder for temporary files.
pub fn new_folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("guard-navi-collector-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

impl Collector {
    pub fn start(endpoint: &str) -> Collector {
        Collector::with(aws::VERSION_1, endpoint)
    }

    /// With one of the two versions of the AWS CLI.
    pub fn with(version: &str, endpoint: &str) -> Collector {
        let folder = new_folder();
        let mut server = aws::python(version, "server.py", endpoint)
            .args(services())
            // `s3control` puts the account id into the host name, which only resolves through a proxy.
            .env("HTTP_PROXY", endpoint)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut port = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut port).unwrap();
        Collector { server, port: port.trim().to_owned(), folder, attempts: None }
    }

    pub fn run(&self, locale: Locale, options: &[&str]) -> Bundle {
        let attempts = self.attempts.map(|attempts| ("ATTEMPTS", attempts.to_string()));
        let environment = [("AWS_SERVER", self.port.clone())].into_iter().chain(attempts);
        let tools = std::path::absolute("tests/collector").unwrap();
        run_in(&self.folder, tools.to_str().unwrap(), environment, locale, options)
    }
}

impl Collector {
    /// Runs lines of bash with the AWS CLI, as when they are pasted into a shell. Returns stdout and stderr.
    pub fn shell(&self, lines: &str) -> (String, String) {
        let output = Command::new("bash")
            .args(["-c", lines])
            .current_dir(&self.folder)
            .env("PATH", path_with(std::path::absolute("tests/collector").unwrap().to_str().unwrap()))
            .env("AWS_REGION", "ap-northeast-1")
            .env("AWS_SERVER", &self.port)
            .env("ATTEMPTS", "1")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).into()
    }
}

/// The `PATH` with this folder in first place.
fn path_with(tools: &str) -> String {
    format!("{tools}:{}", std::env::var("PATH").unwrap())
}

/// The AWS services that the script uses.
fn services() -> BTreeSet<String> {
    let service = |line: &String| line.split(' ').nth(1).map(str::to_owned);
    commands().iter().filter_map(service).collect()
}

/// Runs the script as a user would, with the `aws` in the folder `tools`, and reads the one file that it leaves.
pub fn run_in(
    folder: &Path,
    tools: &str,
    environment: impl IntoIterator<Item = (&'static str, String)>,
    locale: Locale,
    options: &[&str],
) -> Bundle {
    std::fs::write(folder.join(FILE_NAME), script(locale)).unwrap();
    let before = std::fs::read_dir(folder).unwrap().count();
    let output = Command::new("bash")
        .arg(FILE_NAME)
        .args(options)
        .current_dir(folder)
        .env("PATH", path_with(tools))
        .env("AWS_REGION", "ap-northeast-1")
        .envs(environment)
        .env_remove("MASK")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let written = String::from_utf8(output.stdout).unwrap();
    let file = PathBuf::from(written.trim());
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{error}: {written}{errors}"));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), before, "nothing but its file is left");
    let json = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}"));
    Bundle { text, json }
}

impl Drop for Collector {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The file that the script wrote.
pub struct Bundle {
    pub text: String,
    json: Value,
}

impl Bundle {
    pub fn results(&self) -> &[Value] {
        assert_eq!(self.json["schema"], "guard-navi.evidence/1");
        self.json["results"].as_array().unwrap()
    }

    /// The first result of a command.
    pub fn result(&self, command: &str) -> &Value {
        let found = self.results().iter().find(|result| result["command"] == command);
        found.unwrap_or_else(|| panic!("{command} was not run"))
    }

    /// The commands with their arguments and Regions, in order.
    pub fn commands(&self) -> Vec<String> {
        let line = |result: &Value| format!("{} {} {}", result["command"], result["args"], result["region"]);
        self.results().iter().map(line).collect()
    }

    pub fn credential_report(&self) -> String {
        let content = self.result("iam get-credential-report")["output"]["Content"].as_str().unwrap();
        String::from_utf8(STANDARD.decode(content).unwrap()).unwrap()
    }

    /// Judges the bundle as of the time when it was collected.
    pub fn judge(&self) -> Judgement {
        let now = Timestamp::parse(self.json["collected_at"].as_str().unwrap()).unwrap();
        let mut judge = Judge::default();
        // moto's credential report always has the same date in 2015.
        let day = self.json["collected_at"].as_str().unwrap().get(..10).unwrap();
        judge.add("guard-navi-evidence.json", self.text.replace("2015-02-02", day).as_bytes(), "");
        judge.finish(now)
    }

    /// The outcome of each control.
    pub fn outcomes(&self) -> BTreeMap<String, Outcome> {
        self.judge().verdicts.into_iter().map(|verdict| (verdict.control, verdict.outcome)).collect()
    }
}
