//! `guard-navi serve` over a real socket: the files of a folder, nothing else of the disk, and the headers of
//! `docs/hosting/`.

#[allow(dead_code, reason = "shared with other tests")]
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Duration;
use support::{folder, program, run, write};

/// A server that runs until it is dropped.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(site: &Path) -> Server {
        let mut command = program();
        command.args(["serve", "--port", "0", "--site"]).arg(site);
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Guard Navi: http://").and_then(|rest| rest.strip_suffix('/'));
        let address = address.unwrap_or_else(|| panic!("{line}")).to_owned();
        Server { process, address }
    }

    /// Sends these bytes as they are.
    fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::parse(&String::from_utf8(bytes).unwrap())
    }

    fn get(&self, path: &str, headers: &str) -> Answer {
        self.request("GET", path, headers)
    }

    fn request(&self, method: &str, path: &str, headers: &str) -> Answer {
        self.send(&format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

impl Answer {
    fn parse(text: &str) -> Answer {
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{text}"));
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap().parse().unwrap();
        let mut headers = BTreeMap::new();
        for line in lines {
            let (name, value) = line.split_once(": ").unwrap();
            assert!(headers.insert(name.to_lowercase(), value.to_owned()).is_none(), "{name} is sent twice");
        }
        Answer { status, headers, body: body.to_owned() }
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// A small site in a folder, and beside it a file that is none of it.
fn site(name: &str) -> PathBuf {
    let place = folder(name);
    write(&place.join("secret.txt"), b"SECRET");
    for (file, text) in [
        ("index.html", "the page"),
        ("page-0123456789abcdef.js", "script"),
        ("page-0123456789abcdef.js.br", "brotli"),
        ("page-0123456789abcdef.js.gz", "gzip"),
        ("manifest.webmanifest", "{}"),
        ("SHA384SUMS", "sums"),
        ("below/inside.txt", "SECRET"),
    ] {
        write(&place.join("site").join(file), text.as_bytes());
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(place.join("secret.txt"), place.join("site/link.txt")).unwrap();
    place.join("site")
}

#[test]
fn the_page_and_its_files_are_sent_with_the_headers_of_every_host() {
    let server = Server::start(&site("headers"));
    let nginx = fs::read_to_string("docs/hosting/nginx.conf").unwrap();
    let wanted = nginx.lines().filter_map(|line| {
        let (name, value) = line
            .trim()
            .strip_prefix("add_header ")?
            .split_once(" \"")
            .or_else(|| line.trim().strip_prefix("add_header ")?.split_once('"'))?;
        Some((name.trim().to_lowercase(), value.split('"').next()?.to_owned()))
    });
    let wanted: Vec<_> = wanted.filter(|(name, _)| !name.starts_with("cache-control")).collect();
    assert_eq!(wanted.len(), 7, "{wanted:?}");
    for (path, status) in [("/", 200), ("/index.html", 200), ("/page-0123456789abcdef.js", 200), ("/nothing", 404)] {
        let answer = server.get(path, "");
        assert_eq!(answer.status, status, "{path}");
        for (name, value) in &wanted {
            assert_eq!(answer.header(name), value, "{path}: {name}");
        }
    }
    for (path, kind, cache) in [
        ("/", "text/html; charset=utf-8", "no-cache"),
        ("/page-0123456789abcdef.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/SHA384SUMS", "text/plain; charset=utf-8", "no-cache"),
        ("/page-0123456789abcdee.js", "text/plain; charset=utf-8", "no-cache"),
    ] {
        let answer = server.get(path, "");
        assert_eq!((answer.header("content-type"), answer.header("cache-control")), (kind, cache), "{path}");
    }
}

#[test]
fn compressed_copies_stand_in_and_are_no_files_of_their_own() {
    let server = Server::start(&site("compressed"));
    let path = "/page-0123456789abcdef.js";
    for (accepted, body, encoding) in [("br, gzip", "brotli", "br"), ("gzip", "gzip", "gzip"), ("*", "script", "")] {
        let answer = server.get(path, &format!("Accept-Encoding: {accepted}\r\n"));
        assert_eq!((answer.body.as_str(), answer.header("content-encoding")), (body, encoding));
    }
    assert_eq!(server.get(&format!("{path}.br"), "").status, 404);
    let tag = server.get("/", "").header("etag").to_owned();
    let again = server.get("/", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((again.status, again.body.as_str()), (304, ""));
}

#[test]
fn nothing_outside_the_folder_can_be_asked_for() {
    let server = Server::start(&site("traversal"));
    for path in [
        "/../secret.txt",
        "/./../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "//../secret.txt",
        "/below/../../secret.txt",
        "/below/inside.txt",
        "/link.txt",
        "/index.html/",
        "/index.html%00",
        "//etc/passwd",
        "/etc/passwd",
        "http://localhost/../secret.txt",
        "/?/../secret.txt%23",
    ] {
        let answer = server.get(path, "");
        assert!(!answer.body.contains("SECRET") && !answer.body.contains("root:"), "{path}: {answer:?}");
        // A query is no part of the name.
        assert_eq!(answer.status, if path.starts_with("/?") { 200 } else { 404 }, "{path}");
    }
    let malformed = server.send("GET ../secret.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert_eq!(malformed.status, 400);
    assert!(!malformed.body.contains("SECRET"));
}

#[test]
fn methods_and_ranges() {
    let server = Server::start(&site("methods"));
    let head = server.request("HEAD", "/", "");
    assert_eq!((head.status, head.body.as_str(), head.header("content-length")), (200, "", "8"));
    assert_eq!(server.request("HEAD", "/nothing", "").status, 404);
    // A server may ignore a range; what it must not do is send another part.
    for range in ["bytes=0-2", "bytes=-1", "bytes=5-1", "bytes=99999999999999999999-"] {
        let answer = server.get("/", &format!("Range: {range}\r\n"));
        assert_eq!((answer.status, answer.body.as_str()), (200, "the page"), "{range}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let answer = server.request(method, "/", "Content-Length: 0\r\n");
        assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method}");
    }
}

#[test]
fn it_listens_on_this_computer_alone_and_says_where() {
    let server = Server::start(&site("address"));
    assert!(server.address.starts_with("127.0.0.1:"), "{}", server.address);
    let port = server.address.rsplit(':').next().unwrap().to_owned();
    let site = site("taken");
    let taken = run(&["serve", "--port", &port, "--site", site.to_str().unwrap()], b"");
    assert_eq!(taken.status.code(), Some(2));
    assert!(String::from_utf8(taken.stderr).unwrap().contains(&server.address));
}

#[test]
fn a_folder_without_the_page_is_refused() {
    let empty = folder("empty");
    for arguments in
        [vec!["serve", "--site", empty.to_str().unwrap()], vec!["serve", "--site", "nowhere"], vec!["serve"]]
    {
        let output = run(&arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty(), "{arguments:?}");
    }
}
