//! The real AWS CLI for tests, and a simulated AWS (moto) as its endpoint.

use guard_navi::content::catalogue::Command;
use guard_navi::content::catalogue::placeholders::PLACEHOLDERS;
use guard_navi::content::commands::{self, PlaceholderValues};
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command as Process, Stdio};
use std::time::{Duration, Instant};

/// An endpoint where nothing listens: a command that tries to connect to it is valid.
pub const NOWHERE: &str = "http://127.0.0.1:9";

/// The environment variables with the paths of the Pythons that have the AWS CLI, version 1 and version 2.
pub const VERSION_1: &str = "AWS_PYTHON";
pub const VERSION_2: &str = "AWS2_PYTHON";

/// Version 2 if there is one, otherwise version 1; `cargo xtask test` reports if there is none.
pub fn other_version() -> &'static str {
    if std::env::var_os(VERSION_2).is_some() { VERSION_2 } else { VERSION_1 }
}

/// A Python program of this folder, run by the Python that the environment variable `version` names. Its AWS CLI sends
/// requests to `endpoint`.
pub fn python(version: &str, program: &str, endpoint: &str) -> Process {
    let python = std::env::var(version).unwrap_or_else(|_| panic!("{version} names a Python with awscli"));
    let mut python = Process::new(python);
    python
        .arg(std::path::absolute("tests/aws").unwrap().join(program))
        .env_clear()
        .envs(std::env::var("PATH").map(|path| ("PATH", path)))
        .envs([
            ("AWS_ENDPOINT_URL", endpoint),
            ("AWS_ACCESS_KEY_ID", "none"),
            ("AWS_SECRET_ACCESS_KEY", "none"),
            ("AWS_DEFAULT_REGION", "ap-northeast-1"),
            ("AWS_MAX_ATTEMPTS", "1"),
            ("AWS_EC2_METADATA_DISABLED", "true"),
            ("AWS_CONFIG_FILE", "/dev/null"),
            ("PYTHONDONTWRITEBYTECODE", "1"),
        ]);
    python
}

/// The AWS CLI in its own process, which runs one command after the other.
pub struct Aws {
    process: Child,
    input: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// The result of a command.
#[derive(Debug)]
pub struct Answer {
    pub exit: i64,
    pub stdout: String,
    pub stderr: String,
}

impl Answer {
    /// The output as JSON; null if there is none.
    pub fn json(&self) -> Value {
        if self.stdout.trim().is_empty() {
            return Value::Null;
        }
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }
}

impl Aws {
    /// Starts version 1.
    pub fn start(endpoint: &str) -> Aws {
        Aws::with(VERSION_1, endpoint)
    }

    /// Starts one of the two versions.
    pub fn with(version: &str, endpoint: &str) -> Aws {
        Aws::of(python(version, "run.py", endpoint))
    }

    /// Starts version 1 with the simulator as a proxy: `s3control` puts the account id into the host name, which is
    /// only reachable through a proxy.
    pub fn by_proxy(endpoint: &str) -> Aws {
        let mut program = python(VERSION_1, "run.py", endpoint);
        program.env("HTTP_PROXY", endpoint);
        Aws::of(program)
    }

    fn of(mut program: Process) -> Aws {
        let mut process = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, answers) = (process.stdin.take().unwrap(), BufReader::new(process.stdout.take().unwrap()));
        Aws { process, input, answers }
    }

    /// Runs the words of a command line; the first is `aws`.
    pub fn run(&mut self, words: &[String]) -> Answer {
        let (program, words) = words.split_first().unwrap();
        assert_eq!(program, "aws");
        writeln!(self.input, "{}", serde_json::to_string(words).unwrap()).unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {words:?}: {line}"));
        let text = |key: &str| answer[key].as_str().unwrap().to_owned();
        Answer { exit: answer["exit"].as_i64().unwrap_or(0), stdout: text("stdout"), stderr: text("stderr") }
    }

    /// Runs a command line whose words are separated by single spaces.
    pub fn line(&mut self, line: &str) -> Answer {
        self.run(&line.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    /// Runs a command line that has to succeed, and returns its output.
    pub fn done(&mut self, line: &str) -> Value {
        let answer = self.line(line);
        assert_eq!(answer.exit, 0, "{line}\n{}", answer.stderr);
        answer.json()
    }
}

impl Drop for Aws {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A separate simulated AWS; `MOTO_SERVER` names the program.
pub struct Simulator {
    process: Child,
    pub endpoint: String,
}

impl Simulator {
    /// Starts moto unchanged.
    pub fn start() -> Simulator {
        Simulator::of(Process::new(moto_server()))
    }

    /// Starts a Python program in its place, which can import moto.
    pub fn of_program(program: &str) -> Simulator {
        let mut python = Process::new(moto_server().with_file_name("python"));
        python.arg(program);
        Simulator::of(python)
    }

    fn of(mut program: Process) -> Simulator {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let mut process = program
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .env("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let deadline = Instant::now() + Duration::from_secs(120);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = process.try_wait().unwrap() {
                let mut stderr = String::new();
                process.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
                panic!("moto_server ended with {status}: {stderr}");
            }
            assert!(Instant::now() < deadline, "moto_server does not answer");
            std::thread::sleep(Duration::from_millis(100));
        }
        // Keep reading: a full pipe would block the process.
        let mut log = process.stderr.take().unwrap();
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Simulator { process, endpoint: format!("http://127.0.0.1:{port}") }
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn moto_server() -> PathBuf {
    std::env::var_os("MOTO_SERVER").expect("MOTO_SERVER names moto_server").into()
}

/// Every placeholder with its example value.
pub fn examples() -> PlaceholderValues {
    let mut placeholder_values = PlaceholderValues::default();
    for placeholder in PLACEHOLDERS {
        placeholder_values.set(placeholder.token, placeholder.example.to_owned());
    }
    placeholder_values
}

/// The words of a command as the shell would pass them.
pub fn argv(command: &Command, placeholder_values: &PlaceholderValues) -> Vec<String> {
    commands::argv(&commands::words(command), placeholder_values)
}
