//! The response to one request. `Range` is ignored, as a server may: the whole file is sent.

use super::site::{Content, File, Site};
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};

pub(super) type Response = axum::http::Response<Body>;

/// The headers of every response, as `docs/hosting.md` explains them and every file of `docs/hosting/` sends them.
pub const HEADERS: [(HeaderName, HeaderValue); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default; frame-ancestors 'none'",
        ),
    ),
    (header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
        ),
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

/// The response to a request for a path.
pub(super) fn to(site: &Site, method: &Method, path: &str, request: &HeaderMap) -> Response {
    let mut response = respond(site, method, path, request);
    response.headers_mut().extend(HEADERS.map(|(name, value)| (Some(name), value)));
    response
}

fn respond(site: &Site, method: &Method, path: &str, request: &HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        let mut response = message(StatusCode::METHOD_NOT_ALLOWED, "405");
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let Some((name, file)) = site.find(path) else {
        return message(StatusCode::NOT_FOUND, "404");
    };
    let (content, encoding) = negotiated(file, request);
    let is_known = is_known(&content.tag, request);
    let mut response = Response::new(if is_known { Body::empty() } else { Body::from(content.bytes.clone()) });
    if is_known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control(name)));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(name)));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Ok(tag) = HeaderValue::from_str(&content.tag) {
        headers.insert(header::ETAG, tag);
    }
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// A refusal, which is never kept.
fn message(status: StatusCode, text: &'static str) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

/// The smallest form that the client can read, and its encoding.
fn negotiated<'a>(file: &'a File, request: &HeaderMap) -> (&'a Content, Option<&'static str>) {
    let forms = [(&file.brotli, "br"), (&file.gzip, "gzip")];
    let accepted = forms.into_iter().find_map(|(content, encoding)| {
        content.as_ref().filter(|_| accepts(request, encoding)).map(|content| (content, Some(encoding)))
    });
    accepted.unwrap_or((&file.plain, None))
}

/// Whether `Accept-Encoding` names an encoding, other than with `q=0`.
fn accepts(request: &HeaderMap, encoding: &str) -> bool {
    list(request, &header::ACCEPT_ENCODING).any(|item| {
        let (name, quality) = item.split_once(';').unwrap_or((item, ""));
        let quality = quality.trim().strip_prefix("q=").map(str::parse::<f32>);
        let is_refused = matches!(quality, Some(Ok(quality)) if quality <= 0.0);
        name.trim().eq_ignore_ascii_case(encoding) && !is_refused
    })
}

/// Whether the client has this content.
fn is_known(tag: &str, request: &HeaderMap) -> bool {
    list(request, &header::IF_NONE_MATCH).any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

/// The items of a header's lists.
fn list<'a>(request: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'a str> {
    let values = request.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(str::trim)
}

/// A name with sixteen hexadecimal digits before its extension never changes its content; everything else is asked for
/// anew.
fn cache_control(name: &str) -> &'static str {
    let hash = name.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('-')).map_or("", |(_, hash)| hash);
    let is_hash = hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if is_hash { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        // SHA384SUMS has no extension. Browsers are told not to guess.
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::super::site;
    use super::{Response, to};
    use axum::http::{HeaderMap, HeaderName, Method};

    fn get(path: &str, request: &[(HeaderName, &'static str)]) -> Response {
        let site = site::of(&[
            ("index.html", "page"),
            ("a-0123456789abcdef.js", "script"),
            ("a-0123456789abcdef.js.br", "br"),
            ("a-0123456789abcdef.js.gz", "gz"),
        ]);
        let request: HeaderMap = request.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect();
        to(&site, &Method::GET, path, &request)
    }

    fn header(response: &Response, name: &str) -> String {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned()
    }

    #[test]
    fn the_best_form_that_is_accepted_is_sent() {
        for (accepted, wanted) in [
            ("gzip, deflate, br", "br"),
            ("gzip", "gzip"),
            ("GZIP;q=0.5", "gzip"),
            ("br;q=0, gzip", "gzip"),
            ("br; q=0.0", ""),
            ("identity", ""),
            ("brotli", ""),
        ] {
            let response = get("/a-0123456789abcdef.js", &[(super::header::ACCEPT_ENCODING, accepted)]);
            assert_eq!(header(&response, "content-encoding"), wanted, "{accepted}");
            assert_eq!(header(&response, "vary"), "Accept-Encoding");
        }
    }

    #[test]
    fn what_is_known_is_not_sent_again() {
        let tag = header(&get("/", &[]), "etag");
        let known: &'static str = format!("\"other\", W/{tag}").leak();
        assert_eq!(get("/", &[(super::header::IF_NONE_MATCH, known)]).status(), 304);
        assert_eq!(get("/", &[(super::header::IF_NONE_MATCH, "\"other\"")]).status(), 200);
        let compressed = get("/a-0123456789abcdef.js", &[(super::header::ACCEPT_ENCODING, "br")]);
        assert_ne!(header(&compressed, "etag"), header(&get("/a-0123456789abcdef.js", &[]), "etag"));
    }

    #[test]
    fn only_names_with_a_hash_are_kept() {
        assert!(header(&get("/a-0123456789abcdef.js", &[]), "cache-control").contains("immutable"));
        for path in ["/", "/index.html", "/b-0123456789abcdef.js"] {
            assert_eq!(header(&get(path, &[]), "cache-control"), "no-cache", "{path}");
        }
    }
}
