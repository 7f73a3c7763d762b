//! Starts a server with a file of `docs/hosting/`, in which only the port and the folder are changed.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

pub enum Program {
    Nginx,
    Caddy,
}

/// A server that runs until it is dropped.
pub struct Server {
    process: Child,
    pub port: u16,
    folder: PathBuf,
}

impl Server {
    pub fn start(program: Program) -> Server {
        let name = match program {
            Program::Nginx => "nginx",
            Program::Caddy => "caddy",
        };
        let folder = std::path::absolute("target/tmp").unwrap().join(name);
        let _ = fs::remove_dir_all(&folder);
        for place in ["www", "www/in/a/folder"] {
            copy_page(&folder.join(place));
        }
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let mut command = match program {
            Program::Nginx => nginx(&folder, port),
            Program::Caddy => caddy(&folder, port),
        };
        let log = fs::File::create(folder.join("told")).unwrap();
        let process =
            command.stderr(log).stdin(Stdio::null()).spawn().unwrap_or_else(|error| panic!("{name}: {error}"));
        let server = Server { process, port, folder };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(
                start.elapsed() < Duration::from_secs(30),
                "{name} does not answer: {}",
                fs::read_to_string(server.folder.join("told")).unwrap()
            );
            sleep(Duration::from_millis(50));
        }
        server
    }

    /// The files of the page, without their compressed copies.
    pub fn names(&self) -> Vec<String> {
        names(&self.folder.join("www"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let names = files.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned());
    names.filter(|name| !name.ends_with(".gz") && !name.ends_with(".br")).collect()
}

/// Copies the release build, with compressed copies of all files. The `.br` contains gzip: servers do not check it.
fn copy_page(to: &Path) {
    let dist = std::env::current_dir().unwrap().join("dist");
    fs::create_dir_all(to).unwrap();
    for name in names(&dist) {
        let content = fs::read(dist.join(&name)).unwrap();
        let mut compressed = GzEncoder::new(Vec::new(), Compression::fast());
        compressed.write_all(&content).unwrap();
        let compressed = compressed.finish().unwrap();
        fs::write(to.join(format!("{name}.gz")), &compressed).unwrap();
        fs::write(to.join(format!("{name}.br")), &compressed).unwrap();
        fs::write(to.join(name), content).unwrap();
    }
}

/// The documented file with two texts replaced.
fn adapted(name: &str, changes: [(&str, String); 2]) -> String {
    let path = std::env::current_dir().unwrap().join("docs/hosting").join(name);
    let text = fs::read_to_string(path).unwrap();
    changes.iter().fold(text, |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "docs/hosting/{name} has {from} more or less than once");
        text.replace(from, to)
    })
}

fn nginx(folder: &Path, port: u16) -> Command {
    let place = folder.display().to_string();
    let site = [("listen 8080;", format!("listen 127.0.0.1:{port};")), ("/srv/www;", format!("{place}/www;"))];
    fs::write(folder.join("site.conf"), adapted("nginx.conf", site)).unwrap();
    let temporary =
        ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|of| format!("{of}_temp_path {place}/{of};"));
    let main = format!(
        "daemon off; master_process off; error_log stderr; pid {place}/pid;\nevents {{}}\nhttp {{ access_log off; {} include {place}/site.conf; }}\n",
        temporary.join(" ")
    );
    fs::write(folder.join("main.conf"), main).unwrap();
    let mut command = Command::new("nginx");
    command.arg("-c").arg(folder.join("main.conf"));
    command
}

fn caddy(folder: &Path, port: u16) -> Command {
    let site = [("\n:8080 {", format!("\nhttp://:{port} {{")), ("/srv/www\n", format!("{}/www\n", folder.display()))];
    let text = format!("{{\n\tadmin off\n}}\n{}", adapted("Caddyfile", site));
    fs::write(folder.join("Caddyfile"), text).unwrap();
    let mut command = Command::new("caddy");
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
    command.env("HOME", folder);
    command
}
