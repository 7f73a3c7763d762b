//! Runs the collector script with bash, and what stands between it and the simulator: nothing, a refusal, a Region that
//! never answers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use guard_navi::collector::{FILE_NAME, script};
use guard_navi::evidence::{Judge, Judgement};
use guard_navi::i18n::Locale;
use guard_navi::time::Timestamp;
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The script in a folder of its own, with the AWS CLI at hand.
pub struct Collector {
    server: Child,
    port: String,
    folder: PathBuf,
    /// How often the CLI tries; as often as the script says, without.
    pub attempts: Option<u32>,
}

/// A folder of its own in the system's folder for such things.
pub fn new_folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("guard-navi-collector-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

impl Collector {
    pub fn start(endpoint: &str) -> Collector {
        let folder = new_folder();
        let python = std::env::var("AWS_PYTHON").expect("AWS_PYTHON names a Python with awscli");
        let mut server = Command::new(python)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/collector/aws_server.py"))
            .env_clear()
            .envs(std::env::var("PATH").map(|path| ("PATH", path)))
            .envs([
                ("AWS_ENDPOINT_URL", endpoint),
                ("AWS_ACCESS_KEY_ID", "none"),
                ("AWS_SECRET_ACCESS_KEY", "none"),
                ("AWS_EC2_METADATA_DISABLED", "true"),
                ("AWS_CONFIG_FILE", "/dev/null"),
            ])
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
        let tools = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/collector");
        run_in(&self.folder, tools, environment, locale, options)
    }
}

/// Runs the script as a user would, with the `aws` in a folder, and reads the one file that it leaves.
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
        .env("PATH", format!("{tools}:{}", std::env::var("PATH").unwrap()))
        .env("AWS_REGION", "ap-northeast-1")
        .envs(environment)
        .env_remove("MASK")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let written = String::from_utf8(output.stdout).unwrap();
    let file = PathBuf::from(written.trim());
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{error}: {written}{said}"));
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

/// What the script wrote.
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

    /// What was run, in order.
    pub fn commands(&self) -> Vec<String> {
        let line = |result: &Value| format!("{} {} {}", result["command"], result["args"], result["region"]);
        self.results().iter().map(line).collect()
    }

    pub fn credential_report(&self) -> String {
        let content = self.result("iam get-credential-report")["output"]["Content"].as_str().unwrap();
        String::from_utf8(STANDARD.decode(content).unwrap()).unwrap()
    }

    /// Judged on the day that it was collected.
    pub fn judge(&self) -> Judgement {
        let now = Timestamp::parse(self.json["collected_at"].as_str().unwrap()).unwrap();
        let mut judge = Judge::default();
        // moto's credential report is for ever of one day in 2015.
        let day = self.json["collected_at"].as_str().unwrap().get(..10).unwrap();
        judge.add("guard-navi-evidence.json", self.text.replace("2015-02-02", day).as_bytes(), "");
        judge.finish(now)
    }
}

/// A server of the test's own in front of AWS. Its threads end with the test.
pub struct Front {
    pub endpoint: String,
}

impl Front {
    /// Refuses everything, as AWS does.
    pub fn refusing() -> Front {
        Front::start(|mut client| {
            let head = head(&mut client);
            // Query services and S3 speak XML, the others JSON.
            let (kind, body) = if head.contains("x-www-form-urlencoded") {
                (
                    "text/xml",
                    "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>No &quot;you&quot; may not \\ here</Message></Error></ErrorResponse>",
                )
            } else {
                ("application/json", r#"{"__type":"AccessDeniedException","message":"No \"you\" may not \\ here"}"#)
            };
            let _ = write!(
                client,
                "HTTP/1.1 403 Forbidden\r\nContent-Type: {kind}\r\nx-amzn-errortype: AccessDeniedException\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                body.len()
            );
        })
    }

    /// Hands everything on, and never answers for one Region.
    pub fn hanging(behind: &str, region: &str) -> Front {
        let (behind, mark) = (behind.trim_start_matches("http://").to_owned(), format!("/{region}/"));
        Front::start(move |mut client| {
            let head = head(&mut client);
            // The Region stands in the signature.
            if head.contains(&mark) {
                let _ = client.read_to_end(&mut Vec::new());
                return;
            }
            let mut server = TcpStream::connect(&behind).unwrap();
            let _ = server.write_all(head.as_bytes());
            let (mut from, mut to) = (client.try_clone().unwrap(), server.try_clone().unwrap());
            std::thread::spawn(move || {
                let _ = std::io::copy(&mut from, &mut to);
                let _ = to.shutdown(Shutdown::Write);
            });
            let _ = std::io::copy(&mut server, &mut client);
            let _ = client.shutdown(Shutdown::Both);
        })
    }

    fn start(serve: impl Fn(TcpStream) + Clone + Send + 'static) -> Front {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let serve = serve.clone();
                std::thread::spawn(move || serve(client));
            }
        });
        Front { endpoint }
    }
}

/// A request's head, and what of its body came with it.
fn head(client: &mut TcpStream) -> String {
    let (mut head, mut piece) = (Vec::new(), [0; 4096]);
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        match client.read(&mut piece) {
            Ok(count) if count > 0 => head.extend(piece.iter().take(count)),
            _ => break,
        }
    }
    String::from_utf8_lossy(&head).into_owned()
}
