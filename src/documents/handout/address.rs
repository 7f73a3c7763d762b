//! Validates the address that is printed as QR codes and below them: every participant must be able to reach it.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The maximum length in bytes; longer addresses make QR codes too fine to scan from paper.
pub const LIMIT: usize = 150;

/// Why an address cannot be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// No address was entered.
    Missing,
    /// Reachable from this machine or network only.
    Local,
    /// The scheme is not http or https.
    Scheme,
    /// The host or the port is not valid.
    Host,
    /// Contains spaces or characters that are not allowed in a URL.
    Characters,
    /// Contains a user name or a password.
    Credentials,
    /// Longer than [`LIMIT`].
    TooLong,
}

impl Unusable {
    /// Whether this is a hint, not an error: the page may be opened at a local address.
    #[must_use]
    pub const fn is_hint(self) -> bool {
        match self {
            Unusable::Missing | Unusable::Local => true,
            Unusable::Scheme | Unusable::Host | Unusable::Characters | Unusable::Credentials | Unusable::TooLong => {
                false
            }
        }
    }
}

/// The address as printed, without its fragment (`#…`).
///
/// # Errors
///
/// Why the address cannot be printed.
pub fn public(typed: &str) -> Result<String, Unusable> {
    let address = typed.trim().split('#').next().unwrap_or_default();
    if address.is_empty() {
        return Err(Unusable::Missing);
    }
    if address.len() > LIMIT {
        return Err(Unusable::TooLong);
    }
    if !address.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'`{}|\\^".contains(&byte)) {
        return Err(Unusable::Characters);
    }
    let (scheme, rest) = address.split_once("://").ok_or(Unusable::Scheme)?;
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {}
        "file" => return Err(Unusable::Local),
        _ => return Err(Unusable::Scheme),
    }
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(Unusable::Credentials);
    }
    if is_local(authority)? { Err(Unusable::Local) } else { Ok(address.to_owned()) }
}

/// The address as printed below a QR code: without the scheme.
#[must_use]
pub fn short(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

fn is_local(authority: &str) -> Result<bool, Unusable> {
    if let Some(rest) = authority.strip_prefix('[') {
        let (host, port) = rest.split_once(']').ok_or(Unusable::Host)?;
        let host: Ipv6Addr = host.parse().map_err(|_| Unusable::Host)?;
        port_of(port)?;
        let is_local_mapped = host.to_ipv4_mapped().is_some_and(is_local_v4);
        let is_local_network = host.is_unique_local() || host.is_unicast_link_local();
        return Ok(host.is_loopback() || host.is_unspecified() || is_local_network || is_local_mapped);
    }
    let (host, port) = authority.find(':').map_or((authority, ""), |colon| authority.split_at(colon));
    port_of(port)?;
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let mut labels = host.split('.');
    let is_label = |label: &str| {
        let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        !label.is_empty() && label.bytes().all(is_inner)
    };
    if !labels.clone().all(is_label) {
        return Err(Unusable::Host);
    }
    let last = labels.next_back().unwrap_or_default();
    if last.bytes().all(|byte| byte.is_ascii_digit()) {
        return host.parse().map(is_local_v4).map_err(|_| Unusable::Host);
    }
    Ok(last == "localhost" || last == "local")
}

const fn is_local_v4(host: Ipv4Addr) -> bool {
    host.is_loopback() || host.is_private() || host.is_link_local() || host.is_unspecified()
}

/// Checks that the port is empty, or a colon and a number.
fn port_of(port: &str) -> Result<(), Unusable> {
    let is_port = port.strip_prefix(':').is_some_and(|digits| digits.parse::<u16>().is_ok());
    if port.is_empty() || is_port { Ok(()) } else { Err(Unusable::Host) }
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, Unusable, public, short};
    use proptest::prelude::*;

    #[test]
    fn addresses_that_everybody_reaches() {
        for (typed, expected) in [
            ("https://example.org/guard-navi/", "https://example.org/guard-navi/"),
            ("  https://example.org/#/handout ", "https://example.org/"),
            ("HTTP://Example.org:8080/a?b=c", "HTTP://Example.org:8080/a?b=c"),
            ("https://172.32.0.1/", "https://172.32.0.1/"),
            ("https://[2001:db8::1]:8000/", "https://[2001:db8::1]:8000/"),
            ("https://wiki/guard", "https://wiki/guard"),
            ("https://localhost.example.org", "https://localhost.example.org"),
        ] {
            assert_eq!(public(typed).as_deref(), Ok(expected), "{typed}");
        }
        assert_eq!(short("https://example.org/guard-navi/"), "example.org/guard-navi/");
    }

    #[test]
    fn addresses_that_only_this_room_reaches() {
        for typed in [
            "http://localhost:8000/",
            "http://app.localhost/",
            "http://LOCALHOST./",
            "http://127.0.0.1:8102/",
            "http://127.9.9.9/",
            "http://[::1]:8000/",
            "http://[::ffff:10.0.0.1]/",
            "http://printer.local/x",
            "https://10.1.2.3/",
            "https://192.168.0.10/",
            "https://172.16.0.1/",
            "https://172.31.255.255/",
            "http://169.254.1.1/",
            "http://0.0.0.0:8000/",
            "http://[fe80::1]/",
            "http://[fd00::1]/",
            "file:///home/me/index.html",
        ] {
            assert_eq!(public(typed), Err(Unusable::Local), "{typed}");
        }
    }

    #[test]
    fn addresses_that_are_none() {
        let long = format!("https://example.org/{}", "a".repeat(LIMIT));
        for (typed, error) in [
            ("", Unusable::Missing),
            ("   ", Unusable::Missing),
            ("#/handout", Unusable::Missing),
            ("javascript:alert(1)", Unusable::Scheme),
            ("javascript://example.org/%0aalert(1)", Unusable::Scheme),
            ("data:text/html,x", Unusable::Scheme),
            ("example.org/guard-navi", Unusable::Scheme),
            ("ftp://example.org/", Unusable::Scheme),
            ("https://exa mple.org/", Unusable::Characters),
            ("https://example.org/<b>", Unusable::Characters),
            ("https://例え.jp/", Unusable::Characters),
            ("https://me:secret@example.org/", Unusable::Credentials),
            ("https://", Unusable::Host),
            ("https:///x", Unusable::Host),
            ("https://example..org/", Unusable::Host),
            ("https://1.2.3/", Unusable::Host),
            ("https://256.0.0.1/", Unusable::Host),
            ("https://example.org:99999/", Unusable::Host),
            ("https://[::1/", Unusable::Host),
            (&long, Unusable::TooLong),
        ] {
            assert_eq!(public(typed), Err(error), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_only_web_addresses_pass(typed in "\\PC{0,60}|(https?|file|javascript)://[a-z0-9.:@/#?\\[\\]]{0,40}") {
            if let Ok(address) = public(&typed) {
                let lower = address.to_ascii_lowercase();
                prop_assert!(lower.starts_with("http://") || lower.starts_with("https://"));
                prop_assert!(address.is_ascii() && !address.contains(['#', ' ', '<', '"']));
                prop_assert_eq!(public(&address), Ok(address.clone()));
            }
        }
    }
}
