//! The files of `docs/hosting/`: all of them set the same headers, and nginx and Caddy, started with these files,
//! respond as `docs/hosting.md` describes.

mod http;
mod server;

use guard_navi::base::json::Json;
use server::{Program, Server};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    std::env::current_dir().unwrap()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

type Headers = BTreeMap<String, String>;

/// The headers in lines that consist of `directive`, a name and a quoted value.
fn headers(text: &str, directive: &str) -> Headers {
    let header = |line: &str| {
        let (name, rest) = line.trim().strip_prefix(directive)?.trim().split_once(" \"").or_else(|| {
            let (name, rest) = line.trim().strip_prefix(directive)?.trim().split_once('"')?;
            Some((name, rest))
        })?;
        let is_name = |name: &str| name.contains('-') && !name.contains([' ', '@', '*']) && !name.starts_with('#');
        let (name, value) = (name.trim(), rest.split('"').next()?);
        (is_name(name) && name != "Cache-Control").then(|| (name.to_lowercase(), value.to_owned()))
    };
    text.lines().filter_map(header).collect()
}

fn of_cloudfront(text: &str) -> Headers {
    let json = Json::parse(text).unwrap();
    let security = json.get("SecurityHeadersConfig").unwrap();
    let words = |of: &str, key: &str| security.get(of).unwrap().words(key).to_owned();
    assert!(security.get("ContentTypeOptions").is_some());
    assert!(text.contains("\"AccessControlMaxAgeSec\": 31536000"));
    let named = [
        ("content-security-policy", words("ContentSecurityPolicy", "ContentSecurityPolicy")),
        ("referrer-policy", words("ReferrerPolicy", "ReferrerPolicy")),
        ("strict-transport-security", "max-age=31536000".to_owned()),
        ("x-content-type-options", "nosniff".to_owned()),
    ];
    let custom = json.get("CustomHeadersConfig").unwrap().items("Items").iter();
    let custom = custom.map(|item| (item.words("Header").to_lowercase(), item.words("Value").to_owned()));
    named.into_iter().map(|(name, value)| (name.to_owned(), value)).chain(custom).collect()
}

#[test]
fn every_host_sends_the_same_headers() {
    let nginx = headers(&read("docs/hosting/nginx.conf"), "add_header");
    assert_eq!(nginx.len(), 7, "{nginx:#?}");
    assert!(nginx["content-security-policy"].ends_with("; frame-ancestors 'none'"));
    assert_eq!(headers(&read("docs/hosting/Caddyfile"), ""), nginx);
    assert_eq!(of_cloudfront(&read("docs/hosting/response-headers-policy.json")), nginx);
    let documentation = read("docs/hosting.md").to_lowercase();
    for name in nginx.keys() {
        assert!(documentation.contains(&format!("| `{name}` |")), "docs/hosting.md does not explain {name}");
    }
}

#[test]
#[ignore = "needs nginx and a release build; `cargo xtask soak` sees to both"]
fn nginx_serves_the_page() {
    check_responses(&Server::start(Program::Nginx), "gzip");
}

#[test]
#[ignore = "needs Caddy and a release build; `cargo xtask soak` sees to both"]
fn caddy_serves_the_page() {
    check_responses(&Server::start(Program::Caddy), "br");
}

/// Checks the responses for all files, at the root and in a folder.
fn check_responses(server: &Server, best: &str) {
    let expected = headers(&read("docs/hosting/nginx.conf"), "add_header");
    let page = read("dist/index.html");
    let policy = expected["content-security-policy"].trim_end_matches("; frame-ancestors 'none'");
    assert!(page.contains(policy), "the policy of docs/hosting/ is not that of dist/index.html: {policy}");
    for folder in ["/", "/in/a/folder/"] {
        for name in server.names() {
            let path = format!("{folder}{}", if name == "index.html" { "" } else { &name });
            let answer = http::get(server.port, &path, "br, gzip");
            assert_eq!(answer.status, 200, "{path}");
            for (header, value) in &expected {
                assert_eq!(answer.header(header), value, "{path}: {header}");
            }
            assert_eq!(answer.header("cache-control"), cache_control(&name), "{path}");
            // SHA384SUMS has no extension; only people read it.
            if let Some((_, extension)) = name.rsplit_once('.') {
                assert_eq!(answer.header("content-type").split(';').next(), Some(content_type(extension)), "{path}");
            }
            assert_eq!(answer.header("content-encoding"), best, "{path}");
            assert!(answer.header("vary").contains("Accept-Encoding"), "{path}");
            assert_eq!(http::get(server.port, &path, "identity").header("content-encoding"), "", "{path}");
        }
        let missing = http::get(server.port, &format!("{folder}page-0123456789abcdef.wasm"), "identity");
        assert_eq!((missing.status, missing.header("x-content-type-options")), (404, "nosniff"));
        assert!(!missing.header("cache-control").contains("immutable"), "a missing file would be kept for a year");
    }
}

/// The expected `Cache-Control`: files with sixteen hexadecimal digits before the extension never change.
fn cache_control(name: &str) -> &'static str {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    let is_hash = hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if is_hash { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain",
        "zip" => "application/zip",
        "webmanifest" => "application/manifest+json",
        other => panic!("docs/hosting/ says nothing of .{other}"),
    }
}
